#pragma once

#include "tests/ui/support/looks.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>
#include <QWidget>

namespace waitline::test {

/// How a dialog is looked at.
struct Look {
    const char *name;
    ThemeChoice theme;
    int scale;
    QSize size; ///< logical
};
inline const Look looks[] = {{"light", ThemeChoice::Light, 1, {1040, 680}},
                             {"dark", ThemeChoice::Dark, 1, {1040, 680}},
                             {"light-200", ThemeChoice::Light, 2, {660, 360}}, // of a screen of 1366 by 768
                             {"dark-200", ThemeChoice::Dark, 2, {660, 360}}};

[[nodiscard]] inline double brightness(const QImage &picture)
{
    const QImage small = picture.scaled(16, 16, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x)
            sum += small.pixelColor(x, y).lightnessF();
    }
    return sum / (small.width() * small.height());
}

/// No text of the dialog is cut in this look, and it has the theme's brightness. The picture is kept in the folder that
/// WAITLINE_PICTURES names.
inline void checkPicture(QWidget *dialog, const Look &as, const QString &name)
{
    dialog->resize(as.size);
    QApplication::processEvents(); // a form of another width is laid out anew
    QTRY_COMPARE(clipped(dialog).join(u';'), QString());
    QImage picture(dialog->size() * as.scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(as.scale);
    picture.fill(Theme::current().surface);
    dialog->render(&picture);
    QVERIFY(as.theme == ThemeChoice::Dark ? brightness(picture) < 0.4 : brightness(picture) > 0.7);
    if (const QString folder = qEnvironmentVariable("WAITLINE_PICTURES"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, QString::fromLatin1(as.name)))));
}

} // namespace waitline::test
