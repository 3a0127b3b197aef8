#include "ui/scannerkeys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace waitline {

namespace {

// The window may be busy when a key arrives: the times between keys are told by the keys themselves. The machine may be
// busy when they are made, too: one pause is no end of a burst, and a longer one is none where it began as nobody types.
constexpr int patienceMs = 60;
constexpr int patienceOfBurstMs = 300;
constexpr int keysOfBurst = 3;
constexpr int leastMsOfFingers = 10; // between two keys that they mean

/// Some scanners end with a line feed, which is a key without a name of its own.
bool isEnd(const QKeyEvent *key)
{
    return key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab || key->text() == u"\n";
}

bool isCharacter(const QKeyEvent *key)
{
    const Qt::KeyboardModifiers others = key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return others == Qt::NoModifier && !key->text().isEmpty() && key->text().front().isPrint();
}

bool isModifier(const QKeyEvent *key)
{
    return key->key() == Qt::Key_Shift || key->key() == Qt::Key_CapsLock || key->key() == Qt::Key_AltGr;
}

bool isSecret(const QWidget *target)
{
    const auto *field = qobject_cast<const QLineEdit *>(target);
    return (field && field->echoMode() != QLineEdit::Normal) || target->inputMethodHints() & Qt::ImhHiddenText;
}

/// Whether people write there in their own words: no code is meant for a reason or a note, by whatever form it is asked.
bool isForWords(const QWidget *target)
{
    const QString asked = target->objectName();
    return qobject_cast<const QPlainTextEdit *>(target) || asked == u"reason" || asked == u"note";
}

/// Whether a code may be meant for it: a filter, a product to be found, a parcel's number, a grid in which typing begins a cell.
bool isForCodes(const QWidget *target)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(target))
        return view->editTriggers().testFlag(QAbstractItemView::AnyKeyPressed);
    return target->testAttribute(Qt::WA_InputMethodEnabled) && !isForWords(target);
}

quint64 timeOf(const QKeyEvent *key)
{
    static QElapsedTimer clock;
    if (!clock.isValid())
        clock.start();
    return key->timestamp() != 0 ? key->timestamp() : quint64(clock.elapsed());
}

} // namespace

ScannerKeys::ScannerKeys(QWidget &place, Reach reach) : QObject(&place), m_place(place), m_reach(reach)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ScannerKeys::giveUp);
}

ScannerKeys::~ScannerKeys() = default;

void ScannerKeys::setListening(bool listening)
{
    flush();
    qApp->removeEventFilter(this);
    if (listening)
        qApp->installEventFilter(this);
}

/// Where keys go to now.
QWidget *ScannerKeys::keyboard() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
}

bool ScannerKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool isAnnounced = event->type() == QEvent::ShortcutOverride;
    if ((event->type() != QEvent::KeyPress && !isAnnounced) || s_isReplaying || !watched->isWidgetType())
        return false;
    auto *target = static_cast<QWidget *>(watched);
    auto *key = static_cast<QKeyEvent *>(event);
    // A key that nobody wants goes on to the widgets around: it was looked at already.
    if (target != keyboard() || !isMeant(key, target))
        return false;
    if (!isAnnounced)
        return take(key, target);
    // An open list chooses and closes as soon as Enter is announced: the press that ends a scan would not come here. A
    // character that is a shortcut would not either.
    if (!isEndOfScan(key, target) && !isShortcutInBurst(key, target))
        return false;
    key->accept();
    return true;
}

bool ScannerKeys::isMeant(const QKeyEvent *key, const QWidget *target) const
{
    // What is pressed on a keyboard bears its time; what an assistive tool or a program sends bears none.
    if (m_reach == Reach::Elsewhere)
        return key->timestamp() != 0 && !isForCodes(target);
    const QWidget *modal = QApplication::activeModalWidget();
    const bool isHere = QApplication::activeWindow() == m_place.window() || QApplication::activePopupWidget();
    return isHere && m_place.isVisible() && (!modal || modal == m_place.window());
}

bool ScannerKeys::isShortcutInBurst(const QKeyEvent *key, const QWidget *target) const
{
    return !m_held.empty() && isCharacter(key) && isOfBurst(target) && timeOf(key) - m_lastAt <= quint64(patience());
}

