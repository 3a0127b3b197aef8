#pragma once

#include "models/services/session.h"
#include "ui/inverse.h"

#include <QDialog>

namespace waitline {

/// What is expected of one product, what would be if, and what somebody knows better: beside the chart of its forecast.
class ExpectationDialog final : public QDialog {
    Q_OBJECT

public:
    ExpectationDialog(Session &session, ProductId product, const QString &title, QWidget *parent = nullptr);

Q_SIGNALS:
    void done(const QString &sentence, const waitline::Inverse &inverse);
};

} // namespace waitline
