#pragma once

#include "models/services/session.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace waitline {

/// A list of any length of which only the rows looked at are held. A listing (what the list holds, and how many
/// rows) is made by a job on the session's reading lane; its rows are fetched page by page when data() asks for
/// them, and dataChanged tells when they are there: until then a cell gives an invalid QVariant.
/// A reload keeps the rows shown until the new ones are there.
class WindowedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

    /// Reads the list anew. loaded() or failed() tells the end.
    void reload();
    /// A live model follows what changes in the database; another one only marks itself stale and reads when it
    /// becomes live. Models start not live, and empty: the page that shows one makes it live.
    void setLive(bool isLive);
    [[nodiscard]] bool isLive() const { return m_isLive; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// The row of what has this id; -1 where the list does not hold it, or does not know.
    [[nodiscard]] int rowOf(qint64 id) const;

    /// Hands every row of the list as it is now to `take`, in order and on this thread, until that answers false; then, or
    /// when something went wrong, `ended` hears of it. During the call exportText() knows the row.
    void walk(const std::function<bool(int row)> &take, const std::function<void(const Result<Done> &)> &ended);
    /// A cell as a file has it.
    [[nodiscard]] QString exportText(int row, int column) const;

Q_SIGNALS:
    void loadingChanged(bool isLoading);
    void failed(const waitline::Error &error);
    /// A listing was read and its first rows are there.
    void loaded();

protected:
    /// Some rows of a listing, in its order.
    class Page {
    public:
        virtual ~Page() = default;
    };
    template <typename Row>
    class PageOf final : public Page {
    public:
        explicit PageOf(std::vector<Row> read) : rows(std::move(read)) {}
        std::vector<Row> rows;
    };
    /// What a list holds at one moment; shared with the reading lane, therefore never changed.
    class Listing {
    public:
        virtual ~Listing() = default;
        [[nodiscard]] virtual qint64 rows() const = 0;
        /// The id of what stands in a row; 0 where the listing keeps none.
        [[nodiscard]] virtual qint64 idAt(qint64 row) const
        {
            Q_UNUSED(row)
            return 0;
        }
        [[nodiscard]] virtual Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const = 0;
    };
    using ListingPointer = std::shared_ptr<const Listing>;
    /// Makes the listing on the reading lane: holds all it needs by value.
    using Opening = std::function<Result<ListingPointer>(Connection &)>;

    WindowedModel(Session &session, std::vector<ColumnHead> heads, QObject *parent);

    [[nodiscard]] virtual Opening opening() const = 0;
    [[nodiscard]] virtual bool concerns(const ChangeSet &changes) const;
    /// A cell of a row for any role but the alignment.
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;
    /// The id of what stands in a row; 0 where it is not known.
    [[nodiscard]] virtual qint64 idAt(int row) const { return m_listing && row < m_listing->rows() ? m_listing->idAt(row) : 0; }
    /// Called when a new listing took the place of the old one.
    virtual void listingReplaced() {}

    /// The row, or nullptr while it is being fetched.
    template <typename Row>
    [[nodiscard]] const Row *rowAt(int row) const
    {
        const auto *page = static_cast<const PageOf<Row> *>(pageOf(row));
        const auto within = size_t(row % pageSize);
        return page && within < page->rows.size() ? &page->rows[within] : nullptr;
    }
    [[nodiscard]] const Listing *listing() const { return m_listing.get(); }
    [[nodiscard]] Session &session() const { return m_session; }
    /// What the list is asked for has changed: other rows take the place of these as soon as they are there.
    void questionChanged();

private:
    static constexpr int pageSize = 64;
    static constexpr int pagesKept = 32;
    static constexpr int pagesAtOnce = 3; // what a screen shows, and a little
    static constexpr int pagesAStep = 8; // of a walk: lists wait no longer than for a few pages

    using Pages = std::vector<std::pair<int, std::shared_ptr<const Page>>>;
    struct Opened {
        ListingPointer listing;
        Pages pages;
    };

    [[nodiscard]] static Result<Pages> readPages(Connection &connection, const Listing &listing, const std::vector<int> &numbers);
    [[nodiscard]] const Page *pageOf(int row) const;
    void onChanged(const ChangeSet &changes);
    void fetchWanted();
    void takePages(const ListingPointer &from, const Result<Pages> &pages);
    void takeListing(qint64 generation, const Result<Opened> &opened);
    void showRows(int rows);
    void show(const ListingPointer &listing, const Pages &pages);
    void keepPlaces(const ListingPointer &listing, const Pages &pages, int rows);
    void setLoading(bool isLoading);
    struct Walk {
        ListingPointer listing;
        int nextPage = 0;
        std::function<bool(int row)> take;
        std::function<void(const Result<Done> &)> ended;
    };
    void step(const Walk &walk);
    [[nodiscard]] bool hand(const Pages &pages, const Walk &walk);

    Session &m_session;
    ColumnHeads m_heads;
    ListingPointer m_listing;
    int m_rows = 0;
    QCache<int, std::shared_ptr<const Page>> m_pages;
    mutable std::vector<int> m_recent; // pages looked at, the latest last
    mutable std::vector<int> m_wanted; // pages to fetch, the latest last
    mutable QTimer m_fetchSoon; // gathers what one paint asks for
    QTimer m_reloadSoon; // gathers bursts of changes
    std::pair<int, std::shared_ptr<const Page>> m_walked; // the page a walk is at
    qint64 m_generation = 0; // of the question: older answers are dropped
    bool m_isFetching = false;
    bool m_isLoading = false;
    bool m_isLive = false;
    bool m_isStale = true;
    bool m_isOtherQuestion = true; // the next listing holds other rows, not the same ones anew
};

} // namespace waitline
