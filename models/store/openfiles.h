#pragma once

#include <QString>

/// The SQLite files that this program has open. Nothing but SQLite may open one: when a program closes a file it loses
/// every lock it has on it, those of its connections too, and another program would take the write-ahead log away
/// under them. May be asked from any thread.
namespace waitline::openfiles {

void add(const QString &path);
void remove(const QString &path);
/// Whether `path` names a database that is open here, or a file that belongs to one.
[[nodiscard]] bool contains(const QString &path);

} // namespace waitline::openfiles
