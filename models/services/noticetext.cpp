#include "models/services/noticetext.h"

#include "models/domain/daytext.h"
#include "models/domain/moneytext.h"
#include "models/services/storesettings.h"
#include "models/store/noticefactstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Notices", text); }
QString dayOrNone(const std::optional<QDate> &day) { return day ? dayText(*day) : QString(); }

/// What is told of the lines, and the money that goes with it.
class Telling final {
public:
    Telling(Connection &connection, const StoredNotice &notice, QDate today)
        : m_connection(connection)
        , m_notice(notice)
        , m_today(today)
        , m_view(readOrder(connection, notice.order, today))
        , m_currency(SettingStore(connection).currency())
    {
        if (m_notice.kind == NoticeKind::DateMoved || m_notice.kind == NoticeKind::DelayConsent)
            readMoved();
    }

    QHash<QString, QString> values()
    {
        const StoredOrder &order = m_view.order;
        QHash<QString, QString> all{
            {"customer", order.customerName},
            {"order", QString::number(order.id.value)},
            {"reference", order.reference},
            {"placed", dayText(dayOf(order.placedAt))},
            {"today", dayText(m_today)},
            {"place", places()},
            {"place_sentence", placeSentence()},
            {"units_ahead", unitsAhead()},
            {"date", date()},
            {"change", change()},
            {"apology", comesEarlier() ? QString() : sentence("We are sorry for the change.")},
            {"first_date", dayOrNone(firstPromise())},
            {"date_before", dayOrNone(dayBefore())},
            {"deadline", dayOrNone(m_notice.deadline)},
            {"total", money(m_view.total)},
            {"deposit_due", money(depositDue())},
            {"deposit_sentence", depositDue() > 0 ? sentence("Deposit still to be paid: %1.").arg(money(depositDue())) : QString()},
            {"paid", money(order.held())},
            {"balance_due", money(m_view.balanceDue())},
            {"refund_due", money(m_view.refundDue())},
            {"refund_sentence",
             m_view.refundDue() > 0 ? sentence("We will pay %1 back to you.").arg(money(m_view.refundDue())) : QString()},
            {"open_lines", hasOpenLines() ? openLines() : sentence("nothing")},
            {"business", readSettings(m_connection).business},
        };
        addShipped(all);
        all.insert("lines", lines());
        return all;
    }

private:
    [[nodiscard]] QString money(Money amount) const { return moneyWithCode(amount, m_currency); }
    [[nodiscard]] Money depositDue() const { return std::max<Money>(0, m_view.order.depositRequired - m_view.order.held()); }

    /// Which lines were promised another day, and which before. A purchase's delay moves no promise: nobody knows which lines
    /// it is about.
    void readMoved()
    {
        m_isOfLines = true;
        for (OperationId operation : m_notice.operations) {
            bool isOfLines = false;
            for (const PromiseChange &change : OrderStore(m_connection).promisesChangedBy(operation)) {
                if (change.order != m_notice.order)
                    continue;
                m_moved.try_emplace(change.line, change.before);
                isOfLines = true;
            }
            m_isOfLines = m_isOfLines && isOfLines;
        }
        m_isOfLines = m_isOfLines && !m_moved.empty();
    }
    /// A release moves the line of its product and a promise its own line, and not the whole order.
    [[nodiscard]] bool isMeant(const OrderLineView &line) const
    {
        if (!m_notice.isOfReleases)
            return !m_isOfLines || m_moved.contains(line.line.id);
        return line.line.preorder && std::any_of(m_notice.releases.begin(), m_notice.releases.end(),
                                                 [&](const ReleaseMove &move) { return move.product == line.line.product; });
    }
    [[nodiscard]] static bool isToCome(const OrderLineView &line) { return line.line.waiting + line.line.allocated > 0; }

