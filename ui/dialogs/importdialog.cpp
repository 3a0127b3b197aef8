#include "ui/dialogs/importdialog.h"

#include "models/exchange/delimiter.h"
#include "models/services/whendone.h"
#include "ui/dialogs/columnmapdialog.h"
#include "ui/forms/formfield.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int mostProblemsShown = 200;

QComboBox *choice(const QList<std::pair<QString, QString>> &entries)
{
    auto *box = new QComboBox;
    for (const auto &[text, word] : entries)
        box->addItem(text, word);
    return box;
}

QStandardItem *numberCell(qint64 number)
{
    auto *item = new QStandardItem(QLocale().toString(number));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

ImportDialog::ImportDialog(Session &session, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_chosen(mutedLabel(tr("No file is chosen yet.")))
    , m_outcomes(new QStandardItemModel(this))
    , m_table(new DataTable(QStringLiteral("importOutcomes"), tr("What comes of each file")))
    , m_problems(new QPlainTextEdit)
    , m_message(new MessageBar)
    , m_progress(new QProgressBar)
    , m_choose(pushButton(tr("Choose files…"), QStringLiteral("folder")))
    , m_columns(pushButton(tr("Columns…")))
    , m_import(primaryButton(tr("Import"), QStringLiteral("import")))
    , m_close(pushButton(tr("Close")))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    resize(fittingSize(*this, {880, 600}));
    m_outcomes->setHorizontalHeaderLabels(
        {tr("File"), tr("Format"), tr("Rows"), tr("New"), tr("Changed"), tr("Left as is"), tr("Rejected")});
    m_table->setModel(m_outcomes);
    m_table->setEmptyState(tr("Choose CSV files of products, customers, orders, purchases or sales history. "
                              "Exports of Shopify, WooCommerce and Kickstarter are recognised."));
    m_table->restoreColumns({14, 16, 7, 7, 7, 7, 7}, 0, DataTable::Arrows::No);
    m_import->setObjectName(QStringLiteral("importFilesNow"));
    m_problems->setReadOnly(true);
    m_problems->setAccessibleName(tr("What could not be taken"));
    m_problems->setPlaceholderText(tr("What cannot be taken is listed here, row by row."));
    m_problems->setMaximumHeight(140);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the import is"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addLayout(makeFileRow());
    column->addLayout(makeChoices());
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    column->addWidget(m_problems);
    column->addWidget(m_progress);
    column->addLayout(makeButtons());
    setRunning(false);
    m_choose->setFocus();
}

QLayout *ImportDialog::makeFileRow()
{
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->setEnabled(false);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(m_columns, &QPushButton::clicked, this, &ImportDialog::chooseColumns);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_choose);
    m_chosen->setMinimumWidth(1); // a long name widens nothing
    row->addWidget(m_chosen, 1);
    row->addWidget(m_columns);
    return row;
}

QLayout *ImportDialog::makeChoices()
{
    const QString foundOut = tr("Found out");
    m_format = choice({{tr("By its header"), {}}});
    for (const QString &word : formatWords())
        m_format->addItem(word, word);
    m_encoding = choice({{foundOut, {}},
                         {QStringLiteral("UTF-8"), QStringLiteral("utf-8")},
                         {QStringLiteral("Windows-1252"), QStringLiteral("windows-1252")},
                         {QStringLiteral("UTF-16"), QStringLiteral("utf-16")}});
    m_delimiter = choice({{foundOut, {}},
                          {tr("Comma"), QStringLiteral("comma")},
                          {tr("Semicolon"), QStringLiteral("semicolon")},
                          {tr("Tab"), QStringLiteral("tab")},
                          {tr("Bar"), QStringLiteral("bar")}});
    m_numbers = choice({{foundOut, {}}, {tr("1,234.50"), QStringLiteral(".")}, {tr("1.234,50"), QStringLiteral(",")}});
    m_dates = choice({{foundOut, {}}, {tr("Day first"), QStringLiteral("day")}, {tr("Month first"), QStringLiteral("month")}});
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    const auto add = [&](const QString &key, const QString &name, QComboBox *box) {
        row->addWidget(new FormField(key, name, box), 1);
        connect(box, &QComboBox::activated, this, &ImportDialog::look);
    };
    add(QStringLiteral("format"), tr("Format"), m_format);
    add(QStringLiteral("encoding"), tr("Encoding"), m_encoding);
    add(QStringLiteral("delimiter"), tr("Delimiter"), m_delimiter);
    add(QStringLiteral("numbers"), tr("Numbers"), m_numbers);
    add(QStringLiteral("dates"), tr("Dates"), m_dates);
    return row;
}

