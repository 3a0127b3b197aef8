#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace waitline {

/// Tells a barcode scanner from fingers, wherever the keyboard is in a window: at least 4 characters that end with Enter, a line
/// feed or Tab; at most 35 ms apart in the mean where codes are taken, and at most 5 ms where none are meant, for a program may
/// type quicker than fingers. Such a burst reaches no field and presses no button. Other keys arrive where
/// they were typed, a moment later. While the keyboard is in a password field or in another window, nothing is touched.
class ScannerKeys final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostMsBetweenKeys = 35;
    static constexpr int mostMsElsewhere = 5;
    static constexpr int fewestCharacters = 4;

    /// Whose keys are looked at.
    enum class Reach {
        Window, ///< those of the place's window
        /// Those of every window, but for fields that a code may be meant for: what no place takes presses no button, and gets
        /// into no note. A place that listens in its own window comes before.
        Elsewhere
    };

    /// Listens in the window of `place`.
    explicit ScannerKeys(QWidget &place, Reach reach = Reach::Window);
    ~ScannerKeys() override;

    void setListening(bool listening);
    /// Hands on what is held back.
    void flush();

Q_SIGNALS:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *keyboard() const;
    [[nodiscard]] bool take(QKeyEvent *key, QWidget *target);
    [[nodiscard]] bool isMeant(const QKeyEvent *key, const QWidget *target) const;
    [[nodiscard]] bool isShortcutInBurst(const QKeyEvent *key, const QWidget *target) const;
    [[nodiscard]] bool isInTime(const QKeyEvent *key);
    [[nodiscard]] bool isFast() const;
    [[nodiscard]] bool isOfBurst(const QWidget *target) const;
    [[nodiscard]] int patience() const; ///< in ms
    [[nodiscard]] bool isEndOfScan(const QKeyEvent *key, const QWidget *target) const;
    void giveUp();
    void hold(const QKeyEvent *key, QWidget *target);
    [[nodiscard]] bool passOn(const QKeyEvent *key, const QWidget *target);

    QWidget &m_place;
    Reach m_reach;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QString m_text;
    QPointer<QWidget> m_target; ///< where they were typed
    QTimer m_patience;
    // In ms, by the clock of the window system or, without one, by ours.
    quint64 m_firstAt = 0;
    quint64 m_lastAt = 0;
    bool m_isLastCall = false; ///< the patience is over but for what has arrived and waits to be handled
    static inline bool s_isReplaying = false; ///< held back once, a key is let through by all
};

} // namespace waitline
