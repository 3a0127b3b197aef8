#include "models/exchange/textlines.h"

namespace waitline {

namespace {
constexpr qint64 pieceSize = 1 << 18;
}

TextLines::TextLines(QIODevice &device, TextEncoding encoding) : m_device(device), m_decoder(encoding) {}

bool TextLines::refill()
{
    if (m_atEnd)
        return false;
    m_text.remove(0, m_from);
    m_from = 0;
    const QByteArray piece = m_device.read(pieceSize);
    if (piece.isEmpty()) {
        m_atEnd = true;
        return false;
    }
    m_decoder.decode(piece, m_text);
    return true;
}

char TextLines::terminator()
{
    if (m_terminator == '\0') {
        const QByteArrayView text = lookAhead();
        m_terminator = text.contains('\n') || !text.contains('\r') ? '\n' : '\r';
    }
    return m_terminator;
}

QByteArrayView TextLines::next()
{
    const char end = terminator();
    qsizetype searched = 0;
    while (true) {
        const qsizetype at = m_text.indexOf(end, m_from + searched);
        const qsizetype length = (at < 0 ? m_text.size() : at + 1) - m_from;
        if (at >= 0 || length >= longestLine) {
            const qsizetype given = qMin(length, longestLine);
            m_from += given;
            return QByteArrayView(m_text).sliced(m_from - given, given);
        }
        searched = length;
        if (!refill()) {
            m_from = m_text.size();
            return QByteArrayView(m_text).last(length);
        }
    }
}

void TextLines::putBack(QByteArrayView text)
{
    const QByteArray copy = text.toByteArray();
    m_text.replace(0, m_from, copy);
    m_from = 0;
}

QByteArrayView TextLines::lookAhead()
{
    if (m_text.size() - m_from < pieceSize / 4)
        refill();
    return QByteArrayView(m_text).sliced(m_from);
}

qint64 TextLines::consumed() const { return qMax<qint64>(0, m_device.pos() - (m_text.size() - m_from)); }

} // namespace waitline
