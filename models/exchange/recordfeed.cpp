#include "models/exchange/recordfeed.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace waitline {

namespace {

// Helping files are read as they are: options said about the main file's columns do not fit them.
SourceOptions bareOptions(const SourceOptions &options)
{
    SourceOptions bare;
    bare.currency = options.currency;
    return bare;
}

// The first of the candidates that is of this format.
std::unique_ptr<SourceFile> fileOf(FileFormat format, const QStringList &candidates, const SourceOptions &options)
{
    for (const QString &path : candidates) {
        auto file = QFileInfo::exists(path) ? SourceFile::open(path, bareOptions(options)) : Error();
        if (file && file.value()->format() == format)
            return std::move(file).value();
    }
    return nullptr;
}

int rankOf(FileFormat format)
{
    switch (format) {
    case FileFormat::NorthwindCategories:
    case FileFormat::NorthwindShippers: return 0;
    case FileFormat::Suppliers:
    case FileFormat::NorthwindSuppliers: return 1;
    case FileFormat::Products:
    case FileFormat::NorthwindProducts:
    case FileFormat::ShopifyProducts:
    case FileFormat::WooCommerceProducts: return 2;
    case FileFormat::Customers:
    case FileFormat::NorthwindCustomers: return 3;
    case FileFormat::History:
    case FileFormat::RetailInvoices: return 4;
    case FileFormat::Purchases: return 5;
    case FileFormat::Orders:
    case FileFormat::NorthwindOrders:
    case FileFormat::ShopifyOrders:
    case FileFormat::KickstarterBackers: return 6;
    case FileFormat::NorthwindOrderDetails: return 7;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<std::unique_ptr<RecordFeed>> RecordFeed::open(const QString &path, const SourceOptions &options, const QStringList &together)
{
    auto source = SourceFile::open(path, options);
    if (!source)
        return source.error();
    std::unique_ptr<RecordFeed> feed(new RecordFeed);
    feed->m_source = std::move(source).value();
    feed->learnFrom(together, options);
    feed->m_reader = formatReader(feed->format(), feed->m_source->layout(), feed->m_tables);
    return feed;
}

void RecordFeed::learnFrom(const QStringList &together, const SourceOptions &options)
{
    for (const FileFormat format : NorthwindTables::helpfulTo(this->format())) {
        const QString beside = QFileInfo(m_source->path()).absolutePath() + u'/' + NorthwindTables::fileNameOf(format);
        const auto file = fileOf(format, together + QStringList(beside), options);
        while (file) {
            const CsvReader::Step step = file->next(m_record);
            if (step == CsvReader::Step::End)
                break;
            if (step == CsvReader::Step::Record)
                m_tables.learn(format, file->layout(), m_record);
        }
    }
}

bool RecordFeed::next(Harvest &harvest, size_t atMost)
{
    harvest.clear();
    if (m_finished)
        return false;
    if (!m_allRead)
        m_allRead = !readRows(harvest, atMost);
    if (m_allRead)
        m_finished = !m_reader->finish(harvest, atMost);
    return true;
}

bool RecordFeed::readRows(Harvest &harvest, size_t atMost)
{
    for (size_t count = 0; count < atMost; ++count) {
        const CsvReader::Step step = m_source->next(m_record);
        if (step == CsvReader::Step::End)
            return false;
        ++m_rows;
        if (step == CsvReader::Step::Record && m_record.raw().contains('\0'))
            harvest.rejections.push_back(
                {m_record.line(),
                 {},
                 QCoreApplication::translate("Import", "The row holds a NUL character, which no text has: take it out.")});
        else if (step == CsvReader::Step::Record)
            m_reader->read(m_record, harvest);
        else
            rejectBroken(harvest);
    }
    return true;
}

/// Once for a line, in however many pieces it is stepped over.
void RecordFeed::rejectBroken(Harvest &harvest)
{
    if (std::exchange(m_brokenLine, m_record.line()) == m_record.line())
        return;
    harvest.rejections.push_back(
        {m_record.line(),
         {},
         m_record.raw().contains('"')
             ? QCoreApplication::translate("Import", "A quote is opened here and never closed.")
             : QCoreApplication::translate("Import", "The line is longer than any record can be: is this the right file?")});
}

QStringList inImportOrder(const QStringList &paths, const SourceOptions &options)
{
    std::vector<std::pair<int, QString>> ranked;
    for (const QString &path : paths) {
        // A file that cannot be opened says so when its turn comes.
        const auto source = SourceFile::open(path, options);
        ranked.emplace_back(source ? rankOf(source.value()->format()) : 8, path);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList ordered;
    for (const auto &[rank, path] : ranked)
        ordered.append(path);
    return ordered;
}

} // namespace waitline
