#pragma once

#include <QtPlugin>

class QString;

namespace waitline {

/// Plays short sounds. A library of its own, loaded with the first sound: what plays sounds brings twenty libraries with
/// it, which nobody who opens a list should wait for.
class SoundPlayer {
public:
    virtual ~SoundPlayer() = default;
    /// Plays a WAV file, a resource as a rule. Silent where the machine has nothing to play it with.
    virtual void play(const QString &file) = 0;
};

} // namespace waitline

Q_DECLARE_INTERFACE(waitline::SoundPlayer, "waitline.SoundPlayer/1")
