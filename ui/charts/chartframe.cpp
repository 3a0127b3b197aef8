#include "ui/charts/chartframe.h"

#include "models/tables/celltext.h"
#include "ui/charts/chartfiles.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int nameDigits = 14;
constexpr int numberDigits = 6;
constexpr int shareDigits = 8;
constexpr int amountDigits = 10;

/// Sorts by the raw values; rows that are no point stay last either way.
class RowsSorted final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool isPoint = left.data(IdRole).isValid();
        if (isPoint != right.data(IdRole).isValid())
            return isPoint == (sortOrder() == Qt::AscendingOrder);
        const QVariant a = left.data(NumberRole);
        const QVariant b = right.data(NumberRole);
        if (a.isValid() && b.isValid())
            return QVariant::compare(a, b) == QPartialOrdering::Less;
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    }
};

QString safeFileName(QString title)
{
    return title.replace(QRegularExpression(QStringLiteral("[/\\\\:*?\"<>|]+")), QStringLiteral(" ")).simplified();
}

} // namespace

ChartFrame::ChartFrame(const QString &name, const QString &title, Prompts &prompts, QWidget *parent)
    : Card(parent)
    , m_prompts(prompts)
    , m_plot(new Plot(name, title))
    , m_model(new ChartTable(this))
    , m_sorted(new RowsSorted(this))
    , m_title(label({}, TextSize::Section))
    , m_filter(mutedLabel({}))
    , m_part(mutedLabel({}, TextSize::Caption))
    , m_empty(mutedLabel({}))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_filter->setObjectName(name + QStringLiteral("Filter"));
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_part->setObjectName(name + QStringLiteral("Part"));
    for (QLabel *words : {m_title, m_filter, m_empty})
        words->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->hide();
    makeTable(name + QStringLiteral("Table"), title);
    m_splitter->addWidget(m_plot);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setHandleWidth(16);
    m_splitter->setSizes({520, 480});
    m_splitter->setChildrenCollapsible(false);
    body()->setSpacing(4);
    body()->addWidget(makeHeading());
    body()->addWidget(m_filter);
    body()->addSpacing(8);
    body()->addWidget(m_splitter, 1);
    body()->addWidget(m_empty, 1);
    connect(m_plot, &Plot::opened, this, &ChartFrame::opened);
    connect(m_plot, &Plot::currentPointChanged, this, &ChartFrame::selectRow);
    connect(m_plot, &Plot::windowChanged, this, &ChartFrame::showWindow);
}

QPushButton *ChartFrame::addButton(QLayout *row, const QString &text, const QString &iconName, const QString &part)
{
    QPushButton *button = quietButton(text, iconName);
    button->setObjectName(m_plot->objectName() + part);
    if (!text.isEmpty() && !iconName.isEmpty()) {
        button->setAccessibleName(text);
        m_withIcons.push_back(button);
    }
    row->addWidget(button);
    return button;
}

/// A narrow frame keeps the room for its title: buttons show their icons alone, and say their words as before.
void ChartFrame::showWords()
{
    constexpr int leastForWords = 760;
    for (QPushButton *button : m_withIcons)
        button->setText(width() < leastForWords ? QString() : button->accessibleName());
}

void ChartFrame::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    showWords();
}

