#pragma once

#include "models/services/customerview.h"
#include "models/services/session.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace waitline {

class FigureGrid;
class MessageBar;

/// One customer at the side of the list: what waits at which place and when it is expected, the money held, and what has
/// been. It follows what happens while it is open.
class CustomerPanel final : public Card {
    Q_OBJECT

public:
    explicit CustomerPanel(Session &session, QWidget *parent = nullptr);

    void open(CustomerId customer);
    [[nodiscard]] CustomerId customer() const { return m_customer; }
    /// Whether the customer asked for is shown.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// The one that is shown.
    [[nodiscard]] const std::optional<CustomerView> &view() const { return m_view; }

Q_SIGNALS:
    void loaded();
    void closed();
    void editAsked();
    void standingAsked();
    /// To be merged with one that looks alike, or with one to be found.
    void mergeAsked(const std::optional<waitline::LikeCustomer> &likely);
    void unmergeAsked(qint64 merge);
    void orderAsked(waitline::OrderId order);
    void ordersAsked();

private:
    QWidget *makeHead();
    QWidget *makeActions();
    void read();
    void show(const CustomerView &view);
    using Card::show;
    void showFacts(const CustomerView &view);
    void showAlike(const CustomerView &view);
    void showOpen(const CustomerView &view);
    void showHistory(const CustomerView &view);
    void addPart(const QString &title);
    void addRow(const QString &iconName, const QString &title, const QString &detail, const QString &right, OrderId order);

    Session &m_session;
    CustomerId m_customer;
    std::optional<CustomerView> m_view;
    bool m_isLoaded = false;
    QLabel *m_name;
    QLabel *m_contact;
    FigureGrid *m_figures;
    MessageBar *m_alike;
    MessageBar *m_message;
    QLabel *m_note;
    QLabel *m_aliases;
    QPushButton *m_unmerge;
    QWidget *m_list = nullptr; ///< open lines and history, made anew for each reading
    QVBoxLayout *m_column;
};

} // namespace waitline
