#pragma once

#include <QLineEdit>

namespace waitline {

/// The field that narrows a list while it is typed. Down goes to the list, Esc empties it.
class FilterEdit final : public QLineEdit {
    Q_OBJECT

public:
    FilterEdit(const QString &accessibleName, const QString &placeholder, QWidget *parent = nullptr);
    /// Sets the text without waiting for more keys.
    void setFilter(const QString &text);

Q_SIGNALS:
    /// The text, some moments after the last key.
    void filterChanged(const QString &text);
    void downPressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_placeholder;
};

} // namespace waitline
