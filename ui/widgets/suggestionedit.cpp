#include "ui/widgets/suggestionedit.h"

#include "models/services/whendone.h"
#include "ui/delegates/suggestiondelegate.h"
#include "ui/style/touch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListWidget>

namespace waitline {

namespace {
constexpr int mostRowsShown = 8;
constexpr int leastWidth = 380;
} // namespace

SuggestionEdit::SuggestionEdit(Source source, QWidget *parent) : QLineEdit(parent), m_source(std::move(source))
{
    connect(this, &QLineEdit::textEdited, this, [this] {
        const bool hadChosen = m_chosen.has_value();
        m_chosen.reset();
        m_isKept = false;
        m_whenFound = WhenFound::Show;
        if (hadChosen)
            Q_EMIT chosenChanged();
        ask();
    });
}

SuggestionEdit::~SuggestionEdit() { delete m_list; }

void SuggestionEdit::setChosen(const Suggestion &suggestion)
{
    ++m_generation; // what was asked before is not wanted any more
    m_isAsking = false;
    m_isKept = false;
    m_chosen = suggestion;
    setText(suggestion.text);
    hideList();
    Q_EMIT chosenChanged();
}

void SuggestionEdit::clearChosen()
{
    ++m_generation;
    m_isAsking = false;
    m_chosen.reset();
    clear();
    hideList();
    Q_EMIT chosenChanged();
}

bool SuggestionEdit::isListOpen() const { return m_list && m_list->isVisible(); }

void SuggestionEdit::ask(Wish wish)
{
    const qint64 generation = ++m_generation;
    m_found.clear();
    if (text().trimmed().isEmpty() && wish == Wish::WhatIsTyped) {
        m_isAsking = false;
        return hideList();
    }
    m_isAsking = true;
    whenDone(m_source(text().trimmed()), this, [this, generation](const Result<std::vector<Suggestion>> &found) {
        if (generation == m_generation)
            takeFound(found);
    });
}

void SuggestionEdit::takeFound(const Result<std::vector<Suggestion>> &found)
{
    m_isAsking = false;
    if (!found) {
        m_whenFound = WhenFound::Show;
        m_typedOn.clear();
        hideList();
        Q_EMIT failed(found.error());
        return;
    }
    m_found = *found;
    const WhenFound when = std::exchange(m_whenFound, WhenFound::Show);
    if (when == WhenFound::Show) {
        if (hasFocus())
            showList();
        return;
    }
    const bool isNew = !m_found.empty() && m_found.front().id == 0;
    if (when == WhenFound::TakeAndMoveOn) {
        if (m_found.empty() || take(0))
            Q_EMIT entered();
        typeOn();
    } else if (!m_found.empty() && !isNew) {
        take(0);
    }
}

/// Gives the keys that were typed meanwhile to wherever the keyboard is now.
void SuggestionEdit::typeOn()
{
    const auto keys = std::exchange(m_typedOn, {});
    for (const auto &key : keys) {
        if (QWidget *focus = QApplication::focusWidget())
            QCoreApplication::sendEvent(focus, key.get());
    }
}

void SuggestionEdit::showList()
{
    if (m_found.empty())
        return hideList();
    if (!m_list) {
        m_list = new QListWidget(window());
        m_list->setObjectName(QStringLiteral("suggestions"));
        m_list->setAccessibleName(tr("Suggestions for %1").arg(accessibleName()));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setItemDelegate(new SuggestionDelegate(m_list));
        m_list->setUniformItemSizes(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setMouseTracking(true);
        connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
            if (take(m_list->row(item)))
                Q_EMIT entered();
        });
    }
    setTouch(*m_list, controlHeightIn(this) == touchHeight); // it stands in the window, not in the field's place
    m_list->clear();
    for (const Suggestion &suggestion : m_found) {
        auto *item = new QListWidgetItem(suggestion.shown, m_list);
        item->setData(SuggestionDelegate::detailRole, suggestion.detail);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(suggestion.shown, suggestion.detail));
    }
    m_list->setCurrentRow(0);
    m_list->setGeometry(placeOfList());
    m_list->raise();
    m_list->show();
}

/// Below the field or, where there is more room, above it; never on it.
QRect SuggestionEdit::placeOfList() const
{
    const int rowHeight = controlHeightIn(this);
    const int wanted = rowHeight * qMin<int>(mostRowsShown, int(m_found.size())) + 2;
    const QSize room = window()->size();
    const QPoint bottom = mapTo(window(), QPoint(0, height() + 2));
    const int below = room.height() - 4 - bottom.y();
    const int above = bottom.y() - height() - 8;
    const bool isBelow = below >= wanted || below >= above;
    const QSize size(qMin(qMax(width(), leastWidth), room.width() - 16), qMin(wanted, qMax(rowHeight, isBelow ? below : above)));
    const int x = qMax(8, qMin(bottom.x(), room.width() - size.width() - 8));
    return {QPoint(x, isBelow ? bottom.y() : bottom.y() - height() - 4 - size.height()), size};
}

void SuggestionEdit::hideList()
{
    if (m_list)
        m_list->hide();
}

bool SuggestionEdit::take(int row)
{
    if (row < 0 || row >= int(m_found.size()))
        return true;
    if (m_found[size_t(row)].id == 0) {
        hideList();
        Q_EMIT newAsked(text().trimmed());
        return false;
    }
    setChosen(Suggestion(m_found[size_t(row)]));
    return true;
}

void SuggestionEdit::takeTop()
{
    const int row = isListOpen() ? m_list->currentRow() : 0;
    if (m_isAsking)
        m_whenFound = WhenFound::Take;
    else if (isListOpen() && m_found[size_t(row)].id != 0)
        take(row);
}

void SuggestionEdit::enter()
{
    if (text().trimmed().isEmpty()) {
        if (!isListOpen())
            return Q_EMIT enteredEmpty();
    } else if (m_isAsking) {
        m_whenFound = WhenFound::TakeAndMoveOn;
        return;
    }
    bool isTaken = true;
    if (isListOpen())
        isTaken = take(m_list->currentRow());
    else if (!m_chosen && !m_isKept && !m_found.empty())
        isTaken = take(0);
    if (isTaken)
        Q_EMIT entered();
}

void SuggestionEdit::moveInList(int step)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + step + count) % count);
}

void SuggestionEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_isAsking && m_whenFound == WhenFound::TakeAndMoveOn && event->key() != Qt::Key_Escape) {
        m_typedOn.emplace_back(event->clone());
        return;
    }
    const bool altDown = event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier;
    if (event->key() == Qt::Key_F4 || altDown)
        return ask(Wish::List);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !(event->modifiers() & Qt::ControlModifier))
        return enter();
    if (isListOpen()) {
        switch (event->key()) {
        case Qt::Key_Down: return moveInList(1);
        case Qt::Key_Up: return moveInList(-1);
        case Qt::Key_Escape: m_isKept = true; return hideList();
        default: break;
        }
    }
    QLineEdit::keyPressEvent(event);
}

bool SuggestionEdit::event(QEvent *event)
{
    // Esc belongs to the list while it is open, not to the dialog's own Cancel.
    if (event->type() == QEvent::ShortcutOverride && isListOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

bool SuggestionEdit::focusNextPrevChild(bool next)
{
    takeTop();
    return QLineEdit::focusNextPrevChild(next);
}

void SuggestionEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // Typing replaces what is there, however the field was reached.
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        selectAll();
}

void SuggestionEdit::focusOutEvent(QFocusEvent *event)
{
    hideList();
    QLineEdit::focusOutEvent(event);
}

} // namespace waitline
