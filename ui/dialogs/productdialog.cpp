#include "ui/dialogs/productdialog.h"

#include "models/services/noticejobs.h"
#include "models/services/productjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/productform.h"
#include "ui/prompts.h"
#include "ui/widgets/fitting.h"
#include "ui/words.h"

namespace waitline {

ProductDialog::ProductDialog(Session &session, Prompts &prompts, const std::optional<ProductTerms> &before, QWidget *parent)
    : FormDialog(prompts, before ? tr("Edit %1").arg(before->sku) : tr("New product"), tr("Save product"), parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_before(before)
    , m_form(new ProductForm(session.currency(), session.today()))
{
    setObjectName(QStringLiteral("productDialog"));
    resize(fittingSize(*this, {760, 690}));
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
    if (m_before && terms->editionSize && terms->editionSize != m_before->editionSize)
        checkEdition(*terms);
    else
        write(*terms);
}

/// An edition of fewer units than are sold takes units from customers. Who loses them is decided by Short edition; here it
/// only happens to somebody who says so.
void ProductDialog::checkEdition(const ProductTerms &terms)
{
    setBusy(true);
    whenDone(jobs::showProduct(m_session, m_before->sku), this, [this, terms](const Result<StoredProduct> &product) {
        setBusy(false);
        const Units size = *terms.editionSize;
        if (!product || product->stock.sold() <= size)
            return write(terms); // a product that is gone is refused there
        const QString few = tr("%1 of %2 are sold already, %3 more than that: “Short edition…” beside the product says who keeps what.")
                                .arg(unitsText(product->stock.sold()), terms.sku, numberText(product->stock.sold() - size));
        m_form->showError(invalid(QStringLiteral("edition"), few));
        m_prompts.confirm(this, tr("%1 Set the edition to %2 all the same and leave all lines as they are?").arg(few, numberText(size)),
                          tr("Set it all the same"), [this, terms] { write(terms); });
    });
}

void ProductDialog::write(const ProductTerms &terms)
{
    setBusy(true);
    auto job = m_before ? jobs::changeProduct(m_session, m_before->sku,
                                              [before = *m_before, after = terms](ProductTerms &current) -> Result<Done> {
                                                  takeChanges(before, after, current);
                                                  return Done{};
                                              })
                        : jobs::addProduct(m_session, terms);
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
