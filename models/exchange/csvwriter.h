#pragma once

#include "models/domain/result.h"

#include <QIODevice>
#include <QStringList>

namespace waitline {

/// Writes CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed.
class CsvWriter final {
public:
    /// What becomes of cells that a spreadsheet would run as a formula.
    enum class Formulas {
        Neutralise, ///< an apostrophe is put before text that starts with = + - @ (or tab, CR); numbers stay numbers
        Keep ///< for files that give back what somebody else wrote
    };

    explicit CsvWriter(QIODevice &device, char delimiter = ',', Formulas formulas = Formulas::Neutralise);
    void write(const QStringList &cells);
    /// Done, or what went wrong with the device since the beginning.
    [[nodiscard]] Result<Done> finish();

    /// A cell as it is written, quotes included.
    [[nodiscard]] static QByteArray cell(const QString &text, char delimiter, Formulas formulas);

private:
    void flush();

    QIODevice &m_device;
    char m_delimiter;
    Formulas m_formulas;
    QByteArray m_buffer;
    bool m_failed = false;
};

} // namespace waitline
