#pragma once

#include "models/services/shippingjobs.h"

#include <QFrame>

class QLayout;
class QLabel;
class QLineEdit;

namespace waitline {

/// Asks how shipments travel, one after the other and without a box: Enter keeps what is entered and goes on to the next,
/// so that scanning the labels of the parcels is enough; Esc leaves the rest as it is. Hidden until asked.
class ParcelBar final : public QFrame {
    Q_OBJECT

public:
    explicit ParcelBar(QWidget *parent = nullptr);
    void ask(const std::vector<StoredShipment> &shipments);

Q_SIGNALS:
    /// It travels otherwise than before.
    void given(const waitline::StoredShipment &before, const waitline::Parcel &parcel);
    /// All are asked for, or it was left.
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addField(QLayout *row, const QString &name, const QString &objectName);
    void show();
    void keep();
    void leave();

    std::vector<StoredShipment> m_shipments;
    size_t m_current = 0;
    QLabel *m_which;
    QLineEdit *m_carrier;
    QLineEdit *m_tracking;
};

} // namespace waitline
