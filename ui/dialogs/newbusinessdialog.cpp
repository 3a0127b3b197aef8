#include "ui/dialogs/newbusinessdialog.h"

#include "models/domain/currencycodes.h"
#include "ui/forms/formfield.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace waitline {

namespace {

/// The currency of where the desk stands; a locale without a country has none.
QString localCurrency()
{
    const auto local = Currency::fromCode(QLocale().currencySymbol(QLocale::CurrencyIsoCode));
    return local ? local->code : Currency{}.code;
}

} // namespace

NewBusinessDialog::NewBusinessDialog(Prompts &prompts, const QString &next, QWidget *parent)
    : FormDialog(prompts, tr("New business"), next, parent)
    , m_currency(new QLineEdit(localCurrency()))
    , m_field(new FormField(QStringLiteral("currency"), tr("Currency"), m_currency))
{
    setObjectName(QStringLiteral("newBusinessDialog"));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_currency->setPlaceholderText(tr("Three letters, such as EUR"));
    m_currency->selectAll();
    m_field->setMaximumWidth(240);
    QLabel *why = mutedLabel(tr("All its prices and amounts are in this currency. It can be changed until the first product has a price."));
    why->setWordWrap(true);
    why->setMinimumWidth(360);
    column->addWidget(m_field);
    column->addWidget(why);
    setForm(form);
    connect(m_currency, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    m_currency->setFocus();
}

void NewBusinessDialog::save()
{
    clearProblems({m_field});
    const auto currency = enteredCurrency(m_currency->text());
    if (!currency) {
        showProblem({m_field}, currency.error());
        return;
    }
    accept();
    Q_EMIT chosen(*currency);
}

} // namespace waitline
