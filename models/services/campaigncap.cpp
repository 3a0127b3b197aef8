#include "models/services/campaigncap.h"

#include "models/domain/unitstext.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("CampaignCap", text); }

} // namespace

CampaignCap::CampaignCap(Connection &connection, const QString &code, Lock lock)
{
    if (code.isEmpty())
        return;
    CampaignStore store(connection);
    m_offer = lock == Lock::None ? store.offer(code) : store.lockOffer(code);
    if (m_offer)
        m_left = m_offer->edition - store.sold(m_offer->id);
}

bool CampaignCap::isAbout(ProductId product) const
{
    return m_offer && (m_offer->products.empty() || std::binary_search(m_offer->products.begin(), m_offer->products.end(), product));
}

void CampaignCap::sell(ProductId product, const QString &sku, Units units, const std::function<void()> &onRefusal)
{
    if (!isAbout(product))
        return;
    if (const Units left = std::max<Units>(m_left, 0); units > 0 && units > left) {
        onRefusal();
        const auto number = [](Units each) { return QLocale().toString(each); };
        const QString why =
            sentence("campaign %1 offers %2 and %3 of them are left").arg(m_offer->code, number(m_offer->edition), number(left));
        if (left == 0)
            throw Refusal{refused("line", sentence("%1 cannot be sold: %2. None of the %3 could be sold; leave it out, or the campaign.")
                                              .arg(sku, why, number(units)))};
        throw Refusal{
            refused("line", sentence("%1 of %2 cannot be sold: %3. Lower them to %4.").arg(unitsText(units), sku, why, number(left)))};
    }
    m_left -= units;
}

void CampaignCap::countSold(ProductId product, Units units)
{
    if (isAbout(product))
        m_left -= units;
}

} // namespace waitline
