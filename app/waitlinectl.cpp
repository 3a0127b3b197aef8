// The console program: the same services as the desktop program, and no display.
#include "app/console/program.h"
#include "app/settings.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    waitline::introduceProgram();
    return waitline::console::runProgram(application.arguments().mid(1));
}
