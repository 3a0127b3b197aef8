#include "ui/dialogs/purchasedaydialog.h"

#include "models/services/purchasejobs.h"
#include "models/services/receivingjobs.h"
#include "models/services/whatif.h"
#include "models/tables/affectedmodel.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

PurchaseDayDialog::PurchaseDayDialog(Session &session, Prompts &prompts, const StoredPurchase &purchase, Change change, QWidget *parent)
    : FormDialog(prompts,
                 change == Change::MoveDay ? tr("When %1 is expected").arg(purchaseName(purchase.id))
                                           : tr("The rest of %1 is not coming").arg(purchaseName(purchase.id)),
                 change == Change::MoveDay ? tr("Move the day") : tr("Close it short"), parent)
    , m_session(session)
    , m_purchase(purchase)
    , m_change(change)
    , m_day(new DayField(session.today()))
    , m_dayField(new FormField(QStringLiteral("day"), tr("Expected on"), m_day))
    , m_finding(label({}))
    , m_affected(new AffectedModel(this))
    , m_table(new DataTable(QStringLiteral("affectedTable"), tr("Orders served on another day")))
{
    setObjectName(QStringLiteral("purchaseDayDialog"));
    resize(fittingSize(*this, {960, 480}));
    setForm(makeForm());
    constexpr int pauseMs = 150;
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(pauseMs);
    connect(&m_readSoon, &QTimer::timeout, this, &PurchaseDayDialog::readAffected);
    connect(m_day, &QLineEdit::textChanged, &m_readSoon, qOverload<>(&QTimer::start));
    connect(m_day, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    writeOutDays(m_day, session.today());
    if (change == Change::MoveDay)
        m_day->setFocus();
    else
        focusSave();
    readAffected();
}

QWidget *PurchaseDayDialog::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_day->setDay(m_purchase.expected);
    m_day->selectAll();
    m_dayField->setMaximumWidth(240);
    m_dayField->setVisible(m_change == Change::MoveDay);
    m_finding->setObjectName(QStringLiteral("affectedFinding"));
    m_finding->setWordWrap(true);
    m_table->setModel(m_affected);
    m_table->setGivingWay({AffectedModel::Before, AffectedModel::Sku, AffectedModel::Units_, AffectedModel::Order, AffectedModel::After});
    m_table->restoreColumns({7, 14, 10, 6, 11, 11, 11, 14}, AffectedModel::Customer, DataTable::Arrows::No);
    m_table->setEmptyState(tr("No waiting order would be served on another day."));
    column->addWidget(m_dayField);
    column->addWidget(m_finding);
    column->addWidget(m_table, 1);
    return form;
}

Result<QDate> PurchaseDayDialog::day() const
{
    if (m_change == Change::CloseShort)
        return QDate();
    if (m_day->text() == dayText(m_purchase.expected)) // as it stands, also where it has passed
        return m_purchase.expected;
    const auto typed = typedDay(m_day->text(), m_session.today(), QStringLiteral("day"));
    if (!typed)
        return typed.error();
    if (!*typed)
        return invalid(QStringLiteral("day"), tr("There is no day: enter one, such as +14 for in two weeks."));
    if (**typed < m_session.today())
        return invalid(QStringLiteral("day"), tr("%1 has passed: enter today or a later day.").arg(dayText(**typed)));
    return **typed;
}

qint64 PurchaseDayDialog::notices() const { return m_affected->ordersToTell(); }

bool PurchaseDayDialog::isDirty() const { return m_change == Change::MoveDay && m_day->text() != dayText(m_purchase.expected); }

void PurchaseDayDialog::readAffected()
{
    const auto wanted = day();
    if (!wanted) { // what stands there is of another day
        ++m_generation;
        m_affected->setLines({});
        m_finding->clear();
        m_table->setEmptyState(tr("Nothing is shown until the day above is right."));
        return;
    }
    m_dayField->setProblem({});
    m_table->setEmptyState(tr("No waiting order would be served on another day."));
    whenDone(jobs::whoIsAffected(m_session, m_purchase.id, *wanted), this,
             [this, generation = ++m_generation](const Result<std::vector<AffectedLine>> &lines) {
                 if (generation == m_generation)
                     showAffected(lines);
             });
}

void PurchaseDayDialog::showAffected(const Result<std::vector<AffectedLine>> &lines)
{
    if (!lines)
        return complain(lines.error().message);
    m_affected->setLines(*lines);
    for (int column : {AffectedModel::Sku, AffectedModel::Before, AffectedModel::After, AffectedModel::Promised})
        m_table->widenToText(column);
    const qint64 customers = m_affected->customers();
    const qint64 broken = m_affected->brokenPromises();
    const QString who = customers == 1 ? tr("1 customer is") : tr("%1 customers are").arg(numberText(customers));
    const qint64 mended = std::ranges::count_if(*lines, &mendsPromise);
    const QString again =
        mended == 0 ? QString()
                    : QStringLiteral(", ") + countText(mended, tr("1 late promise holds again"), tr("%1 late promises hold again"));
    const QString promises = broken == 0   ? tr("no promise breaks")
                             : broken == 1 ? tr("1 promise breaks")
                                           : tr("%1 promises break").arg(numberText(broken));
    const QString first = tr("%1 still to come. ").arg(unitsText(m_purchase.toCome()));
    m_finding->setText(first + (customers == 0 ? tr("Nobody is affected.") : tr("%1 affected; %2%3.").arg(who, promises, again)));
}

void PurchaseDayDialog::save()
{
    const auto wanted = day();
    if (!wanted) {
        m_dayField->setProblem(wanted.error().message);
        m_day->setFocus();
        return;
    }
    setBusy(true);
    auto job = m_change == Change::MoveDay ? jobs::expectPurchase(m_session, m_purchase.id, *wanted)
                                           : jobs::closePurchase(m_session, m_purchase.id);
    whenDone(job, this, [this](const Result<StoredPurchase> &purchase) {
        setBusy(false);
        if (!purchase)
            return complain(purchase.error().message);
        Q_EMIT saved(*purchase, m_purchase);
        accept();
    });
}

} // namespace waitline
