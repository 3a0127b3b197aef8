#include "models/store/operationstore.h"

#include "models/store/connection.h"

#include <QUuid>

namespace waitline {

OperationId OperationStore::insert(const OperationStamp &stamp)
{
    const QString uuid = stamp.uuid.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : stamp.uuid;
    Rows rows = m_connection.run("INSERT INTO operation (uuid, kind, at, actor, reason) VALUES (?, ?, ?, ?, ?) RETURNING id", uuid,
                                 stamp.kind, stamp.at, stamp.actor, stamp.reason);
    return rows.next() ? rows.id<OperationId>(0) : OperationId{};
}

std::optional<OperationId> OperationStore::insertUnlessKnown(const OperationStamp &stamp)
{
    Rows rows = m_connection.run("INSERT INTO operation (uuid, kind, at, actor, reason) VALUES (?, ?, ?, ?, ?) "
                                 "ON CONFLICT (uuid) DO NOTHING RETURNING id",
                                 stamp.uuid, stamp.kind, stamp.at, stamp.actor, stamp.reason);
    return rows.next() ? std::optional(rows.id<OperationId>(0)) : std::nullopt;
}

// The first line of operation.result is the request, the rest the answer.
std::optional<FirstAnswer> OperationStore::firstAnswer(const QString &uuid)
{
    Rows rows = m_connection.run("SELECT result FROM operation WHERE uuid = ?", uuid);
    if (!rows.next())
        return std::nullopt;
    const QString kept = rows.text(0);
    return FirstAnswer{kept.section(u'\n', 0, 0), kept.section(u'\n', 1)};
}

void OperationStore::rememberAnswer(const QString &uuid, const FirstAnswer &first)
{
    m_connection.run("UPDATE operation SET result = ? WHERE uuid = ?", QString(first.request + u'\n' + first.answer), uuid);
}

} // namespace waitline
