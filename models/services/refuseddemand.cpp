#include "models/services/refuseddemand.h"

#include "models/services/unitofwork.h"
#include "models/store/demandstore.h"
#include "models/store/productstore.h"

#include <QCoreApplication>
#include <QUuid>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }
QString uuidOfRefusal(const Caller &caller)
{
    return QUuid::createUuidV5(QUuid(), u"refused " + caller.uuid).toString(QUuid::WithoutBraces);
}

} // namespace

void recordRefused(Connection &connection, const std::optional<RefusedWish> &wish, const Error &error, const Caller &caller)
{
    if (!wish || error.kind != Error::Kind::Refused)
        return;
    // The order itself was rolled back; what was asked for is demand all the same. It has a uuid of its own, made
    // from the caller's: asking again under that uuid is open, and counts the refused demand once.
    Caller refusing = caller;
    refusing.uuid = caller.uuid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : uuidOfRefusal(caller);
    const auto recorded = writeIn(connection, [&] {
        const auto operation = OperationStore(connection).insertUnlessKnown(refusing.stamp("refuse", error.message));
        if (operation)
            DemandStore(connection).recordRefused(*operation, wish->product, wish->customer, caller.today(), wish->units);
        return Done{};
    });
    if (!recorded)
        qWarning("Refused demand was not recorded: %s", qPrintable(recorded.error().message));
}

void lowerRefused(Connection &connection, const Caller &caller, const std::map<ProductId, Units> &sold)
{
    if (caller.uuid.isEmpty())
        return;
    const QString refusal = uuidOfRefusal(caller);
    if (!OperationStore(connection).firstAnswer(refusal))
        return;
    for (const auto &[product, units] : sold)
        DemandStore(connection).lowerRefused(refusal, product, units);
}

Result<Done> recordUnwaited(Connection &connection, const std::vector<UnwaitedUnits> &unwaited, const QString &customer,
                            const Caller &caller)
{
    return writeIn(connection, [&] {
        Caller refusing = caller;
        if (refusing.uuid.isEmpty())
            refusing.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto operation =
            OperationStore(connection).insertUnlessKnown(refusing.stamp("refuse", sentence("The customer would not wait.")));
        for (const UnwaitedUnits &each : unwaited) {
            orRefuse(validateUnits(each.units, "line", sentence("The units of %1").arg(each.sku)));
            const ProductId product = ProductStore(connection).idOfSku(each.sku);
            if (!product.isValid())
                throw Refusal{
                    notFound("line",
                             sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(each.sku))};
            if (operation)
                DemandStore(connection).recordRefused(*operation, product, customer, caller.today(), each.units);
        }
        return Done{};
    });
}

} // namespace waitline
