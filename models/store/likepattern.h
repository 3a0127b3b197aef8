#pragma once

#include <QString>

namespace waitline {

/// A LIKE pattern for texts that contain `text` as it stands; to be used with ESCAPE '\\'.
[[nodiscard]] inline QString containsPattern(QString text)
{
    text.replace(u'\\', u"\\\\"_qs).replace(u'%', u"\\%"_qs).replace(u'_', u"\\_"_qs);
    return u'%' + text + u'%';
}

} // namespace waitline
