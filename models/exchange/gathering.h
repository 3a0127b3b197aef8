#pragma once

#include "models/exchange/layout.h"

#include <QSet>

namespace waitline {

/// Why a document is rejected that comes twice, and a row that is not at fault itself.
[[nodiscard]] QString documentComesBack(const QString &reference);
[[nodiscard]] QString rowGoesWith(qint64 row);

/// Puts the records of one document (an order, a purchase) together: they follow one another under one reference.
/// One bad record rejects the whole document, for half an order must not be taken; a reference that comes back
/// after others were read is rejected.
template <typename Document>
class Gathering final {
public:
    /// The document of this reference; the one before is handed out when it is another. An empty reference is a
    /// document of its own. `isNew` says that the caller is to fill its head.
    Document &open(const QString &reference, qint64 row, bool &isNew, Harvest &harvest)
    {
        isNew = !m_open || reference.isEmpty() || reference != m_document.reference;
        if (isNew) {
            close(harvest);
            m_document = Document();
            m_document.reference = reference;
            m_document.row = row;
            m_open = true;
            m_comesBack = !reference.isEmpty() && m_seen.contains(qHash(reference, 1));
        }
        m_document.rowEnd = row;
        m_rows.push_back(row);
        return m_document;
    }
    void reject(Rejection rejection) { m_rejections.push_back(std::move(rejection)); }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] Document &document() { return m_document; }

    /// Hands the document out, or rejects each of its rows.
    void close(Harvest &harvest)
    {
        if (!m_open)
            return;
        m_open = false;
        if (!m_document.reference.isEmpty())
            m_seen.insert(qHash(m_document.reference, 1));
        if (m_comesBack)
            rejectAll({m_rows.front(), {}, documentComesBack(m_document.reference)}, harvest);
        else if (!m_rejections.empty())
            rejectAll(m_rejections.front(), harvest);
        else
            harvest.records.push_back(std::move(m_document));
        m_rows.clear();
        m_rejections.clear();
    }

private:
    void rejectAll(const Rejection &first, Harvest &harvest)
    {
        for (const qint64 row : m_rows) {
            Rejection rejection{row, {}, rowGoesWith(first.row)};
            if (row == first.row)
                rejection = first;
            for (const Rejection &own : m_rejections) {
                if (own.row == row)
                    rejection = own;
            }
            harvest.rejections.push_back(std::move(rejection));
        }
    }

    Document m_document;
    std::vector<qint64> m_rows;
    std::vector<Rejection> m_rejections;
    QSet<size_t> m_seen; ///< hashes only: a million references are kept for the length of a file
    bool m_open = false;
    bool m_comesBack = false;
};

} // namespace waitline
