#include "models/services/customerservice.h"
#include "models/services/noticeservice.h"
#include "models/services/promiseservice.h"
#include "models/services/storesettings.h"
#include "models/tables/celltext.h"
#include "models/tables/noticemodel.h"
#include "models/tables/waitingmodel.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"

#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrlQuery>

using namespace waitline;
using namespace waitline::test;

namespace {

const QDate arrival(2026, 3, 20);

/// Three wait for lamps and were promised a day; 9 lamps come on the 20th: Acme and Bolt are late, Cord is not covered.
class Shop final {
public:
    explicit Shop(bool isOnNotices = false)
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        CustomerDetails acme;
        acme.name = QStringLiteral("Acme");
        acme.email = QStringLiteral("acme@example.com");
        must(CustomerService(window.connection()).add(acme, callerAt()));
        place(QStringLiteral("Acme"), 5, QDate(2026, 3, 10));
        place(QStringLiteral("Bolt"), 4, QDate(2026, 3, 12));
        place(QStringLiteral("Cord"), 6, QDate(2026, 3, 30));
        window.placePurchase(QStringLiteral("LAMP"), 9, arrival);
        window.open(QStringLiteral("notices"));
        if (isOnNotices)
            toNotices();
    }

    void toNotices()
    {
        window.press(Qt::Key_PageDown, Qt::ControlModifier);
        table = window.shown<DataTable>(QStringLiteral("noticesTable"));
        QVERIFY(table && table->hasFocus());
        QTRY_COMPARE(table->model()->rowCount(), 3);
        window.waitUntilReady();
    }
    [[nodiscard]] std::optional<QDate> promiseOf(size_t order)
    {
        return must(OrderService(window.connection()).show(orders[order], callerAt(60))).lines.front().line.promise;
    }
    [[nodiscard]] std::vector<StoredNotice> notices(NoticeState state, std::optional<NoticeKind> kind = {})
    {
        NoticeService service(window.connection());
        must(service.prepareDue());
        return must(service.read(must(service.list({state, kind, {}}))));
    }
    /// Opens a row of the notices and gives what its customer reads.
    QString open(int row)
    {
        table->markRow(row);
        window.press(Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return window.page().isReady() && window.shown(QStringLiteral("noticeBody")); }))
            qFatal("The notice does not open.");
        return window.shown<QPlainTextEdit>(QStringLiteral("noticeBody"))->toPlainText();
    }

    Bench window;
    std::vector<OrderId> orders;
    DataTable *table = nullptr;

private:
    void place(const QString &customer, Units units, QDate promise)
    {
        orders.push_back(window.placeOrder(customer, QStringLiteral("LAMP"), units, int(orders.size()), promise).order.id);
    }
};

/// Takes what would open the mail program.
class MailProgram final : public QObject {
    Q_OBJECT

public:
    MailProgram() { QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "take"); }
    ~MailProgram() override { QDesktopServices::unsetUrlHandler(QStringLiteral("mailto")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void take(const QUrl &url) { opened += url; }
};

} // namespace

class NoticesPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLateListHoldsWhatIsExpectedLaterThanPromised()
    {
        Shop shop;
        const auto *late = shop.window.shown<DataTable>(QStringLiteral("lateTable"));
        QCOMPARE(Bench::column(late, WaitingModel::Customer), QStringList({"Acme", "Bolt", "Cord"})); // the oldest promise first
        QVERIFY(shop.window.textOf("lateTotals").startsWith(QStringLiteral("3 lines")));
    }
    void manyPromisesAreMovedByKeysAndTakenBack()
    {
        Shop shop;
        shop.window.press(Qt::Key_A, Qt::ControlModifier);
        shop.window.press(Qt::Key_F6);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("promise"));
        const QString whose = shop.window.shown<QLabel>(QStringLiteral("whosePromise"))->text();
        QVERIFY2(whose.contains(QStringLiteral("Order 1 of Acme: 5 of LAMP Brass lamp, promised %1").arg(dayText(QDate(2026, 3, 10)))) &&
                     whose.contains(QStringLiteral("of Cord")),
                 qPrintable(whose));
        shop.window.press(Qt::Key_Return); // no day: each to its own ETA
        shop.window.type(QStringLiteral("foundry is late"));
        shop.window.press(Qt::Key_Return);
        shop.window.press(Qt::Key_Return); // nobody is asked to agree
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("save"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.promiseOf(0), std::optional(arrival));
        QCOMPARE(shop.promiseOf(1), std::optional(arrival));
        QCOMPARE(shop.promiseOf(2), std::optional(QDate(2026, 3, 30)));
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("2 promises are moved. 1 stay")), qPrintable(shop.window.message()));
        QVERIFY(shop.window.message().contains(QStringLiteral("2 notices are prepared, one for each order.")));
        QCOMPARE(shop.notices(NoticeState::Open, NoticeKind::DateMoved).size(), size_t(2));
        QTRY_COMPARE(shop.window.shown<DataTable>(QStringLiteral("lateTable"))->model()->rowCount(), 1);
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.promiseOf(0), std::optional(QDate(2026, 3, 10)));
        QCOMPARE(shop.promiseOf(1), std::optional(QDate(2026, 3, 12)));
        QCOMPARE(shop.notices(NoticeState::Open, NoticeKind::DateMoved).size(), size_t(0));
    }
    void aMoveWithoutAReasonSaysWhereAndKeepsWhatWasTyped()
    {
        Shop shop;
        shop.window.press(Qt::Key_F6);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("promise"));
        shop.window.type(QStringLiteral("+30"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("reason"));
        QVERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("say why")));
        QCOMPARE(shop.window.shown<QLineEdit>(QStringLiteral("promise"))->text(), dayText(QDate(2026, 4, 1))); // as it is meant
        QCOMPARE(shop.promiseOf(0), std::optional(QDate(2026, 3, 10)));
        shop.window.type(QStringLiteral("asked for it"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.promiseOf(0), std::optional(QDate(2026, 4, 1))); // 30 days from 2 March
    }
    void consentIsAskedForLaterDaysOnly()
    {
        Shop shop;
        shop.window.press(Qt::Key_F6); // Acme's, promised for the 10th
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("promise"));
        shop.window.type(QStringLiteral("+3"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("early"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("+2"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("only for a day later than the one promised")));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("consent_by"));
        QCOMPARE(shop.window.shown<QLineEdit>(QStringLiteral("reason"))->text(), QStringLiteral("early"));
        QCOMPARE(shop.promiseOf(0), std::optional(QDate(2026, 3, 10)));
        qobject_cast<QLineEdit *>(shop.window.focus())->clear();
        QCOMPARE(shop.window.focus()->accessibleDescription(), QString());
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.promiseOf(0), std::optional(QDate(2026, 3, 5)));
    }
    void inADefaultWindowTheActionsAreWhole()
    {
        Shop shop;
        must(PromiseService(shop.window.connection())
                 .move({{must(OrderService(shop.window.connection()).show(shop.orders[0], callerAt())).lines[0].line.id},
                        arrival,
                        QStringLiteral("the foundry burnt down and nobody knows how long it takes to build it anew"),
                        QDate(2026, 3, 12)},
                       callerAt(5)));
        shop.window.window().resize(1280, 720);
        shop.window.press(Qt::Key_PageDown, Qt::ControlModifier);
        shop.table = shop.window.shown<DataTable>(QStringLiteral("noticesTable"));
        QTRY_COMPARE(shop.table->model()->rowCount(), 4);
        QTRY_VERIFY(Bench::column(shop.table, NoticeModel::Kind).contains(noticeKindText(NoticeKind::DelayConsent)));
        const qsizetype row = Bench::column(shop.table, NoticeModel::Kind).indexOf(noticeKindText(NoticeKind::DelayConsent));
        static_cast<void>(shop.open(int(row)));
        const auto isWhole = [&](const char *name) {
            const QWidget *each = shop.window.shown(QString::fromLatin1(name));
            return each && each->visibleRegion().boundingRect() == each->rect();
        };
        for (const char *name : {"withdrawNotices", "editWords", "acceptDelay", "openMail", "markTold", "withdrawNotice"})
            QTRY_VERIFY2(isWhole(name), name);
        const auto areas = shop.window.window().findChildren<QScrollArea *>();
        const auto around =
            std::find_if(areas.begin(), areas.end(), [&](const QScrollArea *area) { return area->isAncestorOf(shop.table); });
        QVERIFY(around != areas.end());
        QCOMPARE((*around)->verticalScrollBar()->maximum(), 0); // the letter scrolls, and the page does not
        const auto middle = [&](const char *name) {
            const QWidget *each = shop.window.shown(QString::fromLatin1(name));
            return each->mapToGlobal(each->rect().center()).y();
        };
        QCOMPARE(middle("noticeListTotals"), middle("withdrawNotices")); // in one row
    }
    void aNoticeIsReadWithPlaceAndDateBeforeItIsTold()
    {
        Shop shop(true);
        QCOMPARE(Bench::column(shop.table, NoticeModel::Customer), QStringList({"Cord", "Bolt", "Acme"}));
        QCOMPARE(Bench::column(shop.table, NoticeModel::Kind).front(), noticeKindText(NoticeKind::Received));
        const QString words = shop.open(1);
        QVERIFY2(words.contains(QStringLiteral("Dear Bolt")) && words.contains(QStringLiteral("4 × Brass lamp (LAMP): promised for")),
                 qPrintable(words));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("noticeFacts"))->text().contains(QStringLiteral("No e-mail address")));
    }
    void theMailProgramGetsADraftAndNothingIsSent()
    {
        Shop shop(true);
        MailProgram mail;
        shop.open(2);
        shop.window.press(Qt::Key_F7);
        QTRY_COMPARE(mail.opened.size(), 1);
        const QUrl draft = mail.opened.front();
        QCOMPARE(draft.path(), QStringLiteral("acme@example.com"));
        QVERIFY(QUrlQuery(draft).queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded).contains(QStringLiteral("Dear Acme")));
        QCOMPARE(shop.notices(NoticeState::Told).size(), size_t(0)); // that is for people to say
        QVERIFY(shop.window.message().contains(QStringLiteral("F9")));
    }
    void withoutTheBusinessesAddressTheSettingsAreOfferedBeforeAFolderIsChosen()
    {
        Shop shop(true);
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("."));
        shop.window.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("settingsDialog")));
        QVERIFY(shop.window.prompts.asked.join(u' ').contains(QStringLiteral("the business has none yet")));
        QVERIFY(QDir(shop.window.prompts.path).entryList({QStringLiteral("*.eml")}).isEmpty());
    }
    void thePanelGoesOnToTheNextNotice()
    {
        Shop shop(true);
        shop.open(1);
        QVERIFY(shop.window.shown<QPushButton>(QStringLiteral("noticeOrder"))->text().contains(QStringLiteral("Bolt")));
        shop.window.press(Qt::Key_F9);
        QTRY_COMPARE(shop.table->model()->rowCount(), 2);
        QTRY_VERIFY(shop.window.shown<QPushButton>(QStringLiteral("noticeOrder"))->text().contains(QStringLiteral("Acme")));
        QTRY_COMPARE(shop.table->currentIndex().siblingAtColumn(NoticeModel::Customer).data().toString(), QStringLiteral("Acme"));
    }
    void noCellOfTheListIsCut()
    {
        Shop shop(true);
        const QFontMetrics metrics = shop.table->fontMetrics();
        for (int month = 1; month <= 12; ++month)
            QVERIFY(shop.table->columnWidth(NoticeModel::Date) > metrics.horizontalAdvance(dayText(QDate(2028, month, 28))));
        shop.open(0);
        QTRY_VERIFY(widthBeyond(shop.window.page()) <= 0); // nothing scrolls sideways
    }
    void withoutAnAddressNoMailIsOpened()
    {
        Shop shop(true);
        MailProgram mail;
        shop.open(0);
        shop.window.press(Qt::Key_F7);
        QVERIFY(shop.window.message().contains(QStringLiteral("Cord has no e-mail address")));
        QVERIFY(mail.opened.isEmpty());
    }
    void severalAreMarkedAsToldAtOnceAndOpenedAgain()
    {
        Shop shop(true);
        shop.window.press(Qt::Key_A, Qt::ControlModifier);
        shop.window.press(Qt::Key_F9);
        QTRY_COMPARE(shop.table->model()->rowCount(), 0);
        QCOMPARE(shop.notices(NoticeState::Told).size(), size_t(3));
        QVERIFY(shop.window.message().contains(QStringLiteral("3 notices marked as told")));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.table->model()->rowCount(), 3);
    }
    void oneIsWithdrawnAndOpenedAgain()
    {
        Shop shop(true);
        shop.window.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(shop.notices(NoticeState::Withdrawn).size(), size_t(1));
        QTRY_COMPARE(Bench::column(shop.table, NoticeModel::Customer), QStringList({"Bolt", "Acme"}));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.table->model()->rowCount(), 3);
    }
    void allThatTheListShowsIsSavedAsEmailsAndForAMailMerge()
    {
        Shop shop(true);
        shop.window.prompts.path = shop.window.inFolder({});
        StoreSettings settings = must(storeSettings(shop.window.connection()));
        settings.email = QStringLiteral("desk@example.com");
        must(changeSettings(shop.window.connection(), settings, callerAt()));
        shop.window.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("Without an address: Cord, Bolt")), qPrintable(shop.window.message()));
        QCOMPARE(QDir(shop.window.prompts.path).entryList({QStringLiteral("*.eml")}), QStringList{QStringLiteral("order 1 received.eml")});
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("merge.csv"));
        shop.window.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("3 notices are written")));
        QFile merge(shop.window.prompts.path);
        QVERIFY(merge.open(QIODevice::ReadOnly));
        const QByteArray written = merge.readAll();
        QVERIFY(written.startsWith("kind,email,subject,text,customer,order"));
        QVERIFY(written.contains("Dear Bolt"));
    }
    void aDelayIsPutToTheCustomerWhoseAnswerIsKept()
    {
        Shop shop;
        shop.window.press(Qt::Key_F6); // Acme's
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("promise"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("late"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("+10"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.notices(NoticeState::Open, NoticeKind::DelayConsent).size(), size_t(1));
        QCOMPARE(shop.notices(NoticeState::Open, NoticeKind::DelayConsent).front().deadline, std::optional(QDate(2026, 3, 12)));
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("promiseDialog")));
        shop.window.press(Qt::Key_PageDown, Qt::ControlModifier);
        shop.table = shop.window.shown<DataTable>(QStringLiteral("noticesTable"));
        QVERIFY(shop.table);
        QTRY_COMPARE(shop.table->model()->rowCount(), 4);
        QTRY_VERIFY(Bench::column(shop.table, NoticeModel::Kind).contains(noticeKindText(NoticeKind::DelayConsent)));
        const qsizetype row = Bench::column(shop.table, NoticeModel::Kind).indexOf(noticeKindText(NoticeKind::DelayConsent));
        QVERIFY(shop.open(int(row)).contains(QStringLiteral("whether you will wait")));
        shop.window.press(Qt::Key_F9);
        QTRY_COMPARE(shop.notices(NoticeState::Unanswered).size(), size_t(1));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("acceptDelay")));
        shop.window.shown(QStringLiteral("acceptDelay"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.notices(NoticeState::Unanswered).size(), size_t(0));
        QCOMPARE(shop.notices(NoticeState::Told, NoticeKind::DelayConsent).front().accepted, std::optional(true));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("Acme agrees to wait for order 1")));
        shop.table->setFocus();
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.notices(NoticeState::Unanswered).size(), size_t(1));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("The answer of Acme is awaited again")));
    }
    void theWordsAreEditedWithAPreviewAndResetToTheStandardOnes()
    {
        Shop shop(true);
        shop.table->selectRow(2);
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("body"));
        auto *body = qobject_cast<QPlainTextEdit *>(shop.window.focus());
        QTRY_VERIFY(body->toPlainText().contains(QStringLiteral("Dear {customer}")));
        const auto read = [&] { return shop.window.shown<QPlainTextEdit>(QStringLiteral("bodyRead"))->toPlainText(); };
        QTRY_VERIFY(read().contains(QStringLiteral("Dear Acme")));
        shop.window.press(Qt::Key_A, Qt::ControlModifier);
        shop.window.type(QStringLiteral("Hi {custome}"));
        QTRY_VERIFY(body->accessibleDescription().contains(QStringLiteral("{custome}"))); // while it is typed
        QCOMPARE(shop.window.focus(), body);
        shop.window.press(Qt::Key_Backspace);
        shop.window.type(QStringLiteral("r} at place {place}"));
        QTRY_COMPARE(read(), QStringLiteral("Hi Acme at place 1"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(NoticeService(shop.window.connection()).words(NoticeKind::Received)).body,
                     QStringLiteral("Hi {customer} at place {place}"));
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("wordsDialog")));
        QCOMPARE(shop.open(2), QStringLiteral("Hi Acme at place 1"));
        shop.table->setFocus();
        shop.window.press(Qt::Key_F2);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("standardWords")));
        QTRY_VERIFY(shop.window.shown<QPlainTextEdit>(QStringLiteral("body"))->toPlainText().startsWith(QStringLiteral("Hi")));
        shop.window.shown(QStringLiteral("standardWords"))->setFocus();
        shop.window.press(Qt::Key_Space);
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(NoticeService(shop.window.connection()).words(NoticeKind::Received)), defaultTemplate(NoticeKind::Received));
    }
    void typingNarrowsTheNotices()
    {
        Shop shop(true);
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        shop.window.type(QStringLiteral("bolt"));
        QTRY_COMPARE(Bench::column(shop.table, NoticeModel::Customer), QStringList{QStringLiteral("Bolt")});
        shop.window.press(Qt::Key_Down);
        QVERIFY(shop.table->hasFocus());
    }
};

QTEST_MAIN(NoticesPageTest)
#include "noticespagetest.moc"
