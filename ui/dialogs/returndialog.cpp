#include "ui/dialogs/returndialog.h"

#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/style/waitlinestyle.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace waitline {

ReturnDialog::ReturnDialog(Session &session, Prompts &prompts, const StoredShipment &shipment, QWidget *parent)
    : FormDialog(prompts, tr("Return of shipment %1, %2").arg(shipment.id.value).arg(shipment.customer), tr("Take the return"), parent)
    , m_session(session)
    , m_shipment(shipment)
    , m_reason(new QLineEdit)
    , m_reasonField(new FormField(QStringLiteral("reason"), tr("Why it comes back"), m_reason))
{
    setObjectName(QStringLiteral("returnDialog"));
    resize(fittingSize(*this, {600, 400}));
    setForm(makeForm());
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    if (!m_rows.empty())
        m_rows.front().toStock->setFocus();
}

QWidget *ReturnDialog::makeForm()
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(mutedLabel(tr("Product")), 0, 0);
    grid->addWidget(mutedLabel(tr("Shipped")), 0, 1);
    grid->addWidget(mutedLabel(tr("Back to stock")), 0, 2);
    grid->addWidget(mutedLabel(tr("To the scrap")), 0, 3);
    int row = 1;
    for (const StoredShipmentLine &line : m_shipment.lines) {
        if (line.kept() == 0)
            continue;
        QLabel *name = label(tr("%1 · %2").arg(line.sku, line.productName));
        name->setWordWrap(true);
        grid->addWidget(name, row, 0);
        grid->addWidget(label(numberText(line.kept())), row, 1, Qt::AlignRight);
        Row fields{line.line, line.sku, line.kept(), new QLineEdit, new QLineEdit, problemLabel()};
        fields.toStock->setAccessibleName(tr("Units of %1 back to stock").arg(line.sku));
        fields.scrapped->setAccessibleName(tr("Units of %1 to the scrap").arg(line.sku));
        fields.toStock->setObjectName(QStringLiteral("toStock%1").arg(m_rows.size()));
        fields.scrapped->setObjectName(QStringLiteral("scrapped%1").arg(m_rows.size()));
        int column = 2;
        for (QLineEdit *field : {fields.toStock, fields.scrapped}) {
            field->setPlaceholderText(QStringLiteral("0"));
            field->setAlignment(Qt::AlignRight);
            field->setFixedWidth(96);
            grid->addWidget(field, row, column++);
        }
        connect(fields.toStock, &QLineEdit::returnPressed, fields.scrapped, [field = fields.scrapped] { field->setFocus(); });
        connect(fields.scrapped, &QLineEdit::returnPressed, m_reason, [this] { m_reason->setFocus(); });
        fields.problem->setObjectName(QStringLiteral("problem%1").arg(m_rows.size()));
        grid->addWidget(fields.problem, ++row, 0, 1, column);
        m_rows.push_back(fields);
        ++row;
    }
    grid->setRowStretch(row, 1);
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(sideScroll(content, tr("Lines of the shipment")), 1);
    column->addWidget(m_reasonField);
    return form;
}

bool ReturnDialog::isDirty() const
{
    return !m_reason->text().isEmpty() || std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return !row.toStock->text().isEmpty() || !row.scrapped->text().isEmpty();
    });
}

void ReturnDialog::mark(const Row &row, QLineEdit *field, const QString &sentence)
{
    sayProblem(row.problem, sentence);
    for (QLineEdit *one : {row.toStock, row.scrapped}) {
        one->setProperty(problemProperty, one == field);
        one->setAccessibleDescription(one == field ? sentence : QString());
        one->update();
    }
    if (field) {
        field->setFocus();
        field->selectAll();
    }
}

void ReturnDialog::save()
{
    m_reasonField->setProblem({});
    for (const Row &row : m_rows)
        mark(row, nullptr, {});
    ReturnDraft draft{m_shipment.id, {}, m_reason->text().trimmed()};
    for (const Row &row : m_rows) {
        const auto toStock = typedUnitsOrNone(row.toStock->text(), QStringLiteral("line"));
        const auto scrapped = typedUnitsOrNone(row.scrapped->text(), QStringLiteral("line"));
        if (!toStock || !scrapped)
            return mark(row, toStock ? row.scrapped : row.toStock, (toStock ? scrapped : toStock).error().message);
        for (const auto &[units, field] : {std::pair(toStock->value_or(0), row.toStock), std::pair(scrapped->value_or(0), row.scrapped)}) {
            if (units < 0)
                return mark(row, field, tr("Fewer than none of %1 cannot come back: enter 0 or more.").arg(row.sku));
            if (units > row.left)
                return mark(row, field, tr("%1 of %2 left with this shipment: enter no more than that.").arg(unitsText(row.left), row.sku));
        }
        if (toStock->value_or(0) + scrapped->value_or(0) > row.left)
            return mark(row, row.scrapped,
                        tr("%1 of %2 left with this shipment: enter no more than that in both fields.").arg(unitsText(row.left), row.sku));
        if (toStock->value_or(0) != 0 || scrapped->value_or(0) != 0)
            draft.lines.push_back({row.line, toStock->value_or(0), scrapped->value_or(0)});
    }
    setBusy(true);
    whenDone(jobs::takeReturn(m_session, draft), this, [this](const Result<ReturnOutcome> &outcome) {
        setBusy(false);
        if (outcome) {
            Q_EMIT saved(whatCameBack(*outcome));
            return accept();
        }
        if (outcome.error().field != u"reason")
            return complain(outcome.error().message);
        m_reasonField->setProblem(outcome.error().message);
        m_reason->setFocus();
    });
}

QString ReturnDialog::whatCameBack(const ReturnOutcome &outcome) const
{
    Units toStock = 0;
    Units scrapped = 0;
    for (const ReturnOutcome::Line &line : outcome.lines) {
        toStock += line.toStock;
        scrapped += line.scrapped;
    }
    QStringList parts{tr("%1 came back to stock and %2 to the scrap.").arg(unitsText(toStock), unitsText(scrapped))};
    if (!outcome.served.empty())
        parts += tr("The waiting line was served from it.");
    if (outcome.refundDue > 0)
        parts += tr("%1 are due to %2.").arg(moneyWithCode(outcome.refundDue, m_session.currency()), m_shipment.customer);
    return parts.join(u' ');
}

} // namespace waitline
