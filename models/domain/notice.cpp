#include "models/domain/notice.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Notices", text); }

QStringList words()
{
    return {QStringLiteral("received"),   QStringLiteral("date_moved"),    QStringLiteral("allocated"), QStringLiteral("shipped"),
            QStringLiteral("refund_due"), QStringLiteral("delay_consent"), QStringLiteral("shortened")};
}

/// Calls `found` with the name of each placeholder and puts what it answers in its place.
QString replaced(const QString &text, const std::function<QString(const QString &)> &found)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([^{}\\s]*)\\}"));
    QString result;
    qsizetype from = 0;
    for (auto match = placeholder.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch next = match.next();
        result += QStringView(text).mid(from, next.capturedStart() - from);
        result += found(next.captured(1));
        from = next.capturedEnd();
    }
    return result + QStringView(text).mid(from);
}

bool isKnown(const QString &name)
{
    const auto &all = placeholders();
    return std::any_of(all.begin(), all.end(), [&](const Placeholder &known) { return known.name == name; });
}

} // namespace

QString noticeWord(NoticeKind kind) { return words().at(int(kind)); }

Result<NoticeKind> noticeKindFromWord(const QString &word)
{
    const qsizetype at = words().indexOf(word);
    if (at < 0)
        return invalid("kind", sentence("“%1” is no kind of notice: use one of %2.").arg(word, words().join(QStringLiteral(", "))));
    return NoticeKind(at);
}

const std::vector<Placeholder> &placeholders()
{
    static const std::vector<Placeholder> all{{"customer", sentence("the customer's name")},
                                              {"order", sentence("the order's number")},
                                              {"reference", sentence("the shop's own number of the order")},
                                              {"placed", sentence("the day the order was placed")},
                                              {"today", sentence("the day of the notice")},
                                              {"lines", sentence("the lines meant, one below the other, with units and where they stand")},
                                              {"open_lines", sentence("what is still open of the order, with where it stands")},
                                              {"place", sentence("the place in line; of several waiting lines each with its product")},
                                              {"place_sentence", sentence("a sentence on the place in line; nothing where none waits")},
                                              {"units_ahead", sentence("units ordered by those ahead in line")},
                                              {"date", sentence("the day promised now; without a promise the day expected")},
                                              {"change", sentence("a sentence on each day that moved: of a release, of a promise")},
                                              {"apology", sentence("a word of regret; nothing where the goods come earlier")},
                                              {"first_date", sentence("the day promised first")},
                                              {"date_before", sentence("the day promised before it moved")},
                                              {"deadline", sentence("the day until which the delay is to be answered")},
                                              {"total", sentence("the order's value without what was cancelled")},
                                              {"deposit_due", sentence("what is missing of the deposit")},
                                              {"deposit_sentence",
                                               sentence("a sentence on what is missing of the deposit; nothing where nothing is")},
                                              {"paid", sentence("what was paid and not refunded")},
                                              {"balance_due", sentence("what is still to be paid of the whole order")},
                                              {"refund_due", sentence("what is to be paid back")},
                                              {"refund_sentence", sentence("a sentence on the money back; nothing where none is due")},
                                              {"shipped_value", sentence("the value of the goods shipped")},
                                              {"deposit_applied", sentence("money paid before that is credited to the goods shipped")},
                                              {"to_pay", sentence("what the goods shipped cost beyond that")},
                                              {"business", sentence("the name of the business, from the settings")}};
    return all;
}

NoticeTemplate defaultTemplate(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Received:
        return {sentence("Your order {order} has been received"),
                sentence("Dear {customer},\n\nthank you for your order {order} of {placed}:\n\n{lines}\n\nTotal: {total}. Paid so far: "
                         "{paid}. {deposit_sentence}\n\nKind regards\n{business}")};
    case NoticeKind::DateMoved:
        return {
            sentence("A new date for your order {order}"),
            sentence(
                "Dear {customer},\n\nthere is news on the dates of your order {order} of {placed}. {change}\n\n{lines}\n\n{place_sentence} {apology}\n\n"
                "Kind regards\n{business}")};
    case NoticeKind::Allocated:
        return {sentence("Goods for your order {order} are set aside"),
                sentence("Dear {customer},\n\ngood news: for your order {order} of {placed} these goods have arrived and are set aside for "
                         "you:\n\n{lines}\n\nStill to be paid of the whole order: {balance_due}.\n\nKind regards\n{business}")};
    case NoticeKind::Shipped:
        return {sentence("Your order {order} is on its way"),
                sentence("Dear {customer},\n\nthese goods of your order {order} have left us:\n\n{lines}\n\nTheir value is "
                         "{shipped_value}; {deposit_applied} of what you paid before is credited to it, which leaves {to_pay}.\n\n"
                         "Kind regards\n{business}")};
    case NoticeKind::RefundDue:
        return {sentence("Your money back for order {order}"),
                sentence("Dear {customer},\n\nof your order {order} this was cancelled:\n\n{lines}\n\nWe will pay {refund_due} back to "
                         "you.\n\nKind regards\n{business}")};
    case NoticeKind::DelayConsent:
        return {sentence("Your order {order} will be late: please answer by {deadline}"),
                sentence("Dear {customer},\n\nthese goods of your order {order} of {placed} will not come on {date_before} as we told you, "
                         "but on {date}:\n\n{lines}\n\nPlease tell us by {deadline} whether you will wait. If you would rather not, we "
                         "cancel what has not come and pay your money back.\n\nKind regards\n{business}")};
    case NoticeKind::Shortened:
        return {sentence("Fewer goods than you ordered: your order {order}"),
                sentence("Dear {customer},\n\nfewer pieces will come than were ordered, and there are not enough for everybody. Of "
                         "your order {order} of {placed} we have to cancel:\n\n{lines}\n\nThis stays of it:\n\n{open_lines}\n\n"
                         "{refund_sentence}\n\nWe are sorry.\n\nKind regards\n{business}")};
    }
    Q_UNREACHABLE();
}

Result<Done> validate(const NoticeTemplate &text)
{
    if (text.subject.trimmed().isEmpty())
        return invalid("subject", sentence("The subject is empty: write one, such as “Your order {order}”."));
    if (text.subject.contains(u'\n'))
        return invalid("subject", sentence("The subject has more than one line: keep it to one."));
    if (text.body.trimmed().isEmpty())
        return invalid("body", sentence("The text is empty: write what the customer is to read."));
    QString unknown;
    for (const QString &part : {text.subject, text.body}) {
        replaced(part, [&](const QString &name) {
            if (unknown.isEmpty() && !isKnown(name))
                unknown = u'{' + name + u'}';
            return QString();
        });
        if (!unknown.isEmpty())
            return invalid(part == text.subject ? "subject" : "body",
                           sentence("“%1” is no placeholder: take one from the list beside the text, such as {customer}.").arg(unknown));
    }
    return Done{};
}

NoticeTemplate filledIn(const NoticeTemplate &text, const QHash<QString, QString> &values)
{
    static const QRegularExpression blankLines(QStringLiteral("\\n{3,}"));
    const auto fill = [&](const QString &part) { return replaced(part, [&](const QString &name) { return values.value(name); }); };
    return {fill(text.subject).simplified(), fill(text.body).replace(blankLines, QStringLiteral("\n\n")).trimmed()};
}

} // namespace waitline
