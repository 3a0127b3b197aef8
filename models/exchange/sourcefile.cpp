#include "models/exchange/sourcefile.h"

#include "models/domain/visibletext.h"
#include "models/exchange/delimiter.h"
#include "models/exchange/plaincolumns.h"
#include "models/store/openfiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waitline {

namespace {

constexpr int recordsSampled = 1000;

Error fileError(const QString &file, const QString &sentence)
{
    return invalid(QStringLiteral("file"), file + QStringLiteral(": ") + sentence);
}

// The sign of Excel's first line "sep=;", or NUL.
char separatorLine(QByteArrayView text)
{
    return text.size() > 5 && text.startsWith("sep=") && (text[5] == '\r' || text[5] == '\n') ? text[4] : '\0';
}

} // namespace

Result<std::unique_ptr<SourceFile>> SourceFile::open(const QString &path, const SourceOptions &options)
{
    auto source = openColumns(path, options);
    if (!source)
        return source;
    if (const auto settled = source.value()->settleFormat(options); !settled)
        return settled.error();
    return source;
}

Result<std::unique_ptr<SourceFile>> SourceFile::openColumns(const QString &path, const SourceOptions &options)
{
    std::unique_ptr<SourceFile> source(new SourceFile(path));
    source->m_layout.fileName = QFileInfo(path).fileName();
    source->m_layout.currency = options.currency;
    for (const auto step : {&SourceFile::openBytes, &SourceFile::readHeader}) {
        if (const auto done = (*source.*step)(options); !done)
            return done.error();
    }
    source->learnStyles(options);
    return source;
}

Result<Done> SourceFile::openBytes(const SourceOptions &options)
{
    const QString &name = m_layout.fileName;
    if (QFileInfo(m_file.fileName()).isDir())
        return fileError(name, QCoreApplication::translate("Import", "This is a folder: name a file in it."));
    if (openfiles::contains(m_file.fileName()))
        return fileError(name, QCoreApplication::translate("Import", "This is the database that is open: give a CSV file."));
    if (!m_file.open(QIODevice::ReadOnly))
        return fileError(name, QCoreApplication::translate("Import", "The file cannot be read: %1.").arg(m_file.errorString()));
    const QByteArray start = m_file.peek(8);
    if (start.isEmpty())
        return fileError(name, QCoreApplication::translate("Import", "The file is empty."));
    if (start.startsWith("PK\x03\x04") || start.startsWith("\xD0\xCF\x11\xE0"))
        return fileError(name, QCoreApplication::translate("Import", "This is a workbook, not a text file: save it as CSV first."));
    if (start.startsWith("SQLite f") || start.startsWith("%PDF"))
        return fileError(name, QCoreApplication::translate("Import", "This is not a text file: give a CSV file."));
    m_encoding = options.encoding ? EncodingGuess{*options.encoding, markLength(start, *options.encoding)} : detectEncoding(m_file);
    if (options.encoding == TextEncoding::Utf8) {
        if (const qint64 line = firstLineThatIsNotUtf8(m_file); line > 0)
            return fileError(name, QCoreApplication::translate("Import", "Line %1 is not UTF-8: try windows-1252.").arg(line));
    }
    return Done{};
}

void SourceFile::startReading()
{
    m_file.seek(m_encoding.markLength);
    m_lines = std::make_unique<TextLines>(m_file, m_encoding.encoding);
    const bool named = separatorLine(m_lines->lookAhead()) != '\0';
    if (named)
        static_cast<void>(m_lines->next());
    m_records = std::make_unique<CsvReader>(*m_lines, m_delimiter, named ? 2 : 1);
}

Result<Done> SourceFile::readHeader(const SourceOptions &options)
{
    m_file.seek(m_encoding.markLength);
    TextLines sample(m_file, m_encoding.encoding);
    const QByteArrayView text = sample.lookAhead();
    const char named = separatorLine(text);
    m_delimiter = options.delimiter ? *options.delimiter : named != '\0' ? named : detectDelimiter(text);
    startReading();
    CsvRecord record;
    if (m_records->next(record) != CsvReader::Step::Record)
        return fileError(m_layout.fileName, QCoreApplication::translate("Import", "The file has no header line."));
    m_rawHeader = record.raw();
    m_layout.header = Header(record);
    for (const auto &[field, column] : options.map) {
        if (!isPlainField(field))
            return invalid(field, QCoreApplication::translate("Import", "There is no field “%1” to map a column to.").arg(field));
        if (const auto mapped = m_layout.header.map(field, column); !mapped)
            return fileError(m_layout.fileName, mapped.error().message);
    }
    return Done{};
}

Result<Done> SourceFile::settleFormat(const SourceOptions &options)
{
    const auto format = options.format ? options.format : recogniseFormat(m_layout.header);
    if (!format) {
        const QString columns = m_layout.header.names().mid(0, 12).join(QStringLiteral(", ")).left(200);
        if (holdsInvisible(columns) || columns.contains(QChar(QChar::ReplacementCharacter)))
            return fileError(m_layout.fileName,
                             QCoreApplication::translate("Import", "It is no text with columns: unpack it, or save it as CSV, and import that."));
        return fileError(m_layout.fileName,
                         QCoreApplication::translate("Import", "The columns (%1) tell no known format: name it, or say which column holds "
                                                               "what (--format, --map FIELD=COLUMN; in the window, choose the file alone).")
                             .arg(columns));
    }
    m_format = *format;
    const QString missing = missingField(m_format, m_layout.header);
    if (!missing.isEmpty())
        return fileError(m_layout.fileName,
                         QCoreApplication::translate("Import", "No column holds %1, which %2 need: map one with --map %1=COLUMN.")
                             .arg(missing, formatWord(m_format)));
    return Done{};
}

void SourceFile::learnStyles(const SourceOptions &options)
{
    std::vector<CellStyleEvidence> columns(size_t(m_layout.header.size()));
    CellStyleEvidence all;
    CsvRecord record;
    for (int count = 0; count < recordsSampled && next(record) == CsvReader::Step::Record; ++count) {
        for (int column = 0; column < qMin(record.size(), m_layout.header.size()); ++column)
            columns[size_t(column)].see(record.cell(column).trimmed());
    }
    for (const CellStyleEvidence &column : columns) {
        if (column.isMostlyNumbers())
            all.add(column);
    }
    // A semicolon file comes from where the comma is the decimal sign and the day stands before the month.
    const CellStyle home = m_delimiter == ';' ? CellStyle{',', true} : CellStyle{};
    const CellStyle whole = all.style(home);
    for (const CellStyleEvidence &column : columns) {
        CellStyle style = column.style(whole);
        if (column.hasUnclearDates() && !options.dayBeforeMonth)
            m_layout.assumedDayFirst = style.dayBeforeMonth;
        style.decimalSign = options.decimalSign.value_or(style.decimalSign);
        style.dayBeforeMonth = options.dayBeforeMonth.value_or(style.dayBeforeMonth);
        m_layout.styles.push_back(style);
    }
    rewind();
}

void SourceFile::rewind()
{
    startReading();
    CsvRecord header;
    static_cast<void>(m_records->next(header));
}

CsvReader::Step SourceFile::next(CsvRecord &record)
{
    CsvReader::Step step = m_records->next(record);
    while (step == CsvReader::Step::Record && record.isBlank())
        step = m_records->next(record);
    return step;
}

} // namespace waitline
