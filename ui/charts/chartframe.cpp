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

/// The picture and its table, no higher than they must be: what is left of the page is theirs.
class Halves final : public QSplitter {
public:
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
};

/// What files can be called, so long at most, and without a dot at its end, where the kind follows.
QString safeFileName(QString title, qsizetype most)
{
    title.replace(QRegularExpression(QStringLiteral("[/\\\\:*?\"<>|]+")), QStringLiteral(" "));
    title = title.simplified().left(most);
    while (title.endsWith(u'.') || title.endsWith(u',') || title.endsWith(u' '))
        title.chop(1);
    return title;
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
    , m_helpButton(pushButton({}))
    , m_nothing(makeNothing())
    , m_splitter(new Halves)
{
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_filter->setObjectName(name + QStringLiteral("Filter"));
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_part->setObjectName(name + QStringLiteral("Part"));
    for (QLabel *words : {m_title, m_filter, m_empty})
        words->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    makeTable(name + QStringLiteral("Table"), title);
    m_splitter->addWidget(m_plot);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setHandleWidth(16);
    m_splitter->setChildrenCollapsible(false);
    body()->setSpacing(4);
    body()->addWidget(makeHeading());
    body()->addWidget(m_filter);
    body()->addSpacing(8);
    body()->addWidget(m_splitter, 1);
    body()->addWidget(m_nothing, 1);
    connect(m_plot, &Plot::opened, this, &ChartFrame::opened);
    connect(m_plot, &Plot::currentPointChanged, this, &ChartFrame::selectRow);
    connect(m_plot, &Plot::windowChanged, this, &ChartFrame::showWindow);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByUser = true; });
}

void ChartFrame::makeTable(const QString &name, const QString &title)
{
    m_table = new DataTable(name, title);
    m_sorted->setSourceModel(m_model);
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        const int point = pointOfRow(row);
        if (point < 0)
            return;
        m_plot->setCurrentLine(row.column() - 1); // the columns of lines follow that of the points
        Q_EMIT opened(point);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_plot->setCurrentPoint(pointOfRow(row));
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        if (sheet().columns.empty())
            return;
        m_table->widen(contentWidths()); // for the arrow
        arrange();
    });
}

/// Of the widest of what stands in a column.
int ChartFrame::textWidth(int column) const
{
    constexpr size_t mostLookedAt = 200;
    constexpr int mostDigits = 44;
    constexpr int rounded = 1; // a fraction of a pixel less, and text would be cut
    const QFontMetrics metrics = m_table->fontMetrics();
    const ChartUnit unit = sheet().columns[size_t(column)].unit;
    int widest = 0;
    for (size_t row = 0; row < std::min(mostLookedAt, sheet().rows.size()); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(chartText(sheet().rows[row].value(column), unit, sheet().currency)) + rounded);
    return unit == ChartUnit::Text ? std::min(widest, mostDigits * metrics.horizontalAdvance(u'0')) : widest;
}

/// What columns are never narrower than: numbers and days are not cut, names are where they are long.
QList<int> ChartFrame::contentWidths() const
{
    constexpr int otherNameDigits = 18;
    const int digit = m_table->fontMetrics().horizontalAdvance(u'0');
    QList<int> widths;
    for (int column = 0; column < int(sheet().columns.size()); ++column) {
        const bool isText = sheet().columns[size_t(column)].unit == ChartUnit::Text;
        const int most = (column == m_wide ? nameDigits : otherNameDigits) * digit;
        widths += isText ? std::min(textWidth(column), most) : textWidth(column);
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
    for (const ChartColumn &column : sheet().columns)
        digits += column.unit == ChartUnit::Text                              ? nameDigits
                  : column.unit == ChartUnit::Amount || isOfDays(column.unit) ? amountDigits
                  : column.unit == ChartUnit::Share                           ? shareDigits
                                                                              : numberDigits;
    QList<int> hidden;
    int longest = -1;
    for (int i = 0; i < int(digits.size()); ++i) {
        if (sheet().columns[size_t(i)].isHidden)
            hidden += i;
        else if (sheet().columns[size_t(i)].unit == ChartUnit::Text && textWidth(i) > longest)
            longest = textWidth(m_wide = i);
    }
    m_table->setInitiallyHidden(hidden);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::DescendingOrder);
    m_table->restoreColumns(digits, m_wide, DataTable::Arrows::OfSorted);
    m_table->widen(contentWidths());
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
    m_empty->setText(m_whyEmpty.isEmpty() ? sheet.emptySentence : m_whyEmpty);
    const bool nothing = sheet.isEmpty();
    m_splitter->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    const int kept = m_plot->currentPoint();
    m_plot->setSheet(sheet);
    m_model->setSheet(sheet);
    restoreColumns();
    arrange();
    m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder());
    if (kept >= 0 && m_plot->currentPoint() >= 0)
        selectRow(m_plot->currentPoint());
}

bool ChartFrame::isEmpty() const { return !m_nothing->isHidden(); }

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
    if (isEmpty())
        return Q_EMIT said(tr("There is nothing to save: the chart is empty."));
    // What it is narrowed to, and its days, as far as a file's name can hold them.
    constexpr qsizetype mostOfName = 120;
    const QString name = safeFileName(sheet().title + QStringLiteral(", ") + sheet().filter, mostOfName) + QStringLiteral(".png");
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
    if (isEmpty())
        return Q_EMIT said(tr("There is nothing to copy: the chart is empty."));
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
