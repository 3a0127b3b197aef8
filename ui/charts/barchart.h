#pragma once

#include "ui/style/theme.h"

#include <QChartView>

#include <vector>

class QAbstractBarSeries;
class QBarCategoryAxis;
class QBarSet;
class QValueAxis;

namespace waitline {

/// One series of a chart of stacked bars, told apart by pattern and label as well as by colour.
struct BarSeries {
    QString name;
    QColor Theme::*colour = &Theme::accent;
    Qt::BrushStyle pattern = Qt::SolidPattern;
};

/// One bar: a part for each series, and what is said of it.
struct Bar {
    QString name; ///< beside or below the bar; cut with dots where it is too long
    QString words; ///< the whole bar in words; may have several lines
    QStringList texts; ///< each part as it is written in the bar
    QString total; ///< at the bar's end
    std::vector<double> parts;

    [[nodiscard]] double sum() const;
};

struct BarChartData {
    std::vector<BarSeries> series;
    std::vector<Bar> bars;
};

/// Stacked bars from zero, across (names at the left) or upwards (names below). A bar says its value in words when
/// the mouse is over it or the keyboard is on it: arrows go from bar to bar, Enter or a click opens one.
class BarChart final : public QChartView {
    Q_OBJECT

public:
    enum class Direction { Across, Upwards };

    BarChart(Direction direction, const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] Direction direction() const { return m_direction; }
    void setData(BarChartData drawn);
    [[nodiscard]] const BarChartData &data() const { return m_data; }
    /// The bar the keyboard is on; −1: none.
    [[nodiscard]] int currentBar() const { return m_current; }
    void setCurrentBar(int bar);
    /// Where a bar's band is, in the view's coordinates.
    [[nodiscard]] QRect bandOf(int bar) const;
    /// The chart with a title and a line below it, as it is kept in a file.
    [[nodiscard]] QImage picture(const QString &title, const QString &subtitle, qreal scale);

Q_SIGNALS:
    void currentBarChanged(int bar);
    /// Enter or a click on a bar.
    void opened(int bar);

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
    [[nodiscard]] bool isAcross() const { return m_direction == Direction::Across; }
    [[nodiscard]] int barAt(const QPointF &position) const;
    void layOut();
    void colour();
    void setHovered(int bar);
    void step(int by);

    Direction m_direction;
    BarChartData m_data;
    QAbstractBarSeries *m_series = nullptr;
    QBarCategoryAxis *m_names = nullptr;
    QValueAxis *m_values = nullptr;
    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
    bool m_isPicture = false; // what only concerns the screen is left out
};

} // namespace waitline
