#include "ui/widgets/orderlineblock.h"

#include "models/tables/celltext.h"
#include "ui/forms/changeform.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QHBoxLayout>

namespace waitline {

OrderLineBlock::OrderLineBlock(OrderLineId line, QWidget *parent)
    : QWidget(parent)
    , m_line(line)
    , m_title(label({}))
    , m_kind(new Badge)
    , m_units(mutedLabel({}))
    , m_why(label({}))
    , m_promise(mutedLabel({}))
    , m_amend(quietButton(tr("Change quantity"), QStringLiteral("edit")))
    , m_cancel(quietButton(tr("Cancel line…"), QStringLiteral("close")))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("line-%1").arg(line.value));
    setTextSize(m_title, TextSize::Body, true);
    for (QLabel *text : {m_title, m_units, m_why, m_promise})
        text->setWordWrap(true);
    m_why->setObjectName(QStringLiteral("why"));
    m_amend->setObjectName(QStringLiteral("amend"));
    m_amend->setToolTip(tr("Change how many are ordered (F2)"));
    m_cancel->setObjectName(QStringLiteral("cancelLine"));
    m_cancel->setToolTip(tr("Cancel units of this line (Ctrl+Del)"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_kind, 0, Qt::AlignTop);
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    actions->setSpacing(0);
    actions->addWidget(m_amend);
    actions->addWidget(m_cancel);
    actions->addStretch();
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(4);
    m_column->addLayout(head);
    m_column->addWidget(m_units);
    m_column->addWidget(m_why);
    m_column->addWidget(m_promise);
    m_column->addLayout(actions);
    connect(m_amend, &QPushButton::clicked, this, &OrderLineBlock::openAmend);
    connect(m_cancel, &QPushButton::clicked, this, &OrderLineBlock::openCancel);
}

void OrderLineBlock::setView(const OrderLineView &view)
{
    m_view = view;
    const StoredOrderLine &line = view.line;
    m_title->setText(tr("%1  %2").arg(line.sku, line.productName));
    m_kind->setVisible(view.place.has_value());
    m_kind->setState(lookOf(line.preorder ? WaitingKind::Preorder : WaitingKind::Backorder), kindText(line.preorder));
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
    m_why->setText(whyItWaits(view));
    m_promise->setText(promiseText(line));
    m_promise->setVisible(!m_promise->text().isEmpty());
    const bool isOpen = line.waiting + line.allocated > 0;
    m_amend->setVisible(isOpen);
    m_cancel->setVisible(isOpen);
    m_amend->setAccessibleName(tr("Change quantity of %1").arg(line.sku));
    m_cancel->setAccessibleName(tr("Cancel line of %1").arg(line.sku));
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
    openForm(form);
}

void OrderLineBlock::openForm(ChangeForm *form)
{
    closeForm();
    m_form = form;
    m_column->addWidget(form);
    connect(form, &ChangeForm::dismissed, this, [this] {
        closeForm();
        m_amend->setFocus();
    });
    form->show();
    form->begin();
}

void OrderLineBlock::closeForm()
{
    if (m_form) {
        m_form->hide();
        m_form->deleteLater();
    }
    m_form = nullptr;
}

void OrderLineBlock::settle(const std::optional<Error> &refusal)
{
    if (!m_form)
        return;
    if (refusal)
        return m_form->showError(*refusal);
    closeForm();
    m_amend->setFocus();
}

} // namespace waitline
