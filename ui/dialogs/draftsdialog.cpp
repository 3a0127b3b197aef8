#include "ui/dialogs/draftsdialog.h"

#include "models/tables/celltext.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/orderwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QShortcut>
#include <QVBoxLayout>

namespace waitline {

DraftsDialog::DraftsDialog(const OrderDrafts &drafts, QWidget *parent)
    : QDialog(parent)
    , m_drafts(drafts)
    , m_message(new MessageBar)
    , m_list(new QListWidget)
    , m_open(primaryButton(tr("Go on with it")))
    , m_discard(pushButton(tr("Discard")))
{
    setObjectName(QStringLiteral("draftsDialog"));
    setWindowTitle(tr("Unfinished orders"));
    resize(fittingSize(*this, {560, 420}));
    m_list->setObjectName(QStringLiteral("drafts"));
    m_list->setAccessibleName(tr("Unfinished orders"));
    m_list->setItemDelegate(new RowDelegate(m_list)); // the list's frame tells where the keyboard is, and a row's would double it
    m_open->setObjectName(QStringLiteral("openDraft"));
    m_discard->setObjectName(QStringLiteral("discardDraft"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    column->addWidget(label(tr("Unfinished orders"), TextSize::Section));
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    QPushButton *leave = pushButton(tr("Close"));
    row->addWidget(m_discard);
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(m_open);
    column->addLayout(row);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &DraftsDialog::goOn);
    connect(m_discard, &QPushButton::clicked, this, &DraftsDialog::discard);
    connect(m_message, &MessageBar::buttonPressed, this, &DraftsDialog::bringBack);
    connect(m_list, &QListWidget::itemActivated, this, &DraftsDialog::goOn);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &DraftsDialog::bringBack);
    read();
    m_list->setFocus();
}

void DraftsDialog::read()
{
    const int row = std::max(0, m_list->currentRow());
    m_shown = m_drafts.leftOver();
    m_list->clear();
    for (const OrderDrafts::Draft &draft : m_shown)
        m_list->addItem(tr("%1 · %2").arg(draftName(draft.entry.order, draft.entry.customerName, qsizetype(draft.entry.lines.size())),
                                          instantText(draft.keptAt.toMSecsSinceEpoch())));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_open->setEnabled(!m_shown.empty());
    m_discard->setEnabled(!m_shown.empty());
    if (m_shown.empty() && m_discarded.isEmpty())
        m_message->say(MessageBar::Kind::Notice, tr("There are none: what you type into an order and do not save is kept here."));
}

void DraftsDialog::goOn()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const OrderDrafts::Draft draft = m_shown[size_t(row)];
    accept();
    Q_EMIT chosen(draft);
}

void DraftsDialog::discard()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_discarded = m_shown[size_t(row)].id;
    m_drafts.discard(m_discarded);
    m_message->say(MessageBar::Kind::Done, tr("%1 is thrown away.").arg(m_list->item(row)->text()), tr("Bring it back (Ctrl+Z)"));
    read();
}

void DraftsDialog::bringBack()
{
    if (m_discarded.isEmpty())
        return;
    m_drafts.bringBack(std::exchange(m_discarded, {}));
    m_message->clear();
    read();
}

void DraftsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        discard();
    else
        QDialog::keyPressEvent(event);
}

} // namespace waitline
