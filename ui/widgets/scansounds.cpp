#include "ui/widgets/scansounds.h"

#include "ui/sounds/soundplayer.h"

#include <QCoreApplication>
#include <QPluginLoader>
#include <QSettings>

namespace waitline {

namespace {

const QString soundsKey = QStringLiteral("scanSounds");
SoundPlayer *otherPlayer = nullptr;

} // namespace

ScanSounds::ScanSounds() : m_isOn(QSettings().value(soundsKey, true).toBool()) {}

QString ScanSounds::fileOf(ScanVerdict verdict)
{
    switch (verdict) {
    case ScanVerdict::Expected: return QStringLiteral(":/sounds/expected.wav");
    case ScanVerdict::MoreThanOrdered: return QStringLiteral(":/sounds/more.wav");
    case ScanVerdict::NotOnPurchase: return QStringLiteral(":/sounds/foreign.wav");
    case ScanVerdict::Unknown: return QStringLiteral(":/sounds/unknown.wav");
    }
    Q_UNREACHABLE();
}

void ScanSounds::setPlayer(SoundPlayer *player) { otherPlayer = player; }

SoundPlayer *ScanSounds::player()
{
    if (otherPlayer)
        return otherPlayer;
    static QPluginLoader loader(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/waitline/soundplayer"));
    return qobject_cast<SoundPlayer *>(loader.instance());
}

void ScanSounds::play(ScanVerdict verdict)
{
    if (!m_isOn)
        return;
    if (SoundPlayer *sounds = player())
        sounds->play(fileOf(verdict));
}

void ScanSounds::setOn(bool on)
{
    m_isOn = on;
    QSettings().setValue(soundsKey, on);
}

} // namespace waitline
