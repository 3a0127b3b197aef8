#pragma once

#include "models/services/receivingcounts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace waitline {

class Session;
class SuggestionEdit;

/// Codes that no product has, kept at the side while the scanning goes on: each is given to a product on the spot, or is
/// of no matter. Hidden while there is none.
class UnknownCodes final : public QWidget {
    Q_OBJECT

public:
    explicit UnknownCodes(Session &session, QWidget *parent = nullptr);

    void setCodes(const std::vector<UnknownCode> &codes);
    void setEditable(bool editable);
    [[nodiscard]] const std::vector<UnknownCode> &codes() const { return m_codes; }
    /// Gives the code that is asked for to a product that was just made.
    void bindTo(const QString &sku);
    /// Says why a code could not be given to a product; what was entered stays.
    void sayProblem(const QString &sentence);

Q_SIGNALS:
    void bindAsked(const QString &code, const QString &sku, waitline::Units units);
    void forgetAsked(const QString &code);
    /// A product that is not known yet is to be made of this text.
    void newProductAsked(const QString &text);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeForm();
    void showRows();
    QWidget *makeRow(const UnknownCode &code);
    void ask(const QString &code);
    void bind();
    void endAsking();

    std::vector<UnknownCode> m_codes;
    QString m_asked; ///< the code that is given to a product now
    QVBoxLayout *m_rows;
    QWidget *m_form;
    QLabel *m_question;
    SuggestionEdit *m_product;
    QLineEdit *m_units;
    QLabel *m_problem;
};

} // namespace waitline
