#pragma once

#include "models/services/session.h"

#include <QDialog>

namespace waitline {

class Prompts;

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void jobStarted(const QString &name, const QFuture<void> &job);
    void done(const QString &sentence);
};

} // namespace waitline
