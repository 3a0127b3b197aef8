#pragma once

#include <QFrame>

class QVBoxLayout;

namespace waitline {

/// A raised panel with a hairline around it and 16 px of padding.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

} // namespace waitline
