#pragma once

#include "models/exchange/exportsheet.h"

#include <QTemporaryFile>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace waitline {

/// An Excel workbook, written through libxlsxwriter with the memory of one row. Numbers are numbers, days are dates;
/// text is never a formula. What does not fit on one sheet goes on on the next.
class WorkbookSheet final : public ExportSheet {
public:
    [[nodiscard]] static Result<std::unique_ptr<ExportSheet>> open(const QString &path, const QString &title,
                                                                   const std::vector<ExportColumn> &columns, const Currency &currency);
    ~WorkbookSheet() override;
    void write(const QVariantList &row) override;
    Result<Done> finish() override;

private:
    WorkbookSheet(QString path, QString title, std::vector<ExportColumn> columns, Currency currency);
    void addSheet();
    void writeCell(quint16 column, const QVariant &value, ExportKind kind);

    QString m_path;
    QString m_title;
    std::vector<ExportColumn> m_columns;
    Currency m_currency;
    QTemporaryFile m_file; ///< beside the path; gone unless it takes its place
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_money = nullptr;
    lxw_format *m_day = nullptr;
    quint32 m_row = 0;
    int m_sheets = 0;
    int m_error = 0;
};

} // namespace waitline
