#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace waitline {

/// Why something a user asked for was not done. `message` is one sentence: what, where, what to do.
struct Error {
    enum class Kind {
        Invalid, ///< the input itself is wrong
        Refused, ///< a rule of the line forbids it
        NotFound, ///< what it names does not exist
        Conflict, ///< somebody else changed it meanwhile, or it exists already
        Storage, ///< the database could not be used
        Cancelled ///< the user stopped it
    };
    Kind kind = Kind::Invalid;
    QString field;
    QString message;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The stable word for an error kind, as it stands in JSON.
[[nodiscard]] inline QString kindWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Invalid: return QStringLiteral("invalid");
    case Error::Kind::Refused: return QStringLiteral("refused");
    case Error::Kind::NotFound: return QStringLiteral("not_found");
    case Error::Kind::Conflict: return QStringLiteral("conflict");
    case Error::Kind::Storage: return QStringLiteral("storage");
    case Error::Kind::Cancelled: return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

[[nodiscard]] inline Error invalid(QString field, QString message) { return {Error::Kind::Invalid, std::move(field), std::move(message)}; }
[[nodiscard]] inline Error refused(QString field, QString message) { return {Error::Kind::Refused, std::move(field), std::move(message)}; }
[[nodiscard]] inline Error notFound(QString field, QString message)
{
    return {Error::Kind::NotFound, std::move(field), std::move(message)};
}

/// A value, or the reason why there is none.
template <typename T>
class [[nodiscard]] Result final {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    [[nodiscard]] explicit operator bool() const { return isOk(); }
    [[nodiscard]] const T &value() const &
    {
        Q_ASSERT(isOk());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &value() &
    {
        Q_ASSERT(isOk());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T &&value() &&
    {
        Q_ASSERT(isOk());
        return std::get<0>(std::move(m_state));
    }
    [[nodiscard]] const Error &error() const
    {
        Q_ASSERT(!isOk());
        return std::get<1>(m_state);
    }
    const T *operator->() const { return &value(); }
    const T &operator*() const & { return value(); }

private:
    std::variant<T, Error> m_state;
};

/// The value of a Result that carries none.
struct Done {
    friend bool operator==(Done, Done) = default;
};

} // namespace waitline
