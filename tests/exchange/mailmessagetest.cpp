#include "models/exchange/mailmessage.h"

#include <QTest>
#include <QUrlQuery>

using namespace waitline;

namespace {

constexpr Instant moment = 1'772'442'000'000; // 2026-03-02T09:00Z

MailMessage message()
{
    return {QStringLiteral("Lampen & Söhne"),
            QStringLiteral("orders@example.com"),
            QStringLiteral("Zoë \"Z\" Õun"),
            QStringLiteral("zoe@example.com"),
            QStringLiteral("Your order 12: ") + QStringLiteral("Große Überraschung ").repeated(6),
            QStringLiteral("Dear Zoë,\n\n5 × Lamp – on its way\n")};
}

/// The header unfolded, by name; and the body.
std::pair<QMap<QByteArray, QByteArray>, QByteArray> parsed(const QByteArray &file)
{
    const qsizetype end = file.indexOf("\r\n\r\n");
    QByteArray head = file.left(end);
    head.replace("\r\n ", " ");
    QMap<QByteArray, QByteArray> fields;
    for (const QByteArray &line : head.replace("\r\n", "\n").split('\n'))
        fields.insert(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 2));
    return {fields, file.mid(end + 4)};
}

/// Encoded words put together again.
QString decoded(const QByteArray &text)
{
    QByteArray bytes;
    for (const QByteArray &word : text.split(' ')) {
        if (word.startsWith("=?UTF-8?B?"))
            bytes += QByteArray::fromBase64(word.mid(10, word.size() - 12));
    }
    return QString::fromUtf8(bytes);
}

} // namespace

class MailMessageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFileHoldsTheMessageWhole()
    {
        const auto [fields, body] = parsed(toEml(message(), moment, QStringLiteral("n1")));
        QCOMPARE(fields.value("Date"), QByteArray("Mon, 2 Mar 2026 09:00:00 +0000"));
        QCOMPARE(fields.value("Message-ID"), QByteArray("<n1@example.com>"));
        QCOMPARE(fields.value("Content-Type"), QByteArray("text/plain; charset=UTF-8"));
        QCOMPARE(decoded(fields.value("Subject")), message().subject.simplified());
        QVERIFY(fields.value("To").endsWith("<zoe@example.com>"));
        QCOMPARE(decoded(fields.value("To")), message().toName);
        QCOMPARE(QString::fromUtf8(QByteArray::fromBase64(body)), QStringLiteral("Dear Zoë,\r\n\r\n5 × Lamp – on its way\r\n"));
    }
    void itIsPlainAsciiInShortLines()
    {
        const QByteArray file = toEml(message(), moment, QStringLiteral("n1"));
        QVERIFY(
            std::all_of(file.begin(), file.end(), [](char sign) { return sign == '\r' || sign == '\n' || (sign >= 0x20 && sign < 0x7f); }));
        for (QByteArray line : QByteArray(file).replace("\r\n", "\n").split('\n')) {
            QVERIFY2(line.size() <= 78, line.constData());
            QVERIFY(!line.contains('\r'));
        }
    }
    void aLineBreakInANameAddsNoField()
    {
        MailMessage evil = message();
        evil.toName = QStringLiteral("Eve\r\nBcc: all@example.com");
        evil.subject = QStringLiteral("Hello\nX-Other: 1");
        evil.toAddress = QStringLiteral("eve@example.com\r\nBcc: x@example.com");
        const auto [fields, body] = parsed(toEml(evil, moment, QStringLiteral("n1")));
        QVERIFY(!fields.contains("Bcc") && !fields.contains("X-Other"));
    }
    void theMailtoAddressSaysTheSame()
    {
        const QUrl url = toMailto(message());
        QCOMPARE(url.scheme(), QStringLiteral("mailto"));
        QCOMPARE(url.path(), QStringLiteral("zoe@example.com"));
        const QUrlQuery query(url);
        QCOMPARE(query.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded), message().subject);
        QCOMPARE(query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded),
                 QStringLiteral("Dear Zoë,\r\n\r\n5 × Lamp – on its way\r\n"));
    }
};

QTEST_GUILESS_MAIN(MailMessageTest)
#include "mailmessagetest.moc"
