#include "tests/bench/business.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

namespace waitline::bench {

namespace {
const QString master = QStringLiteral("master.waitline");
const Instant demoMoment = *instantFromIso(QStringLiteral("2026-03-02T09:00:00Z"));
} // namespace

// Beside the program and not among the temporary files: those may live in memory.
Business::Business(const DemoSize &size)
    : m_folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../bench-XXXXXX"))
    , m_size(size)
{
    QElapsedTimer timer;
    timer.start();
    const auto connection = must(Connection::open(must(Location::parse(path(master))), Connection::Mode::Create));
    must(makeDemoBusiness(*connection, size, demoMoment, {}));
    m_seconds = double(timer.elapsed()) / 1e3;
}

void Business::remove(const QString &name) const
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path(name) + QLatin1String(suffix));
}

QString Business::copy(const QString &name, const QString &of) const
{
    remove(name);
    const QString source = path(of.isEmpty() ? master : of);
    if (!QFile::copy(source, path(name)))
        qFatal("%s cannot be copied.", qPrintable(source));
    return path(name);
}

std::unique_ptr<Connection> opened(const QString &path)
{
    return must(Connection::open(must(Location::parse(path)), Connection::Mode::OpenExisting));
}

Caller caller() { return {QStringLiteral("bench"), demoMoment, {}}; }

} // namespace waitline::bench
