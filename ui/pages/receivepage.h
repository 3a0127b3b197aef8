#pragma once

#include "models/services/receivingjobs.h"
#include "ui/pages/page.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace waitline {

class CountPanel;
class MessageBar;
class PurchaseChooser;
class ReasonBar;
class ServedPanel;

/// Goods in: which delivery, count, see who gets what, post. What is posted is what was shown.
class ReceivePage final : public Page {
    Q_OBJECT

public:
    ReceivePage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

private:
    enum class Step { Choose, Count, Posted };

    [[nodiscard]] QWidget *makeCountView();
    [[nodiscard]] QWidget *makeDeliveryBar();
    void follow();
    void setStep(Step step);
    void openPurchase(PurchaseId purchase);
    void begin(const std::optional<StoredPurchase> &purchase);
    void newPurchase();
    void leaveCount();
    [[nodiscard]] ReceiptDraft draft() const;
    void onCountChanged();
    void preview();
    void takePreview(const Result<jobs::NamedOutcome> &outcome);
    void post();
    void takePosted(const Result<jobs::NamedOutcome> &outcome);
    void voidReceipt(const QString &reason);
    void sayProblem(const QString &sentence);

    QStackedWidget *m_stack;
    MessageBar *m_message;
    ReasonBar *m_reason;
    PurchaseChooser *m_chooser;
    CountPanel *m_count;
    ServedPanel *m_served;
    QLabel *m_delivery;
    QLabel *m_expected;
    QLineEdit *m_reference;
    QComboBox *m_policy;
    QAction *m_primary;
    QTimer m_previewSoon;
    Step m_step = Step::Choose;
    std::optional<ReceiptOutcome> m_previewed; ///< of the count as it is now
    qint64 m_generation = 0; ///< of the count: older previews are dropped
    bool m_postWhenPreviewed = false;
    bool m_isPosting = false;
    ReceiptId m_posted;
};

} // namespace waitline
