#include "ui/pages/noticepart.h"

#include "models/exchange/noticefilejobs.h"
#include "models/services/noticejobs.h"
#include "models/tables/celltext.h"
#include "models/tables/noticemodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/dialogs/wordsdialog.h"
#include "ui/prompts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticepanel.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>

namespace waitline {

NoticePart::NoticePart(Session &session, Prompts &prompts)
    : ListPage(session, prompts,
               {QStringLiteral("noticeList"), tr("Notices to customers"), QStringLiteral("notices"), QStringLiteral("noticesTable")})
    , m_model(new NoticeModel(session, this))
    , m_text(new FilterEdit(tr("Filter the notices"), tr("Order, reference, customer…  Ctrl+F")))
    , m_state(new ChipBar(ChipBar::Choice::ExactlyOne, tr("Which notices")))
    , m_kind(new QComboBox)
    , m_notice(new NoticePanel(session))
{
    makeTable();
    assemble(m_model, makeFilter(), m_notice);
    makeFoot();
    follow();
}

QWidget *NoticePart::makeFilter()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar, FlowLayout::Rest::Left);
    m_text->setObjectName(QStringLiteral("noticeFilter"));
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(320);
    m_state->addChip(int(NoticeState::Open), tr("To be told"), QStringLiteral("clock"), tr("Prepared, and not told yet"));
    m_state->addChip(int(NoticeState::Unanswered), tr("Answer awaited"), QStringLiteral("user"),
                     tr("Delays that customers are asked to agree to"));
    m_state->addChip(int(NoticeState::Told), tr("Told"), QStringLiteral("check"), tr("In the words they were told in"));
    m_state->addChip(int(NoticeState::Withdrawn), tr("Withdrawn"), QStringLiteral("close"), tr("Not to be told"));
    m_state->setChosen(int(NoticeState::Open));
    m_kind->setObjectName(QStringLiteral("noticeKind"));
    m_kind->setAccessibleName(tr("Kind of notice"));
    m_kind->addItem(tr("All kinds"));
    for (int kind = 0; kind < noticeKinds; ++kind)
        m_kind->addItem(noticeKindText(NoticeKind(kind)));
    row->addWidget(m_text);
    row->addWidget(m_state);
    row->addWidget(m_kind);
    return bar;
}

void NoticePart::makeTable()
{
    using Column = NoticeModel::Column;
    table()->setModel(m_model);
    table()->setItemDelegateForColumn(
        Column::Kind, new BadgeDelegate([](const QModelIndex &cell) { return lookOf(NoticeKind(cell.data(KindRole).toInt())); }, this));
    table()->setInitiallyHidden({Column::Merged});
    table()->setGivingWay({Column::Email, Column::Prepared, Column::Deadline});
    table()->restoreColumns({19, 7, 20, 18, 10, 10, 20, 7}, Column::Customer);
    QStringList kinds;
    for (int kind = 0; kind < noticeKinds; ++kind)
        kinds += noticeKindText(NoticeKind(kind));
    QList<int> widths(table()->model()->columnCount(), -1);
    widths[Column::Kind] = widestBadge(table()->fontMetrics(), kinds);
    widths[Column::Date] = widths[Column::Deadline] = widestDay(table()->fontMetrics());
    table()->widen(widths);
}

void NoticePart::makeFoot()
{
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons, FlowLayout::Rest::Left);
    foot()->addWidget(buttons, 1);
    foot()->setAlignment(totals(), Qt::AlignTop); // beside the first row of buttons
    const auto add = [this, flow](const QString &text, const QString &iconName, const char *name, const QString &keys,
                                  void (NoticePart::*work)()) {
        QPushButton *button = quietButton(text, iconName);
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(QKeySequence(keys).toString(QKeySequence::NativeText));
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, work);
        addKey(QKeySequence(keys), [this, work] { (this->*work)(); });
    };
    add(tr("Withdraw"), QStringLiteral("close"), "withdrawNotices", QStringLiteral("Ctrl+Del"), &NoticePart::withdraw);
    add(tr("Save as e-mails…"), QStringLiteral("file"), "saveMessages", QStringLiteral("Ctrl+Shift+S"), &NoticePart::saveMessages);
    add(tr("Mail merge…"), QStringLiteral("export"), "exportMerge", QStringLiteral("Ctrl+E"), &NoticePart::exportMerge);
    add(tr("Edit the words…"), QStringLiteral("edit"), "editWords", QStringLiteral("F2"), &NoticePart::editWords);
}

