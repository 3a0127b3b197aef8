#include "app/desktop.h"
#include "app/settings.h"
#include "ui/prompts.h"

#include <QApplication>

#include <memory>

namespace {

/// A question that words on the terminal answer: it is asked where no display is, too.
bool asksForWords(int argc, char *argv[])
{
    for (int at = 1; at < argc; ++at) {
        for (const char *question : {"--help", "--help-all", "-h", "-?", "--version", "-v"}) {
            if (qstrcmp(argv[at], question) == 0)
                return true;
        }
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::unique_ptr<QCoreApplication> application(asksForWords(argc, argv) ? new QCoreApplication(argc, argv)
                                                                                 : new QApplication(argc, argv));
    waitline::introduceProgram();
    waitline::DialogPrompts prompts;
    return waitline::Desktop(prompts).run(application->arguments());
}
