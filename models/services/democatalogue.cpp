#include "models/services/democatalogue.h"

#include "models/services/demodesk.h"
#include "models/services/productservice.h"
#include "models/services/unitofwork.h"

#include <algorithm>
#include <iterator>

namespace waitline {

namespace {

struct Supplier {
    const char *name;
    int leadDays;
};

constexpr Supplier suppliers[] = {
    {"Panda Print Works (Shenzhen)", 56}, {"Ludofabrik Altenburg GmbH", 21}, {"Éditions du Dé Pipé", 14},
    {"Trefl Karton Kraków", 18},          {"Nordisk Spelimport AB", 10},     {"Ōmi Woodcraft", 63},
    {"Brno Miniatures s.r.o.", 28},       {"Cartón y Tablero S.A.", 25},     {"Fulham Cardboard Co.", 12},
    {"Zwolle Speldrukkerij B.V.", 16},    {"Παιχνιδότοπος Διανομή", 30},     {"Østersø Brætspil ApS", 14},
};

struct Category {
    const char *name;
    const char *prefix;
    Money lowest;
    Money highest;
};

constexpr Category categories[] = {
    {"Strategy", "STR", 3490, 8990},    {"Family", "FAM", 1990, 4490},     {"Card games", "CRD", 890, 2490},
    {"Cooperative", "COP", 2990, 6990}, {"Party", "PTY", 1490, 2990},      {"Miniatures", "MIN", 4990, 14990},
    {"Expansions", "EXP", 1490, 3990},  {"Accessories", "ACC", 490, 2990},
};

constexpr Units packs[] = {1, 6, 12};

constexpr const char *themes[] = {
    "Harbour",     "Lantern",  "Orchard",   "Caravan",    "Lighthouse",  "Glassblower", "Beekeeper", "Cartographer",
    "Observatory", "Vineyard", "Foundry",   "Apothecary", "Clockmaker",  "Fjord",       "Monastery", "Menagerie",
    "Mill",        "Aqueduct", "Saltworks", "Tundra",     "Archipelago", "Bazaar",      "Cathedral", "Dragonfly",
    "Ember",       "Falconer", "Gondola",   "Hedgerow",   "Ironwood",    "Juniper",
};

constexpr const char *places[] = {
    "Alenquer",       "the Northern Isles", "Köpenick",    "Samarkand",       "Saint-Malo",    "the Seven Rivers",
    "Visby",          "Thessaly",           "Oudewater",   "the Long Winter", "Český Krumlov", "Ærø",
    "the Red Coast",  "Matsuyama",          "Extremadura", "the Old Road",    "Tatra",         "Whitby",
    "the Silent Sea", "Besançon",           "Zanzibar",    "the Hanse",       "Łeba",          "the Inland Empire",
    "Uppsala",        "the Last Summer",    "Naxos",
};

constexpr const char *patterns[] = {"%3 of %2", "The %1 of %2", "%1: Road to %2", "%2 — %1 Edition", "The Last %1 of %2", "%1 & Crown: %2"};

QString plural(const QString &theme)
{
    if (theme.endsWith(u's'))
        return theme;
    return theme.endsWith(u'y') ? QString(theme.chopped(1) + QStringLiteral("ies")) : QString(theme + u's');
}

/// Names are counted through, so that none comes twice; a volume number tells the rest apart.
QString productName(qint64 number)
{
    constexpr qint64 themeCount = std::size(themes);
    constexpr qint64 placeCount = std::size(places);
    constexpr qint64 patternCount = std::size(patterns);
    const qint64 theme = number % themeCount;
    const qint64 round = number / themeCount;
    const qint64 place = (round + number * 5) % placeCount;
    const qint64 pattern = (round / placeCount + number) % patternCount;
    const qint64 volume = number / (themeCount * placeCount * patternCount);
    const QString word = QString::fromUtf8(themes[theme]);
    QString name = QString::fromUtf8(patterns[pattern]);
    name.replace(QStringLiteral("%1"), word).replace(QStringLiteral("%2"), QString::fromUtf8(places[place]));
    name.replace(QStringLiteral("%3"), plural(word));
    name.front() = name.front().toUpper();
    return volume == 0 ? name : QStringLiteral("%1, volume %2").arg(name).arg(volume + 1);
}

/// An EAN-13: the number of a publisher, of the article, and the check digit.
QString ean13(qint64 article)
{
    const QString digits = QStringLiteral("4270%1").arg(article, 8, 10, QLatin1Char('0'));
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += digits[i].digitValue() * (i % 2 == 0 ? 1 : 3);
    return digits + QString::number((10 - sum % 10) % 10);
}

DemoRole roleOf(qint64 number)
{
    if (number == 0)
        return DemoRole::Hit;
    switch (number % 20) {
    case 1: return DemoRole::Edition;
    case 2:
    case 3:
    case 4:
    case 7: return DemoRole::Short;
    case 5: return DemoRole::SoldOut;
    case 6: return DemoRole::Low;
    case 8: return DemoRole::Discontinued;
    case 9: return DemoRole::Fresh;
    case 10: return DemoRole::Upcoming;
    default: return DemoRole::Steady;
    }
}

qint64 shareOfWaiting(DemoRole role)
{
    switch (role) {
    case DemoRole::Edition: return 4;
    case DemoRole::Upcoming:
    case DemoRole::Short: return 5;
    case DemoRole::Fresh: return 6;
    case DemoRole::Hit:
    case DemoRole::SoldOut:
    case DemoRole::Discontinued:
    case DemoRole::Low:
    case DemoRole::Steady: return 0;
    }
    Q_UNREACHABLE();
}

void shareOutWaitingLines(DemoCatalogue &catalogue, qint64 lines)
{
    qint64 shares = 0;
    for (const DemoProduct &product : catalogue)
        shares += shareOfWaiting(product.role);
    qint64 left = lines;
    for (DemoProduct &product : catalogue) {
        if (shares > 0)
            product.linesToCome = lines / 2 * shareOfWaiting(product.role) / shares;
        left -= product.linesToCome;
    }
    if (!catalogue.empty())
        catalogue.front().linesToCome += left;
}

AllocationPolicy policyOfShort(qint64 number)
{
    switch (number % 20) {
    case 3: return AllocationPolicy::FairShare;
    case 4: return AllocationPolicy::PaidFirst;
    case 7: return AllocationPolicy::WholeLines;
    default: return AllocationPolicy::FirstCome;
    }
}

void setTermsOfRole(DemoProduct &product, qint64 number, QDate today)
{
    ProductTerms &terms = product.terms;
    switch (product.role) {
    case DemoRole::Hit:
        terms.release = today.addDays(45);
        terms.deposit = {DepositTerms::Kind::Percent, 2000};
        break;
    case DemoRole::Edition:
        terms.release = today.addDays(20 + number % 60);
        terms.policy = AllocationPolicy::OneEach;
        terms.customerLimit = 1;
        // One unit a line: the first edition and every other later one will be full.
        terms.editionSize = std::max<Units>(1, number % 40 == 1 ? product.linesToCome : product.linesToCome * 2 + 5);
        terms.deposit = {DepositTerms::Kind::Fixed, 1000};
        break;
    case DemoRole::Upcoming:
        terms.release = today.addDays(14 + number % 90);
        if (number % 3 != 0)
            terms.deposit = {DepositTerms::Kind::Percent, 1500};
        break;
    case DemoRole::Fresh: terms.release = today.addDays(-12); break;
    case DemoRole::Short:
        terms.policy = policyOfShort(number);
        if (terms.policy == AllocationPolicy::PaidFirst)
            terms.deposit = {DepositTerms::Kind::Percent, 3000};
        if (terms.policy == AllocationPolicy::FairShare)
            terms.backorderLimit = product.linesToCome * 5 + 10;
        break;
    case DemoRole::SoldOut: terms.backorderLimit = 0; break;
    case DemoRole::Discontinued: terms.discontinued = true; break;
    case DemoRole::Low: product.keptInStock = 1 + number % terms.lowStock; break;
    case DemoRole::Steady: break;
    }
}

/// Aisle, bay and shelf: "B-07-3".
QString locationOf(qint64 number)
{
    constexpr qint64 aisles = 6, bays = 24, shelves = 4;
    return QStringLiteral("%1-%2-%3")
        .arg(QChar(char16_t(u'A' + number % aisles)))
        .arg(1 + number * 5 / aisles % bays, 2, 10, QLatin1Char('0'))
        .arg(1 + number * 7 % shelves);
}

DemoProduct makeProduct(qint64 number, Chance &chance)
{
    const Category &category = categories[(number * 3 + number / 20) % qint64(std::size(categories))];
    const Supplier &supplier = suppliers[(number / 2) % qint64(std::size(suppliers))];
    DemoProduct product;
    product.role = roleOf(number);
    ProductTerms &terms = product.terms;
    terms.sku = QStringLiteral("%1-%2").arg(QString::fromLatin1(category.prefix)).arg(10'000 + number * 7);
    terms.name = productName(number);
    terms.category = QString::fromLatin1(category.name);
    terms.supplier = QString::fromUtf8(supplier.name);
    terms.leadDays = supplier.leadDays;
    terms.price = category.lowest + chance.below((category.highest - category.lowest) / 100 + 1) * 100;
    terms.cost = terms.price * chance.between(45, 62) / 100;
    terms.pack = chance.pick(packs);
    terms.minimumOrder = terms.pack * chance.below(3);
    terms.lowStock = chance.between(4, 9);
    terms.barcodes = {ean13(number + 1)};
    terms.location = locationOf(number);
    product.popularity = 6000 / (6 + (number * 13) % 97);
    return product;
}

} // namespace

qint64 demoWaitingLines(const DemoSize &size) { return size.lines * 22 / 100; }
qint64 demoServedLines(const DemoSize &size) { return size.lines * 2 / 100; }

DemoCatalogue demoCatalogue(const DemoSize &size, QDate today)
{
    Chance chance(size.seed, 1);
    DemoCatalogue catalogue;
    catalogue.reserve(size_t(size.products));
    for (qint64 number = 0; number < size.products; ++number)
        catalogue.push_back(makeProduct(number, chance));
    shareOutWaitingLines(catalogue, demoWaitingLines(size));
    const qint64 steady = std::max<qint64>(1, std::count_if(catalogue.begin(), catalogue.end(),
                                                            [](const DemoProduct &product) { return product.role == DemoRole::Steady; }));
    for (qint64 number = 0; number < size.products; ++number) {
        DemoProduct &product = catalogue[size_t(number)];
        setTermsOfRole(product, number, today);
        if (product.role == DemoRole::Steady)
            product.keptInStock = product.terms.lowStock + chance.between(5, 60) + demoServedLines(size) * 4 / steady;
    }
    return catalogue;
}

void addProducts(Connection &connection, DemoDesk &desk, DemoCatalogue &catalogue)
{
    Chance chance(0, 2);
    const Instant opening = desk.momentOn(desk.day(-190), chance);
    ProductService products(connection);
    for (DemoProduct &product : catalogue)
        product.id = orRefuse(products.add(product.terms, desk.caller(opening))).id;
}

} // namespace waitline
