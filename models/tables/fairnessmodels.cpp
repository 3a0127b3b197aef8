#include "models/tables/fairnessmodels.h"

#include "models/services/orderstory.h"
#include "models/tables/celltext.h"
#include "models/tables/roles.h"

namespace waitline {

JumpModel::JumpModel(PolicyWords words, QObject *parent)
    : RowsModel({{tr("When"), tr("When it was done."), false},
                 {tr("Product"), tr("Whose line it is."), false},
                 {tr("Order"), tr("The order that went ahead, or the receipt that was given out otherwise."), true},
                 {tr("Customer"), tr("Who it belongs to."), false},
                 {tr("What"), tr("From which place to which, the priority it got, or the policy taken instead of the product's."), false},
                 {tr("Pushed back"), tr("Orders that were ahead and still wait."), false},
                 {tr("Why"), tr("The reason that was given."), false},
                 {tr("By"), tr("Who did it."), false},
                 {tr("State"), tr("Whether it stands."), false}},
                parent)
    , m_words(std::move(words))
{}

void JumpModel::setJumps(std::vector<LineJump> jumps) { setRows(std::move(jumps)); }

QVariant JumpModel::cell(const LineJump &jump, int column, int role) const
{
    switch (role) {
    case OrderIdRole: return jump.jump.order.isValid() ? QVariant(jump.jump.order.value) : QVariant();
    case StatusRole: return int(jump.canBeUndone());
    case Qt::DisplayRole: return text(jump, Column(column));
    default: return {};
    }
}

QString JumpModel::what(const StoredJump &jump) const
{
    switch (jump.kind) {
    case StoredJump::Kind::Move: return tr("%1 → %2").arg(numberText(jump.move.placeBefore), numberText(jump.move.placeAfter));
    case StoredJump::Kind::Priority: return tr("priority %1 → %2").arg(jump.priorities.before).arg(jump.priorities.after);
    case StoredJump::Kind::Policy:
        return jump.policies.used == jump.policies.own
                   ? m_words(jump.policies.used)
                   : tr("%1 instead of: %2").arg(m_words(jump.policies.used), m_words(jump.policies.own));
    }
    Q_UNREACHABLE();
}

QString JumpModel::pushedBack(const LineJump &jump)
{
    QStringList orders;
    for (OrderId order : jump.stillBehind)
        orders += QString::number(order.value);
    const QString named = orders.join(QStringLiteral(", "));
    if (!orders.isEmpty())
        return jump.moreBehind > 0 ? tr("order %1 and %2 more").arg(named, numberText(jump.moreBehind)) : tr("order %1").arg(named);
    if (jump.jump.kind == StoredJump::Kind::Move)
        return jump.ahead() > 0 ? tr("%1, none waits now").arg(numberText(jump.ahead())) : QString();
    return jump.jump.kind == StoredJump::Kind::Policy && !jump.jump.policies.isException ? tr("nobody") : tr("none waits now");
}

QString JumpModel::state(const StoredJump &jump)
{
    const bool isReceipt = jump.kind == StoredJump::Kind::Policy;
    if (jump.isUndone)
        return isReceipt ? tr("Void") : tr("Undone");
    return isReceipt || jump.isWaiting ? tr("Stands") : tr("Served");
}

QString JumpModel::text(const LineJump &jump, Column column) const
{
    const StoredJump &stored = jump.jump;
    const bool isReceipt = stored.kind == StoredJump::Kind::Policy;
    switch (column) {
    case When: return instantText(stored.operation.at);
    case Sku: return stored.sku;
    case Order: return isReceipt ? tr("GRN-%1").arg(stored.policies.receipt.value) : QString::number(stored.order.value);
    case Customer: return stored.customer;
    case Places: return what(stored);
    case PushedBack: return pushedBack(jump);
    case Reason: return stored.operation.reason;
    case Actor: return stored.operation.actor;
    case State: return state(stored);
    }
    Q_UNREACHABLE();
}

FairnessModel::FairnessModel(QObject *parent)
    : RowsModel({{tr("SKU"), tr("The product's number."), false},
                 {tr("Name"), tr("The product's name."), false},
                 {tr("Servings"), tr("How often units were given to the line."), true},
                 {tr("Lines out of turn"), tr("Lines that got units while a higher-ranked one still waited."), true},
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
    switch (Column(column)) {
    case Sku: return product.sku;
    case Name: return product.name;
    case Servings: return numberText(product.servings);
    case Exceptions: return numberText(product.outOfTurn);
    case Moves: return numberText(product.moves);
    case Verdict:
        if (product.outOfTurn > 0)
            return countText(product.servings - product.inOrder, tr("no, not in 1 serving"), tr("no, not in %1 servings"));
        return product.moves > 0 ? tr("yes, by the places that were given") : tr("yes");
    }
    Q_UNREACHABLE();
}

ExceptionModel::ExceptionModel(PolicyWords words, QObject *parent)
    : RowsModel({{tr("When"), tr("When units were given."), false},
                 {tr("Order"), tr("The order that got units."), true},
                 {tr("Customer"), tr("Who it belongs to."), false},
                 {tr("Got"), tr("Units it got."), true},
                 {tr("Place"), tr("Where it stood in line then."), true},
                 {tr("Still ahead"), tr("Units that waited ahead of it afterwards."), true},
                 {tr("Policy"), tr("Who is served first by it."), false},
                 {tr("With"), tr("What was done when it got them."), false},
                 {tr("By"), tr("Who did it."), false},
                 {tr("Why"), tr("The reason that was given."), false}},
                parent)
    , m_words(std::move(words))
{}

void ExceptionModel::setExceptions(std::vector<StoredException> exceptions) { setRows(std::move(exceptions)); }

QVariant ExceptionModel::cell(const StoredException &exception, int column, int role) const
{
    switch (role) {
    case IdRole: return exception.operation.value;
    case OrderIdRole: return exception.order.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case When: return instantText(exception.stamp.at);
    case Order: return QString::number(exception.order.value);
    case Customer: return exception.customer;
    case Units_: return numberText(exception.units);
    case Place: return numberText(exception.place);
    case StillAhead: return numberText(exception.stillAhead);
    case Operation: return whatWasDone(exception.stamp.kind);
    case Policy: return m_words(exception.policy);
    case Actor: return exception.stamp.actor;
    case Reason: return exception.stamp.reason;
    }
    Q_UNREACHABLE();
}

} // namespace waitline
