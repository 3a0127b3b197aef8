#include "ui/widgets/readyview.h"

#include "models/tables/celltext.h"
#include "models/tables/readymodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/wrappeddelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace waitline {

namespace {

constexpr int leastFilter = 240;

BadgeLook lookOf(ReadyState state)
{
    return state == ReadyState::Ready ? BadgeLook{QStringLiteral("check"), &Theme::positive}
                                      : BadgeLook{QStringLiteral("lock"), &Theme::warning};
}

} // namespace

ReadyView::ReadyView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(new ReadyModel(session, this))
    , m_text(new FilterEdit(tr("Filter the orders"), tr("Order or customer…  Ctrl+F")))
    , m_state(new ChipBar(ChipBar::Choice::AtMostOne, tr("Whether they may leave")))
    , m_onlyChip(pushButton({}, QStringLiteral("close")))
    , m_table(new DataTable(QStringLiteral("readyTable"), tr("Orders with units set aside")))
    , m_sum(mutedLabel({}))
    , m_kept(label({}))
    , m_carrier(new QLineEdit)
    , m_tracking(new QLineEdit)
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 0);
    card->body()->setSpacing(0);
    makeTable();
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeFoot());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeFilter());
    column->addWidget(card, 1);
}

QWidget *ReadyView::makeFilter()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    m_text->setObjectName(QStringLiteral("readyFilter"));
    m_text->setMinimumWidth(leastFilter);
    m_state->addChip(int(ReadyState::Ready), tr("Ready"), QStringLiteral("check"), tr("Only orders that may leave now"));
    m_state->addChip(int(ReadyState::Blocked), tr("Kept back"), QStringLiteral("lock"), tr("Only orders that something keeps"));
    QPushButton *shortPick = pushButton(tr("Short pick…"), QStringLiteral("minus"));
    shortPick->setObjectName(QStringLiteral("shortPick"));
    shortPick->setToolTip(tr("Fewer units were found than the pick list asks for"));
    QPushButton *print = pushButton(tr("Pick list…"), QStringLiteral("file"));
    print->setObjectName(QStringLiteral("printPick"));
    print->setToolTip(tr("For the selected orders, by location (Ctrl+P)"));
    row->addWidget(m_text);
    m_onlyChip->setObjectName(QStringLiteral("readyOnly"));
    m_onlyChip->setToolTip(tr("Show all orders again"));
    m_onlyChip->hide();
    row->addWidget(m_state);
    row->addWidget(m_onlyChip);
    row->addWidget(shortPick);
    row->addWidget(print);
    connect(m_text, &FilterEdit::filterChanged, this, &ReadyView::filterChanged);
    connect(m_text, &FilterEdit::downPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_state, &ChipBar::changed, this, &ReadyView::filterChanged);
    connect(m_onlyChip, &QPushButton::clicked, this, [this] {
        showOnly({});
        m_table->setFocus();
    });
    connect(shortPick, &QPushButton::clicked, this, &ReadyView::shortPickAsked);
    connect(print, &QPushButton::clicked, this, &ReadyView::printAsked);
    return bar;
}

QWidget *ReadyView::makeFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    m_kept->setObjectName(QStringLiteral("selectedKept"));
    m_kept->setWordWrap(true);
    m_kept->hide();
    column->addWidget(m_kept);
    auto *row = new FlowLayout(nullptr, FlowLayout::Rest::Left);
    column->addLayout(row);
    m_sum->setObjectName(QStringLiteral("readySum"));
    m_sum->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto add = [&](const QString &name, const QString &objectName, QLineEdit *field, int width) {
        field->setObjectName(objectName);
        field->setFixedWidth(width);
        auto *captioned = new QWidget;
        captioned->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        auto *both = new QHBoxLayout(captioned);
        both->setContentsMargins(0, 0, 0, 0);
        both->setSpacing(8);
        addCaptioned(both, name, field);
        row->addWidget(captioned);
    };
    row->addWidget(m_sum);
    add(tr("Carrier"), QStringLiteral("carrier"), m_carrier, 120);
    add(tr("Tracking"), QStringLiteral("tracking"), m_tracking, 180);
    return foot;
}

