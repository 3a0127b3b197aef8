#pragma once

#include "models/exchange/documentjobs.h"

#include <QDialog>
#include <QPrinter>

#include <memory>

class QPushButton;

namespace waitline {

class MessageBar;
class Prompts;

/// Papers as they will look, to be printed by the system's dialog or saved as one PDF.
class PrintDialog final : public QDialog {
    Q_OBJECT

public:
    PrintDialog(Prompts &prompts, const jobs::Papers &papers, const QString &fileName, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void save();
    void print();
    void complain(const Error &error);

    Prompts &m_prompts;
    jobs::Papers m_papers;
    QString m_fileName;
    std::shared_ptr<QPrinter> m_printer;
    MessageBar *m_message;
    QPushButton *m_save;
};

/// Opens the dialog when the papers are composed, or hands the refusal to `complain`.
template <typename Complain>
void offerPapers(QWidget *parent, Prompts &prompts, QFuture<Result<jobs::Papers>> job, const QString &fileName, Complain complain)
{
    whenDone(job, parent, [parent, &prompts, fileName, complain](const Result<jobs::Papers> &papers) {
        if (!papers)
            return complain(papers.error().message);
        auto *dialog = new PrintDialog(prompts, *papers, fileName, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace waitline
