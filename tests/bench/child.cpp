#include "tests/bench/child.h"

#include <QElapsedTimer>

#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace waitline::bench {

void goHeadless(const QString &home)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(variable, home.toUtf8());
}

ChildCost costOfProgram(const QString &program, const QStringList &arguments, const QString &input)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const QByteArray inputPath = input.toLocal8Bit();
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        if (!inputPath.isEmpty())
            dup2(open(inputPath.constData(), O_RDONLY), STDIN_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        execvp(pointers.front(), pointers.data());
        _exit(127);
    }
    // Its largest memory is asked for while it runs: afterwards the system's figure counts this process's own, too.
    int status = 0;
    rusage usage{};
    double megabytes = 0;
    pid_t ended = 0;
    while (child > 0 && (ended = wait4(child, &status, WNOHANG, &usage)) == 0) {
        if (const double now = statusMemory(child, "VmHWM:"); now > 0)
            megabytes = now;
        usleep(1000);
    }
    if (ended != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("%s failed.", words.front().constData());
    const auto milliseconds = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return {{milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), double(timer.nsecsElapsed()) / 1e6}, megabytes};
}

} // namespace waitline::bench
