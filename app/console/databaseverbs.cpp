#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/services/unitofwork.h"
#include "models/store/backup.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("DatabaseVerbs", text); }

Result<Done> setCurrency(Connection &connection, const QString &code)
{
    const auto currency = Currency::fromCode(code);
    if (!currency)
        return currency.error();
    return writeIn(connection, [&] {
        SettingStore(connection).setValue(QStringLiteral("currency"), currency->code);
        return Done{};
    });
}

Result<QJsonValue> init(const Location &location, const Arguments &arguments, const Caller &)
{
    Reading reading(arguments, Currency{});
    const QString code = reading.text("currency");
    if (reading.error())
        return *reading.error();
    if (!code.isEmpty())
        if (const auto currency = Currency::fromCode(code); !currency)
            return currency.error();
    auto connection = Connection::open(location, Connection::Mode::Create);
    if (!connection)
        return connection.error();
    if (!code.isEmpty())
        if (auto set = setCurrency(**connection, code); !set)
            return set.error();
    return QJsonValue(QJsonObject{{"database", location.text}});
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
    return QJsonValue(QJsonObject{
        {"database", location.text},
        {"kept", replaces ? QJsonValue(QString(location.text + QStringLiteral(".before-restore"))) : QJsonValue()}});
}

} // namespace

std::vector<Verb> databaseVerbs()
{
    const Word file{"file", "FILE"};
    return {{"init", "makes a database", {}, {{"currency", "CODE"}}, Effect::Outside, nullptr, &init},
            {"backup", "writes a copy while others work", {file}, {}, Effect::Reads, &backup},
            {"restore", "puts a backup in the database's place", {file}, {{"force"}}, Effect::Outside, nullptr, &restore},
            {"batch", "takes JSON lines from its input and answers each with one", {}, {}, Effect::Batch}};
}

} // namespace waitline::console
