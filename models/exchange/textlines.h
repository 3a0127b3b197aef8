#pragma once

#include "models/exchange/textencoding.h"

namespace waitline {

/// The lines of a text file as UTF-8, read in pieces so that memory does not grow with the file.
/// Lines end with LF (CRLF keeps its CR before it); a file without any LF is read by its CRs.
class TextLines final {
public:
    /// A line is handed out in parts of at most this many bytes.
    static constexpr qsizetype longestLine = 1 << 20;

    /// `device` stands after its byte order mark, stays open and outlives this.
    TextLines(QIODevice &device, TextEncoding encoding);

    /// The next line with its terminator; empty at the end. Valid until the next call.
    [[nodiscard]] QByteArrayView next();
    /// Gives text back, to be read again before what follows.
    void putBack(QByteArrayView text);
    /// Some of the text that comes next, without consuming it.
    [[nodiscard]] QByteArrayView lookAhead();
    /// LF, or CR in files that know no LF.
    [[nodiscard]] char terminator();
    /// How much of the device has been handed out, in its own bytes (within one piece).
    [[nodiscard]] qint64 consumed() const;

private:
    bool refill();

    QIODevice &m_device;
    TextDecoder m_decoder;
    QByteArray m_text;
    qsizetype m_from = 0;
    char m_terminator = '\0';
    bool m_atEnd = false;
};

} // namespace waitline
