#pragma once

#include "models/services/orderstory.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace waitline {

class Session;

/// What has been with an order: each operation, who did it, when and why, and what it changed. Read when it is opened.
class OrderStoryView final : public QWidget {
    Q_OBJECT

public:
    explicit OrderStoryView(Session &session, QWidget *parent = nullptr);
    /// The order has changed, or is another one: an open story is read anew.
    void setOrder(OrderId order);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void read();
    void show(const std::vector<StoryEntry> &story);
    using QWidget::show;

    Session &m_session;
    OrderId m_order;
    QPushButton *m_open;
    bool m_isOpening = false; ///< what is read is to be brought into view
    QWidget *m_entries = nullptr;
    QVBoxLayout *m_column;
};

} // namespace waitline
