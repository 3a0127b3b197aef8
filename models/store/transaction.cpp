#include "models/store/transaction.h"

#include "models/store/connection.h"
#include "models/store/storeerror.h"

#include <QDebug>

namespace waitline {

Transaction::Transaction(Connection &connection, Kind kind) : m_connection(connection), m_depth(connection.m_depth)
{
    if (m_depth > 0)
        m_connection.command(QStringLiteral("SAVEPOINT nested_%1").arg(m_depth));
    else if (kind == Kind::Write)
        m_connection.command(m_connection.dialect().beginWrite());
    else
        m_connection.command(m_connection.dialect().beginRead());
    ++m_connection.m_depth;
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    m_connection.m_depth = m_depth;
    if (m_depth == 0)
        m_connection.m_changes = {};
    if (m_connection.m_isTransactionLost) {
        // SQLite has rolled back all of it by itself after a full disk or an I/O error.
        m_connection.m_isTransactionLost = m_depth > 0;
        return;
    }
    try {
        if (m_depth > 0) {
            m_connection.command(QStringLiteral("ROLLBACK TO nested_%1").arg(m_depth));
            m_connection.command(QStringLiteral("RELEASE nested_%1").arg(m_depth));
        } else {
            m_connection.command(QStringLiteral("ROLLBACK"));
        }
    } catch (const StoreError &error) {
        // Rolled back by SQLite itself, or by the server that is gone. Whatever is around it has lost its work too.
        m_connection.m_isTransactionLost = m_depth > 0;
        if (error.cause() != StoreError::Cause::Lost && m_connection.m_isTransactionLost)
            qWarning("The whole transaction was rolled back: %s", error.what());
    }
}

void Transaction::commit()
{
    Q_ASSERT(m_isOpen && m_connection.m_depth == m_depth + 1);
    m_connection.refuseAfterLoss();
    if (m_depth > 0) {
        m_connection.command(QStringLiteral("RELEASE nested_%1").arg(m_depth));
    } else {
        if (!m_connection.isSqlite() && !m_connection.m_changes.isEmpty())
            m_connection.runOnce(QLatin1String("NOTIFY ") + QLatin1String(Connection::channel));
        m_connection.command(QStringLiteral("COMMIT"));
    }
    m_isOpen = false;
    m_connection.m_depth = m_depth;
    if (m_depth == 0)
        m_connection.tellCommitted();
}

bool Transaction::isInside(const Connection &connection) { return connection.m_depth > 0; }

} // namespace waitline
