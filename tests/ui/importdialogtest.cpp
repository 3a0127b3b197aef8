#include "models/store/orderstore.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The dialog on a file of these bytes.
QDialog *openOn(Bench &bench, const QString &name, const QByteArray &bytes)
{
    QFile file(bench.inFolder(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.close();
    bench.prompts.path = file.fileName();
    bench.press(Qt::Key_I, Qt::ControlModifier);
    QDialog *dialog = nullptr;
    [&] { QTRY_VERIFY((dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))); }();
    [&] { QTRY_VERIFY(qobject_cast<QPushButton *>(Bench::focus())); }();
    bench.press(Qt::Key_Space);
    return dialog;
}

QString said(const QDialog *dialog) { return dialog->findChild<MessageBar *>()->text(); }
QStringList outcome(const QDialog *dialog, int column)
{
    return Bench::column(dialog->findChild<QTableView *>(QStringLiteral("importOutcomes")), column);
}

void choose(const char *field, const QString &column)
{
    auto *box = Bench::shown<QComboBox>(QStringLiteral("column-") + QString::fromLatin1(field));
    QVERIFY2(box, field);
    QTest::keyClicks(box, column.left(2));
    QCOMPARE(box->currentText(), column);
}

constexpr const char *dutch = "Klant;Artikel;Stuks;Stukprijs;Besteld op\r\n"
                              "Acme;LAMP;3;12,50;02-03-2026\r\n"
                              "Zwart;ROPE;1.000;0,80;05-03-2026\r\n"
                              "Nobody;ROPE;many;0,80;05-03-2026\r\n";

} // namespace

class ImportDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void aFileWhoseHeaderTellsItsFormatIsPreviewedAtOnce()
    {
        Bench bench(QStringLiteral("waiting"));
        const QDialog *dialog = openOn(bench, QStringLiteral("orders.csv"), "customer,sku,units,placed\nAcme,LAMP,3,2026-03-01\n");
        QTRY_VERIFY2(said(dialog).contains(QStringLiteral("nothing is written yet")), qPrintable(said(dialog)));
        QCOMPARE(outcome(dialog, 1), QStringList{QStringLiteral("orders")});
        QCOMPARE(outcome(dialog, 3), QStringList{QStringLiteral("1")});
    }
    void columnsOfAnyNameAreSaidByKeysAndRememberedForTheNextFile()
    {
        Bench bench(QStringLiteral("waiting"));
        QDialog *dialog = openOn(bench, QStringLiteral("maart.csv"), dutch);
        QTRY_VERIFY2(said(dialog).contains(QStringLiteral("say which column holds what")), qPrintable(said(dialog)));
        QTRY_COMPARE(Bench::focus()->objectName(), QStringLiteral("columns"));
        bench.press(Qt::Key_Space);
        QTRY_VERIFY(Bench::shown(QStringLiteral("columnMapDialog")));
        Bench::shown(QStringLiteral("columnMapDialog"))->activateWindow(); // as a window manager does
        QTRY_COMPARE(QApplication::activeWindow(), Bench::shown(QStringLiteral("columnMapDialog")));
        QVERIFY(!Bench::shown(QStringLiteral("useColumns"))->isEnabled());
        choose("customer", QStringLiteral("Klant"));
        choose("sku", QStringLiteral("Artikel"));
        choose("units", QStringLiteral("Stuks"));
        choose("placed", QStringLiteral("Besteld op"));
        QVERIFY(Bench::shown(QStringLiteral("useColumns"))->isEnabled());
        QCOMPARE(namelessControls(Bench::shown(QStringLiteral("columnMapDialog"))).join(u';'), QString());
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!Bench::shown(QStringLiteral("columnMapDialog")));
        QTRY_VERIFY2(said(dialog).contains(QStringLiteral("columns as you said")), qPrintable(said(dialog)));
        QTRY_COMPARE(outcome(dialog, 3), QStringList{QStringLiteral("2")});
        QCOMPARE(outcome(dialog, 6), QStringList{QStringLiteral("1")});
        QVERIFY(said(dialog).contains(QStringLiteral("columns as you said")));
        QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("“many”")));
        dialog->reject();
        QTRY_VERIFY(!QApplication::activeModalWidget());

        // The same columns again: nothing is asked, and the import makes the orders.
        dialog = openOn(bench, QStringLiteral("april.csv"), QByteArray(dutch).replace("Zwart", "Groen"));
        QTRY_COMPARE(outcome(dialog, 3), QStringList{QStringLiteral("2")});
        Bench::shown(QStringLiteral("importFilesNow"))->setFocus();
        bench.press(Qt::Key_Space);
        QTRY_VERIFY2(said(dialog).startsWith(QStringLiteral("Imported.")), qPrintable(said(dialog)));
        QCOMPARE(bench.product("ROPE").stock.waiting(), Units(1000));
        QVERIFY(QFile::exists(bench.inFolder(QStringLiteral("april.rejects.csv"))));
    }
    void aFieldThatIsFoundByNameCanBeTakenAway()
    {
        Bench bench(QStringLiteral("waiting"));
        const QDialog *dialog = openOn(bench, QStringLiteral("orders.csv"), "customer,sku,units,placed\nAcme,LAMP,3,2026-03-01\n");
        QTRY_COMPARE(outcome(dialog, 3), QStringList{QStringLiteral("1")});
        Bench::shown(QStringLiteral("columns"))->setFocus();
        bench.press(Qt::Key_Space);
        QTRY_VERIFY(Bench::shown(QStringLiteral("columnMapDialog")));
        Bench::shown(QStringLiteral("columnMapDialog"))->activateWindow(); // as a window manager does
        QTRY_COMPARE(QApplication::activeWindow(), Bench::shown(QStringLiteral("columnMapDialog")));
        auto *sku = Bench::shown<QComboBox>(QStringLiteral("column-sku"));
        QCOMPARE(sku->currentText(), QStringLiteral("sku"));
        QTest::keyClick(sku, Qt::Key_Home);
        QVERIFY(!Bench::shown(QStringLiteral("useColumns"))->isEnabled());
        Bench::shown(QStringLiteral("asFound"))->setFocus();
        bench.press(Qt::Key_Space);
        QVERIFY(Bench::shown(QStringLiteral("useColumns"))->isEnabled());
    }
};

QTEST_MAIN(ImportDialogTest)
#include "importdialogtest.moc"
