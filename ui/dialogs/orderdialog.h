#pragma once

#include "models/services/orderediting.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/orderdrafts.h"

#include <QTimer>

class QLockFile;

namespace waitline {

class MergePanel;
class UndoBar;
class OrderForm;
class OrderLineRow;

/// A new order, or one that is changed. What is typed is kept as a draft at once, so that nothing but discarding it loses
/// it. Ctrl+Enter saves and closes, Ctrl+S saves and goes on with the order, Ctrl+Shift+N saves and begins another one.
class OrderDialog final : public FormDialog {
    Q_OBJECT

public:
    OrderDialog(Session &session, Prompts &prompts, const OrderDrafts &drafts, QWidget *parent = nullptr);
    ~OrderDialog() override;

    void beginNew();
    void beginEdit(const OrderView &order);
    /// Goes on with a draft; false where another window has it.
    bool resume(const OrderDrafts::Draft &draft);

Q_SIGNALS:
    void placed(const waitline::OrderView &order);
    void edited(const waitline::OrderView &order, const waitline::OrderSheet &before);
    /// Something worth a sentence above the page.
    void said(const QString &sentence);
    /// Closed with what was typed kept.
    void kept();
    /// Closed and thrown away; the draft can be brought back.
    void discarded(const QString &draft, const QString &name);

protected:
    void save() override;
    void saveAndStay() override;
    [[nodiscard]] bool isDirty() const override;
    [[nodiscard]] std::pair<QString, QString> closingQuestion() const override;
    void closing() override;

private:
    enum class Then { Close, Stay, BeginAnother };

    void connectForm();
    void takeDraft(const QString &id);
    void keepDraft();
    void letDraftGo();
    void saveThen(Then then);
    void askThenPlace(const OrderDraft &draft);
    void place(const OrderDraft &draft);
    void recordOnly(const OrderDraft &draft);
    void saveEdit();
    void askMerge(const OrderEdit &edit, const EditOutcome &outcome);
    void merge(Prefer prefer);
    void complainOf(const Error &error);
    void done(const OrderView &order);
    void discard();
    void makeCustomer(const QString &name);
    void makeProduct(OrderLineRow *row, const QString &text);

    Session &m_session;
    Prompts &m_prompts;
    OrderDrafts m_drafts;
    OrderForm *m_form;
    MergePanel *m_merge;
    UndoBar *m_undo; ///< of the order that was placed before this one, from the same form
    QTimer m_keep;
    QString m_draft;
    QString m_attempt; ///< names what is tried to be saved, until it is
    std::unique_ptr<QLockFile> m_lock;
    OrderSheet m_current; ///< the order as others left it
    OrderSheet m_edited; ///< the order that was edited, as it was before
    Then m_then = Then::Close;
};

} // namespace waitline