    [[nodiscard]] QString change() const
    {
        QStringList sentences;
        for (const ReleaseMove &move : m_notice.releases)
            sentences += releaseMoved(move);
        if (!m_notice.isOfReleases)
            sentences += promisesMoved();
        return sentences.join(u' ');
    }
    /// In one sentence where all that is to come has moved from one day to another, else line by line.
    [[nodiscard]] QStringList promisesMoved() const
    {
        const bool isOfSome = std::any_of(m_view.lines.begin(), m_view.lines.end(),
                                          [&](const OrderLineView &line) { return isToCome(line) && !isMeant(line); });
        QStringList each;
        std::set<std::pair<std::optional<QDate>, std::optional<QDate>>> days;
        for (const OrderLineView &line : m_view.lines) {
            const auto moved = m_moved.find(line.line.id);
            if (moved == m_moved.end() || !moved->second || !isToCome(line))
                continue;
            days.insert({moved->second, dayOfLine(line)});
            each += sentence("%1 will come on %2 and not on %3 as we told you.")
                        .arg(unitsOf(line.line, line.line.waiting + line.line.allocated), named(dayOfLine(line)), dayText(*moved->second));
        }
        if (m_isOfLines && !each.isEmpty() && (isOfSome || days.size() > 1))
            return each;
        const QString before = dayOrNone(dayBefore());
        return before.isEmpty() ? QStringList()
                                : QStringList{sentence("The goods will come on %1 and not on %2 as we told you.").arg(date(), before)};
    }
    [[nodiscard]] QStringList releaseMoved(const ReleaseMove &move) const
    {
        const auto found = std::find_if(m_view.lines.begin(), m_view.lines.end(), [&](const OrderLineView &line) {
            return line.line.product == move.product && line.line.preorder && line.line.active() > line.line.shipped;
        });
        if (found == m_view.lines.end() || !move.after)
            return {};
        const StoredOrderLine &line = found->line;
        const QString name = sentence("%1 (%2)").arg(line.productName, line.sku);
        QStringList sentences{
            move.before ? sentence("%1 will be released on %2 and not on %3.").arg(name, dayText(*move.after), dayText(*move.before))
                        : sentence("%1 will be released on %2.").arg(name, dayText(*move.after))};
        if (line.promise && line.promiseFirst != line.promise && move.told && move.told != line.promise)
            sentences +=
                sentence("We promised it to you for %1; now we promise it for %2.").arg(dayText(*move.told), dayText(*line.promise));
        return sentences;
    }
    [[nodiscard]] QString places() const
    {
        QStringList places;
        for (const OrderLineView &line : m_view.lines) {
            if (line.place && isMeant(line))
                places += sentence("%1 (%2)").arg(QLocale().toString(*line.place), line.line.productName);
        }
        if (places.size() == 1)
            return places.front().section(u' ', 0, 0);
        return places.isEmpty() ? sentence("nothing waits") : places.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString placeSentence() const
    {
        const bool waits =
            std::any_of(m_view.lines.begin(), m_view.lines.end(), [&](const OrderLineView &line) { return line.place && isMeant(line); });
        return waits ? sentence("Your place in line stays what it is: %1.").arg(places()) : QString();
    }
    [[nodiscard]] QString unitsAhead() const
    {
        Units most = 0;
        for (const OrderLineView &line : m_view.lines)
            most = std::max(most, isMeant(line) ? line.unitsAhead.value_or(0) : 0);
        return QLocale().toString(most);
    }
    [[nodiscard]] bool comesEarlier() const
    {
        const auto before = dayBefore();
        const auto now = day();
        return before && now && *now < *before;
    }
    [[nodiscard]] std::optional<QDate> dayBefore() const { return m_notice.before ? m_notice.before : firstPromise(); }
    [[nodiscard]] static QString named(const std::optional<QDate> &day)
    {
        return day ? dayText(*day) : sentence("a day we cannot name yet");
    }
    [[nodiscard]] QString date() const
    {
        const auto latest = day();
        return latest && !latest->isValid() ? QString() : named(latest);
    }
    /// The day promised, else expected; none where neither is known.
    [[nodiscard]] static std::optional<QDate> dayOfLine(const OrderLineView &line)
    {
        const QDate day = line.line.promise.value_or(line.coverage.eta);
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    /// The latest day over what is still to come; none while one of them is not known, an invalid one where nothing is to come.
    [[nodiscard]] std::optional<QDate> day() const
    {
        if (m_moved.empty() && m_notice.after && !m_notice.isOfReleases) // by a purchase's delay, which moves no promise
            return m_notice.after;
        QDate latest;
        for (const OrderLineView &line : m_view.lines) {
            if (!isToCome(line) || !isMeant(line))
                continue;
            const auto day = dayOfLine(line);
            if (!day)
                return std::nullopt;
            latest = std::max(latest, *day);
        }
        if (m_notice.after && !m_isOfLines && !m_notice.isOfReleases)
            latest = latest.isValid() ? std::max(latest, *m_notice.after) : *m_notice.after;
        return latest;
    }
    [[nodiscard]] std::optional<QDate> firstPromise() const
    {
        std::optional<QDate> first;
        for (const OrderLineView &line : m_view.lines) {
            if (line.line.promiseFirst && isMeant(line))
                first = first ? std::max(*first, *line.line.promiseFirst) : *line.line.promiseFirst;
        }
        return first;
    }

    void addShipped(QHash<QString, QString> &all)
    {
        m_shipped = NoticeFactStore(m_connection).shipped(m_notice.order, m_notice.operations);
        Money value = 0;
        for (const OrderLineView &line : m_view.lines) {
            if (const auto found = m_shipped.units.find(line.line.id); found != m_shipped.units.end())
                value += found->second * line.line.unitPrice;
        }
        all.insert("shipped_value", money(value));
        all.insert("deposit_applied", money(m_shipped.consumed));
        all.insert("to_pay", money(value - m_shipped.consumed));
    }

    [[nodiscard]] static QString unitsOf(const StoredOrderLine &line, Units units)
    {
        return sentence("%1 × %2 (%3)").arg(QLocale().toString(units), line.productName, line.sku);
    }
    /// What was cancelled, and what was amended to be less.
    [[nodiscard]] NoticeFactStore::UnitsOfLines takenOut(NoticeFactStore &facts) const
    {
        NoticeFactStore::UnitsOfLines units = facts.cancelled(m_notice.order, m_notice.operations);
        if (m_notice.operations.empty())
            return units;
        for (const auto &[line, lowered] : facts.lowered(m_notice.order, m_notice.operations.front()))
            units[line] += lowered;
        return units;
    }
    [[nodiscard]] QString linesWith(const NoticeFactStore::UnitsOfLines &units) const
    {
        QStringList lines;
        for (const OrderLineView &line : m_view.lines) {
            if (const auto found = units.find(line.line.id); found != units.end())
                lines += unitsOf(line.line, found->second);
        }
        return lines.join(u'\n');
    }
    /// What was ordered and not cancelled, wherever it is by now.
    [[nodiscard]] QString allLines() const
    {
        QStringList lines;
        for (const OrderLineView &line : m_view.lines) {
            if (line.line.active() > 0)
                lines += sentence("%1: %2").arg(unitsOf(line.line, line.line.active()), standing(line));
        }
        return lines.join(u'\n');
    }
    [[nodiscard]] static QString standing(const OrderLineView &view)
    {
        const StoredOrderLine &line = view.line;
        if (line.waiting == 0)
            return line.allocated > 0 ? sentence("set aside for you") : sentence("on its way to you");
        const bool isLate = line.promise && view.coverage.isCovered() && view.coverage.eta > *line.promise;
        const QString when = isLate
                                 ? sentence("promised for %1, now expected on %2").arg(dayText(*line.promise), dayText(view.coverage.eta))
                             : line.promise              ? sentence("promised for %1").arg(dayText(*line.promise))
                             : view.coverage.isCovered() ? sentence("expected on %1").arg(dayText(view.coverage.eta))
                                                         : sentence("we tell you the day as soon as we know it");
        return line.allocated > 0 ? sentence("%1 set aside, %2 to come, %3")
                                        .arg(QLocale().toString(line.allocated), QLocale().toString(line.waiting), when)
                                  : when;
    }
    [[nodiscard]] bool hasOpenLines() const { return std::any_of(m_view.lines.begin(), m_view.lines.end(), isToCome); }
    [[nodiscard]] QString openLines() const
    {
        QStringList lines;
        for (const OrderLineView &line : m_view.lines) {
            if (const Units open = line.line.waiting + line.line.allocated; open > 0 && isMeant(line))
                lines += sentence("%1: %2").arg(unitsOf(line.line, open), standing(line));
        }
        return lines.join(u'\n');
    }
    [[nodiscard]] QString lines()
    {
        NoticeFactStore facts(m_connection);
        switch (m_notice.kind) {
        case NoticeKind::Received: return allLines();
        case NoticeKind::DateMoved:
        case NoticeKind::DelayConsent: return openLines();
        case NoticeKind::Allocated: return linesWith(facts.allocated(m_notice.order, m_notice.operations));
        case NoticeKind::Shipped: return linesWith(m_shipped.units);
        case NoticeKind::RefundDue: return linesWith(takenOut(facts));
        case NoticeKind::Shortened: return linesWith(facts.cancelled(m_notice.order, m_notice.operations));
        }
        Q_UNREACHABLE();
    }

    Connection &m_connection;
    const StoredNotice &m_notice;
    QDate m_today;
    OrderView m_view;
    Currency m_currency;
    NoticeFactStore::Shipped m_shipped;
    std::map<OrderLineId, std::optional<QDate>> m_moved; ///< lines promised anew, with the day promised before
    bool m_isOfLines = false; ///< it tells of those lines only
};

} // namespace

QHash<QString, QString> noticeValues(Connection &connection, const StoredNotice &notice, QDate today)
{
    return Telling(connection, notice, today).values();
}

} // namespace waitline
