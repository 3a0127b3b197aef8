#pragma once

#include <QDialog>

class QGridLayout;

namespace waitline {

struct KeyHelp;
struct PageHelp;

/// All keys on one sheet; first what the page shown is for, and the keys that are its own.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    /// The keys that are the same everywhere.
    explicit ShortcutSheet(QWidget *parent = nullptr);
    /// The same below the help of a page.
    ShortcutSheet(const QString &pageTitle, const PageHelp &help, QWidget *parent = nullptr);

private:
    void assemble(const QString &title, QWidget *sheet);
    static void addKeys(QGridLayout *grid, const QList<KeyHelp> &keys);
};

} // namespace waitline
