#pragma once

#include "models/services/purchaselist.h"
#include "models/services/session.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace waitline {

class Badge;
class DataTable;
class FigureGrid;
class MessageBar;
class PegModel;

/// One purchase at the side of the list: where its promise stands, whom its goods are for, and what can be done.
class PurchasePanel final : public Card {
    Q_OBJECT

public:
    explicit PurchasePanel(Session &session, QWidget *parent = nullptr);

    void open(const PurchaseKey &key);
    /// The keyboard onto what says another day, where the purchase can have one.
    void beginWithDay();
    [[nodiscard]] const PurchaseKey &key() const { return m_key; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// The purchase shown; none for a draft.
    [[nodiscard]] const std::optional<PurchaseView> &view() const { return m_view; }
    [[nodiscard]] const std::optional<StoredPurchaseDraft> &draft() const { return m_draft; }

Q_SIGNALS:
    void loaded();
    /// By its own button.
    void closed();
    void receiveAsked(waitline::PurchaseId purchase);
    void editAsked();
    void moveAsked();
    void whatIfAsked();
    void closeAsked();
    void reopenAsked();
    void discardAsked();
    void printAsked();
    void labelsAsked();
    void receiptsAsked();
    void orderAsked(waitline::OrderId order);

private:
    QWidget *makeHead();
    QWidget *makeActions();
    QPushButton *action(const QString &name, const QString &text, const QString &iconName, const QString &tip);
    void read();
    void showPegs(const PurchaseView &view);
    void showPurchase(const PurchaseView &view);
    void showDraft(const StoredPurchaseDraft &draft);
    void fail(const Error &error);
    void ready();

    Session &m_session;
    PurchaseKey m_key;
    std::optional<PurchaseView> m_view;
    std::optional<StoredPurchaseDraft> m_draft;
    bool m_isLoaded = false;
    QLabel *m_title;
    QLabel *m_supplier;
    Badge *m_state;
    MessageBar *m_message;
    FigureGrid *m_figures;
    PegModel *m_pegs;
    DataTable *m_table;
    QPushButton *m_receive;
    QPushButton *m_edit;
    QPushButton *m_move;
    QPushButton *m_whatIf;
    QPushButton *m_close;
    QPushButton *m_reopen;
    QPushButton *m_discard;
    QPushButton *m_print;
    QPushButton *m_labels;
    QPushButton *m_receipts;
};

/// How a state of a purchase looks.
struct BadgeLook;
[[nodiscard]] BadgeLook lookOf(PurchaseState state);

} // namespace waitline
