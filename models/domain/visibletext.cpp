#include "models/domain/visibletext.h"

#include <algorithm>

namespace waitline {

namespace {

bool isInvisible(QChar sign)
{
    return sign.category() == QChar::Other_Control || sign.category() == QChar::Other_Format || sign == QChar::LineSeparator ||
           sign == QChar::ParagraphSeparator;
}

} // namespace

bool holdsInvisible(QStringView text) { return std::any_of(text.begin(), text.end(), &isInvisible); }

bool isVisible(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar sign) { return !sign.isSpace() && !isInvisible(sign); });
}

} // namespace waitline
