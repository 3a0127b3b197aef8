#pragma once

#include "models/services/search.h"
#include "ui/pages/page.h"

#include <QDialog>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace waitline {

/// Ctrl+K: one field that finds any order, customer, product, purchase or receipt as one types, and the commands of the menus.
/// Enter takes the top match.
class GoToDialog final : public QDialog {
    Q_OBJECT

public:
    GoToDialog(Session &session, const QList<QAction *> &commands, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const waitline::Destination &destination);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &text);
    void show(const std::vector<SearchHit> &hits);
    void sayNothing(const QString &sentence);
    void choose(int row);
    void findCommands(const QString &text);
    void addRow(const QIcon &icon, const QString &title, const QString &detail);
    using QDialog::show;

    Session &m_session;
    QLineEdit *m_text;
    QListView *m_list;
    QStandardItemModel *m_model;
    QList<QAction *> m_commands;
    QList<QAction *> m_named; ///< commands called just what was typed: they come first
    QList<QAction *> m_alike; ///< those that have its words: they come after the hits
    QLabel *m_nothing; ///< says so where nothing is found
    std::vector<SearchHit> m_hits;
    QFuture<Result<std::vector<SearchHit>>> m_search;
    qint64 m_searches = 0;
    bool m_isSearching = false; ///< the answer to the last text is not there yet
    bool m_chooseWhenFound = false; ///< Enter was faster than the database
};

} // namespace waitline
