#include "models/services/paymentservice.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/pictures.h"

#include <QLineEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The bench's business, with money on its first order, and a dialog over it.
class Desk final {
public:
    Desk() : window(QStringLiteral("orders"))
    {
        must(PaymentService(window.connection()).pay(OrderId{1}, 4'000, "transfer", callerAt(10)));
        must(PaymentService(window.connection()).pay(OrderId{1}, 5'000, "card", callerAt(11)));
    }
    void newCustomer()
    {
        window.workspace().showPage(QStringLiteral("customers"));
        window.waitUntilReady();
        window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        open(QStringLiteral("customerDialog"));
    }
    void newProduct()
    {
        window.workspace().showPage(QStringLiteral("products"));
        window.waitUntilReady();
        window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        open(QStringLiteral("productDialog"));
    }
    void settings()
    {
        window.press(Qt::Key_Comma, Qt::ControlModifier);
        open(QStringLiteral("settingsDialog"));
    }
    void payment()
    {
        window.press(Qt::Key_M, Qt::ControlModifier);
        open(QStringLiteral("moneyDialog"));
        window.enter(QStringLiteral("1"));
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("amount"));
        window.type(QStringLiteral("2500"));
        window.press(Qt::Key_Return, Qt::ControlModifier); // more than is due: the doubt stands there, too
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("yes"));
    }

    Bench window;
    QWidget *dialog = nullptr;

private:
    void open(const QString &name)
    {
        QTRY_VERIFY(window.shown(name));
        dialog = window.shown(name);
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
    }
};

struct State {
    const char *name;
    void (Desk::*make)();
};
const State states[] = {{"customer", &Desk::newCustomer},
                        {"product", &Desk::newProduct},
                        {"settings", &Desk::settings},
                        {"money", &Desk::payment}};

} // namespace

/// The forms of the desk in light and dark and at 200 %: no text is cut in any of them.
class FormPicturesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void noTextOfAFormIsCut_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("look");
        for (int state = 0; state < int(std::size(states)); ++state) {
            for (int look = 0; look < int(std::size(looks)); ++look)
                QTest::addRow("%s %s", states[state].name, looks[look].name) << state << look;
        }
    }
    void noTextOfAFormIsCut()
    {
        QFETCH(int, state);
        QFETCH(int, look);
        Desk desk;
        applyTheme(looks[look].theme);
        (desk.*states[state].make)();
        if (QTest::currentTestFailed())
            return;
        checkPicture(desk.dialog, looks[look], QString::fromLatin1(states[state].name));
    }
};

QTEST_MAIN(FormPicturesTest)
#include "formpicturestest.moc"
