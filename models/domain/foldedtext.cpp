#include "models/domain/foldedtext.h"

namespace waitline {

namespace {

bool isPlainAscii(QStringView text)
{
    for (QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

} // namespace

QString folded(QStringView text)
{
    if (isPlainAscii(text))
        return text.toString().toLower().simplified();
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString result;
    result.reserve(decomposed.size());
    for (QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            result += c;
    }
    return result.simplified();
}

} // namespace waitline
