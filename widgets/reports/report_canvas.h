#pragma once

#include "data/history/history_reader.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QStringList>

class QPdfWriter;

namespace telltale {

/// Pages of paper that fill from top to bottom. Everything is drawn as vectors and plain text: no
/// bitmaps, no transparency, no markup.
/// Unit    1/96 inch, from the upper left corner of the page.
class ReportCanvas
{
public:
    enum class Size { Small, Text, Strong, Heading, Title };

    /// `pages`: how many there will be, as the footers say; 0 while that is being found out.
    /// `cancel`: set when nobody wants it any more.
    ReportCanvas(QPdfWriter &device, QString footer, int pages, const CancelFlag *cancel);

    /// Whatever is drawn from here on is for nothing.
    bool isCancelled() const { return m_cancel && m_cancel->isCancelled(); }
    /// Whether the device could be opened.
    bool isActive() const { return m_painter.isActive(); }
    QPainter &painter() { return m_painter; }
    int page() const { return m_page; }
    double top() const { return m_top; } ///< where the next thing goes
    double left() const { return kMargin; }
    double width() const { return m_width - 2 * kMargin; }
    QRectF paper() const { return {0.0, 0.0, m_width, m_height}; }
    double room() const { return m_height - kMargin - kFooter - m_top; }

    void newPage();
    /// Begins a new page if `height` is not left on this one; true if it did.
    bool require(double height);
    void skip(double height) { m_top += height; }

    /// One line, shortened in the middle if it is too long.
    void line(const QString &text, Size size, bool isQuiet = false);
    /// As many lines as it needs.
    void paragraph(const QString &text, bool isQuiet = false);
    /// Stays with the first `following` units of what it is above.
    void heading(const QString &text, double following = 60.0);
    /// One line of a cover: a name and what it is.
    void fact(const QString &name, const QString &value);
    void rule(bool isFaint = false);
    /// One line inside `place`, shortened if it is too long.
    void cell(const QRectF &place, const QString &text, Size size, Qt::Alignment alignment,
              bool isQuiet = false);

    double widthOf(const QString &text, Size size) const;
    /// `text` in lines of at most `width`, between its words where it can be; none of no text.
    static QStringList wrapped(const QString &text, Size size, double width);

    static QFont font(Size size);
    static QColor textColour();
    static QColor quietColour();
    static QColor ruleColour();
    static QColor faintColour(); ///< of grids and between the rows of tables

private:
    static constexpr double kMargin = 57.0; ///< 15 mm
    static constexpr double kFooter = 26.0;

    void paintFooter();

    QPdfWriter &m_device;
    QPainter m_painter;
    QString m_footer;
    int m_pages;
    const CancelFlag *m_cancel;
    int m_page = 1;
    double m_width = 0.0;
    double m_height = 0.0;
    double m_top = kMargin;
};

} // namespace telltale
