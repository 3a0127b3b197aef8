#pragma once

#include "ui/mainwindow.h"

class QCommandLineParser;

namespace waitline {

/// The desktop program put together from its command line and settings.
class Desktop final {
public:
    explicit Desktop(Prompts &prompts) : m_prompts(prompts) {}

    /// Runs until the window is closed; returns the exit status (0 done, 2 wrong usage, 3 no database).
    int run(const QStringList &arguments);

private:
    void addOptions(QCommandLineParser &parser) const;
    int begin(const QCommandLineParser &parser);
    void openFirst(MainWindow &window, const QCommandLineParser &parser) const;
    void pictureWhenReady(MainWindow &window, const QString &path) const;

    Prompts &m_prompts;
};

} // namespace waitline
