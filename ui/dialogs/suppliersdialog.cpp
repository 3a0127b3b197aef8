#include "ui/dialogs/suppliersdialog.h"

#include "models/services/purchasejobs.h"
#include "models/tables/suppliermodel.h"
#include "ui/forms/formfield.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QShortcut>

namespace waitline {

SuppliersDialog::SuppliersDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_model(new SupplierModel(session, this))
    , m_scoreboard(new ScoreboardModel(this))
    , m_table(new DataTable(QStringLiteral("suppliersTable"), tr("Suppliers")))
    , m_promises(new DataTable(QStringLiteral("scoreboardTable"), tr("Promises of the supplier")))
    , m_message(new MessageBar)
    , m_title(label({}, TextSize::Section))
    , m_history(mutedLabel({}))
    , m_name(new QLineEdit)
    , m_reference(new QLineEdit)
    , m_email(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_details(new QPlainTextEdit)
    , m_save(primaryButton(tr("Save supplier")))
{
    setWindowTitle(tr("Suppliers"));
    setObjectName(QStringLiteral("suppliersDialog"));
    resize(fittingSize(*this, {1290, 640}));
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(makeList(), 1);
    row->addWidget(makeDetails(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(label(tr("Suppliers"), TextSize::Section));
    column->addWidget(m_message);
    column->addLayout(row, 1);
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(QKeySequence::Save)})
        connect(new QShortcut(keys, this), &QShortcut::activated, this, &SuppliersDialog::save);
    connect(m_model, &WindowedModel::loaded, this, [this] {
        if (!m_shown.isValid() && m_name->text().isEmpty() && m_model->rowCount() > 0)
            m_table->selectRow(0);
        else
            showRow(m_table->currentIndex().row());
    });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this,
            [this](const Error &error) { m_message->say(MessageBar::Kind::Problem, error.message); });
    m_model->setLive(true);
    m_table->setFocus();
}

QWidget *SuppliersDialog::makeList()
{
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setInitiallyHidden({SupplierModel::Email, SupplierModel::Phone});
    m_table->setGivingWay({SupplierModel::Phone, SupplierModel::Email, SupplierModel::Spread, SupplierModel::Deliveries});
    m_table->restoreColumns({22, 4, 4, 4, 4, 5, 16, 12}, SupplierModel::Name, DataTable::Arrows::No);
    m_table->setEmptyState(tr("There is no supplier yet. They come with the first purchase, or from here."), tr("New supplier"),
                           [this] { beginNew(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { showRow(row.row()); });
    connect(m_table, &DataTable::opened, m_name, [this] { m_name->setFocus(); });
    auto *fresh = pushButton(tr("New supplier"), QStringLiteral("add"));
    fresh->setObjectName(QStringLiteral("newSupplier"));
    connect(fresh, &QPushButton::clicked, this, &SuppliersDialog::beginNew);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addWidget(fresh, 0, Qt::AlignLeft);
    return list;
}

void SuppliersDialog::addField(QLayout *column, const QString &key, const QString &text, QLineEdit *editor)
{
    auto *field = new FormField(key, text, editor);
    m_fields += field;
    column->addWidget(field);
}

QWidget *SuppliersDialog::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title->setObjectName(QStringLiteral("supplierTitle"));
    m_history->setObjectName(QStringLiteral("supplierHistory"));
    m_history->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_history);
    addField(column, QStringLiteral("name"), tr("Name"), m_name);
    auto *pairs = new QHBoxLayout;
    pairs->setSpacing(8);
    addField(pairs, QStringLiteral("email"), tr("E-mail"), m_email);
    addField(pairs, QStringLiteral("phone"), tr("Phone"), m_phone);
    column->addLayout(pairs);
    addField(column, QStringLiteral("reference"), tr("Number in your other systems"), m_reference);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(64);
    column->addWidget(new FormField(QStringLiteral("details"), tr("Contact and address"), m_details));
    m_save->setObjectName(QStringLiteral("saveSupplier"));
    m_save->setToolTip(tr("Ctrl+Enter"));
    connect(m_save, &QPushButton::clicked, this, &SuppliersDialog::save);
    column->addWidget(m_save, 0, Qt::AlignRight);
    m_promises->setModel(m_scoreboard);
    m_promises->setInitiallyHidden({ScoreboardModel::Placed});
    m_promises->setGivingWay({ScoreboardModel::Placed, ScoreboardModel::InTime});
    m_promises->restoreColumns({6, 12, 12, 12, 12, 9, 11}, ScoreboardModel::Late, DataTable::Arrows::No);
    m_promises->setEmptyState(tr("Nothing was bought from here yet."));
    column->addWidget(m_promises, 1);
    return details;
}

void SuppliersDialog::fill(const SupplierDetails &details)
{
    m_name->setText(details.name);
    m_reference->setText(details.reference);
    m_email->setText(details.email);
    m_phone->setText(details.phone);
    m_details->setPlainText(details.details);
    clearProblems(m_fields);
}

void SuppliersDialog::showRow(int row)
{
    const SupplierRow *found = row < 0 ? nullptr : m_model->supplier(row);
    if (!found)
        return;
    m_shown = found->supplier.id;
    fill(found->supplier.details);
    m_title->setText(found->supplier.details.name);
    const LeadTimes &times = found->times;
    const QLocale locale;
    QStringList history;
    if (times.deliveries == 0)
        history += tr("No purchase has come in yet, so there is no lead time.");
    else if (times.deliveries == 1)
        history += tr("1 purchase came, after %1 days.").arg(locale.toString(times.mean, 'f', 0));
    else
        history += tr("%1 purchases came, after %2 days on average (± %3).")
                       .arg(locale.toString(times.deliveries), locale.toString(times.mean, 'f', 1), locale.toString(times.spread, 'f', 1));
    if (times.promised > 0)
        history += tr("%1 % of the units ordered came by the day first said.").arg(qRound(times.onTime * 100));
    m_history->setText(history.join(u' '));
    m_scoreboard->setDeliveries(found->supplier.deliveries);
    for (int column : {ScoreboardModel::First, ScoreboardModel::Current, ScoreboardModel::Actual})
        m_promises->widenToText(column);
}

void SuppliersDialog::beginNew()
{
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_shown = {};
    fill({});
    m_title->setText(tr("New supplier"));
    m_history->clear();
    m_scoreboard->setDeliveries({});
    m_name->setFocus();
}

void SuppliersDialog::save()
{
    m_message->clear();
    const SupplierDetails details{m_name->text().trimmed(), m_reference->text().trimmed(), m_details->toPlainText().trimmed(),
                                  m_email->text().trimmed(), m_phone->text().trimmed()};
    whenDone(jobs::saveSupplier(m_session, m_shown, details), this, [this, details](const Result<SupplierId> &saved) {
        if (saved) {
            m_shown = *saved;
            m_title->setText(details.name);
            m_model->reload();
            return m_message->say(MessageBar::Kind::Done, tr("%1 is saved.").arg(details.name));
        }
        if (!showProblem(m_fields, saved.error()))
            m_message->say(MessageBar::Kind::Problem, saved.error().message);
    });
}

void SuppliersDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter)
        return QDialog::keyPressEvent(event);
    if (m_save->hasFocus())
        save();
}

} // namespace waitline
