#pragma once

#include "models/services/productview.h"
#include "models/services/session.h"
#include "ui/inverse.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace waitline {

class EntryForm;

/// What is done with a product sold before it is there: release it now, move its day after seeing whom that concerns,
/// end its edition. Hidden where none of these can be done.
class ReleaseActions final : public QWidget {
    Q_OBJECT

public:
    explicit ReleaseActions(Session &session, QWidget *parent = nullptr);
    void setView(const ProductView &view);
    /// Another product: an open form is left.
    void closeForm();

Q_SIGNALS:
    void done(const QString &sentence, const waitline::Inverse &inverse);
    void complained(const QString &sentence);
    /// The button that has the keyboard is about to go: another one must not get the next key.
    void lettingGo();

private:
    void moveRelease();
    void enterRelease();
    void release(QDate day);
    void endEdition();
    void change(const std::function<void(ProductTerms &)> &change, const QString &sentence, const QString &undone);

    Session &m_session;
    ProductView m_view;
    QPushButton *m_now;
    QPushButton *m_move;
    QPushButton *m_end;
    QVBoxLayout *m_column;
    EntryForm *m_form = nullptr;
};

} // namespace waitline
