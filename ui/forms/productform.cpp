#include "ui/forms/productform.h"

#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace waitline {

namespace {

enum Backorders { Allowed, Refused, Limited };

QString orEmpty(const std::optional<Units> &units) { return units ? QString::number(*units) : QString(); }

/// Takes a typed value over, or leaves with its error.
template <typename T, typename Into>
Result<Done> take(const Result<T> &typed, Into into)
{
    if (!typed)
        return typed.error();
    into(*typed);
    return Done{};
}

} // namespace

ProductForm::ProductForm(const Currency &currency, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_currency(currency)
    , m_today(today)
    , m_backorders(new QComboBox)
    , m_policy(new QComboBox)
    , m_discontinued(new QCheckBox(tr("Discontinued: no more is bought")))
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 12, 0);
    m_column->setSpacing(8);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(sideScroll(content, tr("Fields of the product")));
    makeIdentity();
    makeSelling();
    makeBuying();
    m_column->addStretch();
    m_before = snapshot();
}

QGridLayout *ProductForm::addPart(const QString &title)
{
    QLabel *head = label(title);
    setTextSize(head, TextSize::Body, true);
    head->setContentsMargins(0, m_column->isEmpty() ? 0 : 12, 0, 0);
    m_column->addWidget(head);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    for (int third = 0; third < 3; ++third)
        grid->setColumnStretch(third, 1);
    m_column->addLayout(grid);
    return grid;
}

void ProductForm::addField(QGridLayout *part, FormField *field, int row, int column)
{
    m_fields += field;
    part->addWidget(field, row, column);
}

QLineEdit *ProductForm::addText(QGridLayout *part, const QString &key, const QString &text, int row, int column, const QString &hint)
{
    auto *editor = new QLineEdit;
    editor->setPlaceholderText(hint);
    addField(part, new FormField(key, text, editor), row, column);
    return editor;
}

void ProductForm::makeIdentity()
{
    QGridLayout *part = addPart(tr("What it is"));
    addText(part, QStringLiteral("sku"), tr("SKU"), 0, 0);
    auto *name = new QLineEdit;
    auto *field = new FormField(QStringLiteral("name"), tr("Name"), name);
    m_fields += field;
    part->addWidget(field, 0, 1, 1, 2);
    addText(part, QStringLiteral("price"), tr("Price (%1)").arg(m_currency.code), 1, 0, moneyToType(0, m_currency));
    addText(part, QStringLiteral("category"), tr("Category"), 1, 1);
    addText(part, QStringLiteral("barcode"), tr("Barcodes"), 1, 2, tr("A carton of 12: 4006…×12"))
        ->setToolTip(tr("Scan or type, with blanks between them; a carton's with what it holds: 4006381333931×12, or x12 or =12."));
}

void ProductForm::makeSelling()
{
    QGridLayout *part = addPart(tr("How it is sold before it is there"));
    writeOutDays(addText(part, QStringLiteral("release"), tr("Release day"), 0, 0, tr("None: sold at once")), m_today);
    addText(part, QStringLiteral("edition"), tr("Edition size"), 0, 1, tr("Not limited"));
    addText(part, QStringLiteral("per_customer"), tr("Limit for each customer"), 0, 2, tr("Not limited"));
    for (const auto &[choice, text] :
         {std::pair(Allowed, tr("Allow")), std::pair(Refused, tr("Refuse")), std::pair(Limited, tr("Allow at most…"))})
        m_backorders->addItem(text, choice);
    addField(part, new FormField(QStringLiteral("backorder_choice"), tr("Backorders"), m_backorders), 1, 0);
    QLineEdit *limit = addText(part, QStringLiteral("backorders"), tr("Units on backorder at most"), 1, 1);
    limit->setEnabled(false);
    connect(m_backorders, &QComboBox::currentIndexChanged, limit, [limit](int index) { limit->setEnabled(index == Limited); });
    addText(part, QStringLiteral("deposit"), tr("Deposit"), 1, 2, tr("None, or 20% or 5.00"));
    for (AllocationPolicy policy : allPolicies)
        m_policy->addItem(policyText(policy), int(policy));
    addField(part, new FormField(QStringLiteral("policy"), tr("Who is served first"), m_policy), 2, 0);
    m_discontinued->setObjectName(QStringLiteral("discontinued"));
    part->addWidget(m_discontinued, 2, 1, 1, 2, Qt::AlignBottom);
}

