#include "ui/widgets/dayfield.h"

#include "models/domain/daytext.h"
#include "ui/forms/typed.h"

namespace waitline {

namespace {

/// It stays what somebody typed.
void takeText(QLineEdit *field, const QString &text)
{
    const bool isModified = field->isModified();
    field->setText(text);
    field->setModified(isModified);
}

} // namespace

void writeOutDays(QLineEdit *field, QDate today)
{
    QObject::connect(field, &QLineEdit::editingFinished, field, [field, today] {
        if (const QDate understood = DayField::read(field->text(), today); understood.isValid())
            takeText(field, dayText(understood));
    });
}

DayField::DayField(QDate today, QWidget *parent) : QLineEdit(parent), m_today(today)
{
    setPlaceholderText(tr("%1 or +14").arg(dayText(today.addDays(14))));
    setToolTip(tr("A day such as %1 or 15 Jan, or t for today, + and - for the days beside it, +14 for in 14 days, w2 for in two "
                  "weeks, 3 for the next 3rd.")
                   .arg(dayText(today)));
    writeOutDays(this, today);
}

QDate DayField::day() const { return read(text(), m_today); }

void DayField::setDay(QDate day) { setText(dayText(day)); }

QDate DayField::read(const QString &text, QDate today)
{
    const auto day = typedDay(text, today, {});
    return day && *day ? **day : QDate();
}

} // namespace waitline
