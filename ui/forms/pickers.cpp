#include "ui/forms/pickers.h"

#include "models/domain/foldedtext.h"
#include "models/services/customerservice.h"
#include "models/services/orderjobs.h"
#include "models/services/purchasejobs.h"
#include "models/services/searchjobs.h"
#include "models/services/session.h"
#include "models/tables/celltext.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

constexpr int mostSuggestions = 8;

QString sentence(const char *text) { return QCoreApplication::translate("Pickers", text); }

QString stockText(const ProductHit &hit, QDate today)
{
    if (hit.release && today < *hit.release)
        return sentence("pre-order, releases %1").arg(dayText(*hit.release));
    if (hit.available > 0)
        return sentence("%1 available").arg(numberText(hit.available));
    return hit.waiting > 0 ? sentence("%1 waiting").arg(numberText(hit.waiting)) : sentence("out of stock");
}

enum class Unknown { Offered, LeftOut };

std::vector<Suggestion> customers(const std::vector<CustomerHit> &hits, const QString &typed, Unknown unknown, CustomerId leftOut)
{
    std::vector<Suggestion> found;
    bool isKnown = false;
    for (const CustomerHit &hit : hits) {
        const QString &name = hit.details.name;
        if (hit.id != leftOut)
            found.push_back({hit.id.value, name, name, marksOf(hit.id, hit.details).join(QStringLiteral(" · "))});
        isKnown = isKnown || folded(name) == folded(typed);
    }
    if (!isKnown && unknown == Unknown::Offered && !typed.isEmpty())
        found.push_back({0, typed, sentence("New customer “%1”…").arg(typed), sentence("name, phone, e-mail, address")});
    return found;
}

SuggestionEdit *pickerOfCustomers(Session &session, const QString &accessibleName, Unknown unknown, CustomerId leftOut)
{
    auto *picker = new SuggestionEdit([&session, unknown, leftOut](const QString &text) {
        return jobs::pickCustomers(session, text, mostSuggestions + (leftOut.isValid() ? 1 : 0))
            .then([text, unknown, leftOut](const Result<std::vector<CustomerHit>> &hits) -> Result<std::vector<Suggestion>> {
                if (!hits)
                    return hits.error();
                return customers(*hits, text, unknown, leftOut);
            });
    });
    picker->setAccessibleName(accessibleName);
    return picker;
}

} // namespace

SuggestionEdit *productPicker(Session &session, const QString &accessibleName)
{
    auto *picker = new SuggestionEdit([&session](const QString &text) {
        return jobs::pickProducts(session, text, mostSuggestions)
            .then([text, today = session.today()](const Result<std::vector<ProductHit>> &hits) -> Result<std::vector<Suggestion>> {
                if (!hits)
                    return hits.error();
                std::vector<Suggestion> found;
                for (const ProductHit &hit : *hits)
                    found.push_back({hit.id.value, hit.sku, sentence("%1  %2").arg(hit.sku, hit.name), stockText(hit, today)});
                const bool isKnown =
                    std::any_of(hits->begin(), hits->end(), [&](const ProductHit &hit) { return folded(hit.sku) == folded(text); });
                if (!isKnown && !text.isEmpty())
                    found.push_back({0, text, sentence("New product “%1”…").arg(text), {}});
                return found;
            });
    });
    picker->setAccessibleName(accessibleName);
    return picker;
}

SuggestionEdit *customerPicker(Session &session, const QString &accessibleName)
{
    return pickerOfCustomers(session, accessibleName, Unknown::Offered, {});
}

SuggestionEdit *knownCustomerPicker(Session &session, const QString &accessibleName, CustomerId leftOut)
{
    return pickerOfCustomers(session, accessibleName, Unknown::LeftOut, leftOut);
}

SuggestionEdit *orderPicker(Session &session, const QString &accessibleName)
{
    auto *picker = new SuggestionEdit([&session](const QString &text) {
        return jobs::findOrders(session, text, mostSuggestions)
            .then([currency = session.currency()](const Result<std::vector<OrderRow>> &rows) -> Result<std::vector<Suggestion>> {
                if (!rows)
                    return rows.error();
                std::vector<Suggestion> found;
                for (const OrderRow &row : *rows) {
                    const QString number = QString::number(row.order.id.value);
                    found.push_back({row.order.id.value, number, sentence("%1  %2").arg(number, row.order.customerName),
                                     sentence("%1 due").arg(moneyWithCode(row.balanceDue(), currency))});
                }
                return found;
            });
    });
    picker->setAccessibleName(accessibleName);
    return picker;
}

SuggestionEdit *supplierPicker(Session &session, const QString &accessibleName)
{
    auto *picker = new SuggestionEdit([&session](const QString &text) {
        return jobs::searchSuppliers(session, text, mostSuggestions)
            .then([text](const Result<std::vector<SupplierHit>> &hits) -> Result<std::vector<Suggestion>> {
                if (!hits)
                    return hits.error();
                std::vector<Suggestion> found;
                bool isKnown = false;
                for (const SupplierHit &hit : *hits) {
                    found.push_back({hit.id.value, hit.name, hit.name, {}});
                    isKnown = isKnown || folded(hit.name) == folded(text);
                }
                if (!isKnown && !text.isEmpty())
                    found.push_back({0, text, sentence("New supplier “%1”").arg(text), sentence("is added with the purchase")});
                return found;
            });
    });
    picker->setAccessibleName(accessibleName);
    return picker;
}

} // namespace waitline
