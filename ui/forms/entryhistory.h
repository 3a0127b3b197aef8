#pragma once

#include "ui/forms/orderentry.h"

namespace waitline {

/// What an order form looked like, step by step, for Ctrl+Z and Ctrl+Shift+Z. Typing in one field is one step.
class EntryHistory final {
public:
    void begin(const OrderEntry &entry)
    {
        m_steps = {entry};
        m_at = 0;
        m_field = nullptr;
    }
    /// Keeps a new state. `field` is where it was typed; none: it is a step of its own.
    void note(const OrderEntry &entry, const void *field)
    {
        if (entry == m_steps[m_at])
            return;
        const bool goesOn = field && field == m_field && m_at + 1 == m_steps.size() && m_at > 0;
        m_steps.resize(goesOn ? m_at : m_at + 1);
        m_steps.push_back(entry);
        m_at = m_steps.size() - 1;
        m_field = field;
    }
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_steps.size(); }
    [[nodiscard]] const OrderEntry &undo()
    {
        m_field = nullptr;
        return m_steps[--m_at];
    }
    [[nodiscard]] const OrderEntry &redo()
    {
        m_field = nullptr;
        return m_steps[++m_at];
    }

private:
    std::vector<OrderEntry> m_steps{{}};
    size_t m_at = 0;
    const void *m_field = nullptr;
};

} // namespace waitline
