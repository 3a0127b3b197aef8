#include "models/exchange/gathering.h"

#include <QCoreApplication>

namespace waitline {

QString documentComesBack(const QString &reference)
{
    return QCoreApplication::translate("Import", "%1 comes again after others: sort the file so that its rows follow "
                                                 "one another.")
        .arg(reference);
}

QString rowGoesWith(qint64 row) { return QCoreApplication::translate("Import", "Goes with row %1, which cannot be taken.").arg(row); }

} // namespace waitline
