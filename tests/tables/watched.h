#pragma once

#include "models/services/session.h"
#include "models/tables/windowedmodel.h"
#include "tests/support/testdatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace waitline::test {

/// A session over the test's database; its day is that of callerAt().
class OpenSession final {
public:
    explicit OpenSession(const TestDatabase &database)
        : session(database.location(), {QStringLiteral("tester"), [] { return callerAt(400).now; }})
    {
        must(session.open(Connection::Mode::OpenExisting).result());
    }
    Session session;
};

/// Makes a model live, or asks it something, and waits until it has the answer.
template <typename Asked>
void awaitLoaded(WindowedModel &model, Asked asked)
{
    QSignalSpy loaded(&model, &WindowedModel::loaded);
    asked();
    QVERIFY(!loaded.isEmpty() || loaded.wait());
}

/// A cell, once its page is there.
inline QVariant cell(const QAbstractItemModel &model, int row, int column, int role = Qt::DisplayRole)
{
    const QModelIndex index = model.index(row, column);
    if (!QTest::qWaitFor([&] { return model.index(row, 0).data(IdRole).isValid(); }))
        qFatal("row %d does not come", row);
    return index.data(role);
}

inline std::vector<qint64> idsOf(const QAbstractItemModel &model)
{
    std::vector<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.push_back(cell(model, row, 0, IdRole).toLongLong());
    return ids;
}

} // namespace waitline::test
