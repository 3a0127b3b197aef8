#include "models/tables/editionmodels.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

namespace waitline {

EditionChoiceModel::EditionChoiceModel(const Currency &currency, std::function<QString(AllocationPolicy)> words, QObject *parent)
    : RowsModel({{tr("Who keeps units"), tr("The rule by which the units that are left are given out."), false},
                 {tr("Lines cut"), tr("Lines that lose units."), true},
                 {tr("Keep nothing"), tr("Lines that lose all that waits."), true},
                 {tr("Units cut"), tr("Units that are cancelled."), true},
                 {tr("Refunds due"), tr("Money to be given back after it, more than now."), true}},
                parent)
    , m_currency(currency)
    , m_words(std::move(words))
{}

QVariant EditionChoiceModel::cell(const EditionChoice &choice, int column, int role) const
{
    if (role == KindRole)
        return int(choice.policy);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case Policy: return m_words(choice.policy);
    case Lines: return numberText(qint64(choice.losses.size()));
    case Emptied: return numberText(choice.emptied);
    case Units_: return numberText(choice.cut);
    case Refunds: return moneyText(choice.refundDue, m_currency);
    }
    Q_UNREACHABLE();
}

EditionLossModel::EditionLossModel(const Currency &currency, QObject *parent)
    : RowsModel({{tr("Order"), tr("The order that loses units."), true},
                 {tr("Customer"), tr("Who waits."), false},
                 {tr("Waits for"), tr("Units that wait now."), true},
                 {tr("Keeps"), tr("Units that wait on."), true},
                 {tr("Loses"), tr("Units that are cancelled."), true},
                 {tr("Refund due"), tr("Money to be given back after it, more than now."), true}},
                parent)
    , m_currency(currency)
{}

QVariant EditionLossModel::cell(const EditionLoss &loss, int column, int role) const
{
    if (role == OrderIdRole)
        return loss.order.value;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case Order: return QString::number(loss.order.value);
    case Customer: return loss.customer;
    case Waiting: return numberText(loss.waiting);
    case Keeps: return numberText(loss.waiting - loss.cut);
    case Cut: return numberText(loss.cut);
    case Refund: return loss.refundDue > 0 ? moneyText(loss.refundDue, m_currency) : QString();
    }
    Q_UNREACHABLE();
}

} // namespace waitline
