#include "models/forecast/track.h"

namespace waitline::forecasting {

void Track::add(const Track &other, double weight)
{
    for (size_t i = 0; i < m_said.size(); ++i)
        m_said[i] += weight * other.m_said[i];
}

Track meanOf(const std::vector<Track> &tracks)
{
    Track mean(tracks.front().origins(), int(tracks.front().horizon()));
    for (const Track &track : tracks)
        mean.add(track, 1.0 / double(tracks.size()));
    return mean;
}

} // namespace waitline::forecasting
