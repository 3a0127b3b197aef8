#include "ui/forms/ordertermsform.h"

#include "models/services/promiserules.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {

const QString promiseKey = QStringLiteral("promise");
const QString priorityKey = QStringLiteral("priority");
const QString campaignKey = QStringLiteral("campaign");
const QString referenceKey = QStringLiteral("reference");
const QString noteKey = QStringLiteral("note");
const QString placedKey = QStringLiteral("placed");
const QString reasonKey = QStringLiteral("reason");
const QString takenKey = QStringLiteral("taken");
const QString methodKey = QStringLiteral("method");
const QString takenReferenceKey = QStringLiteral("takenReference");

} // namespace

OrderTermsForm::OrderTermsForm(Session &session, Part part, QWidget *parent) : QWidget(parent), m_session(session), m_part(part)
{
    if (part == Part::Terms) {
        m_place = new QVBoxLayout(this);
        m_place->setContentsMargins(0, 0, 0, 0);
        m_place->setSpacing(12);
        makeTerms();
        m_place->addStretch();
    } else {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        m_place = new QHBoxLayout;
        m_place->setSpacing(8);
        column->addLayout(m_place);
        makeMoney();
        m_meant = new QCheckBox(tr("Take it all the same"));
        m_meant->setObjectName(QStringLiteral("takeMore"));
        m_meant->hide();
        m_doubtText = problemLabel();
        m_doubtText->setObjectName(QStringLiteral("takenDoubt"));
        column->addWidget(m_doubtText); // over the width of all three fields
        column->addWidget(m_meant);
    }
    // Enter goes from field to field, and from the last one on.
    for (qsizetype at = 0; at < m_fields.size(); ++at) {
        auto *editor = qobject_cast<QLineEdit *>(m_fields[at]->editor());
        connect(editor, &QLineEdit::returnPressed, this, [this, at] {
            const auto next = std::find_if(m_fields.begin() + at + 1, m_fields.end(), [](FormField *field) { return !field->isHidden(); });
            const bool isMoneyDone = m_part == Part::Deposit && text(takenKey).trimmed().isEmpty();
            if (next == m_fields.end() || isMoneyDone)
                Q_EMIT finished();
            else
                (*next)->editor()->setFocus(Qt::TabFocusReason);
        });
        connect(editor, &QLineEdit::textChanged, this, [this, at] {
            m_fields[at]->setProblem({});
            if (m_meant) {
                m_meant->hide();
                sayProblem(m_doubtText, {});
            }
            Q_EMIT changed();
        });
        connect(editor, &QLineEdit::editingFinished, this, [this, at] { fieldLeft(m_fields[at]); });
    }
}

/// What cannot be read is said when the field is left.
void OrderTermsForm::fieldLeft(FormField *field)
{
    const auto say = [field](const auto &read) { field->setProblem(read ? QString() : read.error().message); };
    if (field->key() == promiseKey)
        say(promise());
    else if (field->key() == priorityKey)
        say(priority(0));
    else if (field->key() == placedKey)
        say(placedAt());
    else if (field->key() == takenKey && !text(takenKey).trimmed().isEmpty())
        say(typedMoney(text(takenKey), m_session.currency(), takenKey));
}

void OrderTermsForm::add(const QString &key, const QString &text, QLineEdit *editor, const QString &hint)
{
    auto *field = new FormField(key, text, editor);
    if (!hint.isEmpty())
        editor->setPlaceholderText(hint);
    m_fields += field;
    m_place->addWidget(field);
}

void OrderTermsForm::makeTerms()
{
    add(promiseKey, tr("Promised day"), new DayField(m_session.today()));
    add(priorityKey, tr("Priority (higher is served first)"), new QLineEdit, tr("The customer's"));
    add(campaignKey, tr("Campaign"), new QLineEdit);
    add(referenceKey, tr("Reference (the shop's own number)"), new QLineEdit);
    add(noteKey, tr("Note"), new QLineEdit);
    add(placedKey, tr("Placed on"), new DayField(m_session.today()), tr("Now"));
    add(reasonKey, tr("Why lines are taken out"), new QLineEdit);
    m_fields.back()->hide();
    m_complete = new QCheckBox(tr("Ship only when complete"));
    m_complete->setObjectName(QStringLiteral("complete"));
    m_place->addWidget(m_complete);
    connect(m_complete, &QCheckBox::toggled, this, &OrderTermsForm::changed);
}

void OrderTermsForm::makeMoney()
{
    add(takenKey, tr("Deposit taken now"), new QLineEdit, tr("None"));
    add(methodKey, tr("Method"), new QLineEdit, tr("Card, cash…"));
    add(takenReferenceKey, tr("Reference"), new QLineEdit);
}

void OrderTermsForm::begin() { m_fields.front()->editor()->setFocus(Qt::TabFocusReason); }

QString OrderTermsForm::text(const QString &key) const
{
    const FormField *field = fieldOf(m_fields, key);
    return field ? qobject_cast<QLineEdit *>(field->editor())->text() : QString();
}

Money OrderTermsForm::taken() const
{
    const auto amount = typedMoney(text(takenKey), m_session.currency(), takenKey);
    return amount ? *amount : 0;
}

void OrderTermsForm::setEditing(bool isEditing)
{
    if (m_part == Part::Deposit)
        return setVisible(!isEditing); // payments of an order that exists are its own
    for (FormField *field : std::as_const(m_fields)) {
        if (field->key() == placedKey)
            field->setVisible(!isEditing);
        if (field->key() == reasonKey)
            field->setVisible(isEditing);
    }
}

