#include "models/exchange/salesbook.h"

#include "models/exchange/cells.h"

#include <QCoreApplication>

namespace waitline {

int TextPool::number(QByteArrayView text)
{
    // A view of the caller's bytes is enough to look; the pool owns a copy only of what is new.
    const QByteArray key = QByteArray::fromRawData(text.data(), text.size());
    const auto at = m_numbers.constFind(key);
    if (at != m_numbers.cend())
        return *at;
    const int number = int(m_texts.size());
    m_numbers.insert(text.toByteArray(), number);
    m_texts.push_back(textOf(text));
    return number;
}

void SalesBook::sell(const Entry &sale)
{
    const int number = int(m_sales.size());
    const auto before = m_latest.find(buyerOf(sale));
    if (before == m_latest.end()) {
        m_earlier.push_back(-1);
        m_latest.insert(buyerOf(sale), number);
    } else {
        m_earlier.push_back(std::exchange(*before, number));
    }
    m_sales.push_back(sale);
}

Units SalesBook::cancel(const Entry &cancellation)
{
    Units left = -cancellation.units;
    auto latest = m_latest.find(buyerOf(cancellation));
    while (left > 0 && latest != m_latest.end() && *latest >= 0) {
        Entry &sale = m_sales[size_t(*latest)];
        const Units taken = qMin(left, sale.units);
        if (sale.units > 0)
            sale.value -= proportion(sale.value, taken, sale.units);
        sale.units -= taken;
        left -= taken;
        // What is used up is never looked at again: all cancellations together cost one walk.
        if (sale.units == 0)
            *latest = m_earlier[size_t(*latest)];
    }
    return left;
}

void SalesBook::cancel(const Entry &cancellation, Harvest &harvest)
{
    harvest.omissions.push_back({cancellation.row,
                                 cancel(cancellation) > 0
                                     ? QCoreApplication::translate("Import", "cancels what was sold before the file begins")
                                     : QCoreApplication::translate("Import", "a cancellation: taken off what the file sells")});
}

bool SalesBook::handOut(Harvest &harvest, size_t atMost)
{
    for (; m_handedOut < m_sales.size() && atMost > 0; ++m_handedOut) {
        const Entry &sale = m_sales[m_handedOut];
        if (sale.units <= 0) {
            harvest.omissions.push_back({sale.row, QCoreApplication::translate("Import", "sold, and cancelled whole later in the file")});
            continue;
        }
        harvest.records.push_back(HistoryRecord{sale.row, m_texts.text(sale.reference), m_texts.text(sale.sku), m_texts.text(sale.name),
                                                m_texts.text(sale.customer), m_texts.text(sale.country), fromDayNumber(sale.day),
                                                sale.units, sale.price, sale.value});
        --atMost;
    }
    return m_handedOut < m_sales.size();
}

} // namespace waitline
