// What an order form says will become of its lines, and what it hands over to be saved.
#include "models/services/orderjobs.h"
#include "ui/forms/formfield.h"
#include "ui/forms/orderform.h"
#include "ui/forms/orderlinesform.h"
#include "ui/forms/ordertermsform.h"
#include "ui/widgets/suggestionedit.h"

#include <QPointer>

#include <utility>

namespace waitline {

Result<OrderDraft> OrderForm::draft()
{
    m_customerField->setProblem({});
    m_terms->clearProblems();
    m_money->clearProblems();
    const auto wrong = [this](const Error &error) {
        showError(error);
        return error;
    };
    OrderDraft draft;
    draft.customer = customerName();
    if (m_customer->chosen())
        draft.customerId = {m_customer->chosen()->id};
    if (draft.customer.isEmpty())
        return wrong(invalid(QStringLiteral("customer"), tr("The order has no customer: type a part of the name and press Enter.")));
    if (!m_customer->chosen() && !m_customer->isKept())
        return wrong(invalid(QStringLiteral("customer"),
                             tr("“%1” is nobody yet: press Enter to take a match, or Esc to keep it as a new name.").arg(draft.customer)));
    auto lines = m_lines->drafts();
    if (!lines) {
        sayWrong();
        return lines.error();
    }
    draft.unwaited = unwaited();
    if (lines->empty() && draft.unwaited.empty())
        return wrong(invalid(QStringLiteral("line"), tr("The order has no line: enter at least one product.")));
    draft.lines = std::move(lines).value();
    for (const OrderTermsForm *part : {m_terms, m_money}) {
        if (const auto read = part->addTo(draft); !read)
            return wrong(read.error());
    }
    return draft;
}

OrderSheet OrderForm::sheet(const std::vector<OrderLineDraft> &drafts) const
{
    OrderSheet sheet;
    size_t at = 0;
    for (const OrderLineRow *row : m_lines->rows()) {
        if (row->isBlank() || at >= drafts.size())
            continue;
        const LineEntry entry = row->entry();
        const SheetLine *was = m_before->line(entry.line);
        SheetLine line{entry.line, drafts[at].sku, drafts[at].units, drafts[at].unitPrice, was ? was->promise : std::nullopt};
        if (was && !line.unitPrice)
            line.unitPrice = was->unitPrice; // an emptied price is the one it has
        sheet.lines.push_back(line);
        ++at;
    }
    if (m_customer->chosen()) {
        sheet.customer = {m_customer->chosen()->id};
        sheet.customerName = m_customer->chosen()->text;
    }
    return sheet;
}

Result<OrderEdit> OrderForm::edit()
{
    m_customerField->setProblem({});
    m_terms->clearProblems();
    if (!m_customer->chosen()) {
        const Error nobody =
            invalid(QStringLiteral("customer"),
                    tr("“%1” is nobody yet: press Enter to take a match, or F4 to make a new customer.").arg(customerName()));
        showError(nobody);
        return nobody;
    }
    auto lines = m_lines->drafts();
    if (!lines) {
        sayWrong();
        return lines.error();
    }
    OrderEdit edit{m_order, *m_before, sheet(*lines), m_terms->text(QStringLiteral("reason")).trimmed(), unwaited()};
    if (const auto read = m_terms->addTo(edit.after, edit.before); !read) {
        showError(read.error());
        return read.error();
    }
    return edit;
}

void OrderForm::sayWrong()
{
    updateSum(); // what is marked counts nowhere
    if (const qsizetype wrong = m_lines->problems().size(); wrong > 1)
        Q_EMIT said(tr("%1 lines are not right yet: the keyboard is in the first of them.").arg(wrong));
}

bool OrderForm::agreesToTake(Money due) { return m_money->agreesToTake(due); }

QStringList OrderForm::rebase(const OrderSheet &current, Prefer prefer)
{
    const auto mine = edit();
    if (!mine)
        return {};
    QStringList anew;
    OrderEntry rebased = entry();
    for (LineEntry &line : rebased.lines) {
        const SheetLine *own = mine->after.line(line.line);
        if (prefer == Prefer::Theirs || !own || !isChangedAndGone(mine->before, *own, current))
            continue;
        line.line = {};
        anew += own->sku;
    }
    rebased = withSheet(rebased, merged(mine->before, mine->after, current, prefer), m_session.currency());
    rebased.before = current;
    show(rebased);
    m_history.note(entry(), nullptr);
    Q_EMIT changed();
    if (!anew.isEmpty())
        m_lines->focusNew(anew.front());
    return anew;
}

void OrderForm::foresee()
{
    if (isEditing())
        foreseeEdit();
    else
        foreseeNew();
}

void OrderForm::foreseeNew()
{
    const QList<OrderLineRow *> rows = m_lines->complete();
    for (OrderLineRow *row : m_lines->rows()) {
        if (!rows.contains(row))
            row->setPreview({});
    }
    OrderDraft draft;
    draft.customer = customerName();
    if (m_customer->chosen())
        draft.customerId = {m_customer->chosen()->id};
    for (const OrderTermsForm *part : {m_terms, m_money}) {
        if (!part->addTo(draft))
            draft.taken.reset(); // what cannot be read yet is left out
    }
    std::vector<QPointer<OrderLineRow>> asked;
    for (OrderLineRow *row : rows) {
        draft.lines.push_back(row->draft().value());
        asked.emplace_back(row);
    }
    whenDone(jobs::previewOrder(m_session, draft), this,
             [this, asked, promise = draft.promise, question = ++m_foreseen](const Result<OrderPreview> &preview) {
                 if (question == m_foreseen && preview)
                     showForeseen(asked, *preview, promise);
             });
}

void OrderForm::showForeseen(const std::vector<QPointer<OrderLineRow>> &asked, const OrderPreview &preview,
                             const std::optional<QDate> &promise)
{
    for (size_t at = 0; at < asked.size(); ++at) {
        if (asked[at])
            asked[at]->setPreview(preview.lines[at], promise);
    }
    m_depositRequired = preview.depositRequired;
    updateSum();
    showTyped();
    if (m_pasted > 0) {
        sayPasted();
        m_pasted = 0;
    }
}

/// The line where the keyboard is, with what is said of it: it and the lines above may have become higher.
void OrderForm::showTyped()
{
    for (OrderLineRow *row : m_lines->rows()) {
        if (row->focusedCell() && !row->visibleRegion().isEmpty())
            m_lines->showWhole(row);
    }
}

void OrderForm::foreseeEdit()
{
    // Only a whole order can be rehearsed.
    std::vector<OrderLineDraft> drafts;
    QList<OrderLineRow *> rows;
    for (OrderLineRow *row : m_lines->rows()) {
        if (row->isBlank())
            continue;
        const auto line = row->draft();
        if (!line)
            return;
        drafts.push_back(*line);
        rows += row;
    }
    OrderEdit wanted{m_order, *m_before, sheet(drafts), tr("rehearsed")};
    if (!m_terms->addTo(wanted.after, wanted.before))
        return;
    std::vector<QPointer<OrderLineRow>> asked(rows.begin(), rows.end());
    whenDone(jobs::rehearseEdit(m_session, wanted), this, [this, asked, question = ++m_foreseen](const Result<OrderView> &outcome) {
        if (question != m_foreseen)
            return;
        const bool isOutdated = !outcome && outcome.error().field == u"order";
        if (std::exchange(m_isOutdated, isOutdated) != isOutdated) // said as long as it holds
            Q_EMIT said(isOutdated ? outcome.error().message : QString());
        if (outcome)
            showForeseen(asked, *outcome);
        else if (outcome.error().field == u"line")
            m_lines->markRefused(outcome.error());
        else if (isOutdated) // of the order as it was: nobody knows until it is merged
            forgetForeseen();
    });
}

void OrderForm::forgetForeseen()
{
    for (OrderLineRow *row : m_lines->rows())
        row->setPreview({});
}

void OrderForm::showForeseen(const std::vector<QPointer<OrderLineRow>> &rows, const OrderView &outcome)
{
    // Added lines come last, in the order they were entered.
    std::vector<const OrderLineView *> added;
    for (const OrderLineView &line : outcome.lines) {
        if (!m_before->line(line.line.id) && line.line.active() > 0)
            added.push_back(&line);
    }
    size_t next = 0;
    for (const QPointer<OrderLineRow> &row : rows) {
        const OrderLineId id = row ? row->entry().line : OrderLineId{};
        const OrderLineView *seen = nullptr;
        for (const OrderLineView &line : outcome.lines) {
            if (id.isValid() && line.line.id == id)
                seen = &line;
        }
        if (!id.isValid() && next < added.size())
            seen = added[next++];
        if (row && seen)
            row->setOutcome(*seen);
    }
    m_depositRequired = outcome.order.depositRequired;
    updateSum();
    showTyped();
}

} // namespace waitline
