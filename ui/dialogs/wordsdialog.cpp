#include "ui/dialogs/wordsdialog.h"

#include "models/services/noticejobs.h"
#include "models/tables/noticemodel.h"
#include "ui/forms/typed.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

#include <algorithm>

namespace waitline {

WordsDialog::WordsDialog(Session &session, Prompts &prompts, NoticeKind kind, OrderId order, QWidget *parent)
    : FormDialog(prompts, tr("Words of the notices"), tr("Save the words"), parent)
    , m_session(session)
    , m_kind(new QComboBox)
    , m_subject(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_placeholders(new QListWidget)
    , m_order(new QLineEdit)
    , m_subjectRead(label({}))
    , m_bodyRead(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("wordsDialog"));
    resize(fittingSize(*this, {980, 620}));
    auto *form = new QWidget;
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addWidget(makeWords(), 1);
    row->addWidget(makePreview(order), 1);
    setForm(form);
    constexpr int pauseMs = 200;
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(pauseMs);
    connect(&m_previewSoon, &QTimer::timeout, this, &WordsDialog::preview);
    connect(m_kind, &QComboBox::activated, this, &WordsDialog::readKind);
    connect(m_subject, &QLineEdit::textEdited, this, [this] { m_now[this->kind()] = entered(); });
    connect(m_subject, &QLineEdit::textChanged, &m_previewSoon, qOverload<>(&QTimer::start));
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        m_now[this->kind()] = entered();
        m_previewSoon.start();
    });
    connect(m_order, &QLineEdit::textChanged, &m_previewSoon, qOverload<>(&QTimer::start));
    QPushButton *standard = addButton(tr("Standard words"), QStringLiteral("standardWords"));
    standard->setToolTip(tr("The words the program comes with, for this kind of notice"));
    connect(standard, &QPushButton::clicked, this, [this] {
        m_now[this->kind()] = defaultTemplate(this->kind());
        showKind();
    });
    m_kind->setCurrentIndex(int(kind));
    readKind();
    m_body->setFocus();
}

QWidget *WordsDialog::makeWords()
{
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (int kind = 0; kind < noticeKinds; ++kind)
        m_kind->addItem(noticeKindText(NoticeKind(kind)));
    m_body->setTabChangesFocus(true);
    m_fields += new FormField(QStringLiteral("kind"), tr("Notice"), m_kind);
    m_fields += new FormField(QStringLiteral("subject"), tr("Subject"), m_subject);
    m_fields += new FormField(QStringLiteral("body"), tr("Text"), m_body);
    for (FormField *field : std::as_const(m_fields))
        column->addWidget(field, field->editor() == m_body ? 3 : 0);
    fillPlaceholders();
    column->addWidget(new FormField(QStringLiteral("placeholders"), tr("Placeholders (Enter puts one into the text)"), m_placeholders), 2);
    return words;
}

void WordsDialog::fillPlaceholders()
{
    for (const Placeholder &placeholder : placeholders()) {
        auto *item = new QListWidgetItem(tr("{%1}  %2").arg(placeholder.name, placeholder.meaning), m_placeholders);
        item->setData(Qt::UserRole, QString(u'{' + placeholder.name + u'}'));
        item->setToolTip(placeholder.meaning);
    }
    m_placeholders->setCurrentRow(0);
    connect(m_placeholders, &QListWidget::itemActivated, this, &WordsDialog::insertPlaceholder);
}

void WordsDialog::insertPlaceholder()
{
    m_body->insertPlainText(m_placeholders->currentItem()->data(Qt::UserRole).toString());
    m_body->setFocus();
}

QWidget *WordsDialog::makePreview(OrderId order)
{
    auto *preview = new QWidget;
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_order->setText(order.isValid() ? QString::number(order.value) : QString());
    m_order->setPlaceholderText(tr("An order's number"));
    m_orderField += new FormField(QStringLiteral("order"), tr("How it reads for order"), m_order);
    m_subjectRead->setObjectName(QStringLiteral("subjectRead"));
    m_subjectRead->setWordWrap(true);
    setTextSize(m_subjectRead, TextSize::Body, true);
    m_bodyRead->setReadOnly(true);
    m_bodyRead->setTabChangesFocus(true);
    m_bodyRead->setObjectName(QStringLiteral("bodyRead"));
    m_bodyRead->setAccessibleName(tr("What the customer reads"));
    column->addWidget(m_orderField.front());
    column->addWidget(m_subjectRead);
    column->addWidget(m_bodyRead, 1);
    return preview;
}

NoticeKind WordsDialog::kind() const { return NoticeKind(m_kind->currentIndex()); }

NoticeTemplate WordsDialog::entered() const { return {m_subject->text(), m_body->toPlainText()}; }

void WordsDialog::readKind()
{
    if (m_now.contains(kind()))
        return showKind();
    m_subject->setReadOnly(true); // what is typed meanwhile would be of another kind
    m_body->setReadOnly(true);
    whenDone(jobs::noticeWords(m_session, kind()), this, [this, asked = kind()](const Result<NoticeTemplate> &words) {
        if (!words)
            return complain(words.error().message);
        m_before.try_emplace(asked, *words);
        m_now.try_emplace(asked, *words);
        if (asked == kind())
            showKind();
    });
}

void WordsDialog::showKind()
{
    clearProblems(m_fields);
    m_subject->setReadOnly(false);
    m_body->setReadOnly(false);
    const NoticeTemplate words = m_now.at(kind());
    m_subject->setText(words.subject);
    m_body->setPlainText(words.body);
    preview();
}

void WordsDialog::preview()
{
    m_previewSoon.stop();
    clearProblems(m_orderField);
    const auto order = typedUnitsOrNone(m_order->text(), QStringLiteral("order"));
    if (!order || !*order) {
        m_subjectRead->clear();
        m_bodyRead->clear();
        return;
    }
    whenDone(jobs::previewNotice(m_session, kind(), entered(), OrderId{**order}), this,
             [this, asked = entered()](const Result<NoticeTemplate> &read) {
                 if (asked != entered())
                     return;
                 clearProblems(m_fields);
                 if (read) {
                     m_subjectRead->setText(read->subject);
                     m_bodyRead->setPlainText(read->body);
                 } else if (FormField *field = fieldOf(m_fields + m_orderField, read.error().field)) {
                     field->setProblem(read.error().message); // the keyboard stays where one types
                 } else {
                     complain(read.error().message);
                 }
             });
}

bool WordsDialog::isDirty() const { return m_now != m_before; }

void WordsDialog::save()
{
    setBusy(true);
    saveNext();
}

/// One kind after the other: the first that is refused is shown, those before it are saved.
void WordsDialog::saveNext()
{
    const auto changed = std::find_if(m_now.begin(), m_now.end(), [this](const auto &one) { return one.second != m_before.at(one.first); });
    if (changed == m_now.end()) {
        Q_EMIT saved();
        return accept();
    }
    const auto &[changedKind, words] = *changed;
    auto job = words == defaultTemplate(changedKind) ? jobs::resetNoticeWords(m_session, changedKind)
                                                     : jobs::changeNoticeWords(m_session, changedKind, words);
    whenDone(job, this, [this, changedKind = changedKind, words = words](const Result<NoticeTemplate> &saved) {
        if (saved) {
            m_before[changedKind] = words;
            return saveNext();
        }
        setBusy(false);
        m_kind->setCurrentIndex(int(changedKind));
        showKind();
        if (!showProblem(m_fields, saved.error()))
            complain(saved.error().message);
    });
}

} // namespace waitline
