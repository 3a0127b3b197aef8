#include "app/settings.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace waitline {

void introduceProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("waitline"));
    QCoreApplication::setApplicationName(QStringLiteral("waitline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAITLINE_VERSION));
}

QString defaultDatabase()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/business.waitline");
}

QString loggedInName()
{
    for (const char *variable : {"USER", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return QCoreApplication::translate("Settings", "unknown");
}

} // namespace waitline
