#include "models/exchange/derivedreference.h"

#include <QCryptographicHash>

namespace waitline {

QString DerivedReferences::of(const QByteArray &content)
{
    constexpr qsizetype enough = 10; // bytes: 80 bits tell any number of documents apart
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha1).left(enough);
    const int times = ++m_times[digest];
    const QString reference = QStringLiteral("import-") + QString::fromLatin1(digest.toHex());
    return times == 1 ? reference : reference + u'-' + QString::number(times);
}

} // namespace waitline
