#pragma once

#include "ui/pages/page.h"

#include <QDialog>

namespace waitline {

class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    GoToDialog(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const waitline::Destination &destination);
};

} // namespace waitline
