#include "ui/widgets/scansounds.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSettings>
#include <QSoundEffect>
#include <QUrl>

namespace waitline {

namespace {

const QString soundsKey = QStringLiteral("scanSounds");

/// Asking a machine without sound makes the library complain, which is nothing to the user.
bool hasSound()
{
    const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const bool has = !QMediaDevices::audioOutputs().isEmpty();
    qInstallMessageHandler(before);
    return has;
}

} // namespace

ScanSounds::ScanSounds() : m_isOn(QSettings().value(soundsKey, true).toBool()) {}

ScanSounds::~ScanSounds() = default;

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

void ScanSounds::load()
{
    if (std::exchange(m_isLoaded, true) || !hasSound())
        return;
    for (ScanVerdict verdict : {ScanVerdict::Expected, ScanVerdict::MoreThanOrdered, ScanVerdict::NotOnPurchase, ScanVerdict::Unknown}) {
        auto sound = std::make_unique<QSoundEffect>();
        sound->setSource(QUrl(QStringLiteral("qrc") + fileOf(verdict)));
        m_sounds[verdict] = std::move(sound);
    }
}

void ScanSounds::play(ScanVerdict verdict)
{
    if (!m_isOn)
        return;
    load();
    if (const auto sound = m_sounds.find(verdict); sound != m_sounds.end())
        sound->second->play();
}

void ScanSounds::setOn(bool on)
{
    m_isOn = on;
    QSettings().setValue(soundsKey, on);
}

} // namespace waitline
