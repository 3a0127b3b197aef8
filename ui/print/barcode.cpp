#include "ui/print/barcode.h"

#include <QCoreApplication>
#include <QPainter>

#include <zint.h>

#include <memory>

namespace waitline {

Result<Done> drawCode128(QPainter &painter, const QRectF &area, const QString &text)
{
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(), &ZBarcode_Delete);
    symbol->symbology = BARCODE_CODE128;
    symbol->show_hrt = 0;
    symbol->scale = 1;
    const QByteArray bytes = text.toUtf8();
    const int failed =
        ZBarcode_Encode_and_Buffer_Vector(symbol.get(), reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), 0);
    if (failed >= ZINT_ERROR || !symbol->vector)
        return invalid(
            QStringLiteral("barcode"),
            QCoreApplication::translate("Barcode", "“%1” cannot be written as a barcode: give the product a shorter one.").arg(text));
    constexpr double quietModules = 10; // at each side, as the symbology asks
    double width = 0;
    for (const zint_vector_rect *bar = symbol->vector->rectangles; bar; bar = bar->next)
        width = std::max(width, double(bar->x) + double(bar->width));
    constexpr double unitsOfAModule = 2; // the vector's own, at scale 1
    const double quiet = quietModules * unitsOfAModule;
    const double scale = area.width() / (width + 2 * quiet);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (const zint_vector_rect *bar = symbol->vector->rectangles; bar; bar = bar->next)
        painter.drawRect(QRectF(area.left() + (double(bar->x) + quiet) * scale, area.top(), double(bar->width) * scale, area.height()));
    return Done{};
}

} // namespace waitline
