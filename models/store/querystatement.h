#pragma once

#include "models/store/statement.h"

#include <QSqlQuery>

namespace waitline {

/// A statement of any Qt SQL driver.
class QueryStatement final : public PreparedStatement {
public:
    QueryStatement(const QSqlDatabase &database, const QString &sql);

    void bindInteger(int position, qint64 value) override { m_query.bindValue(position, value); }
    void bindText(int position, const QString &value) override;
    void bindNull(int position) override { m_query.bindValue(position, QVariant(QMetaType::fromType<qint64>())); }
    void execute() override;
    bool next() override;
    void finish() override { m_query.finish(); }

    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    QVariant value(int column) const override { return m_query.value(column); }
    qint64 affected() const override { return m_query.numRowsAffected(); }

private:
    QSqlQuery m_query;
};

} // namespace waitline
