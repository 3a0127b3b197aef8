#include "models/exchange/exportsheet.h"

#include "models/domain/clock.h"
#include "models/domain/wholefile.h"
#include "models/exchange/csvwriter.h"
#include "models/exchange/workbooksheet.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace waitline {

QString exportText(const QVariant &value, ExportKind kind, const Currency &currency)
{
    if (value.isNull())
        return {};
    switch (kind) {
    case ExportKind::Text: return value.toString();
    case ExportKind::Count: return QString::number(value.toLongLong());
    case ExportKind::Amount: return currency.toDecimal(value.toLongLong());
    case ExportKind::Day: return fromDayNumber(value.toLongLong()).toString(Qt::ISODate);
    case ExportKind::Moment: return toIso(value.toLongLong());
    case ExportKind::Yes: return value.toLongLong() != 0 ? QStringLiteral("yes") : QStringLiteral("no");
    }
    Q_UNREACHABLE();
}

Error cannotWrite(const QString &path, const QString &why)
{
    return {Error::Kind::Storage, QStringLiteral("file"),
            QCoreApplication::translate("Export", "%1 cannot be written: %2.").arg(path, why)};
}

namespace {

class CsvSheet final : public ExportSheet {
public:
    CsvSheet(std::unique_ptr<QSaveFile> file, const std::vector<ExportColumn> &columns, const Currency &currency)
        : m_file(std::move(file))
        , m_columns(columns)
        , m_currency(currency)
        , m_writer(*m_file)
    {
        QStringList names;
        for (const ExportColumn &column : m_columns)
            names += QString::fromLatin1(column.name);
        m_writer.write(names);
    }
    void write(const QVariantList &row) override
    {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells += exportText(row[i], m_columns[size_t(i)].kind, m_currency);
        m_writer.write(cells);
    }
    Result<Done> finish() override
    {
        if (const auto written = m_writer.finish(); !written)
            return written;
        return commitWhole(*m_file) ? Result<Done>(Done{}) : Result<Done>(cannotWrite(m_file->fileName(), m_file->errorString()));
    }

private:
    std::unique_ptr<QSaveFile> m_file;
    std::vector<ExportColumn> m_columns;
    Currency m_currency;
    CsvWriter m_writer;
};

// An array with one object a line.
class JsonSheet final : public ExportSheet {
public:
    JsonSheet(std::unique_ptr<QSaveFile> file, const std::vector<ExportColumn> &columns, const Currency &currency)
        : m_file(std::move(file))
        , m_columns(columns)
        , m_currency(currency)
    {
        for (const ExportColumn &column : m_columns)
            m_keys.push_back('"' + QByteArray(column.name).replace(' ', '_').replace('-', '_') + "\":");
    }
    void write(const QVariantList &row) override
    {
        m_text += m_isFirst ? "[\n{" : ",\n{";
        m_isFirst = false;
        for (size_t i = 0; i < m_columns.size(); ++i)
            m_text += (i > 0 ? "," : "") + m_keys[i] + valueOf(row[qsizetype(i)], m_columns[i].kind);
        m_text += '}';
        if (m_text.size() > (1 << 16))
            flush();
    }
    Result<Done> finish() override
    {
        m_text += m_isFirst ? "[]\n" : "\n]\n";
        flush();
        const bool written = !m_failed && commitWhole(*m_file);
        return written ? Result<Done>(Done{}) : Result<Done>(cannotWrite(m_file->fileName(), m_file->errorString()));
    }

private:
    [[nodiscard]] QByteArray valueOf(const QVariant &value, ExportKind kind) const
    {
        if (value.isNull())
            return "null";
        if (kind == ExportKind::Count)
            return QByteArray::number(value.toLongLong());
        if (kind == ExportKind::Yes)
            return value.toLongLong() != 0 ? "true" : "false";
        const QByteArray array = QJsonDocument(QJsonArray{exportText(value, kind, m_currency)}).toJson(QJsonDocument::Compact);
        return array.mid(1, array.size() - 2);
    }
    void flush()
    {
        m_failed = m_file->write(m_text) != m_text.size() || m_failed;
        m_text.clear();
    }

    std::unique_ptr<QSaveFile> m_file;
    std::vector<ExportColumn> m_columns;
    Currency m_currency;
    std::vector<QByteArray> m_keys;
    QByteArray m_text;
    bool m_isFirst = true;
    bool m_failed = false;
};

} // namespace

Result<std::unique_ptr<ExportSheet>> ExportSheet::open(const QString &path, const QString &title, const std::vector<ExportColumn> &columns,
                                                       const Currency &currency)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"xlsx")
        return WorkbookSheet::open(path, title, columns, currency);
    if (ending != u"csv" && ending != u"json")
        return invalid("file",
                       QCoreApplication::translate("Export", "%1 ends in none of .csv, .xlsx and .json: choose one of them.").arg(path));
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly))
        return cannotWrite(path, file->errorString());
    std::unique_ptr<ExportSheet> sheet;
    if (ending == u"csv")
        sheet = std::make_unique<CsvSheet>(std::move(file), columns, currency);
    else
        sheet = std::make_unique<JsonSheet>(std::move(file), columns, currency);
    return sheet;
}

} // namespace waitline
