#include "ui/widgets/viewsbutton.h"

#include "ui/dialogs/viewnamedialog.h"
#include "ui/widgets/buttons.h"

#include <QMenu>
#include <QSettings>

namespace waitline {

ViewsButton::ViewsButton(const QString &page, const QString &actor, std::function<QVariantMap()> current, QWidget *parent)
    : QPushButton(tr("Views"), parent)
    , m_group(QStringLiteral("views/%1/%2").arg(page, QString::fromLatin1(actor.toUtf8().toPercentEncoding())))
    , m_current(std::move(current))
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("views"));
    setAutoDefault(false);
    setMenu(m_menu);
    setToolTip(tr("Saved views: filter, columns, sort, period and zoom as you left them."));
    connect(m_menu, &QMenu::aboutToShow, this, &ViewsButton::fill);
}

QStringList ViewsButton::names() const
{
    QSettings settings;
    settings.beginGroup(m_group);
    QStringList names;
    for (const QString &key : settings.childKeys())
        names += QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()));
    return names;
}

void ViewsButton::saveAs(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    m_name = name.trimmed();
    QSettings settings;
    settings.beginGroup(m_group);
    settings.setValue(QString::fromLatin1(m_name.toUtf8().toPercentEncoding()), m_current());
}

void ViewsButton::remove(const QString &name)
{
    QSettings settings;
    settings.beginGroup(m_group);
    settings.remove(QString::fromLatin1(name.toUtf8().toPercentEncoding()));
    if (m_name == name)
        m_name.clear();
}

void ViewsButton::choose(const QString &name)
{
    m_name = name;
    QSettings settings;
    settings.beginGroup(m_group);
    Q_EMIT chosen(settings.value(QString::fromLatin1(name.toUtf8().toPercentEncoding())).toMap());
}

void ViewsButton::fill()
{
    m_menu->clear();
    for (const QString &name : names())
        connect(m_menu->addAction(asItIs(name)), &QAction::triggered, this, [this, name] { choose(name); });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Save this view…\tCtrl+Shift+S")), &QAction::triggered, this, &ViewsButton::askName);
    connect(m_menu->addAction(tr("Reset this view")), &QAction::triggered, this, &ViewsButton::resetAsked);
    if (names().contains(m_name))
        connect(m_menu->addAction(tr("Remove “%1”").arg(asItIs(m_name))), &QAction::triggered, this,
                [this, name = m_name] { remove(name); });
}

void ViewsButton::askName()
{
    auto *dialog = new ViewNameDialog(m_name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ViewNameDialog::named, this, [this](const QString &name) {
        saveAs(name);
        Q_EMIT saved(m_name);
    });
    dialog->open();
}

} // namespace waitline
