#include "ui/widgets/chipbar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"

#include <QPushButton>

namespace waitline {

ChipBar::ChipBar(Choice choice, const QString &accessibleName, QWidget *parent) : QWidget(parent), m_choice(choice)
{
    setAccessibleName(accessibleName);
    new FlowLayout(this, FlowLayout::Rest::Left); // below each other where there is no room beside
}

void ChipBar::addChip(int id, const QString &text, const QString &iconName, const QString &meaning)
{
    QPushButton *chip = pushButton(text, iconName);
    chip->setCheckable(true);
    chip->setAccessibleName(text);
    chip->setAccessibleDescription(meaning);
    chip->setToolTip(meaning);
    chip->setMinimumWidth(0);
    m_chips.insert(id, chip);
    layout()->addWidget(chip);
    // No button group: it would leave all but one of them out of the Tab order.
    connect(chip, &QPushButton::clicked, this, [this, id] {
        const bool letsGo = m_choice == Choice::AtMostOne && id == m_chosen;
        setChosen(letsGo ? -1 : id);
        Q_EMIT changed(m_chosen);
    });
}

void ChipBar::setChosen(int id)
{
    m_chosen = id;
    for (auto chip = m_chips.cbegin(); chip != m_chips.cend(); ++chip)
        chip.value()->setChecked(chip.key() == id);
}

int ChipBar::chosen() const { return m_chosen; }

} // namespace waitline
