#include "ui/print/printdialog.h"

#include "ui/print/paperpainter.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/messagebar.h"

#include <QGraphicsView>
#include <QHBoxLayout>
#include <QPrintPreviewWidget>
#include <QShortcut>

#include <algorithm>

namespace waitline {

PrintDialog::PrintDialog(Prompts &prompts, const jobs::Papers &papers, const QString &fileName, QWidget *parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_papers(papers)
    , m_fileName(fileName)
    , m_printer(std::make_shared<QPrinter>(QPrinter::HighResolution))
    , m_message(new MessageBar)
    , m_save(pushButton(tr("Save as PDF…"), QStringLiteral("file")))
{
    setWindowTitle(tr("Print"));
    setAccessibleName(tr("Print"));
    setObjectName(QStringLiteral("printDialog"));
    resize(760, 720);
    auto *preview = new QPrintPreviewWidget(m_printer.get());
    preview->setObjectName(QStringLiteral("printPreview"));
    preview->setAccessibleName(tr("The papers as they will look"));
    preview->findChild<QGraphicsView *>()->setAccessibleName(preview->accessibleName());
    preview->setViewMode(QPrintPreviewWidget::AllPagesView);
    preview->setZoomMode(QPrintPreviewWidget::FitToWidth);
    connect(preview, &QPrintPreviewWidget::paintRequested, this, [this](QPrinter *printer) {
        if (auto drawn = PaperPainter(*printer).draw(m_papers); !drawn)
            complain(drawn.error());
    });
    QPushButton *cancel = pushButton(tr("Close"));
    QPushButton *print = primaryButton(tr("Print…"));
    cancel->setObjectName(QStringLiteral("leave"));
    m_save->setObjectName(QStringLiteral("savePdf"));
    m_save->setToolTip(tr("All of it in one file (Ctrl+S)"));
    print->setObjectName(QStringLiteral("print"));
    print->setToolTip(tr("Choose the printer (Ctrl+P)"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    row->addWidget(print);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(preview, 1);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PrintDialog::save);
    connect(print, &QPushButton::clicked, this, &PrintDialog::print);
    connect(new QShortcut(QKeySequence(QKeySequence::Save), this), &QShortcut::activated, this, &PrintDialog::save);
    connect(new QShortcut(QKeySequence(QKeySequence::Print), this), &QShortcut::activated, this, &PrintDialog::print);
    const bool isNameless = std::any_of(m_papers.documents.begin(), m_papers.documents.end(),
                                        [](const PrintDocument &paper) { return paper.business.isEmpty(); });
    if (isNameless)
        m_message->say(MessageBar::Kind::Notice,
                       tr("The paper does not say whose it is: enter the name of the business in its settings (Ctrl+,)."));
    print->setFocus();
}

void PrintDialog::complain(const Error &error) { m_message->say(MessageBar::Kind::Problem, error.message); }

void PrintDialog::save()
{
    m_prompts.saveFile(this, tr("Save as PDF"), m_fileName, tr("PDF documents (*.pdf)"), [this](const QString &path) {
        if (auto saved = savePdf(path, m_papers); !saved)
            return complain(saved.error());
        m_message->say(MessageBar::Kind::Done, tr("Saved as %1.").arg(path));
        Q_EMIT said(tr("Saved as %1.").arg(path));
    });
}

void PrintDialog::print()
{
    m_prompts.choosePrinter(this, m_printer, [this] {
        if (auto drawn = PaperPainter(*m_printer).draw(m_papers); !drawn)
            return complain(drawn.error());
        accept();
    });
}

} // namespace waitline
