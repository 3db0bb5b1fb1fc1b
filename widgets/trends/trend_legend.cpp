#include "widgets/trends/trend_legend.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace telltale {
namespace {

using Type = Theme::Type;
using Role = Theme::Role;

constexpr int kLine = 24;
constexpr double kStroke = 14.0;
constexpr double kThickness = 3.0;
constexpr double kAfterStroke = 6.0;
constexpr double kAfterName = 6.0;
constexpr double kAfterTitle = 12.0;
constexpr double kAfterGroup = 16.0;
constexpr int kLeastName = 72; ///< below, a name says too little: it rather has another line

double textWidth(const QString &text, Type type)
{
    return std::ceil(QFontMetricsF(Theme::instance().font(type)).horizontalAdvance(text));
}

} // namespace

TrendLegend::TrendLegend(const QString &title, const QString &unit,
                         const std::vector<Entry> &entries, double width)
    : m_width(width)
{
    const Group head = headOf(title, unit, width);
    placeAll(head, entries, width);
    const double least = Theme::instance().measure(kLeastName);
    for (double most = width / 2; m_lines > 1 && most >= least; most *= 0.8) {
        TrendLegend narrower;
        narrower.m_width = width;
        narrower.placeAll(head, entries, most);
        if (narrower.m_lines < m_lines)
            *this = narrower;
    }
}

int TrendLegend::lineHeight()
{
    return Theme::instance().measure(kLine);
}

void TrendLegend::placeAll(const Group &head, const std::vector<Entry> &entries, double mostName)
{
    place(head);
    for (const Entry &entry : entries) {
        Group trace = traceOf(entry, mostName);
        if (entry.figures.isEmpty()) {
            place(std::move(trace));
            continue;
        }
        const Word figures = wordOf(entry.figures, Type::Label, Role::Second, kAfterGroup, m_width);
        if (widthOf(trace) + kAfterGroup + figures.width <= m_width) {
            trace.push_back(figures);
            place(std::move(trace));
        } else {
            place(std::move(trace));
            place({figures});
        }
    }
}

/// Without the gap behind it.
double TrendLegend::widthOf(const Group &group)
{
    double width = 0.0;
    for (std::size_t i = 0; i < group.size(); ++i)
        width += group[i].width + (i + 1 < group.size() ? group[i].gap : 0.0);
    return width;
}

TrendLegend::Word TrendLegend::wordOf(const QString &text, Type type, Role role, double gap,
                                      double most)
{
    Word word {text, {}, type, role, gap, 0, 0.0, textWidth(text, type)};
    if (word.width > most) {
        word.text = QFontMetricsF(Theme::instance().font(type))
                        .elidedText(text, Qt::ElideRight, std::max(0.0, most));
        word.width = textWidth(word.text, type);
    }
    return word;
}

TrendLegend::Group TrendLegend::headOf(const QString &title, const QString &unit, double width)
{
    Group group;
    const double unitWidth = unit.isEmpty() ? 0.0 : kAfterTitle + textWidth(unit, Type::Label);
    if (!title.isEmpty())
        group.push_back(wordOf(title, Type::Strong, Role::Text, kAfterTitle, width - unitWidth));
    if (!unit.isEmpty())
        group.push_back(wordOf(unit, Type::Label, Role::Second, kAfterGroup, width));
    return group;
}

TrendLegend::Group TrendLegend::traceOf(const Entry &entry, double mostName)
{
    Group group {{{}, entry.colour, Type::Label, Role::Text, kAfterStroke, 0, 0.0, kStroke}};
    if (!entry.name.isEmpty())
        group.push_back(wordOf(entry.name, Type::Label, Role::Second, kAfterName, mostName));
    group.push_back(wordOf(entry.value, Type::Label, Role::Text, kAfterGroup, HUGE_VAL));
    return group;
}

/// Behind what is there, or in a line of its own.
void TrendLegend::place(Group group)
{
    if (m_end > 0.0 && m_end + widthOf(group) > m_width) {
        ++m_lines;
        m_end = 0.0;
    }
    for (Word &word : group) {
        word.line = m_lines - 1;
        word.left = m_end;
        m_end += word.width + word.gap;
    }
    std::move(group.begin(), group.end(), std::back_inserter(m_words));
}

void TrendLegend::paint(QPainter &painter, const QPointF &topLeft) const
{
    const Theme &theme = Theme::instance();
    const double height = lineHeight();
    for (const Word &word : m_words) {
        const QRectF at(topLeft.x() + word.left, topLeft.y() + word.line * height, word.width + 1.0,
                        height);
        if (word.text.isEmpty()) {
            painter.fillRect(
                QRectF(at.left(), std::round(at.center().y()) - 1.0, kStroke, kThickness),
                word.colour);
            continue;
        }
        painter.setFont(theme.font(word.type));
        painter.setPen(theme.color(word.role));
        painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, word.text);
    }
}

} // namespace telltale
