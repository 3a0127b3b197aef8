#pragma once

#include "models/exchange/exchangejobs.h"
#include "ui/dialogs/columnmemory.h"

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

/// Takes files in: choose them, say what cannot be found out, see what would come of it, import. What was said of a
/// file's columns is remembered for the next file that has the same. The import goes on when the dialog is closed, and can
/// be cancelled here or in the status bar.
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
    QLayout *makeFileRow();
    QLayout *makeButtons();
    void chooseFiles();
    void look();
    void take(const FileLook &look);
    void askForColumns(const QString &sentence);
    void chooseColumns();
    void preview();
    void import();
    void run(bool dryRun);
    void show(const Result<jobs::ImportReport> &report, bool wasDryRun);
    void showEnd(const jobs::ImportReport &report);
    void showOutcomes(const jobs::ImportReport &report);
    [[nodiscard]] SourceOptions options() const;
    void setRunning(bool running);
    using QDialog::show;

    Session &m_session;
    Prompts &m_prompts;
    QStringList m_files;
    QFuture<Result<jobs::ImportReport>> m_job;
    int m_runs = 0;
    FileLook m_look; ///< of the one file that is chosen
    std::optional<ColumnChoice> m_columnChoice;
    QLabel *m_chosen;
    QComboBox *m_format;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_numbers;
    QComboBox *m_dates;
    QStandardItemModel *m_outcomes;
    DataTable *m_table;
    QPlainTextEdit *m_problems;
    MessageBar *m_message;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_columns;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace waitline
