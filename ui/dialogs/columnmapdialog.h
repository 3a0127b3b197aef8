#pragma once

#include "models/exchange/filelook.h"
#include "ui/dialogs/columnmemory.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace waitline {

/// Says what a file holds and which of its columns holds which field, with the first values of each column in sight.
class ColumnMapDialog final : public QDialog {
    Q_OBJECT

public:
    /// Begins with what was said before, else with what the columns' names tell.
    ColumnMapDialog(const QString &fileName, const FileLook &look, const std::optional<ColumnChoice> &before, QWidget *parent = nullptr);

    [[nodiscard]] ColumnChoice choice() const;

private:
    struct Row {
        FoundField field;
        QComboBox *column;
    };
    void showFields(const std::vector<std::pair<QString, QString>> &map);
    void addRow(QGridLayout *grid, const FoundField &field, int column);
    void proposeAsFound();
    void tellWhatIsMissing();
    [[nodiscard]] FileFormat format() const;

    FileLook m_look;
    std::vector<Row> m_rows;
    QComboBox *m_format;
    QScrollArea *m_area;
    QLabel *m_missing;
    QPushButton *m_use;
};

/// What a field of a plain file is called to people.
[[nodiscard]] QString fieldWord(const QString &field);

} // namespace waitline
