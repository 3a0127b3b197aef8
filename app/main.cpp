#include "app/desktop.h"
#include "app/settings.h"
#include "ui/prompts.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    waitline::introduceProgram();
    waitline::DialogPrompts prompts;
    return waitline::Desktop(prompts).run(application.arguments());
}
