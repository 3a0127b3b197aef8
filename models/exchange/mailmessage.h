#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QUrl>

namespace waitline {

/// A message to one customer.
struct MailMessage {
    QString fromName;
    QString fromAddress;
    QString toName;
    QString toAddress;
    QString subject;
    QString body;
};

/// The message as a file that mail programs open as a draft: RFC 5322, its text UTF-8 in base64 (RFC 2045), words
/// beyond ASCII in its head encoded (RFC 2047). Lines end in CRLF and are at most 78 characters long. `unique` makes
/// the Message-ID.
[[nodiscard]] QByteArray toEml(const MailMessage &message, Instant now, const QString &unique);
/// The message as an address that opens the mail program (RFC 6068).
[[nodiscard]] QUrl toMailto(const MailMessage &message);

} // namespace waitline