QWidget *ChartFrame::makeHeading()
{
    auto *heading = new QWidget;
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_title, 1);
    row->addWidget(m_part);
    QPushButton *nearer = addButton(row, {}, QStringLiteral("add"), QStringLiteral("Nearer"));
    nearer->setAccessibleName(tr("Zoom in"));
    nearer->setToolTip(tr("Zoom in (+, the wheel, or drag over a part)"));
    connect(nearer, &QPushButton::clicked, m_plot, [this] { m_plot->zoom(.6); });
    QPushButton *farther = addButton(row, {}, QStringLiteral("minus"), QStringLiteral("Farther"));
    farther->setAccessibleName(tr("Zoom out"));
    farther->setToolTip(tr("Zoom out (−)"));
    connect(farther, &QPushButton::clicked, m_plot, [this] { m_plot->zoom(1 / .6); });
    QPushButton *all = addButton(row, tr("All"), {}, QStringLiteral("All"));
    all->setToolTip(tr("Show all (0)"));
    connect(all, &QPushButton::clicked, m_plot, &Plot::showAll);
    m_tableShown = addButton(row, tr("Table"), QStringLiteral("table"), QStringLiteral("TableShown"));
    m_tableShown->setCheckable(true);
    m_tableShown->setChecked(true);
    m_tableShown->setToolTip(tr("Shows or hides the table of the same numbers."));
    connect(m_tableShown, &QPushButton::toggled, m_table, &DataTable::setVisible);
    QPushButton *copy = addButton(row, tr("Copy"), QStringLiteral("file"), QStringLiteral("Copy"));
    copy->setToolTip(tr("Copies the picture and its numbers."));
    connect(copy, &QPushButton::clicked, this, &ChartFrame::copyChart);
    QPushButton *keep = addButton(row, tr("Save as…"), QStringLiteral("export"), QStringLiteral("Save"));
    keep->setToolTip(tr("PNG, SVG, PDF, CSV or XLSX"));
    connect(keep, &QPushButton::clicked, this, &ChartFrame::exportChart);
    return heading;
}

void ChartFrame::makeTable(const QString &name, const QString &title)
{
    m_table = new DataTable(name, title);
    m_sorted->setSourceModel(m_model);
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        if (const int point = pointOfRow(row); point >= 0)
            Q_EMIT opened(point);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_plot->setCurrentPoint(pointOfRow(row));
    });
}

/// Of what stands in the columns: numbers and days are not cut.
QList<int> ChartFrame::contentWidths() const
{
    constexpr size_t mostLookedAt = 600;
    const QFontMetrics metrics = m_table->fontMetrics();
    QList<int> widths;
    for (size_t column = 0; column < sheet().columns.size(); ++column) {
        const ChartUnit unit = sheet().columns[column].unit;
        int widest = 0;
        for (size_t row = 0; unit != ChartUnit::Text && row < std::min(mostLookedAt, sheet().rows.size()); ++row) {
            const QString text = chartText(sheet().rows[row].value(int(column)), unit, sheet().currency);
            widest = std::max(widest, metrics.horizontalAdvance(text));
        }
        widths += unit == ChartUnit::Text ? nameDigits * metrics.horizontalAdvance(u'0') : widest;
    }
    return widths;
}

/// Once there are columns: as the user left them, and none too narrow for what stands in it.
void ChartFrame::restoreColumns()
{
    if (sheet().columns.empty())
        return;
    if (std::exchange(m_hasColumns, true))
        return m_table->widen(contentWidths());
    QList<int> digits;
    int wide = 0;
    for (const ChartColumn &column : sheet().columns)
        digits += column.unit == ChartUnit::Text                                      ? nameDigits
                  : column.unit == ChartUnit::Amount || column.unit == ChartUnit::Day ? amountDigits
                  : column.unit == ChartUnit::Share                                   ? shareDigits
                                                                                      : numberDigits;
    QList<int> hidden;
    for (int i = 0; i < int(digits.size()); ++i) {
        if (sheet().columns[size_t(i)].unit == ChartUnit::Text)
            wide = i;
        if (sheet().columns[size_t(i)].isHidden)
            hidden += i;
    }
    m_table->setInitiallyHidden(hidden);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::DescendingOrder);
    m_table->restoreColumns(digits, wide);
    m_table->widen(contentWidths());
    if (sheet().layout == ChartSheet::Layout::Grid) // its cells need the room more than the table does
        m_splitter->setSizes({620, 380});
}

int ChartFrame::pointOfRow(const QModelIndex &row) const
{
    const QVariant point = row.siblingAtColumn(0).data(IdRole);
    return point.isValid() ? point.toInt() : -1;
}

