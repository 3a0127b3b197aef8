#include "models/domain/caps.h"
#include "models/tables/celltext.h"
#include "models/tables/productmodel.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Availability", text); }

QString preorderText(const StoredProduct &product)
{
    QStringList parts{sentence("Pre-order open"), sentence("releases %1").arg(dayText(product.terms.release.value_or(QDate())))};
    if (const auto left = editionLeft(product.terms, product.stock))
        parts += sentence("%1 of %2 left").arg(numberText(*left), numberText(*product.terms.editionSize));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString availabilityText(const StoredProduct &product, Availability state)
{
    switch (state) {
    case Availability::InStock: return sentence("In stock (%1)").arg(numberText(freeForNewcomers(product.terms, product.stock)));
    case Availability::Low: return sentence("Low (%1)").arg(numberText(freeForNewcomers(product.terms, product.stock)));
    case Availability::BackorderOpen:
        return product.stock.waiting() > 0 ? sentence("Backorder open · %1 wait").arg(numberText(product.stock.waiting()))
                                           : sentence("Backorder open");
    case Availability::NotSold: return sentence("Out of stock, not sold");
    case Availability::PreorderOpen: return preorderText(product);
    case Availability::PreorderFull: return sentence("Pre-order full");
    case Availability::Discontinued: return sentence("Discontinued");
    }
    Q_UNREACHABLE();
}

} // namespace waitline
