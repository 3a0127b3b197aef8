#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QListWidget;
class QListWidgetItem;

namespace waitline {

/// One answer to what was typed.
struct Suggestion {
    qint64 id = 0; ///< 0: to make what was typed, see SuggestionEdit::newAsked
    QString text; ///< what the field says once it is taken
    QString shown; ///< how the list shows it
    QString detail; ///< muted, at the right
};

/// A field that finds what it means while it is typed. Enter takes the top match without a Down key and moves on; Tab
/// takes it too; Esc closes the list and keeps the text. Keys typed on while a match is awaited go where the keyboard is
/// then. The list belongs to the window, so it takes no focus.
class SuggestionEdit final : public QLineEdit {
    Q_OBJECT

public:
    /// For an empty text it gives the first there are, and nothing to be made.
    using Source = std::function<QFuture<Result<std::vector<Suggestion>>>(const QString &text)>;

    explicit SuggestionEdit(Source source, QWidget *parent = nullptr);
    ~SuggestionEdit() override;

    /// What the text stands for; none while it is only typed.
    [[nodiscard]] const std::optional<Suggestion> &chosen() const { return m_chosen; }
    void setChosen(const Suggestion &suggestion);
    void clearChosen();
    [[nodiscard]] bool isListOpen() const;
    /// Whether Esc said that the text is meant as it stands.
    [[nodiscard]] bool isKept() const { return m_isKept; }
    void setKept(bool kept) { m_isKept = kept; }
    /// Takes the top match, as leaving the field by Tab does.
    void takeTop();

Q_SIGNALS:
    /// Enter or a click: a suggestion was taken, or the typed text stays as it is. The form moves on.
    void entered();
    /// The suggestion to make what was typed was taken: the form asks for the rest.
    void newAsked(const QString &text);
    /// Enter while the field is empty.
    void enteredEmpty();
    /// chosen() has changed.
    void chosenChanged();
    void failed(const waitline::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class WhenFound { Show, Take, TakeAndMoveOn };

    /// F4 opens the list on an empty field too: then the source is asked for the first there are.
    enum class Wish { WhatIsTyped, List };
    void ask(Wish wish = Wish::WhatIsTyped);
    void takeFound(const Result<std::vector<Suggestion>> &found);
    void showList();
    [[nodiscard]] QRect placeOfList() const;
    void hideList();
    /// False where the row asks for something new.
    bool take(int row);
    void enter();
    void typeOn();
    void moveInList(int step);

    Source m_source;
    QPointer<QListWidget> m_list; ///< a child of the window, which may take it along
    std::vector<Suggestion> m_found;
    std::optional<Suggestion> m_chosen;
    qint64 m_generation = 0;
    bool m_isAsking = false;
    bool m_isKept = false; ///< Esc said that the text is meant as it stands
    WhenFound m_whenFound = WhenFound::Show;
    std::vector<std::unique_ptr<QKeyEvent>> m_typedOn; ///< keys typed while a match is awaited
};

} // namespace waitline
