#include "ui/forms/orderentry.h"

#include "models/tables/celltext.h"
#include "ui/forms/typed.h"

#include <QJsonArray>

#include <algorithm>

namespace waitline {

namespace {

QJsonObject toJson(const SheetLine &line)
{
    QJsonObject object{{QStringLiteral("line"), line.line.value}, {QStringLiteral("sku"), line.sku}, {QStringLiteral("units"), line.units}};
    if (line.unitPrice)
        object.insert(QStringLiteral("price"), *line.unitPrice);
    if (line.promise)
        object.insert(QStringLiteral("promise"), line.promise->toString(Qt::ISODate));
    return object;
}

QJsonObject toJson(const OrderSheet &sheet)
{
    QJsonArray lines;
    for (const SheetLine &line : sheet.lines)
        lines.append(toJson(line));
    return {{QStringLiteral("priority"), sheet.priority},
            {QStringLiteral("campaign"), sheet.campaign},
            {QStringLiteral("complete"), sheet.shipComplete},
            {QStringLiteral("reference"), sheet.reference},
            {QStringLiteral("note"), sheet.note},
            {QStringLiteral("lines"), lines},
            {QStringLiteral("customer"), sheet.customer.value},
            {QStringLiteral("customerName"), sheet.customerName}};
}

OrderSheet sheetFrom(const QJsonObject &object)
{
    OrderSheet sheet{object[QStringLiteral("priority")].toInt(),  object[QStringLiteral("campaign")].toString(),
                     object[QStringLiteral("complete")].toBool(), object[QStringLiteral("reference")].toString(),
                     object[QStringLiteral("note")].toString(),   {}};
    sheet.customer = {object[QStringLiteral("customer")].toInteger()};
    sheet.customerName = object[QStringLiteral("customerName")].toString();
    for (const QJsonValue &value : object[QStringLiteral("lines")].toArray()) {
        const QDate promise = QDate::fromString(value[QStringLiteral("promise")].toString(), Qt::ISODate);
        sheet.lines.push_back(
            {OrderLineId{value[QStringLiteral("line")].toInteger()}, value[QStringLiteral("sku")].toString(),
             value[QStringLiteral("units")].toInteger(),
             value[QStringLiteral("price")].isUndefined() ? std::nullopt : std::optional(value[QStringLiteral("price")].toInteger()),
             promise.isValid() ? std::optional(promise) : std::nullopt});
    }
    return sheet;
}

} // namespace

bool OrderEntry::isBlank() const
{
    return customerName.trimmed().isEmpty() && unwaited.empty() && !shipComplete &&
           std::all_of(lines.begin(), lines.end(), [](const LineEntry &line) { return line.isBlank(); }) &&
           std::all_of(fields.begin(), fields.end(), [](const QString &text) { return text.trimmed().isEmpty(); });
}

OrderEntry withSheet(OrderEntry entry, const OrderSheet &sheet, const Currency &currency)
{
    const std::vector<LineEntry> known = std::exchange(entry.lines, {});
    auto nextNew = known.begin();
    for (const SheetLine &line : sheet.lines) {
        LineEntry typed{line.line, {}, line.sku, QString::number(line.units), {}};
        const auto isSame = [&](const LineEntry &each) { return each.line == line.line; };
        // Lines to be added stand in the order they were typed.
        const auto found = std::find_if(line.line.isValid() ? known.begin() : nextNew, known.end(), isSame);
        if (found != known.end()) {
            typed.product = found->product;
            typed.price = found->price;
            nextNew = line.line.isValid() ? nextNew : std::next(found);
        }
        if (line.line.isValid() && line.unitPrice)
            typed.price = moneyToType(*line.unitPrice, currency);
        entry.lines.push_back(typed);
    }
    if (sheet.customer.isValid()) {
        entry.customer = sheet.customer;
        entry.customerName = sheet.customerName;
    }
    entry.fields.insert(QStringLiteral("priority"), sheet.priority == 0 ? QString() : QString::number(sheet.priority));
    entry.fields.insert(QStringLiteral("campaign"), sheet.campaign);
    entry.fields.insert(QStringLiteral("reference"), sheet.reference);
    entry.fields.insert(QStringLiteral("note"), sheet.note);
    entry.fields.insert(QStringLiteral("promise"), commonPromise(sheet));
    entry.shipComplete = sheet.shipComplete;
    return entry;
}

QString commonPromise(const OrderSheet &sheet)
{
    if (sheet.lines.empty() || !sheet.lines.front().promise)
        return {};
    const auto first = sheet.lines.front().promise;
    const bool isCommon = std::all_of(sheet.lines.begin(), sheet.lines.end(), [&](const SheetLine &line) { return line.promise == first; });
    return isCommon ? dayText(*first) : QString();
}

QJsonObject toJson(const OrderEntry &entry)
{
    QJsonArray lines;
    for (const LineEntry &line : entry.lines)
        lines.append(QJsonObject{{QStringLiteral("line"), line.line.value},
                                 {QStringLiteral("product"), line.product.value},
                                 {QStringLiteral("sku"), line.sku},
                                 {QStringLiteral("units"), line.units},
                                 {QStringLiteral("price"), line.price}});
    QJsonObject fields;
    for (auto field = entry.fields.begin(); field != entry.fields.end(); ++field)
        fields.insert(field.key(), field.value());
    QJsonArray unwaited;
    for (const UnwaitedUnits &each : entry.unwaited)
        unwaited.append(QJsonObject{{QStringLiteral("sku"), each.sku}, {QStringLiteral("units"), each.units}});
    QJsonObject object{{QStringLiteral("customer"), entry.customer.value},
                       {QStringLiteral("customerName"), entry.customerName},
                       {QStringLiteral("nameKept"), entry.isNameKept},
                       {QStringLiteral("lines"), lines},
                       {QStringLiteral("fields"), fields},
                       {QStringLiteral("complete"), entry.shipComplete},
                       {QStringLiteral("unwaited"), unwaited},
                       {QStringLiteral("order"), entry.order.value}};
    if (entry.before)
        object.insert(QStringLiteral("before"), toJson(*entry.before));
    return object;
}

std::optional<OrderEntry> orderEntryFrom(const QJsonObject &object)
{
    if (!object[QStringLiteral("lines")].isArray() || !object[QStringLiteral("fields")].isObject())
        return std::nullopt;
    OrderEntry entry;
    entry.customer = {object[QStringLiteral("customer")].toInteger()};
    entry.customerName = object[QStringLiteral("customerName")].toString();
    entry.isNameKept = object[QStringLiteral("nameKept")].toBool();
    for (const QJsonValue &value : object[QStringLiteral("lines")].toArray())
        entry.lines.push_back({OrderLineId{value[QStringLiteral("line")].toInteger()},
                               ProductId{value[QStringLiteral("product")].toInteger()}, value[QStringLiteral("sku")].toString(),
                               value[QStringLiteral("units")].toString(), value[QStringLiteral("price")].toString()});
    const QJsonObject fields = object[QStringLiteral("fields")].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        entry.fields.insert(field.key(), field.value().toString());
    entry.shipComplete = object[QStringLiteral("complete")].toBool();
    for (const QJsonValue &value : object[QStringLiteral("unwaited")].toArray())
        entry.unwaited.push_back({value[QStringLiteral("sku")].toString(), value[QStringLiteral("units")].toInteger()});
    entry.order = {object[QStringLiteral("order")].toInteger()};
    if (object.contains(QStringLiteral("before")))
        entry.before = sheetFrom(object[QStringLiteral("before")].toObject());
    return entry;
}

} // namespace waitline
