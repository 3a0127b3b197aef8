#include "ui/widgets/whatifsliders.h"

#include "models/tables/celltext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace waitline {

namespace {

constexpr int liftStep = 5; // percent
/// The price of being short goes from nothing to so many margins.
constexpr int mostMargins = 5;
constexpr int shortSteps = 100;

QSlider *makeSlider(const QString &objectName, const QString &name, int least, int most)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(objectName);
    slider->setAccessibleName(name);
    slider->setRange(least, most);
    slider->setMinimumHeight(24);
    return slider;
}

} // namespace

WhatIfSliders::WhatIfSliders(QWidget *parent)
    : QWidget(parent)
    , m_liftWords(label({}))
    , m_lift(makeSlider(QStringLiteral("liftSlider"), tr("Campaign lift"), -50 / liftStep, 200 / liftStep))
    , m_shortWords(label({}))
    , m_short(makeSlider(QStringLiteral("shortSlider"), tr("Price of being short"), 0, shortSteps))
    , m_reset(quietButton(tr("As planned"), QStringLiteral("undo")))
{
    m_liftWords->setObjectName(QStringLiteral("liftWords"));
    m_shortWords->setObjectName(QStringLiteral("shortWords"));
    m_liftWords->setWordWrap(true);
    m_shortWords->setWordWrap(true);
    m_reset->setObjectName(QStringLiteral("resetWhatIf"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_liftWords, 1);
    head->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_lift);
    column->addWidget(m_shortWords);
    column->addWidget(m_short);
    connect(m_lift, &QSlider::valueChanged, this, [this] {
        showWords();
        Q_EMIT changed();
    });
    connect(m_short, &QSlider::valueChanged, this, [this] {
        m_isPriced = true;
        showWords();
        Q_EMIT changed();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        reset();
        m_lift->setFocus();
        Q_EMIT changed();
    });
}

void WhatIfSliders::setTerms(const forecasting::BuyingTerms &terms, const Currency &currency)
{
    m_terms = terms;
    m_currency = currency;
    reset();
}

void WhatIfSliders::reset()
{
    const QSignalBlocker quietLift(m_lift);
    const QSignalBlocker quietShort(m_short);
    m_lift->setValue(0);
    m_short->setValue(shortSteps / mostMargins);
    m_isPriced = false;
    showWords();
}

DemandWhatIf WhatIfSliders::question() const
{
    DemandWhatIf question;
    question.lift = 1 + double(m_lift->value() * liftStep) / 100;
    if (m_isPriced)
        question.costOfShort = Money(std::llround(forecasting::marginOf(m_terms) * mostMargins * m_short->value() / shortSteps));
    return question;
}

bool WhatIfSliders::isAsked() const { return m_isPriced || m_lift->value() != 0; }

void WhatIfSliders::showWords()
{
    const DemandWhatIf asked = question();
    const int lift = m_lift->value() * liftStep;
    m_liftWords->setText(lift == 0 ? tr("What if a campaign changed demand?")
                                   : tr("Demand %1%2 %").arg(lift > 0 ? QStringLiteral("+") : QString(), QLocale().toString(lift)));
    m_shortWords->setText(
        asked.costOfShort ? tr("Being short of one costs %1: never short with %2")
                                .arg(moneyWithCode(*asked.costOfShort, m_currency),
                                     percentText(forecasting::serviceFor(m_terms, double(*asked.costOfShort))))
                          : tr("What if being short of one cost more? Now: never short with %1").arg(percentText(m_terms.serviceLevel)));
    m_reset->setVisible(isAsked());
}

} // namespace waitline
