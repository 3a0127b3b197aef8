#pragma once

#include <QStackedWidget>

namespace waitline {

/// Widgets of which one is shown, which alone says what room is needed: those behind it take none.
class Pile final : public QStackedWidget {
    Q_OBJECT

public:
    explicit Pile(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace waitline
