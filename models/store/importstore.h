#pragma once

#include <QString>

#include <map>

namespace waitline {

class Connection;

/// How far the import of a file has come: a note for each batch, written in the batch's own transaction.
class ImportStore final {
public:
    explicit ImportStore(Connection &connection) : m_connection(connection) {}

    /// The notes of the batches of `file` (its fingerprint) that are done, by batch number.
    [[nodiscard]] std::map<int, QString> doneBatches(const QString &file);
    void remember(const QString &file, int batch, const QString &note);
    void forget(const QString &file);

private:
    Connection &m_connection;
};

} // namespace waitline
