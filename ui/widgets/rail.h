#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace waitline {

class RailButton;

/// The pages at the side of the window, with icon and word, or narrow with the icon alone. In a low window they scroll,
/// and the entry that has the keyboard or is chosen is always in view.
class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Adds the next entry; its object name is "rail-" and the word.
    void add(const QString &word, const QString &title, const QString &iconName);
    void setCurrent(int index);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_isCollapsed; }

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup *m_group;
    QList<RailButton *> m_buttons;
    QLabel *m_title;
    QVBoxLayout *m_list = nullptr; ///< of the entries
    QScrollArea *m_scroll;
    bool m_isCollapsed = false;
};

} // namespace waitline
