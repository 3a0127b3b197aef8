#include "models/tables/fairnessmodels.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

namespace waitline {

JumpModel::JumpModel(QObject *parent)
    : RowsModel({{tr("When"), tr("When the line was moved."), false},
                 {tr("Product"), tr("Whose line it is."), false},
                 {tr("Order"), tr("The order that was moved."), true},
                 {tr("Customer"), tr("Who it belongs to."), false},
                 {tr("Places"), tr("From which place to which."), false},
                 {tr("Pushed back"), tr("Orders it went ahead of that still wait behind it."), false},
                 {tr("Why"), tr("The reason that was given."), false},
                 {tr("By"), tr("Who moved it."), false},
                 {tr("State"), tr("Whether the move stands."), false}},
                parent)
{}

void JumpModel::setJumps(std::vector<LineJump> jumps) { setRows(std::move(jumps)); }

QVariant JumpModel::cell(const LineJump &jump, int column, int role) const
{
    switch (role) {
    case OrderIdRole: return jump.jump.order.value;
    case StatusRole: return int(jump.canBeUndone());
    case Qt::DisplayRole: return text(jump, Column(column));
    default: return {};
    }
}

QString JumpModel::text(const LineJump &jump, Column column) const
{
    const StoredJump &stored = jump.jump;
    switch (column) {
    case When: return instantText(stored.operation.at);
    case Sku: return stored.sku;
    case Order: return QString::number(stored.order.value);
    case Customer: return stored.customer;
    case Places: return tr("%1 → %2").arg(numberText(stored.move.placeBefore), numberText(stored.move.placeAfter));
    case PushedBack: {
        QStringList orders;
        for (OrderId order : jump.stillBehind)
            orders += QString::number(order.value);
        if (orders.isEmpty())
            return jump.ahead() > 0 ? tr("%1, none waits now").arg(numberText(jump.ahead())) : QString();
        const QString named = orders.join(QStringLiteral(", "));
        return jump.moreBehind > 0 ? tr("order %1 and %2 more").arg(named, numberText(jump.moreBehind)) : tr("order %1").arg(named);
    }
    case Reason: return stored.operation.reason;
    case Actor: return stored.operation.actor;
    case State: return stored.isUndone ? tr("Undone") : stored.isWaiting ? tr("Stands") : tr("Served");
    }
    Q_UNREACHABLE();
}

FairnessModel::FairnessModel(QObject *parent)
    : RowsModel({{tr("SKU"), tr("The product's number."), false},
                 {tr("Name"), tr("The product's name."), false},
                 {tr("Servings"), tr("How often units were given to the line."), true},
                 {tr("Exceptions"), tr("Servings that passed somebody over."), true},
                 {tr("Moves"), tr("Lines moved by hand, as far as they stand."), true},
                 {tr("In rank order?"), tr("Whether everybody was served in turn."), false}},
                parent)
{}

void FairnessModel::setProducts(std::vector<StoredFairness> products) { setRows(std::move(products)); }

QVariant FairnessModel::cell(const StoredFairness &product, int column, int role) const
{
    switch (role) {
    case IdRole:
    case ProductIdRole: return product.product.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    const qint64 exceptions = product.servings - product.inOrder;
    switch (Column(column)) {
    case Sku: return product.sku;
    case Name: return product.name;
    case Servings: return numberText(product.servings);
    case Exceptions: return numberText(exceptions);
    case Moves: return numberText(product.moves);
    case Verdict:
        if (exceptions > 0)
            return tr("no, see the exceptions");
        return product.moves > 0 ? tr("yes, by the places that were given") : tr("yes");
    }
    Q_UNREACHABLE();
}

ExceptionModel::ExceptionModel(QObject *parent)
    : RowsModel({{tr("When"), tr("When units were given."), false},
                 {tr("Operation"), tr("Its number and what it did."), false},
                 {tr("Policy"), tr("Who is served first by it."), false},
                 {tr("Served"), tr("Lines that got units."), true},
                 {tr("Passed over"), tr("Lines ranked ahead that got none."), true},
                 {tr("By"), tr("Who did it."), false},
                 {tr("Why"), tr("The reason that was given."), false}},
                parent)
{}

void ExceptionModel::setExceptions(std::vector<StoredException> exceptions) { setRows(std::move(exceptions)); }

QVariant ExceptionModel::cell(const StoredException &exception, int column, int role) const
{
    switch (role) {
    case IdRole: return exception.operation.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case When: return instantText(exception.stamp.at);
    case Operation: return tr("%1, %2").arg(exception.operation.value).arg(exception.stamp.kind);
    case Policy: return policyWord(exception.policy);
    case Served: return numberText(exception.lines);
    case PassedOver: return numberText(exception.passedOver);
    case Actor: return exception.stamp.actor;
    case Reason: return exception.stamp.reason;
    }
    Q_UNREACHABLE();
}

} // namespace waitline
