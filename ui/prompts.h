#pragma once

#include <QString>
#include <QStringList>

class QPrinter;
class QWidget;

namespace waitline {

/// The questions that stop everything else: file names, and yes or no where nothing can take a thing back.
/// Tests answer them without a window.
class Prompts {
public:
    virtual ~Prompts() = default;

    /// A file to open; empty when the user thinks better of it. `kinds` as QFileDialog has them.
    [[nodiscard]] virtual QString openFile(QWidget *parent, const QString &title, const QString &kinds) = 0;
    [[nodiscard]] virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &kinds) = 0;
    /// A file to write; the user has agreed to replace one that exists.
    [[nodiscard]] virtual QString saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds) = 0;
    /// A folder to write files into.
    [[nodiscard]] virtual QString folder(QWidget *parent, const QString &title) = 0;
    /// Whether to print, and where: to a printer or a PDF file.
    [[nodiscard]] virtual bool choosePrinter(QWidget *parent, QPrinter &printer) = 0;
    /// Whether to do what `button` names.
    [[nodiscard]] virtual bool confirm(QWidget *parent, const QString &sentence, const QString &button) = 0;
};

/// The same by dialogs.
class DialogPrompts final : public Prompts {
public:
    QString openFile(QWidget *parent, const QString &title, const QString &kinds) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &kinds) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds) override;
    QString folder(QWidget *parent, const QString &title) override;
    bool choosePrinter(QWidget *parent, QPrinter &printer) override;
    bool confirm(QWidget *parent, const QString &sentence, const QString &button) override;
};

} // namespace waitline
