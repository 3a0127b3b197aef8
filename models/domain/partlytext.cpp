#include "models/domain/partlytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Explanation", text); }

} // namespace

QString partlyText(Units partly, Units waiting, const QString &purchase, const QString &day)
{
    const QLocale locale;
    const Units others = waiting - partly;
    const QString come = (partly == 1 ? sentence("%1 of the %2 comes with %3 on %4") : sentence("%1 of the %2 come with %3 on %4"))
                             .arg(locale.toString(partly), locale.toString(waiting), purchase, day);
    return others == 1 ? sentence("%1; the other one is not covered by any supply yet").arg(come)
                       : sentence("%1; the other %2 are not covered by any supply yet").arg(come, locale.toString(others));
}

} // namespace waitline
