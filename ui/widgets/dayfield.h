#pragma once

#include <QDate>
#include <QLineEdit>

namespace waitline {

/// Writes a day that was typed short into the field in full, when it is left: "+14" and "15 Mar" are seen as they are meant.
void writeOutDays(QLineEdit *field, QDate today);

/// A field for a day. It takes the locale's short format, 2026-10-14, t (today), +14 (in so many days), w2 (in so many
/// weeks) or a day of this or the next month, and writes what it understood when it is left.
class DayField final : public QLineEdit {
    Q_OBJECT

public:
    explicit DayField(QDate today, QWidget *parent = nullptr);
    /// An invalid day when the text is none.
    [[nodiscard]] QDate day() const;
    void setDay(QDate day);

    [[nodiscard]] static QDate read(const QString &text, QDate today);

private:
    QDate m_today;
};

} // namespace waitline
