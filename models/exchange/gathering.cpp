#include "models/exchange/gathering.h"

#include <QCoreApplication>

namespace waitline {

QString documentComesBack(const QString &reference)
{
    return QCoreApplication::translate("Import", "%1 came far above and was taken without this row: add the row to it, "
                                                 "and sort such a file by its references before it is imported.")
        .arg(reference);
}

QString rowGoesWith(qint64 row) { return QCoreApplication::translate("Import", "Goes with row %1, which cannot be taken.").arg(row); }

} // namespace waitline