void NoticePart::follow()
{
    connect(m_text, &FilterEdit::filterChanged, this, &NoticePart::filterChanged);
    connect(m_text, &FilterEdit::downPressed, this, &NoticePart::toTable);
    connect(m_state, &ChipBar::changed, this, &NoticePart::filterChanged);
    connect(m_kind, &QComboBox::activated, this, &NoticePart::filterChanged);
    addKey(Qt::Key_F7, [this] { m_notice->openMail(); });
    connect(m_model, &WindowedModel::loaded, this, &NoticePart::followList);
    connect(m_notice, &NoticePanel::loaded, this, &Page::readyChanged);
    connect(m_notice, &NoticePanel::closed, this, [this] { focusList(); });
    connect(m_notice, &NoticePanel::toldAsked, this, [this](NoticeId notice) { close({notice}, true); });
    connect(m_notice, &NoticePanel::withdrawAsked, this, [this](NoticeId notice) { close({notice}, false); });
    connect(m_notice, &NoticePanel::answered, this, &NoticePart::answer);
    connect(m_notice, &NoticePanel::said, this, &Page::said);
    connect(m_notice, &NoticePanel::orderAsked, this, [this](OrderId order) { Q_EMIT goTo({Destination::Kind::Order, order.value, {}}); });
    connect(&session(), &Session::changed, this, [this] {
        if (m_isActive)
            prepare();
    });
}

/// A notice that was told or withdrawn leaves the list: the panel goes on to the one that stands there now.
void NoticePart::followList()
{
    if (m_notice->isHidden() || m_model->rowOf(m_notice->notice().value) >= 0)
        return;
    if (m_notice->isAnswerAwaited()) // which the panel takes; no other notice is meant by the next key
        return table()->selectionModel()->clear();
    const int row = std::min(std::max(m_row, 0), m_model->rowCount() - 1);
    if (row < 0)
        return hidePanel();
    table()->markRow(row);
    openRow(m_model->index(row, 0));
}

void NoticePart::setActive(bool active)
{
    m_isActive = active;
    ListPage::setActive(active);
    if (active)
        prepare();
}

void NoticePart::prepare()
{
    whenDone(jobs::prepareNotices(session()), this, [this](const Result<Done> &prepared) {
        if (!prepared)
            Q_EMIT complained(prepared.error().message);
    });
}

OrderId NoticePart::shownOrder() const { return m_notice->isHidden() ? OrderId{} : m_notice->order(); }

