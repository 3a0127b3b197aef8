#include "ui/dialogs/columnmapdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {

struct Word {
    QStringView field;
    const char *word;
};

constexpr Word words[] = {
    {u"sku", QT_TRANSLATE_NOOP("Import", "SKU")},
    {u"name", QT_TRANSLATE_NOOP("Import", "Name")},
    {u"price", QT_TRANSLATE_NOOP("Import", "Price")},
    {u"cost", QT_TRANSLATE_NOOP("Import", "Cost")},
    {u"release", QT_TRANSLATE_NOOP("Import", "Release day")},
    {u"edition", QT_TRANSLATE_NOOP("Import", "Edition size")},
    {u"per-customer", QT_TRANSLATE_NOOP("Import", "Limit per customer")},
    {u"backorders", QT_TRANSLATE_NOOP("Import", "Backorders")},
    {u"deposit", QT_TRANSLATE_NOOP("Import", "Deposit")},
    {u"policy", QT_TRANSLATE_NOOP("Import", "Policy")},
    {u"lead-days", QT_TRANSLATE_NOOP("Import", "Lead time in days")},
    {u"pack", QT_TRANSLATE_NOOP("Import", "Pack size")},
    {u"minimum", QT_TRANSLATE_NOOP("Import", "Minimum order")},
    {u"low stock", QT_TRANSLATE_NOOP("Import", "Low stock level")},
    {u"stock", QT_TRANSLATE_NOOP("Import", "Stock on hand")},
    {u"discontinued", QT_TRANSLATE_NOOP("Import", "Discontinued")},
    {u"barcode", QT_TRANSLATE_NOOP("Import", "Barcode")},
    {u"category", QT_TRANSLATE_NOOP("Import", "Category")},
    {u"supplier", QT_TRANSLATE_NOOP("Import", "Supplier")},
    {u"location", QT_TRANSLATE_NOOP("Import", "Location")},
    {u"code", QT_TRANSLATE_NOOP("Import", "Code")},
    {u"contact", QT_TRANSLATE_NOOP("Import", "Contact")},
    {u"email", QT_TRANSLATE_NOOP("Import", "E-mail")},
    {u"phone", QT_TRANSLATE_NOOP("Import", "Phone")},
    {u"street", QT_TRANSLATE_NOOP("Import", "Street")},
    {u"city", QT_TRANSLATE_NOOP("Import", "City")},
    {u"postcode", QT_TRANSLATE_NOOP("Import", "Postcode")},
    {u"country", QT_TRANSLATE_NOOP("Import", "Country")},
    {u"note", QT_TRANSLATE_NOOP("Import", "Note")},
    {u"reference", QT_TRANSLATE_NOOP("Import", "Reference")},
    {u"customer", QT_TRANSLATE_NOOP("Import", "Customer")},
    {u"placed", QT_TRANSLATE_NOOP("Import", "Day placed")},
    {u"units", QT_TRANSLATE_NOOP("Import", "Units")},
    {u"total", QT_TRANSLATE_NOOP("Import", "Total")},
    {u"priority", QT_TRANSLATE_NOOP("Import", "Priority")},
    {u"complete", QT_TRANSLATE_NOOP("Import", "Ship complete")},
    {u"promise", QT_TRANSLATE_NOOP("Import", "Promised day")},
    {u"cancelled-at", QT_TRANSLATE_NOOP("Import", "Day cancelled")},
    {u"cancelled", QT_TRANSLATE_NOOP("Import", "Units cancelled")},
    {u"shipped", QT_TRANSLATE_NOOP("Import", "Units shipped")},
    {u"paid", QT_TRANSLATE_NOOP("Import", "Paid")},
    {u"refunded", QT_TRANSLATE_NOOP("Import", "Refunded")},
    {u"campaign", QT_TRANSLATE_NOOP("Import", "Campaign")},
    {u"channel", QT_TRANSLATE_NOOP("Import", "Channel")},
    {u"expected", QT_TRANSLATE_NOOP("Import", "Day expected")},
    {u"received", QT_TRANSLATE_NOOP("Import", "Units received")},
    {u"date", QT_TRANSLATE_NOOP("Import", "Day")},
};

QString holds(FileFormat format)
{
    switch (format) {
    case FileFormat::Orders: return ColumnMapDialog::tr("Orders: a customer waits for a product");
    case FileFormat::Products: return ColumnMapDialog::tr("Products");
    case FileFormat::Customers: return ColumnMapDialog::tr("Customers");
    case FileFormat::Purchases: return ColumnMapDialog::tr("Purchases from suppliers");
    case FileFormat::Suppliers: return ColumnMapDialog::tr("Suppliers");
    case FileFormat::History: return ColumnMapDialog::tr("Sales of the past");
    default: return formatWord(format);
    }
}

} // namespace

