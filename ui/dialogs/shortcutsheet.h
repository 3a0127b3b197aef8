#pragma once

#include <QDialog>

namespace waitline {

/// All keys on one sheet.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *parent = nullptr);
};

} // namespace waitline
