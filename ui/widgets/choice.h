#pragma once

#include <QComboBox>

class QButtonGroup;
class QHBoxLayout;
class QVBoxLayout;

namespace waitline {

/// Puts a widget's name above what is added to it, whose buddy it is.
QVBoxLayout *captioned(QWidget *widget, const QString &name, QWidget *buddy);
/// Puts a field into a row, with its name before it.
void addCaptioned(QHBoxLayout *row, const QString &name, QWidget *field);

/// A combo box with its name above it, which is also what accessibility tools call it.
class Choice final : public QWidget {
    Q_OBJECT

public:
    Choice(const QString &objectName, const QString &name, const QStringList &texts, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *box() const { return m_box; }
    [[nodiscard]] int current() const { return m_box->currentIndex(); }

Q_SIGNALS:
    /// By the user.
    void chosen(int index);

private:
    QComboBox *m_box;
};

/// A row of buttons of which one is down.
class Segments final : public QWidget {
    Q_OBJECT

public:
    Segments(const QString &objectName, const QString &name, const QStringList &texts, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index);
    /// Keys for the tooltips, in the order of the texts.
    void setKeys(const QStringList &keys);
    /// One that cannot be chosen says why, where its key stands else.
    void setOpen(int index, bool isOpen, const QString &whyNot);

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup *m_group;
    QStringList m_keys;
};

} // namespace waitline
