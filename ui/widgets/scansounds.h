#pragma once

#include "models/domain/receiving.h"

#include <map>
#include <memory>

class QSoundEffect;

namespace waitline {

/// A sound for each thing a scan can come to. Silent where the machine has nothing to play it with, and when switched
/// off; that is kept per user.
class ScanSounds final {
public:
    ScanSounds();
    ~ScanSounds();

    void play(ScanVerdict verdict);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// The file of a verdict's sound.
    [[nodiscard]] static QString fileOf(ScanVerdict verdict);

private:
    void load();

    bool m_isOn;
    bool m_isLoaded = false;
    std::map<ScanVerdict, std::unique_ptr<QSoundEffect>> m_sounds;
};

} // namespace waitline
