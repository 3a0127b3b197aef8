#include "models/services/storesettings.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Settings", text); }

const QString businessName = QStringLiteral("business");
const QString addressName = QStringLiteral("business_address");
const QString emailName = QStringLiteral("business_email");
const QString fullBalanceName = QStringLiteral("full_balance_before_shipping");
const QString overReceiptName = QStringLiteral("over_receipt_percent");
const QString consentDaysName = QStringLiteral("consent_days");
const QString currencyName = QStringLiteral("currency");
const QString depositName = QStringLiteral("deposit");

} // namespace

Result<Currency> storeCurrency(Connection &connection)
{
    return readIn(connection, [&] { return SettingStore(connection).currency(); });
}

Result<Done> validate(const StoreSettings &settings)
{
    constexpr int longest = 365;
    const qsizetype at = settings.email.indexOf(u'@');
    const bool isAddress = at > 0 && at < settings.email.size() - 1 && !settings.email.contains(u' ') && settings.email.count(u'@') == 1;
    if (!settings.email.isEmpty() && !isAddress)
        return invalid("email", sentence("“%1” is not an e-mail address: write it like orders@example.com.").arg(settings.email));
    if (settings.business.contains(u'\n'))
        return invalid("business", sentence("The name of the business has more than one line: keep it to one."));
    if (settings.consentDays < 1 || settings.consentDays > longest)
        return invalid("consent_days",
                       sentence("Customers have from 1 to %1 days to answer, not %2.").arg(longest).arg(settings.consentDays));
    if (settings.overReceiptPercent < 0 || settings.overReceiptPercent > 100)
        return invalid("over_receipt",
                       sentence("The tolerance for more than ordered is from 0 to 100 %, not %1.").arg(settings.overReceiptPercent));
    return Done{};
}

StoreSettings readSettings(Connection &connection)
{
    SettingStore store(connection);
    StoreSettings settings;
    settings.business = store.value(businessName);
    settings.address = store.value(addressName);
    settings.email = store.value(emailName);
    settings.fullBalanceFirst = store.asksForFullBalance();
    settings.consentDays = store.value(consentDaysName, QString::number(settings.consentDays)).toInt();
    settings.overReceiptPercent = store.value(overReceiptName, QString::number(settings.overReceiptPercent)).toInt();
    settings.currency = store.currency();
    settings.deposit = orRefuse(DepositTerms::parse(store.value(depositName), settings.currency));
    return settings;
}

Result<StoreSettings> storeSettings(Connection &connection)
{
    return readIn(connection, [&] { return readSettings(connection); });
}

void keepSettings(Connection &connection, const StoreSettings &settings)
{
    SettingStore store(connection);
    store.setValue(businessName, settings.business);
    store.setValue(addressName, settings.address);
    store.setValue(emailName, settings.email);
    store.setValue(fullBalanceName, settings.fullBalanceFirst ? QStringLiteral("1") : QStringLiteral("0"));
    store.setValue(overReceiptName, QString::number(settings.overReceiptPercent));
    store.setValue(consentDaysName, QString::number(settings.consentDays));
    store.setValue(currencyName, settings.currency.code);
    store.setValue(depositName, settings.deposit.text(settings.currency));
}

Result<StoreSettings> changeSettings(Connection &connection, const StoreSettings &settings, const Caller &caller)
{
    return writeIn(connection, [&] {
        StoreSettings tidied = settings;
        tidied.business = settings.business.trimmed();
        tidied.address = settings.address.trimmed();
        tidied.email = settings.email.trimmed();
        orRefuse(validate(tidied));
        SettingStore store(connection);
        if (tidied.currency != store.currency() && store.hasAmounts())
            throw Refusal{refused("currency", sentence("There are amounts in %1 already: only a business without products can change its "
                                                       "currency.")
                                                  .arg(store.currency().code))};
        OperationStore(connection).insert(caller.stamp("change_settings"));
        keepSettings(connection, tidied);
        return tidied;
    });
}

} // namespace waitline
