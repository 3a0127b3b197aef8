// A desk in a process of its own: desk LOCATION SEED STEPS. It writes the UUID of each operation that was done, one a
// line, and can be killed at any moment. Storage errors go to stderr and end it with status 3.
#include "models/store/connection.h"
#include "tests/support/randomdesk.h"

#include <QCoreApplication>

#include <cstdio>

using namespace waitline;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const auto location = Location::parse(arguments[1]);
    const auto connection = Connection::open(*location, Connection::Mode::OpenExisting);
    if (!connection) {
        std::fprintf(stderr, "%s\n", qPrintable(connection.error().message));
        return 3;
    }
    test::RandomDesk desk(**connection, arguments[2].toUInt());
    for (int i = 0; i < arguments[3].toInt(); ++i) {
        const auto uuid = desk.step();
        if (uuid) {
            std::printf("%s\n", qPrintable(*uuid));
            std::fflush(stdout);
        } else if (uuid.error().kind == Error::Kind::Storage) {
            std::fprintf(stderr, "%s\n", qPrintable(uuid.error().message));
            return 3;
        }
    }
    return 0;
}
