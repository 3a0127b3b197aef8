#include "ui/widgets/rail.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/railbutton.h"
#include "ui/widgets/sidescroll.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int wideWidth = 200;
constexpr int collapsedWidth = 60;
} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_title(label(QStringLiteral("Waitline"), TextSize::Section))
{
    auto *entries = new QWidget;
    m_list = new QVBoxLayout(entries);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(4);
    m_list->addStretch();
    m_scroll = sideScroll(entries, tr("Pages"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 16, 10, 12);
    column->setSpacing(12);
    m_title->setContentsMargins(12, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    // An assistive tool toggles a button, or presses it; a hand clicks.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool isOn) {
        if (isOn)
            Q_EMIT chosen(index);
    });
    setCollapsed(false);
}

void Rail::add(const QString &word, const QString &title, const QString &iconName)
{
    auto *button = new RailButton(title, iconName);
    button->setObjectName(QStringLiteral("rail-") + word);
    button->setCollapsed(m_isCollapsed);
    m_group->addButton(button, int(m_buttons.size()));
    m_list->insertWidget(int(m_buttons.size()), button);
    m_buttons += button;
}

void Rail::setCurrent(int index)
{
    const QSignalBlocker quiet(m_group); // it is shown already
    m_buttons[index]->setChecked(true);
    m_scroll->ensureWidgetVisible(m_buttons[index], 0, 0);
}

void Rail::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    for (RailButton *button : std::as_const(m_buttons))
        button->setCollapsed(collapsed);
    m_title->setVisible(!collapsed);
    // It would cover half of each icon; the wheel and the keys scroll without it.
    m_scroll->setVerticalScrollBarPolicy(collapsed ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setFixedWidth(collapsed ? collapsedWidth : wideWidth);
}

} // namespace waitline
