#include "models/exchange/filelook.h"

#include "models/exchange/cells.h"

namespace waitline {

QString FileLook::sampleOf(int column) const
{
    QStringList values;
    for (const QStringList &sample : samples) {
        if (const QString value = sample.value(column).trimmed(); !value.isEmpty())
            values.append(value);
    }
    return values.join(QStringLiteral(" · "));
}

Result<FileLook> lookInto(const QString &path, const SourceOptions &options)
{
    const auto source = SourceFile::openColumns(path, options);
    if (!source)
        return source.error();
    FileLook look;
    const Header &header = source.value()->layout().header;
    look.columns = header.names();
    look.format = options.format ? options.format : recogniseFormat(header);
    if (look.format)
        look.missing = missingField(*look.format, header);
    CsvRecord record;
    while (look.samples.size() < FileLook::mostSamples && source.value()->next(record) == CsvReader::Step::Record) {
        QStringList cells;
        for (int column = 0; column < qMin(record.size(), header.size()); ++column)
            cells.append(textOf(record.cell(column)));
        look.samples.push_back(cells);
    }
    return look;
}

} // namespace waitline
