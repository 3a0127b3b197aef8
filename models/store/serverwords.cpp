#include "models/store/serverwords.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Server", text); }

QString whereItIs(const Location &location)
{
    if (location.host.isEmpty() || location.host.startsWith(u'/'))
        return sentence("on this computer");
    return sentence("at %1, port %2").arg(location.host).arg(location.port);
}

enum class Told {
    NotThere,
    NotReached,
    UnknownHost,
    WrongPassword,
    NoPassword,
    OtherUser,
    UnknownUser,
    UnknownDatabase,
    NotLetIn,
    Full,
    NotYet,
    Other
};

/// What libpq means. It has no codes for this, only its texts.
Told meaningOf(const QString &text)
{
    static const std::pair<const char *, Told> meanings[] = {
        {"could not translate host name", Told::UnknownHost},
        {"password authentication failed", Told::WrongPassword},
        {"no password supplied", Told::NoPassword},
        {"Peer authentication failed", Told::OtherUser},
        {"Ident authentication failed", Told::OtherUser},
        {"no pg_hba.conf entry", Told::NotLetIn},
        {"too many clients", Told::Full},
        {"too many connections", Told::Full},
        {"remaining connection slots", Told::Full},
        {"is starting up", Told::NotYet},
        {"is shutting down", Told::NotYet},
        {"in recovery mode", Told::NotYet},
        {"timeout expired", Told::NotReached},
        {"timed out", Told::NotReached},
        {"No route to host", Told::NotReached},
        {"unreachable", Told::NotReached},
        {"Connection refused", Told::NotThere},
        {"No such file or directory", Told::NotThere},
    };
    for (const auto &[words, meaning] : meanings) {
        if (text.contains(QLatin1String(words)))
            return meaning;
    }
    if (!text.contains(u"does not exist"))
        return Told::Other;
    return text.contains(u"role \"") ? Told::UnknownUser : text.contains(u"database \"") ? Told::UnknownDatabase : Told::Other;
}

} // namespace

QString whyServerRefuses(const Location &location, const QString &text)
{
    const QString where = whereItIs(location);
    switch (meaningOf(text)) {
    case Told::NotThere: return sentence("No PostgreSQL server answers %1: check the address, and that the server runs.").arg(where);
    case Told::NotReached: return sentence("The server %1 does not answer: check the address and the network.").arg(where);
    case Told::UnknownHost: return sentence("Nothing on the network is called “%1”: check the server's name.").arg(location.host);
    case Told::WrongPassword: return sentence("The server does not take this password for %1: type it again.").arg(location.user);
    case Told::NoPassword: return sentence("The server wants a password for %1: type it, or put it into ~/.pgpass.").arg(location.user);
    case Told::OtherUser:
        return sentence("The server lets %1 in under that name only when logged in to this computer as %1: use your own name.")
            .arg(location.user);
    case Told::UnknownUser: return sentence("The server knows no user “%1”: check the name, or have it made there.").arg(location.user);
    case Told::UnknownDatabase:
        return sentence("The server has no database “%1”: check the name, or have it made there.").arg(location.database);
    case Told::NotLetIn:
        return sentence("The server does not let %1 in from this computer: whoever runs it can allow that.").arg(location.user);
    case Told::Full: return sentence("The server has no room for another desk now: try again, or close one.");
    case Told::NotYet: return sentence("The server %1 is just starting or stopping: try again in a moment.").arg(where);
    case Told::Other: break;
    }
    return sentence("The database %1 cannot be opened %2: check the address (the server says: %3).")
        .arg(location.database, where, text.simplified());
}

Error lostServer(const Location &location)
{
    return {Error::Kind::Storage, QStringLiteral("database"),
            sentence("The database server %1 cannot be reached: nothing was changed. Waitline calls it again until it is back.")
                .arg(whereItIs(location))};
}

} // namespace waitline
