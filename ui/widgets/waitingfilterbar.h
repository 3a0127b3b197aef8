#pragma once

#include "models/services/waitinglist.h"

#include <QWidget>

class QCheckBox;

namespace waitline {

class ChipBar;
class FilterEdit;
class Session;
class SuggestionEdit;

/// What narrows the waiting line: a text, a product, pre-orders or backorders, late lines, lines not covered.
class WaitingFilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit WaitingFilterBar(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] WaitingFilter filter() const;
    /// Shows a filter; `sku` names its product.
    void setFilter(const WaitingFilter &filter, const QString &sku = {});
    void focusText();

Q_SIGNALS:
    void changed();
    /// Down in the text: to the list.
    void downPressed();

private:
    FilterEdit *m_text;
    SuggestionEdit *m_product;
    ChipBar *m_kind;
    QCheckBox *m_late;
    QCheckBox *m_uncovered;
};

} // namespace waitline
