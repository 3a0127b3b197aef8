#pragma once

#include <QString>

#include <functional>

namespace waitline {

class DataTable;
class Page;
class Prompts;

/// Asks for a CSV file and writes into it all that the table lists, under its filter, in its order and in the columns it
/// shows. `proposedName` is the file's without its ending.
void exportList(Page *page, Prompts &prompts, const QString &proposedName, DataTable *table);
/// Gives a page Ctrl+E for the table that it shows.
void exportByKey(Page *page, Prompts &prompts, const QString &proposedName, const std::function<DataTable *()> &table);

} // namespace waitline
