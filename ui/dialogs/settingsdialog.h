#pragma once

#include "models/services/session.h"
#include "models/services/storesettings.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

#include <functional>
#include <vector>

class QCheckBox;
class QLineEdit;

namespace waitline {

/// What the business decides for all its desks. A setting is a field added in the constructor, in the order they are read.
class SettingsDialog final : public FormDialog {
    Q_OBJECT

public:
    SettingsDialog(Session &session, Prompts &prompts, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::StoreSettings &settings, const waitline::StoreSettings &before);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    /// How a setting is shown, and how it is taken from its field.
    struct Setting {
        std::function<void(const StoreSettings &)> show;
        std::function<Result<Done>(StoreSettings &)> take;
    };
    QLineEdit *addField(const QString &key, const QString &label, const QString &hint);
    void addText(const QString &key, const QString &label, const QString &hint, QString StoreSettings::*member);
    void addNumber(const QString &key, const QString &label, int StoreSettings::*member);
    void addChoice(const QString &key, const QString &text, bool StoreSettings::*member);
    void addAddress();
    void addCurrency();
    void addDeposit();
    void read();
    [[nodiscard]] Result<StoreSettings> entered() const;

    Session &m_session;
    QWidget *m_form;
    FormFields m_fields;
    std::vector<Setting> m_settings;
    StoreSettings m_before;
    bool m_isRead = false;
};

} // namespace waitline
