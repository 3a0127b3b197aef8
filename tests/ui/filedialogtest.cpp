#include "models/exchange/filelook.h"
#include "tests/ui/support/bench.h"
#include "ui/dialogs/customerdialog.h"

#include <QDialog>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>

#include <sys/stat.h>
#include <unistd.h>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Whether this program holds a lock on the file, as the system sees it.
bool isLocked(const QString &path)
{
    struct stat status {};
    if (stat(path.toLocal8Bit().constData(), &status) != 0)
        qFatal("%s is not there", qPrintable(path));
    QFile locks(QStringLiteral("/proc/locks"));
    if (!locks.open(QIODevice::ReadOnly))
        qFatal("The system does not tell its locks.");
    const QByteArray process = QByteArrayLiteral(" ") + QByteArray::number(getpid()) + ' ';
    const QByteArray inode = ':' + QByteArray::number(qulonglong(status.st_ino)) + ' ';
    for (const QByteArray &line : locks.readAll().split('\n')) {
        if (line.contains(process) && line.contains(inode))
            return true;
    }
    return false;
}

/// Shows the dialog that `ask` opens until it has listed its folder, then leaves it.
void look(const std::function<void()> &ask)
{
    ask();
    auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
    QVERIFY2(dialog, "No file dialog opens.");
    auto *list = dialog->findChild<QAbstractItemView *>(QStringLiteral("treeView"));
    QTRY_VERIFY(list->model()->rowCount(list->rootIndex()) > 0);
    QTest::qWait(500); // icons and kinds are told after the names
    dialog->reject();
    QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
}

} // namespace

/// A program that opens and closes a database's file beside SQLite loses its locks on it, and another one would then
/// take the write-ahead log away under it.
class FileDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void choosingFilesBesideTheOpenDatabaseLeavesItsLocks()
    {
        Bench bench(QStringLiteral("waiting"));
        QVERIFY(isLocked(bench.databaseFile()));
        QSettings().setValue(QStringLiteral("lastFolder"), QFileInfo(bench.databaseFile()).absolutePath());
        DialogPrompts prompts;
        const QString all = QStringLiteral("All files (*)");
        const auto unwanted = [](const auto &) { QFAIL("Nothing was chosen."); };
        look([&] { prompts.openFile(&bench.window(), QStringLiteral("Open"), all, unwanted); });
        QVERIFY(isLocked(bench.databaseFile()));
        look([&] { prompts.openFiles(&bench.window(), QStringLiteral("Open"), all, unwanted); });
        look([&] { prompts.saveFile(&bench.window(), QStringLiteral("Save"), QStringLiteral("copy"), all, unwanted); });
        QVERIFY(isLocked(bench.databaseFile()));
    }
    void aQuestionNamesTheProgram()
    {
        Bench bench(QStringLiteral("waiting"));
        DialogPrompts().confirm(&bench.window(), QStringLiteral("Really?"), QStringLiteral("Yes"), [] { QFAIL("Nobody agreed."); });
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *question = QApplication::activeModalWidget();
        QCOMPARE(question->windowTitle(), QStringLiteral("Waitline"));
        question->close();
    }
    void anEnterTooManyAgreesToNothing()
    {
        Bench bench(QStringLiteral("customers"));
        DialogPrompts prompts;
        CustomerDialog dialog(bench.session(), prompts, {}, &bench.window());
        dialog.open();
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("name"));
        bench.type(QStringLiteral("Zoe"));
        bench.press(Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() != &dialog);
        QTRY_COMPARE(QApplication::activeWindow(), QApplication::activeModalWidget());
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(QApplication::activeModalWidget(), &dialog);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("Zoe"));
    }
    void theOpenDatabaseIsNotReadAsAFileToImport()
    {
        Bench bench(QStringLiteral("waiting"));
        for (const char *part : {"", "-wal", "-shm"}) {
            const auto read = lookInto(bench.databaseFile() + QLatin1String(part), {});
            QVERIFY(!read);
            QVERIFY2(read.error().message.contains(QStringLiteral("the database that is open")), qPrintable(read.error().message));
        }
        QVERIFY(isLocked(bench.databaseFile()));
    }
};

QTEST_MAIN(FileDialogTest)
#include "filedialogtest.moc"
