#include "ui/pages/overviewpage.h"

#include "models/report/reportjobs.h"
#include "models/services/reportjobs.h"
#include "models/tables/celltext.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tile.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace waitline {

namespace {

constexpr int leastListHeight = 200;
constexpr size_t mostArrivals = 30; // more is a list of its own, on the Receive page

/// A titled card whose rows scroll when there are more than fit.
QVBoxLayout *makeList(QHBoxLayout *into, const QString &title)
{
    auto *card = new Card;
    card->setMinimumHeight(leastListHeight);
    card->body()->addWidget(label(title, TextSize::Section));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(title);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setBackgroundRole(QPalette::Base);
    auto *rows = new QWidget;
    rows->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    scroll->setWidget(rows);
    card->body()->addWidget(scroll, 1);
    into->addWidget(card, 1);
    return column;
}

void clear(QVBoxLayout *column)
{
    while (QLayoutItem *item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Lines, worth and age of what the tile counts.
QString kindText(const Overview::Kind &kind, const Currency &currency)
{
    if (!kind.oldest)
        return OverviewPage::tr("nobody waits");
    const QString lines = kind.lines == 1 ? OverviewPage::tr("1 line") : OverviewPage::tr("%1 lines").arg(numberText(kind.lines));
    return OverviewPage::tr("%1 worth %2\noldest %3").arg(lines, moneyWithCode(kind.value, currency), dayText(*kind.oldest));
}

void sayNothing(QVBoxLayout *column, const QString &sentence)
{
    auto *words = mutedLabel(sentence);
    words->setWordWrap(true);
    column->addWidget(words);
}

} // namespace

OverviewPage::OverviewPage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("overview"), tr("Overview"), QStringLiteral("overview"))
    , m_message(new MessageBar)
    , m_preorders(new Tile(tr("Pre-order units waiting"), QStringLiteral("preorder"), &Theme::preorder))
    , m_backorders(new Tile(tr("Backorder units waiting"), QStringLiteral("backorder"), &Theme::backorder))
    , m_late(new Tile(tr("Lines later than promised"), QStringLiteral("warning"), &Theme::danger))
    , m_deposits(new Tile(tr("Customer deposits"), QStringLiteral("money"), &Theme::positive))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_message);
    column->addLayout(makeTiles());
    column->addLayout(makeCards(), 1);
    QAction *report = makePrimaryAction(tr("Monthly report…"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(report, &QAction::triggered, this, &OverviewPage::keepReport);
    connect(&session, &Session::changed, this, [this] {
        m_isStale = true;
        if (m_isActive)
            refresh();
    });
}

QLayout *OverviewPage::makeTiles()
{
    auto *row = new FlowLayout; // two and two where the page is narrow
    for (const auto &[first, second] : {std::pair(m_preorders, m_backorders), std::pair(m_late, m_deposits)}) {
        auto *pair = new QWidget;
        pair->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto *beside = new QHBoxLayout(pair);
        beside->setContentsMargins(0, 0, 0, 0);
        beside->setSpacing(row->spacing());
        beside->addWidget(first, 1);
        beside->addWidget(second, 1);
        row->addWidget(pair);
    }
    connect(m_preorders, &Tile::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::Preorders, 0, {}}); });
    connect(m_backorders, &Tile::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::Backorders, 0, {}}); });
    connect(m_late, &Tile::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::Late, 0, {}}); });
    connect(m_deposits, &Tile::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::Cash, 0, {}}); });
    return row;
}

QLayout *OverviewPage::makeCards()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_decisions = makeList(row, tr("To decide today"));
    m_arrivals = makeList(row, tr("Arriving in the next seven days"));
    return row;
}

void OverviewPage::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale)
        refresh();
}

void OverviewPage::refresh()
{
    if (m_reading.isRunning())
        return; // the answer on its way is followed by another look
    m_isStale = false;
    m_reading = jobs::overview(session());
    whenDone(m_reading, this, [this](Result<Overview> overview) {
        if (overview)
            show(*overview);
        else
            m_message->say(MessageBar::Kind::Problem, overview.error().message);
        m_isShown = true;
        Q_EMIT readyChanged();
        if (m_isStale && m_isActive)
            refresh();
    });
}

void OverviewPage::show(const Overview &overview)
{
    const QLocale locale;
    m_message->clear();
    m_preorders->setFigure(locale.toString(overview.preorders.units), kindText(overview.preorders, overview.currency));
    m_backorders->setFigure(locale.toString(overview.backorders.units), kindText(overview.backorders, overview.currency));
    m_late->setFigure(locale.toString(overview.late.lines),
                      tr("%1\nworth %2").arg(unitsText(overview.late.units), moneyWithCode(overview.late.value, overview.currency)));
    m_deposits->setFigure(moneyText(overview.deposits, overview.currency),
                          tr("%1\n%2 at risk").arg(overview.currency.code, moneyText(overview.depositsAtRisk, overview.currency)));
    showDecisions(overview);
    showArrivals(overview);
}

