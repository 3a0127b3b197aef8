#pragma once

#include "models/exchange/exchangejobs.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace waitline {

class DataTable;
class MessageBar;
class Prompts;

/// Takes files in: choose them, see what would come of it, import. The import goes on when the dialog is closed, and
/// can be cancelled here or in the status bar.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);
    /// Chooses these files, as if the user had.
    void setFiles(const QStringList &paths);

Q_SIGNALS:
    void jobStarted(const QString &name, const QFuture<void> &job);

private:
    QLayout *makeChoices();
    QLayout *makeButtons();
    void chooseFiles();
    void preview();
    void import();
    void run(bool dryRun);
    void show(const Result<jobs::ImportReport> &report, bool wasDryRun);
    void showOutcomes(const jobs::ImportReport &report);
    [[nodiscard]] SourceOptions options() const;
    void setRunning(bool running);
    using QDialog::show;

    Session &m_session;
    Prompts &m_prompts;
    QStringList m_files;
    QFuture<Result<jobs::ImportReport>> m_job;
    int m_runs = 0;
    QLabel *m_chosen;
    QComboBox *m_format;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QStandardItemModel *m_outcomes;
    DataTable *m_table;
    QPlainTextEdit *m_problems;
    MessageBar *m_message;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace waitline
