#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waitline {

class Connection;

/// One thing that must hold in every database (product.md §3), and what was found.
struct CheckedRule {
    QString rule;
    qint64 checked = 0; ///< how many rows it was checked on
    QStringList broken; ///< at most twenty, each naming what and the two numbers that disagree
};

/// Proves the counters equal to the documents they count, and the limits kept. Reads everything.
class CheckStore final {
public:
    explicit CheckStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<CheckedRule> checkAll();

private:
    CheckedRule checkAppendOnly();
    CheckedRule checkFile();

    Connection &m_connection;
};

} // namespace waitline
