#include "ui/dialogs/settingsdialog.h"

#include "models/domain/currencycodes.h"
#include "models/services/noticejobs.h"
#include "ui/forms/typed.h"
#include "ui/widgets/fitting.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

SettingsDialog::SettingsDialog(Session &session, Prompts &prompts, QWidget *parent)
    : FormDialog(prompts, tr("Settings of the business"), tr("Save settings"), parent)
    , m_session(session)
    , m_form(new QWidget)
{
    setObjectName(QStringLiteral("settingsDialog"));
    resize(fittingSize(*this, {520, 560}));
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addText(QStringLiteral("business"), tr("Name of the business"), tr("Under its notices and on its papers"), &StoreSettings::business);
    addAddress();
    addText(QStringLiteral("email"), tr("E-mail address"), tr("From which its notices come"), &StoreSettings::email);
    addCurrency();
    addDeposit();
    addNumber(QStringLiteral("consent_days"), tr("Days customers have to answer a delay"), &StoreSettings::consentDays);
    addNumber(QStringLiteral("over_receipt"), tr("More than ordered that is received without asking, in %"),
              &StoreSettings::overReceiptPercent);
    addChoice(QStringLiteral("full_balance"), tr("Nothing ships before all of the order is paid"), &StoreSettings::fullBalanceFirst);
    column->addStretch();
    setForm(m_form);
    m_fields.front()->editor()->setFocus();
    read();
}

QLineEdit *SettingsDialog::addField(const QString &key, const QString &label, const QString &hint)
{
    auto *editor = new QLineEdit;
    editor->setPlaceholderText(hint);
    m_fields += new FormField(key, label, editor);
    m_form->layout()->addWidget(m_fields.back());
    return editor;
}

void SettingsDialog::addText(const QString &key, const QString &label, const QString &hint, QString StoreSettings::*member)
{
    QLineEdit *editor = addField(key, label, hint);
    m_settings.push_back({[=](const StoreSettings &settings) { editor->setText(settings.*member); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              settings.*member = editor->text().trimmed();
                              return Done{};
                          }});
}

void SettingsDialog::addNumber(const QString &key, const QString &label, int StoreSettings::*member)
{
    QLineEdit *editor = addField(key, label, {});
    m_settings.push_back({[=](const StoreSettings &settings) { editor->setText(QString::number(settings.*member)); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              const auto number = typedUnits(editor->text(), key);
                              if (!number)
                                  return number.error();
                              constexpr Units farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
                              settings.*member = int(std::clamp(*number, -farthest, farthest));
                              return Done{};
                          }});
}

void SettingsDialog::addChoice(const QString &key, const QString &text, bool StoreSettings::*member)
{
    auto *box = new QCheckBox(text);
    box->setObjectName(key);
    m_form->layout()->addWidget(box);
    m_settings.push_back({[=](const StoreSettings &settings) { box->setChecked(settings.*member); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              settings.*member = box->isChecked();
                              return Done{};
                          }});
}

void SettingsDialog::addAddress()
{
    constexpr int linesSeen = 3;
    auto *editor = new QPlainTextEdit;
    editor->setTabChangesFocus(true);
    editor->setPlaceholderText(tr("On its papers, line by line"));
    editor->setFixedHeight(linesSeen * editor->fontMetrics().lineSpacing() + 16);
    m_fields += new FormField(QStringLiteral("address"), tr("Address"), editor);
    m_form->layout()->addWidget(m_fields.back());
    m_settings.push_back({[=](const StoreSettings &settings) { editor->setPlainText(settings.address); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              settings.address = editor->toPlainText().trimmed();
                              return Done{};
                          }});
}

void SettingsDialog::addCurrency()
{
    QLineEdit *editor = addField(QStringLiteral("currency"), tr("Currency"), tr("Three letters, such as EUR"));
    editor->setToolTip(tr("It can be changed while there are no products."));
    m_settings.push_back({[=](const StoreSettings &settings) { editor->setText(settings.currency.code); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              const auto currency = enteredCurrency(editor->text());
                              if (!currency)
                                  return currency.error();
                              settings.currency = *currency;
                              return Done{};
                          }});
}

void SettingsDialog::addDeposit()
{
    QLineEdit *editor = addField(QStringLiteral("deposit"), tr("Deposit of new products"), tr("None, or 20% or 5.00"));
    m_settings.push_back({[=](const StoreSettings &settings) { editor->setText(settings.deposit.text(settings.currency)); },
                          [=](StoreSettings &settings) -> Result<Done> {
                              const auto deposit = DepositTerms::parse(editor->text(), settings.currency);
                              if (!deposit)
                                  return deposit.error();
                              settings.deposit = *deposit;
                              return Done{};
                          }});
}

void SettingsDialog::read()
{
    setBusy(true);
    whenDone(jobs::storeSettings(m_session), this, [this](const Result<StoreSettings> &settings) {
        if (!settings)
            return complain(settings.error().message);
        setBusy(false);
        m_before = *settings;
        m_isRead = true;
        for (const Setting &setting : m_settings)
            setting.show(*settings);
    });
}

Result<StoreSettings> SettingsDialog::entered() const
{
    StoreSettings settings = m_before;
    for (const Setting &setting : m_settings) {
        if (auto taken = setting.take(settings); !taken)
            return taken.error();
    }
    return settings;
}

bool SettingsDialog::isDirty() const
{
    const auto settings = entered();
    return m_isRead && (!settings || *settings != m_before);
}

void SettingsDialog::save()
{
    clearProblems(m_fields);
    const auto settings = entered();
    if (!settings) {
        showProblem(m_fields, settings.error());
        return;
    }
    setBusy(true);
    whenDone(jobs::changeSettings(m_session, *settings), this, [this](const Result<StoreSettings> &changed) {
        setBusy(false);
        if (changed) {
            Q_EMIT saved(*changed, m_before);
            accept();
        } else if (!showProblem(m_fields, changed.error())) {
            complain(changed.error().message);
        }
    });
}

} // namespace waitline
