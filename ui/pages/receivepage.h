#pragma once

#include "models/services/receivingjobs.h"
#include "ui/pages/page.h"

#include <QTimer>

class QBoxLayout;
class QSplitter;
class QStackedWidget;

namespace waitline {

class CountPanel;
class DeliveryBar;
class MessageBar;
class PostedBar;
class PurchaseChooser;
class ScannerKeys;
class ServedPanel;

/// Goods in: which delivery, count, see who gets what, post. What is posted is what was shown. A scanner works wherever
/// the keyboard is.
class ReceivePage final : public Page {
    Q_OBJECT

public:
    ReceivePage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Step { Choose, Count, Posted };
    /// What posting waits to be told.
    struct Asked {
        bool isOfUnknown = false; ///< codes that belong to no product
        bool isOfExcess = false;
        bool isOfReason = false; ///< why the goods are given out otherwise
    };

    [[nodiscard]] QWidget *makeCountView();
    void follow();
    void followCount();
    void giveRoom();
    void setStep(Step step);
    void readScanner(const QString &code);
    void openPurchase(PurchaseId purchase, const QString &code);
    void openBlind();
    void goOn(ReceivingCountId count);
    void begin(const ReceivingCountView &count);
    void awaitCount(const QFuture<Result<ReceivingCountView>> &job, const QString &code);
    void refuseOpening(const Error &error, const QString &code);
    void newPurchase();
    void newProduct(const QString &text);
    void print();
    void printLabels();
    void saveTerms(const CountTerms &terms);
    void discard();
    void onCountChanged();
    void preview();
    void takePreview(const jobs::CountPreview &preview);
    void post(bool takeExcess);
    [[nodiscard]] bool isAsking(bool takeExcess);
    void ask(const Asked &asked, const QStringList &sentences);
    void goOnConsciously();
    void takePosted(const Result<jobs::NamedOutcome> &outcome);
    void refusePosting(const Error &error);
    [[nodiscard]] bool takePostingBack();
    [[nodiscard]] Inverse voiding(ReceiptId receipt);
    void goBackToCount(ReceiptId receipt);
    void showReceipts(ReceiptId wanted);
    void showCovered();
    void printPickList();
    void showPosted();
    void closeRest();
    [[nodiscard]] Inverse reopening(const StoredPurchase &before);
    void sayProblem(const QString &sentence);

    QStackedWidget *m_stack;
    QBoxLayout *m_column = nullptr; ///< of the delivery that is counted
    QSplitter *m_both;
    MessageBar *m_message;
    PurchaseChooser *m_chooser;
    DeliveryBar *m_delivery;
    CountPanel *m_count;
    PostedBar *m_postedBar;
    ServedPanel *m_served;
    ScannerKeys *m_scanner;
    QAction *m_primary;
    QAction *m_goOn; ///< the conscious yes to what a delivery should not be
    QTimer m_previewSoon;
    Step m_step = Step::Choose;
    std::optional<ReceivingCountView> m_view; ///< the delivery as it was last read
    std::optional<jobs::NamedOutcome> m_previewed; ///< of the count as it is now
    std::optional<jobs::NamedOutcome> m_overtaken; ///< what was previewed and not posted, because something changed
    qint64 m_generation = 0; ///< of the count: older previews are dropped
    bool m_postWhenPreviewed = false;
    bool m_isTakingExcess = false;
    bool m_isLeavingUnknown = false; ///< it was said that codes without a product do not count
    bool m_isLeavingReason = false; ///< the same of why the goods are given out otherwise
    bool m_isOtherwise = false; ///< somebody gets other units than by the product's own policy
    QString m_excess; ///< what came beyond the tolerance, in a sentence
    Asked m_asked;
    bool m_isOpening = false; ///< a delivery: what is scanned meanwhile is counted when it is there
    QStringList m_early;
    bool m_isPosting = false;
    bool m_isUndoAwaited = false; ///< the receipt that is being posted is to be taken back
    int m_saving = 0; ///< terms that are not kept yet
    ReceiptId m_posted;
    QString m_postedSentence;
    Units m_missing = 0; ///< of its purchase
    ReceiptId m_voided; ///< by this page, last
};

} // namespace waitline
