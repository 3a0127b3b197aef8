#pragma once

#include "models/exchange/layout.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <deque>
#include <vector>

namespace waitline {

/// Why a row is rejected whose document was handed out already, and one that is not at fault itself.
[[nodiscard]] QString documentComesBack(const QString &reference);
[[nodiscard]] QString rowGoesWith(qint64 row);

/// How many documents of a file stay open for what comes later of them: its rows need not be sorted.
inline constexpr size_t documentsOpen = 1000;

/// Puts the records of one document (an order, a purchase) together, which have one reference, and hands documents out in
/// the order of their first records. One bad record rejects the whole document, for half an order must not be taken.
template <typename Document>
class Gathering final {
public:
    /// A document stays open while no more than so many others are; what comes later of it is rejected.
    explicit Gathering(size_t openAtOnce) : m_openAtOnce(openAtOnce) {}

    /// The document of this reference, which stays where it is until others are opened. An empty reference is a document of
    /// its own. `isNew` says that the caller is to fill its head.
    Document &open(const QString &reference, qint64 row, bool &isNew, Harvest &harvest)
    {
        isNew = !isCurrent(reference) && !find(reference);
        if (isNew) {
            while (!m_open.empty() && (m_open.size() >= m_openAtOnce || m_open.front().document.reference.isEmpty()))
                handOutFirst(harvest);
            m_current = m_handedOut + m_open.size();
            m_open.emplace_back();
            m_open.back().document.reference = reference;
            m_open.back().document.row = row;
            m_open.back().comesBack = !reference.isEmpty() && m_seen.contains(qHash(reference, 1));
            if (m_openAtOnce > 1 && !reference.isEmpty())
                m_places.insert(reference, m_current);
        }
        current().document.rowEnd = std::max(current().document.rowEnd, row);
        current().rows.push_back(row);
        return current().document;
    }
    void reject(Rejection rejection) { current().rejections.push_back(std::move(rejection)); }
    [[nodiscard]] bool isOpen() const { return !m_open.empty(); }
    /// The one that was opened last.
    [[nodiscard]] Document &document() { return current().document; }

    /// Hands all documents out, or rejects each of their rows.
    void close(Harvest &harvest)
    {
        while (!m_open.empty())
            handOutFirst(harvest);
    }

private:
    struct Gathered {
        Document document;
        std::vector<qint64> rows;
        std::vector<Rejection> rejections;
        bool comesBack = false;
    };

    Gathered &current() { return m_open[m_current - m_handedOut]; }
    bool isCurrent(const QString &reference)
    {
        return !reference.isEmpty() && m_current >= m_handedOut && !m_open.empty() && current().document.reference == reference;
    }
    /// Makes the open document of this reference the current one; false where there is none.
    bool find(const QString &reference)
    {
        const auto place = m_places.constFind(reference);
        if (place == m_places.cend())
            return false;
        m_current = *place;
        return true;
    }
    void handOutFirst(Harvest &harvest)
    {
        Gathered first = std::move(m_open.front());
        m_open.pop_front();
        ++m_handedOut;
        if (const QString &reference = first.document.reference; !reference.isEmpty()) {
            m_places.remove(reference);
            m_seen.insert(qHash(reference, 1));
        }
        if (first.comesBack)
            rejectAll(first, {first.rows.front(), {}, documentComesBack(first.document.reference)}, harvest);
        else if (!first.rejections.empty())
            rejectAll(first, first.rejections.front(), harvest);
        else
            harvest.records.push_back(std::move(first.document));
    }
    static void rejectAll(const Gathered &gathered, const Rejection &first, Harvest &harvest)
    {
        for (const qint64 row : gathered.rows) {
            Rejection rejection{row, {}, rowGoesWith(first.row)};
            if (row == first.row)
                rejection = first;
            for (const Rejection &own : gathered.rejections) {
                if (own.row == row)
                    rejection = own;
            }
            harvest.rejections.push_back(std::move(rejection));
        }
    }

    size_t m_openAtOnce;
    std::deque<Gathered> m_open;
    QHash<QString, size_t> m_places; ///< of open documents, counted from the file's first
    size_t m_handedOut = 0;
    size_t m_current = 0;
    QSet<size_t> m_seen; ///< hashes only: a million references are kept for the length of a file
};

} // namespace waitline
