#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace waitline {

/// References for documents that have none, from what they say: the same file read again gives the same ones, and
/// two documents that say the same are told apart by their order.
class DerivedReferences final {
public:
    [[nodiscard]] QString of(const QByteArray &content);

private:
    QHash<QByteArray, int> m_times;
};

} // namespace waitline
