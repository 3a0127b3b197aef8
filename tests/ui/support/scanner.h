#pragma once

#include "tests/ui/support/bench.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace waitline::test {

/// A barcode scanner as the window system tells of it: a key a millisecond, wherever the keyboard is. The second of two
/// equal keys looks as if the first were held down.
class Scanner final {
public:
    static constexpr Qt::Key lineFeed = Qt::Key_unknown; ///< has no name of its own

    explicit Scanner(int msPerKey = 1) : m_msPerKey(quint64(msPerKey)) {}

    void scan(const QString &code, Qt::Key end = Qt::Key_Return)
    {
        type(code);
        send(end, end == Qt::Key_Tab ? QStringLiteral("\t") : end == lineFeed ? QStringLiteral("\n") : QStringLiteral("\r"));
    }
    void type(const QString &text)
    {
        for (const QChar character : text) {
            if (character.isUpper())
                send(Qt::Key_Shift, {});
            send(character.toUpper().unicode(), character);
        }
    }
    void send(int key, const QString &text)
    {
        m_now += m_msPerKey;
        const bool isAgain = std::exchange(m_lastKey, key) == key && m_msPerKey == 1;
        for (const QEvent::Type kind : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, key, Qt::NoModifier, text, isAgain && kind != QEvent::KeyRelease);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(Bench::focus(), &event);
        }
    }

    void pause(int ms) { m_now += quint64(ms); }

private:
    quint64 m_msPerKey;
    int m_lastKey = 0;
    quint64 m_now = 1'000'000;
};

} // namespace waitline::test
