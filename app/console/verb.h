#pragma once

#include "app/console/arguments.h"
#include "models/domain/money.h"
#include "models/services/caller.h"
#include "models/store/location.h"

#include <QJsonValue>

#include <vector>

namespace waitline {
class Connection;
}

namespace waitline::console {

/// An open database at work, with what is asked of it again and again.
struct Desk {
    Connection &connection;
    Currency currency; ///< a store has one for good
};

/// A word that follows the verb.
struct Word {
    const char *name;
    const char *shown; ///< in the usage text
    bool isRequired = true;
    bool repeats = false;
};

struct Option {
    const char *name;
    const char *shown = nullptr; ///< what its value is called in the usage text; none: it has no value
    bool repeats = false;
    bool replacesDatabase = false; ///< with it, the verb works outside
};

/// How a verb meets the database.
enum class Effect {
    Reads,
    Writes, ///< once for a uuid
    Outside, ///< makes or replaces the database itself: on the command line only
    Batch ///< takes more verbs from its input
};

/// One thing the console program does. Either `work` or `outside` is set, both where an option takes the place of the
/// database, and neither for the batch.
struct Verb {
    const char *name;
    const char *purpose;
    std::vector<Word> words;
    std::vector<Option> options;
    Effect effect;
    Result<QJsonValue> (*work)(Desk &, const Arguments &, const Caller &) = nullptr;
    Result<QJsonValue> (*outside)(const Location &, const Arguments &, const Caller &) = nullptr;
    /// How the answer reads without --json; none: as facts and tables.
    QString (*text)(const QJsonValue &) = nullptr;

    [[nodiscard]] const Option *option(const QString &option) const;
    [[nodiscard]] const Word *word(const QString &word) const;
    /// Whether these arguments ask for no open database.
    [[nodiscard]] bool isOutside(const Arguments &arguments) const;
};

/// All verbs in the order of the usage text.
[[nodiscard]] const std::vector<Verb> &allVerbs();
/// The verb of this name, or nullptr.
[[nodiscard]] const Verb *verbNamed(const QString &name);

/// What a verb answers, written as JSON: once for the caller's uuid where it writes.
[[nodiscard]] Result<QString> perform(Desk &desk, const Verb &verb, const Arguments &arguments, const Caller &caller);
/// A value in one line of JSON.
[[nodiscard]] QString written(const QJsonValue &value);

// The families, each in a file of its own.
[[nodiscard]] std::vector<Verb> productVerbs();
[[nodiscard]] std::vector<Verb> orderVerbs();
[[nodiscard]] std::vector<Verb> moneyVerbs();
[[nodiscard]] std::vector<Verb> noticeVerbs();
[[nodiscard]] std::vector<Verb> purchaseVerbs();
[[nodiscard]] std::vector<Verb> stockVerbs();
[[nodiscard]] std::vector<Verb> shippingVerbs();
[[nodiscard]] std::vector<Verb> reportVerbs();
[[nodiscard]] std::vector<Verb> campaignVerbs();
[[nodiscard]] std::vector<Verb> forecastVerbs();
[[nodiscard]] std::vector<Verb> planVerbs();
[[nodiscard]] std::vector<Verb> fileVerbs();
[[nodiscard]] std::vector<Verb> databaseVerbs();

} // namespace waitline::console
