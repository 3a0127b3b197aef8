#pragma once

#include "models/services/session.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace waitline {

class DataTable;
class ExceptionModel;
class FairnessModel;
class JumpModel;
class MessageBar;
class ReasonBar;
class Segments;
struct StoredJump;

/// The line-jump ledger, who was moved ahead of whom and why, and the report whether each product's line was served in
/// turn.
class FairnessDialog final : public QDialog {
    Q_OBJECT

public:
    explicit FairnessDialog(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void orderAsked(waitline::OrderId order);

private:
    QWidget *makeJumps();
    QWidget *makeFairness();
    void read();
    void readExceptions(ProductId product, const QString &sku);
    void askUndo();
    void undo(const QString &reason);
    void lowerPriority(const StoredJump &jump, const QString &reason);
    void complain(const Error &error);
    void updateUndo();

    Session &m_session;
    JumpModel *m_jumps;
    FairnessModel *m_fairness;
    ExceptionModel *m_exceptions;
    DataTable *m_jumpTable;
    DataTable *m_fairnessTable;
    DataTable *m_exceptionTable;
    QLabel *m_exceptionsOf;
    MessageBar *m_message;
    ReasonBar *m_reason;
    QPushButton *m_undo;
    QStackedWidget *m_stack;
};

} // namespace waitline
