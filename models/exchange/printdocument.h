#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace waitline {

/// A paper as data: what stands on it, not where. Drawn elsewhere.
struct PrintDocument {
    struct Column {
        QString head;
        int share = 1; ///< of the width, among all columns
        bool isNumber = false; ///< stands to the right
    };
    QString business; ///< whose paper it is; empty: it has no name yet
    QStringList businessLines; ///< its address and how to reach it
    QString title; ///< "Packing slip"
    QString number; ///< "Shipment 12"
    QString barcode; ///< drawn as Code 128; empty: none
    QStringList addressee;
    std::vector<std::pair<QString, QString>> facts; ///< captions with their values
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    QString note; ///< below the rows
};

/// A label with one code.
struct PrintLabel {
    QString barcode; ///< drawn as Code 128
    QString text; ///< large
    QString detail; ///< below it
};

} // namespace waitline
