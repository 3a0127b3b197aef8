#pragma once

#include "app/console/verb.h"

#include <cstdio>
#include <functional>

namespace waitline::console {

/// Takes verbs as JSON lines, one after the other, over one open database.
class Batch final {
public:
    /// `clock` gives each line's moment where it does not say one itself.
    Batch(Desk desk, QString actor, std::function<Instant()> clock)
        : m_desk(std::move(desk))
        , m_actor(std::move(actor))
        , m_clock(std::move(clock))
    {}

    /// The answer to one line, itself one line. What the line did is durable when this returns.
    [[nodiscard]] QByteArray answer(const QByteArray &line);
    /// Answers every line of `input` until it ends; false when an answer could not be written.
    [[nodiscard]] bool run(std::FILE *input, std::FILE *output);

private:
    [[nodiscard]] Result<QString> carryOut(const QJsonObject &request);

    Desk m_desk;
    QString m_actor;
    std::function<Instant()> m_clock;
};

} // namespace waitline::console
