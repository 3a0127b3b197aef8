#include "models/domain/product.h"

#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/domain/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("ProductTerms", text); }
constexpr qsizetype longestName = 500;
constexpr qsizetype longestSku = 100;
} // namespace

Result<Done> validate(const ProductTerms &terms)
{
    if (!isVisible(terms.sku))
        return invalid("sku", sentence("The product has no SKU: enter one."));
    if (terms.sku.size() > longestSku)
        return invalid("sku", sentence("The SKU is too long: use at most 100 characters."));
    if (holdsInvisible(terms.sku.trimmed()))
        return invalid("sku", sentence("The SKU holds a sign that cannot be seen: write it without."));
    if (!isVisible(terms.name))
        return invalid("name", sentence("The product has no name: enter one."));
    if (terms.name.size() > longestName)
        return invalid("name", sentence("The name is too long: use at most 500 characters."));
    if (terms.price < 0 || terms.price > maximumMoney)
        return invalid("price", sentence("The price is negative or too large: enter 0 or more."));
    if (terms.cost < 0 || terms.cost > maximumMoney)
        return invalid("cost", sentence("The cost is negative or too large: enter 0 or more."));
    if (terms.deposit.value < 0 || terms.deposit.value > maximumMoney)
        return invalid("deposit", sentence("The deposit is negative or too large: enter 0 or more."));
    if (terms.editionSize && *terms.editionSize < 1)
        return invalid("edition", sentence("The edition size must be at least 1."));
    if (terms.customerLimit && *terms.customerLimit < 1)
        return invalid("per_customer", sentence("The limit per customer must be at least 1."));
    if (terms.backorderLimit && *terms.backorderLimit < 0)
        return invalid("backorders", sentence("The backorder limit must be 0 or more."));
    if (terms.leadDays < 0 || terms.leadDays > 3650)
        return invalid("lead_days", sentence("The lead time must be from 0 to 3650 days."));
    if (terms.pack < 1)
        return invalid("pack", sentence("The pack size must be at least 1."));
    if (terms.minimumOrder < 0)
        return invalid("minimum", sentence("The smallest purchase must be 0 or more."));
    if (terms.location.size() > longestSku)
        return invalid("location", sentence("The location is too long: use at most 100 characters."));
    for (const QString &barcode : terms.barcodes) {
        if (barcode.trimmed().isEmpty())
            return invalid("barcode", sentence("A barcode is empty: scan or type it, or leave it out."));
        if (holdsInvisible(barcode.trimmed()))
            return invalid("barcode", sentence("A barcode holds a sign that cannot be seen: write it without."));
        if (barcode.size() > longestSku)
            return invalid("barcode", sentence("A barcode is too long: use at most 100 characters."));
    }
    return Done{};
}

QString barcodesText(const ProductTerms &terms)
{
    QStringList texts;
    for (const QString &code : terms.barcodes) {
        const auto pack = terms.packs.find(code);
        texts += pack == terms.packs.end() ? code : QStringLiteral("%1×%2").arg(code, QString::number(pack->second));
    }
    return texts.join(u' ');
}

Result<Done> readBarcodes(const QString &text, ProductTerms &terms)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    static const QRegularExpression carton(QStringLiteral("^(?:(.+)[×*]|(\\d+)[xX=])(\\d+)$"));
    static const QRegularExpression almost(QStringLiteral("^\\d+[×*=]|^[×*=]\\d*$|^\\d+[xX]$"));
    terms.barcodes.clear();
    terms.packs.clear();
    for (const QString &typed : text.split(between, Qt::SkipEmptyParts)) {
        const auto match = carton.match(typed);
        if (!match.hasMatch() && typed.contains(almost))
            return invalid("barcode", sentence("“%1” is no barcode: write that of a carton of 12 like 4006381333931×12.").arg(typed));
        const QString code = match.hasMatch() ? match.captured(1) + match.captured(2) : typed;
        if (terms.barcodes.contains(code))
            return invalid("barcode", sentence("The barcode %1 stands there twice: keep one of them.").arg(code));
        terms.barcodes += code;
        if (!match.hasMatch())
            continue;
        const Units many = match.captured(3).toLongLong();
        const auto units = validateUnits(many, "barcode", sentence("The units of barcode %1").arg(code));
        if (!units)
            return units;
        if (many > 1)
            terms.packs[code] = many;
    }
    return Done{};
}

std::optional<QString> packProblem(const ProductTerms &terms, Units units)
{
    const Units least = (std::max(terms.minimumOrder, terms.pack) + terms.pack - 1) / terms.pack * terms.pack;
    if (units < terms.minimumOrder)
        return sentence("At least %1 of %2 must be bought at once: enter %3 or more.")
            .arg(unitsText(terms.minimumOrder), terms.sku)
            .arg(least);
    if (units % terms.pack == 0)
        return std::nullopt;
    const Units fewer = units / terms.pack * terms.pack;
    if (fewer < least)
        return sentence("%1 comes in packs of %2: enter %3.").arg(terms.sku).arg(terms.pack).arg(least);
    return sentence("%1 comes in packs of %2: enter %3 or %4.").arg(terms.sku).arg(terms.pack).arg(fewer).arg(fewer + terms.pack);
}

} // namespace waitline
