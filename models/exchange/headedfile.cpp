#include "models/exchange/headedfile.h"

#include "models/domain/wholefile.h"
#include "models/exchange/csvwriter.h"

#include <QDate>
#include <QSaveFile>
#include <QTemporaryFile>

#include <xlsxwriter.h>

#include <filesystem>
#include <vector>

namespace waitline {

namespace {

const QDate firstExcelDay(1900, 1, 1);
constexpr double firstWidth = 28;
constexpr double otherWidth = 16;

Result<Done> writeCsv(const QString &path, const HeadedTable &table)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    CsvWriter writer(file);
    for (const QString &line : table.heading)
        writer.write({line});
    writer.write({QString()});
    QStringList titles;
    for (const HeadedTable::Column &column : table.columns)
        titles += column.title;
    writer.write(titles);
    for (const QStringList &row : table.rows)
        writer.write(row);
    if (const Result<Done> written = writer.finish(); !written)
        return written;
    if (!commitWhole(file))
        return cannotWrite(path, file.errorString());
    return Done{};
}

QDate dayOf(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? day : QDate::fromString(text, QStringLiteral("yyyy-MM"));
}

lxw_error writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const QString &text, HeadedTable::Kind kind, lxw_format *format)
{
    if (text.isEmpty())
        return LXW_NO_ERROR;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const QDate day = kind == HeadedTable::Kind::Day ? dayOf(text) : QDate();
    if (kind == HeadedTable::Kind::Number && isNumber)
        return worksheet_write_number(sheet, row, column, number, format);
    if (day >= firstExcelDay) {
        lxw_datetime date{day.year(), day.month(), day.day(), 0, 0, 0};
        return worksheet_write_datetime(sheet, row, column, &date, format);
    }
    return worksheet_write_string(sheet, row, column, text.toUtf8().constData(), nullptr);
}

/// How each column's values are written; null: as they come.
std::vector<lxw_format *> formatsOf(lxw_workbook *book, const HeadedTable &table)
{
    std::vector<lxw_format *> formats;
    for (const HeadedTable::Column &column : table.columns) {
        const QString &text = column.format;
        formats.push_back(text.isEmpty() ? nullptr : workbook_add_format(book));
        if (formats.back())
            format_set_num_format(formats.back(), text.toUtf8().constData());
    }
    return formats;
}

lxw_error fill(lxw_workbook *book, const HeadedTable &table)
{
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    lxw_format *strong = workbook_add_format(book);
    format_set_bold(strong);
    const std::vector<lxw_format *> formats = formatsOf(book, table);
    lxw_row_t row = 0;
    lxw_error error = LXW_NO_ERROR;
    const auto note = [&error](lxw_error next) { error = error == LXW_NO_ERROR ? next : error; };
    for (const QString &line : table.heading) {
        note(worksheet_write_string(sheet, row, 0, line.toUtf8().constData(), row == 0 ? strong : nullptr));
        ++row;
    }
    ++row;
    for (size_t i = 0; i < table.columns.size(); ++i) {
        worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), i == 0 ? firstWidth : otherWidth, nullptr);
        note(worksheet_write_string(sheet, row, lxw_col_t(i), table.columns[i].title.toUtf8().constData(), strong));
    }
    ++row;
    for (const QStringList &cells : table.rows) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            note(writeCell(sheet, row, lxw_col_t(i), cells[i], table.columns[size_t(i)].kind, formats[size_t(i)]));
        ++row;
    }
    return error;
}

Result<Done> writeWorkbook(const QString &path, const HeadedTable &table)
{
    QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
    if (!file.open())
        return cannotWrite(path, file.errorString());
    lxw_workbook *book = workbook_new(QFile::encodeName(file.fileName()).constData());
    if (!book)
        return cannotWrite(path, QStringLiteral("no workbook"));
    lxw_error error = fill(book, table);
    const lxw_error closed = workbook_close(book);
    if (error == LXW_NO_ERROR)
        error = closed;
    if (error != LXW_NO_ERROR)
        return cannotWrite(path, QString::fromUtf8(lxw_strerror(error)));
    std::error_code failed;
    std::filesystem::rename(QFile::encodeName(file.fileName()).toStdString(), QFile::encodeName(path).toStdString(), failed);
    if (failed)
        return cannotWrite(path, QString::fromStdString(failed.message()));
    file.setAutoRemove(false);
    return Done{};
}

} // namespace

Result<Done> writeHeadedTable(const QString &path, const HeadedTable &table)
{
    return path.endsWith(u".xlsx", Qt::CaseInsensitive) ? writeWorkbook(path, table) : writeCsv(path, table);
}

} // namespace waitline
