#pragma once

#include "models/services/session.h"
#include "models/services/suppliers.h"
#include "ui/forms/formfield.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace waitline {

class DataTable;
class MessageBar;
class ScoreboardModel;
class SupplierModel;

/// Who goods are bought from: how to reach them, how long they take, and what became of their promises.
class SuppliersDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SuppliersDialog(Session &session, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeDetails();
    void addField(QLayout *column, const QString &key, const QString &text, QLineEdit *editor);
    void showRow(int row);
    void fill(const SupplierDetails &details);
    void beginNew();
    void save();

    Session &m_session;
    SupplierModel *m_model;
    ScoreboardModel *m_scoreboard;
    DataTable *m_table;
    DataTable *m_promises;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_history;
    QLineEdit *m_name;
    QLineEdit *m_reference;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QPlainTextEdit *m_details;
    QPushButton *m_save;
    FormFields m_fields;
    SupplierId m_shown; ///< invalid while a new one is entered
};

} // namespace waitline
