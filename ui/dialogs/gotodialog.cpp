#include "ui/dialogs/gotodialog.h"

#include "models/domain/foldedtext.h"
#include "models/services/searchjobs.h"
#include "ui/style/icons.h"
#include "ui/widgets/fieldicons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {

constexpr int mostHits = 12;
constexpr int detailRole = Qt::UserRole + 1;

QString iconOf(SearchHit::Kind kind)
{
    switch (kind) {
    case SearchHit::Kind::Order: return QStringLiteral("order");
    case SearchHit::Kind::Customer: return QStringLiteral("user");
    case SearchHit::Kind::Product: return QStringLiteral("products");
    case SearchHit::Kind::Purchase: return QStringLiteral("truck");
    case SearchHit::Kind::Receipt: return QStringLiteral("receive");
    }
    Q_UNREACHABLE();
}

Destination::Kind destinationOf(SearchHit::Kind kind)
{
    switch (kind) {
    case SearchHit::Kind::Order: return Destination::Kind::Order;
    case SearchHit::Kind::Customer: return Destination::Kind::Customer;
    case SearchHit::Kind::Product: return Destination::Kind::Product;
    case SearchHit::Kind::Purchase: return Destination::Kind::Receive;
    case SearchHit::Kind::Receipt: return Destination::Kind::Receipt;
    }
    Q_UNREACHABLE();
}

/// What a command is called, without its letter and its key.
QString nameOf(const QAction &command)
{
    QString name = command.text().section(u'\t', 0, 0).remove(u'&');
    return name.endsWith(u'…') ? name.chopped(1) : name;
}

/// A hit in two lines: what it is, and what stands behind it.
class HitDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.accentSoft);
        qvariant_cast<QIcon>(index.data(Qt::DecorationRole)).paint(painter, QRect(option.rect.left() + 12, option.rect.top() + 14, 20, 20));
        const QRect area = option.rect.adjusted(46, 6, -12, -6);
        painter->setFont(option.font);
        painter->setPen(theme.text);
        const QFontMetrics metrics = option.fontMetrics;
        painter->drawText(area, Qt::AlignTop | Qt::AlignLeft, metrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        QFont small = option.font;
        small.setPixelSize(int(TextSize::Caption));
        painter->setFont(small);
        painter->setPen(theme.muted);
        painter->drawText(area, Qt::AlignBottom | Qt::AlignLeft,
                          QFontMetrics(small).elidedText(index.data(detailRole).toString(), Qt::ElideRight, area.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 48}; }
};

} // namespace

GoToDialog::GoToDialog(Session &session, const QList<QAction *> &commands, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_text(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_commands(commands)
    , m_nothing(mutedLabel({}))
{
    setObjectName(QStringLiteral("goTo"));
    setWindowTitle(tr("Search everything"));
    resize(fittingSize(*this, {560, 420}));
    m_text->setObjectName(QStringLiteral("goToText"));
    m_text->setAccessibleName(tr("Order number, customer, SKU, barcode, purchase, receipt, page or command"));
    m_text->setPlaceholderText(m_text->accessibleName());
    addLeadingIcon(*m_text, QStringLiteral("search"));
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("goToHits"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_text);
    m_nothing->setObjectName(QStringLiteral("goToNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addWidget(mutedLabel(tr("Enter takes the top match; the arrow keys choose another."), TextSize::Caption));
    connect(m_text, &QLineEdit::textChanged, this, &GoToDialog::find);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void GoToDialog::find(const QString &text)
{
    m_search.cancel();
    ++m_searches;
    m_isSearching = false;
    m_chooseWhenFound = false;
    findCommands(text);
    if (text.trimmed().isEmpty())
        return show({});
    m_search = jobs::search(m_session, text, mostHits);
    m_isSearching = true;
    whenDone(m_search, this, [this, text, search = ++m_searches](const Result<std::vector<SearchHit>> &hits) {
        if (search != m_searches)
            return; // of an earlier text
        m_isSearching = false;
        if (!hits)
            return sayNothing(hits.error().message);
        show(*hits);
        if (m_model->rowCount() == 0)
            sayNothing(
                tr("Nothing is called “%1”: no order, purchase (PO-118), receipt (GRN-7), product or customer.").arg(text.trimmed()));
    });
}

void GoToDialog::sayNothing(const QString &sentence)
{
    m_nothing->setText(sentence);
    m_nothing->show();
}

void GoToDialog::show(const std::vector<SearchHit> &hits)
{
    m_nothing->hide();
    m_hits = hits;
    m_model->clear();
    const auto addCommands = [this](const QList<QAction *> &commands) {
        for (const QAction *command : commands)
            addRow(command->icon(), nameOf(*command), command->shortcut().toString(QKeySequence::NativeText));
    };
    addCommands(m_named);
    for (const SearchHit &hit : hits)
        addRow(icon(iconOf(hit.kind), &Theme::muted), hit.title, hit.detail);
    addCommands(m_alike);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
    if (std::exchange(m_chooseWhenFound, false))
        choose(0);
}

void GoToDialog::addRow(const QIcon &icon, const QString &title, const QString &detail)
{
    auto *item = new QStandardItem(icon, title);
    item->setData(detail, detailRole);
    item->setAccessibleText(detail.isEmpty() ? title : title + u", " + detail);
    m_model->appendRow(item);
}

/// A command is meant by its name, or by words it begins with, in any order.
void GoToDialog::findCommands(const QString &text)
{
    m_named.clear();
    m_alike.clear();
    const QStringList asked = folded(text).split(u' ', Qt::SkipEmptyParts);
    if (asked.isEmpty())
        return;
    for (QAction *command : std::as_const(m_commands)) {
        const QStringList words = folded(nameOf(*command)).split(u' ', Qt::SkipEmptyParts);
        const bool isMeant = std::all_of(asked.begin(), asked.end(), [&](const QString &word) {
            return std::any_of(words.begin(), words.end(), [&](const QString &each) { return each.startsWith(word); });
        });
        if (isMeant && command->isEnabled())
            (words == asked ? m_named : m_alike) += command;
    }
}

void GoToDialog::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const qsizetype hits = std::ssize(m_hits);
    const qsizetype at = row - m_named.size();
    if (at < 0 || at >= hits) {
        QAction *command = at < 0 ? m_named[row] : m_alike[at - hits];
        accept();
        return command->trigger();
    }
    const SearchHit &hit = m_hits[size_t(at)];
    const Destination destination{destinationOf(hit.kind), hit.id, hit.title};
    accept();
    Q_EMIT chosen(destination);
}

bool GoToDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int next = qBound(0, row + (key->key() == Qt::Key_Down ? 1 : -1), m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(next, 0));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_isSearching)
            m_chooseWhenFound = true;
        else
            choose(qMax(0, row));
        return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

} // namespace waitline
