#pragma once

#include "models/domain/receiving.h"

namespace waitline {

class SoundPlayer;

/// A sound for each thing a scan can come to. Silent where the machine has nothing to play it with, and when switched
/// off; that is kept per user.
class ScanSounds final {
public:
    ScanSounds();

    void play(ScanVerdict verdict);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// The file of a verdict's sound.
    [[nodiscard]] static QString fileOf(ScanVerdict verdict);
    /// What plays them, loaded now if it was not; null where it is not installed.
    [[nodiscard]] static SoundPlayer *player();
    /// Has another one play them, which must stay; null: the installed one again.
    static void setPlayer(SoundPlayer *player);

private:
    bool m_isOn;
};

} // namespace waitline