QLayout *ImportDialog::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_import);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job.isRunning())
            m_job.cancel();
        else
            accept();
    });
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    return row;
}

void ImportDialog::chooseFiles()
{
    m_prompts.openFiles(this, tr("Import"), tr("Text files (*.csv *.tsv *.txt);;All files (*)"),
                        [this](const QStringList &paths) { setFiles(paths); });
}

void ImportDialog::setFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_files = paths;
    m_chosen->setText(paths.size() == 1 ? QFileInfo(paths.front()).fileName() : tr("%1 files").arg(paths.size()));
    m_chosen->setToolTip(paths.join(u'\n'));
    m_columnChoice.reset();
    look();
}

/// What several files hold is told by their headers; of one, it can be said.
void ImportDialog::look()
{
    m_look = {};
    m_columns->setEnabled(false);
    m_message->clear();
    if (m_files.size() != 1)
        return preview();
    const int run = ++m_runs;
    m_job.cancel();
    m_outcomes->removeRows(0, m_outcomes->rowCount());
    m_problems->clear();
    whenDone(jobs::lookIntoFile(m_session, m_files.front(), options()), this, [this, run](const Result<FileLook> &look) {
        if (run != m_runs)
            return; // another file or another choice has come meanwhile
        setRunning(false);
        m_import->setEnabled(look.isOk());
        if (look)
            take(*look);
        else
            m_message->say(MessageBar::Kind::Problem, look.error().message);
    });
}

void ImportDialog::take(const FileLook &look)
{
    m_look = look;
    m_columns->setEnabled(true);
    if (!m_columnChoice && !m_format->currentIndex())
        m_columnChoice = rememberedColumns(look.columns);
    if (m_columnChoice || look.isClear())
        return preview();
    if (!look.format)
        return askForColumns(tr("The columns of %1 tell no known format: say which column holds what.").arg(m_chosen->text()));
    if (plainFields(*look.format, {}).empty())
        return preview(); // a shop's own format says itself what is missing
    askForColumns(
        tr("No column of %1 is known to hold this field: %2. Say which one does.").arg(m_chosen->text(), fieldWord(look.missing)));
}

void ImportDialog::askForColumns(const QString &sentence)
{
    m_message->say(MessageBar::Kind::Problem, sentence);
    m_import->setEnabled(false);
    m_columns->setFocus();
}

void ImportDialog::chooseColumns()
{
    auto *dialog = new ColumnMapDialog(m_chosen->text(), m_look, m_columnChoice, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_columnChoice = dialog->choice();
        rememberColumns(m_look.columns, *m_columnChoice);
        m_format->setCurrentIndex(0);
        preview();
    });
    dialog->open();
}

SourceOptions ImportDialog::options() const
{
    SourceOptions options;
    if (const auto format = formatFromWord(m_format->currentData().toString()))
        options.format = *format;
    if (const auto encoding = encodingNamed(m_encoding->currentData().toString()))
        options.encoding = *encoding;
    if (const auto delimiter = delimiterNamed(m_delimiter->currentData().toString()))
        options.delimiter = *delimiter;
    if (const QString sign = m_numbers->currentData().toString(); !sign.isEmpty())
        options.decimalSign = sign[0].toLatin1();
    if (const QString first = m_dates->currentData().toString(); !first.isEmpty())
        options.dayBeforeMonth = first == u"day";
    if (m_columnChoice && !options.format) {
        options.format = m_columnChoice->format;
        options.map = m_columnChoice->map;
    }
    return options;
}

