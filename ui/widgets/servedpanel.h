#pragma once

#include "models/services/receivingjobs.h"
#include "models/services/receivingservice.h"
#include "models/services/session.h"
#include "models/tables/servedmodel.h"
#include "ui/widgets/card.h"

class QLabel;

namespace waitline {

class DataTable;

/// Who gets what of a receipt, before and after it is posted.
class ServedPanel final : public Card {
    Q_OBJECT

public:
    explicit ServedPanel(QWidget *parent = nullptr);

    /// `asUsual` is what each product's own policy would do, where another one is chosen; `difference` says it in short.
    void setOutcome(const QString &title, const jobs::NamedOutcome &outcome, const std::optional<jobs::NamedOutcome> &asUsual = {},
                    const QString &difference = {});
    /// Nothing to show, and why.
    void clear(const QString &title, const QString &sentence);

    /// "24 units: 19 go to 6 waiting orders, 5 stay free."
    [[nodiscard]] static QString summary(const ReceiptOutcome &outcome);

Q_SIGNALS:
    /// Enter or a double click on a line.
    void orderOpened(waitline::OrderId order);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWhy();
    void fitColumns();

    ServedModel *m_served;
    QLabel *m_title;
    QLabel *m_summary;
    DataTable *m_table;
    QLabel *m_why; ///< of a line, where the table has no room for the column
    QLabel *m_free;
    QLabel *m_passed;
    QLabel *m_difference;
};

} // namespace waitline
