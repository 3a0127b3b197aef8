#pragma once

#include <QMap>
#include <QWidget>

class QPushButton;

namespace waitline {

/// Choices side by side, one at most taken. Where none may be taken, pressing the taken one lets it go again.
class ChipBar final : public QWidget {
    Q_OBJECT

public:
    enum class Choice { ExactlyOne, AtMostOne };

    ChipBar(Choice choice, const QString &accessibleName, QWidget *parent = nullptr);
    void addChip(int id, const QString &text, const QString &iconName = {}, const QString &meaning = {});
    /// Takes a chip, or none for -1; tells only by changed() when a person did it.
    void setChosen(int id);
    /// -1 for none.
    [[nodiscard]] int chosen() const;

Q_SIGNALS:
    void changed(int id);

private:
    Choice m_choice;
    QMap<int, QPushButton *> m_chips; ///< by id
    int m_chosen = -1;
};

} // namespace waitline
