#include "ui/widgets/undobar.h"

#include "models/services/whendone.h"
#include "ui/widgets/messagebar.h"

#include <QKeySequence>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int offeredMs = 10'000;
}

UndoBar::UndoBar(QWidget *parent) : QWidget(parent), m_bar(new MessageBar)
{
    setObjectName(QStringLiteral("undoBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &UndoBar::dropExpired);
    connect(m_bar, &MessageBar::buttonPressed, this, &UndoBar::undo);
    connect(m_bar, &MessageBar::closed, this, &UndoBar::clear);
    hide();
}

void UndoBar::offer(const QString &sentence, const Inverse &inverse)
{
    m_offers.push_back({sentence, inverse, QDeadlineTimer(offeredMs)});
    show();
}

bool UndoBar::canUndo() const { return !m_offers.empty() && !m_isUndoing; }

void UndoBar::undo()
{
    if (!canUndo())
        return;
    const Offer offer = std::move(m_offers.back());
    m_offers.pop_back();
    m_isUndoing = true;
    show();
    whenDone(offer.inverse(), this, [this](const Result<QString> &outcome) {
        m_isUndoing = false;
        if (outcome)
            Q_EMIT undone(*outcome);
        else
            Q_EMIT refused(outcome.error().message);
    });
}

void UndoBar::clear()
{
    m_offers.clear();
    show();
}

void UndoBar::dropExpired()
{
    std::erase_if(m_offers, [](const Offer &offer) { return offer.until.hasExpired(); });
    show();
}

/// The newest offer, until its time is over.
void UndoBar::show()
{
    m_expiry.stop();
    setVisible(!m_offers.empty());
    if (m_offers.empty())
        return m_bar->clear();
    m_bar->say(MessageBar::Kind::Done, m_offers.back().sentence,
               tr("Undo  %1").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_expiry.start(int(std::max<qint64>(1, m_offers.back().until.remainingTime())));
}

} // namespace waitline