void ProductForm::makeBuying()
{
    QGridLayout *part = addPart(tr("How it is bought"));
    addText(part, QStringLiteral("supplier"), tr("Supplier"), 0, 0);
    addText(part, QStringLiteral("cost"), tr("Cost (%1)").arg(m_currency.code), 0, 1, moneyToType(0, m_currency));
    addText(part, QStringLiteral("lead_days"), tr("Lead time in days"), 0, 2, QStringLiteral("0"));
    addText(part, QStringLiteral("pack"), tr("Pack size"), 1, 0, QStringLiteral("1"));
    addText(part, QStringLiteral("minimum"), tr("Smallest purchase"), 1, 1, QStringLiteral("0"));
    addText(part, QStringLiteral("low_stock"), tr("Low at"), 1, 2, QStringLiteral("0"));
    addText(part, QStringLiteral("location"), tr("Where it stands"), 2, 0, tr("A-03-2: pick lists go by it"));
}

QString ProductForm::text(const QString &key) const { return static_cast<QLineEdit *>(fieldOf(m_fields, key)->editor())->text().trimmed(); }

void ProductForm::setText(const QString &key, const QString &text)
{
    static_cast<QLineEdit *>(fieldOf(m_fields, key)->editor())->setText(text);
}

QStringList ProductForm::snapshot() const
{
    QStringList values{m_backorders->currentText(), m_policy->currentText(), m_discontinued->isChecked() ? QStringLiteral("1") : QString()};
    for (const FormField *field : m_fields) {
        if (const auto *editor = qobject_cast<QLineEdit *>(field->editor()))
            values += editor->text();
    }
    return values;
}

void ProductForm::begin() { fieldOf(m_fields, QStringLiteral("sku"))->editor()->setFocus(); }

bool ProductForm::isDirty() const { return snapshot() != m_before; }

void ProductForm::setTerms(const ProductTerms &terms)
{
    const std::pair<const char *, QString> texts[] = {{"sku", terms.sku},
                                                      {"name", terms.name},
                                                      {"price", moneyToType(terms.price, m_currency)},
                                                      {"cost", moneyToType(terms.cost, m_currency)},
                                                      {"category", terms.category},
                                                      {"supplier", terms.supplier},
                                                      {"release", terms.release ? dayText(*terms.release) : QString()},
                                                      {"edition", orEmpty(terms.editionSize)},
                                                      {"per_customer", orEmpty(terms.customerLimit)},
                                                      {"deposit", terms.deposit.text(m_currency)},
                                                      {"lead_days", QString::number(terms.leadDays)},
                                                      {"pack", QString::number(terms.pack)},
                                                      {"minimum", QString::number(terms.minimumOrder)},
                                                      {"low_stock", QString::number(terms.lowStock)},
                                                      {"location", terms.location},
                                                      {"barcode", barcodesText(terms)}};
    for (const auto &[key, value] : texts)
        setText(QString::fromLatin1(key), value);
    m_backorders->setCurrentIndex(!terms.backorderLimit ? Allowed : *terms.backorderLimit == 0 ? Refused : Limited);
    setText(QStringLiteral("backorders"), terms.backorderLimit.value_or(0) > 0 ? orEmpty(terms.backorderLimit) : QString());
    m_policy->setCurrentIndex(m_policy->findData(int(terms.policy)));
    m_discontinued->setChecked(terms.discontinued);
    m_before = snapshot();
}

void ProductForm::proposeDeposit(const DepositTerms &deposit)
{
    const bool wasDirty = isDirty();
    if (text(QStringLiteral("deposit")).isEmpty())
        setText(QStringLiteral("deposit"), deposit.text(m_currency));
    if (!wasDirty)
        m_before = snapshot();
}

