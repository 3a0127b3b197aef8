#pragma once

#include "ui/forms/entryform.h"

namespace waitline {

/// An entry of a number, and a reason where one is asked for.
class ChangeForm final : public EntryForm {
    Q_OBJECT

public:
    struct Question {
        QString name; ///< object name
        QString numberKey; ///< the number's field in an Error
        QString numberLabel; ///< "Units to cancel"
        qint64 number = 0; ///< what stands there at first
        bool asksReason = false;
        QString button; ///< what is done: "Cancel units"
    };

    explicit ChangeForm(const Question &question, QWidget *parent = nullptr);

Q_SIGNALS:
    void submitted(qint64 number, const QString &reason);

private:
    void submit();

    Question m_question;
};

} // namespace waitline
