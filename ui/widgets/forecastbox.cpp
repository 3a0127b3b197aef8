#include "ui/widgets/forecastbox.h"

#include "models/charts/forecastsheet.h"
#include "models/tables/celltext.h"
#include "ui/charts/plot.h"
#include "ui/forms/entryform.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/whatifsliders.h"
#include "ui/words.h"

#include <QApplication>
#include <QTimer>
#include <QVBoxLayout>

namespace waitline {

namespace {

const QString fromKey = QStringLiteral("from");
const QString toKey = QStringLiteral("to");
const QString unitsKey = QStringLiteral("units");
const QString reasonKey = QStringLiteral("reason");

constexpr int plotHeight = 220;

} // namespace

ForecastBox::ForecastBox(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_plot(new Plot(QStringLiteral("forecastChart"), tr("Demand and forecast")))
    , m_quality(mutedLabel({}))
    , m_whatIfPart(new QWidget)
    , m_sliders(new WhatIfSliders)
    , m_answer(label({}))
    , m_overrides(label({}))
    , m_end(quietButton(tr("Let the forecast count"), QStringLiteral("undo")))
    , m_otherwise(quietButton(tr("Expect otherwise…"), QStringLiteral("edit")))
    , m_formPlace(new QVBoxLayout)
{
    setObjectName(QStringLiteral("forecastBox"));
    m_plot->setFixedHeight(plotHeight);
    m_quality->setObjectName(QStringLiteral("forecastQuality"));
    m_answer->setObjectName(QStringLiteral("whatIfAnswer"));
    m_overrides->setObjectName(QStringLiteral("overrides"));
    m_end->setObjectName(QStringLiteral("endOverride"));
    m_otherwise->setObjectName(QStringLiteral("overrideForecast"));
    m_otherwise->setToolTip(tr("Say how many units you expect in some days, and why: the plan then counts with them"));
    for (QLabel *text : {m_quality, m_answer, m_overrides})
        text->setWordWrap(true);
    auto *buttons = new FlowLayout(nullptr, FlowLayout::Rest::Left);
    buttons->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    buttons->setSpacing(0);
    buttons->addWidget(m_otherwise);
    buttons->addWidget(m_end);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_plot);
    column->addWidget(m_quality);
    column->addWidget(m_overrides);
    column->addLayout(buttons);
    column->addLayout(m_formPlace);
    column->addWidget(m_whatIfPart);
    makeWhatIf();
    connect(m_otherwise, &QPushButton::clicked, this, &ForecastBox::openForm);
    connect(m_end, &QPushButton::clicked, this, [this] {
        if (m_forecast && !m_forecast->overrides.standing.empty())
            end(m_forecast->overrides.standing.front().id);
    });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (isVisible() && m_product.isValid() && changes.touches(m_product))
            read();
    });
    connect(qApp, &QApplication::focusChanged, m_plot, [plot = m_plot](QWidget *left, QWidget *now) {
        if (left == plot && now)
            plot->setCurrentPoint(-1); // nothing else follows it
    });
    m_overrides->hide();
    m_end->hide();
}

void ForecastBox::makeWhatIf()
{
    auto *column = new QVBoxLayout(m_whatIfPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_sliders);
    column->addWidget(m_answer);
    connect(m_sliders, &WhatIfSliders::changed, this, &ForecastBox::showAnswer);
}

void ForecastBox::open(const StoredSuggestion &planned, Grid by)
{
    m_planned = planned;
    const bool isBySame = std::exchange(m_by, by) == by;
    if (m_product != planned.product || !isBySame)
        open(planned.product);
    else
        showAnswer();
}

void ForecastBox::open(ProductId product)
{
    if (std::exchange(m_product, product) != product) {
        m_forecast.reset();
        m_isLoaded = false;
        closeForm();
        m_quality->setText({});
        m_answer->setText({});
    }
    read();
}

void ForecastBox::read()
{
    ForecastQuestion question;
    question.product = m_product;
    question.by = m_by;
    whenDone(jobs::productForecast(m_session, question), this, [this, product = m_product](const Result<ProductForecast> &forecast) {
        if (product != m_product)
            return; // another one was chosen meanwhile
        if (forecast)
            show(*forecast);
        else
            Q_EMIT complained(forecast.error().message);
        // Once what is new has been laid out.
        QTimer::singleShot(0, this, [this] {
            m_isLoaded = true;
            Q_EMIT loaded();
        });
    });
}

void ForecastBox::show(const ProductForecast &forecast)
{
    const bool isOther = !m_forecast || m_forecast->product != forecast.product;
    m_forecast = forecast;
    m_quality->setText(qualityOf(forecast));
    if (isOther)
        m_sliders->setTerms(forecast.terms, m_session.currency());
    showOverrides(forecast.overrides);
    showAnswer();
}

