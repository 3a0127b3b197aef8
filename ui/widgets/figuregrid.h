#pragma once

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;

namespace waitline {

/// Values under their captions, in columns of equal width. A value keeps its place when it changes.
class FigureGrid final : public QWidget {
    Q_OBJECT

public:
    explicit FigureGrid(int columns, QWidget *parent = nullptr);
    /// Sets what stands under `caption`, added at its first time; `meaning` explains it in a tooltip.
    void setFigure(const QString &caption, const QString &value, const QString &meaning = {});
    /// What stands under a caption; empty where there is none.
    [[nodiscard]] QString figure(const QString &caption) const;

private:
    int m_columns;
    QGridLayout *m_grid;
    std::map<QString, QLabel *> m_values;
};

} // namespace waitline
