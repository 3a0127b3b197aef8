#include "ui/prompts.h"

#include <QAbstractFileIconProvider>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QSettings>
#include <QStyle>

namespace waitline {

namespace {

QString lastFolder() { return QSettings().value(QStringLiteral("lastFolder"), QDir::homePath()).toString(); }

void remember(const QString &path)
{
    if (!path.isEmpty())
        QSettings().setValue(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
}

/// Icons and kinds by name only.
class NamesOnly final : public QAbstractFileIconProvider {
public:
    QIcon icon(const QFileInfo &file) const override
    {
        return QApplication::style()->standardIcon(file.isDir() ? QStyle::SP_DirIcon : QStyle::SP_FileIcon);
    }
    QString type(const QFileInfo &file) const override { return file.isDir() ? QFileDialog::tr("Folder") : file.suffix(); }
};

/// Qt's own dialog, which does not look into files: the desktops' dialogs and Qt's usual icons open each to tell its kind,
/// in this program, and with that the open database among them would lose its locks (models/store/openfiles.h).
void choose(QFileDialog *dialog, const Prompts::Paths &then)
{
    static NamesOnly names; // outlives the dialog, whose model asks it from a thread
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog->setIconProvider(&names);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog->parentWidget(), [dialog, then] {
        remember(dialog->selectedFiles().value(0));
        then(dialog->selectedFiles());
    });
    dialog->open();
}

/// Of what is chosen, the one file.
Prompts::Paths theOne(const Prompts::Path &then)
{
    return [then](const QStringList &paths) {
        if (!paths.isEmpty())
            then(paths.front());
    };
}

} // namespace

void DialogPrompts::openFile(QWidget *parent, const QString &title, const QString &kinds, const Path &then)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder(), kinds);
    dialog->setFileMode(QFileDialog::ExistingFile);
    choose(dialog, theOne(then));
}

void DialogPrompts::openFiles(QWidget *parent, const QString &title, const QString &kinds, const Paths &then)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder(), kinds);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    choose(dialog, then);
}

void DialogPrompts::saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds, const Path &then)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder(), kinds);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QDir(lastFolder()).filePath(proposedName));
    choose(dialog, theOne(then));
}

void DialogPrompts::folder(QWidget *parent, const QString &title, const Path &then)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    choose(dialog, theOne(then));
}

void DialogPrompts::choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, const Yes &then)
{
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [printer, then] { then(); });
    dialog->open();
}

void DialogPrompts::confirm(QWidget *parent, const QString &sentence, const QString &button, const Yes &then)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Waitline"), sentence, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(button, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel); // an Enter too many loses nothing
    QObject::connect(box, &QDialog::finished, parent, [box, yes, then] {
        if (box->clickedButton() == yes)
            then();
    });
    box->open();
}

} // namespace waitline
