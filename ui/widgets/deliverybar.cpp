#include "ui/widgets/deliverybar.h"

#include "models/tables/celltext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace waitline {

namespace {

constexpr int saveMs = 300;
constexpr int policyWidth = 170;
constexpr int fieldWidth = 100;
constexpr int shareOfFields = 4; // of the bar's width, beside 1 for the delivery's name

QString expectedSentence(const StoredPurchase &purchase, QDate today)
{
    const qint64 late = purchase.expected.daysTo(today);
    const QString day = DeliveryBar::tr("Expected on %1").arg(dayText(purchase.expected));
    return late == 1 ? DeliveryBar::tr("%1, 1 day late").arg(day) : late > 1 ? DeliveryBar::tr("%1, %2 days late").arg(day).arg(late) : day;
}

} // namespace

DeliveryBar::DeliveryBar(QWidget *parent)
    : QWidget(parent)
    , m_delivery(label({}, TextSize::Section))
    , m_expected(mutedLabel({}))
    , m_warning(problemLabel())
    , m_reference(new QLineEdit)
    , m_note(new QLineEdit)
    , m_discard(pushButton(tr("Throw away")))
    , m_fields(makeFields())
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeWhat(), 1);
    row->addWidget(m_fields, shareOfFields);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveMs);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { Q_EMIT termsChanged(terms()); });
    for (QLineEdit *field : {m_reference, m_note}) {
        connect(field, &QLineEdit::textEdited, &m_saveSoon, qOverload<>(&QTimer::start));
        connect(field, &QLineEdit::returnPressed, this, &DeliveryBar::finished);
    }
}

QWidget *DeliveryBar::makeFields()
{
    QStringList policies{tr("Each product's own")};
    for (AllocationPolicy policy : allPolicies)
        policies += policyText(policy);
    auto *choice = new Choice(QStringLiteral("policy"), tr("Who is served"), policies);
    m_policy = choice->box();
    m_policy->setMinimumWidth(policyWidth);
    QPushButton *other = pushButton(tr("Other delivery  Esc"));
    other->setObjectName(QStringLiteral("otherDelivery"));
    other->setToolTip(tr("What is counted here stays until you come back"));
    m_discard->setObjectName(QStringLiteral("discardCount"));
    m_discard->setAccessibleName(tr("Throw the count away"));
    m_discard->setToolTip(tr("What is counted here is of no matter"));
    m_discard->setFocusPolicy(Qt::TabFocus);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_note->setObjectName(QStringLiteral("note"));
    auto *controls = new QWidget;
    auto *flow = new FlowLayout(controls);
    for (QWidget *part : std::initializer_list<QWidget *>{makeField(m_reference, tr("Supplier's note number"), fieldWidth),
                                                          makeField(m_note, tr("Note"), fieldWidth), choice, other, m_discard})
        flow->addWidget(part);
    for (QPushButton *button : {other, m_discard})
        flow->setAlignment(button, Qt::AlignBottom);
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(controls);
    m_warning->setObjectName(QStringLiteral("referenceWarning"));
    m_warning->setWordWrap(true);
    column->addWidget(m_warning); // under the first of them
    connect(choice, &Choice::chosen, this, [this] {
        hintWhy();
        m_saveSoon.start();
        saveNow();
    });
    connect(other, &QPushButton::clicked, this, &DeliveryBar::leaveAsked);
    connect(m_discard, &QPushButton::clicked, this, &DeliveryBar::discardAsked);
    return fields;
}

void DeliveryBar::takeFields() { static_cast<QHBoxLayout *>(layout())->addWidget(m_fields, shareOfFields); }

QWidget *DeliveryBar::makeWhat()
{
    auto *what = new QWidget;
    auto *column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_delivery->setObjectName(QStringLiteral("delivery"));
    m_delivery->setWordWrap(true);
    column->addStretch();
    column->addWidget(m_delivery);
    column->addWidget(m_expected);
    column->addStretch();
    return what;
}

QWidget *DeliveryBar::makeField(QLineEdit *field, const QString &name, int width)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QLabel *caption = mutedLabel(name, TextSize::Caption);
    caption->setTextInteractionFlags(Qt::NoTextInteraction);
    caption->setBuddy(field);
    field->setAccessibleName(name);
    field->setMinimumWidth(width);
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    whole->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // from its least width on
    column->addWidget(caption);
    column->addWidget(field);
    return whole;
}

void DeliveryBar::begin(const ReceivingCountView &count, QDate today)
{
    m_saveSoon.stop();
    const auto &purchase = count.purchase;
    m_delivery->setText(purchase ? tr("%1 · %2").arg(purchaseName(purchase->id), purchase->supplier) : tr("Without a purchase"));
    m_expected->setText(purchase ? expectedSentence(*purchase, today) : tr("Goods that no purchase announced"));
    m_reference->setText(count.count.terms.reference);
    m_note->setText(count.count.terms.note);
    const auto policy = count.count.terms.policy;
    m_policy->setCurrentIndex(policy ? int(std::find(std::begin(allPolicies), std::end(allPolicies), *policy) - std::begin(allPolicies)) + 1
                                     : 0);
    hintWhy();
    sayProblem(m_warning, {});
}

void DeliveryBar::setEditable(bool editable)
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_reference, m_note, m_policy, m_discard})
        control->setEnabled(editable);
}

/// The note of a delivery that is given out otherwise stands in the ledger of line jumps.
void DeliveryBar::hintWhy() { m_note->setPlaceholderText(m_policy->currentIndex() > 0 ? tr("Why otherwise") : QString()); }

void DeliveryBar::askWhy() { m_note->setFocus(); }

bool DeliveryBar::saveNow()
{
    if (!m_saveSoon.isActive())
        return false;
    m_saveSoon.stop();
    Q_EMIT termsChanged(terms());
    return true;
}

CountTerms DeliveryBar::terms() const
{
    CountTerms terms{m_reference->text().trimmed(), m_note->text().trimmed(), std::nullopt};
    if (m_policy->currentIndex() > 0)
        terms.policy = allPolicies[m_policy->currentIndex() - 1];
    return terms;
}

void DeliveryBar::warnOf(const std::vector<ReceiptId> &receipts)
{
    QStringList numbers;
    for (ReceiptId receipt : receipts)
        numbers += QString::number(receipt.value);
    sayProblem(m_warning, receipts.empty() ? QString()
                                           : tr("Receipt %1 has this note number already: did these goods come in before?")
                                                 .arg(numbers.join(QStringLiteral(", "))));
}

} // namespace waitline
