#include "ui/dialogs/viewnamedialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int fieldWidth = 320;
}

ViewNameDialog::ViewNameDialog(const QString &proposed, QWidget *parent) : QDialog(parent), m_name(new QLineEdit(proposed))
{
    setObjectName(QStringLiteral("viewNameDialog"));
    setWindowTitle(tr("Save this view"));
    setAccessibleName(windowTitle());
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->setAccessibleName(tr("Name to save this view under"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMinimumWidth(fieldWidth);
    m_name->selectAll();
    QPushButton *saveButton = primaryButton(tr("Save"));
    QPushButton *leave = pushButton(tr("Cancel  Esc"));
    saveButton->setObjectName(QStringLiteral("saveView"));
    saveButton->setEnabled(!proposed.trimmed().isEmpty());
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(saveButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(label(windowTitle(), TextSize::Section));
    column->addWidget(mutedLabel(tr("Filter, columns, sort, period and zoom come back as they are now.")));
    column->addWidget(m_name);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, saveButton,
            [saveButton](const QString &text) { saveButton->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &ViewNameDialog::save);
    connect(saveButton, &QPushButton::clicked, this, &ViewNameDialog::save);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    m_name->setFocus();
}

void ViewNameDialog::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    accept();
    Q_EMIT named(name);
}

} // namespace waitline
