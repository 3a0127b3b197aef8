#include "ui/pagehelp.h"

#include <QCoreApplication>
#include <QHash>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("PageHelp", text); }

KeyHelp key(const char *keys, const char *meaning) { return {sentence(keys), sentence(meaning)}; }

QList<KeyHelp> ofAnOrder()
{
    return {key("Enter", "Show the order of the row"), key("↓ ↑, then a digit", "In the order: its lines, and a new quantity"),
            key("F2 / Ctrl+Del", "Change the line's quantity / cancel units of it")};
}

QList<KeyHelp> ofACharts()
{
    return {key("D / W / M", "The chart by days, weeks or months"), key("+ / − / 0", "Zoom in, zoom out, show all"),
            key("← →, Enter", "From point to point, and the orders behind one"), key("Ctrl+E", "Keep the chart in a file")};
}

PageHelp helpOfList(const QString &page)
{
    if (page == u"overview")
        return {sentence("What has to be decided today, what is late and what arrives this week."),
                {key("Tab, Enter", "Go to an entry and open it"), key("Ctrl+E", "Last month's report as a PDF")}};
    if (page == u"waiting")
        return {sentence("Every line that waits for goods, by its place: who is next, for how many, and since when."),
                ofAnOrder() + QList{key("Ctrl+E", "Export the list as the page shows it")}};
    if (page == u"orders")
        return {sentence("All orders, open, shipped and cancelled, and beside them the one that is looked at."), ofAnOrder()};
    if (page == u"customers")
        return {sentence("Who orders: what is open for them, what they have paid, and who may be the same person twice."),
                {key("Ctrl+Shift+N", "New customer"), key("F2", "Edit the customer shown"),
                 key("Ctrl+P", "Where the customer's orders stand, to print or copy")}};
    return {sentence("What is sold: its stock, who waits for it, and the terms of pre-orders and backorders."),
            {key("Ctrl+Shift+N", "New product"), key("F2", "Edit the product shown"), key("Ctrl+Alt+E", "Its edition becomes smaller")}};
}

PageHelp helpOfGoods(const QString &page)
{
    if (page == u"purchases")
        return {sentence("What is ordered from suppliers, when it is expected, and which orders it will serve."),
                {key("Ctrl+Shift+N", "New purchase"), key("F2", "Change the purchase shown"), key("Ctrl+P", "Print the purchase order")}};
    if (page == u"receive")
        return {sentence("Goods that arrive are counted here, by scanner or by hand, and go to those who waited longest."),
                {key("Ctrl+Shift+N", "New purchase"), key("F7 / F8 / F9", "Next is damaged, line complete, all complete"),
                 key("12*", "Before a scan: twelve of it"), key("Ctrl+Enter", "Post the receipt"),
                 key("F6 / Ctrl+P / F12", "Once posted: orders covered, pick list, the rest is not coming")}};
    if (page == u"ship")
        return {sentence("Orders whose goods are there: choose them, print the papers, and ship."),
                {key("Space", "Choose the order of the row"), key("Ctrl+P", "Pick list or packing slips"), key("Ctrl+Enter", "Ship")}};
    return {sentence("What to buy, how much and when, from what waits and from what is expected to be asked for."),
            {key("Space", "Choose the row"), key("F5", "Reckon anew"), key("Ctrl+Enter", "Keep what is chosen as purchase drafts")}};
}

PageHelp helpOfReports(const QString &page)
{
    if (page == u"demand")
        return {sentence("What was asked for, by product and time: ordered before release, on backorder, and expected."),
                ofACharts() + QList{key("G", "Choose another chart"), key("C", "Compare the product"), key("F5", "Read anew"),
                                    key("↑ ↓", "The line that is meant, in a booking curve")}};
    if (page == u"campaigns")
        return {sentence("What each campaign brought: orders, money, and what of it is still waiting."),
                {key("Ctrl+Shift+N", "New campaign"), key("F2", "Edit the campaign shown"), key("F5", "Read anew")}};
    if (page == u"cash")
        return {sentence("Money customers have paid for what has not shipped, what of it is at risk, and every entry."),
                ofACharts() + QList{key("F5", "Read anew"), key("Del", "In the journal: take the entry back by a counter-entry")}};
    return {sentence("Promises that cannot be kept, and what customers are to be told. Nothing is sent by itself."),
            {key("Ctrl+PgUp / Ctrl+PgDown", "Late promises / notices"), key("F6", "Move the chosen promises"),
             key("F7 / F9", "Open the notice in the mail program / mark it as told"), key("Ctrl+Del", "Withdraw the notice"),
             key("Ctrl+Shift+S / Ctrl+E", "Save as e-mails / export for a mail merge"), key("F2", "Edit the words")}};
}

} // namespace

PageHelp helpOf(const QString &page)
{
    static const QHash<QString, PageHelp (*)(const QString &)> parts{
        {QStringLiteral("overview"), &helpOfList},     {QStringLiteral("waiting"), &helpOfList},
        {QStringLiteral("orders"), &helpOfList},       {QStringLiteral("customers"), &helpOfList},
        {QStringLiteral("products"), &helpOfList},     {QStringLiteral("purchases"), &helpOfGoods},
        {QStringLiteral("receive"), &helpOfGoods},     {QStringLiteral("ship"), &helpOfGoods},
        {QStringLiteral("plan"), &helpOfGoods},        {QStringLiteral("demand"), &helpOfReports},
        {QStringLiteral("campaigns"), &helpOfReports}, {QStringLiteral("cash"), &helpOfReports},
        {QStringLiteral("notices"), &helpOfReports},
    };
    const auto part = parts.value(page);
    return part ? part(page) : PageHelp{};
}

QList<KeyHelp> generalKeys()
{
    return {
        key("Ctrl+K", "Go to any order, customer, product, purchase, page or command"),
        key("Ctrl+1 … Ctrl+9", "The pages, from the top of the side bar"),
        key("Ctrl+N", "New order, from any page"),
        key("Ctrl+L / Ctrl+Shift+U", "Edit the order shown / go on with unfinished orders"),
        key("Ctrl+Shift+N", "New product, customer or purchase on its page"),
        key("Ctrl+Shift+C", "Count stock by a sheet, from any page"),
        key("Ctrl+P", "Print: where orders stand, purchase order, pick list, packing slips"),
        key("Ctrl+R", "Receive goods, from any page"),
        key("Ctrl+M", "Record money, from any page"),
        key("Ctrl+Z", "Undo what was done last, while it is offered"),
        key("Ctrl+F", "Filter the page"),
        key("Enter", "Open the selected row"),
        key("Ctrl+C", "Copy the selected rows for a spreadsheet"),
        key("Ctrl+Enter", "Save and close, or post a receipt"),
        key("Ctrl+S / Ctrl+Shift+N", "Save an order and go on with it / and begin another"),
        key("Ins / Ctrl+Del / Ctrl+D", "In an order: add, remove a line, copy the cell above"),
        key("F2 / F4 / F8", "Edit a cell / open its list / the customer would not wait"),
        key("Ctrl+Z / Ctrl+Shift+Z", "In a form: take back, do again"),
        key("Esc", "Close what lies on top"),
        key("Ctrl+I / Ctrl+Shift+E", "Import / export files"),
        key("Ctrl+E", "Export what the page shows"),
        key("Ctrl+,", "Settings of the business"),
        key("F1 / Shift+F1", "Help for the page shown / all keys"),
    };
}

} // namespace waitline
