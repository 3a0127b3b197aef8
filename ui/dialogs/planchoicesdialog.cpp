#include "ui/dialogs/planchoicesdialog.h"

#include "models/services/planjobs.h"
#include "ui/forms/typed.h"
#include "ui/widgets/fitting.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

/// "97.5" as thousandths; what is no number is refused by its field.
Result<int> typedPermille(const QString &text, const char *field)
{
    bool isNumber = false;
    double percent = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        percent = text.toDouble(&isNumber);
    constexpr double most = 1000;
    if (!isNumber || std::abs(percent) > most)
        return invalid(field, PlanChoicesDialog::tr("“%1” is no percentage: type a number like 97.5.").arg(text));
    return int(std::lround(percent * 10));
}

Result<int> typedDays(const QString &text, const char *field)
{
    const auto days = typedUnits(text, QString::fromLatin1(field));
    if (!days)
        return days.error();
    constexpr Units most = 1'000'000;
    return int(std::clamp<Units>(*days, -most, most));
}

QString percentToType(int permille) { return QLocale().toString(permille / 10.0, 'g', 4); }

} // namespace

PlanChoicesDialog::PlanChoicesDialog(Session &session, Prompts &prompts, const PlanChoices &before, QWidget *parent)
    : FormDialog(prompts, tr("How we buy"), tr("Save settings"), parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("planChoicesDialog"));
    const Currency &currency = session.currency();
    QLineEdit *first = addField("service", tr("Never short until the next order with, %"), percentToType(before.servicePermille));
    addField("review", tr("Days from one order to the next"), QString::number(before.reviewDays));
    addField("lead", tr("Days to arrive, where neither product nor supplier tells"), QString::number(before.leadDays));
    addField("order_cost", tr("What placing one order costs, %1").arg(currency.code), moneyToType(before.orderCost, currency));
    addField("holding", tr("Keeping stock a year costs, % of its cost"), percentToType(before.holdingPermille));
    addField("budget", tr("Budget of a plan, %1 (empty: no limit)").arg(currency.code),
             before.budget ? moneyToType(*before.budget, currency) : QString());
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        grid->addWidget(m_fields[at], int(at / 2), int(at % 2), Qt::AlignTop);
    setForm(form);
    resize(fittingSize(*this, {680, 360}));
    m_before = texts();
    first->setFocus();
    first->selectAll();
}

QLineEdit *PlanChoicesDialog::addField(const char *key, const QString &label, const QString &text)
{
    auto *editor = new QLineEdit(text);
    m_fields.append(new FormField(QString::fromLatin1(key), label, editor));
    return editor;
}

QString PlanChoicesDialog::text(const char *key) const
{
    return static_cast<QLineEdit *>(fieldOf(m_fields, QString::fromLatin1(key))->editor())->text().trimmed();
}

QStringList PlanChoicesDialog::texts() const
{
    QStringList texts;
    for (const FormField *field : m_fields)
        texts += text(field->key().toLatin1().constData());
    return texts;
}

bool PlanChoicesDialog::isDirty() const { return texts() != m_before; }

Result<PlanChoices> PlanChoicesDialog::choices() const
{
    const Currency &currency = m_session.currency();
    const auto service = typedPermille(text("service"), "service");
    const auto review = typedDays(text("review"), "review");
    const auto lead = typedDays(text("lead"), "lead");
    const auto orderCost = typedMoney(text("order_cost"), currency, QStringLiteral("order_cost"));
    const auto holding = typedPermille(text("holding"), "holding");
    const auto budget = text("budget").isEmpty() ? Result<Money>(Money(0)) : typedMoney(text("budget"), currency, QStringLiteral("budget"));
    for (const auto *number : {&service, &review, &lead, &holding}) {
        if (!*number)
            return number->error();
    }
    for (const auto *amount : {&orderCost, &budget}) {
        if (!*amount)
            return amount->error();
    }
    PlanChoices choices{*service, *review, *lead, *orderCost, *holding, std::nullopt};
    if (!text("budget").isEmpty())
        choices.budget = *budget;
    if (const auto checked = validate(choices); !checked)
        return checked.error();
    return choices;
}

void PlanChoicesDialog::showError(const Error &error)
{
    if (!showProblem(m_fields, error))
        complain(error.message);
}

void PlanChoicesDialog::save()
{
    clearProblems(m_fields);
    const auto wanted = choices();
    if (!wanted)
        return showError(wanted.error());
    setBusy(true);
    whenDone(jobs::changePlanChoices(m_session, *wanted), this, [this](const Result<PlanChoices> &changed) {
        setBusy(false);
        if (!changed)
            return showError(changed.error());
        Q_EMIT saved(*changed);
        accept();
    });
}

} // namespace waitline
