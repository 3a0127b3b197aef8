#pragma once

#include "ui/charts/plotmarks.h"

#include <QChartView>

class QBarCategoryAxis;
class QRubberBand;
class QValueAxis;

namespace waitline {

/// A chart sheet drawn: stacked bars, lines and bands, or cells. A point says its value in words when the mouse is over
/// it or the keyboard is on it: arrows go from point to point, Enter or a click opens one. Wheel, dragging over a part,
/// + and − zoom; dragging with Shift, Ctrl with the arrows, or walking off the edge pans; 0 shows all.
class Plot final : public QChartView {
    Q_OBJECT

public:
    Plot(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// Keeps the zoom and the current point where there are as many points as before.
    void setSheet(const ChartSheet &sheet);
    [[nodiscard]] const ChartSheet &sheet() const { return m_sheet; }
    /// The point the keyboard is on; −1: none.
    [[nodiscard]] int currentPoint() const { return m_current; }
    void setCurrentPoint(int point);
    /// Which of its lines is meant, where each stands for orders of its own: the one a click is nearest to, or Up and Down choose.
    void setCurrentLine(int series);
    /// The orders a point stands for; of the line that is meant.
    [[nodiscard]] std::optional<BehindQuestion> behind(int point) const;
    [[nodiscard]] ChartWindow window() const { return m_window; }
    /// Shows a part; it is put inside what there is.
    void setWindow(ChartWindow window);
    void showAll();
    /// Zooms in (factor below 1) or out around the middle or the current point.
    void zoom(double factor);
    /// How many points, or rows of a grid, there are to show.
    [[nodiscard]] int places() const;
    /// Where a point is, in the view's coordinates.
    [[nodiscard]] QRect bandOf(int point) const;
    /// Draws the chart as it is seen, without what concerns the screen only, into an area of the viewport's size.
    void draw(QPainter *painter, QPointF at);

    /// A chart gives way to what stands around it.
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }

    /// The theme is another one now.
    void recolour() { rebuild(); }

Q_SIGNALS:
    void currentPointChanged(int point);
    /// Enter or a click on a point.
    void opened(int point);
    void windowChanged();

protected:
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Pressed, Zooming, Panning };

    [[nodiscard]] PlotGround ground() const;
    [[nodiscard]] bool isAcross() const { return m_sheet.layout != ChartSheet::Layout::Upwards; }
    [[nodiscard]] int placeOf(int point) const;
    [[nodiscard]] bool isThin() const;
    [[nodiscard]] int lineAt(int point) const;
    [[nodiscard]] int nearestLine(int point, QPointF position) const;
    bool stepLine(int by);
    void rebuild();
    void addBars();
    void addLine(const ChartSeries &series);
    void addBand(const ChartSeries &series);
    void attach(QAbstractSeries *series);
    void layOut();
    void colour();
    [[nodiscard]] bool zoomByKey(int key);
    [[nodiscard]] bool stepByKey(int key);
    void zoomAround(double factor, double share);
    void pan(int by);
    void step(int by);
    void setHovered(int point);
    void dragTo(QPointF position);
    void endDrag(QPointF position);
    [[nodiscard]] double shareOf(QPointF position) const;

    ChartSheet m_sheet;
    ChartWindow m_window;
    Scale m_scale;
    QBarCategoryAxis *m_names;
    QValueAxis *m_places; // of lines: point i stands at i
    QValueAxis *m_values;
    QRubberBand *m_band;
    int m_current = -1;
    int m_hovered = -1;
    int m_line = 0; ///< of those of the current point
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    ChartWindow m_pressedWindow;
    bool m_isPicture = false;
    bool m_isThin = false; ///< as the bars were made
};

} // namespace waitline
