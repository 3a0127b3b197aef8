#include "ui/dialogs/editiondialog.h"

#include "models/services/editionjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/editionmodels.h"
#include "ui/forms/typed.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace waitline {

namespace {
constexpr int compareMs = 150;
}

EditionDialog::EditionDialog(Session &session, Prompts &prompts, const StoredProduct &product, QWidget *parent)
    : FormDialog(prompts, tr("%1: fewer than were sold").arg(product.terms.sku), tr("Cut the edition"), parent)
    , m_session(session)
    , m_product(product)
    , m_choices(new EditionChoiceModel(session.currency(), &policyText, this))
    , m_losses(new EditionLossModel(session.currency(), this))
    , m_choiceTable(new DataTable(QStringLiteral("editionChoices"), tr("Ways to give out what is left")))
    , m_lossTable(new DataTable(QStringLiteral("editionLosses"), tr("Who loses units")))
    , m_size(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_finding(label({}))
{
    setObjectName(QStringLiteral("editionDialog"));
    resize(fittingSize(*this, {900, 700}));
    setForm(makeForm());
    m_compareSoon.setSingleShot(true);
    m_compareSoon.setInterval(compareMs);
    connect(&m_compareSoon, &QTimer::timeout, this, &EditionDialog::compare);
    connect(m_size, &QLineEdit::textChanged, &m_compareSoon, qOverload<>(&QTimer::start));
    connect(&session, &Session::changed, &m_compareSoon, qOverload<>(&QTimer::start));
    connect(m_choiceTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EditionDialog::showLosses);
    m_size->setFocus();
    m_size->selectAll();
    compare();
}

QWidget *EditionDialog::makeForm()
{
    const StockFigures &stock = m_product.stock;
    m_size->setText(QString::number(m_product.terms.editionSize.value_or(stock.sold())));
    m_reason->setText(tr("Fewer were made than ordered"));
    auto *size = new FormField(QStringLiteral("size"), tr("Units there will be in all"), m_size);
    auto *reason = new FormField(QStringLiteral("reason"), tr("Reason"), m_reason);
    m_fields = {size, reason};
    size->setMaximumWidth(220);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(12);
    fields->addWidget(size, 1);
    fields->addWidget(reason, 2);
    m_finding->setObjectName(QStringLiteral("editionFinding"));
    m_finding->setWordWrap(true);
    m_choiceTable->setModel(m_choices);
    m_choiceTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_choiceTable->setMinimumHeight(170);
    m_choiceTable->setMaximumHeight(190);
    m_choiceTable->setGivingWay({EditionChoiceModel::Lines});
    m_choiceTable->restoreColumns({22, 8, 9, 8, 10}, EditionChoiceModel::Policy, DataTable::Arrows::No);
    m_lossTable->setModel(m_losses);
    m_lossTable->setGivingWay({EditionLossModel::Waiting, EditionLossModel::Order});
    m_lossTable->restoreColumns({6, 16, 8, 7, 7, 11}, EditionLossModel::Customer, DataTable::Arrows::No);
    m_lossTable->setEmptyState(tr("Nobody loses anything yet: say above how many units there will be."));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(mutedLabel(tr("%1 shipped, %2 allocated, %3 waiting. Shipped and allocated units are not cut.")
                                     .arg(numberText(stock.shipped), numberText(stock.allocated), numberText(stock.waiting()))));
    column->addLayout(fields);
    column->addWidget(m_choiceTable);
    column->addWidget(m_finding);
    column->addWidget(m_lossTable, 1);
    connect(m_size, &QLineEdit::returnPressed, m_choiceTable, [this] { m_choiceTable->setFocus(); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    return form;
}

bool EditionDialog::isDirty() const
{
    return m_size->text() != QString::number(m_product.terms.editionSize.value_or(m_product.stock.sold()));
}

void EditionDialog::wrong(const Error &error)
{
    if (!showProblem(m_fields, error))
        complain(error.message);
}

void EditionDialog::compare()
{
    const auto size = typedUnits(m_size->text(), QStringLiteral("size"));
    if (!size)
        return m_fields.front()->setProblem(m_size->text().isEmpty() ? QString() : size.error().message);
    whenDone(jobs::compareEdition(m_session, m_product.terms.sku, *size), this,
             [this, units = *size, generation = ++m_generation](const Result<std::vector<EditionChoice>> &choices) {
                 if (generation != m_generation)
                     return;
                 m_compared = units;
                 showChoices(choices);
             });
}

void EditionDialog::showChoices(const Result<std::vector<EditionChoice>> &choices)
{
    m_refused = choices ? std::nullopt : std::optional(choices.error());
    m_fields.front()->setProblem(m_refused && isDirty() ? m_refused->message : QString()); // nothing is wrong before something is said
    const EditionChoice *before = chosen();
    const AllocationPolicy policy = before ? before->policy : m_product.terms.policy;
    m_choices->setChoices(choices ? *choices : std::vector<EditionChoice>{});
    const auto &all = m_choices->choices();
    const auto alike = std::ranges::find(all, policy, &EditionChoice::policy);
    if (!all.empty())
        m_choiceTable->selectRow(alike == all.cend() ? 0 : int(alike - all.cbegin()));
    showLosses();
}

const EditionChoice *EditionDialog::chosen() const
{
    const int row = m_choiceTable->currentIndex().row();
    return row >= 0 && row < m_choices->rowCount() ? &m_choices->choices()[size_t(row)] : nullptr;
}

void EditionDialog::showLosses()
{
    const EditionChoice *choice = chosen();
    m_losses->setLosses(choice ? choice->losses : std::vector<EditionLoss>{});
    if (!choice)
        return m_finding->clear();
    const qint64 lines = std::ssize(choice->losses);
    const QString lose = lines == 1 ? tr("1 line loses %1").arg(unitsText(choice->cut))
                                    : tr("%1 lines lose %2").arg(numberText(lines), unitsText(choice->cut));
    const QString refunds = choice->refundDue > 0
                                ? tr("refunds of %1 become due").arg(moneyWithCode(choice->refundDue, m_session.currency()))
                                : tr("no refund becomes due");
    m_finding->setText(tr("%1: %2, %3 of them all they wait for; %4. A notice is prepared for each order that loses units.")
                           .arg(policyText(choice->policy), lose, numberText(choice->emptied), refunds));
}

void EditionDialog::save()
{
    clearProblems(m_fields);
    const auto size = typedUnits(m_size->text(), QStringLiteral("size"));
    if (!size)
        return wrong(size.error());
    if (m_refused && *size == m_compared)
        return wrong(*m_refused);
    const EditionChoice *choice = chosen();
    if (!choice || *size != m_compared)
        return compare(); // what is shown first
    setBusy(true);
    whenDone(jobs::cutEdition(m_session, m_product.terms.sku, *size, *choice, m_reason->text().trimmed()), this,
             [this](const Result<EditionCutDone> &done) {
                 setBusy(false);
                 if (!done) {
                     wrong(done.error());
                     return compare();
                 }
                 Q_EMIT saved(*done);
                 accept();
             });
}

} // namespace waitline
