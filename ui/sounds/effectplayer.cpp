#include "ui/sounds/soundplayer.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

#include <map>
#include <memory>

namespace waitline {

namespace {

/// Asking a machine without sound makes the library complain, which is nothing to the user.
bool hasSound()
{
    const QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const bool has = !QMediaDevices::audioOutputs().isEmpty();
    qInstallMessageHandler(before);
    return has;
}

QUrl urlOf(const QString &file) { return file.startsWith(u':') ? QUrl(QStringLiteral("qrc") + file) : QUrl::fromLocalFile(file); }

} // namespace

class EffectPlayer final : public QObject, public SoundPlayer {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "waitline.SoundPlayer/1")
    Q_INTERFACES(waitline::SoundPlayer)

public:
    void play(const QString &file) override
    {
        if (!m_hasSound)
            return;
        auto &sound = m_sounds[file];
        if (!sound) {
            sound = std::make_unique<QSoundEffect>();
            sound->setSource(urlOf(file));
        }
        sound->play();
    }

private:
    bool m_hasSound = hasSound();
    std::map<QString, std::unique_ptr<QSoundEffect>> m_sounds;
};

} // namespace waitline

#include "effectplayer.moc"
