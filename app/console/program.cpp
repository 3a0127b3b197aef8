#include "app/console/program.h"

#include "app/console/batch.h"
#include "app/console/commandline.h"
#include "app/console/textview.h"
#include "app/console/usage.h"
#include "app/settings.h"
#include "models/exchange/jsonviews.h"
#include "models/services/storesettings.h"
#include "models/store/connection.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace waitline::console {

namespace {

enum ExitStatus { Succeeded = 0, Refused = 1, WrongUsage = 2, NoDatabase = 3 };

QString sentence(const char *text) { return QCoreApplication::translate("Console", text); }

/// False when the answer could not be written, such as on a full disk.
bool print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size()) && std::fflush(stream) == 0;
}

ExitStatus refuse(const Error &error, bool json, ExitStatus status)
{
    print(stderr, error.message + u'\n');
    if (json)
        print(stdout, written(QJsonObject{{"error", toJson(error)}}) + u'\n');
    return status;
}

/// What could not be done because of the database itself; a file given by the user is input like any other.
ExitStatus statusOf(const Error &error) { return error.kind == Error::Kind::Storage && error.field != u"file" ? NoDatabase : Refused; }

/// Whether an import has taken nothing of a file, because all its rows were rejected.
bool isAllRejected(const QJsonObject &outcome)
{
    const auto count = [&](const char *key) { return outcome.value(QLatin1String(key)).toInteger(); };
    return count("rejected") > 0 && count("created") + count("updated") + count("skipped") == 0;
}

/// What has done its work and still says no: a check that found something, an import that could take nothing of a file.
bool isRefusal(const QJsonValue &answer)
{
    const QJsonArray several = answer.toArray();
    return !answer.toObject().value(QStringLiteral("ok")).toBool(true) || isAllRejected(answer.toObject()) ||
           std::any_of(several.begin(), several.end(), [](const QJsonValue &each) { return isAllRejected(each.toObject()); });
}

ExitStatus show(const CommandLine &line, const Result<QString> &answer)
{
    if (!answer)
        return refuse(answer.error(), line.json, statusOf(answer.error()));
    const QJsonDocument document = QJsonDocument::fromJson(answer->toUtf8());
    const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QString text = line.json ? QString(*answer + u'\n') : line.verb->text ? line.verb->text(value) : textView(value);
    if (!print(stdout, text))
        return refuse(invalid({}, sentence("The answer cannot be written: check where the output goes.")), false, Refused);
    return isRefusal(value) ? Refused : Succeeded;
}

Caller callerOf(const CommandLine &line)
{
    return {line.actor.isEmpty() ? actorName() : line.actor, line.now.value_or(QDateTime::currentMSecsSinceEpoch()), line.uuid};
}

ExitStatus runBatch(const CommandLine &line, Desk desk)
{
    const auto clock = [now = line.now] { return now.value_or(QDateTime::currentMSecsSinceEpoch()); };
    Batch batch(std::move(desk), callerOf(line).actor, clock);
    if (batch.run(stdin, stdout))
        return Succeeded;
    return refuse(invalid({}, sentence("An answer cannot be written: check where the output goes.")), false, Refused);
}

ExitStatus runOnDatabase(const CommandLine &line, const Location &location)
{
    auto connection = Connection::open(location, Connection::Mode::OpenExisting);
    if (!connection)
        return refuse(connection.error(), line.json, NoDatabase);
    const auto currency = storeCurrency(**connection);
    if (!currency)
        return refuse(currency.error(), line.json, NoDatabase);
    Desk desk{**connection, *currency};
    if (line.verb->effect == Effect::Batch)
        return runBatch(line, std::move(desk));
    return show(line, perform(desk, *line.verb, line.arguments, callerOf(line)));
}

ExitStatus runOutside(const CommandLine &line, const Location &location)
{
    if (line.verb->effect == Effect::Outside && line.database.isEmpty() && !QDir().mkpath(QFileInfo(location.text).path()))
        return refuse({Error::Kind::Storage, "database",
                       sentence("The folder of %1 cannot be made: check its permissions.").arg(location.text)},
                      line.json, NoDatabase);
    const auto answer = line.verb->outside(location, line.arguments, callerOf(line));
    return show(line, answer ? Result<QString>(written(*answer)) : Result<QString>(answer.error()));
}

} // namespace

int runProgram(const QStringList &words)
{
    const auto line = parseCommandLine(words);
    if (!line)
        return refuse(line.error(), words.contains(QStringLiteral("--json")), WrongUsage);
    if (line->version)
        return print(stdout, QStringLiteral("waitlinectl " WAITLINE_VERSION "\n")) ? Succeeded : Refused;
    if (line->help)
        return print(stdout, line->verb ? usageText(*line->verb) : usageText()) ? Succeeded : Refused;
    const auto location = Location::parse(line->database.isEmpty() ? defaultDatabase() : line->database);
    if (!location)
        return refuse(location.error(), line->json, NoDatabase);
    return line->verb->isOutside(line->arguments) ? runOutside(*line, *location) : runOnDatabase(*line, *location);
}

} // namespace waitline::console
