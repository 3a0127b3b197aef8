#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace waitline {

/// The questions that stop everything else: file names, and yes or no where nothing can take a thing back.
///
/// None waits for its answer in an event loop of its own: `parent` can go while it is asked, by an assistive tool or with
/// its window. The answer comes by `then`; there is none when the user thinks better of it or `parent` is gone, so that
/// `then` may refer to it. Tests answer without a window.
class Prompts {
public:
    using Path = std::function<void(const QString &path)>;
    using Paths = std::function<void(const QStringList &paths)>;
    using Yes = std::function<void()>;

    virtual ~Prompts() = default;

    /// A file to open. `kinds` as QFileDialog has them.
    virtual void openFile(QWidget *parent, const QString &title, const QString &kinds, const Path &then) = 0;
    virtual void openFiles(QWidget *parent, const QString &title, const QString &kinds, const Paths &then) = 0;
    /// A file to write; the user has agreed to replace one that exists.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds, const Path &then) = 0;
    /// A folder to write files into.
    virtual void folder(QWidget *parent, const QString &title, const Path &then) = 0;
    /// Whether to print, and where: to a printer or a PDF file.
    virtual void choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, const Yes &then) = 0;
    /// Whether to do what `button` names; Enter alone leaves it.
    virtual void confirm(QWidget *parent, const QString &sentence, const QString &button, const Yes &then) = 0;
};

/// The same by dialogs.
class DialogPrompts final : public Prompts {
public:
    void openFile(QWidget *parent, const QString &title, const QString &kinds, const Path &then) override;
    void openFiles(QWidget *parent, const QString &title, const QString &kinds, const Paths &then) override;
    void saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds, const Path &then) override;
    void folder(QWidget *parent, const QString &title, const Path &then) override;
    void choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, const Yes &then) override;
    void confirm(QWidget *parent, const QString &sentence, const QString &button, const Yes &then) override;
};

} // namespace waitline
