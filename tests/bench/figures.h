#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace waitline::bench {

/// One line of the result.
struct Figure {
    QString job;
    double ours = 0; ///< in `unit`
    std::optional<double> rival; ///< what it is measured against, in the same unit
    QString unit = QStringLiteral("ms");
    std::optional<double> goal; ///< of ours ÷ rival where there is a rival, of ours otherwise
    QString rivalName;

    [[nodiscard]] double measured() const { return rival ? ours / *rival : ours; }
    [[nodiscard]] bool isOver() const { return goal && measured() > *goal; }
};

class Figures final {
public:
    void add(Figure figure);
    void print() const;
    /// An empty name writes nothing. False when the file cannot be written.
    [[nodiscard]] bool writeJson(const QString &file) const;

private:
    std::vector<Figure> m_figures;
};

} // namespace waitline::bench
