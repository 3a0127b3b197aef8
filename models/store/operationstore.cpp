#include "models/store/operationstore.h"

#include "models/store/connection.h"

#include <QUuid>

namespace waitline {

OperationId OperationStore::insert(const OperationStamp &stamp)
{
    const QString uuid = stamp.uuid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : stamp.uuid;
    Rows rows = m_connection.run("INSERT INTO operation (uuid, kind, at, actor, reason) VALUES (?, ?, ?, ?, ?) RETURNING id",
                                 uuid, stamp.kind, stamp.at, stamp.actor, stamp.reason);
    return rows.next() ? rows.id<OperationId>(0) : OperationId{};
}

std::optional<QString> OperationStore::firstResult(const QString &uuid)
{
    Rows rows = m_connection.run("SELECT result FROM operation WHERE uuid = ?", uuid);
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

bool OperationStore::exists(const QString &uuid) { return firstResult(uuid).has_value(); }

void OperationStore::rememberResult(const QString &uuid, const QString &result)
{
    m_connection.run("UPDATE operation SET result = ? WHERE uuid = ?", result, uuid);
}

} // namespace waitline
