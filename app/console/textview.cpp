#include "app/console/textview.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace waitline::console {

namespace {

/// Columns in the order people read them; what is not named here follows by the alphabet.
constexpr const char *readingOrder[] = {"file",         "format",    "rows",        "created",    "updated",     "skipped",   "rejected",
                                        "rejects_file", "bucket",    "month",       "place",      "order",       "purchase",  "receipt",
                                        "shipment",     "line",      "sku",         "name",       "customer",    "supplier",  "status",
                                        "ordered",      "cancelled", "shipped",     "allocated",  "waiting",     "received",  "on_order",
                                        "accepted",     "damaged",   "units",       "remaining",  "units_ahead", "preorder",  "eta",
                                        "covered_by",   "promised",  "on_hand",     "available",  "committed",   "projected", "total",
                                        "paid",         "refunded",  "balance_due", "refund_due", "rule",        "checked",   "broken"};

qsizetype rankOf(const QString &key)
{
    const auto found =
        std::find_if(std::begin(readingOrder), std::end(readingOrder), [&](const char *known) { return key == QLatin1String(known); });
    return found - std::begin(readingOrder);
}

QStringList inReadingOrder(QStringList keys)
{
    std::stable_sort(keys.begin(), keys.end(), [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    return keys;
}

QString cell(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("–");
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("TextView", "yes") : QCoreApplication::translate("TextView", "no");
    if (value.isDouble() && value.toDouble() != std::floor(value.toDouble()))
        return QString::number(value.toDouble(), 'f', 2);
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts += cell(part);
        return parts.join(QStringLiteral("; "));
    }
    // A line break in a name must not break the table.
    return value.toString().simplified();
}

bool isNumberText(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?[0-9]+(\\.[0-9]+)?$"));
    return text == u"–" || number.match(text).hasMatch();
}

bool isTable(const QJsonValue &value) { return value.isArray() && !value.toArray().isEmpty() && value.toArray().first().isObject(); }

bool isEmptyList(const QJsonValue &value) { return value.isArray() && value.toArray().isEmpty(); }

struct Column {
    QString key;
    QStringList cells;
    qsizetype width = 0;
    bool isNumeric = true;
};

Column columnOf(const QString &key, const QJsonArray &rows)
{
    Column column{key, {}, key.size(), true};
    for (const QJsonValue &row : rows) {
        const QString text = cell(row.toObject().value(key));
        column.width = std::max(column.width, text.size());
        column.isNumeric = column.isNumeric && isNumberText(text);
        column.cells += text;
    }
    return column;
}

QString tableView(const QJsonArray &rows)
{
    std::vector<Column> columns;
    QJsonObject nested; // tables inside rows, such as the lines of shipments
    for (const QString &key : inReadingOrder(rows.first().toObject().keys())) {
        if (std::any_of(rows.begin(), rows.end(), [&](const QJsonValue &row) { return isTable(row.toObject().value(key)); }))
            nested.insert(key, true);
        else if (!std::all_of(rows.begin(), rows.end(), [&](const QJsonValue &row) { return isEmptyList(row.toObject().value(key)); }))
            columns.push_back(columnOf(key, rows));
    }
    const auto lineOf = [&](auto text) {
        QString line;
        for (const Column &column : columns) {
            const QString part = text(column);
            line += (line.isEmpty() ? QString() : QStringLiteral("  ")) +
                    (column.isNumeric ? part.rightJustified(column.width) : part.leftJustified(column.width));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        return QString(line + u'\n');
    };
    QString view = lineOf([](const Column &column) { return column.key; });
    for (qsizetype row = 0; row < rows.size(); ++row) {
        view += lineOf([row](const Column &column) { return column.cells[row]; });
        const QStringList inner = nested.keys();
        for (const QString &key : inner) {
            const QJsonValue value = rows[row].toObject().value(key);
            const QStringList lines = isTable(value) ? textView(value).split(u'\n', Qt::SkipEmptyParts) : QStringList();
            for (const QString &line : lines)
                view += QStringLiteral("    ") + line + u'\n';
        }
    }
    return view;
}

QString objectView(const QJsonObject &object)
{
    QString facts;
    QString tables;
    qsizetype widest = 0;
    const QStringList keys = inReadingOrder(object.keys());
    for (const QString &key : keys)
        widest = std::max(widest, isTable(object.value(key)) ? 0 : key.size());
    for (const QString &key : keys) {
        const QJsonValue value = object.value(key);
        if (isTable(value))
            tables += u'\n' + key + u'\n' + tableView(value.toArray());
        else
            facts += key.leftJustified(widest + 2) + cell(value) + u'\n';
    }
    return facts + tables;
}

} // namespace

QString textView(const QJsonValue &answer)
{
    if (answer.isObject())
        return objectView(answer.toObject());
    if (isTable(answer))
        return tableView(answer.toArray());
    return QCoreApplication::translate("TextView", "nothing to show") + u'\n';
}

} // namespace waitline::console
