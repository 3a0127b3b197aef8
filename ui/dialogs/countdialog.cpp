#include "ui/dialogs/countdialog.h"

#include "models/domain/scantext.h"
#include "models/services/searchjobs.h"
#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/variancemodel.h"
#include "ui/countundo.h"
#include "ui/delegates/productpickdelegate.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/scannerkeys.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scanfield.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waitline {

namespace {
enum Column { Sku, Counted, Expected };
} // namespace

CountDialog::CountDialog(Session &session, Prompts &prompts, QWidget *parent)
    : FormDialog(prompts, tr("Count stock"), tr("Review…"), parent)
    , m_session(session)
    , m_steps(new QStackedWidget)
    , m_unknown(new MessageBar)
    , m_scan(new ScanField(QStringLiteral("countScan"), tr("Scan or type a code"), tr("Scan a product, or type its SKU")))
    , m_scanned(mutedLabel(tr("Each scan counts one; 12* before a code counts twelve.")))
    , m_showExpected(new QCheckBox(tr("Show what should be there")))
    , m_lines(new LinesGrid({tr("Product"), tr("Counted"), tr("On hand")}, QStringLiteral("countLines"), tr("What was counted")))
    , m_variances(new VarianceModel(session.currency(), this))
    , m_table(new DataTable(QStringLiteral("varianceTable"), tr("What the count changes")))
    , m_finding(label({}))
    , m_reason(new QLineEdit)
    , m_reasonField(new FormField(QStringLiteral("reason"), tr("Reason"), m_reason))
    , m_back(addButton(tr("Back to counting"), QStringLiteral("backToCounting")))
{
    setObjectName(QStringLiteral("countDialog"));
    resize(fittingSize(*this, {860, 560}));
    m_steps->addWidget(makeSheet());
    m_steps->addWidget(makeReview());
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_unknown);
    column->addWidget(m_steps, 1);
    setForm(form);
    m_unknown->setObjectName(QStringLiteral("unknownCodes"));
    connect(m_unknown, &MessageBar::closed, this, [this] { m_unknownCodes.clear(); });
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &CountDialog::backToCounting);
    connect(m_scan, &ScanField::entered, this, &CountDialog::scan);
    auto *scanner = new ScannerKeys(*this);
    connect(scanner, &ScannerKeys::scanned, this, &CountDialog::readScanner);
    scanner->setListening(true);
    connect(m_scan, &ScanField::leaveAsked, this, &CountDialog::reject);
    connect(m_lines, &LinesGrid::finished, this, [this] { focusSave(); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    connect(m_showExpected, &QCheckBox::toggled, this, &CountDialog::showExpected);
    m_scan->setFocus();
}

QWidget *CountDialog::makeSheet()
{
    m_scanned->setObjectName(QStringLiteral("countScanned"));
    m_showExpected->setObjectName(QStringLiteral("showExpected"));
    m_lines->setItemDelegateForColumn(Sku, new ProductPickDelegate(m_session, tr("Product"), this));
    // The product gives way: it is said above, and what is counted of it stands nowhere else.
    m_lines->horizontalHeader()->setStretchLastSection(false);
    m_lines->horizontalHeader()->setSectionResizeMode(Sku, QHeaderView::Stretch);
    m_lines->setColumnWidth(Counted, 104);
    m_lines->setColumnWidth(Expected, 104);
    m_lines->setTold(Expected);
    m_lines->setNumbers({Counted, Expected});
    m_lines->setColumnHidden(Expected, true);
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_scan);
    column->addWidget(m_scanned);
    column->addWidget(m_lines, 1);
    column->addWidget(m_showExpected);
    return sheet;
}

QWidget *CountDialog::makeReview()
{
    m_table->setModel(m_variances);
    m_table->setGivingWay({VarianceModel::Name, VarianceModel::Value});
    m_table->restoreColumns({11, 16, 6, 6, 6, 10, 6}, VarianceModel::Name, DataTable::Arrows::No);
    m_finding->setObjectName(QStringLiteral("countFinding"));
    m_finding->setWordWrap(true);
    m_reason->setText(tr("Stock count"));
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_finding);
    column->addWidget(m_table, 1);
    column->addWidget(m_reasonField);
    return part;
}

bool CountDialog::isDirty() const { return !m_lines->lines().empty(); }

void CountDialog::readScanner(const QString &code)
{
    if (m_step == Review)
        return m_finding->setText(tr("“%1” is not counted: go back to counting, then scan it again.").arg(code));
    scan(m_scan->takeTimes() + code);
}

void CountDialog::scan(const QString &text)
{
    const ScanText typed = readScan(text);
    if (typed.kind == ScanText::Kind::Times)
        return m_scan->setText(text);
    if (typed.kind == ScanText::Kind::NoTimes)
        return m_scanned->setText(noTimesText(typed.code));
    whenDone(jobs::resolveScan(m_session, typed.code), this, [this, typed](const Result<ScannedProduct> &product) {
        if (!product) {
            m_scanned->setText(product.error().message);
            return keepUnknown(typed.code);
        }
        addUnits(*product, typed.times * product->units);
        if (m_unknownCodes.removeAll(typed.code) > 0)
            showUnknown();
    });
}

void CountDialog::keepUnknown(const QString &code)
{
    if (!m_unknownCodes.contains(code))
        m_unknownCodes += code;
    showUnknown();
}

