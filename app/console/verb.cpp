#include "app/console/verb.h"

#include "models/services/once.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace waitline::console {

namespace {

template <typename Parts>
auto named(const Parts &parts, const QString &name) -> const typename Parts::value_type *
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto &part) { return name == QLatin1String(part.name); });
    return found == parts.end() ? nullptr : &*found;
}

/// One line that names the verb and all its arguments.
QString requestOf(const Verb &verb, const Arguments &arguments)
{
    const QByteArray said = QJsonDocument(arguments.toJson()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(verb.name) + u' ' + QString::fromLatin1(QCryptographicHash::hash(said, QCryptographicHash::Sha256).toHex());
}

/// A preview or a trial run writes nothing, so there is nothing to do once.
bool isTrial(const Arguments &arguments) { return arguments.has(QStringLiteral("preview")) || arguments.has(QStringLiteral("dry-run")); }

} // namespace

const Option *Verb::option(const QString &option) const { return named(options, option); }
bool Verb::isOutside(const Arguments &arguments) const
{
    const auto replaces = [&](const Option &option) { return option.replacesDatabase && arguments.has(QString::fromLatin1(option.name)); };
    return outside && (!work || std::any_of(options.begin(), options.end(), replaces));
}

const Word *Verb::word(const QString &word) const { return named(words, word); }

const std::vector<Verb> &allVerbs()
{
    static const std::vector<Verb> all = [] {
        std::vector<Verb> verbs;
        for (auto family : {&productVerbs, &orderVerbs, &moneyVerbs, &noticeVerbs, &purchaseVerbs, &stockVerbs, &shippingVerbs,
                            &reportVerbs, &campaignVerbs, &forecastVerbs, &planVerbs, &fileVerbs, &databaseVerbs}) {
            std::vector<Verb> more = family();
            verbs.insert(verbs.end(), more.begin(), more.end());
        }
        return verbs;
    }();
    return all;
}

const Verb *verbNamed(const QString &name) { return named(allVerbs(), name); }

QString written(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

Result<QString> perform(Desk &desk, const Verb &verb, const Arguments &arguments, const Caller &caller)
{
    const auto work = [&]() -> Result<QString> {
        const auto answer = verb.work(desk, arguments, caller);
        return answer ? Result<QString>(written(*answer)) : Result<QString>(answer.error());
    };
    if (verb.effect != Effect::Writes || isTrial(arguments))
        return work();
    return once(desk.connection, caller, requestOf(verb, arguments), work);
}

} // namespace waitline::console
