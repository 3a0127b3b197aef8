#pragma once

#include "models/services/search.h"
#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace waitline {

/// Ctrl+K: one field that finds any order, customer, product, purchase or receipt as one types. Enter takes the top match.
class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    GoToDialog(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const waitline::Destination &destination);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &text);
    void show(const std::vector<SearchHit> &hits);
    void sayNothing(const QString &sentence);
    void choose(int row);
    using QDialog::show;

    Session &m_session;
    QLineEdit *m_text;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_nothing; ///< says so where nothing is found
    std::vector<SearchHit> m_hits;
    QFuture<Result<std::vector<SearchHit>>> m_search;
    qint64 m_searches = 0;
    bool m_isSearching = false; ///< the answer to the last text is not there yet
    bool m_chooseWhenFound = false; ///< Enter was faster than the database
};

} // namespace waitline
