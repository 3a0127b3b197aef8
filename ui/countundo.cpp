#include "ui/countundo.h"

#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("CountUndo", text); }
} // namespace

Inverse countedBack(Session &session, const std::vector<CountOutcome> &outcomes, const QString &reason)
{
    std::vector<CountedLine> lines;
    for (const CountOutcome &outcome : outcomes)
        lines.push_back({outcome.sku, outcome.before, outcome.after});
    return inverseBy([&session, lines, reason] { return jobs::countAll(session, lines, reason); },
                     lines.size() == 1
                         ? sentence("%1: %2 on hand again, as before.").arg(lines.front().sku, numberText(lines.front().counted))
                         : sentence("The stock of %1 products is again what it was before.").arg(numberText(std::ssize(lines))));
}

} // namespace waitline
