#pragma once

#include "models/exchange/exchangejobs.h"

#include <QDialog>

class QComboBox;

namespace waitline {

class MessageBar;
class Prompts;

/// Writes a whole list to a CSV, XLSX or JSON file.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void jobStarted(const QString &name, const QFuture<void> &job);
    void done(const QString &sentence);

private:
    void choosePath();
    void exportTo(const QString &path, ExportSubject subject);

    Session &m_session;
    Prompts &m_prompts;
    QComboBox *m_subject;
    QComboBox *m_kind;
    MessageBar *m_message;
};

} // namespace waitline
