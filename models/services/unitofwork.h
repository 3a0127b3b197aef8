#pragma once

#include "models/domain/result.h"
#include "models/store/connection.h"
#include "models/store/storeerror.h"
#include "models/store/transaction.h"

namespace waitline {

/// Runs `work` in one write transaction. A Refusal or StoreError thrown inside rolls it back and becomes the
/// Result: this is the one place where they are caught. Deadlocks, and rows that others made meanwhile, run again.
template <typename Work>
[[nodiscard]] auto writeIn(Connection &connection, Work &&work) -> Result<decltype(work())>
{
    constexpr int mostAttempts = 10;
    for (int attempt = 1;; ++attempt) {
        try {
            Transaction transaction(connection);
            auto value = work();
            transaction.commit();
            return value;
        } catch (const Refusal &refusal) {
            return refusal.error;
        } catch (const StoreError &error) {
            const bool isInside = Transaction::isInside(connection);
            // After a deadlock, or when the database gave up, the whole of an outer transaction is lost: its owner decides.
            if (isInside && (error.cause() == StoreError::Cause::Retry || connection.isTransactionLost()))
                throw;
            if (!error.isWorthRetrying() || attempt == mostAttempts)
                return error.toError();
        }
    }
}

/// Runs `work` as writeIn does and takes all of it back: what it returns is what would have come of it.
template <typename Work>
[[nodiscard]] auto rehearseIn(Connection &connection, Work &&work) -> Result<decltype(work())>
{
    try {
        Transaction neverCommitted(connection);
        return work();
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const StoreError &error) {
        return error.toError();
    }
}

/// Runs a step of a unit of work that has written nothing when it refuses: the rest of the unit goes on.
template <typename Step>
[[nodiscard]] auto attempt(Step &&step) -> Result<decltype(step())>
{
    try {
        return step();
    } catch (const Refusal &refusal) {
        return refusal.error;
    }
}

/// Runs `work` on one state of the database.
template <typename Work>
[[nodiscard]] auto readIn(Connection &connection, Work &&work) -> Result<decltype(work())>
{
    try {
        Transaction transaction(connection, Transaction::Kind::Read);
        auto value = work();
        transaction.commit();
        return value;
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const StoreError &error) {
        return error.toError();
    }
}

/// The value, or the refusal that leaves the unit of work.
template <typename T>
T orRefuse(Result<T> result)
{
    if (!result)
        throw Refusal{result.error()};
    return std::move(result).value();
}

} // namespace waitline
