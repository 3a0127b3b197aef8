#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"

#include <QHash>
#include <QString>

#include <vector>

namespace waitline {

using NoticeId = Id<struct NoticeTag>;

/// What the customer of an order is told. The numbers are stored.
enum class NoticeKind : int { Received = 0, DateMoved = 1, Allocated = 2, Shipped = 3, RefundDue = 4, DelayConsent = 5, Shortened = 6 };
inline constexpr int noticeKinds = 7;

/// The stable word of a kind in files and on the console: "date_moved".
[[nodiscard]] QString noticeWord(NoticeKind kind);
[[nodiscard]] Result<NoticeKind> noticeKindFromWord(const QString &word);

/// A notice's words with {placeholders}.
struct NoticeTemplate {
    QString subject;
    QString body;

    friend bool operator==(const NoticeTemplate &, const NoticeTemplate &) = default;
};

struct Placeholder {
    QString name; ///< without braces
    QString meaning;
};

/// All placeholders of all kinds, in the order of the handbook.
[[nodiscard]] const std::vector<Placeholder> &placeholders();
/// The words the program comes with.
[[nodiscard]] NoticeTemplate defaultTemplate(NoticeKind kind);
/// The first thing wrong with a template: an empty subject or body, or a placeholder nobody knows.
[[nodiscard]] Result<Done> validate(const NoticeTemplate &text);
/// The template with each {placeholder} replaced by its value; what has none becomes nothing. Runs of blank lines that
/// come of it become one.
[[nodiscard]] NoticeTemplate filledIn(const NoticeTemplate &text, const QHash<QString, QString> &values);

} // namespace waitline
