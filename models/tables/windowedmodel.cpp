#include "models/tables/windowedmodel.h"

#include "models/tables/celltext.h"

#include <limits>
#include <numeric>

namespace waitline {

namespace {

/// Puts a number last in a short list, once, and lets the oldest go.
void touch(std::vector<int> &numbers, int number, size_t most)
{
    if (!numbers.empty() && numbers.back() == number)
        return;
    std::erase(numbers, number);
    numbers.push_back(number);
    if (numbers.size() > most)
        numbers.erase(numbers.begin());
}

} // namespace

WindowedModel::WindowedModel(Session &session, std::vector<ColumnHead> heads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_heads(std::move(heads))
    , m_pages(pagesKept)
{
    constexpr int gatherChangesMs = 100;
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(gatherChangesMs);
    connect(&m_fetchSoon, &QTimer::timeout, this, &WindowedModel::fetchWanted);
    connect(&m_reloadSoon, &QTimer::timeout, this, &WindowedModel::reload);
    connect(&session, &Session::changed, this, &WindowedModel::onChanged);
}

int WindowedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int WindowedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_heads.count(); }

QVariant WindowedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant WindowedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return m_heads.alignment(index.column());
    return cell(index.row(), index.column(), role);
}

bool WindowedModel::concerns(const ChangeSet &) const { return true; }

void WindowedModel::setLive(bool isLive)
{
    m_isLive = isLive;
    if (isLive && m_isStale)
        reload();
}

void WindowedModel::onChanged(const ChangeSet &changes)
{
    if (!concerns(changes))
        return;
    m_isStale = true;
    // Not started anew by each change, so that a list under constant change still follows.
    if (m_isLive && !m_isLoading && !m_reloadSoon.isActive())
        m_reloadSoon.start();
}

void WindowedModel::questionChanged()
{
    m_isOtherQuestion = true;
    m_isStale = true;
    if (m_isLive)
        reload();
}

const WindowedModel::Page *WindowedModel::pageOf(int row) const
{
    constexpr size_t mostWanted = 8; // a fast scroll passes over the rest
    const int number = row / pageSize;
    if (m_walked.second && m_walked.first == number)
        return m_walked.second.get();
    touch(m_recent, number, pagesAtOnce);
    if (const auto *page = m_pages.object(number))
        return page->get();
    touch(m_wanted, number, mostWanted);
    if (!m_isFetching && !m_fetchSoon.isActive())
        m_fetchSoon.start();
    return nullptr;
}

Result<WindowedModel::Pages> WindowedModel::readPages(Connection &connection, const Listing &listing, const std::vector<int> &numbers)
{
    Pages pages;
    for (int number : numbers) {
        const qint64 first = qint64(number) * pageSize;
        const qint64 count = std::min<qint64>(pageSize, listing.rows() - first);
        if (count <= 0)
            continue;
        auto page = listing.page(connection, first, count);
        if (!page)
            return page.error();
        pages.emplace_back(number, std::move(page).value());
    }
    return pages;
}

void WindowedModel::fetchWanted()
{
    if (m_wanted.empty() || !m_listing || m_isFetching)
        return;
    const auto from = m_wanted.end() - std::min<std::ptrdiff_t>(pagesAtOnce, std::ssize(m_wanted));
    std::vector<int> numbers(from, m_wanted.end());
    m_wanted.erase(from, m_wanted.end());
    m_isFetching = true;
    auto future = m_session.read(
        [listing = m_listing, numbers = std::move(numbers)](Connection &connection) { return readPages(connection, *listing, numbers); });
    whenDone(future, this, [this, listing = m_listing](const Result<Pages> &pages) { takePages(listing, pages); });
}

void WindowedModel::takePages(const ListingPointer &from, const Result<Pages> &pages)
{
    m_isFetching = false;
    if (!pages) {
        Q_EMIT failed(pages.error());
    } else if (from == m_listing) {
        for (const auto &[number, page] : *pages) {
            m_pages.insert(number, new std::shared_ptr<const Page>(page));
            const int first = number * pageSize;
            Q_EMIT dataChanged(index(first, 0), index(std::min(first + pageSize, m_rows) - 1, m_heads.count() - 1));
        }
    }
    fetchWanted();
}

void WindowedModel::reload()
{
    m_reloadSoon.stop();
    m_isStale = false;
    setLoading(true);
    const std::vector<int> numbers = m_isOtherQuestion || m_recent.empty() ? std::vector<int>{0} : m_recent;
    auto future = m_session.read([opening = opening(), numbers](Connection &connection) -> Result<Opened> {
        auto listing = opening(connection);
        if (!listing)
            return listing.error();
        auto pages = readPages(connection, **listing, numbers);
        if (!pages)
            return pages.error();
        return Opened{std::move(listing).value(), std::move(pages).value()};
    });
    whenDone(future, this, [this, generation = ++m_generation](const Result<Opened> &opened) { takeListing(generation, opened); });
}

