#include "ui/widgets/orderlineblock.h"

#include "models/services/promiserules.h"
#include "models/tables/celltext.h"
#include "ui/forms/changeform.h"
#include "ui/forms/typed.h"
#include "ui/style/icons.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/taborder.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace waitline {

namespace {
const QString placeKey = QStringLiteral("place");
const QString promiseKey = QStringLiteral("promise");
const QString reasonKey = QStringLiteral("reason");
constexpr int leastButton = 64; ///< in a narrow panel its words are cut

/// Whether what waits is expected later than promised, or not at all.
bool isLate(const OrderLineView &view)
{
    const auto &promise = view.line.promise;
    return view.line.waiting > 0 && promise && (!view.coverage.isCovered() || view.coverage.eta > *promise);
}
} // namespace

OrderLineBlock::OrderLineBlock(OrderLineId line, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_line(line)
    , m_today(today)
    , m_title(label({}))
    , m_late(new Badge)
    , m_kind(new Badge)
    , m_units(mutedLabel({}))
    , m_why(label({}))
    , m_promise(mutedLabel({}))
    , m_instead(mutedLabel({}))
    , m_amend(quietButton(tr("Quantity"), QStringLiteral("edit")))
    , m_cancel(quietButton(tr("Cancel…"), QStringLiteral("close")))
    , m_more(quietButton(tr("More…"), {}))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("line-%1").arg(line.value));
    setTextSize(m_title, TextSize::Body, true);
    for (QLabel *text : {m_title, m_units, m_why, m_promise, m_instead})
        text->setWordWrap(true);
    m_late->setObjectName(QStringLiteral("late"));
    m_why->setObjectName(QStringLiteral("why"));
    m_instead->setObjectName(QStringLiteral("instead"));
    m_instead->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_late, 0, Qt::AlignTop);
    head->addWidget(m_kind, 0, Qt::AlignTop);
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(4);
    m_column->addLayout(head);
    m_column->addWidget(m_units);
    m_column->addWidget(m_why);
    m_column->addWidget(m_promise);
    m_column->addLayout(makeActions());
    m_column->addWidget(m_instead);
}

