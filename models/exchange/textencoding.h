#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QIODevice>
#include <QStringDecoder>

namespace waitline {

/// The encodings shop exports come in.
enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// How a file's bytes are to be read: its encoding, and the byte order mark to step over.
struct EncodingGuess {
    TextEncoding encoding = TextEncoding::Utf8;
    int markLength = 0;
};

/// The encoding of a name such as "utf-8", "utf-16le", "cp1252" or "latin1".
[[nodiscard]] Result<TextEncoding> encodingNamed(const QString &name);
[[nodiscard]] QString encodingName(TextEncoding encoding);

/// Reads the whole device once, in pieces, and leaves it at its start: a mark decides, else NUL bytes tell
/// UTF-16, else what is valid UTF-8 is UTF-8, and all that remains is Windows-1252.
[[nodiscard]] EncodingGuess detectEncoding(QIODevice &device);
/// The line of the first byte that is no UTF-8; 0 when all is. Leaves the device at its start.
[[nodiscard]] qint64 firstLineThatIsNotUtf8(QIODevice &device);
/// Length of the byte order mark of `encoding` at the start of `bytes`.
[[nodiscard]] int markLength(QByteArrayView bytes, TextEncoding encoding);

/// Turns pieces of a file into UTF-8; characters split between two pieces are kept until the next.
class TextDecoder final {
public:
    explicit TextDecoder(TextEncoding encoding);
    /// Appends the UTF-8 of `bytes` to `utf8`.
    void decode(QByteArrayView bytes, QByteArray &utf8);

private:
    void decodeUtf16(QByteArrayView bytes, QByteArray &utf8);

    TextEncoding m_encoding;
    QStringDecoder m_utf16;
    QChar m_firstHalf; ///< a high surrogate that waits for its other half
};

} // namespace waitline
