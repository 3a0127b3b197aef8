#include "models/exchange/workbooksheet.h"

#include "models/domain/clock.h"

#include <QFile>

#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>

namespace waitline {

namespace {

// Dates before this are none that Excel can show.
const QDate firstExcelDay(1900, 1, 1);

} // namespace

WorkbookSheet::WorkbookSheet(QString path, QString title, std::vector<ExportColumn> columns, Currency currency)
    : m_path(std::move(path))
    , m_title(std::move(title))
    , m_columns(std::move(columns))
    , m_currency(std::move(currency))
    , m_file(m_path + QStringLiteral(".XXXXXX"))
{}

WorkbookSheet::~WorkbookSheet()
{
    if (m_book)
        workbook_close(m_book); // frees it; the file goes with m_file
}

Result<std::unique_ptr<ExportSheet>> WorkbookSheet::open(const QString &path, const QString &title,
                                                         const std::vector<ExportColumn> &columns, const Currency &currency)
{
    std::unique_ptr<WorkbookSheet> sheet(new WorkbookSheet(path, title, columns, currency));
    if (!sheet->m_file.open())
        return cannotWrite(path, sheet->m_file.errorString());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    sheet->m_book = workbook_new_opt(QFile::encodeName(sheet->m_file.fileName()).constData(), &options);
    if (!sheet->m_book)
        return cannotWrite(path, QStringLiteral("no workbook"));
    sheet->m_heading = workbook_add_format(sheet->m_book);
    format_set_bold(sheet->m_heading);
    sheet->m_money = workbook_add_format(sheet->m_book);
    const QByteArray decimals = currency.exponent > 0 ? QByteArray("0.").append(currency.exponent, '0') : QByteArray("0");
    format_set_num_format(sheet->m_money, decimals.constData());
    sheet->m_day = workbook_add_format(sheet->m_book);
    format_set_num_format(sheet->m_day, "yyyy-mm-dd");
    sheet->addSheet();
    return std::unique_ptr<ExportSheet>(std::move(sheet));
}

void WorkbookSheet::addSheet()
{
    ++m_sheets;
    const QString name = m_sheets == 1 ? m_title : QStringLiteral("%1 %2").arg(m_title).arg(m_sheets);
    m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    for (size_t i = 0; i < m_columns.size(); ++i)
        worksheet_write_string(m_sheet, 0, lxw_col_t(i), m_columns[i].name, m_heading);
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 1;
}

void WorkbookSheet::write(const QVariantList &row)
{
    if (m_row >= LXW_ROW_MAX)
        addSheet();
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (!row[i].isNull())
            writeCell(quint16(i), row[i], m_columns[size_t(i)].kind);
    }
    ++m_row;
}

void WorkbookSheet::writeCell(quint16 column, const QVariant &value, ExportKind kind)
{
    lxw_error error = LXW_NO_ERROR;
    const QDate day = kind == ExportKind::Day ? fromDayNumber(value.toLongLong()) : QDate();
    if (kind == ExportKind::Count) {
        error = worksheet_write_number(m_sheet, m_row, column, double(value.toLongLong()), nullptr);
    } else if (kind == ExportKind::Amount) {
        error = worksheet_write_number(m_sheet, m_row, column, double(value.toLongLong()) / std::pow(10, m_currency.exponent), m_money);
    } else if (day >= firstExcelDay) {
        lxw_datetime date{day.year(), day.month(), day.day(), 0, 0, 0};
        error = worksheet_write_datetime(m_sheet, m_row, column, &date, m_day);
    } else {
        error = worksheet_write_string(m_sheet, m_row, column, exportText(value, kind, m_currency).toUtf8().constData(), nullptr);
    }
    if (error != LXW_NO_ERROR && m_error == LXW_NO_ERROR)
        m_error = error;
}

Result<Done> WorkbookSheet::finish()
{
    const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
    if (m_error == LXW_NO_ERROR)
        m_error = closed;
    if (m_error != LXW_NO_ERROR)
        return cannotWrite(m_path, QString::fromUtf8(lxw_strerror(lxw_error(m_error))));
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(m_file.fileName()).toStdString(), QFile::encodeName(m_path).toStdString(), failed);
    if (failed)
        return cannotWrite(m_path, QString::fromStdString(failed.message()));
    m_file.setAutoRemove(false);
    return Done{};
}

} // namespace waitline
