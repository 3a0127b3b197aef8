#include "tests/bench/figures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace waitline::bench {

namespace {

QString number(double value) { return QString::number(value, 'f', value < 10 ? 3 : value < 100 ? 2 : 1); }

QString row(const Figure &figure)
{
    QString verdict;
    if (figure.goal)
        verdict = figure.isOver() ? QStringLiteral("over") : QStringLiteral("ok");
    const QString ratio = figure.rival ? number(figure.measured()) : QStringLiteral("–");
    return QStringLiteral("%1 %2 %3 %4 %5  %6  %7")
        .arg(figure.job, -46)
        .arg(number(figure.ours) + u' ' + figure.unit, 14)
        .arg(figure.rival ? number(*figure.rival) + u' ' + figure.unit : QStringLiteral("–"), 14)
        .arg(ratio, 8)
        .arg(figure.goal ? number(*figure.goal) : QStringLiteral("–"), 8)
        .arg(verdict, -4)
        .arg(figure.rivalName);
}

} // namespace

void Figures::add(Figure figure)
{
    QTextStream(stdout) << row(figure) << Qt::endl;
    m_figures.push_back(std::move(figure));
}

void Figures::print() const
{
    QTextStream out(stdout);
    out << Qt::endl
        << QStringLiteral("%1 %2 %3 %4 %5  %6  %7")
               .arg(QStringLiteral("job"), -46)
               .arg(QStringLiteral("ours"), 14)
               .arg(QStringLiteral("rival"), 14)
               .arg(QStringLiteral("ratio"), 8)
               .arg(QStringLiteral("goal"), 8)
               .arg(QStringLiteral(""), -4)
               .arg(QStringLiteral("rival is"))
        << Qt::endl;
    for (const Figure &figure : m_figures)
        out << row(figure) << Qt::endl;
}

bool Figures::writeJson(const QString &file) const
{
    if (file.isEmpty())
        return true;
    QJsonArray all;
    for (const Figure &figure : m_figures) {
        QJsonObject object{{"job", figure.job}, {"unit", figure.unit}, {"ours", figure.ours}};
        if (figure.rival) {
            object["rival"] = *figure.rival;
            object["rival_is"] = figure.rivalName;
            object["ratio"] = figure.measured();
        }
        if (figure.goal) {
            object["goal"] = *figure.goal;
            object["ok"] = !figure.isOver();
        }
        all.append(object);
    }
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(all).toJson()) > 0;
}

} // namespace waitline::bench
