#include "ui/widgets/releaseactions.h"

#include "models/services/productjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/entryform.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dayfield.h"

#include <QGridLayout>
#include <QPointer>

namespace waitline {

namespace {

const QString releaseKey = QStringLiteral("release");

/// One notice is prepared for each order: a customer with two orders reads two.
QString concerned(const ReleaseChange &change)
{
    if (change.orders == 0)
        return ReleaseActions::tr("Nobody waits for it: no promise moves and no notice is prepared.");
    QString told = countText(change.orders, ReleaseActions::tr("1 notice is prepared"),
                             ReleaseActions::tr("%1 notices are prepared, one for each order"));
    if (change.customers < change.orders)
        told += u' ' + countText(change.customers, ReleaseActions::tr("of 1 customer"), ReleaseActions::tr("of %1 customers"));
    if (change.promises == 0)
        return ReleaseActions::tr("No day is promised to anybody yet; %1.").arg(told);
    return ReleaseActions::tr("%1 by as many days, never into the past; %2.")
        .arg(countText(change.promises, ReleaseActions::tr("1 promise moves"), ReleaseActions::tr("%1 promises move")), told);
}

} // namespace

ReleaseActions::ReleaseActions(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_now(quietButton(tr("Release now"), QStringLiteral("check")))
    , m_move(quietButton(tr("Move the release…"), QStringLiteral("calendar")))
    , m_end(quietButton(tr("End the edition"), QStringLiteral("lock")))
    , m_column(new QVBoxLayout(this))
{
    m_now->setObjectName(QStringLiteral("releaseNow"));
    m_now->setToolTip(tr("From today on it ships, and takes ordinary orders"));
    m_move->setObjectName(QStringLiteral("moveRelease"));
    m_end->setObjectName(QStringLiteral("endEdition"));
    m_end->setToolTip(tr("No more orders are taken; those who wait keep their places"));
    auto *buttons = new QGridLayout; // three beside each other would widen the panel
    buttons->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    buttons->setSpacing(0);
    buttons->addWidget(m_now, 0, 0, Qt::AlignLeft);
    buttons->addWidget(m_move, 0, 1, Qt::AlignLeft);
    buttons->addWidget(m_end, 1, 0, 1, 2, Qt::AlignLeft);
    buttons->setColumnStretch(1, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addLayout(buttons);
    connect(m_now, &QPushButton::clicked, this, [this] { release(m_session.today()); });
    connect(m_move, &QPushButton::clicked, this, &ReleaseActions::moveRelease);
    connect(m_end, &QPushButton::clicked, this, &ReleaseActions::endEdition);
}

void ReleaseActions::setView(const ProductView &view)
{
    m_view = view;
    const ProductTerms &terms = view.product.terms;
    const bool isUpcoming = terms.takesPreorders(m_session.today());
    const bool hasEditionLeft = terms.editionSize && *terms.editionSize > view.product.stock.sold() && view.product.stock.sold() > 0;
    const bool staysFocused = window()->focusWidget() == m_end ? hasEditionLeft : isUpcoming;
    if (isAncestorOf(window()->focusWidget()) && !staysFocused && !m_form)
        Q_EMIT lettingGo();
    m_now->setVisible(isUpcoming);
    m_move->setVisible(isUpcoming);
    m_end->setVisible(hasEditionLeft);
    setVisible(isUpcoming || hasEditionLeft);
}

void ReleaseActions::moveRelease()
{
    closeForm();
    m_form = new EntryForm(QStringLiteral("releaseForm"), tr("Move the release"),
                           {{releaseKey, tr("Release day"), dayText(*m_view.product.terms.release), tr("A day, +14, w2 or t")}});
    writeOutDays(m_form->editor(releaseKey), m_session.today());
    m_column->addWidget(m_form);
    connect(m_form, &EntryForm::dismissed, this, &ReleaseActions::closeForm);
    connect(m_form, &EntryForm::entered, this, &ReleaseActions::enterRelease);
    whenDone(jobs::previewRelease(m_session, m_view.product.id), this, [form = QPointer(m_form)](const Result<ReleaseChange> &change) {
        if (form)
            form->setNote(change ? concerned(*change) : change.error().message);
    });
    m_form->show();
    m_form->begin();
}

void ReleaseActions::enterRelease()
{
    const auto day = typedDay(m_form->text(releaseKey), m_session.today(), releaseKey);
    if (!day)
        return m_form->showError(day.error());
    if (!*day)
        return m_form->showError(invalid(releaseKey, tr("No day is entered: the product stays a pre-order until one.")));
    release(**day);
}

void ReleaseActions::release(QDate day)
{
    change([day](ProductTerms &terms) { terms.release = day; }, tr("%1 is released on %2.").arg(m_view.product.terms.sku, dayText(day)),
           tr("%1 is released on %2 again.").arg(m_view.product.terms.sku, dayText(m_view.product.terms.release.value_or(QDate()))));
}

void ReleaseActions::endEdition()
{
    change([sold = m_view.product.stock.sold()](ProductTerms &terms) { terms.editionSize = sold; },
           tr("The edition of %1 has ended: %2 were sold, and no more orders are taken.")
               .arg(m_view.product.terms.sku, numberText(m_view.product.stock.sold())),
           tr("%1 is sold up to %2 again.").arg(m_view.product.terms.sku, numberText(m_view.product.terms.editionSize.value_or(0))));
}

void ReleaseActions::change(const std::function<void(ProductTerms &)> &change, const QString &sentence, const QString &undone)
{
    const ProductTerms before = m_view.product.terms;
    whenDone(jobs::changeProduct(m_session, before.sku,
                                 [change](ProductTerms &terms) -> Result<Done> {
                                     change(terms);
                                     return Done{};
                                 }),
             this, [this, before, sentence, undone, form = QPointer(m_form)](const Result<StoredProduct> &product) {
                 if (!product) {
                     if (form)
                         return form->showError(product.error());
                     return Q_EMIT complained(product.error().message);
                 }
                 if (form && form == m_form)
                     closeForm();
                 Q_EMIT done(sentence, inverseBy(
                                           [this, before] {
                                               return jobs::takeBackProductChange(m_session, before.sku,
                                                                                  [before](ProductTerms &terms) -> Result<Done> {
                                                                                      terms.release = before.release;
                                                                                      terms.editionSize = before.editionSize;
                                                                                      return Done{};
                                                                                  });
                                           },
                                           undone));
             });
}

void ReleaseActions::closeForm()
{
    if (!m_form)
        return;
    m_form->leaveTo(m_move);
    m_form = nullptr;
}

} // namespace waitline
