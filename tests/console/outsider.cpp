#include "tests/console/outsider.h"

#include <QJsonDocument>
#include <QTest>

namespace waitline::test {

namespace {

const QString program = QStringLiteral(WAITLINE_CONSOLE);
const QString moment = QStringLiteral("2026-03-02T09:00:00Z");
constexpr int patienceMs = 120'000;

} // namespace

QJsonValue Ending::json() const
{
    QJsonParseError mistake{};
    const QJsonDocument document = QJsonDocument::fromJson(out, &mistake);
    if (mistake.error != QJsonParseError::NoError || out.count('\n') != 1)
        qFatal("Not one JSON value but: %s", out.constData());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Ending Outsider::runBare(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.start(program, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        qFatal("waitlinectl %s did not end", qPrintable(words.join(u' ')));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void Outsider::killed(const QStringList &words, int afterMs)
{
    QProcess process;
    process.start(program, words);
    if (process.waitForFinished(afterMs))
        return;
    process.kill();
    process.waitForFinished(patienceMs);
}

Ending Outsider::run(const QStringList &words, const QByteArray &input) const
{
    return runBare(QStringList{"--database", m_database, "--json", "--actor", "tester", "--now", moment} + words, input);
}

QJsonValue Outsider::ask(const QStringList &words) const
{
    const Ending ending = run(words);
    if (ending.status != 0 || !ending.err.isEmpty())
        qFatal("waitlinectl %s: status %d, %s", qPrintable(words.join(u' ')), ending.status, ending.err.constData());
    return ending.json();
}

BatchRun::BatchRun(const QString &database)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, {"--database", database, "--now", moment, "batch"});
    if (!m_process.waitForStarted(patienceMs))
        qFatal("%s", qPrintable(m_process.errorString()));
}

BatchRun::~BatchRun()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(patienceMs);
}

void BatchRun::send(const QByteArray &line) { m_process.write(line + '\n'); }

QByteArray BatchRun::answer()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs) && !m_process.canReadLine())
            qFatal("The batch does not answer");
    }
    return m_process.readLine().trimmed();
}

QJsonObject BatchRun::tell(const QString &verb, const QJsonObject &args, const QString &uuid)
{
    QJsonObject request{{"id", ++m_next}, {"verb", verb}, {"args", args}};
    if (!uuid.isEmpty())
        request.insert("uuid", uuid);
    send(QJsonDocument(request).toJson(QJsonDocument::Compact));
    const QByteArray reply = answer();
    const QJsonObject object = QJsonDocument::fromJson(reply).object();
    if (object.value("id").toInteger() != m_next)
        qFatal("The answer is out of order: %s", reply.constData());
    return object;
}

QJsonValue BatchRun::ask(const QString &verb, const QJsonObject &args)
{
    const QJsonObject answered = tell(verb, args);
    if (!answered.value("ok").toBool())
        qFatal("%s %s: %s", qPrintable(verb), QJsonDocument(args).toJson(QJsonDocument::Compact).constData(),
               qPrintable(answered.value("error").toObject().value("message").toString()));
    return answered.value("result");
}

int BatchRun::finish()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patienceMs) || m_process.exitStatus() != QProcess::NormalExit)
        qFatal("The batch does not end");
    return m_process.exitCode();
}

} // namespace waitline::test
