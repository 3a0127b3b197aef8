#include "models/services/storesettings.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Opens the settings by their key and waits until they are read.
void openSettings(Bench &bench)
{
    bench.press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("business"));
    QTRY_VERIFY(!bench.shown<QLineEdit>(QStringLiteral("consent_days"))->text().isEmpty());
}

void retype(Bench &bench, const QString &field, const QString &text)
{
    auto *editor = bench.shown<QLineEdit>(field);
    editor->setFocus();
    editor->selectAll();
    bench.type(text);
}

} // namespace

class SettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDecidedIsKeptForAllDesks()
    {
        Bench bench(QStringLiteral("overview"));
        openSettings(bench);
        QWidget *dialog = bench.shown(QStringLiteral("settingsDialog"));
        QCOMPARE(namelessControls(dialog).join(u';'), QString());
        QCOMPARE(clipped(dialog).join(u';'), QString());
        checkTabs(dialog);
        retype(bench, QStringLiteral("business"), QStringLiteral("Harbour Lamps"));
        bench.shown<QPlainTextEdit>(QStringLiteral("address"))->setPlainText(QStringLiteral("12 Harbour Row\nBristol"));
        retype(bench, QStringLiteral("email"), QStringLiteral("desk@example.com"));
        retype(bench, QStringLiteral("deposit"), QStringLiteral("20%"));
        retype(bench, QStringLiteral("consent_days"), QStringLiteral("7"));
        bench.shown(QStringLiteral("full_balance"))->setFocus();
        bench.press(Qt::Key_Space);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        StoreSettings expected;
        expected.business = QStringLiteral("Harbour Lamps");
        expected.address = QStringLiteral("12 Harbour Row\nBristol");
        expected.email = QStringLiteral("desk@example.com");
        expected.deposit = must(DepositTerms::parse(QStringLiteral("20%"), {}));
        expected.consentDays = 7;
        expected.fullBalanceFirst = true;
        QTRY_COMPARE(must(storeSettings(bench.connection())), expected);
        QTRY_VERIFY(bench.message().contains(QStringLiteral("The settings are saved")));
    }
    void aNewProductProposesTheDepositDecidedOn()
    {
        Bench bench(QStringLiteral("products"));
        StoreSettings settings = must(storeSettings(bench.connection()));
        settings.deposit = must(DepositTerms::parse(QStringLiteral("30%"), settings.currency));
        must(changeSettings(bench.connection(), settings, callerAt()));
        bench.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench.shown(QStringLiteral("productDialog")));
        QTRY_COMPARE(bench.shown<QLineEdit>(QStringLiteral("deposit"))->text(), QStringLiteral("30%"));
        bench.press(Qt::Key_Escape); // nothing was entered: nothing is asked
        QTRY_VERIFY(!bench.shown(QStringLiteral("productDialog")));
        QVERIFY(bench.prompts.asked.isEmpty());
    }
    void whatIsWrongIsSaidUnderItsField()
    {
        Bench bench(QStringLiteral("overview"));
        openSettings(bench);
        retype(bench, QStringLiteral("email"), QStringLiteral("nowhere"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("email"));
        QTRY_VERIFY(bench.focus()->accessibleDescription().contains(QStringLiteral("not an e-mail address")));
        QCOMPARE(bench.shown<QLineEdit>(QStringLiteral("email"))->text(), QStringLiteral("nowhere"));
        QVERIFY(must(storeSettings(bench.connection())).email.isEmpty());
    }
    void theCurrencyStaysOnceThereAreProducts()
    {
        Bench bench(QStringLiteral("overview"));
        openSettings(bench);
        retype(bench, QStringLiteral("currency"), QStringLiteral("JPY"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("currency"));
        QTRY_VERIFY(bench.focus()->accessibleDescription().contains(QStringLiteral("There are amounts in EUR already")));
    }
    void anEmptyBusinessTakesAnotherCurrency()
    {
        Bench bench(QStringLiteral("overview"), Bench::Content::Nothing);
        openSettings(bench);
        retype(bench, QStringLiteral("currency"), QStringLiteral("jpy"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(storeSettings(bench.connection())).currency.code, QStringLiteral("JPY"));
        QTRY_COMPARE(bench.session().currency().code, QStringLiteral("JPY"));
        QCOMPARE(bench.session().currency().exponent, 0);
    }
};

QTEST_MAIN(SettingsTest)
#include "settingstest.moc"
