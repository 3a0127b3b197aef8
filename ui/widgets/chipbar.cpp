#include "ui/widgets/chipbar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"

#include <QButtonGroup>

namespace waitline {

ChipBar::ChipBar(Choice choice, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_choice(choice)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    new FlowLayout(this, FlowLayout::Rest::Left); // below each other where there is no room beside
    m_group->setExclusive(false);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        const bool letsGo = m_choice == Choice::AtMostOne && id == m_chosen;
        setChosen(letsGo ? -1 : id);
        Q_EMIT changed(m_chosen);
    });
}

void ChipBar::addChip(int id, const QString &text, const QString &iconName, const QString &meaning)
{
    QPushButton *chip = pushButton(text, iconName);
    chip->setCheckable(true);
    chip->setAccessibleName(text);
    chip->setAccessibleDescription(meaning);
    chip->setToolTip(meaning);
    chip->setMinimumWidth(0);
    m_group->addButton(chip, id);
    layout()->addWidget(chip);
}

void ChipBar::setChosen(int id)
{
    m_chosen = id;
    const auto chips = m_group->buttons();
    for (QAbstractButton *chip : chips)
        chip->setChecked(m_group->id(chip) == id);
}

int ChipBar::chosen() const { return m_chosen; }

} // namespace waitline
