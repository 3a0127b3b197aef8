#include "models/exchange/exporter.h"

#include "models/domain/availability.h"
#include "models/domain/caps.h"
#include "models/exchange/exportsheet.h"
#include "models/services/reports.h"
#include "models/services/unitofwork.h"
#include "models/store/exportstore.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

using enum ExportKind;

const std::vector<ExportColumn> productColumns{{"sku"},
                                               {"name"},
                                               {"price", Amount},
                                               {"cost", Amount},
                                               {"category"},
                                               {"supplier"},
                                               {"release", Day},
                                               {"edition", Count},
                                               {"per-customer", Count},
                                               {"backorders"},
                                               {"deposit"},
                                               {"policy"},
                                               {"lead-days", Count},
                                               {"pack", Count},
                                               {"minimum", Count},
                                               {"low stock", Count},
                                               {"discontinued", Yes},
                                               {"barcode"},
                                               {"location"},
                                               {"on hand", Count},
                                               {"allocated", Count},
                                               {"available", Count},
                                               {"waiting preorder", Count},
                                               {"waiting backorder", Count},
                                               {"on order", Count},
                                               {"committed", Count},
                                               {"projected", Count}};
const std::vector<ExportColumn> waitingColumns{{"sku"},           {"name"},          {"place", Count},   {"order", Count},
                                               {"line", Count},   {"customer"},      {"waiting", Count}, {"units ahead", Count},
                                               {"preorder", Yes}, {"promised", Day}, {"eta", Day},       {"covered by", Count}};
const std::vector<ExportColumn> orderColumns{{"reference"},
                                             {"customer"},
                                             {"email"},
                                             {"country"},
                                             {"placed", Moment},
                                             {"sku"},
                                             {"name"},
                                             {"units", Count},
                                             {"price", Amount},
                                             {"priority", Count},
                                             {"complete", Yes},
                                             {"promise", Day},
                                             {"cancelled", Count},
                                             {"shipped", Count},
                                             {"paid", Amount},
                                             {"refunded", Amount},
                                             {"campaign"},
                                             {"note"},
                                             {"order", Count},
                                             {"line", Count},
                                             {"allocated", Count},
                                             {"waiting", Count},
                                             {"preorder", Yes}};
const std::vector<ExportColumn> ledgerColumns{{"entry", Count},
                                              {"operation", Count},
                                              {"at", Moment},
                                              {"kind"},
                                              {"actor"},
                                              {"reason"},
                                              {"sku"},
                                              {"cause"},
                                              {"on hand change", Count},
                                              {"allocated change", Count},
                                              {"policy"},
                                              {"units seen", Count}};
const std::vector<ExportColumn> demandColumns{{"day", Day},
                                              {"sku"},
                                              {"name"},
                                              {"ordered", Count},
                                              {"preorder ordered", Count},
                                              {"backorder ordered", Count},
                                              {"value ordered", Amount},
                                              {"sold in history", Count},
                                              {"value sold in history", Amount}};
const std::vector<ExportColumn> availabilityColumns{
    {"sku"},      {"name"},           {"price", Amount}, {"availability"},       {"available", Count},
    {"eta", Day}, {"waiting", Count}, {"release", Day},  {"edition left", Count}};

const std::vector<ExportColumn> &columnsOf(ExportSubject subject)
{
    switch (subject) {
    case ExportSubject::Products: return productColumns;
    case ExportSubject::Waiting: return waitingColumns;
    case ExportSubject::Orders: return orderColumns;
    case ExportSubject::Ledger: return ledgerColumns;
    case ExportSubject::Demand: return demandColumns;
    case ExportSubject::Availability: return availabilityColumns;
    }
    Q_UNREACHABLE();
}

QVariant dayOrNone(const std::optional<QDate> &day) { return day && day->isValid() ? QVariant(toDayNumber(*day)) : QVariant(); }
QVariant unitsOrNone(const std::optional<Units> &units) { return units ? QVariant(*units) : QVariant(); }

QString backorderText(const std::optional<Units> &limit)
{
    return !limit ? QStringLiteral("allow") : *limit == 0 ? QStringLiteral("refuse") : QString::number(*limit);
}

/// One export: reads, and hands row after row to the sheet. Throws Refusal when it is to stop.
class Export final {
public:
    Export(Connection &connection, ExportSheet &sheet, QDate today, const Progress &progress)
        : m_connection(connection)
        , m_sheet(sheet)
        , m_today(today)
        , m_progress(progress)
        , m_currency(SettingStore(connection).currency())
    {}
    qint64 run(ExportSubject subject)
    {
        switch (subject) {
        case ExportSubject::Products: eachProduct([&](const StoredProduct &product) { writeProduct(product); }); break;
        case ExportSubject::Waiting: eachProduct([&](const StoredProduct &product) { writeWaiting(product); }); break;
        case ExportSubject::Orders:
            ExportStore(m_connection).orderLines([&](const Rows &rows) { writeAll(rows, orderColumns.size()); });
            break;
        case ExportSubject::Ledger: ExportStore(m_connection).ledger([&](const Rows &rows) { writeLedger(rows); }); break;
        case ExportSubject::Demand:
            ExportStore(m_connection).demand([&](const Rows &rows) { writeAll(rows, demandColumns.size()); });
            break;
        case ExportSubject::Availability: eachProduct([&](const StoredProduct &product) { writeAvailability(product); }); break;
        }
        return m_rows;
    }

private:
    void write(const QVariantList &row)
    {
        constexpr qint64 rowsBetween = 1000;
        m_sheet.write(row);
        ++m_rows;
        // How many rows there will be is not counted first: the end is told as unknown.
        if (m_progress && m_rows % rowsBetween == 0 && !m_progress(m_rows, 0))
            throw Refusal{
                {Error::Kind::Cancelled, {}, QCoreApplication::translate("Export", "The export was stopped: no file was written.")}};
    }
    void writeAll(const Rows &rows, size_t columns)
    {
        QVariantList row;
        for (size_t i = 0; i < columns; ++i)
            row += rows.value(int(i));
        write(row);
    }
    void eachProduct(const std::function<void(const StoredProduct &)> &tell)
    {
        ProductStore store(m_connection);
        for (ProductId id : store.all())
            tell(*store.find(id));
    }
    void writeProduct(const StoredProduct &product);
    void writeWaiting(const StoredProduct &product);
    void writeAvailability(const StoredProduct &product);
    void writeLedger(const Rows &rows);

