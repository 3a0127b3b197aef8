#include "models/exchange/rejectsfile.h"

#include "models/domain/wholefile.h"
#include "models/exchange/csvwriter.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace waitline {

namespace {

// The row without its line end, the reason behind it. Rows shorter than the header are filled up, so that the
// reason stands in its own column.
QByteArray rowWithReason(const CsvRecord &record, int columns, char delimiter, const QString &reason)
{
    QByteArray row = record.raw();
    while (row.endsWith('\n') || row.endsWith('\r'))
        row.chop(1);
    for (int missing = columns - record.size(); missing > 0; --missing)
        row.append(delimiter);
    return row + delimiter + CsvWriter::cell(reason, delimiter, CsvWriter::Formulas::Neutralise) + "\r\n";
}

QString reasonOf(const Rejection &rejection)
{
    return rejection.column.isEmpty() ? rejection.message : rejection.column + QStringLiteral(": ") + rejection.message;
}

QHash<qint64, QString> reasonsByRow(const std::vector<Rejection> &rejections)
{
    QHash<qint64, QString> reasons;
    for (const Rejection &rejection : rejections) {
        QString &reason = reasons[rejection.row];
        reason += reason.isEmpty() ? reasonOf(rejection) : u' ' + reasonOf(rejection);
    }
    return reasons;
}

QByteArray headerWithReason(const SourceFile &source)
{
    QByteArray header = source.rawHeader();
    while (header.endsWith('\n') || header.endsWith('\r'))
        header.chop(1);
    // The rejects of rejects keep one column of reasons, the old one being of the file's own now.
    const bool again = source.layout().header.find(u"reject_reason") >= 0;
    return header + source.delimiter() + (again ? "reject_reason_2" : "reject_reason") + "\r\n";
}

} // namespace

Result<Done> writeRejects(const QString &sourcePath, const SourceOptions &options, const std::vector<Rejection> &rejections,
                          const QString &rejectsPath)
{
    const auto opened = SourceFile::open(sourcePath, options);
    if (!opened)
        return opened.error();
    SourceFile &source = *opened.value();
    QSaveFile file(rejectsPath);
    const QHash<qint64, QString> reasons = reasonsByRow(rejections);
    bool written = file.open(QIODevice::WriteOnly);
    written = written && file.write(headerWithReason(source)) > 0;
    CsvRecord record;
    for (auto step = source.next(record); written && step != CsvReader::Step::End; step = source.next(record)) {
        const auto reason = reasons.constFind(record.line());
        if (reason != reasons.cend())
            written = file.write(rowWithReason(record, source.layout().header.size(), source.delimiter(), *reason)) > 0;
    }
    if (!written || !commitWhole(file))
        return Error{Error::Kind::Storage, QStringLiteral("rejects"),
                     QCoreApplication::translate(
                         "Import", "The rejects cannot be written to %1: %2. What could be taken is taken: make room and import "
                                   "the file again, nothing is doubled.")
                         .arg(rejectsPath, file.errorString())};
    return Done{};
}

} // namespace waitline