void ForecastBox::showAnswer()
{
    if (!m_forecast)
        return;
    const WhatIfAnswer answer = answerOf(*m_forecast, m_sliders->question());
    m_plot->setSheet(forecastSheet(*m_forecast, answer.forecast));
    StoredSuggestion told = m_planned.value_or(StoredSuggestion());
    if (!m_planned || m_sliders->isAsked())
        told = withBuying(told, answer.buying);
    const QString units = told.needed > 0
                              ? tr("%1 of %2, for the budget pays for no more").arg(numberText(told.units), numberText(told.needed))
                              : numberText(told.units);
    m_answer->setText(tr("%1 a day are expected; up to %2 are needed until the next order after this one has arrived: order %3.")
                          .arg(spokenADay(told), unitsText(told.orderUpTo), units));
    Q_EMIT whatIfChanged();
}

std::optional<WhatIfAnswer> ForecastBox::whatIf() const
{
    return m_forecast && m_sliders->isAsked() ? std::optional(answerOf(*m_forecast, m_sliders->question())) : std::nullopt;
}

void ForecastBox::showOverrides(const Overrides &overrides)
{
    QStringList lines;
    for (const StoredOverride &each : overrides.standing) {
        lines += tr("%1 to %2: %3 expected instead of %4 — “%5”, %6.")
                     .arg(dayText(each.first), dayText(each.last), numberText(each.units),
                          QLocale().toString(each.said, 'f', each.said < 10 ? 1 : 0), each.reason, each.actor);
    }
    if (const QString accuracy = accuracyText(overrides.accuracy); !accuracy.isEmpty())
        lines += accuracy;
    m_overrides->setText(lines.join(u'\n'));
    m_overrides->setVisible(!lines.isEmpty());
    m_end->setVisible(!overrides.standing.empty());
}

void ForecastBox::openForm()
{
    closeForm();
    const QDate today = m_session.today();
    const QString hint = tr("A day, +14, w2 or t");
    m_form = new EntryForm(QStringLiteral("overrideForm"), tr("Expect this"),
                           {{fromKey, tr("From"), dayText(today), hint},
                            {toKey, tr("To"), {}, hint},
                            {unitsKey, tr("Units in all these days")},
                            {reasonKey, tr("Reason")}});
    for (const QString &day : {fromKey, toKey})
        writeOutDays(m_form->editor(day), today);
    m_formPlace->addWidget(m_form);
    connect(m_form, &EntryForm::entered, this, &ForecastBox::keep);
    connect(m_form, &EntryForm::dismissed, this, &ForecastBox::closeForm);
    m_form->show();
    m_form->begin();
}

void ForecastBox::closeForm()
{
    if (m_form)
        m_form->leaveTo(m_otherwise);
    m_form = nullptr;
}

void ForecastBox::keep()
{
    const QDate today = m_session.today();
    const auto first = typedDay(m_form->text(fromKey), today, fromKey);
    const auto last = typedDay(m_form->text(toKey), today, toKey);
    const auto units = typedUnits(m_form->text(unitsKey), unitsKey);
    if (!first)
        return m_form->showError(first.error());
    if (!last)
        return m_form->showError(last.error());
    if (!units)
        return m_form->showError(units.error());
    const OverrideDraft draft{m_product, {}, first->value_or(QDate()), last->value_or(QDate()), *units, m_form->text(reasonKey)};
    m_form->setBusy(true);
    whenDone(jobs::keepOverride(m_session, draft), this, [this](const Result<StoredOverride> &kept) {
        if (!kept) {
            if (m_form)
                m_form->showError(kept.error());
            return;
        }
        closeForm();
        m_otherwise->setFocus();
        const auto takeBack = [session = &m_session, id = kept->id] { return jobs::endOverride(*session, id); };
        Q_EMIT done(tr("%1 are expected from %2 to %3.").arg(unitsText(kept->units), dayText(kept->first), dayText(kept->last)),
                    inverseBy(takeBack, tr("The forecast counts again.")));
    });
}

void ForecastBox::end(OverrideId id)
{
    whenDone(jobs::endOverride(m_session, id), this, [this](const Result<StoredOverride> &ended) {
        if (!ended) {
            Q_EMIT complained(ended.error().message);
            return;
        }
        const OverrideDraft again{ended->product, {}, std::max(ended->first, m_session.today()), ended->last, ended->units, ended->reason};
        const auto takeBack = [session = &m_session, again] { return jobs::keepOverride(*session, again); };
        Q_EMIT done(tr("The forecast counts again."), inverseBy(takeBack, tr("What was expected otherwise counts again.")));
    });
}

} // namespace waitline
