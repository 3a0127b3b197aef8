#pragma once

#include "models/services/campaigns.h"
#include "models/services/ordersbehind.h"
#include "ui/pages/longread.h"
#include "ui/pages/page.h"

class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace waitline {

class BehindPanel;
class CampaignModel;
class ChartFrame;
class ChartTable;
class Choice;
class DataTable;
struct ChartSheet;

/// Campaigns and what came of them: the list, the figures of one or of two side by side, and its orders day by day.
class CampaignsPage final : public Page {
    Q_OBJECT

public:
    CampaignsPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override { return m_isReady; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeFigures();
    void reload();
    void cancelled();
    void take(const Result<std::vector<CampaignResult>> &results);
    void showList();
    void giveRoom();
    void showCampaign();
    void offerOthers();
    void showInstead(const QString &sentence);
    void exportCampaigns();
    void showChart(const Result<ChartSheet> &sheet);
    void openPoint(int point);
    void edit(bool isNew);
    void assign();
    [[nodiscard]] const CampaignResult *current() const;
    [[nodiscard]] const CampaignResult *compared() const;

    CampaignModel *m_model;
    DataTable *m_list;
    Choice *m_with;
    ChartTable *m_figures;
    DataTable *m_figuresTable;
    ChartFrame *m_chart;
    BehindPanel *m_behind;
    QStackedWidget *m_stack;
    QSplitter *m_below; ///< the list: figures and chart
    QLineEdit *m_orders;
    QPushButton *m_edit;
    QString m_shown; ///< code
    LongRead m_longRead;
    LongRead m_longChart;
    qint64 m_generation = 0;
    bool m_isActive = false;
    bool m_isStale = true;
    bool m_isReady = false;
};

} // namespace waitline
