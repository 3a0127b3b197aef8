#pragma once

#include "models/services/session.h"
#include "ui/inverse.h"

#include <QAction>
#include <QWidget>

namespace waitline {

class Prompts;

/// Where a click, a search hit or a command leads.
struct Destination {
    enum class Kind {
        Overview,
        Waiting,
        Preorders,
        Backorders,
        Late,
        Orders,
        Order,
        Customers,
        Customer,
        Products,
        Product,
        NewProduct,
        Receive,
        Receipt,
        Demand,
        Purchases,
        PurchaseDay, ///< a purchase, to say another day for it
        Ship,
        Cash,
        Notices
    };
    Kind kind = Kind::Overview;
    qint64 id = 0; ///< product, order, purchase, receipt or customer; 0: none in particular
    QString text; ///< what to filter by, or the name of what `id` stands for
};

/// One page of the window. It reads through the session and tells by signals what it wants; no page calls another.
class Page : public QWidget {
    Q_OBJECT

public:
    /// `word` is the stable name for --page and settings.
    Page(Session &session, Prompts &prompts, const QString &word, const QString &title, const QString &iconName);

    [[nodiscard]] const QString &word() const { return m_word; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &iconName() const { return m_iconName; }
    /// The page's one primary action, shown in the top bar; none by default.
    [[nodiscard]] QAction *primaryAction() const { return m_primaryAction; }

    /// Shows or hides: a hidden page marks itself stale instead of fetching.
    virtual void setActive(bool active) { Q_UNUSED(active) }
    /// Narrows the page to where somebody wants to go.
    virtual void show(const Destination &destination) { Q_UNUSED(destination) }
    using QWidget::show;
    /// The order that is shown; invalid: none.
    [[nodiscard]] virtual OrderId shownOrder() const { return {}; }
    /// The order that a command is about: the one shown, or of a row that is chosen; invalid: none.
    [[nodiscard]] virtual OrderId meantOrder() const { return shownOrder(); }
    /// Ctrl+F.
    virtual void focusFilter() {}
    /// Whether all that the page shows has been fetched and drawn once.
    [[nodiscard]] virtual bool isReady() const { return true; }

Q_SIGNALS:
    /// isReady() may have become true.
    void readyChanged();
    void goTo(const waitline::Destination &destination);
    void newOrderAsked();
    void editOrderAsked(waitline::OrderId order);
    /// Money is to be recorded; with an order, its entries are to be seen.
    void moneyAsked(waitline::OrderId order);
    /// Something is to be decided for the whole business first.
    void settingsAsked();
    /// A long job, to be shown with its progress; it can be cancelled there.
    void jobStarted(const QString &name, const QFuture<void> &job);
    /// Something was done that can be taken back for some seconds: with the button beside the sentence, or Ctrl+Z.
    void done(const QString &sentence, const waitline::Inverse &inverse);
    /// Something worth a sentence above the page.
    void said(const QString &sentence);
    /// The same where something went wrong.
    void complained(const QString &sentence);
    /// What was said is of no matter any more: something else is looked at.
    void movedOn();

protected:
    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] Prompts &prompts() const { return m_prompts; }
    /// The page's primary action, triggered by the button in the top bar and by `keys`.
    QAction *makePrimaryAction(const QString &text, const QString &iconName, const QKeySequence &keys = {});

private:
    Session &m_session;
    Prompts &m_prompts;
    QString m_word;
    QString m_title;
    QString m_iconName;
    QAction *m_primaryAction = nullptr;
};

} // namespace waitline

Q_DECLARE_METATYPE(waitline::Destination)
