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
QStringList choose(QFileDialog &dialog)
{
    static NamesOnly names; // outlives the dialog, whose model asks it from a thread
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setOption(QFileDialog::DontUseCustomDirectoryIcons);
    dialog.setIconProvider(&names);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    remember(dialog.selectedFiles().value(0));
    return dialog.selectedFiles();
}

} // namespace

QString DialogPrompts::openFile(QWidget *parent, const QString &title, const QString &kinds)
{
    QFileDialog dialog(parent, title, lastFolder(), kinds);
    dialog.setFileMode(QFileDialog::ExistingFile);
    return choose(dialog).value(0);
}

QStringList DialogPrompts::openFiles(QWidget *parent, const QString &title, const QString &kinds)
{
    QFileDialog dialog(parent, title, lastFolder(), kinds);
    dialog.setFileMode(QFileDialog::ExistingFiles);
    return choose(dialog);
}

QString DialogPrompts::saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds)
{
    QFileDialog dialog(parent, title, lastFolder(), kinds);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(QDir(lastFolder()).filePath(proposedName));
    return choose(dialog).value(0);
}

QString DialogPrompts::folder(QWidget *parent, const QString &title)
{
    QFileDialog dialog(parent, title, lastFolder());
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    return choose(dialog).value(0);
}

bool DialogPrompts::choosePrinter(QWidget *parent, QPrinter &printer)
{
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

bool DialogPrompts::confirm(QWidget *parent, const QString &sentence, const QString &button)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Waitline"), sentence, QMessageBox::Cancel, parent);
    QPushButton *yes = box.addButton(button, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace waitline
