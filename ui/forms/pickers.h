#pragma once

#include "models/domain/id.h"
#include "ui/widgets/suggestionedit.h"

namespace waitline {

class Session;

/// A field that finds products by SKU, barcode or any word of the name; it says the SKU once one is taken. The last
/// suggestion is to make a new product.
[[nodiscard]] SuggestionEdit *productPicker(Session &session, const QString &accessibleName);
/// A field that finds customers by any word; the last suggestion is to make a new customer.
[[nodiscard]] SuggestionEdit *customerPicker(Session &session, const QString &accessibleName);
/// The same for customers there are already, but `leftOut`.
[[nodiscard]] SuggestionEdit *knownCustomerPicker(Session &session, const QString &accessibleName, CustomerId leftOut = {});
/// A field that finds orders by number, reference or customer; it says the number once one is taken.
[[nodiscard]] SuggestionEdit *orderPicker(Session &session, const QString &accessibleName);
/// A field that finds suppliers by a part of the name; the last suggestion is to take the typed name as a new one.
[[nodiscard]] SuggestionEdit *supplierPicker(Session &session, const QString &accessibleName);

} // namespace waitline
