#pragma once

#include "models/services/countservice.h"
#include "models/services/scan.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/inverse.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace waitline {

class DataTable;
class FormField;
class LinesGrid;
class MessageBar;
class ScanField;
class VarianceModel;

/// A stock count: products are scanned or typed, then what differs is looked at, then all is posted as one operation.
/// Who counts does not see what should be there, unless asked for.
class CountDialog final : public FormDialog {
    Q_OBJECT

public:
    CountDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is posted, and can be taken back.
    void posted(const QString &sentence, const waitline::Inverse &inverse);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    enum Step { Count, Review };
    QWidget *makeSheet();
    QWidget *makeReview();
    void readScanner(const QString &code);
    void scan(const QString &text);
    void keepUnknown(const QString &code);
    void showUnknown();
    void addUnits(const ScannedProduct &product, Units units);
    /// The sheet as typed; what cannot be read is marked and said.
    [[nodiscard]] std::optional<std::vector<CountedLine>> sheet();
    void showExpected();
    void review();
    void showReview(const Result<std::vector<CountVariance>> &variances);
    void post();
    [[nodiscard]] static QString whatWasPosted(const std::vector<CountOutcome> &outcomes);
    void backToCounting();
    void sayProblem(const Error &error);

    Session &m_session;
    QStackedWidget *m_steps;
    MessageBar *m_unknown;
    QStringList m_unknownCodes; ///< scanned, of no product, and neither added since nor dismissed
    ScanField *m_scan;
    QLabel *m_scanned;
    QCheckBox *m_showExpected;
    LinesGrid *m_lines;
    VarianceModel *m_variances;
    DataTable *m_table;
    QLabel *m_finding;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    QPushButton *m_back;
    Step m_step = Count;
};

} // namespace waitline
