#include "models/services/once.h"

#include "models/services/unitofwork.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Once", text); }

Result<QString> repeated(const FirstAnswer &first, const QString &request, const QString &uuid)
{
    if (first.request == request)
        return first.answer;
    return Error{Error::Kind::Conflict, "uuid", sentence("The UUID %1 belongs to another operation already: use a fresh one.").arg(uuid)};
}

/// One attempt, in one transaction. An error of the work leaves nothing but refused demand.
Result<QString> attempt(Connection &connection, const Caller &caller, const QString &request, const std::function<Result<QString>()> &work)
{
    Transaction transaction(connection);
    OperationStore operations(connection);
    if (const auto known = operations.firstAnswer(caller.uuid))
        return repeated(*known, request, caller.uuid);
    auto answer = work();
    if (!answer) {
        if (answer.error().kind == Error::Kind::Refused)
            transaction.commit();
        return answer;
    }
    // Work made of several operations, each with its own uuid, is tied to this one by an operation of its own.
    static_cast<void>(operations.insertUnlessKnown(caller.stamp("request")));
    // The insertion waits for another program that says the same: what that one did and answered counts.
    if (const auto first = operations.firstAnswer(caller.uuid); !first->request.isEmpty())
        return repeated(*first, request, caller.uuid);
    operations.rememberAnswer(caller.uuid, {request, *answer});
    transaction.commit();
    return answer;
}

} // namespace

Result<QString> once(Connection &connection, const Caller &caller, const QString &request, const std::function<Result<QString>()> &work)
{
    if (caller.uuid.isEmpty())
        return work();
    constexpr int mostAttempts = 10;
    for (int number = 1;; ++number) {
        try {
            auto answer = attempt(connection, caller, request, work);
            if (answer)
                return answer;
            // Another program that said the same at the same time may be why: then its answer counts.
            if (const auto first = OperationStore(connection).firstAnswer(caller.uuid))
                return repeated(*first, request, caller.uuid);
            return answer;
        } catch (const StoreError &error) {
            const bool mayWork = error.isWorthRetrying() || error.cause() == StoreError::Cause::UniqueViolation;
            if (!mayWork || number == mostAttempts)
                return error.toError();
        }
    }
}

} // namespace waitline
