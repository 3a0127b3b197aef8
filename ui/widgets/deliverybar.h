#pragma once

#include "models/services/receivingcounts.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;

namespace waitline {

/// Which delivery is counted, and what is said of it: the supplier's note number, a note, and who is served.
class DeliveryBar final : public QWidget {
    Q_OBJECT

public:
    explicit DeliveryBar(QWidget *parent = nullptr);

    void begin(const ReceivingCountView &count, QDate today);
    void setEditable(bool editable);
    /// Says at once what was entered last; false where nothing was.
    bool saveNow();
    /// Warns that receipts have the note number already.
    void warnOf(const std::vector<ReceiptId> &receipts);

Q_SIGNALS:
    /// Some moments after the last key, and at once where it says who is served.
    void termsChanged(const waitline::CountTerms &terms);
    void leaveAsked();
    /// The keyboard may go back to the count.
    void finished();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeWhat();
    [[nodiscard]] QWidget *makeField(QLineEdit *field, const QString &name, int width);
    [[nodiscard]] CountTerms terms() const;

    QBoxLayout *m_row;
    QLabel *m_delivery;
    QLabel *m_expected;
    QLabel *m_warning;
    QLineEdit *m_reference;
    QLineEdit *m_note;
    QComboBox *m_policy;
    QTimer m_saveSoon;
};

} // namespace waitline
