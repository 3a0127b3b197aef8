#include "ui/widgets/dayfield.h"

#include <QLocale>

namespace waitline {

DayField::DayField(QDate today, QWidget *parent) : QLineEdit(parent), m_today(today)
{
    setPlaceholderText(tr("%1 or +14").arg(QLocale().toString(today.addDays(14), QLocale::ShortFormat)));
    setToolTip(tr("A day, or t for today, +14 for in 14 days, w2 for in two weeks."));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QDate understood = day(); understood.isValid())
            setDay(understood);
    });
}

QDate DayField::day() const { return read(text(), m_today); }

void DayField::setDay(QDate day) { setText(QLocale().toString(day, QLocale::ShortFormat)); }

QDate DayField::read(const QString &text, QDate today)
{
    const QString typed = text.trimmed().toLower();
    if (typed == u't')
        return today;
    bool isNumber = false;
    const int number = typed.mid(typed.startsWith(u'w') ? 1 : 0).toInt(&isNumber);
    if (isNumber && typed.startsWith(u'w'))
        return today.addDays(7 * number);
    if (isNumber && (typed.startsWith(u'+') || typed.startsWith(u'-')))
        return today.addDays(number);
    if (isNumber && number >= 1 && number <= 31 && typed.size() <= 2) {
        const QDate month = number >= today.day() ? today : today.addMonths(1);
        return QDate(month.year(), month.month(), number);
    }
    if (const QDate iso = QDate::fromString(typed, Qt::ISODate); iso.isValid())
        return iso;
    // Two digits for the year mean this century.
    const QDate local = QLocale().toDate(text.trimmed(), QLocale::ShortFormat);
    return local.isValid() && local.year() < 2000 ? local.addYears(100) : local;
}

} // namespace waitline
