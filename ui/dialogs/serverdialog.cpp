#include "ui/dialogs/serverdialog.h"

#include "ui/forms/formfield.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSettings>

namespace waitline {

namespace {

constexpr int mostRecent = 8;
constexpr int usualPort = 5432;

QString recentKey() { return QStringLiteral("recentServers"); }

} // namespace

QStringList ServerDialog::recent() { return QSettings().value(recentKey()).toStringList(); }

void ServerDialog::remember(const Location &location)
{
    QStringList known = recent();
    known.removeAll(location.text);
    known.prepend(location.text);
    QSettings().setValue(recentKey(), known.mid(0, mostRecent));
}

ServerDialog::ServerDialog(Prompts &prompts, QWidget *parent)
    : FormDialog(prompts, tr("Open a database server"), tr("Open"), parent)
    , m_recent(new QComboBox)
    , m_host(new QLineEdit)
    , m_port(new QLineEdit(QString::number(usualPort)))
    , m_database(new QLineEdit(QStringLiteral("waitline")))
    , m_user(new QLineEdit(qEnvironmentVariable("USER")))
    , m_password(new QLineEdit)
    , m_fresh(new QCheckBox(tr("Begin a new business there, in an empty database")))
{
    setObjectName(QStringLiteral("serverDialog"));
    m_password->setEchoMode(QLineEdit::Password);
    m_host->setPlaceholderText(tr("Name or address, or the folder of a socket; empty: this computer"));
    m_password->setPlaceholderText(tr("Where it is asked for"));
    m_fresh->setObjectName(QStringLiteral("fresh"));
    m_fresh->setAccessibleName(m_fresh->text());
    setForm(makeForm());
    const QStringList known = recent();
    for (const QString &text : known)
        m_recent->addItem(Location::parse(text) ? Location::parse(text)->displayName() : text, text);
    connect(m_recent, &QComboBox::activated, this, [this] {
        if (const auto location = Location::parse(m_recent->currentData().toString()))
            take(*location);
    });
    m_recent->setEnabled(!known.isEmpty());
    if (const auto last = Location::parse(known.value(0)))
        take(*last);
    resize(560, sizeHint().height());
    m_host->setFocus();
}

QWidget *ServerDialog::makeForm()
{
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    const auto add = [&](const QString &key, const QString &name, QWidget *editor, int row, int column, int columns = 1) {
        auto *field = new FormField(key, name, editor);
        grid->addWidget(field, row, column, 1, columns);
        m_fields += field;
    };
    add(QStringLiteral("recentServer"), tr("Open lately"), m_recent, 0, 0, 3);
    add(QStringLiteral("host"), tr("Server"), m_host, 1, 0, 2);
    add(QStringLiteral("port"), tr("Port"), m_port, 1, 2);
    add(QStringLiteral("serverDatabase"), tr("Database"), m_database, 2, 0);
    add(QStringLiteral("user"), tr("User"), m_user, 2, 1);
    add(QStringLiteral("password"), tr("Password"), m_password, 2, 2);
    grid->addWidget(m_fresh, 3, 0, 1, 3);
    auto *hint = mutedLabel(tr("The password is not kept. Where it stands in ~/.pgpass, it need not be typed."));
    hint->setWordWrap(true);
    grid->addWidget(hint, 4, 0, 1, 3);
    return form;
}

void ServerDialog::take(const Location &location)
{
    m_host->setText(location.host);
    m_port->setText(QString::number(location.port));
    m_database->setText(location.database);
    m_user->setText(location.user);
    m_password->clear();
}

void ServerDialog::save()
{
    bool isNumber = false;
    const int port = m_port->text().trimmed().toInt(&isNumber);
    const bool isPort = isNumber && port >= 1 && port <= 65535;
    const QString database = m_database->text().trimmed();
    for (FormField *field : std::as_const(m_fields)) {
        if (field->key() == u"port")
            field->setProblem(isPort ? QString() : tr("The port is a number from 1 to 65535; most servers have 5432."));
        if (field->key() == u"serverDatabase")
            field->setProblem(database.isEmpty() ? tr("Name the database on the server.") : QString());
    }
    if (!isPort)
        return m_port->setFocus();
    if (database.isEmpty())
        return m_database->setFocus();
    Location location = Location::server(m_host->text().trimmed(), port, m_user->text().trimmed(), database);
    location.password = m_password->text();
    setBusy(true);
    Q_EMIT openAsked(location, m_fresh->isChecked() ? Connection::Mode::Create : Connection::Mode::OpenExisting);
}

void ServerDialog::sayWhyNot(const QString &sentence)
{
    setBusy(false);
    complain(sentence);
}

} // namespace waitline
