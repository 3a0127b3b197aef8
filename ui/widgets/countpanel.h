#pragma once

#include "models/services/scan.h"
#include "models/tables/receiptlinesmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/scantext.h"

class QPushButton;

namespace waitline {

class DataTable;
class ScanField;
class Session;

/// Counts a delivery: by codes typed or scanned into one field, or in the table. Codes are counted in the order in
/// which they were entered; one that is unknown is said and noted, and the counting goes on.
class CountPanel final : public Card {
    Q_OBJECT

public:
    explicit CountPanel(Session &session, QWidget *parent = nullptr);

    /// Begins anew.
    void begin(const std::optional<StoredPurchase> &purchase);
    void setEditable(bool editable);
    void focusField();
    [[nodiscard]] const ReceiptLinesModel &lines() const { return *m_lines; }
    /// Codes that were entered and are still looked up.
    [[nodiscard]] bool isLookingUp() const { return m_lookups > 0; }

Q_SIGNALS:
    void countChanged();
    void leaveAsked();
    void problem(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void makeTable();
    void makeKeys();
    void enter(const QString &typed);
    void count(const ScannedProduct &scanned, Units times);
    void noteUnknown(const QString &code, const Error &error);
    void takeBack();
    void completeLine();
    void completeAll();
    /// Shows a line, selected and in view, and says its count.
    void show(int row, std::optional<Counter::Outcome> outcome = {});
    using Card::show;

    Session &m_session;
    ReceiptLinesModel *m_lines;
    ScanField *m_field;
    Counter *m_counter;
    QLabel *m_times;
    QLabel *m_unknown;
    DataTable *m_table;
    QPushButton *m_completeLine;
    QPushButton *m_completeAll;
    QPushButton *m_takeBack;
    Units m_nextTimes = 1;
    QStringList m_unknownCodes;
    int m_lookups = 0;
    qint64 m_delivery = 0; ///< which one is counted: codes of an earlier one count no more
    bool m_isBlind = false;
};

} // namespace waitline
