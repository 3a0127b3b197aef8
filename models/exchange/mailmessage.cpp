#include "models/exchange/mailmessage.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

constexpr const char *lineEnd = "\r\n";

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.unicode() >= 0x20 && sign.unicode() < 0x7f; });
}

/// Encoded words of at most 75 characters, folded, none of which cuts a character in two.
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype mostBytes = 42; // 56 characters of base64, and room for the field's name
    QByteArrayList words;
    QByteArray part;
    const auto close = [&] {
        if (!part.isEmpty())
            words += "=?UTF-8?B?" + part.toBase64() + "?=";
        part.clear();
    };
    for (const char32_t sign : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&sign, 1).toUtf8();
        if (part.size() + bytes.size() > mostBytes)
            close();
        part += bytes;
    }
    close();
    return words.join(QByteArray(lineEnd) + ' ');
}

/// Unstructured text of a header field; control characters would end the field.
QByteArray headerText(QString text)
{
    constexpr qsizetype longest = 60;
    text = text.simplified();
    return isPlain(text) && text.size() <= longest ? text.toLatin1() : encodedWords(text);
}

QByteArray mailbox(const QString &name, QString address)
{
    address.remove(u'\r').remove(u'\n');
    const QString shown = name.simplified();
    if (shown.isEmpty())
        return address.toUtf8();
    QString quoted = shown;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    const QByteArray phrase = isPlain(shown) && shown.size() <= 40 ? '"' + quoted.toLatin1() + '"' : encodedWords(shown);
    return phrase + lineEnd + " <" + address.toUtf8() + '>';
}

QByteArray base64Lines(const QByteArray &content)
{
    constexpr qsizetype width = 76;
    const QByteArray whole = content.toBase64();
    QByteArray lines;
    for (qsizetype from = 0; from < whole.size(); from += width)
        lines += whole.mid(from, width) + lineEnd;
    return lines;
}

} // namespace

QByteArray toEml(const MailMessage &message, Instant now, const QString &unique)
{
    const QString date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")) +
                         QStringLiteral(" +0000");
    QString body = message.body;
    body.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\n', QStringLiteral("\r\n"));
    QByteArray file;
    const auto field = [&](const char *name, const QByteArray &value) { file += QByteArray(name) + ": " + value + lineEnd; };
    field("From", mailbox(message.fromName, message.fromAddress));
    field("To", mailbox(message.toName, message.toAddress));
    field("Subject", headerText(message.subject));
    field("Date", date.toLatin1());
    field("Message-ID", '<' + unique.toLatin1() + '@' + message.fromAddress.section(u'@', 1).toLatin1() + '>');
    field("MIME-Version", "1.0");
    field("Content-Type", "text/plain; charset=UTF-8");
    field("Content-Transfer-Encoding", "base64");
    field("X-Unsent", "1"); // opens as a draft
    file += lineEnd;
    return file + base64Lines(body.toUtf8());
}

QUrl toMailto(const MailMessage &message)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QString body = message.body;
    body.replace(u'\n', QStringLiteral("\r\n"));
    return QUrl(QStringLiteral("mailto:%1?subject=%2&body=%3")
                    .arg(QString::fromLatin1(QUrl::toPercentEncoding(message.toAddress, "@")), encoded(message.subject), encoded(body)));
}

} // namespace waitline
