#include "ui/print/paperpainter.h"

#include "models/domain/wholefile.h"
#include "models/report/sheetpainter.h"
#include "ui/print/barcode.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextOption>

#include <algorithm>
#include <numeric>

namespace waitline {

namespace {

constexpr double marginMm = 15;
constexpr double mmPerInch = 25.4;
constexpr double footMm = 10;
constexpr int dotsPerInch = 300;

QString sentence(const char *text) { return QCoreApplication::translate("PaperPainter", text); }

QTextOption wrapping(Qt::Alignment side)
{
    QTextOption option(side);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

QPageLayout layout()
{
    return {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter};
}

} // namespace

PaperPainter::PaperPainter(QPagedPaintDevice &device) : m_device(device)
{
    m_device.setPageLayout(layout());
    m_painter = std::make_unique<QPainter>(&device);
}

PaperPainter::~PaperPainter() = default;

double PaperPainter::mm(double millimetres) const { return millimetres * m_device.logicalDpiX() / mmPerInch; }

void PaperPainter::setFont(double points, bool strong) { setReportFont(*m_painter, points, strong); }

double PaperPainter::heightOf(const QString &text, double width) const
{
    return m_painter->boundingRect(QRectF(0, 0, width, m_device.height()), text, wrapping(Qt::AlignLeft)).height();
}

double PaperPainter::drawText(const QString &text, double left, double top, double width, Qt::Alignment side)
{
    const double height = heightOf(text, width);
    m_painter->drawText(QRectF(left, top, width, height + mm(1)), text, wrapping(side | Qt::AlignTop)); // what is rounded is not cut
    return top + height;
}

double PaperPainter::drawFitted(const QString &text, const QRectF &area, double points, bool strong)
{
    constexpr double leastPoints = 5;
    setFont(points, strong);
    while (points > leastPoints && heightOf(text, area.width()) > area.height())
        setFont(--points, strong);
    return drawText(text, area.left(), area.top(), area.width(), Qt::AlignHCenter);
}

void PaperPainter::beginPage()
{
    if (!std::exchange(m_isFirst, false)) {
        drawPageNumber();
        m_device.newPage();
    }
    ++m_page;
    m_y = 0;
}

void PaperPainter::drawPageNumber()
{
    if (m_foot.isEmpty())
        return;
    setFont(8);
    const QRectF area(0, m_device.height() - mm(footMm / 2), m_device.width(), mm(footMm / 2));
    m_painter->drawText(area, Qt::AlignRight | Qt::AlignBottom, sentence("%1 · page %2").arg(m_foot).arg(m_page));
}

Result<Done> PaperPainter::draw(const jobs::Papers &papers)
{
    if (!m_painter->isActive())
        return Error{Error::Kind::Storage, QStringLiteral("file"),
                     sentence("The printer or the file cannot be written: choose another one.")};
    for (const PrintDocument &paper : papers.documents) {
        if (auto drawn = drawPaper(paper); !drawn)
            return drawn;
    }
    if (!papers.labels.empty()) {
        if (auto drawn = drawLabels(papers.labels); !drawn)
            return drawn;
    }
    drawPageNumber();
    return Done{};
}

Result<Done> PaperPainter::drawPaper(const PrintDocument &paper)
{
    beginPage();
    m_page = 1;
    m_foot = sentence("%1 %2").arg(paper.title, paper.number);
    if (auto head = drawHead(paper); !head)
        return head;
    drawFacts(paper);
    drawTableHead(paper);
    for (const QStringList &cells : paper.rows)
        drawRow(paper, cells);
    if (!paper.note.isEmpty())
        drawNote(paper.note);
    return Done{};
}

void PaperPainter::drawNote(const QString &note)
{
    setFont(10, true);
    if (m_y + mm(4) + heightOf(note, m_device.width()) > m_device.height() - mm(footMm)) {
        beginPage();
        setFont(10, true);
    }
    m_y = drawText(note, 0, m_y + mm(4), m_device.width(), Qt::AlignRight);
}

Result<Done> PaperPainter::drawHead(const PrintDocument &paper)
{
    const double textWidth = m_device.width() * 0.6;
    double bottom = 0;
    if (!paper.business.isEmpty()) {
        setFont(10, true);
        bottom = drawText(paper.business, 0, 0, textWidth);
    }
    setFont(9);
    for (const QString &line : paper.businessLines)
        bottom = drawText(line, 0, bottom, textWidth);
    if (bottom > 0)
        bottom += mm(2);
    setFont(18, true);
    bottom = drawText(paper.title, 0, bottom, textWidth);
    setFont(12);
    bottom = drawText(paper.number, 0, bottom, textWidth);
    if (!paper.barcode.isEmpty()) {
        const double width = mm(64);
        const double left = m_device.width() - width;
        if (auto code = drawCode128(*m_painter, QRectF(left, 0, width, mm(14)), paper.barcode); !code)
            return code;
        setFont(9);
        m_painter->drawText(QRectF(left, mm(15), width, mm(5)), Qt::AlignHCenter | Qt::AlignTop, paper.barcode);
    }
    m_y = std::max(bottom + mm(6), mm(26));
    return Done{};
}

void PaperPainter::drawFacts(const PrintDocument &paper)
{
    const double gap = mm(1);
    const double middle = m_device.width() * 0.55;
    const double captionWidth = mm(34);
    setFont(11);
    double left = m_y;
    for (const QString &line : paper.addressee)
        left = drawText(line, 0, left, middle - mm(4)) + gap;
    double right = m_y;
    for (const auto &[caption, value] : paper.facts) {
        setFont(9);
        const double below = drawText(caption, middle, right, captionWidth - mm(2));
        setFont(10, true);
        right = std::max(below, drawText(value, middle + captionWidth, right, m_device.width() - middle - captionWidth)) + gap;
    }
    m_y = std::max(left, right) + mm(8);
}

void PaperPainter::drawTableHead(const PrintDocument &paper)
{
    QStringList heads;
    for (const PrintDocument::Column &column : paper.columns)
        heads += column.head;
    setFont(9, true);
    const double height = heightOf(paper, heads);
    drawCells(paper, heads, height);
    m_y += height;
    m_painter->setPen(QPen(Qt::black, mm(0.3)));
    m_painter->drawLine(QPointF(0, m_y), QPointF(m_device.width(), m_y));
}

void PaperPainter::drawRow(const PrintDocument &paper, const QStringList &cells)
{
    setFont(10);
    const double height = heightOf(paper, cells);
    if (m_y + height > m_device.height() - mm(footMm)) {
        beginPage();
        drawTableHead(paper);
        setFont(10);
    }
    drawCells(paper, cells, height);
    m_y += height;
    m_painter->setPen(QPen(QColor(190, 190, 190), mm(0.1)));
    m_painter->drawLine(QPointF(0, m_y), QPointF(m_device.width(), m_y));
}

double PaperPainter::heightOf(const PrintDocument &paper, const QStringList &cells) const
{
    const int all =
        std::accumulate(paper.columns.begin(), paper.columns.end(), 0, [](int sum, const auto &column) { return sum + column.share; });
    double height = mm(7);
    for (size_t i = 0; i < paper.columns.size(); ++i) {
        const double width = double(m_device.width()) * paper.columns[i].share / all - mm(3);
        height = std::max(height, heightOf(cells[qsizetype(i)], width) + mm(2.5));
    }
    return height;
}

void PaperPainter::drawCells(const PrintDocument &paper, const QStringList &cells, double height)
{
    const int all =
        std::accumulate(paper.columns.begin(), paper.columns.end(), 0, [](int sum, const auto &column) { return sum + column.share; });
    double left = 0;
    for (size_t i = 0; i < paper.columns.size(); ++i) {
        const PrintDocument::Column &column = paper.columns[i];
        const double width = double(m_device.width()) * column.share / all;
        const auto side = column.isNumber ? Qt::AlignRight : Qt::AlignLeft;
        m_painter->setPen(Qt::black);
        m_painter->drawText(QRectF(left, m_y, width - mm(3), height), cells[qsizetype(i)], wrapping(side | Qt::AlignVCenter));
        left += width;
    }
}

Result<Done> PaperPainter::drawLabels(const std::vector<PrintLabel> &labels)
{
    constexpr int across = 2;
    constexpr int down = 6;
    const double width = double(m_device.width()) / across;
    const double height = double(m_device.height()) / down;
    for (size_t i = 0; i < labels.size(); ++i) {
        const int onSheet = int(i % (across * down));
        if (onSheet == 0) {
            beginPage();
            m_foot.clear(); // a sheet of labels has no foot
        }
        const QRectF area((onSheet % across) * width, (onSheet / across) * height, width, height);
        if (auto drawn = drawLabel(labels[i], area.adjusted(mm(4), mm(3), -mm(4), -mm(3))); !drawn)
            return drawn;
    }
    return Done{};
}

Result<Done> PaperPainter::drawLabel(const PrintLabel &label, const QRectF &area)
{
    if (auto code = drawCode128(*m_painter, QRectF(area.left(), area.top(), area.width(), mm(16)), label.barcode); !code)
        return code;
    setFont(8);
    m_painter->drawText(QRectF(area.left(), area.top() + mm(16.5), area.width(), mm(4)), Qt::AlignHCenter | Qt::AlignTop, label.barcode);
    const QRectF words(area.left(), area.top() + mm(21), area.width(), area.height() - mm(21));
    const double below = drawFitted(label.text, words.adjusted(0, 0, 0, -words.height() / 2), 13, true);
    drawFitted(label.detail, QRectF(words.left(), below + mm(0.5), words.width(), words.bottom() - below - mm(0.5)), 9, false);
    return Done{};
}

namespace {

/// "Packing slip, Shipment 12", and of several how many more.
QString titleOf(const jobs::Papers &papers)
{
    if (papers.documents.empty())
        return sentence("Labels");
    const PrintDocument &first = papers.documents.front();
    const QString title = first.number.isEmpty() ? first.title : sentence("%1, %2").arg(first.title, first.number);
    const qlonglong more = std::ssize(papers.documents) - 1;
    return more == 0 ? title : sentence("%1, and %2 more").arg(title, QLocale().toString(more));
}

} // namespace

Result<Done> savePdf(const QString &path, const jobs::Papers &papers)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{Error::Kind::Storage, QStringLiteral("file"),
                     sentence("%1 cannot be written (%2): choose another place.").arg(path, file.errorString())};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    {
        QPdfWriter writer(&file);
        writer.setResolution(dotsPerInch);
        writer.setCreator(QStringLiteral("Waitline"));
        writer.setTitle(titleOf(papers));
        PaperPainter painter(writer);
        if (auto drawn = painter.draw(papers); !drawn)
            return drawn;
    }
    if (!commitWhole(file))
        return failed();
    return Done{};
}

} // namespace waitline
