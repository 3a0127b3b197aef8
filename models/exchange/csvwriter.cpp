#include "models/exchange/csvwriter.h"

#include <QCoreApplication>

namespace waitline {

namespace {

constexpr qsizetype bufferSize = 1 << 16;

// "-12.50" and "+3" are numbers, and no formula.
bool isNumber(QStringView text)
{
    bool digits = false;
    bool point = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= u'0' && c <= u'9')
            digits = true;
        else if (c == u'.' && !point)
            point = true;
        else if (i > 0 || (c != u'-' && c != u'+'))
            return false;
    }
    return digits;
}

bool looksLikeFormula(QStringView text) { return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()) && !isNumber(text); }

} // namespace

CsvWriter::CsvWriter(QIODevice &device, char delimiter, Formulas formulas) : m_device(device), m_delimiter(delimiter), m_formulas(formulas)
{}

QByteArray CsvWriter::cell(const QString &text, char delimiter, Formulas formulas)
{
    QByteArray bytes = text.toUtf8();
    if (formulas == Formulas::Neutralise && looksLikeFormula(text))
        bytes.prepend('\'');
    const bool quoted = bytes.contains(delimiter) || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r') ||
                        bytes.startsWith(' ') || bytes.endsWith(' ') || bytes.contains('\t');
    return quoted ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
}

void CsvWriter::write(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_buffer.append(m_delimiter);
        m_buffer.append(cell(cells[i], m_delimiter, m_formulas));
    }
    m_buffer.append("\r\n");
    if (m_buffer.size() >= bufferSize)
        flush();
}

void CsvWriter::flush()
{
    m_failed = m_device.write(m_buffer) != m_buffer.size() || m_failed;
    m_buffer.clear();
}

Result<Done> CsvWriter::finish()
{
    flush();
    if (m_failed)
        return Error{Error::Kind::Storage, QStringLiteral("file"),
                     QCoreApplication::translate("Export", "The file cannot be written: %1.").arg(m_device.errorString())};
    return Done{};
}

} // namespace waitline
