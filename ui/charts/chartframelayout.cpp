// What stands where in a chart's frame: its heading with its buttons, the table beside or below, and what is said instead of
// a chart that is empty.

#include "ui/charts/chartframe.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

namespace waitline {

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
    arrange();
}

/// The table beside the chart has the width its columns need, and more for its names where the chart has room enough; where
/// there is none for both, it stands below.
void ChartFrame::arrange()
{
    const int leastPlot = sheet().layout == ChartSheet::Layout::Grid ? 480 : 400;
    constexpr int enoughPlot = 640;
    constexpr int mostOfTable = 40; // per cent of the height, below
    constexpr int leastRows = 3;
    if (sheet().columns.empty())
        return;
    const QHeaderView *header = m_table->horizontalHeader();
    const int room = body()->contentsRect().width() - m_splitter->handleWidth();
    const int content = contentWidths()[m_wide];
    const int wideLeast = m_table->leastWidth(m_wide, content);
    int needed = wideLeast + m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < header->count(); ++column)
        needed += column == m_wide ? 0 : header->sectionSize(column);
    const bool isBeside = room - needed >= leastPlot;
    m_table->setMinimumHeight(isBeside ? 0 : (leastRows + 1) * m_table->verticalHeader()->defaultSectionSize());
    const auto orientation = isBeside ? Qt::Horizontal : Qt::Vertical;
    if (std::exchange(m_orientation, orientation) != orientation) {
        m_splitter->setOrientation(orientation);
        m_isSplitByUser = false;
    }
    if (m_isSplitByUser)
        return;
    if (isBeside) {
        const int wanted = needed - wideLeast + m_table->leastWidth(m_wide, std::max(textWidth(m_wide), content));
        const int plot = std::max(leastPlot, std::min(room / 2, enoughPlot));
        const int table = std::clamp(wanted, needed, std::max(needed, room - plot));
        m_splitter->setSizes({room - table, table});
    } else {
        const int height = m_splitter->height() - m_splitter->handleWidth();
        const int rows = (m_sorted->rowCount() + 1) * m_table->verticalHeader()->defaultSectionSize() + 4;
        const int table = std::min(rows, height * mostOfTable / 100);
        m_splitter->setSizes({height - table, table});
    }
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

QWidget *ChartFrame::makeNothing()
{
    auto *nothing = new QWidget;
    auto *column = new QVBoxLayout(nothing);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(m_empty);
    column->addWidget(m_helpButton, 0, Qt::AlignCenter);
    column->addStretch();
    m_helpButton->hide();
    connect(m_helpButton, &QPushButton::clicked, this, [this] {
        if (m_help)
            m_help();
    });
    return nothing;
}

void ChartFrame::setHelp(const QString &sentence, const QString &buttonText, std::function<void()> help)
{
    m_whyEmpty = sentence;
    m_helpButton->setObjectName(m_plot->objectName() + QStringLiteral("Help"));
    m_helpButton->setText(buttonText);
    m_helpButton->setAccessibleName(buttonText);
    m_helpButton->setVisible(!buttonText.isEmpty());
    m_help = std::move(help);
}

} // namespace waitline