/// Whether the key is held back, or ends a scan.
bool ScannerKeys::take(QKeyEvent *key, QWidget *target)
{
    if (isModifier(key))
        return false;
    const bool isLast = isEndOfScan(key, target);
    const bool isOfSameBurst = isOfBurst(target); // told by the keys before this one
    const bool isOn = isInTime(key) && isOfSameBurst && !m_held.empty();
    if (isLast) {
        m_patience.stop();
        m_held.clear();
        Q_EMIT scanned(std::exchange(m_text, {}));
        return true;
    }
    // No code begins with a blank, and a button that is pressed with one waits for its release, which is not held back.
    const bool isBlankAlone = !isOn && key->key() == Qt::Key_Space;
    // A scanner releases a key and presses it again within a millisecond: the window system calls that held down. Fingers
    // hold one down for longer than a burst lasts before it repeats.
    const bool isHeldDown = !isOn && key->isAutoRepeat();
    if (!isCharacter(key) || isHeldDown || isSecret(target) || isBlankAlone)
        return passOn(key, target);
    if (!isOn)
        flush();
    hold(key, target);
    return true;
}

/// Lets a key through, after those that are held back: they may have opened an editor, and it goes there then.
bool ScannerKeys::passOn(const QKeyEvent *key, const QWidget *target)
{
    flush();
    QWidget *now = keyboard();
    if (!now || now == target)
        return false;
    const QScopedValueRollback<bool> replaying(s_isReplaying, true);
    const std::unique_ptr<QKeyEvent> copy(key->clone());
    QCoreApplication::sendEvent(now, copy.get());
    return true;
}

bool ScannerKeys::isFast() const
{
    const quint64 took = m_lastAt - m_firstAt;
    if (m_reach == Reach::Elsewhere)
        return m_held.size() > 1 && took <= (m_held.size() - 1) * mostMsElsewhere;
    const bool isNoHand = m_held.size() > 1 && took < quint64(leastMsOfFingers);
    return isNoHand || (m_held.size() >= keysOfBurst && took <= m_held.size() * quint64(mostMsBetweenKeys));
}

/// Fingers type where the keyboard is; a scan that is on its way when what came before it moves the keyboard stays one.
bool ScannerKeys::isOfBurst(const QWidget *target) const { return target == m_target || isFast(); }

int ScannerKeys::patience() const { return isFast() ? patienceOfBurstMs : patienceMs; }

bool ScannerKeys::isInTime(const QKeyEvent *key)
{
    const quint64 most(patience());
    const quint64 now = timeOf(key);
    return now - std::exchange(m_lastAt, now) <= most;
}

/// Told when the key that ends it is there: as many pauses as characters.
bool ScannerKeys::isEndOfScan(const QKeyEvent *key, const QWidget *target) const
{
    if (m_held.empty() || !isOfBurst(target) || !isEnd(key) || m_text.size() < fewestCharacters)
        return false;
    const quint64 now = timeOf(key);
    if (now - m_lastAt > quint64(patience()))
        return false;
    return m_reach == Reach::Elsewhere ? isFast() : now - m_firstAt <= quint64(m_text.size() * mostMsBetweenKeys);
}

void ScannerKeys::hold(const QKeyEvent *key, QWidget *target)
{
    if (m_held.empty())
        m_firstAt = m_lastAt;
    m_target = target;
    m_text += key->text();
    m_held.emplace_back(key->clone());
    m_isLastCall = false;
    m_patience.start(patience());
}

/// A busy window finds the time over while keys that were in time wait to be handled: these come first.
void ScannerKeys::giveUp()
{
    if (std::exchange(m_isLastCall, true))
        return flush();
    m_patience.start(patienceMs / 2);
}

void ScannerKeys::flush()
{
    m_patience.stop();
    m_text.clear();
    auto held = std::exchange(m_held, {});
    const QScopedValueRollback<bool> replaying(s_isReplaying, true);
    for (const auto &key : held) {
        // A key may have opened an editor or a list: the next one goes there.
        QWidget *target = keyboard() ? keyboard() : m_target.data();
        if (target)
            QCoreApplication::sendEvent(target, key.get());
    }
}

} // namespace waitline