void ImportDialog::preview() { run(true); }

void ImportDialog::import() { run(false); }

void ImportDialog::run(bool dryRun)
{
    if (m_files.isEmpty())
        return;
    m_job.cancel();
    m_message->clear();
    m_job = jobs::importFiles(m_session, m_files, options(), dryRun);
    setRunning(true);
    if (!dryRun)
        Q_EMIT jobStarted(tr("Importing %1").arg(m_chosen->text()), QFuture<void>(m_job));
    auto *watcher = new QFutureWatcher<Result<jobs::ImportReport>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, dryRun, run = ++m_runs] {
        watcher->deleteLater();
        if (run != m_runs)
            return; // another preview has begun meanwhile
        setRunning(false);
        if (m_job.resultCount() > 0)
            show(m_job.result(), dryRun);
        else
            m_message->say(MessageBar::Kind::Notice, tr("Stopped. What was imported before stays; importing again doubles nothing."));
    });
    watcher->setFuture(m_job);
}

void ImportDialog::show(const Result<jobs::ImportReport> &report, bool wasDryRun)
{
    if (!report)
        return m_message->say(MessageBar::Kind::Problem, report.error().message);
    showOutcomes(*report);
    if (!report->problems.isEmpty()) {
        const QString others = wasDryRun ? tr("The other files can be imported.") : tr("The other files are imported.");
        const QString &problem = report->problems.front();
        m_message->say(MessageBar::Kind::Problem, report->outcomes.empty() ? problem : QString(problem + u' ' + others));
    } else if (!wasDryRun) {
        showEnd(*report);
    } else if (m_columnChoice) {
        m_message->say(MessageBar::Kind::Notice, tr("This is what would come of it with the columns as you said; nothing is written yet."));
    } else {
        m_message->say(MessageBar::Kind::Notice, tr("This is what would come of it; nothing is written yet."));
    }
}

void ImportDialog::showEnd(const jobs::ImportReport &report)
{
    qint64 rejected = 0;
    for (const ImportOutcome &outcome : report.outcomes)
        rejected += outcome.rejected;
    if (rejected > 0)
        m_message->say(
            MessageBar::Kind::Notice,
            tr("Imported. %1 rows were rejected; they stand with their reasons beside the file, ready to be mended and imported again.")
                .arg(rejected));
    else
        m_message->say(MessageBar::Kind::Done, tr("Imported."));
}

void ImportDialog::showOutcomes(const jobs::ImportReport &report)
{
    m_outcomes->removeRows(0, m_outcomes->rowCount());
    QStringList problems = report.problems;
    for (const ImportOutcome &outcome : report.outcomes) {
        const QString name = QFileInfo(outcome.file).fileName();
        m_outcomes->appendRow({new QStandardItem(name), new QStandardItem(formatWord(outcome.format)), numberCell(outcome.rows),
                               numberCell(outcome.created), numberCell(outcome.updated), numberCell(outcome.skipped),
                               numberCell(outcome.rejected)});
        if (const QString assumed = outcome.assumption(); !assumed.isEmpty())
            problems += tr("%1: %2").arg(name, assumed);
        for (const Rejection &rejection : outcome.rejections)
            problems += rejection.sentence(name);
        for (const ImportOutcome::LeftOut &left : outcome.leftOut)
            problems += tr("%1: %2 rows left out: %3").arg(name).arg(left.rows).arg(left.reason);
    }
    m_problems->setPlainText(problems.mid(0, mostProblemsShown).join(u'\n'));
}

void ImportDialog::setRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_choose->setEnabled(!running);
    m_columns->setEnabled(!running && m_files.size() == 1 && !m_look.columns.isEmpty());
    m_import->setEnabled(!running && !m_files.isEmpty());
    m_close->setText(running ? tr("Stop") : tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

} // namespace waitline
