#pragma once

#include "ui/orderdrafts.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace waitline {

class MessageBar;

/// The orders that were entered and not saved: Enter goes on with one, Del discards it, Ctrl+Z brings it back.
class DraftsDialog final : public QDialog {
    Q_OBJECT

public:
    explicit DraftsDialog(const OrderDrafts &drafts, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const waitline::OrderDrafts::Draft &draft);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    void goOn();
    void discard();
    void bringBack();

    OrderDrafts m_drafts;
    std::vector<OrderDrafts::Draft> m_shown;
    MessageBar *m_message;
    QListWidget *m_list;
    QPushButton *m_open;
    QPushButton *m_discard;
    QString m_discarded; ///< the last one
};

} // namespace waitline