void ReadyView::makeTable()
{
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(
        ReadyModel::State,
        new BadgeDelegate([](const QModelIndex &cell) { return lookOf(ReadyState(cell.data(StatusRole).toInt())); }, this));
    m_table->setInitiallyHidden({ReadyModel::Placed});
    m_table->setItemDelegateForColumn(ReadyModel::Blocker, new WrappedDelegate(m_table));
    m_table->setGivingWay(
        {ReadyModel::Location, ReadyModel::Units_, ReadyModel::Value, ReadyModel::Blocker}); // the foot says what keeps one
    m_table->restoreColumns({6, 16, 12, 4, 10, 8, 12, 40}, ReadyModel::Customer, DataTable::Arrows::No);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReadyView::chosenChanged);
    connect(this, &ReadyView::chosenChanged, this, &ReadyView::updateFoot);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        if (const QVariant order = row.data(OrderIdRole); order.isValid())
            Q_EMIT orderAsked({order.toLongLong()});
    });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &ReadyView::listLoaded);
}

void ReadyView::setLive(bool live)
{
    m_model->setLive(live);
    if (live)
        m_table->setFocus();
}

void ReadyView::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void ReadyView::showOnly(const QString &numbers)
{
    m_only.clear();
    const QStringList listed = numbers.split(u',', Qt::SkipEmptyParts);
    for (const QString &number : listed)
        m_only.push_back({number.trimmed().toLongLong()});
    showName(m_onlyChip,
             m_only.size() == 1 ? tr("Only the order covered") : tr("Only the %1 orders covered").arg(numberText(std::ssize(m_only))));
    m_onlyChip->setVisible(!m_only.empty());
    if (!m_only.empty())
        clearFilter(); // else some of them would be missing
    filterChanged();
}

void ReadyView::clearFilter()
{
    m_state->setChosen(-1);
    m_text->setFilter({});
}

void ReadyView::filterChanged()
{
    ReadyFilter filter;
    filter.text = m_text->text().trimmed();
    filter.among = m_only;
    if (m_state->chosen() >= 0)
        filter.state = ReadyState(m_state->chosen());
    m_model->setFilter(filter);
}

void ReadyView::listLoaded()
{
    m_wasLoaded = true;
    const bool isNoneKept = m_model->blocked() == 0 || m_model->filter().state == ReadyState::Ready;
    m_table->setBlankColumns(isNoneKept ? QList<int>{ReadyModel::Blocker} : QList<int>());
    m_sum->setText(tr("%1 ready · %2 kept back").arg(numberText(m_model->ready()), numberText(m_model->blocked())));
    if (m_model->filter() == ReadyFilter{})
        m_table->setEmptyState(tr("Nothing is set aside to be shipped. Orders stand here as soon as units are allocated to them."));
    else
        m_table->setEmptyState(tr("No order is meant by this filter."), tr("Show all orders"), [this] {
            clearFilter();
            showOnly({});
        });
    Q_EMIT loaded();
    Q_EMIT chosenChanged();
}

QList<int> ReadyView::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QList<int> ReadyView::chosenRows() const
{
    QList<int> rows = selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_model->rowCount() && m_model->isReady(row); ++row)
            rows += row; // ready ones stand first
    }
    return rows;
}

std::vector<OrderId> ReadyView::chosenOrders() const { return m_model->orders(chosenRows()); }

std::vector<OrderId> ReadyView::ordersToShip() const
{
    QList<int> rows = chosenRows();
    rows.removeIf([this](int row) { return !m_model->isReady(row); });
    return m_model->orders(rows);
}

QString ReadyView::whatKeepsSelected() const
{
    QList<int> rows = selectedRows();
    rows.removeIf([this](int row) { return m_model->isReady(row); });
    if (rows.isEmpty())
        return {};
    const auto textOf = [&](int column) { return m_model->index(rows.front(), column).data().toString(); };
    const QString first = tr("Order %1 is kept back. %2").arg(textOf(ReadyModel::Order), textOf(ReadyModel::Blocker));
    return rows.size() == 1 ? first : tr("%1 of the selected orders are kept back. %2").arg(numberText(rows.size())).arg(first);
}

void ReadyView::updateFoot()
{
    m_kept->setText(whatKeepsSelected());
    m_kept->setVisible(!m_kept->text().isEmpty());
    const bool isOne = chosenRows().size() < 2;
    m_tracking->setEnabled(isOne);
    m_tracking->setPlaceholderText(isOne ? QString() : tr("asked for each"));
    m_tracking->setToolTip(isOne ? QString()
                                 : tr("Several orders leave in parcels of their own: each one's number is asked for when they have left."));
}

Parcel ReadyView::parcel() const
{
    return {m_carrier->text().trimmed(), m_tracking->isEnabled() ? m_tracking->text().trimmed() : QString()};
}

void ReadyView::clearTracking() { m_tracking->clear(); }

} // namespace waitline
