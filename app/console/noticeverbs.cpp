#include "app/console/reading.h"
#include "app/console/verb.h"
#include "models/exchange/jsonviews.h"
#include "models/exchange/noticefiles.h"
#include "models/services/noticeservice.h"

#include <QCoreApplication>

namespace waitline::console {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("NoticeVerbs", text); }

NoticeFilter readFilter(Reading &reading)
{
    NoticeFilter filter;
    if (reading.has("order"))
        filter.order = reading.id<OrderId>("order");
    if (reading.has("kind")) {
        const auto kind = noticeKindFromWord(reading.text("kind"));
        if (kind)
            filter.kind = *kind;
        else
            reading.refuse("kind", kind.error().message);
    }
    const QString state = reading.has("state") ? reading.text("state") : QStringLiteral("open");
    const QStringList states{QStringLiteral("open"), QStringLiteral("unanswered"), QStringLiteral("told"), QStringLiteral("withdrawn")};
    if (states.contains(state))
        filter.state = NoticeState(states.indexOf(state));
    else
        reading.refuse("state", sentence("“%1” is no state of a notice: use one of %2.").arg(state, states.join(QStringLiteral(", "))));
    return filter;
}

/// What is due is written first: the list is whole.
Result<std::vector<NoticeId>> listed(Desk &desk, const NoticeFilter &filter)
{
    NoticeService notices(desk.connection);
    if (const auto prepared = notices.prepareDue(); !prepared)
        return prepared.error();
    return notices.list(filter);
}

QJsonObject view(const WrittenNotice &written)
{
    const StoredNotice &notice = written.notice;
    const auto day = [](const std::optional<QDate> &date) { return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue(); };
    const QStringList states{QStringLiteral("open"), QStringLiteral("unanswered"), QStringLiteral("told"), QStringLiteral("withdrawn")};
    return {{"notice", notice.id.value},
            {"kind", noticeWord(notice.kind)},
            {"state", states.at(int(notice.state))},
            {"order", notice.order.value},
            {"customer", notice.customerName},
            {"email", notice.email},
            {"prepared", toIso(notice.preparedAt)},
            {"merged", notice.merged},
            {"deadline", day(notice.deadline)},
            {"accepted", notice.accepted ? QJsonValue(*notice.accepted) : QJsonValue()},
            {"subject", written.words.subject},
            {"text", written.words.body}};
}

Result<QJsonValue> list(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const NoticeFilter filter = readFilter(reading);
    if (reading.error())
        return *reading.error();
    const auto ids = listed(desk, filter);
    if (!ids)
        return ids.error();
    const auto notices = NoticeService(desk.connection).write(*ids, caller.today());
    if (!notices)
        return notices.error();
    QJsonArray all;
    for (const WrittenNotice &notice : *notices)
        all.append(view(notice));
    return QJsonValue(all);
}

/// To a .csv, .xlsx or .json file for a mail merge, or else one .eml file each into a folder.
Result<QJsonValue> exportAll(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const NoticeFilter filter = readFilter(reading);
    const QString file = reading.text("file");
    if (reading.error())
        return *reading.error();
    const auto ids = listed(desk, filter);
    if (!ids)
        return ids.error();
    const bool isSheet = file.endsWith(u".csv") || file.endsWith(u".xlsx") || file.endsWith(u".json");
    if (isSheet) {
        const auto rows = exportMerge(desk.connection, *ids, file, caller);
        return rows ? Result<QJsonValue>(QJsonObject{{"file", file}, {"rows", *rows}}) : Result<QJsonValue>(rows.error());
    }
    const auto saved = saveMessages(desk.connection, *ids, file, caller);
    if (!saved)
        return saved.error();
    return QJsonValue(
        QJsonObject{{"file", file}, {"rows", saved->written}, {"without_address", QJsonArray::fromStringList(saved->withoutAddress)}});
}

using Close = Result<NoticesChanged> (NoticeService::*)(const std::vector<NoticeId> &, const Caller &);

template <Close close>
Result<QJsonValue> closeAll(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    std::vector<NoticeId> ids;
    const QStringList numbers = reading.texts("notice");
    for (const QString &number : numbers)
        ids.push_back(reading.id<NoticeId>(number, "notice"));
    if (reading.error())
        return *reading.error();
    NoticeService notices(desk.connection);
    const auto changed = (notices.*close)(ids, caller);
    if (!changed)
        return changed.error();
    return QJsonValue(QJsonObject{{"notices", changed->notices}});
}

Result<QJsonValue> answer(Desk &desk, const Arguments &arguments, const Caller &caller)
{
    Reading reading(arguments, desk.currency);
    const auto notice = reading.id<NoticeId>("notice");
    const QString said = reading.text("answer");
    if (said != u"accepted" && said != u"refused")
        reading.refuse("answer", sentence("“%1” is no answer: use accepted or refused.").arg(said));
    if (reading.error())
        return *reading.error();
    const auto order = NoticeService(desk.connection).answer(notice, said == u"accepted", caller);
    if (!order)
        return order.error();
    return QJsonValue(JsonViews(desk.currency).order(*order));
}

} // namespace

std::vector<Verb> noticeVerbs()
{
    const std::vector<Option> filter{{"kind", "KIND"}, {"state", "open|unanswered|told|withdrawn"}, {"order", "ORDER"}};
    const Word some{"notice", "NOTICE", true, true};
    return {{"notices", "lists what customers are to be told, in the words they would read", {}, filter, Effect::Reads, &list},
            {"notices export",
             "writes them for a mail merge (.csv, .xlsx, .json), or as .eml files into a folder",
             {{"file", "FILE|FOLDER"}},
             filter,
             Effect::Reads,
             &exportAll},
            {"notices told", "marks notices as told", {some}, {}, Effect::Writes, &closeAll<&NoticeService::markTold>},
            {"notices withdraw", "marks notices as not to be told", {some}, {}, Effect::Writes, &closeAll<&NoticeService::withdraw>},
            {"notices answer",
             "records a customer's answer to a delay",
             {{"notice", "NOTICE"}, {"answer", "accepted|refused"}},
             {},
             Effect::Writes,
             &answer}};
}

} // namespace waitline::console
