#include "models/exchange/importer.h"

#include "models/exchange/recordfeed.h"
#include "models/exchange/recordimport.h"
#include "models/exchange/rejectsfile.h"
#include "models/services/unitofwork.h"
#include "models/store/importstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace waitline {

namespace {

// Rows of the file, or records where they are handed out without rows. Orders are cheapest in large batches, for
// each product is settled once in a batch; the others cost the same in any.
size_t rowsAtOnce(FileFormat format) { return format == FileFormat::Orders ? 50'000 : 10'000; }

// The same bytes are the same file, whatever its name; the batches must also be cut alike.
Result<QString> fingerprintOf(const QString &path, FileFormat format, size_t rows)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{Error::Kind::Storage, "file",
                     QCoreApplication::translate("Import", "%1 cannot be read: %2.").arg(path, file.errorString())};
    return QStringLiteral("%1-%2-%3").arg(QString::fromLatin1(hash.result().toHex().left(32)), formatWord(format)).arg(rows);
}

QString rejectsPathOf(const ImportRequest &request)
{
    if (!request.rejectsPath.isEmpty())
        return request.rejectsPath;
    const QFileInfo file(request.path);
    const bool isBeside = QFileInfo(file.path()).isWritable();
    return (isBeside ? file.path() : QDir::tempPath()) + u'/' + file.completeBaseName() + QStringLiteral(".rejects.csv");
}

class FileImport final {
public:
    FileImport(Connection &connection, const ImportRequest &request, const Caller &caller, RecordFeed &feed, QString fingerprint)
        : m_connection(connection)
        , m_request(request)
        , m_feed(feed)
        , m_fingerprint(std::move(fingerprint))
        , m_rowsAtOnce(request.rowsAtOnce.value_or(rowsAtOnce(feed.format())))
        , m_import(recordImport(feed.format(), connection, caller, QFileInfo(request.path).fileName()))
    {
        m_outcome.file = request.path;
        m_outcome.format = feed.format();
    }

    Result<ImportOutcome> run(const Progress &progress);
    [[nodiscard]] std::vector<Rejection> &rejections() { return m_rejections; }

private:
    Result<Done> recall();
    Result<BatchTally> takeBatch(std::vector<NeutralRecord> &records);
    void count(const BatchTally &tally);
    void count(const Harvest &harvest);

    Connection &m_connection;
    const ImportRequest &m_request;
    RecordFeed &m_feed;
    QString m_fingerprint;
    size_t m_rowsAtOnce;
    std::unique_ptr<RecordImport> m_import;
    std::map<int, QString> m_doneBefore;
    int m_batch = 0;
    ImportOutcome m_outcome;
    std::vector<Rejection> m_rejections;
    std::vector<qint64> m_differing; ///< orders
    std::vector<qint64> m_differingPurchases;
};

QString namedNumbers(const std::vector<qint64> &numbers)
{
    constexpr size_t mostNamed = 10;
    QStringList named;
    for (size_t i = 0; i < std::min(numbers.size(), mostNamed); ++i)
        named += QString::number(numbers[i]);
    if (numbers.size() > mostNamed)
        named += QStringLiteral("…");
    return named.join(QStringLiteral(", "));
}

/// Orders that are known already and of which a file tells otherwise now: somebody is to look at them.
ImportOutcome::LeftOut differing(const std::vector<qint64> &orders)
{
    return {QCoreApplication::translate("Import", "known already, and the file tells of other units or of a cancellation now; nothing was "
                                                  "changed, compare them: order %1")
                .arg(namedNumbers(orders)),
            qint64(orders.size())};
}

/// The same of purchases.
ImportOutcome::LeftOut differingPurchases(const std::vector<qint64> &purchases)
{
    return {QCoreApplication::translate("Import", "known already, and the file tells of other units or of another day now; nothing was "
                                                  "changed, compare them: purchase %1")
                .arg(namedNumbers(purchases)),
            qint64(purchases.size())};
}

Result<ImportOutcome> FileImport::run(const Progress &progress)
{
    if (const auto recalled = recall(); !recalled)
        return recalled.error();
    Harvest harvest;
    while (m_feed.next(harvest, m_rowsAtOnce)) {
        count(harvest);
        const auto tally = takeBatch(harvest.records);
        if (!tally)
            return tally.error();
        count(*tally);
        if (progress && !progress(m_feed.bytesRead(), m_feed.bytesTotal())) {
            m_outcome.cancelled = true;
            break;
        }
    }
    m_outcome.rows = m_feed.rows();
    m_outcome.rejected = qint64(m_rejections.size());
    m_outcome.assumedDayFirst = m_feed.assumedDayFirst();
    if (!m_differing.empty())
        m_outcome.leftOut.push_back(differing(m_differing));
    if (!m_differingPurchases.empty())
        m_outcome.leftOut.push_back(differingPurchases(m_differingPurchases));
    if (m_outcome.cancelled)
        return m_outcome;
    const auto forgotten = writeIn(m_connection, [&] {
        ImportStore(m_connection).forget(m_fingerprint);
        return Done{};
    });
    return forgotten ? Result<ImportOutcome>(m_outcome) : Result<ImportOutcome>(forgotten.error());
}

