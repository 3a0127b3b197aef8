#include "ui/widgets/mergepanel.h"

#include "ui/orderwords.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

MergePanel::MergePanel(QWidget *parent)
    : QFrame(parent)
    , m_text(label({}))
    , m_mine(pushButton({}))
    , m_theirs(pushButton(tr("Merge, with theirs where both changed")))
    , m_goOn(pushButton(tr("Go on editing")))
{
    setObjectName(QStringLiteral("mergePanel"));
    setAccessibleName(tr("Changed by others"));
    m_text->setObjectName(QStringLiteral("others"));
    m_text->setWordWrap(true);
    m_mine->setObjectName(QStringLiteral("mergeMine"));
    m_theirs->setObjectName(QStringLiteral("mergeTheirs"));
    m_goOn->setObjectName(QStringLiteral("goOn"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_goOn);
    row->addWidget(m_theirs);
    row->addWidget(m_mine);
    column->addLayout(row);
    connect(m_mine, &QPushButton::clicked, this, [this] { Q_EMIT mergeAsked(Prefer::Mine); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { Q_EMIT mergeAsked(Prefer::Theirs); });
    connect(m_goOn, &QPushButton::clicked, this, &MergePanel::goOnAsked);
    hide();
}

void MergePanel::ask(const std::vector<OthersChange> &others, const std::vector<SheetChange> &mine, const Currency &currency)
{
    QStringList said{tr("This order was changed while you edited it. Nothing of yours is saved or lost yet.")};
    bool collides = false;
    for (const OthersChange &change : others) {
        const auto own = std::find_if(mine.begin(), mine.end(), [&](const SheetChange &each) { return each.meets(change.change); });
        said += whatOthersDid(change, own == mine.end() ? QString() : own->after, currency);
        collides = collides || change.collides;
    }
    m_text->setText(said.join(u'\n'));
    m_mine->setText(collides ? tr("Merge, with mine where both changed") : tr("Merge and save"));
    m_mine->setAccessibleName(m_mine->text());
    m_theirs->setVisible(collides);
    show();
    m_mine->setFocus();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MergePanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(theme.warning));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace waitline
