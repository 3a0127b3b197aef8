#include "ui/dialogs/campaigndialog.h"

#include "models/services/campaignjobs.h"
#include "models/services/whendone.h"
#include "models/tables/celltext.h"
#include "ui/forms/typed.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fitting.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace waitline {

CampaignDialog::CampaignDialog(Session &session, Prompts &prompts, const std::optional<CampaignTerms> &before, QWidget *parent)
    : FormDialog(prompts, before ? tr("Edit campaign %1").arg(before->code) : tr("New campaign"), tr("Save campaign"), parent)
    , m_session(session)
    , m_isNew(!before)
{
    setObjectName(QStringLiteral("campaignDialog"));
    resize(fittingSize(*this, {620, 420}));
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    m_code = addField(grid, QStringLiteral("code"), tr("Code its orders name"), 0, 0);
    m_name = addField(grid, QStringLiteral("name"), tr("Name"), 0, 1);
    m_first = addField(grid, QStringLiteral("from"), tr("First day"), 1, 0);
    m_last = addField(grid, QStringLiteral("to"), tr("Last day"), 1, 1);
    m_products = addField(grid, QStringLiteral("product"), tr("Products by SKU, with commas between; none means all"), 2, 0, 2);
    m_budget = addField(grid, QStringLiteral("budget"), tr("Budget, %1").arg(session.currency().code), 3, 0);
    m_edition = addField(grid, QStringLiteral("edition"), tr("Units on offer"), 3, 1);
    for (QLineEdit *day : {m_first, m_last}) {
        day->setToolTip(tr("A day, or t for today, +14 for in 14 days, w2 for in two weeks."));
        writeOutDays(day, session.today());
    }
    setForm(form);
    fill(before.value_or(CampaignTerms{}));
    m_code->setReadOnly(!m_isNew);
    (m_isNew ? m_code : m_name)->setFocus();
}

QLineEdit *CampaignDialog::addField(QGridLayout *grid, const QString &key, const QString &text, int row, int column, int columns)
{
    auto *editor = new QLineEdit;
    auto *field = new FormField(key, text, editor);
    m_fields += field;
    grid->addWidget(field, row, column, 1, columns);
    return editor;
}

void CampaignDialog::fill(const CampaignTerms &terms)
{
    m_code->setText(terms.code);
    m_name->setText(terms.name);
    m_first->setText(terms.first ? dayText(*terms.first) : QString());
    m_last->setText(terms.last ? dayText(*terms.last) : QString());
    m_products->setText(terms.skus.join(QStringLiteral(", ")));
    m_budget->setText(terms.budget == 0 ? QString() : moneyToType(terms.budget, m_session.currency()));
    m_edition->setText(terms.edition ? QString::number(*terms.edition) : QString());
    m_entered = entered();
}

QStringList CampaignDialog::entered() const
{
    return {m_code->text(), m_name->text(), m_first->text(), m_last->text(), m_products->text(), m_budget->text(), m_edition->text()};
}

Result<CampaignTerms> CampaignDialog::read() const
{
    CampaignTerms terms;
    terms.code = m_code->text().trimmed();
    terms.name = m_name->text().trimmed();
    for (auto [editor, day] : {std::pair(m_first, &terms.first), std::pair(m_last, &terms.last)}) {
        const auto typed = typedDay(editor->text(), m_session.today(), editor->objectName());
        if (!typed)
            return typed.error();
        *day = *typed;
    }
    static const QRegularExpression between(QStringLiteral("\\s*[,;]\\s*"));
    terms.skus = m_products->text().trimmed().split(between, Qt::SkipEmptyParts);
    if (!m_budget->text().trimmed().isEmpty()) {
        const auto budget = typedMoney(m_budget->text(), m_session.currency(), QStringLiteral("budget"));
        if (!budget)
            return budget.error();
        terms.budget = *budget;
    }
    const auto edition = typedUnitsOrNone(m_edition->text(), QStringLiteral("edition"));
    if (!edition)
        return edition.error();
    terms.edition = *edition;
    if (auto valid = validate(terms); !valid)
        return valid.error();
    return terms;
}

void CampaignDialog::save()
{
    clearProblems(m_fields);
    const auto terms = read();
    if (!terms) {
        if (!showProblem(m_fields, terms.error()))
            complain(terms.error().message);
        return;
    }
    setBusy(true);
    whenDone(jobs::saveCampaign(m_session, *terms, m_isNew), this, [this](const Result<CampaignTerms> &kept) {
        setBusy(false);
        if (kept) {
            Q_EMIT saved(kept->code);
            accept();
        } else if (!showProblem(m_fields, kept.error())) {
            complain(kept.error().message);
        }
    });
}

} // namespace waitline
