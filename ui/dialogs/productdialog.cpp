#include "ui/dialogs/productdialog.h"

#include "models/services/noticejobs.h"
#include "models/services/productjobs.h"
#include "ui/forms/productform.h"

namespace waitline {

ProductDialog::ProductDialog(Session &session, Prompts &prompts, const std::optional<ProductTerms> &before, QWidget *parent)
    : FormDialog(prompts, before ? tr("Edit %1").arg(before->sku) : tr("New product"), tr("Save product"), parent)
    , m_session(session)
    , m_before(before)
    , m_form(new ProductForm(session.currency(), session.today()))
{
    setObjectName(QStringLiteral("productDialog"));
    resize(760, 690);
    setForm(m_form);
    if (before)
        m_form->setTerms(*before);
    else
        whenDone(jobs::storeSettings(session), this, [this](const Result<StoreSettings> &settings) {
            if (settings) // without them nothing is proposed
                m_form->proposeDeposit(settings->deposit);
        });
    m_form->begin();
}

void ProductDialog::propose(const QString &text)
{
    ProductTerms terms;
    (text.contains(u' ') ? terms.name : terms.sku) = text;
    m_form->setTerms(terms);
    m_form->begin();
}

bool ProductDialog::isDirty() const { return m_form->isDirty(); }

void ProductDialog::save()
{
    const auto terms = m_form->terms();
    if (!terms)
        return;
    setBusy(true);
    auto job = m_before ? jobs::changeProduct(m_session, m_before->sku,
                                              [before = *m_before, after = *terms](ProductTerms &current) -> Result<Done> {
                                                  takeChanges(before, after, current);
                                                  return Done{};
                                              })
                        : jobs::addProduct(m_session, *terms);
    whenDone(job, this, [this](const Result<StoredProduct> &product) {
        setBusy(false);
        if (product) {
            Q_EMIT saved(*product);
            accept();
        } else if (!m_form->showError(product.error())) {
            complain(product.error().message);
        }
    });
}

} // namespace waitline
