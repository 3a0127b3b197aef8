#pragma once

#include "models/domain/notice.h"
#include "models/services/session.h"
#include "ui/dialogs/formdialog.h"
#include "ui/forms/formfield.h"

#include <QTimer>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace waitline {

/// The words of the notices, kind by kind, with a preview for an order beside them. All that was changed is saved at once.
class WordsDialog final : public FormDialog {
    Q_OBJECT

public:
    /// Begins with a kind; `order` is the one the preview is for, invalid: none yet.
    WordsDialog(Session &session, Prompts &prompts, NoticeKind kind, OrderId order, QWidget *parent = nullptr);

Q_SIGNALS:
    void saved();

protected:
    void save() override;
    [[nodiscard]] bool isDirty() const override;

private:
    QWidget *makeWords();
    QWidget *makePreview(OrderId order);
    void fillPlaceholders();
    void readKind();
    void showKind();
    void insertPlaceholder();
    void preview();
    void saveNext();
    [[nodiscard]] NoticeKind kind() const;
    [[nodiscard]] NoticeTemplate entered() const;

    Session &m_session;
    QComboBox *m_kind;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    FormFields m_fields;
    QListWidget *m_placeholders;
    QLineEdit *m_order;
    FormFields m_orderField;
    QLabel *m_subjectRead;
    QPlainTextEdit *m_bodyRead;
    QTimer m_previewSoon;
    std::map<NoticeKind, NoticeTemplate> m_before; ///< as they are stored, of the kinds looked at
    std::map<NoticeKind, NoticeTemplate> m_now;
};

} // namespace waitline
