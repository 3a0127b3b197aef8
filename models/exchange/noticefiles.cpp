#include "models/exchange/noticefiles.h"

#include "models/domain/wholefile.h"
#include "models/exchange/exportsheet.h"
#include "models/exchange/mailmessage.h"
#include "models/services/storesettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Notices", text); }

Error stopped() { return {Error::Kind::Cancelled, {}, sentence("It was stopped: what was not written yet is not.")}; }

Result<MailMessage> messageFrom(const StoreSettings &settings, const WrittenNotice &notice)
{
    if (settings.email.isEmpty())
        return refused("email", sentence("The business has no e-mail address yet: enter it in the settings first."));
    if (notice.notice.email.isEmpty())
        return refused("customer",
                       sentence("%1 has no e-mail address: enter it with the customer, or call.").arg(notice.notice.customerName));
    return MailMessage{settings.business,   settings.email,       notice.notice.customerName,
                       notice.notice.email, notice.words.subject, notice.words.body};
}

Result<Done> saveMessage(const MailMessage &message, const StoredNotice &notice, const QDir &folder, Instant now)
{
    const QString name = sentence("order %1 %2.eml").arg(notice.order.value).arg(noticeWord(notice.kind).replace(u'_', u' '));
    QSaveFile file(folder.filePath(name));
    const QByteArray content = toEml(message, now, QStringLiteral("waitline.%1.%2").arg(notice.id.value).arg(now));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !commitWhole(file))
        return cannotWrite(file.fileName(), file.errorString());
    return Done{};
}

} // namespace

Result<NoticesSaved> saveMessages(Connection &connection, const std::vector<NoticeId> &ids, const QString &folder, const Caller &caller,
                                  const Progress &progress)
{
    if (!QFileInfo(folder).isDir())
        return invalid("folder", sentence("There is no folder %1: make it or choose another one.").arg(folder));
    const auto settings = storeSettings(connection);
    if (!settings)
        return settings.error();
    const auto notices = NoticeService(connection).write(ids, caller.today());
    if (!notices)
        return notices.error();
    NoticesSaved saved;
    for (const WrittenNotice &notice : *notices) {
        const auto message = messageFrom(*settings, notice);
        if (!message && message.error().field != u"customer")
            return message.error();
        if (!message) {
            saved.withoutAddress += notice.notice.customerName;
            continue;
        }
        if (const auto written = saveMessage(*message, notice.notice, QDir(folder), caller.now); !written)
            return written.error();
        ++saved.written;
        if (progress && !progress(saved.written, qint64(notices->size())))
            return stopped();
    }
    saved.withoutAddress.removeDuplicates();
    return saved;
}

Result<qint64> exportMerge(Connection &connection, const std::vector<NoticeId> &ids, const QString &path, const Caller &caller,
                           const Progress &progress)
{
    const auto notices = NoticeService(connection).write(ids, caller.today());
    if (!notices)
        return notices.error();
    const auto currency = storeCurrency(connection);
    if (!currency)
        return currency.error();
    QByteArrayList names{"kind", "email", "subject", "text"};
    for (const Placeholder &placeholder : placeholders())
        names += placeholder.name.toLatin1().replace('_', ' ');
    std::vector<ExportColumn> columns;
    for (const QByteArray &name : names)
        columns.push_back({name.constData()});
    const auto sheet = ExportSheet::open(path, QStringLiteral("notices"), columns, *currency);
    if (!sheet)
        return sheet.error();
    qint64 written = 0;
    for (const WrittenNotice &notice : *notices) {
        QVariantList row{noticeWord(notice.notice.kind), notice.notice.email, notice.words.subject, notice.words.body};
        for (const Placeholder &placeholder : placeholders())
            row += notice.values.value(placeholder.name);
        (*sheet)->write(row);
        if (progress && !progress(++written, qint64(notices->size())))
            return stopped();
    }
    if (const auto finished = (*sheet)->finish(); !finished)
        return finished.error();
    return qint64(notices->size());
}

} // namespace waitline
