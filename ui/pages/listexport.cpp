#include "ui/pages/listexport.h"

#include "models/domain/wholefile.h"
#include "models/exchange/csvwriter.h"
#include "models/exchange/exportsheet.h"
#include "models/tables/celltext.h"
#include "models/tables/windowedmodel.h"
#include "ui/pages/page.h"
#include "ui/prompts.h"
#include "ui/widgets/datatable.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QPointer>
#include <QPromise>
#include <QSaveFile>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ListExport", text); }

QList<int> shownColumns(const DataTable *table)
{
    QList<int> columns;
    for (int visual = 0; visual < table->model()->columnCount(); ++visual) {
        const int column = table->horizontalHeader()->logicalIndex(visual);
        if (table->isChosen(column))
            columns += column;
    }
    return columns;
}

/// The file while it is being written, and the job that the window shows of it.
class ListFile final {
public:
    ListFile(const QString &path, const DataTable *table)
        : m_file(path)
        , m_writer(m_file)
        , m_columns(shownColumns(table))
        , m_isOpen(m_file.open(QIODevice::WriteOnly))
    {
        m_job.start();
        m_job.setProgressRange(0, table->model()->rowCount());
        QStringList heads;
        for (int column : m_columns)
            heads += table->model()->headerData(column, Qt::Horizontal).toString();
        m_writer.write(heads);
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QFuture<void> job() const { return m_job.future(); }

    /// False where somebody has stopped it.
    bool write(const std::function<QString(int column)> &cell)
    {
        QStringList cells;
        for (int column : m_columns)
            cells += cell(column);
        m_writer.write(cells);
        m_job.setProgressValue(++m_rows);
        return !m_job.isCanceled();
    }
    Result<qint64> finish(const Result<Done> &read)
    {
        m_job.finish();
        if (!read)
            return read.error();
        if (!m_writer.finish() || !commitWhole(m_file))
            return cannotWrite(m_file.fileName(), m_file.errorString());
        return m_rows;
    }

private:
    QSaveFile m_file;
    CsvWriter m_writer;
    QList<int> m_columns;
    bool m_isOpen;
    QPromise<void> m_job;
    int m_rows = 0;
};

void tell(Page *page, const QString &path, const Result<qint64> &rows)
{
    if (rows)
        Q_EMIT page->said(sentence("%1 rows are written to %2.").arg(numberText(*rows), path));
    else
        Q_EMIT page->complained(rows.error().message);
}

void writeList(Page *page, DataTable *table, const QString &path)
{
    auto file = std::make_shared<ListFile>(path, table);
    if (!file->isOpen())
        return Q_EMIT page->complained(cannotWrite(path, sentence("the folder cannot be written to, choose another one")).message);
    Q_EMIT page->jobStarted(sentence("Exporting the list"), file->job());
    if (auto *windowed = qobject_cast<WindowedModel *>(table->model())) {
        windowed->walk([file, windowed](int row) { return file->write([&](int column) { return windowed->exportText(row, column); }); },
                       [file, path, page = QPointer(page)](const Result<Done> &read) {
                           if (page)
                               tell(page, path, file->finish(read));
                       });
        return;
    }
    const QAbstractItemModel *model = table->model();
    for (int row = 0; row < model->rowCount(); ++row)
        file->write([&](int column) {
            const QModelIndex cell = model->index(row, column);
            return fileText(cell.data(ExportRole), cell.data(NumberRole), cell.data());
        });
    tell(page, path, file->finish(Done{}));
}

} // namespace

void exportList(Page *page, Prompts &prompts, const QString &proposedName, DataTable *table)
{
    prompts.saveFile(page, sentence("Export the list"), proposedName + QStringLiteral(".csv"), sentence("CSV files (*.csv)"),
                     [page, table](const QString &path) { writeList(page, table, path); });
}

void exportByKey(Page *page, Prompts &prompts, const QString &proposedName, const std::function<DataTable *()> &table)
{
    auto *action = new QAction(page);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(action);
    QObject::connect(action, &QAction::triggered, page,
                     [page, &prompts, proposedName, table] { exportList(page, prompts, proposedName, table()); });
}

} // namespace waitline
