#pragma once

namespace waitline {

class Connection;

/// A transaction that rolls back unless committed. Opened by services only. Inside another one it is a
/// savepoint: its rollback undoes just its own part.
class Transaction final {
public:
    enum class Kind { Read, Write };

    explicit Transaction(Connection &connection, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Makes the work durable (outermost) or part of the one around it. Throws StoreError.
    void commit();
    [[nodiscard]] static bool isInside(const Connection &connection);

private:
    Connection &m_connection;
    int m_depth;
    bool m_isOpen = true;
};

} // namespace waitline