void ChartFrame::selectRow(int point)
{
    if (point < 0)
        return;
    const QModelIndex row = m_sorted->mapFromSource(m_model->index(point, 0));
    if (row.row() != m_table->currentIndex().row())
        m_table->setCurrentIndex(row.siblingAtColumn(m_table->horizontalHeader()->logicalIndexAt(0)));
}

void ChartFrame::begin() { m_plot->setFocus(); }

void ChartFrame::setSheet(const ChartSheet &sheet)
{
    m_title->setText(sheet.title);
    m_filter->setText(sheet.filter);
    m_empty->setText(sheet.emptySentence);
    const bool nothing = sheet.isEmpty();
    m_splitter->setVisible(!nothing);
    m_empty->setVisible(nothing);
    const int kept = m_plot->currentPoint();
    m_plot->setSheet(sheet);
    m_model->setSheet(sheet);
    restoreColumns();
    m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder());
    if (kept >= 0 && m_plot->currentPoint() >= 0)
        selectRow(m_plot->currentPoint());
}

bool ChartFrame::isEmpty() const { return !m_empty->isHidden(); }

void ChartFrame::setWaiting(const QString &sentence) { m_filter->setText(sentence); }

void ChartFrame::showWindow()
{
    const ChartWindow window = m_plot->window();
    const bool isAll = window.count >= m_plot->places();
    m_part->setText(
        isAll ? QString()
              : tr("%1–%2 of %3").arg(numberText(window.first + 1), numberText(window.first + window.count), numberText(m_plot->places())));
}

QVariantMap ChartFrame::state() const
{
    const ChartWindow window = m_plot->window();
    const bool isAll = window.count >= m_plot->places();
    return {{QStringLiteral("first"), window.first},
            {QStringLiteral("count"), isAll ? 0 : window.count},
            {QStringLiteral("table"), m_tableShown->isChecked()},
            {QStringLiteral("columns"), m_table->horizontalHeader()->saveState()}};
}

void ChartFrame::setState(const QVariantMap &state)
{
    const int count = state.value(QStringLiteral("count")).toInt();
    if (count > 0)
        m_plot->setWindow({state.value(QStringLiteral("first")).toInt(), count});
    else
        m_plot->showAll();
    m_tableShown->setChecked(state.value(QStringLiteral("table"), true).toBool());
    if (const QByteArray columns = state.value(QStringLiteral("columns")).toByteArray(); !columns.isEmpty())
        m_table->horizontalHeader()->restoreState(columns);
}

void ChartFrame::exportChart()
{
    // What it is narrowed to, and its days, as far as a file's name can hold them.
    constexpr qsizetype mostOfName = 120;
    const QString name =
        safeFileName(sheet().title + QStringLiteral(", ") + sheet().filter).left(mostOfName).trimmed() + QStringLiteral(".png");
    m_prompts.saveFile(this, tr("Save the chart"), name, chartFileKinds(), [this](const QString &path) { saveTo(path); });
}

void ChartFrame::saveTo(QString path)
{
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".png");
    if (const Result<Done> saved = saveChart(*m_plot, path); !saved)
        Q_EMIT complained(saved.error().message);
    else
        Q_EMIT said(tr("Saved as %1.").arg(path));
}

void ChartFrame::copyChart()
{
    const HeadedTable table = numbersOf(sheet());
    QStringList titles;
    for (const HeadedTable::Column &column : table.columns)
        titles += column.title;
    QStringList lines = table.heading + QStringList{titles.join(u'\t')};
    for (const QStringList &row : table.rows)
        lines += row.join(u'\t');
    auto *content = new QMimeData;
    content->setText(lines.join(u'\n'));
    content->setImageData(chartPicture(*m_plot));
    QApplication::clipboard()->setMimeData(content);
    Q_EMIT said(tr("The chart and its numbers are copied."));
}

} // namespace waitline
