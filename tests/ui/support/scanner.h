#pragma once

#include "tests/ui/support/bench.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace waitline::test {

/// A barcode scanner as the window system tells of it: a key a millisecond, wherever the keyboard is.
class Scanner final {
public:
    explicit Scanner(int msPerKey = 1) : m_msPerKey(quint64(msPerKey)) {}

    void scan(const QString &code, Qt::Key end = Qt::Key_Return)
    {
        type(code);
        send(end, end == Qt::Key_Tab ? QStringLiteral("\t") : QStringLiteral("\r"));
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
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, key, Qt::NoModifier, text);
            event.setTimestamp(m_now);
            QCoreApplication::sendEvent(Bench::focus(), &event);
        }
    }

    void pause(int ms) { m_now += quint64(ms); }

private:
    quint64 m_msPerKey;
    quint64 m_now = 1'000'000;
};

} // namespace waitline::test
