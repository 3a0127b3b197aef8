#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/delimiter.h"
#include "models/exchange/exporter.h"
#include "models/exchange/importer.h"
#include "models/exchange/recordfeed.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>
#include <QHash>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("FileVerbs", text); }

/// Field and column apart, at the first "=": a column's name may hold one, a field's never does.
void readMap(Reading &reading, SourceOptions &options)
{
    const QStringList pairs = reading.texts("map");
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1 || equals + 1 == pair.size())
            reading.refuse("map", sentence("“%1” maps nothing: write FIELD=COLUMN.").arg(pair));
        options.map.push_back({pair.left(equals), pair.mid(equals + 1)});
    }
}

/// The setting a word stands for; none where it was not given.
template <typename Setting>
std::optional<Setting> readWord(Reading &reading, const char *option, Result<Setting> (*named)(const QString &))
{
    if (!reading.has(option))
        return std::nullopt;
    const auto known = named(reading.text(option));
    if (known)
        return *known;
    reading.refuse(option, known.error().message);
    return std::nullopt;
}

Result<char> decimalSignNamed(const QString &name)
{
    if (name == u"." || name == u"point")
        return '.';
    if (name == u"," || name == u"comma")
        return ',';
    return invalid("decimal", sentence("“%1” is not a decimal sign: use point or comma.").arg(name));
}

Result<bool> dateOrderNamed(const QString &name)
{
    if (name == u"day-first" || name == u"month-first")
        return name == u"day-first";
    return invalid("dates", sentence("“%1” is not an order of day and month: use day-first or month-first.").arg(name));
}

Result<ImportRequest> readRequest(const Desk &desk, const Arguments &arguments)
{
    Reading reading(arguments, desk.currency);
    ImportRequest request;
    request.together = reading.texts("file");
    request.options.currency = desk.currency;
    readMap(reading, request.options);
    request.options.format = readWord(reading, "format", formatFromWord);
    request.options.encoding = readWord(reading, "encoding", encodingNamed);
    request.options.delimiter = readWord(reading, "delimiter", delimiterNamed);
    request.options.decimalSign = readWord(reading, "decimal", decimalSignNamed);
    request.options.dayBeforeMonth = readWord(reading, "dates", dateOrderNamed);
    request.dryRun = reading.flag("dry-run");
    request.resume = reading.flag("resume");
    request.rejectsPath = reading.text("rejects");
    if (!request.rejectsPath.isEmpty() && request.together.size() > 1)
        reading.refuse("rejects", sentence("One file of rejects cannot serve several imports: import one file at a time."));
    if (reading.error())
        return *reading.error();
    return request;
}

QJsonObject view(const ImportOutcome &outcome)
{
    QJsonArray rejections;
    for (const Rejection &rejection : outcome.rejections)
        rejections += QJsonObject{{"row", rejection.row}, {"column", rejection.column}, {"message", rejection.message}};
    QJsonArray leftOut;
    for (const ImportOutcome::LeftOut &each : outcome.leftOut)
        leftOut += QJsonObject{{"reason", each.reason}, {"rows", each.rows}};
    return {{"file", outcome.file},
            {"format", formatWord(outcome.format)},
            {"rows", outcome.rows},
            {"created", outcome.created},
            {"updated", outcome.updated},
            {"skipped", outcome.skipped},
            {"rejected", outcome.rejected},
            {"rejects_file", outcome.rejectsFile.isEmpty() ? QJsonValue() : QJsonValue(outcome.rejectsFile)},
            {"new_products", outcome.newProducts},
            {"rejections", rejections},
            {"left_out", leftOut},
            {"assumed", outcome.assumption()}};
}

Result<QJsonValue> importAll(Desk &desk, const ImportRequest &request, const Caller &caller)
{
    QHash<QString, QJsonObject> views;
    for (const QString &file : inImportOrder(request.together, request.options)) {
        ImportRequest each = request;
        each.path = file;
        each.together.removeOne(file);
        const auto outcome = importFile(desk.connection, each, caller);
        if (!outcome)
            return outcome.error();
        views.insert(file, view(*outcome));
    }
    QJsonArray outcomes;
    for (const QString &file : request.together)
        outcomes += views.value(file);
    return outcomes.size() == 1 ? outcomes.first() : QJsonValue(outcomes);
}

/// One file gives an object, several a list of them as they were named; what others refer to is taken first. A dry run
/// tries the files one on top of the other: what one would bring, the next may refer to.
Result<QJsonValue> import(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    auto request = readRequest(desk, arguments);
    if (!request)
        return request.error();
    ImportRequest wanted = std::move(request).value();
    wanted.isRehearsed = wanted.dryRun;
    if (!wanted.dryRun)
        return importAll(desk, wanted, caller);
    const auto tried = rehearseIn(desk.connection, [&] { return importAll(desk, wanted, caller); });
    return tried ? *tried : Result<QJsonValue>(tried.error());
}

Result<QJsonValue> exportFile(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const QString word = reading.text("subject");
    const QString file = reading.text("file");
    if (reading.error())
        return *reading.error();
    const auto subject = subjectFromWord(word);
    if (!subject)
        return subject.error();
    const auto outcome = exportTo(desk.connection, *subject, file, caller);
    if (!outcome)
        return outcome.error();
    return QJsonValue(QJsonObject{{"file", outcome->file}, {"rows", outcome->rows}});
}

} // namespace

std::vector<Verb> fileVerbs()
{
    return {{"import",
             "takes files of a shop or of its own into the database",
             {{"file", "FILE", true, true}},
             {{"format", "FORMAT"},
              {"map", "FIELD=COLUMN", true},
              {"encoding", "ENCODING"},
              {"delimiter", "SIGN"},
              {"decimal", "point|comma"},
              {"dates", "day-first|month-first"},
              {"dry-run"},
              {"rejects", "FILE"},
              {"resume"}},
             Effect::Writes,
             &import},
            {"export",
             "writes a .csv, .xlsx or .json file",
             {{"subject", "products|waiting|orders|ledger|demand|availability"}, {"file", "FILE"}},
             {},
             Effect::Reads,
             &exportFile}};
}

} // namespace waitline::console
