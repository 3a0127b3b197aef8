#include "models/exchange/batchtally.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waitline {

QString BatchTally::toText() const
{
    QJsonArray rejected;
    for (const Rejection &rejection : rejections)
        rejected.append(QJsonArray{rejection.row, rejection.column, rejection.message});
    QJsonArray others;
    for (const qint64 order : differing)
        others.append(order);
    const QJsonObject object{{"created", created},         {"updated", updated},   {"skipped", skipped},
                             {"newProducts", newProducts}, {"rejected", rejected}, {"differing", others}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

BatchTally BatchTally::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    BatchTally tally{object["created"].toInteger(),
                     object["updated"].toInteger(),
                     object["skipped"].toInteger(),
                     object["newProducts"].toInteger(),
                     {},
                     {}};
    const QJsonArray rejected = object["rejected"].toArray();
    for (const QJsonValue &each : rejected)
        tally.rejections.push_back({each[0].toInteger(), each[1].toString(), each[2].toString()});
    const QJsonArray others = object["differing"].toArray();
    for (const QJsonValue &each : others)
        tally.differing.push_back(each.toInteger());
    return tally;
}

} // namespace waitline
