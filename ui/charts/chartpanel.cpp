#include "ui/charts/chartpanel.h"

#include "models/exchange/csvwriter.h"
#include "models/tables/roles.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int heightOfBar = 26;
constexpr double pictureScale = 2;

/// Sorts by the raw values; rows that are no bar stay last either way.
class BarsSorted final : public QSortFilterProxyModel {
public:
    BarsSorted(const BarChart &chart, QObject *parent) : QSortFilterProxyModel(parent), m_chart(chart) {}

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const auto isBar = [this](const QModelIndex &index) { return index.row() < int(m_chart.data().bars.size()); };
        if (isBar(left) != isBar(right))
            return isBar(left) == (sortOrder() == Qt::AscendingOrder);
        const QVariant a = left.data(NumberRole);
        const QVariant b = right.data(NumberRole);
        if (a.isValid() && b.isValid())
            return QVariant::compare(a, b) == QPartialOrdering::Less;
        return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
    }

private:
    const BarChart &m_chart;
};

} // namespace

ChartPanel::ChartPanel(BarChart *chart, QAbstractItemModel *model, DataTable *table, QWidget *parent)
    : Card(parent)
    , m_chart(chart)
    , m_table(table)
    , m_sorted(new BarsSorted(*chart, this))
    , m_title(label({}, TextSize::Section))
    , m_subtitle(mutedLabel({}))
    , m_empty(mutedLabel({}))
    , m_scroll(new QScrollArea)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_title->setObjectName(chart->objectName() + QStringLiteral("Title"));
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(chart->objectName() + QStringLiteral("Empty"));
    m_empty->hide();
    setFocusProxy(m_chart);
    m_sorted->setSourceModel(model);
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_scroll->setWidget(m_chart);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->addWidget(m_scroll);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setHandleWidth(16);
    m_splitter->setSizes({440, 560});
    m_splitter->setChildrenCollapsible(false);
    body()->setSpacing(4);
    body()->addWidget(m_title);
    body()->addWidget(m_subtitle);
    body()->addSpacing(8);
    body()->addWidget(m_splitter, 1);
    body()->addWidget(m_empty, 1);
    connect(m_chart, &BarChart::opened, this, &ChartPanel::opened);
    connect(m_chart, &BarChart::currentBarChanged, this, &ChartPanel::selectRow);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        if (const int bar = barOfRow(row); bar >= 0)
            Q_EMIT opened(bar);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_chart->setCurrentBar(barOfRow(row));
    });
}

int ChartPanel::barOfRow(const QModelIndex &row) const
{
    const int bar = m_sorted->mapToSource(row).row();
    return bar < int(m_chart->data().bars.size()) ? bar : -1;
}

void ChartPanel::selectRow(int bar)
{
    if (bar < 0)
        return;
    const QRect band = m_chart->bandOf(bar);
    m_scroll->ensureVisible(band.center().x(), band.center().y(), 0, band.height());
    const QModelIndex row = m_sorted->mapFromSource(m_sorted->sourceModel()->index(bar, 0));
    if (row.row() != m_table->currentIndex().row())
        m_table->setCurrentIndex(row.siblingAtColumn(m_table->horizontalHeader()->logicalIndexAt(0)));
}

void ChartPanel::setShown(const ChartHeading &shown, BarChartData drawn, QList<QStringList> rows)
{
    m_heading = shown;
    m_rows = std::move(rows);
    m_title->setText(shown.title);
    m_subtitle->setText(shown.subtitle);
    const bool nothing = std::all_of(drawn.bars.begin(), drawn.bars.end(), [](const Bar &bar) { return bar.sum() == 0; });
    m_splitter->setVisible(!nothing);
    m_empty->setVisible(nothing);
    setFocusProxy(nothing ? nullptr : m_chart); // Tab does not stop where nothing is seen
    const int kept = m_chart->currentBar();
    m_chart->setData(std::move(drawn));
    m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder());
    makeRoomForBars();
    if (kept >= 0 && m_chart->currentBar() >= 0)
        selectRow(m_chart->currentBar());
}

void ChartPanel::setEmptySentence(const QString &sentence) { m_empty->setText(sentence); }

bool ChartPanel::isEmpty() const { return !m_empty->isHidden(); }

void ChartPanel::setTableShown(bool shown) { m_table->setVisible(shown); }

/// Bars across keep a height that can be read; more of them than fit are scrolled.
void ChartPanel::makeRoomForBars()
{
    const bool isAcross = m_chart->direction() == BarChart::Direction::Across;
    m_chart->setMinimumHeight(isAcross ? int(m_chart->data().bars.size()) * heightOfBar + 60 : 160);
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    makeRoomForBars();
}

QImage ChartPanel::picture() const { return m_chart->picture(m_heading.title, m_heading.subtitle, pictureScale); }

Result<Done> ChartPanel::save(const QString &path) const
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"csv")
        return saveRows(path);
    if (suffix != u"png")
        return invalid(QStringLiteral("file"),
                       tr("“%1” is no kind of file a chart can be kept in: use .png or .csv.").arg(QFileInfo(path).fileName()));
    if (!picture().save(path, "PNG"))
        return Error{Error::Kind::Storage, QStringLiteral("file"),
                     tr("%1 cannot be written: check the folder's permissions and free space.").arg(path)};
    return Done{};
}

Result<Done> ChartPanel::saveRows(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::Storage, QStringLiteral("file"), tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    CsvWriter writer(file);
    writer.write({m_heading.title});
    writer.write({m_heading.subtitle});
    writer.write({QString()});
    for (const QStringList &row : m_rows)
        writer.write(row);
    if (const Result<Done> written = writer.finish(); !written)
        return written;
    if (!file.commit())
        return Error{Error::Kind::Storage, QStringLiteral("file"), tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    return Done{};
}

void ChartPanel::copy() const
{
    QStringList lines;
    for (const QStringList &row : m_rows)
        lines += row.join(u'\t');
    auto *content = new QMimeData;
    content->setText(lines.join(u'\n'));
    content->setImageData(picture());
    QApplication::clipboard()->setMimeData(content);
}

} // namespace waitline
