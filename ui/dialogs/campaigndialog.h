#pragma once

#include "models/services/campaigns.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

#include <optional>

class QGridLayout;
class QLineEdit;

namespace waitline {

/// A new campaign, or what one is about.
class CampaignDialog final : public FormDialog {
    Q_OBJECT

public:
    /// `before`: the campaign to change, whose code stays; none makes a new one.
    CampaignDialog(Session &session, Prompts &prompts, const std::optional<CampaignTerms> &before, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &code);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override { return entered() != m_entered; }

private:
    QLineEdit *addField(QGridLayout *grid, const QString &key, const QString &text, int row, int column, int columns = 1);
    void fill(const CampaignTerms &terms);
    [[nodiscard]] QStringList entered() const;
    [[nodiscard]] Result<CampaignTerms> read() const;

    Session &m_session;
    bool m_isNew;
    FormFields m_fields;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_last = nullptr;
    QLineEdit *m_products = nullptr;
    QLineEdit *m_budget = nullptr;
    QLineEdit *m_edition = nullptr;
    QStringList m_entered;
};

} // namespace waitline
