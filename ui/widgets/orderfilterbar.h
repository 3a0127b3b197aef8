#pragma once

#include "models/services/orderlist.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace waitline {

class ChipBar;
class DayField;
class FilterEdit;
class Session;
class SuggestionEdit;

/// What narrows the list of orders: a text and the stage, and on a second row that opens when it is wanted a customer, a
/// product, a campaign and the days they were placed.
class OrderFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit OrderFilterBar(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] OrderFilter filter() const;
    /// Shows a filter; `customer` and `sku` name its customer and product.
    void setFilter(const OrderFilter &filter, const QString &customer = {}, const QString &sku = {});
    void focusText();

Q_SIGNALS:
    void changed();
    /// Down in the text: to the list.
    void downPressed();

private:
    QWidget *makeFirstRow();
    QWidget *makeSecondRow();
    void readCampaigns();
    void showMore(bool isOpen);

    Session &m_session;
    FilterEdit *m_text;
    ChipBar *m_stage;
    QPushButton *m_more;
    QWidget *m_second;
    SuggestionEdit *m_customer;
    SuggestionEdit *m_product;
    QComboBox *m_campaign;
    DayField *m_from;
    DayField *m_to;
};

} // namespace waitline
