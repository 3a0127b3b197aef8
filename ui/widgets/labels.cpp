#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QTextDocument>

namespace waitline {

namespace {

/// A label whose wrapped text breaks inside a word too where the word has no room, so that no name widens what it stands
/// in. QLabel itself breaks between words only and asks for the width of the longest.
class Label final : public QLabel {
public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override
    {
        breakWords(width);
        return QLabel::heightForWidth(width);
    }
    QSize minimumSizeHint() const override
    {
        constexpr int least = 48; // some letters in a line
        const QSize hint = QLabel::minimumSizeHint();
        return wordWrap() ? QSize(qMin(hint.width(), least), hint.height()) : hint;
    }

protected:
    /// Asking for a height changes the document, which is painted once more for it: only a new text may ask.
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        if (wordWrap() && wordsToBreak())
            breakWords(width());
    }

private:
    /// The document of a text that can be selected, where its words do not break yet.
    QTextDocument *wordsToBreak() const
    {
        auto *document = findChild<QTextDocument *>();
        return document && document->defaultTextOption().wrapMode() != QTextOption::WrapAtWordBoundaryOrAnywhere ? document : nullptr;
    }
    /// QLabel sets the document's option anew with each new text, when it is first asked for a height: therefore it is asked
    /// before.
    void breakWords(int width) const
    {
        if (!wordWrap())
            return;
        static_cast<void>(QLabel::heightForWidth(width));
        QTextDocument *document = wordsToBreak();
        if (!document)
            return;
        QTextOption option = document->defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document->setDefaultTextOption(option);
    }
};

} // namespace

void setTextSize(QWidget *widget, TextSize size, bool strong)
{
    QFont font = widget->font();
    font.setPixelSize(int(size));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    widget->setFont(font);
}

QLabel *label(const QString &text, TextSize size, QWidget *parent)
{
    auto *made = new Label(text, parent);
    setTextSize(made, size, size == TextSize::Section || size == TextSize::Title || size == TextSize::Count);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *mutedLabel(const QString &text, TextSize size, QWidget *parent)
{
    QLabel *made = label(text, size, parent);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

QLabel *problemLabel(QWidget *parent)
{
    QLabel *made = label({}, TextSize::Body, parent);
    made->setForegroundRole(QPalette::BrightText); // the theme's danger
    made->setWordWrap(true);
    made->hide();
    return made;
}

void sayProblem(QLabel *problem, const QString &sentence)
{
    problem->setText(sentence);
    problem->setAccessibleName(sentence);
    problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        QAccessibleEvent event(problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace waitline
