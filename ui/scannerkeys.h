#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QKeyEvent;
class QWidget;

namespace waitline {

/// Tells a barcode scanner from fingers, wherever the keyboard is in a window: at least 4 characters, at most 35 ms apart,
/// that end with Enter or Tab. Such a burst reaches no field and presses no button. Other keys arrive where they were
/// typed, a moment later. While the keyboard is in a password field, in a dialog or in another window, nothing is touched.
class ScannerKeys final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostMsBetweenKeys = 35;
    static constexpr int fewestCharacters = 4;

    /// Listens in the window of `place`.
    explicit ScannerKeys(QWidget &place);
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
    [[nodiscard]] bool isInTime(const QKeyEvent *key);
    void hold(const QKeyEvent *key, QWidget *target);
    [[nodiscard]] bool passOn(const QKeyEvent *key, const QWidget *target);

    QWidget &m_place;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QString m_text;
    QPointer<QWidget> m_target; ///< where they were typed
    QTimer m_patience;
    quint64 m_lastAt = 0; ///< in ms, by the clock of the window system or, without one, by ours
    bool m_isReplaying = false;
};

} // namespace waitline
