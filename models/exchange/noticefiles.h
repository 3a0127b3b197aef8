#pragma once

#include "models/services/noticeservice.h"
#include "models/services/progress.h"

namespace waitline {

/// Notices as files that others send.

struct NoticesSaved {
    qint64 written = 0;
    QStringList withoutAddress; ///< customers without an e-mail address: nothing was written for them
};

/// One .eml file for each notice in a folder that is there: "order 12 shipped.eml". Older ones of the same name are
/// replaced.
[[nodiscard]] Result<NoticesSaved> saveMessages(Connection &connection, const std::vector<NoticeId> &ids, const QString &folder,
                                                const Caller &caller, const Progress &progress = {});
/// A mail merge's list: a row for each notice, a column for each placeholder, and the words filled in. CSV, XLSX or
/// JSON, as the file's name says.
[[nodiscard]] Result<qint64> exportMerge(Connection &connection, const std::vector<NoticeId> &ids, const QString &path,
                                         const Caller &caller, const Progress &progress = {});

} // namespace waitline
