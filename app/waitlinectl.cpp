// The console program: the same services as the desktop program, and no display.
#include "app/console/program.h"
#include "app/settings.h"

#include <QGuiApplication>

#include <algorithm>
#include <csignal>
#include <memory>
#include <string_view>

namespace {

/// Only what is drawn needs fonts, and the time to load them; it needs no display either.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    const bool isDrawn = std::any_of(argv + 1, argv + argc, [](std::string_view word) { return word == "report"; });
    if (!isDrawn)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt misses on a computer without a desktop is nothing to those who want a file.
    const QtMessageHandler usual = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return application;
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow says so to whoever writes it
    const auto application = makeApplication(argc, argv);
    waitline::introduceProgram();
    return waitline::console::runProgram(application->arguments().mid(1));
}
