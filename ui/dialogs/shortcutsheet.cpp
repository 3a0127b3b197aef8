#include "ui/dialogs/shortcutsheet.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace waitline {

ShortcutSheet::ShortcutSheet(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(tr("Keys"));
    const QList<std::pair<QString, QString>> keys{
        {tr("Ctrl+K"), tr("Go to any order, customer, product or purchase")},
        {tr("Ctrl+1 … Ctrl+9"), tr("The pages, from the top of the side bar")},
        {tr("Ctrl+N"), tr("New order, from any page")},
        {tr("Ctrl+L / Ctrl+Shift+U"), tr("Edit the order shown / go on with unfinished orders")},
        {tr("Ctrl+Shift+N"), tr("New product, customer or purchase on its page")},
        {tr("Ctrl+Shift+C"), tr("Count stock by a sheet, from any page")},
        {tr("Ctrl+P"), tr("Print: where orders stand, purchase order, pick list, packing slips")},
        {tr("Ctrl+R"), tr("Receive goods, from any page")},
        {tr("F7 / F8 / F9"), tr("While goods are counted: next is damaged, line complete, all complete")},
        {tr("F6 / F7 / F8"), tr("After a receipt: orders covered, pick list, the rest is not coming")},
        {tr("Ctrl+Alt+E"), tr("A product's edition becomes smaller")},
        {tr("Ctrl+M"), tr("Record money, from any page")},
        {tr("Ctrl+Z"), tr("Undo what was done last, while it is offered")},
        {tr("Ctrl+F"), tr("Filter the page")},
        {tr("Enter"), tr("Open the selected row")},
        {tr("G, D / W / M, C"), tr("On a chart: choose another, the period, compare the product")},
        {tr("+ / − / 0"), tr("On a chart: zoom in, zoom out, show all")},
        {tr("Ctrl+Shift+S"), tr("Save the demand page as a view")},
        {tr("Ctrl+C"), tr("Copy the selected rows for a spreadsheet")},
        {tr("Ctrl+Enter"), tr("Save and close, or post a receipt")},
        {tr("Ctrl+S / Ctrl+Shift+N"), tr("Save an order and go on with it / and begin another")},
        {tr("Ins / Ctrl+Del / Ctrl+D"), tr("In an order: add, remove a line, copy the cell above")},
        {tr("F2 / F4 / F8"), tr("Edit a cell / open its list / the customer would not wait")},
        {tr("Ctrl+Z / Ctrl+Shift+Z"), tr("Take back, do again")},
        {tr("Esc"), tr("Close what lies on top")},
        {tr("Ctrl+I / Ctrl+Shift+E"), tr("Import / export files")},
        {tr("Ctrl+E"), tr("Export what the page shows")},
        {tr("F6 / F7 / F9"), tr("Move promises / open a notice in the mail program / mark it as told")},
        {tr("Ctrl+,"), tr("Settings of the business")},
        {tr("F1, Shift+F1"), tr("This sheet")},
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addWidget(label(tr("Keys"), TextSize::Section));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    for (int row = 0; row < keys.size(); ++row) {
        QLabel *key = label(keys[row].first);
        setTextSize(key, TextSize::Body, true);
        grid->addWidget(key, row, 0);
        grid->addWidget(label(keys[row].second), row, 1);
    }
    column->addLayout(grid);
    QPushButton *close = primaryButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace waitline
