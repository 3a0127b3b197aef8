#pragma once

#include "models/services/purchaseservice.h"
#include "models/services/session.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace waitline {

class DayField;
class LinesGrid;
class MessageBar;

/// Places a purchase: supplier, expected day and lines, typed or pasted from a spreadsheet. What is refused is said
/// here, and all that was typed stays.
class PurchaseDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PurchaseDialog(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void placed(const waitline::StoredPurchase &purchase);

private:
    void layOut();
    /// The purchase as typed; false, and said, when a line cannot be read.
    bool readLines(PurchaseDraft &draft);
    void place();
    void sayProblem(const Error &error);

    Session &m_session;
    QLineEdit *m_supplier;
    DayField *m_expected;
    QLineEdit *m_reference;
    LinesGrid *m_lines;
    MessageBar *m_message;
    QPushButton *m_place;
};

} // namespace waitline
