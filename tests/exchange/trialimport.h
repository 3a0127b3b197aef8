#pragma once

#include "models/exchange/importer.h"
#include "models/services/checkservice.h"
#include "tests/exchange/trialfile.h"
#include "tests/support/testdatabase.h"

namespace waitline::test {

/// Imports a file as "tester", in batches of `rows` records so that files span several.
inline Result<ImportOutcome> importAs(Connection &connection, ImportRequest request, const Progress &progress = {})
{
    return importFile(connection, request, callerAt(), progress);
}

inline ImportOutcome imported(Connection &connection, const QString &path, size_t rows = 10'000)
{
    ImportRequest request;
    request.path = path;
    request.rowsAtOnce = rows;
    // Real files stand where nothing is to be written.
    static const TrialFolder rejects;
    request.rejectsPath = rejects.path(QStringLiteral("rejects.csv"));
    return must(importAs(connection, request));
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Nothing but what is wrong with the database; empty when every rule holds.
inline QString broken(Connection &connection)
{
    QStringList found;
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        for (const QString &each : rule.broken)
            found += rule.rule + QStringLiteral(": ") + each;
    }
    return found.join(u'\n');
}

#define COMPARE_CLEAN(connection) QCOMPARE(waitline::test::broken(connection), QString())

} // namespace waitline::test
