#pragma once

#include <QPushButton>
#include <QVariantMap>

#include <functional>

class QMenu;

namespace waitline {

/// The views of a page that its user has saved by name, and the way to save, reset and remove one. A view is what
/// the page says of itself: filter, columns, sort, period, zoom.
class ViewsButton final : public QPushButton {
    Q_OBJECT

public:
    /// `page` and `actor` are the key of the settings; `current` tells how the page stands.
    ViewsButton(const QString &page, const QString &actor, std::function<QVariantMap()> current, QWidget *parent = nullptr);

    [[nodiscard]] QStringList names() const;
    void saveAs(const QString &name);
    void remove(const QString &name);
    void choose(const QString &name);
    /// Asks for a name and saves the page as it stands.
    void askName();

Q_SIGNALS:
    void saved(const QString &name);
    void chosen(const QVariantMap &view);
    void resetAsked();

private:
    void fill();

    QString m_group;
    std::function<QVariantMap()> m_current;
    QMenu *m_menu;
    QString m_name; ///< the view chosen last
};

} // namespace waitline
