#pragma once

#include "models/services/orderservice.h"
#include "models/services/receivingservice.h"
#include "tests/ui/support/bench.h"
#include "ui/orderdrafts.h"

#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

#include <algorithm>

namespace waitline::test {

/// Where the keyboard is; after a dialog over it has closed, `front` comes to the front as a desktop does it.
[[nodiscard]] inline QString focusName(QWidget *front)
{
    if (QWidget *focus = Bench::focus())
        return focus->objectName();
    front->activateWindow();
    return {};
}

/// A desk that sells lamps, bolts and a game to come, with every key it presses counted.
class Desk final {
public:
    Desk()
    {
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
        window.addProduct(QStringLiteral("BOLT-M8"), QStringLiteral("Bolt M8"));
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), [](ProductTerms &terms) {
            terms.deposit = {DepositTerms::Kind::Percent, 2000};
        });
        window.addProduct(QStringLiteral("GAME"), QStringLiteral("Harbour game"), [](ProductTerms &terms) {
            terms.release = QDate(2026, 6, 1);
            terms.editionSize = 20;
            terms.customerLimit = 2;
        });
        must(ReceivingService(window.connection()).post({{}, {{QStringLiteral("BOLT-M8"), 12, 0}}, {}, {}}, callerAt()));
        window.placeOrder(QStringLiteral("Acme Tools"), QStringLiteral("LAMP"), 7, 1);
        window.placePurchase(QStringLiteral("LAMP"), 40, QDate(2026, 3, 20));
        window.open(QStringLiteral("waiting"));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        window.press(key, modifiers);
    }
    void type(const QString &text)
    {
        keys += int(text.size());
        window.type(text);
    }
    /// Types and presses Enter, as fast as the machine takes it.
    void enter(const QString &text)
    {
        type(text);
        key(Qt::Key_Return);
    }
    [[nodiscard]] QString focus() { return focusName(top() ? top() : &window.window()); }
    [[nodiscard]] QString typed() { return qobject_cast<QLineEdit *>(window.focus())->text(); }
    void newOrder()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(focus(), QStringLiteral("customer"));
    }
    void customer(const QString &text)
    {
        enter(text);
        QTRY_COMPARE(focus(), QStringLiteral("product"));
    }
    void line(const QString &text, const QString &units)
    {
        enter(text);
        QTRY_COMPARE(focus(), QStringLiteral("units"));
        enter(units);
        QTRY_COMPARE(focus(), QStringLiteral("product"));
    }
    /// Texts of the lines, "product units", as far as something is typed.
    [[nodiscard]] QStringList lines()
    {
        QStringList lines;
        QList<QWidget *> rows;
        for (QWidget *row : dialog()->findChildren<QWidget *>()) {
            if (row->inherits("waitline::OrderLineRow") && !row->isHidden())
                rows += row;
        }
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        std::sort(rows.begin(), rows.end(), [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
        for (const QWidget *row : std::as_const(rows)) {
            const QString text = row->findChild<QLineEdit *>(QStringLiteral("product"))->text() + u' ' +
                                 row->findChild<QLineEdit *>(QStringLiteral("units"))->text();
            if (!text.trimmed().isEmpty())
                lines += text;
        }
        return lines;
    }
    /// What stands under the lines, notes and problems.
    [[nodiscard]] QString said()
    {
        QStringList texts;
        for (const QLabel *label : dialog()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] static QWidget *dialog() { return top(); }
    [[nodiscard]] OrderView order(qint64 number) { return must(OrderService(window.connection()).show({number}, callerAt(90))); }
    [[nodiscard]] qint64 orders() { return window.connection().integer("SELECT MAX(id) FROM sales_order"); }
    [[nodiscard]] std::vector<OrderDrafts::Draft> drafts()
    {
        return OrderDrafts(must(Location::parse(window.databaseFile())), QStringLiteral("desk")).leftOver();
    }

    Bench window;
    int keys = 0;

private:
    [[nodiscard]] static QWidget *top()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (each->objectName() == u"orderDialog" && each->isVisible())
                return each;
        }
        return nullptr;
    }
};

} // namespace waitline::test
