#pragma once

#include "models/services/planservice.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace waitline {

/// Products whose pre-orders stand outside of what is usual: one line, and the others when they are asked for.
class BookingAlerts final : public QWidget {
    Q_OBJECT

public:
    explicit BookingAlerts(QWidget *parent = nullptr);
    void setAlerts(const std::vector<BookingAlert> &alerts);

Q_SIGNALS:
    void productAsked(waitline::ProductId product);

private:
    void showRows();

    std::vector<BookingAlert> m_alerts;
    QVBoxLayout *m_rows;
    QPushButton *m_more;
    bool m_showsAll = false;
};

} // namespace waitline
