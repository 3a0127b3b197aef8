#pragma once

#include "models/exchange/fileformat.h"
#include "models/exchange/layout.h"
#include "models/exchange/textlines.h"

#include <QFile>

#include <memory>

namespace waitline {

/// What the user says about a file; what he does not say is found out.
struct SourceOptions {
    std::optional<FileFormat> format;
    std::optional<TextEncoding> encoding;
    std::optional<char> delimiter;
    std::optional<char> decimalSign; ///< '.' or ','
    std::optional<bool> dayBeforeMonth;
    std::vector<std::pair<QString, QString>> map; ///< our field, the file's column
    Currency currency; ///< without a code: amounts may name any currency
};

/// A CSV file that is open for reading, with all that is known before its first record.
class SourceFile final {
public:
    /// Opens the file, tells its encoding, delimiter, header, number styles and format. Errors name the file.
    [[nodiscard]] static Result<std::unique_ptr<SourceFile>> open(const QString &path, const SourceOptions &options);
    /// The same as far as the columns go: their format is not asked for, and format() means nothing.
    [[nodiscard]] static Result<std::unique_ptr<SourceFile>> openColumns(const QString &path, const SourceOptions &options);

    [[nodiscard]] const Layout &layout() const { return m_layout; }
    [[nodiscard]] FileFormat format() const { return m_format; }
    [[nodiscard]] TextEncoding encoding() const { return m_encoding.encoding; }
    [[nodiscard]] char delimiter() const { return m_delimiter; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    /// The header as it stands in the file (in UTF-8), with its line end.
    [[nodiscard]] const QByteArray &rawHeader() const { return m_rawHeader; }

    /// The next record after the header; records without any text are stepped over.
    [[nodiscard]] CsvReader::Step next(CsvRecord &record);
    /// Goes back to the first record after the header.
    void rewind();
    [[nodiscard]] qint64 bytesRead() const { return m_lines->consumed(); }
    [[nodiscard]] qint64 bytesTotal() const { return m_file.size(); }

private:
    explicit SourceFile(const QString &path) : m_file(path) {}
    Result<Done> openBytes(const SourceOptions &options);
    Result<Done> readHeader(const SourceOptions &options);
    Result<Done> settleFormat(const SourceOptions &options);
    void learnStyles(const SourceOptions &options);
    /// Where the header stands: after a byte order mark and Excel's "sep=;" line.
    void startReading();

    QFile m_file;
    EncodingGuess m_encoding;
    char m_delimiter = ',';
    std::unique_ptr<TextLines> m_lines;
    std::unique_ptr<CsvReader> m_records;
    QByteArray m_rawHeader;
    Layout m_layout;
    FileFormat m_format = FileFormat::Products;
};

} // namespace waitline
