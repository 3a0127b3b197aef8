#include "ui/dialogs/purchasedialog.h"

#include "models/services/receivingjobs.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/messagebar.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>

namespace waitline {

namespace {

enum Column { Sku, Units_, Cost };

void addField(QGridLayout *grid, int column, const QString &name, QLineEdit *field)
{
    QLabel *caption = mutedLabel(name);
    caption->setBuddy(field);
    field->setAccessibleName(name);
    grid->addWidget(caption, 0, column);
    grid->addWidget(field, 1, column);
}

std::optional<Units> unitsOf(const QString &text)
{
    bool isNumber = false;
    const Units units = QLocale().toLongLong(text, &isNumber);
    return isNumber ? std::optional(units) : std::nullopt;
}

/// Money as typed, with the locale's decimal point or a plain one.
Result<Money> moneyOf(QString text, const Currency &currency)
{
    text.remove(QLocale().groupSeparator());
    return currency.parse(text.replace(QLocale().decimalPoint(), QStringLiteral(".")), QStringLiteral("cost"));
}

} // namespace

PurchaseDialog::PurchaseDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_supplier(new QLineEdit)
    , m_expected(new DayField(session.today()))
    , m_reference(new QLineEdit)
    , m_lines(new LinesGrid({tr("SKU or barcode"), tr("Units"), tr("Cost each, %1").arg(session.currency().code)},
                            QStringLiteral("purchaseLines"), tr("Lines of the purchase")))
    , m_message(new MessageBar)
    , m_place(primaryButton(tr("Place purchase")))
{
    setWindowTitle(tr("New purchase"));
    setObjectName(QStringLiteral("purchaseDialog"));
    m_supplier->setObjectName(QStringLiteral("supplier"));
    m_expected->setObjectName(QStringLiteral("expected"));
    m_reference->setObjectName(QStringLiteral("purchaseReference"));
    m_place->setObjectName(QStringLiteral("placePurchase"));
    m_place->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    layOut();
    connect(m_place, &QPushButton::clicked, this, &PurchaseDialog::place);
    connect(m_lines, &LinesGrid::finished, m_place, [this] { m_place->setFocus(); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this, &PurchaseDialog::place);
    connect(m_supplier, &QLineEdit::returnPressed, m_expected, [this] { m_expected->setFocus(); });
    connect(m_expected, &QLineEdit::returnPressed, m_reference, [this] { m_reference->setFocus(); });
    connect(m_reference, &QLineEdit::returnPressed, m_lines, [this] { m_lines->setFocus(); });
}

void PurchaseDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(m_message);
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(16);
    fields->setVerticalSpacing(4);
    addField(fields, 0, tr("Supplier"), m_supplier);
    addField(fields, 1, tr("Expected on"), m_expected);
    addField(fields, 2, tr("Reference (optional)"), m_reference);
    fields->setColumnStretch(0, 2);
    fields->setColumnStretch(1, 1);
    fields->setColumnStretch(2, 1);
    column->addLayout(fields);
    m_lines->setColumnWidth(Sku, 260);
    m_lines->setColumnWidth(Units_, 120);
    column->addWidget(m_lines, 1);
    QLabel *hint = mutedLabel(
        tr("Enter goes on; Ctrl+V pastes rows “SKU, units, cost” of a spreadsheet. Without a cost, the product's own is taken."));
    hint->setWordWrap(true);
    column->addWidget(hint);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = pushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_place);
    column->addLayout(buttons);
    resize(680, 480);
}

bool PurchaseDialog::readLines(PurchaseDraft &draft)
{
    m_lines->clearMarks();
    QString first;
    const auto complain = [&](int row, int column, const QString &sentence) {
        m_lines->mark(row, column, sentence);
        if (first.isEmpty()) {
            first = sentence;
            m_lines->setCurrentCell(row, column);
        }
    };
    for (const auto &[row, cells] : m_lines->lines()) {
        PurchaseLineDraft line{cells[Sku], 0, {}};
        const auto units = unitsOf(cells[Units_]);
        if (line.sku.isEmpty())
            complain(row, Sku, tr("Line %1 has no SKU: enter one or take the line out.").arg(row + 1));
        if (!units)
            complain(row, Units_, tr("The units of line %1 are not a number: enter how many are bought.").arg(row + 1));
        line.units = units.value_or(0);
        if (!cells[Cost].isEmpty()) {
            const auto cost = moneyOf(cells[Cost], m_session.currency());
            if (cost)
                line.unitCost = *cost;
            else
                complain(row, Cost, tr("The cost of line %1 cannot be read: %2").arg(row + 1).arg(cost.error().message));
        }
        draft.lines.push_back(line);
    }
    if (!first.isEmpty())
        m_message->say(MessageBar::Kind::Problem, first);
    return first.isEmpty();
}

void PurchaseDialog::place()
{
    m_message->clear();
    m_place->setFocus(); // a cell that is being edited counts too
    PurchaseDraft draft{m_supplier->text().trimmed(), {}, m_expected->day(), m_reference->text().trimmed()};
    if (!m_place->isEnabled() || !readLines(draft))
        return;
    m_place->setEnabled(false);
    jobs::placePurchase(m_session, draft).then(this, [this](const Result<StoredPurchase> &purchase) {
        m_place->setEnabled(true);
        if (!purchase)
            return sayProblem(purchase.error());
        Q_EMIT placed(*purchase);
        accept();
    });
}

void PurchaseDialog::sayProblem(const Error &error)
{
    m_message->say(MessageBar::Kind::Problem, error.message);
    if (error.field == u"supplier")
        m_supplier->setFocus();
    else if (error.field == u"expected")
        m_expected->setFocus();
    else if (error.field == u"reference")
        m_reference->setFocus();
    else
        m_lines->setFocus();
}

} // namespace waitline
