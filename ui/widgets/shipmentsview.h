#pragma once

#include "models/services/session.h"
#include "models/services/shippingservice.h"

#include <QWidget>

class QPushButton;

namespace waitline {

class DataTable;
class FilterEdit;
class ShipmentModel;

/// What has left, the latest first, and what can still be done with it.
class ShipmentsView final : public QWidget {
    Q_OBJECT

public:
    explicit ShipmentsView(Session &session, QWidget *parent = nullptr);

    void setLive(bool live);
    [[nodiscard]] DataTable *table() const { return m_table; }
    void focusFilter();
    /// Those selected, read or not.
    [[nodiscard]] std::vector<ShipmentId> chosen() const;

Q_SIGNALS:
    void loaded();
    void voidAsked(waitline::ShipmentId shipment);
    void returnAsked(waitline::ShipmentId shipment);
    void parcelsAsked();
    void printAsked();
    void orderAsked(waitline::OrderId order);
    void complained(const QString &sentence);

private:
    QWidget *makeFilter();
    void makeTable();
    void sayWhyEmpty();
    void updateButtons();

    ShipmentModel *m_model;
    FilterEdit *m_text;
    DataTable *m_table;
    QPushButton *m_void;
    QPushButton *m_return;
    QPushButton *m_parcel;
    QPushButton *m_print;
};

} // namespace waitline
