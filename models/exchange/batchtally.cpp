#include "models/exchange/batchtally.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waitline {

namespace {

QJsonArray numbers(const std::vector<qint64> &values)
{
    QJsonArray array;
    for (const qint64 value : values)
        array.append(value);
    return array;
}

std::vector<qint64> numbersIn(const QJsonValue &array)
{
    std::vector<qint64> values;
    const QJsonArray all = array.toArray();
    for (const QJsonValue &each : all)
        values.push_back(each.toInteger());
    return values;
}

} // namespace

QString BatchTally::toText() const
{
    QJsonArray rejected;
    for (const Rejection &rejection : rejections)
        rejected.append(QJsonArray{rejection.row, rejection.column, rejection.message});
    const QJsonObject object{{"created", created},
                             {"updated", updated},
                             {"skipped", skipped},
                             {"newProducts", newProducts},
                             {"rejected", rejected},
                             {"differing", numbers(differing)},
                             {"differingPurchases", numbers(differingPurchases)}};
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
                     numbersIn(object["differing"]),
                     numbersIn(object["differingPurchases"])};
    const QJsonArray rejected = object["rejected"].toArray();
    for (const QJsonValue &each : rejected)
        tally.rejections.push_back({each[0].toInteger(), each[1].toString(), each[2].toString()});
    return tally;
}

} // namespace waitline
