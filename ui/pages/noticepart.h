#pragma once

#include "models/services/noticeservice.h"
#include "ui/pages/listpage.h"

class QComboBox;

namespace waitline {

class ChipBar;
class FilterEdit;
class NoticeModel;
class NoticePanel;

/// The notices that operations prepared, and those told and withdrawn. People send them: with their mail program, from
/// files or by telephone; then they mark them as told.
class NoticePart final : public ListPage {
    Q_OBJECT

public:
    NoticePart(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    [[nodiscard]] OrderId shownOrder() const override;
    void focusFilter() override;
    /// F9: the chosen notices.
    void markTold();
    void withdraw();

public Q_SLOTS:
    /// Writes what operations left to be written.
    void prepare();

protected:
    void openRow(const QModelIndex &row) override;
    [[nodiscard]] bool isPanelLoaded() const override;
    void updateEmptyState() override;
    void updateTotals() override;

private:
    QWidget *makeFilter();
    void makeTable();
    void makeFoot();
    void follow();
    void filterChanged();
    void followList();
    void showAll();
    [[nodiscard]] std::vector<NoticeId> chosen() const;
    /// The chosen ones; where no more than one is, all of the list.
    [[nodiscard]] std::vector<NoticeId> chosenOrAll() const;
    void close(const std::vector<NoticeId> &notices, bool isTold);
    void saveMessages();
    void askForAddress();
    void saveMessagesIn(const QString &folder, const std::vector<NoticeId> &notices);
    void exportMerge();
    void exportMergeTo(const QString &path, const std::vector<NoticeId> &notices);
    void editWords();
    void answer(NoticeId notice, bool isAccepted);

    NoticeModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_state;
    QComboBox *m_kind;
    NoticePanel *m_notice;
    int m_row = -1; ///< of the notice that was opened last
    bool m_isActive = false;
};

} // namespace waitline
