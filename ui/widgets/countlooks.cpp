#include "ui/widgets/countlooks.h"

#include "models/tables/receiptlinesmodel.h"
#include "models/tables/roles.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("CountLooks", text); }
} // namespace

Counter::Outcome outcomeOf(const CountLine &line, bool isBlind)
{
    if (isBlind)
        return Counter::Outcome::Counted;
    switch (statusOf(line.units)) {
    case ReceiptLineStatus::Missing:
    case ReceiptLineStatus::Partial: return Counter::Outcome::Counted;
    case ReceiptLineStatus::Complete: return Counter::Outcome::Complete;
    case ReceiptLineStatus::OverReceived: return Counter::Outcome::TooMany;
    case ReceiptLineStatus::NotOnPurchase: return Counter::Outcome::NotOnPurchase;
    }
    Q_UNREACHABLE();
}

BadgeLook progressLook(const QModelIndex &cell)
{
    switch (ReceiptLineStatus(cell.data(StatusRole).toInt())) {
    case ReceiptLineStatus::Missing: return {QStringLiteral("clock"), &Theme::muted};
    case ReceiptLineStatus::Partial: return {QStringLiteral("receive"), &Theme::accent};
    case ReceiptLineStatus::Complete: return {QStringLiteral("check"), &Theme::positive};
    case ReceiptLineStatus::OverReceived: return {QStringLiteral("warning"), &Theme::warning};
    case ReceiptLineStatus::NotOnPurchase: return {QStringLiteral("info"), &Theme::warning, sentence("Not ordered")};
    }
    Q_UNREACHABLE();
}

BadgeLook blindLook(const QModelIndex &cell)
{
    return {QStringLiteral("check"), &Theme::positive, sentence("%1 counted").arg(cell.data().toString())};
}

} // namespace waitline
