#include "models/tables/tabletext.h"

#include "models/tables/roles.h"

#include <QCoreApplication>
#include <QDate>
#include <QIODevice>

#include <functional>

namespace waitline {

namespace {

QString harmless(QString text)
{
    const bool isFormula = !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
    return isFormula ? text.prepend(u'\'') : text;
}

QString neutralText(const QModelIndex &cell)
{
    if (const QVariant text = cell.data(ExportRole); text.isValid())
        return text.toString();
    const QVariant number = cell.data(NumberRole);
    if (number.metaType().id() == QMetaType::QDate)
        return number.toDate().toString(Qt::ISODate);
    return number.isValid() ? number.toString() : harmless(cell.data().toString());
}

QString shownText(const QModelIndex &cell)
{
    const QString text = cell.data().toString().simplified(); // a tab would begin a cell, a line break a row
    return cell.data(NumberRole).isValid() ? text : harmless(text);
}

QString csvCell(QString text)
{
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quoted ? u'"' + text.replace(u'"', u"\"\""_qs) + u'"' : text;
}

/// The heads and then every row, each cell told by `text`.
void eachRow(const QAbstractItemModel &table, const std::function<QString(const QModelIndex &)> &text,
             const std::function<void(const QStringList &)> &take)
{
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells += table.headerData(column, Qt::Horizontal).toString();
    take(cells);
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column)
            cells[column] = text(table.index(row, column));
        take(cells);
    }
}

} // namespace

Result<Done> toCsv(const QAbstractItemModel &table, QIODevice &device)
{
    QString text;
    eachRow(table, neutralText, [&](QStringList cells) {
        for (QString &cell : cells)
            cell = csvCell(std::move(cell));
        text += cells.join(u',') + u"\r\n"_qs;
    });
    const QByteArray bytes = text.toUtf8();
    if (device.write(bytes) != bytes.size())
        return Error{Error::Kind::Storage, QStringLiteral("file"),
                     QCoreApplication::translate("Export", "The file cannot be written: %1.").arg(device.errorString())};
    return Done{};
}

QString toTabbedText(const QAbstractItemModel &table)
{
    QString text;
    eachRow(table, shownText, [&](const QStringList &cells) { text += cells.join(u'\t') + u'\n'; });
    return text;
}

} // namespace waitline
