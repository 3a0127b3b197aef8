#pragma once

#include "models/domain/product.h"
#include "models/services/countservice.h"
#include "models/services/productview.h"
#include "models/services/session.h"
#include "ui/inverse.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace waitline {

class Badge;
class ChangeForm;
class FigureGrid;
class ForecastBox;
class MessageBar;
class ReleaseActions;

/// One product at the side of the list: its counters, its terms, what is still to come, and what can be done with it.
/// It follows what happens to the product while it is open.
class ProductPanel final : public Card {
    Q_OBJECT

public:
    explicit ProductPanel(Session &session, QWidget *parent = nullptr);

    void open(ProductId product);
    [[nodiscard]] ProductId product() const { return m_product; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Opens the form that takes what was counted.
    void countStock();
    /// Opens the form that takes what is broken or missing.
    void writeOff();
    [[nodiscard]] const std::optional<ProductView> &view() const { return m_view; }

Q_SIGNALS:
    void loaded();
    /// By its own button.
    void closed();
    void complained(const QString &sentence);
    /// A change that can be taken back.
    void done(const QString &sentence, const waitline::Inverse &inverse);
    void editAsked(const waitline::ProductView &product);
    void lineAsked(waitline::ProductId product);
    void demandAsked(waitline::ProductId product);
    void labelAsked(waitline::ProductId product);
    void editionAsked(const waitline::ProductView &product);

private:
    QWidget *makeHead();
    QWidget *makeActions();
    void read();
    void show(const ProductView &view);
    void showStock(const StockFigures &stock);
    void showTerms(const ProductView &view);
    void showSupplies(const ProductView &view);
    using StockJob = std::function<QFuture<Result<CountOutcome>>(Units units, const QString &reason)>;
    void openForm(ChangeForm *form, QPushButton *button, const StockJob &job);
    void closeCount();

    Session &m_session;
    ProductId m_product;
    std::optional<ProductView> m_view;
    bool m_isLoaded = false;
    QLabel *m_title;
    QLabel *m_name;
    Badge *m_state;
    FigureGrid *m_stock;
    FigureGrid *m_terms;
    QLabel *m_supplies;
    MessageBar *m_message;
    ReleaseActions *m_release;
    QPushButton *m_count;
    QPushButton *m_writeOff;
    QPushButton *m_asking = nullptr; ///< the button whose form is open
    QWidget *m_countPlace;
    ForecastBox *m_forecast;
    ChangeForm *m_countForm = nullptr;
};

} // namespace waitline
