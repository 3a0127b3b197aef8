#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/services/demobusiness.h"
#include "models/services/unitofwork.h"
#include "models/store/backup.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <functional>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("DatabaseVerbs", text); }

using DemoWish = std::optional<DemoSize>;

/// None without --demo; its sizes are for it alone.
DemoWish readDemo(Reading &reading)
{
    constexpr qint64 most = 1'000'000'000;
    DemoSize size;
    size.seed = reading.integer("seed", 0, most).value_or(size.seed);
    size.products = reading.integer("products", 1, most).value_or(size.products);
    size.customers = reading.integer("customers", 1, most).value_or(size.customers);
    size.lines = reading.integer("lines", 1, most).value_or(size.lines);
    if (reading.flag("demo"))
        return size;
    for (const char *name : {"seed", "products", "customers", "lines"}) {
        if (reading.has(name))
            reading.refuse(name, sentence("--%1 is for a demo business: add --demo or leave it out.").arg(QLatin1String(name)));
    }
    return std::nullopt;
}

Result<Done> setCurrency(Connection &connection, const Currency &currency)
{
    return writeIn(connection, [&] {
        SettingStore(connection).setValue(QStringLiteral("currency"), currency.code);
        return Done{};
    });
}

using Filling = std::function<Result<Done>(Connection &)>;

Result<Done> makeAt(const Location &location, const Filling &fill)
{
    auto connection = Connection::open(location, Connection::Mode::Create);
    return connection ? fill(**connection) : Result<Done>(connection.error());
}

/// Makes the database, or leaves nothing of it: a file is made beside its place and put there whole, so that what is stopped
/// halfway is in nobody's way.
Result<Done> make(const Location &location, const Filling &fill)
{
    if (location.kind != Location::Kind::SqliteFile || QFileInfo::exists(location.text))
        return makeAt(location, fill);
    Location making = location;
    making.text += QStringLiteral(".making");
    const auto removeAll = [&making] {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(making.text + QLatin1String(suffix));
    };
    removeAll();
    const auto made = makeAt(making, fill);
    if (!made) {
        removeAll();
        return made.error();
    }
    if (!QFile::rename(making.text, location.text)) { // which replaces nothing
        removeAll();
        return Error{Error::Kind::Storage, QStringLiteral("database"),
                     sentence("%1 cannot be put in its place: check the folder's permissions, and that nothing of that name is there.")
                         .arg(location.text)};
    }
    return Done{};
}

Result<QJsonValue> init(const Location &location, const Arguments &arguments, [[maybe_unused]] const Caller &caller)
{
    Reading reading(arguments, Currency{});
    const auto currency = Currency::fromCode(reading.has("currency") ? reading.text("currency") : Currency{}.code);
    const DemoWish demo = readDemo(reading);
    if (reading.error())
        return *reading.error();
    if (!currency)
        return currency.error();
    const auto made = make(location, [&](Connection &connection) -> Result<Done> {
        if (auto set = setCurrency(connection, *currency); !set)
            return set;
        if (demo)
            return makeDemoBusiness(connection, *demo, caller.now, [](qint64, qint64) { return true; });
        return Done{};
    });
    if (!made)
        return made.error();
    return QJsonValue(QJsonObject{{"database", location.text}, {"currency", currency->code}});
}

Result<QJsonValue> backup(Desk &desk, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, desk.currency);
    const QString file = reading.text("file");
    if (reading.error())
        return *reading.error();
    if (auto saved = backUp(desk.connection, file, Overwrite::No); !saved)
        return saved.error();
    return QJsonValue(QJsonObject{{"file", file}, {"bytes", QFileInfo(file).size()}});
}

Result<QJsonValue> restore(const Location &location, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, Currency{});
    const QString file = reading.text("file");
    const bool force = reading.flag("force");
    if (reading.error())
        return *reading.error();
    if (location.kind != Location::Kind::SqliteFile)
        return invalid("database", sentence("A PostgreSQL database is restored with pg_restore, not from here."));
    const bool replaces = QFileInfo::exists(location.text);
    if (auto restored = restoreBackup(file, location.text, force ? Overwrite::Yes : Overwrite::No); !restored)
        return restored.error();
    return QJsonValue(
        QJsonObject{{"database", location.text},
                    {"kept", replaces ? QJsonValue(QString(location.text + QStringLiteral(".before-restore"))) : QJsonValue()}});
}

} // namespace

std::vector<Verb> databaseVerbs()
{
    const Word file{"file", "FILE"};
    const std::vector<Option> initOptions{{"demo"},           {"seed", "N"},  {"products", "N"},
                                          {"customers", "N"}, {"lines", "N"}, {"currency", "CODE"}};
    return {{"init", "makes a database", {}, initOptions, Effect::Outside, nullptr, &init},
            {"backup", "writes a copy while others work", {file}, {}, Effect::Reads, &backup},
            {"restore", "puts a backup in the database's place", {file}, {{"force"}}, Effect::Outside, nullptr, &restore},
            {"batch", "takes JSON lines from its input and answers each with one", {}, {}, Effect::Batch}};
}

} // namespace waitline::console