Result<Done> ProductForm::readSelling(ProductTerms &terms) const
{
    if (auto done =
            take(typedDay(text(QStringLiteral("release")), m_today, QStringLiteral("release")), [&](auto day) { terms.release = day; });
        !done)
        return done;
    if (auto done = take(typedUnitsOrNone(text(QStringLiteral("edition")), QStringLiteral("edition")),
                         [&](auto size) { terms.editionSize = size; });
        !done)
        return done;
    if (auto done = take(typedUnitsOrNone(text(QStringLiteral("per_customer")), QStringLiteral("per_customer")),
                         [&](auto limit) { terms.customerLimit = limit; });
        !done)
        return done;
    terms.backorderLimit.reset();
    if (m_backorders->currentIndex() == Refused)
        terms.backorderLimit = 0;
    if (m_backorders->currentIndex() == Limited) {
        if (auto done = take(typedUnits(text(QStringLiteral("backorders")), QStringLiteral("backorders")),
                             [&](Units limit) { terms.backorderLimit = limit; });
            !done)
            return done;
    }
    terms.policy = AllocationPolicy(m_policy->currentData().toInt());
    terms.discontinued = m_discontinued->isChecked();
    return take(DepositTerms::parse(text(QStringLiteral("deposit")), m_currency),
                [&](const DepositTerms &deposit) { terms.deposit = deposit; });
}

Result<Done> ProductForm::readBuying(ProductTerms &terms) const
{
    const auto units = [this](const char *key, Units otherwise, auto into) {
        const QString field = QString::fromLatin1(key);
        return take(typedUnitsOrNone(text(field), field), [&](const std::optional<Units> &typed) { into(typed.value_or(otherwise)); });
    };
    constexpr Units beyondAnyLeadTime = 1'000'000; // refused with its limits
    if (auto done =
            units("lead_days", 0, [&](Units days) { terms.leadDays = int(std::clamp(days, -beyondAnyLeadTime, beyondAnyLeadTime)); });
        !done)
        return done;
    if (auto done = units("pack", 1, [&](Units pack) { terms.pack = pack; }); !done)
        return done;
    if (auto done = units("minimum", 0, [&](Units minimum) { terms.minimumOrder = minimum; }); !done)
        return done;
    return units("low_stock", 0, [&](Units low) { terms.lowStock = low; });
}

Result<ProductTerms> ProductForm::read() const
{
    ProductTerms terms;
    terms.sku = text(QStringLiteral("sku"));
    terms.name = text(QStringLiteral("name"));
    terms.category = text(QStringLiteral("category"));
    terms.supplier = text(QStringLiteral("supplier"));
    terms.location = text(QStringLiteral("location"));
    if (auto done = readBarcodes(text(QStringLiteral("barcode")), terms); !done)
        return done.error();
    for (const auto &[key, amount] : {std::pair("price", &terms.price), std::pair("cost", &terms.cost)}) {
        const QString field = QString::fromLatin1(key);
        if (text(field).isEmpty())
            continue;
        if (auto done = take(typedMoney(text(field), m_currency, field), [into = amount](Money typed) { *into = typed; }); !done)
            return done.error();
    }
    if (auto done = readSelling(terms); !done)
        return done.error();
    if (auto done = readBuying(terms); !done)
        return done.error();
    if (auto valid = validate(terms); !valid)
        return valid.error();
    return terms;
}

Result<ProductTerms> ProductForm::terms()
{
    clearProblems(m_fields);
    auto read = this->read();
    if (!read)
        showError(read.error());
    return read;
}

bool ProductForm::showError(const Error &error) { return showProblem(m_fields, error); }

void takeChanges(const ProductTerms &before, const ProductTerms &after, ProductTerms &terms)
{
    const auto take = [&](auto ProductTerms::*member) {
        if (before.*member != after.*member)
            terms.*member = after.*member;
    };
    take(&ProductTerms::sku);
    take(&ProductTerms::name);
    take(&ProductTerms::price);
    take(&ProductTerms::cost);
    take(&ProductTerms::category);
    take(&ProductTerms::supplier);
    take(&ProductTerms::release);
    take(&ProductTerms::editionSize);
    take(&ProductTerms::customerLimit);
    take(&ProductTerms::backorderLimit);
    take(&ProductTerms::deposit);
    take(&ProductTerms::policy);
    take(&ProductTerms::leadDays);
    take(&ProductTerms::pack);
    take(&ProductTerms::minimumOrder);
    take(&ProductTerms::lowStock);
    take(&ProductTerms::discontinued);
    take(&ProductTerms::barcodes);
    take(&ProductTerms::packs);
    take(&ProductTerms::location);
}

} // namespace waitline
