#include "ui/countundo.h"

#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("CountUndo", text); }
} // namespace

Inverse countedBack(Session &session, const std::vector<CountOutcome> &outcomes, const QString &reason)
{
    return [&session, outcomes, reason] {
        return jobs::takeCountsBack(session, outcomes, reason).then([](const Result<std::vector<CountOutcome>> &back) -> Result<QString> {
            if (!back)
                return back.error();
            QStringList sentences{
                back->size() == 1 ? sentence("%1: %2 on hand again, as before.").arg(back->front().sku, numberText(back->front().after))
                                  : sentence("The stock of %1 products is again what it was before.").arg(numberText(std::ssize(*back)))};
            for (const CountOutcome &outcome : *back) {
                if (!outcome.served.empty() || !outcome.takenBack.empty())
                    sentences += whatCountDid(outcome);
            }
            return sentences.join(u' ');
        });
    };
}

} // namespace waitline