QString fieldWord(const QString &field)
{
    const auto *found = std::find_if(std::begin(words), std::end(words), [&](const Word &word) { return word.field == field; });
    return found == std::end(words) ? field : QCoreApplication::translate("Import", found->word);
}

ColumnMapDialog::ColumnMapDialog(const QString &fileName, const FileLook &look, const std::optional<ColumnChoice> &before, QWidget *parent)
    : QDialog(parent)
    , m_look(look)
    , m_format(new QComboBox)
    , m_area(new QScrollArea)
    , m_missing(problemLabel())
    , m_use(primaryButton(tr("Use these columns")))
{
    setObjectName(QStringLiteral("columnMapDialog"));
    setWindowTitle(tr("Columns of %1").arg(fileName));
    resize(fittingSize(*this, {760, 600}));
    m_format->setObjectName(QStringLiteral("holds"));
    m_format->setAccessibleName(tr("What the file holds"));
    for (const FileFormat format : plainFormats)
        m_format->addItem(holds(format), formatWord(format));
    const auto first = before ? std::optional(before->format) : look.format;
    m_format->setCurrentIndex(qMax(0, first ? m_format->findData(formatWord(*first)) : 0));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    auto *name = mutedLabel(m_format->accessibleName());
    name->setBuddy(m_format);
    top->addWidget(name);
    top->addWidget(m_format, 1);
    QPushButton *asFound = pushButton(tr("As the names tell"));
    asFound->setObjectName(QStringLiteral("asFound"));
    top->addWidget(asFound);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = pushButton(tr("Cancel"));
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(m_area, 1);
    column->addLayout(buttons);
    m_use->setObjectName(QStringLiteral("useColumns"));
    m_use->setShortcut(Qt::CTRL | Qt::Key_Return);
    connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(asFound, &QPushButton::clicked, this, &ColumnMapDialog::proposeAsFound);
    connect(m_format, &QComboBox::activated, this, &ColumnMapDialog::proposeAsFound);
    showFields(before ? before->map : std::vector<std::pair<QString, QString>>());
    m_format->setFocus();
}

FileFormat ColumnMapDialog::format() const { return plainFormats[size_t(m_format->currentIndex())]; }

void ColumnMapDialog::proposeAsFound() { showFields({}); }

void ColumnMapDialog::showFields(const std::vector<std::pair<QString, QString>> &map)
{
    m_rows.clear();
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    int at = 0;
    for (const QString &head : {tr("Field"), tr("Column of the file"), tr("Its first values")})
        grid->addWidget(mutedLabel(head, TextSize::Caption), 0, at++);
    for (const FoundField &field : m_look.found(format())) {
        const auto said = std::find_if(map.begin(), map.end(), [&](const auto &each) { return each.first == field.name; });
        addRow(grid, field, said == map.end() ? field.column : int(m_look.columns.indexOf(said->second)));
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_area->setWidget(form);
    QWidget *before = m_format;
    for (const Row &row : m_rows) {
        setTabOrder(before, row.column);
        before = row.column;
    }
    tellWhatIsMissing();
}

void ColumnMapDialog::addRow(QGridLayout *grid, const FoundField &field, int column)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("column-") + field.name);
    box->setAccessibleName(tr("Column of %1").arg(fieldWord(field.name)));
    box->setMinimumContentsLength(18);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(tr("– none –"));
    box->addItems(m_look.columns);
    box->setCurrentIndex(column + 1);
    auto *values = mutedLabel(m_look.sampleOf(column));
    values->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *name = label(fieldWord(field.name));
    name->setBuddy(box);
    const int row = grid->rowCount();
    grid->addWidget(name, row, 0);
    grid->addWidget(box, row, 1);
    grid->addWidget(values, row, 2);
    connect(box, &QComboBox::currentIndexChanged, this, [this, values](int index) {
        values->setText(m_look.sampleOf(index - 1));
        tellWhatIsMissing();
    });
    m_rows.push_back({field, box});
}

void ColumnMapDialog::tellWhatIsMissing()
{
    Header header = Header::ofNames(m_look.columns);
    for (const Row &row : m_rows)
        header.mapAt(row.field.name, row.column->currentIndex() - 1);
    const QString missing = missingField(format(), header);
    sayProblem(m_missing, missing.isEmpty() ? QString() : tr("Choose the column that holds this field: %1.").arg(fieldWord(missing)));
    m_use->setEnabled(missing.isEmpty());
}

ColumnChoice ColumnMapDialog::choice() const
{
    ColumnChoice choice{format(), {}};
    for (const Row &row : m_rows) {
        if (const int column = row.column->currentIndex() - 1; column != row.field.column)
            choice.map.emplace_back(row.field.name, m_look.columns.value(column));
    }
    return choice;
}

} // namespace waitline
