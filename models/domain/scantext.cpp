#include "models/domain/scantext.h"

#include "models/domain/order.h"

#include <QRegularExpression>

namespace waitline {

namespace {

constexpr QLatin1String purchasePrefix("PO-");

bool isNumeric(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[+-]?\\d+([.,]\\d*)?$"));
    return number.match(text).hasMatch();
}

ScanText::Kind kindOf(const QString &code, PurchaseId &purchase)
{
    for (const auto &[label, kind] : {std::pair(doneCode, ScanText::Kind::Done), std::pair(undoCode, ScanText::Kind::Undo),
                                      std::pair(damagedCode, ScanText::Kind::Damaged)}) {
        if (code.compare(label, Qt::CaseInsensitive) == 0)
            return kind;
    }
    if (!code.startsWith(purchasePrefix, Qt::CaseInsensitive))
        return ScanText::Kind::Product;
    bool isNumber = false;
    purchase = PurchaseId{code.mid(purchasePrefix.size()).toLongLong(&isNumber)};
    return isNumber && purchase.isValid() ? ScanText::Kind::Purchase : ScanText::Kind::Product;
}

} // namespace

QString purchaseCode(PurchaseId purchase) { return purchasePrefix + QString::number(purchase.value); }

ScanText readScan(const QString &typed)
{
    const QString text = typed.trimmed();
    const qsizetype star = text.indexOf(u'*');
    bool isNumber = false;
    const Units times = star > 0 ? text.left(star).trimmed().toLongLong(&isNumber) : 0;
    ScanText scan;
    if (isNumber && times > 0 && times <= mostUnitsOfALine) {
        scan.times = times;
        scan.hasTimes = true;
        scan.code = text.mid(star + 1).trimmed();
        scan.kind = scan.code.isEmpty() ? ScanText::Kind::Times : ScanText::Kind::Product;
        return scan;
    }
    scan.code = text;
    scan.kind = star > 0 && isNumeric(text.left(star).trimmed()) ? ScanText::Kind::NoTimes : kindOf(text, scan.purchase);
    return scan;
}

} // namespace waitline
