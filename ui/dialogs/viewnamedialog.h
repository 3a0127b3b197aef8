#pragma once

#include <QDialog>

class QLineEdit;

namespace waitline {

/// Asks for the name to save a view under; the keyboard is in it, and Enter saves.
class ViewNameDialog final : public QDialog {
    Q_OBJECT

public:
    explicit ViewNameDialog(const QString &proposed, QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name);

private:
    void save();

    QLineEdit *m_name;
};

} // namespace waitline
