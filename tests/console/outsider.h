#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

namespace waitline::test {

/// How one call of the console program ended.
struct Ending {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// The one JSON value on its output; fails the test when it is not exactly one.
    [[nodiscard]] QJsonValue json() const;
    [[nodiscard]] QJsonObject object() const { return json().toObject(); }
    [[nodiscard]] QJsonObject error() const { return object().value("error").toObject(); }
};

/// Drives waitlinectl as somebody who did not write it: through its command line only.
class Outsider final {
public:
    explicit Outsider(QString database) : m_database(std::move(database)) {}

    /// Runs it with just these words.
    [[nodiscard]] static Ending runBare(const QStringList &words, const QByteArray &input = {});
    /// Starts it with these words and kills it so much later, unless it has ended by then.
    static void killed(const QStringList &words, int afterMs);
    /// The same on the database, with --json, at a fixed moment.
    [[nodiscard]] Ending run(const QStringList &words, const QByteArray &input = {}) const;
    /// The same for what must succeed.
    [[nodiscard]] QJsonValue ask(const QStringList &words) const;
    [[nodiscard]] QJsonObject askObject(const QStringList &words) const { return ask(words).toObject(); }

    [[nodiscard]] const QString &database() const { return m_database; }

private:
    QString m_database;
};

/// A running `waitlinectl batch`.
class BatchRun final {
public:
    explicit BatchRun(const QString &database);
    ~BatchRun();

    void send(const QByteArray &line);
    /// The next answer; fails the test when none comes.
    [[nodiscard]] QByteArray answer();
    /// Sends a verb and takes its answer.
    [[nodiscard]] QJsonObject tell(const QString &verb, const QJsonObject &args, const QString &uuid = {});
    /// The result of a verb that must succeed.
    QJsonValue ask(const QString &verb, const QJsonObject &args);
    QJsonObject askObject(const QString &verb, const QJsonObject &args) { return ask(verb, args).toObject(); }
    /// Ends the input and answers the exit status.
    [[nodiscard]] int finish();

private:
    QProcess m_process;
    qint64 m_next = 0;
};

} // namespace waitline::test