/// What an import of this file that was stopped has done, if it is to go on; else that is forgotten.
Result<Done> FileImport::recall()
{
    return writeIn(m_connection, [&] {
        ImportStore store(m_connection);
        if (m_request.resume)
            m_doneBefore = store.doneBatches(m_fingerprint);
        else
            store.forget(m_fingerprint);
        return Done{};
    });
}

Result<BatchTally> FileImport::takeBatch(std::vector<NeutralRecord> &records)
{
    const int batch = m_batch++;
    m_import->prepare(records);
    if (const auto done = m_doneBefore.find(batch); done != m_doneBefore.end())
        return BatchTally::fromText(done->second);
    if (records.empty())
        return BatchTally{};
    bool again = false;
    return writeIn(m_connection, [&] {
        if (std::exchange(again, true))
            m_import->forget();
        BatchTally tally;
        orRefuse(m_import->take(records, tally));
        ImportStore(m_connection).remember(m_fingerprint, batch, tally.toText());
        return tally;
    });
}

void FileImport::count(const BatchTally &tally)
{
    m_outcome.created += tally.created;
    m_outcome.updated += tally.updated;
    m_outcome.skipped += tally.skipped;
    m_outcome.newProducts += tally.newProducts;
    m_differing.insert(m_differing.end(), tally.differing.begin(), tally.differing.end());
    m_differingPurchases.insert(m_differingPurchases.end(), tally.differingPurchases.begin(), tally.differingPurchases.end());
    m_rejections.insert(m_rejections.end(), tally.rejections.begin(), tally.rejections.end());
}

void FileImport::count(const Harvest &harvest)
{
    m_rejections.insert(m_rejections.end(), harvest.rejections.begin(), harvest.rejections.end());
    m_outcome.skipped += qint64(harvest.omissions.size());
    for (const Omission &omission : harvest.omissions) {
        auto &known = m_outcome.leftOut;
        auto same = std::find_if(known.begin(), known.end(), [&](const auto &each) { return each.reason == omission.reason; });
        if (same == known.end())
            same = known.insert(known.end(), {omission.reason, 0});
        ++same->rows;
    }
}

} // namespace

QString ImportOutcome::assumption() const
{
    if (!assumedDayFirst)
        return {};
    return *assumedDayFirst
               ? QCoreApplication::translate("Import", "Its dates can be read in two ways, and none tells which: the day was taken to come "
                                                       "first. Choose month-first (--dates) where that is wrong.")
               : QCoreApplication::translate("Import",
                                             "Its dates can be read in two ways, and none tells which: the month was taken to come "
                                             "first. Choose day-first (--dates) where that is wrong.");
}

Result<ImportOutcome> importFile(Connection &connection, const ImportRequest &request, const Caller &caller, const Progress &progress)
{
    const QString rejectsPath = rejectsPathOf(request);
    if (QFileInfo(rejectsPath).absoluteFilePath() == QFileInfo(request.path).absoluteFilePath())
        return invalid("rejects",
                       QCoreApplication::translate("Import", "The rejects would replace the file itself: name another file for them."));
    if (!request.rejectsPath.isEmpty() && !request.dryRun) {
        if (QSaveFile probe(rejectsPath); !probe.open(QIODevice::WriteOnly))
            return invalid("rejects",
                           QCoreApplication::translate("Import", "The rejects cannot be written to %1: %2. Name another file for them.")
                               .arg(rejectsPath, probe.errorString()));
    }
    SourceOptions options = request.options;
    const auto currency = readIn(connection, [&] { return SettingStore(connection).currency(); });
    if (!currency)
        return currency.error();
    options.currency = *currency;
    const auto feed = RecordFeed::open(request.path, options, request.together);
    if (!feed)
        return feed.error();
    const auto fingerprint =
        fingerprintOf(request.path, feed.value()->format(), request.rowsAtOnce.value_or(rowsAtOnce(feed.value()->format())));
    if (!fingerprint)
        return fingerprint.error();
    Caller each = caller;
    each.uuid.clear(); // one operation for each batch
    FileImport import(connection, request, each, *feed.value(), *fingerprint);
    auto outcome = request.dryRun && !request.isRehearsed ? rehearseIn(connection, [&] { return orRefuse(import.run(progress)); })
                                                          : import.run(progress);
    if (!outcome)
        return outcome;
    std::vector<Rejection> &rejections = import.rejections();
    std::stable_sort(rejections.begin(), rejections.end(), [](const Rejection &a, const Rejection &b) { return a.row < b.row; });
    if (!rejections.empty() && !request.dryRun) {
        if (const auto written = writeRejects(request.path, options, rejections, rejectsPath); !written)
            return written.error();
        outcome.value().rejectsFile = rejectsPath;
    }
    rejections.resize(std::min(rejections.size(), ImportOutcome::mostRejections));
    outcome.value().rejections = rejections;
    return outcome;
}

} // namespace waitline
