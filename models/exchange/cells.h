#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QByteArrayView>

#include <optional>

namespace waitline {

/// How a column writes its numbers and its dates with slashes.
struct CellStyle {
    char decimalSign = '.'; ///< '.' or ','; the other one groups thousands
    bool dayBeforeMonth = false; ///< 03/02/26 is 3 February; dates with dots always are so

    friend bool operator==(const CellStyle &, const CellStyle &) = default;
};

/// Learns the style of a column from its cells: "261,96" and "1.234,50" tell a decimal comma, "12.50" a point,
/// "1,000" nothing; a first part above 12 tells that days come first.
class CellStyleEvidence final {
public:
    void see(QByteArrayView cell);
    /// What the cells told; where they told nothing, what `fallback` says.
    [[nodiscard]] CellStyle style(CellStyle fallback) const;
    /// Whether at least half of the cells seen that were not empty told the decimal sign.
    [[nodiscard]] bool isMostlyNumbers() const { return (m_commas + m_points) * 2 >= m_seen && m_seen > 0; }
    /// Whether dates were seen, and none tells whether the day or the month comes first.
    [[nodiscard]] bool hasUnclearDates() const { return m_unclearDates > 0 && m_daysFirst == m_monthsFirst; }
    /// All that was seen by either.
    void add(const CellStyleEvidence &other);

private:
    void seeNumber(QByteArrayView cell);
    void seeDate(QByteArrayView cell);

    int m_seen = 0;
    int m_commas = 0;
    int m_points = 0;
    int m_daysFirst = 0;
    int m_monthsFirst = 0;
    int m_unclearDates = 0; ///< 03/04/2026
};

/// What becomes of decimals that the currency does not have.
enum class ExcessDecimals {
    Refuse,
    Round ///< half away from zero: for prices that another system computed
};

/// Whole units: "5", "5.0", "1,000", "-3". Errors are one sentence without file and row.
[[nodiscard]] Result<Units> parseUnits(QByteArrayView cell, CellStyle style);

/// An amount in minor units, by integer arithmetic: "12.5", "$25.00 USD", "12,00 €", "-1.234,50", "(5.00)".
/// A three-letter code must be the currency's own; a currency without a code takes any.
[[nodiscard]] Result<Money> parseMoney(QByteArrayView cell, CellStyle style, const Currency &currency,
                                       ExcessDecimals excess = ExcessDecimals::Refuse);

/// A plain decimal in units of 10^-decimals, further decimals rounded half away from zero: a discount of "0.15"
/// is 1500 at 4 decimals.
[[nodiscard]] Result<qint64> parseScaled(QByteArrayView cell, CellStyle style, int decimals);

/// The day of "2026-02-03", "20260203", "2026-02-03 10:11:02 +0100" (as written there), "02/03/26", "3.2.2026".
[[nodiscard]] Result<QDate> parseDay(QByteArrayView cell, CellStyle style);

/// The instant of the same forms; without an offset the time is UTC, without a time it is midnight.
[[nodiscard]] Result<Instant> parseInstant(QByteArrayView cell, CellStyle style);

/// "yes", "true", "1", "y", "x" and their opposites; none for anything else. Empty is no.
[[nodiscard]] std::optional<bool> parseYes(QByteArrayView cell);

/// A cell as text: trimmed; NUL characters, which databases refuse, left out; the apostrophe that exports put
/// before = + - @ taken off.
[[nodiscard]] QString textOf(QByteArrayView cell);
/// A code: text always, with its leading zeros. What spreadsheets put around it to keep it text is taken off:
/// '01067 and ="01067" are 01067.
[[nodiscard]] QByteArrayView codeOf(QByteArrayView cell);
/// A code that numeric software wrote as a number: 17850.0 is 17850.
[[nodiscard]] QByteArrayView wholeCodeOf(QByteArrayView cell);
/// A SKU for what has none, the same for the same name every time: "Lantern - Dusk" is lantern-dusk.
[[nodiscard]] QString skuFromName(const QString &name);

} // namespace waitline
