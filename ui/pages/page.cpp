#include "ui/pages/page.h"

#include "ui/style/icons.h"

namespace waitline {

Page::Page(Session &session, Prompts &prompts, const QString &word, const QString &title, const QString &iconName)
    : m_session(session)
    , m_prompts(prompts)
    , m_word(word)
    , m_title(title)
    , m_iconName(iconName)
{
    setObjectName(word);
    setAccessibleName(title);
}

QAction *Page::makePrimaryAction(const QString &text, const QString &actionIcon, const QKeySequence &keys)
{
    m_primaryAction = new QAction(icon(actionIcon, &Theme::accentText), text, this);
    m_primaryAction->setShortcut(keys);
    return m_primaryAction;
}

} // namespace waitline