void OverviewPage::showDecisions(const Overview &overview)
{
    clear(m_decisions);
    for (const Decision &decision : overview.decisions) {
        Destination destination{Destination::Kind::Late, decision.id, {}};
        QString iconName = QStringLiteral("warning");
        if (decision.target == Decision::Target::Product) {
            destination.kind = Destination::Kind::Product;
            iconName = QStringLiteral("products");
        } else if (decision.target == Decision::Target::Purchase) {
            destination.kind = Destination::Kind::PurchaseDay;
            iconName = QStringLiteral("truck");
        } else if (decision.target == Decision::Target::Order || decision.target == Decision::Target::Cash) {
            destination.kind = decision.target == Decision::Target::Order ? Destination::Kind::Order : Destination::Kind::Cash;
            iconName = QStringLiteral("money");
        }
        auto *row = new LinkRow(iconName, decision.sentence, {}, {});
        connect(row, &LinkRow::clicked, this, [this, destination] { Q_EMIT goTo(destination); });
        m_decisions->addWidget(row);
    }
    if (overview.isEmpty)
        showBeginning();
    else if (overview.decisions.empty())
        sayNothing(m_decisions, tr("Nothing: every promise is covered and nothing is overdue."));
    m_decisions->addStretch();
}

/// A business that has nothing yet: where to begin.
void OverviewPage::showBeginning()
{
    sayNothing(m_decisions, tr("There is no product yet: add the first one, and orders, purchases and what waits follow from it."));
    QPushButton *first = pushButton(tr("Add the first product…"), QStringLiteral("add"));
    first->setObjectName(QStringLiteral("addFirstProduct"));
    m_decisions->addSpacing(8);
    m_decisions->addWidget(first, 0, Qt::AlignLeft);
    connect(first, &QPushButton::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::NewProduct, 0, {}}); });
}

void OverviewPage::showArrivals(const Overview &overview)
{
    clear(m_arrivals);
    for (size_t shown = 0; shown < qMin(mostArrivals, overview.arriving.size()); ++shown) {
        const Arrival &arrival = overview.arriving[shown];
        const QString title = tr("PO-%1 · %2").arg(arrival.purchase.value).arg(arrival.supplier);
        const QString detail = arrival.unitsServed > 0
                                   ? tr("%1 of %2 waited for; lines completed: %3, first for %4")
                                         .arg(numberText(arrival.unitsServed), unitsText(arrival.units), numberText(arrival.linesServed),
                                              arrival.customers.join(QStringLiteral(", ")))
                                   : countText(arrival.units, tr("1 unit; nobody waits for it"), tr("%1 units; nobody waits for them"));
        const bool overdue = arrival.expected < overview.today;
        auto *row = new LinkRow(overdue ? QStringLiteral("warning") : QStringLiteral("truck"), title, detail,
                                overdue ? tr("overdue, %1").arg(dayText(arrival.expected)) : dayText(arrival.expected));
        connect(row, &LinkRow::clicked, this, [this, id = arrival.purchase.value] { Q_EMIT goTo({Destination::Kind::Receive, id, {}}); });
        m_arrivals->addWidget(row);
    }
    if (overview.arriving.size() > mostArrivals) {
        auto *rest = new LinkRow(QStringLiteral("receive"), tr("%1 more").arg(numberText(qint64(overview.arriving.size() - mostArrivals))),
                                 tr("All open purchases"), {});
        connect(rest, &LinkRow::clicked, this, [this] { Q_EMIT goTo({Destination::Kind::Receive, 0, {}}); });
        m_arrivals->addWidget(rest);
    }
    if (overview.arriving.empty())
        sayNothing(m_arrivals, tr("Nothing is expected this week."));
    m_arrivals->addStretch();
}

/// The last month that is over, as a PDF.
void OverviewPage::keepReport()
{
    const QDate today = session().today();
    const QDate month = QDate(today.year(), today.month(), 1).addMonths(-1);
    const QString name = tr("Report %1.pdf").arg(month.toString(QStringLiteral("yyyy-MM")));
    prompts().saveFile(this, tr("Save the monthly report"), name, tr("Document (*.pdf)"),
                       [this, month](const QString &path) { writeReport(month, path); });
}

void OverviewPage::writeReport(QDate month, QString path)
{
    if (!path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    const auto job = jobs::writeMonthlyReport(session(), month, path);
    Q_EMIT jobStarted(tr("Writing the report"), QFuture<void>(job));
    whenDone(job, this, [this, path](const Result<Done> &written) {
        if (written)
            Q_EMIT said(tr("Saved as %1.").arg(path));
        else
            Q_EMIT complained(written.error().message);
    });
}

} // namespace waitline
