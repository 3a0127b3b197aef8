#include "app/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace waitline {

void introduceProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("waitline"));
    QCoreApplication::setApplicationName(QStringLiteral("waitline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAITLINE_VERSION));
}

namespace {

QString inDataFolder(const QString &name) { return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(name); }

} // namespace

QString defaultDatabase()
{
    const QString last = QSettings().value(QStringLiteral("lastDatabase")).toString();
    return last.isEmpty() ? inDataFolder(QStringLiteral("business.waitline")) : last;
}

QString sampleDatabase() { return inDataFolder(QStringLiteral("sample.waitline")); }

QString actorName()
{
    const QString chosen = QSettings().value(QStringLiteral("actor")).toString();
    if (!chosen.isEmpty())
        return chosen;
    for (const char *variable : {"USER", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return QCoreApplication::translate("Settings", "unknown");
}

} // namespace waitline
