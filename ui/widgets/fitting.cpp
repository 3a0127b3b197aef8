#include "ui/widgets/fitting.h"

#include "ui/widgets/sidescroll.h"

#include <QEvent>
#include <QScreen>
#include <QScrollBar>

namespace waitline {

namespace {

constexpr QSize aroundWindow(40, 60); ///< left of the screen for what lies around
constexpr QSize ofDialog(48, 150); ///< a dialog's margins, title and buttons

class FittingArea final : public QScrollArea {
public:
    explicit FittingArea(QWidget *content)
    {
        setWidget(content);
        content->installEventFilter(this);
    }
    QSize sizeHint() const override { return bounded(widget()->sizeHint()); }
    QSize minimumSizeHint() const override
    {
        QSize least = widget()->minimumSizeHint();
        // What wraps needs less height the wider it is.
        if (const QLayout *layout = widget()->layout(); layout && layout->hasHeightForWidth())
            least.setHeight(layout->totalMinimumHeightForWidth(qMax(least.width(), viewport()->width())));
        return bounded(least);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        updateGeometry(); // what wraps has another height now
    }

private:
    QSize bounded(QSize wanted) const
    {
        const QSize room = screen()->availableSize() - aroundWindow - ofDialog;
        if (wanted.height() > room.height())
            wanted.rwidth() += verticalScrollBar()->sizeHint().width();
        return wanted.boundedTo(room);
    }
};

} // namespace

QSize fittingSize(const QWidget &window, QSize wanted) { return wanted.boundedTo(window.screen()->availableSize() - aroundWindow); }

QScrollArea *fittingArea(QWidget *content, const QString &accessibleName)
{
    auto *area = new FittingArea(content);
    makeFrameless(*area, accessibleName);
    return area;
}

} // namespace waitline