void OrderTermsForm::addTo(OrderEntry &entry) const
{
    for (const FormField *field : m_fields) {
        if (const QString typed = text(field->key()); !typed.isEmpty())
            entry.fields.insert(field->key(), typed);
    }
    if (m_complete)
        entry.shipComplete = m_complete->isChecked();
}

void OrderTermsForm::setEntry(const OrderEntry &entry)
{
    for (FormField *field : std::as_const(m_fields))
        qobject_cast<QLineEdit *>(field->editor())->setText(entry.fields.value(field->key()));
    if (m_complete)
        m_complete->setChecked(entry.shipComplete);
    m_promised = entry.before ? commonPromise(*entry.before) : QString();
}

Result<std::optional<QDate>> OrderTermsForm::promise() const
{
    const auto day = typedDay(text(promiseKey), m_session.today(), promiseKey);
    if (!day || !*day || text(promiseKey) == m_promised)
        return day;
    if (const auto may = mayPromise(**day, m_session.today()); !may)
        return may.error();
    return day;
}

Result<int> OrderTermsForm::priority(int otherwise) const
{
    const auto priority = typedUnitsOrNone(text(priorityKey), priorityKey);
    if (!priority)
        return priority.error();
    constexpr Units farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
    return int(std::clamp(priority->value_or(otherwise), -farthest, farthest));
}

/// A day, the last moment of it: behind all who ordered that day. With a time after it, that moment in local time.
Result<std::optional<Instant>> OrderTermsForm::placedAt() const
{
    const QString typed = text(placedKey).trimmed();
    const qsizetype gap = typed.lastIndexOf(u' ');
    const QTime time = QTime::fromString(typed.mid(gap + 1), QStringLiteral("H:mm"));
    const auto day = typedDay(time.isValid() ? typed.left(gap) : typed, m_session.today(), placedKey);
    if (!day)
        return day.error();
    if (!*day)
        return std::optional<Instant>();
    const Instant now = m_session.caller().now;
    constexpr Instant dayLength = 24 * 60 * 60 * 1000;
    const Instant at = time.isValid() ? QDateTime(**day, time).toMSecsSinceEpoch() : (toDayNumber(**day) + 1) * dayLength - 1;
    if (**day == m_session.today() && !time.isValid())
        return std::optional<Instant>();
    if (at > now)
        return invalid(placedKey, tr("An order cannot have been placed in the future: enter a day up to today, or leave it empty."));
    return std::optional(at);
}

Result<Done> OrderTermsForm::addTo(OrderDraft &draft) const
{
    if (m_part == Part::Deposit) {
        if (text(takenKey).trimmed().isEmpty())
            return Done{};
        const auto amount = typedMoney(text(takenKey), m_session.currency(), takenKey);
        if (!amount)
            return amount.error();
        draft.taken = MoneyTaken{*amount, text(methodKey).trimmed(), text(takenReferenceKey).trimmed()};
        return Done{};
    }
    const auto day = promise();
    if (!day)
        return day.error();
    const auto rank = priority(0);
    if (!rank)
        return rank.error();
    const auto placed = placedAt();
    if (!placed)
        return placed.error();
    draft.promise = *day;
    if (!text(priorityKey).isEmpty())
        draft.priority = *rank;
    draft.placedAt = *placed;
    draft.campaign = text(campaignKey).trimmed();
    draft.reference = text(referenceKey).trimmed();
    draft.note = text(noteKey).trimmed();
    draft.shipComplete = m_complete->isChecked();
    return Done{};
}

Result<Done> OrderTermsForm::addTo(OrderSheet &sheet, const OrderSheet &before) const
{
    const auto day = promise();
    if (!day)
        return day.error();
    const auto rank = priority(0);
    if (!rank)
        return rank.error();
    sheet.priority = *rank;
    sheet.campaign = text(campaignKey).trimmed();
    sheet.reference = text(referenceKey).trimmed();
    sheet.note = text(noteKey).trimmed();
    sheet.shipComplete = m_complete->isChecked();
    // Empty says nothing of lines that differ; where all were promised one day, it takes that back.
    if ((*day ? dayText(**day) : QString()) != commonPromise(before)) {
        for (SheetLine &line : sheet.lines)
            line.promise = *day;
    }
    return Done{};
}

bool OrderTermsForm::agreesToTake(Money due)
{
    if (taken() <= due)
        return true;
    const QString doubt = overpaidText(taken(), due, m_session.currency());
    if (m_meant->isVisible() && m_meant->isChecked() && m_doubt == doubt)
        return true;
    m_doubt = doubt;
    m_meant->setChecked(false);
    m_meant->setAccessibleDescription(doubt);
    m_meant->show();
    auto *amount = qobject_cast<QLineEdit *>(fieldOf(m_fields, takenKey)->editor());
    amount->setFocus(); // first: a field that is left says anew what is wrong with it
    amount->selectAll(); // most likely it is to be typed again
    sayProblem(m_doubtText, doubt);
    return false;
}

void OrderTermsForm::clearProblems() { waitline::clearProblems(m_fields); }

bool OrderTermsForm::showError(const Error &error)
{
    if (!showProblem(m_fields, error, Qt::TabFocusReason))
        return false;
    scrollToAll(fieldOf(m_fields, error.field)); // with what is said under it
    return true;
}

} // namespace waitline
