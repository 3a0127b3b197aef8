#pragma once

#include "models/domain/result.h"
#include "models/services/session.h"
#include "ui/forms/orderentry.h"

#include <QDateTime>
#include <QDir>

#include <memory>

class QLockFile;

namespace waitline {

/// Orders that were entered and not saved: a file each in a folder of this user and database, so that they outlive the
/// program however it ends. What is discarded can be brought back for a month.
class OrderDrafts final {
public:
    struct Draft {
        QString id;
        QDateTime keptAt;
        OrderEntry entry;
    };

    OrderDrafts(const Location &location, const QString &actor);

    [[nodiscard]] static QString freshId();
    /// Drafts that no running form works on, the newest first.
    [[nodiscard]] std::vector<Draft> leftOver() const;
    /// Takes a draft for one form while the lock lives; none where another one has it.
    [[nodiscard]] std::unique_ptr<QLockFile> claim(const QString &id) const;
    [[nodiscard]] Result<Done> keep(const QString &id, const OrderEntry &entry) const;
    /// The order was saved, or emptied: nothing is left to bring back.
    void remove(const QString &id) const;
    void discard(const QString &id) const;
    void bringBack(const QString &id) const;

private:
    [[nodiscard]] QString path(const QString &id, const char *suffix = ".json") const;

    QDir m_folder;
};

} // namespace waitline
