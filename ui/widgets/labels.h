#pragma once

#include <QLabel>

namespace waitline {

enum class TextSize { Caption = 11, Body = 13, Section = 16, Title = 22, Count = 34 };

/// A label in one of the window's text sizes (px). Its text can be selected and copied.
[[nodiscard]] QLabel *label(const QString &text, TextSize size = TextSize::Body, QWidget *parent = nullptr);
/// The same in the colour of secondary text, also after the theme changes.
[[nodiscard]] QLabel *mutedLabel(const QString &text, TextSize size = TextSize::Body, QWidget *parent = nullptr);
/// For one sentence about what is wrong, hidden until it has one.
[[nodiscard]] QLabel *problemLabel(QWidget *parent = nullptr);
/// Shows the sentence, or hides the label where there is none; accessibility tools are told.
void sayProblem(QLabel *problem, const QString &sentence);
void setTextSize(QWidget *widget, TextSize size, bool strong = false);

} // namespace waitline
