#include "models/services/orderediting.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/pictures.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// A desk with an order's form in one of its states.
class Form final {
public:
    Form()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp with a shade of green glass"));
        window.addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"), [](ProductTerms &terms) {
            terms.release = QDate(2026, 6, 1);
            terms.editionSize = 20;
            terms.customerLimit = 2;
        });
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 7, 1);
        window.placePurchase(QStringLiteral("LAMP"), 40, QDate(2026, 3, 20));
        window.open(QStringLiteral("waiting"));
    }
    void empty()
    {
        window.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("customer"));
    }
    void filled()
    {
        empty();
        window.enter(QStringLiteral("acme"));
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("product"));
        line(QStringLiteral("LAMP"), QStringLiteral("10"));
        line(QStringLiteral("GAME"), QStringLiteral("2"));
        QTRY_VERIFY(said().contains(QStringLiteral("2nd in line")));
        QTRY_VERIFY(said().contains(QStringLiteral("pre-order, releases")));
    }
    void refused()
    {
        empty();
        window.enter(QStringLiteral("acme"));
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("product"));
        line(QStringLiteral("GAME"), QStringLiteral("3"));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(QStringLiteral("Lower")), qPrintable(said()));
    }
    void conflicting()
    {
        window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("goToText"));
        window.enter(QStringLiteral("1"));
        QTRY_VERIFY(window.shown(QStringLiteral("amend")));
        window.press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        auto *units = dialog()->findChild<QLineEdit *>(QStringLiteral("units"));
        units->setFocus(Qt::TabFocusReason);
        window.type(QStringLiteral("9"));
        const OrderView now = must(OrderService(window.connection()).show({1}, callerAt(60)));
        OrderEdit edit{{1}, sheetOf(now), sheetOf(now), {}};
        edit.after.lines[0].units = 8;
        edit.after.note = QStringLiteral("from Berta");
        Caller berta = callerAt(30);
        berta.actor = QStringLiteral("Berta");
        must(OrderEditing(window.connection()).save(edit, berta));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(window.shown(QStringLiteral("mergeMine")));
    }
    [[nodiscard]] QWidget *dialog() const { return window.shown(QStringLiteral("orderDialog")); }
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const QLabel *label : dialog()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    Bench window;

private:
    void line(const QString &sku, const QString &units)
    {
        window.enter(sku);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("units"));
        window.enter(units);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("product"));
    }
};

struct State {
    const char *name;
    void (Form::*make)();
};
const State states[] = {{"empty", &Form::empty},
                        {"filled", &Form::filled},
                        {"refused", &Form::refused},
                        {"conflicting", &Form::conflicting}};

} // namespace

/// The order form empty, filled, refused and conflicting, in light and dark and at 200 %: no text is cut in any of them.
/// The pictures are kept in the folder that WAITLINE_PICTURES names.
class OrderPicturesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void noTextOfTheFormIsCut_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("look");
        for (int state = 0; state < int(std::size(states)); ++state) {
            for (int look = 0; look < int(std::size(looks)); ++look)
                QTest::addRow("%s %s", states[state].name, looks[look].name) << state << look;
        }
    }
    void noTextOfTheFormIsCut()
    {
        QFETCH(int, state);
        QFETCH(int, look);
        const Look &as = looks[look];
        Form form;
        applyTheme(as.theme);
        (form.*states[state].make)();
        if (QTest::currentTestFailed())
            return;
        checkPicture(form.dialog(), as, QStringLiteral("order-%1").arg(QString::fromLatin1(states[state].name)));
        checkEnd(form.dialog(), as);
    }

private:
    /// Where there is room for all of the form, it does not scroll on below its end.
    static void checkEnd(QWidget *dialog, const Look &as)
    {
        const bool isRoomy = as.scale == 1 && !dialog->findChild<QWidget *>(QStringLiteral("mergeMine"));
        const auto *area = dialog->findChild<QScrollArea *>();
        QTRY_VERIFY(!isRoomy || area->verticalScrollBar()->maximum() == 0);
    }
};

QTEST_MAIN(OrderPicturesTest)
#include "orderpicturestest.moc"