QLayout *OrderLineBlock::makeActions()
{
    auto *menu = new QMenu(this);
    m_move = menu->addAction(icon(QStringLiteral("move")), tr("&Move in line…"), this, &OrderLineBlock::openMove);
    menu->addAction(icon(QStringLiteral("calendar")), tr("&Promise a day…"), this, &OrderLineBlock::openPromise);
    m_split = menu->addAction(icon(QStringLiteral("add")), tr("&Split the line…"), this, &OrderLineBlock::openSplit);
    m_whoElse = menu->addAction(icon(QStringLiteral("info")), tr("&Who got units instead?"), this, &OrderLineBlock::insteadAsked);
    // Opened without waiting for the answer: setMenu would hold up everything else meanwhile.
    connect(m_more, &QPushButton::clicked, menu, [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    m_amend->setObjectName(QStringLiteral("amend"));
    m_amend->setToolTip(tr("Change how many are ordered (F2)"));
    m_cancel->setObjectName(QStringLiteral("cancelLine"));
    m_cancel->setToolTip(tr("Cancel units of this line (Ctrl+Del)"));
    m_more->setObjectName(QStringLiteral("moreOfLine"));
    m_more->setToolTip(tr("Move, promise, split, and why others were served"));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    actions->setSpacing(0);
    for (QPushButton *button : {m_amend, m_cancel, m_more}) {
        button->setMinimumWidth(leastButton);
        actions->addWidget(button);
    }
    actions->addStretch();
    connect(m_amend, &QPushButton::clicked, this, &OrderLineBlock::openAmend);
    connect(m_cancel, &QPushButton::clicked, this, &OrderLineBlock::openCancel);
    return actions;
}

void OrderLineBlock::setView(const OrderLineView &view)
{
    m_view = view;
    const StoredOrderLine &line = view.line;
    m_title->setText(tr("%1  %2").arg(line.sku, line.productName));
    m_kind->setVisible(view.place.has_value());
    m_kind->setState(lookOf(line.preorder ? WaitingKind::Preorder : WaitingKind::Backorder), kindText(line.preorder));
    m_late->setVisible(isLate(view));
    m_late->setState(lookOf(WaitingStatus::Late), tr("Late"));
    showUnits(line);
    m_why->setText(whyItWaits(view));
    m_promise->setText(promiseText(view));
    m_promise->setVisible(!m_promise->text().isEmpty());
    const bool isOpen = line.waiting + line.allocated > 0;
    if (!isOpen)
        closeForm(); // cancelled meanwhile, or shipped: there is nothing left to change
    for (QPushButton *button : {m_amend, m_cancel, m_more})
        button->setVisible(isOpen);
    m_move->setEnabled(line.waiting > 0);
    m_split->setEnabled(line.waiting > 0 && line.ordered > 1);
    m_whoElse->setEnabled(line.waiting > 0);
    m_amend->setAccessibleName(tr("Change quantity of %1").arg(line.sku));
    m_cancel->setAccessibleName(tr("Cancel line of %1").arg(line.sku));
    m_more->setAccessibleName(tr("More for %1").arg(line.sku));
}

void OrderLineBlock::showUnits(const StoredOrderLine &line)
{
    QStringList units{tr("%1 ordered").arg(numberText(line.ordered))};
    const std::pair<Units, QString> others[] = {{line.waiting, tr("%1 waiting")},
                                                {line.allocated, tr("%1 allocated")},
                                                {line.shipped, tr("%1 shipped")},
                                                {line.cancelled, tr("%1 cancelled")}};
    for (const auto &[count, text] : others) {
        if (count > 0)
            units += text.arg(numberText(count));
    }
    m_units->setText(units.join(QStringLiteral(" · ")));
}

void OrderLineBlock::openAmend()
{
    if (m_amend->isHidden())
        return;
    auto *form = new ChangeForm(
        {QStringLiteral("amendForm"), QStringLiteral("line"), tr("Units ordered"), m_view.line.ordered, false, tr("Change quantity")});
    connect(form, &ChangeForm::submitted, this, [this](qint64 units) { Q_EMIT amendAsked(units); });
    openForm(form);
}

void OrderLineBlock::openCancel()
{
    if (m_cancel->isHidden())
        return;
    const Units open = m_view.line.waiting + m_view.line.allocated;
    auto *form =
        new ChangeForm({QStringLiteral("cancelForm"), QStringLiteral("line"), tr("Units to cancel"), open, true, tr("Cancel units")});
    connect(form, &ChangeForm::submitted, this, &OrderLineBlock::cancelAsked);
    connect(form->editor(QStringLiteral("line")), &QLineEdit::textChanged, this, [this](const QString &typed) {
        const auto units = typedUnits(typed, {});
        Q_EMIT cancelPreviewAsked(units ? *units : 0);
    });
    openForm(form);
    Q_EMIT cancelPreviewAsked(open);
}

void OrderLineBlock::openSplit()
{
    auto *form = new ChangeForm({QStringLiteral("splitForm"), QStringLiteral("line"), tr("Units of the new line"),
                                 std::max<Units>(1, m_view.line.waiting / 2), false, tr("Split the line")});
    form->setNote(tr("They wait directly behind this line; both keep their neighbours."));
    connect(form, &ChangeForm::submitted, this, [this](qint64 units) { Q_EMIT splitAsked(units); });
    openForm(form);
}

void OrderLineBlock::openPromise()
{
    auto *form = new EntryForm(QStringLiteral("promiseForm"), tr("Promise this day"),
                               {{promiseKey, tr("Day promised"), m_view.line.promise ? dayText(*m_view.line.promise) : QString(),
                                 tr("A day, +14, w2 or t; empty takes it back")},
                                {reasonKey, tr("Reason")}});
    writeOutDays(form->editor(promiseKey), m_today);
    if (m_view.line.waiting > 0 && m_view.coverage.isCovered())
        form->setNote(tr("Expected on %1.").arg(dayText(m_view.coverage.eta)));
    connect(form, &EntryForm::entered, this, &OrderLineBlock::enterPromise);
    openForm(form);
}

void OrderLineBlock::enterPromise()
{
    const auto day = typedDay(m_form->text(promiseKey), m_today, promiseKey);
    if (!day)
        return m_form->showError(day.error());
    if (const auto may = *day ? mayPromise(**day, m_today) : Done{}; !may)
        return m_form->showError(may.error());
    Q_EMIT promiseAsked(day->value_or(QDate()), m_form->text(reasonKey));
}

void OrderLineBlock::openMove()
{
    const qint64 place = m_view.place.value_or(1);
    auto *form = new EntryForm(QStringLiteral("moveForm"), tr("Move in line"),
                               {{placeKey, tr("Place in line (now %1)").arg(numberText(place)), QString::number(place > 1 ? 1 : place + 1)},
                                {reasonKey, tr("Reason")}});
    connect(form, &EntryForm::entered, this, &OrderLineBlock::enterMove);
    openForm(form);
    const auto preview = [this] {
        if (const auto typed = typedUnits(m_form->text(placeKey), placeKey))
            Q_EMIT movePreviewAsked(*typed);
    };
    connect(form->editor(placeKey), &QLineEdit::textChanged, this, preview);
    preview();
}

void OrderLineBlock::enterMove()
{
    const auto place = typedUnits(m_form->text(placeKey), placeKey);
    if (!place)
        return m_form->showError(place.error());
    Q_EMIT moveAsked(*place, m_form->text(reasonKey));
}

void OrderLineBlock::showPreview(const QString &form, const QString &preview)
{
    if (m_form && m_form->objectName() == form)
        m_form->setNote(preview);
}

void OrderLineBlock::showInstead(const QStringList &sentences)
{
    m_instead->setText(sentences.isEmpty() ? tr("Nobody else has got units since this line was ordered.") : sentences.join(u'\n'));
    m_instead->show();
}

bool OrderLineBlock::hasIdleForm() const { return m_form && !m_form->isTouched(); }

void OrderLineBlock::openForm(EntryForm *form)
{
    closeForm();
    Q_EMIT formOpening();
    m_form = form;
    m_column->addWidget(form);
    connect(form, &EntryForm::dismissed, this, [this] {
        closeForm();
        m_amend->setFocus();
    });
    form->show();
    tabThrough(m_more, form);
    form->begin();
}

void OrderLineBlock::closeForm()
{
    if (m_form)
        m_form->leaveTo(m_amend);
    m_form = nullptr;
}

void OrderLineBlock::settle(const std::optional<Error> &refusal)
{
    if (!m_form)
        return;
    if (refusal) {
        if (m_form->note() == refusal->message)
            m_form->setNote({}); // it stands under its field now
        return m_form->showError(*refusal);
    }
    closeForm();
    m_amend->setFocus();
}

} // namespace waitline
