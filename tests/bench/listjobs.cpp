#include "models/tables/waitingmodel.h"
#include "tests/bench/jobs.h"
#include "tests/bench/measuring.h"

#include <QSignalSpy>
#include <QTest>

namespace waitline::bench {

namespace {

constexpr int patienceMs = 60'000;

void awaitLoaded(WindowedModel &model, const std::function<void()> &ask)
{
    QSignalSpy loaded(&model, &WindowedModel::loaded);
    ask();
    if (loaded.isEmpty() && !loaded.wait(patienceMs))
        qFatal("The list does not come.");
}

void awaitRow(const QAbstractItemModel &model, int row)
{
    if (!QTest::qWaitFor([&] { return model.index(row, 0).data().isValid(); }, patienceMs))
        qFatal("The row does not come.");
}

} // namespace

/// Goals: twice what a windowed prototype took with a million lines (50, 18 and 46 ms), on the clock.
void measureLists(const Business &business, const Effort &, Figures &figures)
{
    Session session(must(Location::parse(business.copy(QStringLiteral("list.waitline")))),
                    {QStringLiteral("bench"), [] { return caller().now; }});
    must(session.open(Connection::Mode::OpenExisting).result());
    WaitingModel waiting(session);
    const auto add = [&](const QString &job, double goal, const std::function<void()> &work) {
        figures.add({job, costOf(work).wall, {}, QStringLiteral("ms"), goal, {}});
    };
    const double before = residentMemory();
    add(QStringLiteral("waiting list: first rows"), 100, [&] { awaitLoaded(waiting, [&] { waiting.setLive(true); }); });
    const QString lines = QLocale::c().toString(waiting.rowCount());
    add(QStringLiteral("waiting list: jump to the end of %1 lines").arg(lines), 36, [&] { awaitRow(waiting, waiting.rowCount() - 1); });
    const QString sku = waiting.index(waiting.rowCount() - 1, WaitingModel::Product).data().toString();
    WaitingFilter filter;
    filter.text = sku;
    add(QStringLiteral("waiting list: filter by a SKU"), 92, [&] { awaitLoaded(waiting, [&] { waiting.setFilter(filter); }); });
    figures.add({QStringLiteral("waiting list: memory it added"), residentMemory() - before, {}, QStringLiteral("MB"), 150, {}});
}

} // namespace waitline::bench
