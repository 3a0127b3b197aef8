#include "ui/dialogs/promisedialog.h"

#include "models/services/noticejobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/typed.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace waitline {

namespace {

/// Each in a line of its own, as many as can be taken in at a glance.
QString named(const QStringList &whose)
{
    constexpr qsizetype mostNamed = 4;
    const QString some = whose.mid(0, mostNamed).join(u'\n');
    return whose.size() <= mostNamed ? some : PromiseDialog::tr("%1\nand %2 more").arg(some, numberText(whose.size() - mostNamed));
}

} // namespace

PromiseDialog::PromiseDialog(Session &session, Prompts &prompts, std::vector<OrderLineId> lines, const QStringList &whose, QWidget *parent)
    : FormDialog(prompts, lines.size() == 1 ? tr("Move a promise") : tr("Move %1 promises").arg(lines.size()), tr("Move"), parent)
    , m_session(session)
    , m_lines(std::move(lines))
    , m_form(new QWidget)
{
    setObjectName(QStringLiteral("promiseDialog"));
    resize(fittingSize(*this, {520, 380}));
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    QLabel *which = label(named(whose));
    which->setObjectName(QStringLiteral("whosePromise"));
    which->setWordWrap(true);
    column->addWidget(which);
    m_day = addField(QStringLiteral("promise"), tr("New day"), tr("Empty: each line's own ETA"));
    m_day->setToolTip(tr("A day, or t for today, +14 for in 14 days, w2 for in two weeks."));
    m_reason = addField(QStringLiteral("reason"), tr("Reason"), tr("What everybody at the desk should know"));
    m_consentBy = addField(QStringLiteral("consent_by"), tr("Ask for consent, to be answered by"), tr("Empty: customers are told only"));
    QLabel *note = mutedLabel(tr("A notice is prepared, not sent, for each order whose customer had been told another day."));
    note->setWordWrap(true);
    column->addWidget(note);
    column->addStretch();
    setForm(m_form);
    for (QLineEdit *day : {m_day, m_consentBy})
        writeOutDays(day, session.today());
    connect(m_day, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, m_consentBy, qOverload<>(&QWidget::setFocus));
    connect(m_consentBy, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    proposeConsentDay();
    m_day->setFocus();
}

QLineEdit *PromiseDialog::addField(const QString &key, const QString &text, const QString &hint)
{
    auto *editor = new QLineEdit;
    editor->setPlaceholderText(hint);
    m_fields += new FormField(key, text, editor);
    m_form->layout()->addWidget(m_fields.back());
    return editor;
}

/// The settings say how long customers have; the field's hint names the day.
void PromiseDialog::proposeConsentDay()
{
    whenDone(jobs::storeSettings(m_session), this, [this](const Result<StoreSettings> &settings) {
        if (settings)
            m_consentBy->setPlaceholderText(tr("Empty: they are told only. +%1 is %2")
                                                .arg(settings->consentDays)
                                                .arg(dayText(m_session.today().addDays(settings->consentDays))));
    });
}

bool PromiseDialog::isDirty() const { return !m_day->text().isEmpty() || !m_reason->text().isEmpty() || !m_consentBy->text().isEmpty(); }

Result<PromiseMove> PromiseDialog::entered() const
{
    PromiseMove move;
    move.lines = m_lines;
    move.reason = m_reason->text().trimmed();
    const auto day = typedDay(m_day->text(), m_session.today(), QStringLiteral("promise"));
    if (!day)
        return day.error();
    move.day = *day;
    const auto consentBy = typedDay(m_consentBy->text(), m_session.today(), QStringLiteral("consent_by"));
    if (!consentBy)
        return consentBy.error();
    move.consentBy = *consentBy;
    return move;
}

void PromiseDialog::save()
{
    clearProblems(m_fields);
    const auto move = entered();
    if (!move) {
        showProblem(m_fields, move.error());
        return;
    }
    setBusy(true);
    whenDone(jobs::movePromises(m_session, *move), this, [this](const Result<PromiseOutcome> &outcome) {
        setBusy(false);
        if (outcome) {
            Q_EMIT moved(*outcome);
            accept();
        } else if (!showProblem(m_fields, outcome.error())) {
            complain(outcome.error().message);
        }
    });
}

} // namespace waitline
