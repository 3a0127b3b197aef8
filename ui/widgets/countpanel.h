#pragma once

#include "models/domain/scantext.h"
#include "models/services/receivingjobs.h"
#include "models/tables/receiptlinesmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/scansounds.h"

class QPushButton;
class QShortcut;

namespace waitline {

class DataTable;
class ScanField;
class UnknownCodes;

/// Counts a delivery by codes scanned or typed, or in the table. What it shows is what the database has: a sound, words
/// and an icon say what became of a scan once it is kept. A code that is unknown waits at the side, and the counting goes
/// on.
class CountPanel final : public Card {
    Q_OBJECT

public:
    explicit CountPanel(Session &session, QWidget *parent = nullptr);

    /// Shows another delivery.
    void begin(const ReceivingCountView &count);
    /// Shows the same one as it is now.
    void sync(const ReceivingCountView &count);
    void setEditable(bool editable);
    /// How high what is seen of the page is, and how much of that stands above this: the last scan, its line and the buttons
    /// stand in it together, or the first two where it is too low for all.
    void setRoom(int height, int above);
    /// Asked when the last scan is to be taken back; true: something newer was meant, and no scan is.
    void setNewer(const std::function<bool()> &newer) { m_newer = newer; }
    void focusField();
    /// What a scanner or fingers entered.
    void enter(const QString &typed);
    [[nodiscard]] const ReceiptLinesModel &lines() const { return *m_lines; }
    /// Scans and corrections that are not kept yet.
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }
    /// Gives the code that is asked for to this product.
    void bindTo(const QString &sku);

Q_SIGNALS:
    void countChanged();
    void doneAsked();
    void purchaseAsked(waitline::PurchaseId purchase, const QString &code);
    void newProductAsked(const QString &text);
    void leaveAsked();
    void problem(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void makeTable();
    void fitColumns();
    void makeKeys();
    void connectUnknown();
    [[nodiscard]] QPushButton *makeButton(const QString &objectName, const QString &text, const QString &iconName);
    void count(const ScanText &scan);
    void refuse(const QString &times);
    void setTimes(Units times);
    void takeBack();
    void completeLine();
    void completeAll();
    /// Awaits what becomes of a scan or key, and says it; `said`: what it is called where it counts.
    void await(const QFuture<Result<ScanOutcome>> &job, std::optional<Counter::Outcome> said = {});
    void tell(const ScanOutcome &outcome, std::optional<Counter::Outcome> said);
    void showLine(int row);
    void sayCounter(const CountLine &line, Counter::Outcome outcome);

    Session &m_session;
    ReceivingCountId m_count;
    ReceiptLinesModel *m_lines;
    ScanSounds m_sounds;
    ScanField *m_field;
    Counter *m_counter;
    QLabel *m_times;
    UnknownCodes *m_unknown;
    DataTable *m_table;
    QWidget *m_buttons;
    QPushButton *m_completeLine;
    QPushButton *m_completeAll;
    QPushButton *m_takeBack;
    QPushButton *m_damaged;
    QPushButton *m_sound;
    std::function<bool()> m_newer;
    QList<QShortcut *> m_keys;
    Units m_nextTimes = 1;
    QString m_refused; ///< what was entered and is no count; it stands in the field until something counts
    int m_pending = 0;
    bool m_isBlind = false;
};

} // namespace waitline
