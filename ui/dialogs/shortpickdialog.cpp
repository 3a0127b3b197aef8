#include "ui/dialogs/shortpickdialog.h"

#include "models/services/shippingjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/typed.h"
#include "ui/widgets/fitting.h"
#include "ui/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace waitline {

namespace {
const QString nothingFound = QStringLiteral("0");
}

ShortPickDialog::ShortPickDialog(Session &session, Prompts &prompts, const std::vector<PickLine> &lines, QWidget *parent)
    : FormDialog(prompts, tr("Short pick"), tr("Take the missing units off"), parent)
    , m_session(session)
    , m_lines(lines)
    , m_product(new QComboBox)
    , m_found(new QLineEdit)
    , m_reason(new QLineEdit)
{
    setObjectName(QStringLiteral("shortPickDialog"));
    resize(fittingSize(*this, {480, 320}));
    for (const PickLine &line : m_lines)
        m_product->addItem(
            tr("%1 · %2 · %3").arg(line.location.isEmpty() ? tr("no location") : line.location, line.sku, unitsText(line.units)));
    m_reason->setText(tr("Not found when picking"));
    m_found->setText(nothingFound);
    m_found->selectAll();
    m_fields = {new FormField(QStringLiteral("product"), tr("Product on the pick list"), m_product),
                new FormField(QStringLiteral("line"), tr("Units found"), m_found),
                new FormField(QStringLiteral("reason"), tr("Reason"), m_reason)};
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (FormField *field : std::as_const(m_fields))
        column->addWidget(field);
    column->addStretch();
    setForm(form);
    connect(m_found, &QLineEdit::returnPressed, m_reason, [this] { m_reason->setFocus(); });
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { focusSave(); });
    m_product->setFocus();
}

bool ShortPickDialog::isDirty() const { return m_found->text() != nothingFound; }

void ShortPickDialog::save()
{
    clearProblems(m_fields);
    const auto wrong = [this](const Error &error) {
        if (!showProblem(m_fields, error))
            complain(error.message);
    };
    const PickLine &line = m_lines[size_t(m_product->currentIndex())];
    if (m_found->text().trimmed().isEmpty())
        return wrong(invalid(QStringLiteral("line"), tr("It is not said how many units were found: enter 0 if none were.")));
    const auto found = typedUnits(m_found->text(), QStringLiteral("line"));
    if (!found)
        return wrong(found.error());
    if (*found < 0)
        return wrong(invalid(QStringLiteral("line"), tr("Fewer than none cannot be found: enter 0 or more.")));
    if (*found >= line.units)
        return wrong(invalid(QStringLiteral("line"),
                             tr("%1 were to be picked: enter fewer than that, or there is nothing short.").arg(unitsText(line.units))));
    setBusy(true);
    whenDone(jobs::writeOff(m_session, line.sku, line.units - *found, m_reason->text().trimmed()), this,
             [this, wrong](const Result<CountOutcome> &outcome) {
                 setBusy(false);
                 if (!outcome)
                     return wrong(outcome.error());
                 Q_EMIT saved(*outcome);
                 accept();
             });
}

} // namespace waitline
