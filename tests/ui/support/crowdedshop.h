#pragma once

#include "tests/ui/support/bench.h"

#include <QPointer>

namespace waitline::test {

constexpr int longName = 3; // times a name is repeated to be longer than its column

/// The window over a business with every kind of line, names as long as people have them, or over an empty one.
class CrowdedShop final {
public:
    enum Content { Filled, Empty };

    explicit CrowdedShop(Content content, const QString &page = QStringLiteral("overview"))
    {
        if (content == Filled)
            fill();
        window.open(page);
        window.window().resize(1366, 768);
    }

    /// Goes to a page by its key, or by its entry at the side where it has none.
    void show(const QString &page)
    {
        constexpr int pagesWithKeys = 9;
        const qsizetype index = Workspace::pageWords().indexOf(page);
        if (index < pagesWithKeys) {
            window.press(Qt::Key_1 + int(index), Qt::ControlModifier);
        } else {
            window.shown(QStringLiteral("rail-") + page)->setFocus();
            window.press(Qt::Key_Space);
        }
        QCOMPARE(window.page().word(), page);
        window.waitUntilReady();
    }
    /// Presses a dialog's key on a page and gives the dialog.
    [[nodiscard]] QWidget *dialog(const QString &page, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &name)
    {
        show(page);
        window.press(key, modifiers);
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == window.shown(name); }) ? window.shown(name) : nullptr;
    }

    void close(QPointer<QWidget> dialog)
    {
        window.press(Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        window.window().activateWindow(); // where there is no window manager to do it
        QVERIFY(QTest::qWaitForWindowActive(&window.window()));
    }

    Bench window;

private:
    void fill()
    {
        const QString name = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitänsmütze ").repeated(longName);
        window.addProduct(QStringLiteral("LAMP"), name);
        window.addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"),
                          [](ProductTerms &terms) { terms.release = QDate(2026, 6, 1); });
        for (int i = 0; i < 40; ++i)
            window.placeOrder(i == 0 ? QStringLiteral("Vermögensverwaltungsgesellschaft Übermorgen mbH & Co. KG")
                                     : QStringLiteral("Customer %1").arg(i),
                              QStringLiteral("LAMP"), 1000 + i, i, QDate(2026, 3, 5));
        window.placeOrder(QStringLiteral("Zoë"), QStringLiteral("GAME"), 2, 50);
        window.placePurchase(QStringLiteral("LAMP"), 1500, QDate(2026, 2, 20));
    }
};

} // namespace waitline::test
