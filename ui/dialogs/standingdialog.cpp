#include "ui/dialogs/standingdialog.h"

#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QShortcut>
#include <QTextDocument>

namespace waitline {

StandingDialog::StandingDialog(Prompts &prompts, const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_text(new QPlainTextEdit(text))
    , m_done(mutedLabel({}))
{
    setObjectName(QStringLiteral("standingDialog"));
    setWindowTitle(title);
    setAccessibleName(title);
    resize(fittingSize(*this, {640, 480}));
    m_text->setObjectName(QStringLiteral("standingText"));
    m_text->setAccessibleName(title);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    QPushButton *copyButton = primaryButton(tr("Copy"), QStringLiteral("file"));
    QPushButton *printButton = pushButton(tr("Print…  Ctrl+P"));
    QPushButton *leave = pushButton(tr("Close  Esc"));
    copyButton->setObjectName(QStringLiteral("copyStanding"));
    printButton->setObjectName(QStringLiteral("printStanding"));
    printButton->setToolTip(tr("To a printer or a PDF file"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_done);
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(printButton);
    row->addWidget(copyButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    QLabel *head = label(title, TextSize::Section);
    head->setWordWrap(true);
    column->addWidget(head);
    column->addWidget(m_text, 1);
    column->addLayout(row);
    connect(copyButton, &QPushButton::clicked, this, &StandingDialog::copy);
    connect(printButton, &QPushButton::clicked, this, &StandingDialog::print);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this, &StandingDialog::print);
    copyButton->setFocus();
    copyButton->setAutoDefault(true); // Enter copies: nothing is typed here
}

void StandingDialog::copy()
{
    QApplication::clipboard()->setText(m_text->toPlainText());
    m_done->setText(tr("Copied."));
}

void StandingDialog::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(windowTitle());
    m_prompts.choosePrinter(this, printer, [this, printer] {
        QTextDocument document(m_text->toPlainText());
        document.setDefaultFont(m_text->font());
        document.print(printer.get());
        m_done->setText(tr("Printed."));
    });
}

} // namespace waitline
