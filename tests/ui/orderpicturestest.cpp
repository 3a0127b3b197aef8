#include "models/services/orderediting.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

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

struct Look {
    const char *name;
    ThemeChoice theme;
    int scale;
    QSize size; ///< logical
};
const Look looks[] = {{"light", ThemeChoice::Light, 1, {1040, 680}},
                      {"dark", ThemeChoice::Dark, 1, {1040, 680}},
                      {"light-200", ThemeChoice::Light, 2, {660, 360}}, // of a screen of 1366 by 768
                      {"dark-200", ThemeChoice::Dark, 2, {660, 360}}};

double brightness(const QImage &picture)
{
    const QImage small = picture.scaled(16, 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x)
            sum += small.pixelColor(x, y).lightnessF();
    }
    return sum / (small.width() * small.height());
}

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
        QWidget *dialog = form.dialog();
        dialog->resize(as.size);
        QApplication::processEvents(); // a form of another width is laid out anew
        QTRY_COMPARE(clipped(dialog).join(u';'), QString());
        QImage picture(dialog->size() * as.scale, QImage::Format_RGB32);
        picture.setDevicePixelRatio(as.scale);
        picture.fill(Theme::current().surface);
        dialog->render(&picture);
        QVERIFY(as.theme == ThemeChoice::Dark ? brightness(picture) < 0.4 : brightness(picture) > 0.7);
        if (const QString folder = qEnvironmentVariable("WAITLINE_PICTURES"); !folder.isEmpty())
            QVERIFY(picture.save(QDir(folder).filePath(QStringLiteral("order-%1-%2.png").arg(states[state].name, as.name))));
    }
};

QTEST_MAIN(OrderPicturesTest)
#include "orderpicturestest.moc"
