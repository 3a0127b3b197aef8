#pragma once

#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace waitline {

class FormField;

/// Where a PostgreSQL database is: typed, or one that was open lately. The password is never kept. The window opens it and
/// says how that went: the dialog stays until it is open.
class ServerDialog final : public FormDialog {
    Q_OBJECT

public:
    explicit ServerDialog(Prompts &prompts, QWidget *parent);

    /// Databases of servers that were open lately, the last one first; kept without passwords.
    [[nodiscard]] static QStringList recent();
    static void remember(const Location &location);

    /// It could not be opened: why, with all that was typed kept.
    void sayWhyNot(const QString &sentence);

Q_SIGNALS:
    void openAsked(const waitline::Location &location, waitline::Connection::Mode mode);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override { return false; } // an address is typed again soon

private:
    [[nodiscard]] QWidget *makeForm();
    void take(const Location &location);

    QComboBox *m_recent;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_fresh;
    QList<FormField *> m_fields;
};

} // namespace waitline
