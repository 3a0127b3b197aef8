#include "ui/dialogs/shortcutsheet.h"

#include "ui/pagehelp.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr QSize wantedSize(680, 720);

QGridLayout *gridOf(QWidget *sheet)
{
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

ShortcutSheet::ShortcutSheet(QWidget *parent) : QDialog(parent)
{
    auto *sheet = new QWidget;
    addKeys(gridOf(sheet), generalKeys());
    assemble(tr("Keys"), sheet);
}

ShortcutSheet::ShortcutSheet(const QString &pageTitle, const PageHelp &help, QWidget *parent) : QDialog(parent)
{
    auto *sheet = new QWidget;
    QGridLayout *grid = gridOf(sheet);
    QLabel *purpose = label(help.purpose);
    purpose->setObjectName(QStringLiteral("purpose"));
    purpose->setWordWrap(true);
    grid->addWidget(purpose, 0, 0, 1, 2);
    addKeys(grid, help.keys);
    QLabel *everywhere = label(tr("On every page"), TextSize::Section);
    everywhere->setContentsMargins(0, 12, 0, 0);
    grid->addWidget(everywhere, grid->rowCount(), 0, 1, 2);
    addKeys(grid, generalKeys());
    assemble(pageTitle, sheet);
}

void ShortcutSheet::addKeys(QGridLayout *grid, const QList<KeyHelp> &keys)
{
    for (const KeyHelp &each : keys) {
        const int row = grid->rowCount();
        QLabel *key = label(each.keys);
        QLabel *meaning = label(each.meaning);
        setTextSize(key, TextSize::Body, true);
        meaning->setWordWrap(true);
        grid->addWidget(key, row, 0, Qt::AlignTop);
        grid->addWidget(meaning, row, 1);
    }
}

void ShortcutSheet::assemble(const QString &title, QWidget *sheet)
{
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(title);
    resize(fittingSize(*this, wantedSize));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addWidget(label(title, TextSize::Section));
    QScrollArea *area = sideScroll(sheet, title);
    area->setFocusPolicy(Qt::StrongFocus); // the arrows scroll it
    column->addWidget(area, 1);
    QPushButton *close = primaryButton(tr("Close"));
    close->setObjectName(QStringLiteral("leave"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
}

} // namespace waitline
