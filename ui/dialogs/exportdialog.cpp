#include "ui/dialogs/exportdialog.h"

#include "models/tables/celltext.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>

namespace waitline {

ExportDialog::ExportDialog(Session &session, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_subject(new QComboBox)
    , m_kind(new QComboBox)
    , m_message(new MessageBar)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    for (const auto &[subject, name] : {std::pair(ExportSubject::Products, tr("Products with their stock figures")),
                                        std::pair(ExportSubject::Waiting, tr("Waiting lines in rank order, with ETA")),
                                        std::pair(ExportSubject::Orders, tr("Orders, a row for each line")),
                                        std::pair(ExportSubject::Ledger, tr("Stock ledger: every movement")),
                                        std::pair(ExportSubject::Demand, tr("Demand by product and day")),
                                        std::pair(ExportSubject::Availability, tr("Availability, for the shop"))})
        m_subject->addItem(name, int(subject));
    for (const auto &[suffix, name] :
         {std::pair("xlsx", tr("Workbook (XLSX)")), std::pair("csv", tr("Text (CSV)")), std::pair("json", tr("JSON"))})
        m_kind->addItem(name, QString::fromLatin1(suffix));

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("What"), m_subject);
    form->addRow(tr("As"), m_kind);
    m_subject->setAccessibleName(tr("What"));
    m_kind->setAccessibleName(tr("As"));

    QPushButton *cancel = pushButton(tr("Cancel"));
    QPushButton *go = primaryButton(tr("Export…"), QStringLiteral("export"));
    go->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(go, &QPushButton::clicked, this, &ExportDialog::choosePath);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(go);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addWidget(label(tr("Export"), TextSize::Section));
    column->addWidget(m_message);
    column->addLayout(form);
    column->addLayout(buttons);
}

void ExportDialog::choosePath()
{
    const auto subject = ExportSubject(m_subject->currentData().toInt());
    const QString suffix = m_kind->currentData().toString();
    const QString proposed = QStringLiteral("%1.%2").arg(subjectWord(subject), suffix);
    m_prompts.saveFile(this, tr("Export"), proposed, QStringLiteral("%1 (*.%2)").arg(m_kind->currentText(), suffix),
                       [this, subject](const QString &path) { exportTo(path, subject); });
}

void ExportDialog::exportTo(const QString &path, ExportSubject subject)
{
    auto job = jobs::exportFile(m_session, subject, path);
    Q_EMIT jobStarted(tr("Exporting %1").arg(subjectWord(subject)), QFuture<void>(job));
    setEnabled(false);
    whenDone(
        job, this,
        [this](const Result<ExportOutcome> &outcome) {
            setEnabled(true);
            if (!outcome)
                return m_message->say(MessageBar::Kind::Problem, outcome.error().message);
            Q_EMIT done(tr("%1 exported to %2.").arg(countText(outcome->rows, tr("1 row"), tr("%1 rows")), outcome->file));
            accept();
        },
        [this] { setEnabled(true); });
}

} // namespace waitline
