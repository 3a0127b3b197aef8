#include "tests/console/linemodel.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <tuple>

namespace waitline::test {

std::vector<LineModel::Line *> LineModel::ranked(const QString &sku)
{
    std::vector<Line *> all;
    for (auto &[id, line] : lines) {
        if (line.sku == sku)
            all.push_back(&line);
    }
    std::sort(all.begin(), all.end(), [this](const Line *a, const Line *b) {
        const auto key = [this](const Line *line) {
            return std::tuple(-orders[line->order].priority, orders[line->order].placed, line->id);
        };
        return key(a) < key(b);
    });
    return all;
}

std::vector<const LineModel::Line *> LineModel::queue(const QString &sku)
{
    std::vector<const Line *> waiting;
    for (Line *line : ranked(sku)) {
        if (line->waiting() > 0)
            waiting.push_back(line);
    }
    return waiting;
}

std::vector<qint64> LineModel::linesOf(qint64 order) const
{
    std::vector<qint64> ids;
    for (const auto &[id, line] : lines) {
        if (line.order == order)
            ids.push_back(id);
    }
    return ids;
}

LineModel::Units LineModel::allocated(const QString &sku) const
{
    Units units = 0;
    for (const auto &[id, line] : lines)
        units += line.sku == sku ? line.allocated : 0;
    return units;
}

bool LineModel::isDepositMet(qint64 order) const
{
    qint64 required = 0;
    for (qint64 id : linesOf(order)) {
        const Line &line = lines.at(id);
        required += (line.ordered - line.cancelled) * products.at(line.sku).deposit;
    }
    return orders.at(order).paid >= required;
}

std::vector<LineModel::Units> LineModel::shares(Units free, const std::vector<Line *> &waiting, const QString &policy) const
{
    std::vector<Units> given(waiting.size(), 0);
    const auto wants = [&](size_t i) { return waiting[i]->waiting() - given[i]; };
    const auto inOrder = [&](auto takes) {
        for (size_t i = 0; i < waiting.size(); ++i) {
            if (takes(i))
                for (; free > 0 && wants(i) > 0; --free)
                    ++given[i];
        }
    };
    if (policy == u"whole-lines") {
        inOrder([&](size_t i) { return wants(i) <= free; });
    } else if (policy == u"paid-first") {
        inOrder([&](size_t i) { return isDepositMet(waiting[i]->order); });
        inOrder([&](size_t i) { return !isDepositMet(waiting[i]->order); });
    } else if (policy == u"one-each" || policy == u"fair-share") {
        Units total = 0;
        for (size_t i = 0; i < waiting.size(); ++i)
            total += wants(i);
        if (policy == u"fair-share" && total > free) {
            const Units supply = free;
            for (size_t i = 0; i < waiting.size(); ++i) {
                given[i] = supply * waiting[i]->waiting() / total;
                free -= given[i];
            }
        }
        for (bool isMore = true; free > 0 && isMore;) {
            isMore = false;
            for (size_t i = 0; i < waiting.size() && free > 0; ++i) {
                if (wants(i) > 0) {
                    ++given[i];
                    --free;
                    isMore = true;
                }
            }
        }
    } else {
        inOrder([](size_t) { return true; });
    }
    return given;
}

std::vector<LineModel::Served> LineModel::settle(const QString &sku, QString policy)
{
    const Product &product = products[sku];
    if (policy.isEmpty())
        policy = product.policy;
    std::vector<Line *> waiting;
    for (Line *line : ranked(sku)) {
        if (line->waiting() > 0)
            waiting.push_back(line);
    }
    const std::vector<Units> given = shares(std::max<Units>(0, product.onHand - allocated(sku)), waiting, policy);
    std::vector<Served> served;
    for (size_t i = 0; i < waiting.size(); ++i) {
        if (given[i] == 0)
            continue;
        waiting[i]->allocated += given[i];
        served.push_back({waiting[i]->id, given[i], qint64(i) + 1, waiting[i]->waiting()});
    }
    return served;
}

void LineModel::settleOrder(qint64 order)
{
    std::set<QString> skus;
    for (qint64 id : linesOf(order))
        skus.insert(lines[id].sku);
    for (const QString &sku : skus)
        settle(sku);
}

void LineModel::place(qint64 order, const Order &placed, const std::vector<Line> &newLines)
{
    orders[order] = placed;
    for (const Line &line : newLines)
        lines[line.id] = line;
    settleOrder(order);
}

std::vector<LineModel::Served> LineModel::receive(const std::map<QString, Units> &units, const QString &policy)
{
    std::vector<Served> served;
    for (const auto &[sku, received] : units) {
        products[sku].onHand += received;
        const std::vector<Served> more = settle(sku, policy);
        served.insert(served.end(), more.begin(), more.end());
    }
    return served;
}

void LineModel::withdraw(Line &line, Units units) { line.allocated -= std::max<Units>(0, units - line.waiting()); }

void LineModel::cancel(qint64 id, Units units)
{
    Line &line = lines[id];
    withdraw(line, units);
    line.cancelled += units;
}

void LineModel::amend(qint64 id, Units units)
{
    Line &line = lines[id];
    if (units < line.ordered)
        withdraw(line, line.ordered - units);
    line.ordered = units;
    settleOrder(line.order);
}

void LineModel::changePriority(qint64 order, int priority)
{
    orders[order].priority = priority;
    settleOrder(order);
}

std::vector<LineModel::Served> LineModel::count(const QString &sku, Units counted)
{
    products[sku].onHand = counted;
    std::vector<Line *> lowestLast = ranked(sku);
    while (allocated(sku) > counted) {
        for (auto line = lowestLast.rbegin(); line != lowestLast.rend(); ++line) {
            if ((*line)->allocated > 0) {
                --(*line)->allocated;
                break;
            }
        }
    }
    return settle(sku);
}

std::map<qint64, LineModel::Units> LineModel::ship(qint64 order)
{
    std::map<qint64, Units> leaving;
    if (!isDepositMet(order))
        return leaving;
    for (qint64 id : linesOf(order)) {
        Line &line = lines[id];
        if (line.allocated == 0)
            continue;
        leaving[id] = line.allocated;
        products[line.sku].onHand -= line.allocated;
        line.shipped += line.allocated;
        line.allocated = 0;
    }
    if (!leaving.empty())
        settleOrder(order);
    return leaving;
}

} // namespace waitline::test
