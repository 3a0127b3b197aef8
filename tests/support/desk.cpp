// A desk in a process of its own, to be killed at any moment. Storage errors go to stderr and end it with status 3.
// desk LOCATION SEED STEPS does random things and writes the UUID of each operation that was done, one a line.
// desk LOCATION clerk STEPS counts deliveries of P1 and writes "counted COUNT UNITS" after each scan and "posted RECEIPT".
#include "models/services/purchaseservice.h"
#include "models/services/receivingcounts.h"
#include "models/store/connection.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <QCoreApplication>

#include <cstdio>

using namespace waitline;

namespace {

void tell(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 3;
}

int workAtRandom(Connection &connection, quint32 seed, int steps)
{
    test::RandomDesk desk(connection, seed);
    for (int i = 0; i < steps; ++i) {
        const auto uuid = desk.step();
        if (uuid)
            tell(*uuid);
        else if (uuid.error().kind == Error::Kind::Storage)
            return fail(uuid.error());
    }
    return 0;
}

int countDeliveries(Connection &connection, int deliveries)
{
    constexpr Units units = 20;
    ReceivingCounts counts(connection);
    for (int i = 0; i < deliveries; ++i) {
        const Caller caller = test::callerAt(i);
        const auto purchase =
            PurchaseService(connection)
                .place({QStringLiteral("Maker"), {{QStringLiteral("P1"), units, {}}}, caller.today().addDays(1), {}}, caller);
        if (!purchase)
            return fail(purchase.error());
        const auto count = counts.open(purchase->id, caller);
        if (!count)
            return fail(count.error());
        for (Units scanned = 1; scanned <= units; ++scanned) {
            const auto scan = counts.scan(count->count.id, readScan(QStringLiteral("P1")), false, caller);
            if (!scan)
                return fail(scan.error());
            tell(QStringLiteral("counted %1 %2").arg(count->count.id.value).arg(scan->line.units.accepted));
        }
        const auto preview = counts.preview(count->count.id);
        if (!preview)
            return fail(preview.error());
        const auto posted = counts.post(count->count.id, *preview->outcome, false, caller);
        if (!posted)
            return fail(posted.error());
        tell(QStringLiteral("posted %1").arg(posted->receipt.value));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const auto location = Location::parse(arguments[1]);
    const auto connection = Connection::open(*location, Connection::Mode::OpenExisting);
    if (!connection)
        return fail(connection.error());
    const int steps = arguments[3].toInt();
    return arguments[2] == u"clerk" ? countDeliveries(**connection, steps) : workAtRandom(**connection, arguments[2].toUInt(), steps);
}
