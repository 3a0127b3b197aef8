#include "ui/widgets/choice.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace waitline {

QVBoxLayout *captioned(QWidget *widget, const QString &name, QWidget *buddy)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QLabel *caption = mutedLabel(name, TextSize::Caption);
    caption->setTextInteractionFlags(Qt::NoTextInteraction);
    caption->setBuddy(buddy);
    column->addWidget(caption);
    return column;
}

void addCaptioned(QHBoxLayout *row, const QString &name, QWidget *field)
{
    QLabel *caption = mutedLabel(name);
    caption->setBuddy(field);
    field->setAccessibleName(name);
    row->addWidget(caption);
    row->addWidget(field);
}

Choice::Choice(const QString &objectName, const QString &name, const QStringList &texts, QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox)
{
    m_box->setObjectName(objectName);
    m_box->setAccessibleName(name);
    m_box->addItems(texts);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    captioned(this, name, m_box)->addWidget(m_box);
    connect(m_box, &QComboBox::activated, this, &Choice::chosen);
}

Segments::Segments(const QString &objectName, const QString &name, const QStringList &texts, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(objectName);
    setAccessibleName(name);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (int index = 0; index < int(texts.size()); ++index) {
        QPushButton *button = pushButton(texts[index]);
        button->setCheckable(true);
        button->setAccessibleName(tr("%1: %2").arg(name, texts[index]));
        m_group->addButton(button, index);
        row->addWidget(button);
    }
    m_group->button(0)->setChecked(true);
    setFocusProxy(m_group->button(0));
    captioned(this, name, m_group->button(0))->addLayout(row);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

int Segments::current() const { return m_group->checkedId(); }

void Segments::setCurrent(int index) { m_group->button(index)->setChecked(true); }

void Segments::setKeys(const QStringList &keys)
{
    m_keys = keys;
    for (int index = 0; index < int(keys.size()); ++index)
        m_group->button(index)->setToolTip(keys[index]);
}

void Segments::setOpen(int index, bool isOpen, const QString &whyNot)
{
    m_group->button(index)->setEnabled(isOpen);
    m_group->button(index)->setToolTip(isOpen ? m_keys.value(index) : whyNot);
    m_group->button(index)->setAccessibleDescription(isOpen ? QString() : whyNot);
}

} // namespace waitline
