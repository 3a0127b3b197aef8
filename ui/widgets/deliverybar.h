#pragma once

#include "models/services/receivingcounts.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace waitline {

/// Which delivery is counted, and what is said of it: the supplier's note number, a note, and who is served.
class DeliveryBar final : public QWidget {
    Q_OBJECT

public:
    explicit DeliveryBar(QWidget *parent = nullptr);

    void begin(const ReceivingCountView &count, QDate today);
    void setEditable(bool editable);
    /// What can be said of the delivery; it stands where it is put, at first beside the name.
    [[nodiscard]] QWidget *fields() const { return m_fields; }
    void takeFields();
    /// Says at once what was entered last; false where nothing was.
    bool saveNow();
    /// The keyboard goes to where it is said why the goods are given out otherwise.
    void askWhy();
    /// Warns that receipts have the note number already.
    void warnOf(const std::vector<ReceiptId> &receipts);

Q_SIGNALS:
    /// Some moments after the last key, and at once where it says who is served.
    void termsChanged(const waitline::CountTerms &terms);
    void leaveAsked();
    void discardAsked();
    /// The keyboard may go back to the count.
    void finished();

private:
    void hintWhy();
    [[nodiscard]] QWidget *makeWhat();
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeField(QLineEdit *field, const QString &name, int width);
    [[nodiscard]] CountTerms terms() const;

    QLabel *m_delivery;
    QLabel *m_expected;
    QLabel *m_warning;
    QLineEdit *m_reference;
    QLineEdit *m_note;
    QComboBox *m_policy = nullptr;
    QPushButton *m_discard;
    QWidget *m_fields;
    QTimer m_saveSoon;
};

} // namespace waitline
