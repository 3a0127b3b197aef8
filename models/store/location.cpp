#include "models/store/location.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

namespace waitline {

Result<Location> Location::parse(const QString &text)
{
    Location location;
    location.text = text;
    if (text.trimmed().isEmpty())
        return invalid("database",
                       QCoreApplication::translate("Location", "No database is named: give a file or a postgresql:// address."));
    if (!text.startsWith(u"postgresql://") && !text.startsWith(u"postgres://"))
        return location;
    location.kind = Kind::Postgres;
    // A percent-encoded socket directory is no valid host for QUrl, so the authority is read by hand.
    const QString rest = text.mid(text.indexOf(u"//") + 2);
    const qsizetype slash = rest.indexOf(u'/');
    QString authority = slash < 0 ? rest : rest.left(slash);
    const QString tail = slash < 0 ? QString() : rest.mid(slash + 1);
    location.database = QUrl::fromPercentEncoding(tail.section(u'?', 0, 0).toUtf8());
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        const QString who = authority.left(at);
        location.user = QUrl::fromPercentEncoding(who.section(u':', 0, 0).toUtf8());
        location.password = QUrl::fromPercentEncoding(who.section(u':', 1).toUtf8());
        authority = authority.mid(at + 1);
        if (!location.password.isEmpty()) // the text is shown and remembered
            location.text.replace(who + u'@', who.section(u':', 0, 0) + u'@');
    }
    const qsizetype colon = authority.lastIndexOf(u':');
    if (colon >= 0) {
        bool isNumber = false;
        location.port = authority.mid(colon + 1).toInt(&isNumber);
        if (!isNumber || location.port < 1 || location.port > 65535)
            return invalid("database",
                           QCoreApplication::translate("Location", "The port in “%1” is not a number from 1 to 65535.").arg(text));
        authority = authority.left(colon);
    }
    location.host = QUrl::fromPercentEncoding(authority.toUtf8());
    const QUrlQuery query(tail.section(u'?', 1));
    if (location.host.isEmpty() && query.hasQueryItem("host"))
        location.host = query.queryItemValue("host", QUrl::FullyDecoded);
    if (location.database.isEmpty())
        return invalid("database",
                       QCoreApplication::translate("Location", "“%1” names no database: write postgresql://user@host/name.").arg(text));
    return location;
}

Location Location::server(const QString &host, int port, const QString &user, const QString &database)
{
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    Location location;
    location.kind = Kind::Postgres;
    location.host = host;
    location.port = port;
    location.user = user;
    location.database = database;
    // All at once: what is encoded holds per cent signs.
    location.text = QStringLiteral("postgresql://%1%2:%3/%4")
                        .arg(user.isEmpty() ? QString() : encoded(user) + u'@', encoded(host), QString::number(port), encoded(database));
    return location;
}

QString Location::displayName() const
{
    if (kind == Kind::SqliteFile)
        return QFileInfo(text).completeBaseName();
    return host.isEmpty() || host.startsWith(u'/') ? database : database + u" @ " + host;
}

} // namespace waitline