    Connection &m_connection;
    ExportSheet &m_sheet;
    QDate m_today;
    const Progress &m_progress;
    Currency m_currency;
    qint64 m_rows = 0;
};

void Export::writeProduct(const StoredProduct &product)
{
    const ProductTerms &terms = product.terms;
    const StockFigures &stock = product.stock;
    write({terms.sku,
           terms.name,
           terms.price,
           terms.cost,
           terms.category,
           terms.supplier,
           dayOrNone(terms.release),
           unitsOrNone(terms.editionSize),
           unitsOrNone(terms.customerLimit),
           backorderText(terms.backorderLimit),
           terms.deposit.text(m_currency),
           policyWord(terms.policy),
           terms.leadDays,
           terms.pack,
           terms.minimumOrder,
           terms.lowStock,
           qint64(terms.discontinued),
           ProductStore(m_connection).barcodes(product.id).join(u'|'),
           terms.location,
           stock.onHand,
           stock.allocated,
           stock.available(),
           stock.waitingPreorder,
           stock.waitingBackorder,
           stock.onOrder,
           stock.committed(),
           stock.projected()});
}

void Export::writeWaiting(const StoredProduct &product)
{
    if (product.stock.waiting() == 0)
        return;
    for (const QueueEntry &entry : orRefuse(queueOf(m_connection, product.terms.sku, m_today))) {
        const Coverage &coverage = entry.coverage;
        const bool bySupply = coverage.coveredBy && coverage.coveredBy->isValid();
        write({entry.sku, product.terms.name, entry.place, entry.row.order.value, entry.row.line.value, entry.row.customer,
               entry.row.waiting, entry.unitsAhead, qint64(entry.row.preorder), dayOrNone(entry.row.promise), dayOrNone(coverage.eta),
               bySupply ? QVariant(coverage.coveredBy->value) : QVariant()});
    }
}

/// The word with the numbers that belong to it: units at hand, or when a newcomer would be served, or what is left to
/// pre-order.
void Export::writeAvailability(const StoredProduct &product)
{
    const ProductTerms &terms = product.terms;
    const Availability state = availability(terms, product.stock, m_today);
    const bool isForSale = state == Availability::BackorderOpen || state == Availability::PreorderOpen;
    Coverage newcomer;
    if (isForSale)
        newcomer = coverage(product.stock.available(), PurchaseStore(m_connection).supplies(product.id), product.stock.waiting(), 1,
                            m_today, terms.release);
    write({terms.sku, terms.name, terms.price, availabilityWord(state), freeForNewcomers(terms, product.stock), dayOrNone(newcomer.eta),
           product.stock.waiting(), dayOrNone(terms.release), unitsOrNone(editionLeft(terms, product.stock))});
}

void Export::writeLedger(const Rows &rows)
{
    constexpr int policyColumn = 10;
    QVariantList row;
    for (int i = 0; i < int(ledgerColumns.size()); ++i)
        row += rows.value(i);
    if (!rows.isNull(policyColumn))
        row[policyColumn] = policyWord(AllocationPolicy(rows.integer(policyColumn)));
    write(row);
}

} // namespace

QStringList subjectWords()
{
    return {QStringLiteral("products"), QStringLiteral("waiting"), QStringLiteral("orders"),
            QStringLiteral("ledger"),   QStringLiteral("demand"),  QStringLiteral("availability")};
}

QString subjectWord(ExportSubject subject) { return subjectWords().at(int(subject)); }

Result<ExportSubject> subjectFromWord(const QString &word)
{
    const qsizetype at = subjectWords().indexOf(word);
    if (at < 0)
        return invalid("subject", QCoreApplication::translate("Export", "“%1” cannot be exported: choose one of %2.")
                                      .arg(word, subjectWords().join(QStringLiteral(", "))));
    return ExportSubject(at);
}

Result<ExportOutcome> exportTo(Connection &connection, ExportSubject subject, const QString &path, const Caller &caller,
                               const Progress &progress)
{
    return readIn(connection, [&] {
        const auto sheet = orRefuse(ExportSheet::open(path, subjectWord(subject), columnsOf(subject), SettingStore(connection).currency()));
        ExportOutcome outcome{path, Export(connection, *sheet, caller.today(), progress).run(subject)};
        orRefuse(sheet->finish());
        return outcome;
    });
}

} // namespace waitline
