#pragma once

#include "models/services/receiptlist.h"
#include "models/services/receivingjobs.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace waitline {

class DataTable;
class FilterEdit;
class MessageBar;
class Prompts;
class ReasonBar;
class ReceiptModel;
class ReceivedLinesModel;

/// What has been received, the latest first: to be looked at, printed and taken back.
class ReceiptsDialog final : public QDialog {
    Q_OBJECT

public:
    /// Of one purchase, where one is given; `wanted` is the receipt shown first.
    ReceiptsDialog(Session &session, Prompts &prompts, PurchaseId purchase, ReceiptId wanted, QWidget *parent = nullptr);

Q_SIGNALS:
    void voided(waitline::ReceiptId receipt);

private:
    QWidget *makeFilter();
    QWidget *makeDetails();
    void makeTable();
    void filter(const QString &text);
    void listLoaded();
    void showCurrent();
    void print();
    void askVoid();
    void voidReceipt(const QString &reason);
    void complain(const QString &sentence);
    [[nodiscard]] ReceiptId current() const;

    Session &m_session;
    Prompts &m_prompts;
    PurchaseId m_purchase;
    ReceiptId m_wanted; ///< until it is shown
    ReceiptId m_toVoid;
    ReceiptModel *m_model;
    ReceivedLinesModel *m_lines;
    FilterEdit *m_text;
    DataTable *m_table;
    DataTable *m_linesTable;
    MessageBar *m_message;
    ReasonBar *m_reason;
    QLabel *m_title;
    QLabel *m_facts;
    QPushButton *m_print;
    QPushButton *m_void;
};

} // namespace waitline
