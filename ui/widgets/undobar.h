#pragma once

#include "ui/inverse.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace waitline {

class MessageBar;

/// Says what was just done and offers to take it back, for some seconds: instead of asking whether one is sure. What
/// was done before it can be taken back after it, as long as its own seconds last.
class UndoBar final : public QWidget {
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);

    void offer(const QString &sentence, const Inverse &inverse);
    [[nodiscard]] bool canUndo() const;
    /// Takes back what was done last; nothing where nothing is offered.
    void undo();
    /// Forgets what is offered: the business is another one.
    void clear();

Q_SIGNALS:
    void undone(const QString &sentence);
    void refused(const QString &sentence);

private:
    struct Offer {
        QString sentence;
        Inverse inverse;
        QDeadlineTimer until;
    };
    void show();
    void dropExpired();

    MessageBar *m_bar;
    std::vector<Offer> m_offers; ///< the newest last
    QTimer m_expiry;
    bool m_isUndoing = false;
};

} // namespace waitline
