#pragma once

#include "models/services/session.h"
#include "models/services/shorteditions.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

#include <QTimer>

class QLabel;
class QLineEdit;

namespace waitline {

class DataTable;
class EditionChoiceModel;
class EditionLossModel;

/// When 100 become 60: the ways to give out what is left side by side, whom the chosen one cuts, and the cut itself.
class EditionDialog final : public FormDialog {
    Q_OBJECT

public:
    EditionDialog(Session &session, Prompts &prompts, const StoredProduct &product, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const waitline::EditionCutDone &done);

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    QWidget *makeForm();
    void compare();
    void showChoices(const Result<std::vector<EditionChoice>> &choices);
    void showLosses();
    [[nodiscard]] const EditionChoice *chosen() const;
    void wrong(const Error &error);

    Session &m_session;
    StoredProduct m_product;
    EditionChoiceModel *m_choices;
    EditionLossModel *m_losses;
    DataTable *m_choiceTable;
    DataTable *m_lossTable;
    QLineEdit *m_size;
    QLineEdit *m_reason;
    FormFields m_fields;
    QLabel *m_finding;
    Units m_compared = 0; ///< the size of what is shown
    std::optional<Error> m_refused; ///< why it cannot be that many
    QTimer m_compareSoon;
    qint64 m_generation = 0;
};

} // namespace waitline
