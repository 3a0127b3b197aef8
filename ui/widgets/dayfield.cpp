#include "ui/widgets/dayfield.h"

#include "models/domain/daytext.h"
#include "ui/forms/typed.h"

namespace waitline {

DayField::DayField(QDate today, QWidget *parent) : QLineEdit(parent), m_today(today)
{
    setPlaceholderText(tr("%1 or +14").arg(dayText(today.addDays(14))));
    setToolTip(tr("A day such as %1 or 15 Jan, or t for today, + and - for the days beside it, +14 for in 14 days, w2 for in two "
                  "weeks, 3 for the next 3rd.")
                   .arg(dayText(today)));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const QDate understood = day(); understood.isValid())
            setDay(understood);
    });
}

QDate DayField::day() const { return read(text(), m_today); }

void DayField::setDay(QDate day) { setText(dayText(day)); }

QDate DayField::read(const QString &text, QDate today)
{
    const auto day = typedDay(text, today, {});
    return day && *day ? **day : QDate();
}

} // namespace waitline
