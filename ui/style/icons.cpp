#include "ui/style/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace waitline {

namespace {

QByteArray svgText(const QString &name)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isOpen, "icon", qPrintable(name));
    return isOpen ? file.readAll() : QByteArray();
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(QString name, QColor Theme::*role) : m_name(std::move(name)), m_role(role), m_svg(svgText(m_name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Theme &theme = Theme::current();
        const QColor colour = mode == QIcon::Disabled ? theme.palette().color(QPalette::Disabled, QPalette::WindowText) : theme.*m_role;
        QByteArray tinted = m_svg;
        QSvgRenderer(tinted.replace("currentColor", colour.name().toLatin1())).render(painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override { return pixmap(size, mode, state); }
    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QString m_name;
    QColor Theme::*m_role;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name, QColor Theme::*role) { return QIcon(new ThemedIconEngine(name, role)); }

} // namespace waitline
