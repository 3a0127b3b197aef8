#include "ui/widgets/filteredit.h"

#include "ui/widgets/fieldicons.h"

#include <QKeyEvent>
#include <QTimer>

namespace waitline {

FilterEdit::FilterEdit(const QString &accessibleName, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_placeholder(placeholder)
{
    constexpr int waitMs = 120;
    setAccessibleName(accessibleName);
    addLeadingIcon(*this, QStringLiteral("filter"));
    addClearButton(*this);
    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(waitMs);
    connect(this, &QLineEdit::textEdited, soon, qOverload<>(&QTimer::start));
    connect(soon, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(text().trimmed()); });
    connect(this, &QLineEdit::returnPressed, this, &FilterEdit::downPressed);
}

void FilterEdit::setFilter(const QString &text)
{
    setText(text);
    Q_EMIT filterChanged(text.trimmed());
}

/// Where all of it has no room, the key goes without saying.
void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    constexpr int besideText = 72; // icons and paddings
    const bool fits = fontMetrics().horizontalAdvance(m_placeholder) <= width() - besideText;
    setPlaceholderText(fits ? m_placeholder : m_placeholder.section(QStringLiteral("  "), 0, 0));
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        Q_EMIT downPressed();
    else if (event->key() == Qt::Key_Escape && !text().isEmpty())
        setFilter({});
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace waitline
