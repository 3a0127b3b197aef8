#pragma once

#include "models/exchange/documentjobs.h"

class QPagedPaintDevice;
class QPainter;
class QRectF;

namespace waitline {

/// Draws papers and labels on the pages of a printer or a PDF, in black on white whatever the window's theme. Each paper
/// begins a page and takes as many as its rows need; labels follow on sheets of their own.
class PaperPainter final {
public:
    explicit PaperPainter(QPagedPaintDevice &device);
    ~PaperPainter();

    [[nodiscard]] Result<Done> draw(const jobs::Papers &papers);

private:
    [[nodiscard]] double mm(double millimetres) const;
    void setFont(double points, bool strong = false);
    /// Text as wide as it may be, on as many lines as it needs; words without a break are broken where they must.
    [[nodiscard]] double heightOf(const QString &text, double width) const;
    /// Draws it from `top` down; answers where it ends.
    double drawText(const QString &text, double left, double top, double width, Qt::Alignment side = Qt::AlignLeft);
    /// In `area`, in smaller letters where there is too much of it; answers where it ends.
    double drawFitted(const QString &text, const QRectF &area, double points, bool strong);
    void beginPage();
    Result<Done> drawHead(const PrintDocument &paper);
    void drawFacts(const PrintDocument &paper);
    void drawTableHead(const PrintDocument &paper);
    void drawRow(const PrintDocument &paper, const QStringList &cells);
    void drawCells(const PrintDocument &paper, const QStringList &cells, double height);
    [[nodiscard]] double heightOf(const PrintDocument &paper, const QStringList &cells) const;
    Result<Done> drawPaper(const PrintDocument &paper);
    Result<Done> drawLabels(const std::vector<PrintLabel> &labels);
    Result<Done> drawLabel(const PrintLabel &label, const QRectF &area);
    void drawNote(const QString &note);
    void drawPageNumber();

    QPagedPaintDevice &m_device;
    std::unique_ptr<QPainter> m_painter;
    double m_y = 0;
    int m_page = 0; ///< of the paper being drawn
    bool m_isFirst = true; ///< nothing is drawn yet
    QString m_foot;
};

/// Writes papers and labels as one PDF, A4; an error says why the file could not be written.
[[nodiscard]] Result<Done> savePdf(const QString &path, const jobs::Papers &papers);

} // namespace waitline
