#pragma once

#include "app/console/verb.h"

#include <QStringList>

namespace waitline::console {

/// What stands on the command line, understood as far as it can be without a database.
struct CommandLine {
    QString database; ///< empty: the desktop program's own
    bool json = false;
    QString actor; ///< empty: whoever is logged in
    std::optional<Instant> now; ///< none: the clock
    QString uuid;
    bool help = false;
    bool version = false;
    const Verb *verb = nullptr; ///< nullptr only with help or version
    Arguments arguments;
};

/// Takes the words after the program's name apart. Options may stand before or after the verb, as `--name value`
/// or `--name=value`; "--" ends them. An error is wrong usage.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &words);

/// The same UUID in one spelling; other texts as they are.
[[nodiscard]] QString normalUuid(const QString &text);

} // namespace waitline::console
