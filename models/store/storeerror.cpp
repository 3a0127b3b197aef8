#include "models/store/storeerror.h"

#include <QCoreApplication>

namespace waitline {

namespace {

using Cause = StoreError::Cause;

Cause causeOfSqlite(int extendedCode)
{
    switch (extendedCode) {
    case 2067:
    case 1555: return Cause::UniqueViolation;
    }
    switch (extendedCode & 0xff) {
    case 5:
    case 6: return Cause::Busy;
    case 8: return Cause::ReadOnly;
    case 9: return Cause::Stopped;
    case 10:
    case 13:
    case 14: return Cause::DiskFull; // full, failed, or a journal that cannot be opened beside the file
    case 11: return Cause::Damaged;
    case 26: return Cause::NotADatabase;
    case 19: return Cause::RuleViolation;
    }
    return Cause::Other;
}

Cause causeOf(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code.isEmpty() && error.type() == QSqlError::ConnectionError) // a server gone; SQLite says a number even then
        return Cause::Lost;
    if (code.size() == 5) { // an SQLSTATE
        if (code == u"55P03")
            return Cause::Busy;
        if (code == u"57014")
            return Cause::Stopped;
        if (code == u"40P01" || code == u"40001")
            return Cause::Retry;
        if (code == u"23505")
            return Cause::UniqueViolation;
        if (code.startsWith(u"23"))
            return Cause::RuleViolation;
        if (code == u"25006" || code == u"42501")
            return Cause::ReadOnly;
        if (code.startsWith(u"53"))
            return Cause::DiskFull;
        if (code.startsWith(u"08") || code.startsWith(u"57P"))
            return Cause::Lost;
        return Cause::Other;
    }
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    return isNumber ? causeOfSqlite(number) : Cause::Other;
}

} // namespace

StoreError::StoreError(const QSqlError &error, const QString &sql)
    : m_cause(causeOf(error))
    , m_databaseText(error.databaseText().isEmpty() ? error.driverText() : error.databaseText())
{
    m_what = (m_databaseText + u" [" + error.nativeErrorCode() + u"] in: " + sql).toUtf8();
}

Error StoreError::toError() const
{
    const auto sentence = [](const char *text) { return QCoreApplication::translate("StoreError", text); };
    switch (m_cause) {
    case Cause::Busy:
    case Cause::Retry:
        return {Error::Kind::Storage, {}, sentence("The database is in use by another program: nothing was changed, try again.")};
    case Cause::ReadOnly:
        return {Error::Kind::Storage, {}, sentence("The database may not be written: nothing was changed; check its permissions.")};
    case Cause::DiskFull:
        return {Error::Kind::Storage, {}, sentence("The disk is full or failed: nothing was changed; make room and try again.")};
    case Cause::Damaged: return {Error::Kind::Storage, {}, sentence("The database is damaged (%1): restore a backup.").arg(m_databaseText)};
    case Cause::NotADatabase: return {Error::Kind::Storage, {}, sentence("The file is not a database: open another one.")};
    case Cause::Lost:
        return {Error::Kind::Storage,
                {},
                sentence("The database server cannot be reached: look whether the change was made when it is back.")};
    case Cause::Stopped: return {Error::Kind::Cancelled, {}, sentence("It was stopped before its end; nothing was changed.")};
    case Cause::UniqueViolation:
    case Cause::RuleViolation:
    case Cause::Other: break;
    }
    return {Error::Kind::Storage,
            {},
            sentence("The database refused the change: nothing was changed; check the database, for this should not happen (%1).")
                .arg(m_databaseText)};
}

} // namespace waitline
