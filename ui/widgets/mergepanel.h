#pragma once

#include "models/services/orderediting.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace waitline {

/// Says who changed what of an order meanwhile, and offers what can be done about it. Hidden until then.
class MergePanel final : public QFrame {
    Q_OBJECT

public:
    explicit MergePanel(QWidget *parent = nullptr);

    /// Shows what others did beside what the edit wanted; the keyboard goes to the first button.
    void ask(const std::vector<OthersChange> &others, const std::vector<SheetChange> &mine, const Currency &currency);

Q_SIGNALS:
    /// Both kept; where both changed a value, as preferred.
    void mergeAsked(waitline::Prefer prefer);
    /// Back to the form, with theirs in it.
    void goOnAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_mine;
    QPushButton *m_theirs;
    QPushButton *m_goOn;
};

} // namespace waitline