/// While counting and in the review, until each is a product's or somebody has read it and closed it.
void CountDialog::showUnknown()
{
    constexpr qsizetype mostNamed = 6;
    if (m_unknownCodes.isEmpty())
        return m_unknown->clear();
    QString named = m_unknownCodes.first(qMin(mostNamed, m_unknownCodes.size())).join(QStringLiteral(", "));
    if (m_unknownCodes.size() > mostNamed)
        named = tr("%1 and %2 more").arg(named, numberText(m_unknownCodes.size() - mostNamed));
    m_unknown->say(
        MessageBar::Kind::Problem,
        tr("Codes of no product, which are not counted: %1. Add them to products and scan them again, or leave them out.").arg(named));
}

void CountDialog::addUnits(const ScannedProduct &product, Units units)
{
    int row = 0;
    Units before = 0;
    for (const auto &[known, cells] : m_lines->lines()) {
        row = known + 1;
        if (cells[Sku] != product.sku)
            continue;
        row = known;
        const auto counted = typedUnits(cells[Counted], QStringLiteral("line"));
        before = counted ? *counted : 0;
        break;
    }
    m_lines->setLine(row, {product.sku, numberText(before + units)});
    m_lines->setCurrentCell(row, Counted);
    m_scanned->setText(tr("%1, %2: %3").arg(product.sku, product.name, unitsText(before + units)));
    showExpected();
}

std::optional<std::vector<CountedLine>> CountDialog::sheet()
{
    m_lines->clearMarks();
    std::vector<CountedLine> counted;
    for (const auto &[row, cells] : m_lines->lines()) {
        const auto wrong = [&, row = row](int column, const QString &sentence) {
            m_lines->mark(row, column, sentence);
            m_lines->setCurrentCell(row, column);
            m_lines->setFocus();
            complain(sentence);
        };
        const auto units = typedUnits(cells[Counted], QStringLiteral("line"));
        if (cells[Sku].isEmpty()) {
            wrong(Sku, tr("Line %1 has no product: enter one or take the line out with Ctrl+Del.").arg(row + 1));
            return std::nullopt;
        }
        if (!units) {
            wrong(Counted, tr("The units of %1 are not a number: enter how many were found.").arg(cells[Sku]));
            return std::nullopt;
        }
        counted.push_back({cells[Sku], *units, {}});
    }
    return counted;
}

void CountDialog::showExpected()
{
    m_lines->setColumnHidden(Expected, !m_showExpected->isChecked());
    if (!m_showExpected->isChecked())
        return;
    for (const auto &[row, cells] : m_lines->lines()) {
        whenDone(jobs::reviewCount(m_session, {{cells[Sku], 0, {}}}), this,
                 [this, row = row, sku = cells[Sku]](const Result<std::vector<CountVariance>> &found) {
                     const QTableWidgetItem *cell = m_lines->item(row, Sku);
                     if (found && cell && cell->text() == sku)
                         m_lines->tell(row, Expected, numberText(found->front().onHand));
                 });
    }
}

void CountDialog::save()
{
    if (m_step == Count)
        review();
    else
        post();
}

void CountDialog::review()
{
    const auto counted = sheet();
    if (!counted)
        return;
    setBusy(true);
    whenDone(jobs::reviewCount(m_session, *counted), this, [this](const Result<std::vector<CountVariance>> &variances) {
        setBusy(false);
        showReview(variances);
    });
}

void CountDialog::showReview(const Result<std::vector<CountVariance>> &variances)
{
    if (!variances)
        return sayProblem(variances.error());
    m_variances->setVariances(*variances);
    const qint64 differing = m_variances->differing();
    m_finding->setText(differing == 0 ? tr("All %1 counts agree with what should be there.").arg(numberText(qint64(variances->size())))
                                      : tr("%1 of %2 counts differ. Post them, or count these again.")
                                            .arg(numberText(differing), numberText(qint64(variances->size()))));
    m_step = Review;
    m_steps->setCurrentIndex(Review);
    m_back->show();
    setSaveText(tr("Post the count"));
    m_table->setFocus();
}

QString CountDialog::whatWasPosted(const std::vector<CountOutcome> &outcomes)
{
    if (outcomes.size() == 1)
        return whatCountDid(outcomes.front()); // with the orders
    QStringList sentences{tr("The count of %1 products is posted.").arg(numberText(std::ssize(outcomes)))};
    const auto of = [&](std::vector<LineUnits> CountOutcome::*lines) {
        std::vector<LineUnits> all;
        for (const CountOutcome &outcome : outcomes)
            all.insert(all.end(), (outcome.*lines).begin(), (outcome.*lines).end());
        return all;
    };
    sentences += whoIsServedAndWhoWaits(of(&CountOutcome::served), of(&CountOutcome::takenBack));
    return sentences.join(u' ');
}

void CountDialog::post()
{
    m_reasonField->setProblem({});
    std::vector<CountedLine> lines;
    for (const CountVariance &variance : m_variances->variances())
        lines.push_back({variance.sku, variance.counted, variance.onHand});
    setBusy(true);
    whenDone(jobs::countAll(m_session, lines, m_reason->text().trimmed()), this, [this](const Result<std::vector<CountOutcome>> &outcomes) {
        setBusy(false);
        if (!outcomes)
            return sayProblem(outcomes.error());
        Q_EMIT posted(whatWasPosted(*outcomes), countedBack(m_session, *outcomes, tr("Taken back at once")));
        accept();
    });
}

void CountDialog::backToCounting()
{
    m_step = Count;
    m_steps->setCurrentIndex(Count);
    m_back->hide();
    setSaveText(tr("Review…"));
    m_scan->setFocus();
}

void CountDialog::sayProblem(const Error &error)
{
    if (error.field == u"reason") {
        m_reasonField->setProblem(error.message);
        return m_reason->setFocus();
    }
    backToCounting();
    complain(error.message);
}

} // namespace waitline