void NoticePart::focusFilter()
{
    showList();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool NoticePart::isPanelLoaded() const { return m_notice->isLoaded(); }

void NoticePart::openRow(const QModelIndex &row)
{
    const std::vector<NoticeId> all = m_model->all();
    if (size_t(row.row()) >= all.size())
        return;
    showPanel();
    m_row = row.row();
    m_notice->open(all[size_t(m_row)]);
}

void NoticePart::filterChanged()
{
    NoticeFilter filter;
    filter.text = m_text->text().trimmed();
    filter.state = NoticeState(m_state->chosen());
    if (m_kind->currentIndex() > 0)
        filter.kind = NoticeKind(m_kind->currentIndex() - 1);
    m_model->setFilter(filter);
    updateEmptyState();
}

void NoticePart::showAll()
{
    m_text->clear();
    m_kind->setCurrentIndex(0);
    m_state->setChosen(int(NoticeState::Open));
    filterChanged();
}

void NoticePart::updateEmptyState()
{
    if (m_model->filter() == NoticeFilter{})
        table()->setEmptyState(tr("Nobody has to be told of anything. Notices stand here when an order is placed, goods are set aside or "
                                  "shipped, a date moves or money is due back."));
    else
        table()->setEmptyState(tr("No notice is meant by this filter."), tr("Show what is to be told"), [this] { showAll(); });
}

void NoticePart::updateTotals()
{
    const int notices = m_model->rowCount();
    totals()->setText(notices == 1 ? tr("1 notice") : tr("%1 notices").arg(numberText(notices)));
}

std::vector<NoticeId> NoticePart::chosen() const
{
    const std::vector<NoticeId> all = m_model->all();
    std::vector<NoticeId> notices;
    for (int row : table()->chosenRows()) {
        if (size_t(row) < all.size())
            notices.push_back(all[size_t(row)]);
    }
    return notices;
}

std::vector<NoticeId> NoticePart::chosenOrAll() const
{
    std::vector<NoticeId> notices = chosen();
    return notices.size() > 1 ? notices : m_model->all();
}

void NoticePart::markTold() { close(chosen(), true); }

void NoticePart::withdraw() { close(chosen(), false); }

void NoticePart::close(const std::vector<NoticeId> &notices, bool isTold)
{
    if (notices.empty())
        return Q_EMIT complained(tr("No notice is chosen: choose one in the list."));
    auto job = isTold ? jobs::markTold(session(), notices) : jobs::withdrawNotices(session(), notices);
    whenDone(job, this, [this, isTold](const Result<NoticesChanged> &changed) {
        if (!changed)
            return Q_EMIT complained(changed.error().message);
        const QString count = changed->notices == 1 ? tr("1 notice") : tr("%1 notices").arg(numberText(changed->notices));
        Q_EMIT done(isTold ? tr("%1 marked as told.").arg(count) : tr("%1 withdrawn.").arg(count),
                    inverseBy([this, operation = changed->operation] { return jobs::undoNotices(session(), operation); },
                              tr("%1 to be told again.").arg(count)));
    });
}

void NoticePart::saveMessages()
{
    const std::vector<NoticeId> notices = chosenOrAll();
    if (notices.empty())
        return Q_EMIT complained(tr("There is no notice to save: change the filter first."));
    whenDone(jobs::storeSettings(session()), this, [this, notices](const Result<StoreSettings> &settings) {
        if (!settings)
            return Q_EMIT complained(settings.error().message);
        if (settings->email.isEmpty())
            return askForAddress();
        prompts().folder(this, tr("Save the e-mails in"), [this, notices](const QString &folder) { saveMessagesIn(folder, notices); });
    });
}

/// Before a folder is chosen for what could not be written.
void NoticePart::askForAddress()
{
    prompts().confirm(this,
                      tr("E-mails need an address they come from, and the business has none yet. Enter it in the settings, then save them "
                         "again."),
                      tr("Open the settings"), [this] { Q_EMIT settingsAsked(); });
}

void NoticePart::saveMessagesIn(const QString &folder, const std::vector<NoticeId> &notices)
{
    auto job = jobs::saveMessages(session(), notices, folder);
    Q_EMIT jobStarted(tr("Saving e-mails"), QFuture<void>(job));
    whenDone(job, this, [this, folder](const Result<NoticesSaved> &saved) {
        if (!saved)
            return Q_EMIT complained(saved.error().message);
        QString sentence =
            tr("%1 saved in %2; none is sent.").arg(countText(saved->written, tr("1 e-mail is"), tr("%1 e-mails are")), folder);
        if (!saved->withoutAddress.isEmpty())
            sentence += u' ' + tr("Without an address: %1.").arg(saved->withoutAddress.join(QStringLiteral(", ")));
        Q_EMIT said(sentence);
    });
}

void NoticePart::exportMerge()
{
    const std::vector<NoticeId> notices = chosenOrAll();
    if (notices.empty())
        return Q_EMIT complained(tr("There is no notice to export: change the filter first."));
    prompts().saveFile(this, tr("Export for a mail merge"), tr("notices.csv"),
                       tr("CSV files (*.csv);;Excel files (*.xlsx);;JSON files (*.json)"),
                       [this, notices](const QString &path) { exportMergeTo(path, notices); });
}

void NoticePart::exportMergeTo(const QString &path, const std::vector<NoticeId> &notices)
{
    auto job = jobs::exportMerge(session(), notices, path);
    Q_EMIT jobStarted(tr("Exporting notices"), QFuture<void>(job));
    whenDone(job, this, [this, path](const Result<qint64> &rows) {
        if (rows)
            Q_EMIT said(tr("%1 written to %2.").arg(countText(*rows, tr("1 notice is"), tr("%1 notices are")), path));
        else
            Q_EMIT complained(rows.error().message);
    });
}

void NoticePart::editWords()
{
    const QModelIndex row = table()->currentIndex();
    const OrderId order{row.data(OrderIdRole).toLongLong()};
    auto *dialog =
        new WordsDialog(session(), prompts(), row.isValid() ? NoticeKind(row.data(KindRole).toInt()) : NoticeKind::Received, order, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &WordsDialog::saved, this, [this] {
        m_notice->read();
        Q_EMIT said(tr("The words are saved; notices that are not told yet are written in them."));
    });
    dialog->open();
}

void NoticePart::answer(NoticeId notice, bool isAccepted)
{
    whenDone(jobs::answerDelay(session(), notice, isAccepted), this, [this, notice, isAccepted](const Result<OrderView> &order) {
        if (!order)
            return Q_EMIT complained(order.error().message);
        const StoredOrder &stored = order->order;
        const QString sentence = isAccepted ? tr("%1 agrees to wait for order %2.")
                                            : tr("%1 does not wait for order %2: cancel what has not come, its refund is then due.");
        Q_EMIT done(sentence.arg(stored.customerName, QString::number(stored.id.value)),
                    inverseBy([this, notice] { return jobs::undoAnswer(session(), notice); },
                              tr("The answer of %1 is awaited again.").arg(stored.customerName)));
        if (!isAccepted)
            Q_EMIT goTo({Destination::Kind::Order, stored.id.value, {}});
    });
}

} // namespace waitline
