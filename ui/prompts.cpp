#include "ui/prompts.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
#include <QSettings>

namespace waitline {

namespace {

QString lastFolder() { return QSettings().value(QStringLiteral("lastFolder"), QDir::homePath()).toString(); }

void remember(const QString &path)
{
    if (!path.isEmpty())
        QSettings().setValue(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
}

} // namespace

QString DialogPrompts::openFile(QWidget *parent, const QString &title, const QString &kinds)
{
    const QString path = QFileDialog::getOpenFileName(parent, title, lastFolder(), kinds);
    remember(path);
    return path;
}

QStringList DialogPrompts::openFiles(QWidget *parent, const QString &title, const QString &kinds)
{
    const QStringList paths = QFileDialog::getOpenFileNames(parent, title, lastFolder(), kinds);
    remember(paths.value(0));
    return paths;
}

QString DialogPrompts::saveFile(QWidget *parent, const QString &title, const QString &proposedName, const QString &kinds)
{
    const QString path = QFileDialog::getSaveFileName(parent, title, QDir(lastFolder()).filePath(proposedName), kinds);
    remember(path);
    return path;
}

QString DialogPrompts::folder(QWidget *parent, const QString &title)
{
    const QString path = QFileDialog::getExistingDirectory(parent, title, lastFolder());
    if (!path.isEmpty())
        QSettings().setValue(QStringLiteral("lastFolder"), path);
    return path;
}

bool DialogPrompts::choosePrinter(QWidget *parent, QPrinter &printer)
{
    QPrintDialog dialog(&printer, parent);
    return dialog.exec() == QDialog::Accepted;
}

bool DialogPrompts::confirm(QWidget *parent, const QString &sentence, const QString &button)
{
    QMessageBox box(QMessageBox::Question, {}, sentence, QMessageBox::Cancel, parent);
    QPushButton *yes = box.addButton(button, QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace waitline
