#include "models/exchange/textencoding.h"

#include <QCoreApplication>

#include <array>

namespace waitline {

namespace {

constexpr qint64 pieceSize = 1 << 20;

// Windows-1252 differs from Latin-1 only here; the five unused places stay control characters.
constexpr std::array<char16_t, 32> windowsPunctuation{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                      0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Bytes at the end that start a character whose rest is still to come.
qsizetype unfinishedTail(QByteArrayView bytes)
{
    const qsizetype furthest = qMin<qsizetype>(3, bytes.size());
    for (qsizetype back = 1; back <= furthest; ++back) {
        const auto byte = static_cast<uchar>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

// The piece (and how many bytes it holds in front from the one before) in which UTF-8 ends to be valid.
bool readInvalidPiece(QIODevice &device, QByteArray &piece, qint64 &linesBefore)
{
    QByteArray tail;
    while (true) {
        piece = tail + device.read(pieceSize);
        if (piece.size() == tail.size())
            return !tail.isEmpty();
        const qsizetype keep = unfinishedTail(piece);
        tail = piece.right(keep);
        if (!QByteArrayView(piece).chopped(keep).isValidUtf8())
            return true;
        linesBefore += piece.count('\n');
    }
}

bool looksLikeUtf16(QByteArrayView start, int zeroAt)
{
    qsizetype zeros = 0;
    qsizetype others = 0;
    for (qsizetype i = 0; i + 1 < start.size(); i += 2) {
        zeros += start[i + zeroAt] == '\0';
        others += start[i + 1 - zeroAt] == '\0';
    }
    const qsizetype pairs = start.size() / 2;
    return pairs > 1 && zeros * 5 > pairs * 2 && others * 20 < pairs;
}

void appendWindows1252(QByteArrayView bytes, QByteArray &utf8)
{
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        if (byte < 0x80) {
            utf8.append(c);
            continue;
        }
        const char16_t unit = byte < 0xA0 ? windowsPunctuation[byte - 0x80] : char16_t(byte);
        if (unit >= 0x800) {
            utf8.append(char(0xE0 | (unit >> 12)));
            utf8.append(char(0x80 | ((unit >> 6) & 0x3F)));
        } else {
            utf8.append(char(0xC0 | (unit >> 6)));
        }
        utf8.append(char(0x80 | (unit & 0x3F)));
    }
}

} // namespace

Result<TextEncoding> encodingNamed(const QString &name)
{
    QString key = name.trimmed().toLower();
    key.remove(u'-').remove(u'_').remove(u' ');
    if (key == u"utf8" || key == u"utf8bom" || key == u"utf8sig")
        return TextEncoding::Utf8;
    if (key == u"utf16le" || key == u"utf16")
        return TextEncoding::Utf16LittleEndian;
    if (key == u"utf16be")
        return TextEncoding::Utf16BigEndian;
    // What is labelled Latin-1 is Windows-1252 in practice: the web's encoding standard reads it so too.
    if (key == u"windows1252" || key == u"cp1252" || key == u"latin1" || key == u"iso88591" || key == u"ansi")
        return TextEncoding::Windows1252;
    return invalid(QStringLiteral("encoding"),
                   QCoreApplication::translate("Import", "“%1” is not an encoding known here: use utf-8, utf-16le, "
                                                         "utf-16be or windows-1252.")
                       .arg(name));
}

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("utf-8");
    case TextEncoding::Utf16LittleEndian: return QStringLiteral("utf-16le");
    case TextEncoding::Utf16BigEndian: return QStringLiteral("utf-16be");
    case TextEncoding::Windows1252: return QStringLiteral("windows-1252");
    }
    Q_UNREACHABLE();
}

int markLength(QByteArrayView bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    case TextEncoding::Utf16LittleEndian: return bytes.startsWith("\xFF\xFE") ? 2 : 0;
    case TextEncoding::Utf16BigEndian: return bytes.startsWith("\xFE\xFF") ? 2 : 0;
    case TextEncoding::Windows1252: return 0;
    }
    Q_UNREACHABLE();
}

EncodingGuess detectEncoding(QIODevice &device)
{
    const QByteArray start = device.peek(4096);
    for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian}) {
        if (const int length = markLength(start, encoding); length > 0)
            return {encoding, length};
    }
    if (looksLikeUtf16(start, 1))
        return {TextEncoding::Utf16LittleEndian, 0};
    if (looksLikeUtf16(start, 0))
        return {TextEncoding::Utf16BigEndian, 0};
    QByteArray piece;
    qint64 lines = 0;
    const bool broken = readInvalidPiece(device, piece, lines);
    device.seek(0);
    return {broken ? TextEncoding::Windows1252 : TextEncoding::Utf8, 0};
}

qint64 firstLineThatIsNotUtf8(QIODevice &device)
{
    QByteArray piece;
    qint64 line = 1;
    const bool broken = readInvalidPiece(device, piece, line);
    device.seek(0);
    if (!broken)
        return 0;
    qsizetype from = 0;
    for (qsizetype end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        if (!QByteArrayView(piece).sliced(from, end - from).isValidUtf8())
            return line;
        ++line;
        from = end + 1;
    }
    return line;
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_utf16(encoding == TextEncoding::Utf16BigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE)
{}

void TextDecoder::decode(QByteArrayView bytes, QByteArray &utf8)
{
    switch (m_encoding) {
    case TextEncoding::Utf8: utf8.append(bytes); return;
    case TextEncoding::Windows1252: appendWindows1252(bytes, utf8); return;
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian: decodeUtf16(bytes, utf8); return;
    }
}

void TextDecoder::decodeUtf16(QByteArrayView bytes, QByteArray &utf8)
{
    QString text = m_utf16.decode(bytes);
    if (!m_firstHalf.isNull())
        text.prepend(std::exchange(m_firstHalf, QChar()));
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        m_firstHalf = text.back();
        text.chop(1);
    }
    utf8.append(text.toUtf8());
}

} // namespace waitline
