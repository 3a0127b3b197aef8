#pragma once

#include "models/exchange/records.h"

#include <QHash>

namespace waitline {

/// Texts that come again and again, each kept once.
class TextPool final {
public:
    TextPool() { static_cast<void>(number({})); }
    /// The number of a text given in UTF-8; 0 is the empty one.
    [[nodiscard]] int number(QByteArrayView text);
    [[nodiscard]] const QString &text(int number) const { return m_texts[size_t(number)]; }

private:
    QHash<QByteArray, int> m_numbers;
    std::vector<QString> m_texts;
};

/// The sales of a file, 64 bytes each, so that cancellations can be netted against them before any is handed out.
class SalesBook final {
public:
    struct Entry {
        qint64 row = 0;
        qint64 day = 0; ///< days since 1970
        Units units = 0;
        Money price = 0;
        Money value = 0;
        int reference = 0;
        int sku = 0;
        int name = 0;
        int customer = 0;
        int country = 0;
    };

    [[nodiscard]] TextPool &texts() { return m_texts; }
    void sell(const Entry &sale);
    /// Takes `-cancellation.units` off the latest sales of the same product to the same customer that the file told
    /// before. Units for which it told no sale were sold before the file begins: none are taken off for them.
    /// Returns how many those are.
    Units cancel(const Entry &cancellation);
    /// The same, told as a row that is left out.
    void cancel(const Entry &cancellation, Harvest &harvest);
    /// Appends the next sales, at most so many, to `harvest`; those that were cancelled whole are told as left out.
    /// Whether there are more. Nothing is sold or cancelled any more once this began.
    [[nodiscard]] bool handOut(Harvest &harvest, size_t atMost);

private:
    [[nodiscard]] static qint64 buyerOf(const Entry &entry) { return (qint64(entry.customer) << 32) | entry.sku; }

    TextPool m_texts;
    std::vector<Entry> m_sales;
    size_t m_handedOut = 0;
    std::vector<int> m_earlier; ///< by sale: the sale before of the same product to the same customer, or -1
    QHash<qint64, int> m_latest; ///< by customer and product
};

} // namespace waitline