void WindowedModel::takeListing(qint64 generation, const Result<Opened> &opened)
{
    if (generation != m_generation)
        return;
    setLoading(false);
    if (!opened) {
        m_isStale = true;
        Q_EMIT failed(opened.error());
        return;
    }
    const auto rows = int(std::min<qint64>(opened->listing->rows(), std::numeric_limits<int>::max()));
    const bool isReset = std::exchange(m_isOtherQuestion, false);
    if (isReset) {
        beginResetModel();
        m_rows = rows;
        show(opened->listing, opened->pages);
        m_recent.clear();
        endResetModel();
    } else {
        keepPlaces(opened->listing, opened->pages, rows);
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, m_heads.count() - 1));
    }
    Q_EMIT loaded();
    if (m_isStale && m_isLive)
        m_reloadSoon.start();
}

void WindowedModel::show(const ListingPointer &listing, const Pages &pages)
{
    m_listing = listing;
    m_pages.clear();
    m_wanted.clear();
    for (const auto &[number, page] : pages)
        m_pages.insert(number, new std::shared_ptr<const Page>(page));
    listingReplaced();
}

/// What is selected stays so in its new place, and no more where the list does not hold it any longer.
void WindowedModel::keepPlaces(const ListingPointer &listing, const Pages &pages, int rows)
{
    if (rows > m_rows)
        showRows(rows); // under the old pages still: what stays keeps its text
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<qint64> ids;
    QHash<qint64, int> places;
    for (const QModelIndex &each : before) {
        ids += idAt(each.row());
        if (ids.back() != 0)
            places.insert(ids.back(), -1);
    }
    show(listing, pages);
    qsizetype missing = places.size(); // most lists are long, and what is selected stands in the part that is seen
    const auto look = [&](int first, int end) {
        for (int row = first; missing > 0 && row < std::min(end, rows); ++row) {
            if (const auto place = places.find(idAt(row)); place != places.end()) {
                *place = row;
                --missing;
            }
        }
    };
    if (rows > 0 && m_listing->idAt(0) != 0) {
        look(0, rows);
    } else { // the listing keeps no ids: the rows that were read do
        for (const auto &[number, page] : pages)
            look(number * pageSize, (number + 1) * pageSize);
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = ids[i] != 0 ? places.value(ids[i]) : before[i].row() < rows ? before[i].row() : -1;
        after += row < 0 ? QModelIndex() : index(row, before[i].column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    if (rows < m_rows)
        showRows(rows);
}

int WindowedModel::rowOf(qint64 id) const
{
    const qint64 rows = m_listing ? m_listing->rows() : 0;
    for (qint64 row = 0; row < rows; ++row) {
        if (m_listing->idAt(row) == id)
            return int(row);
    }
    return -1;
}

void WindowedModel::showRows(int rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void WindowedModel::setLoading(bool isLoading)
{
    if (std::exchange(m_isLoading, isLoading) != isLoading)
        Q_EMIT loadingChanged(isLoading);
}

void WindowedModel::walk(const std::function<bool(int)> &take, const std::function<void(const Result<Done> &)> &ended)
{
    step({m_listing, 0, take, ended});
}

void WindowedModel::step(const Walk &walk)
{
    if (!walk.listing || qint64(walk.nextPage) * pageSize >= walk.listing->rows())
        return walk.ended(Done{});
    std::vector<int> numbers(pagesAStep);
    std::iota(numbers.begin(), numbers.end(), walk.nextPage);
    auto future =
        m_session.read([listing = walk.listing, numbers](Connection &connection) { return readPages(connection, *listing, numbers); });
    whenDone(future, this, [this, walk](const Result<Pages> &pages) {
        if (!pages)
            return walk.ended(pages.error());
        if (!hand(*pages, walk))
            return walk.ended(Error{Error::Kind::Cancelled, {}, tr("It was stopped: no file was written.")});
        Walk rest = walk;
        rest.nextPage += pagesAStep;
        step(rest);
    });
}

bool WindowedModel::hand(const Pages &pages, const Walk &walk)
{
    bool goesOn = true;
    for (const auto &page : pages) {
        m_walked = page;
        const qint64 first = qint64(page.first) * pageSize;
        const qint64 end = std::min<qint64>(first + pageSize, walk.listing->rows());
        for (qint64 row = first; goesOn && row < end; ++row)
            goesOn = walk.take(int(row));
    }
    m_walked = {};
    return goesOn;
}

QString WindowedModel::exportText(int row, int column) const
{
    return fileText(cell(row, column, ExportRole), cell(row, column, NumberRole), cell(row, column, Qt::DisplayRole));
}

} // namespace waitline
