#pragma once

#include "models/services/returnservice.h"
#include "models/services/session.h"
#include "models/services/shippingservice.h"
#include "ui/dialogs/formdialog.h"

class QLabel;
class QLineEdit;

namespace waitline {

class FormField;

/// What a customer sends back of a shipment: as good as new, or to the scrap.
class ReturnDialog final : public FormDialog {
    Q_OBJECT

public:
    ReturnDialog(Session &session, Prompts &prompts, const StoredShipment &shipment, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &sentence);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    struct Row {
        OrderLineId line;
        QString sku;
        Units left = 0; ///< with the shipment, and not back yet
        QLineEdit *toStock;
        QLineEdit *scrapped;
        QLabel *problem; ///< below both
    };
    QWidget *makeForm();
    /// Says below a row what is wrong in one of its fields; no field: nothing is.
    static void mark(const Row &row, QLineEdit *field, const QString &sentence);
    [[nodiscard]] QString whatCameBack(const ReturnOutcome &outcome) const;

    Session &m_session;
    StoredShipment m_shipment;
    std::vector<Row> m_rows;
    QLineEdit *m_reason;
    FormField *m_reasonField;
};

} // namespace waitline
