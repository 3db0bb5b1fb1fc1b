#pragma once

#include "widgets/common/theme.h"

#include <QColor>
#include <QString>

#include <vector>

class QPainter;
class QPointF;

namespace telltale {

/// What stands above a chart: title and unit, then of each trace its colour, name, value and the
/// figures between the cursors, in as many lines as that takes. Values and figures are never cut
/// while a line holds them: names give way as long as that saves a line.
/// Unit    pixels.
class TrendLegend
{
public:
    struct Entry
    {
        QColor colour;
        QString name; ///< empty: the title is its name
        QString value;
        QString figures; ///< empty: there are no cursors
    };

    TrendLegend() = default;
    TrendLegend(const QString &title, const QString &unit, const std::vector<Entry> &entries,
                double width);

    int lines() const { return m_lines; }
    static int lineHeight();
    void paint(QPainter &painter, const QPointF &topLeft) const;

private:
    struct Word
    {
        QString text; ///< empty: a stroke of this colour
        QColor colour;
        Theme::Type type = Theme::Type::Label;
        Theme::Role role = Theme::Role::Text;
        double gap = 0.0; ///< behind it
        int line = 0;
        double left = 0.0;
        double width = 0.0;
    };
    using Group = std::vector<Word>; ///< words that stay in one line

    static Word wordOf(const QString &text, Theme::Type type, Theme::Role role, double gap,
                       double most);
    static Group headOf(const QString &title, const QString &unit, double width);
    static Group traceOf(const Entry &entry, double mostName);
    static double widthOf(const Group &group);
    void place(Group group);
    void placeAll(const Group &head, const std::vector<Entry> &entries, double mostName);

    std::vector<Word> m_words;
    double m_width = 0.0;
    double m_end = 0.0; ///< of the last line
    int m_lines = 1;
};

} // namespace telltale
