#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;

namespace telltale {

/// A row of joined buttons of which one is pressed. Where not all have room the longest texts are
/// cut, and have a tool tip; or they go on in further lines.
/// Thread  GUI.
class SegmentBar : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentBar(const QString &accessibleName, QWidget *parent = nullptr);
    /// One button per text; the pressed one stays where it was if it still exists.
    void setSegments(const QStringList &texts);
    /// For words of the program's own, which are never too wide for a line.
    void wrapLines() { m_wraps = true; }
    int current() const;
    void setCurrent(int segment); ///< -1: none is pressed
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int segment); ///< by a person

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addButton(int segment);
    void place();
    void placeLine(std::size_t first, std::size_t end, int top);
    std::vector<int> wantedWidths() const;
    /// Where a line of them ends.
    std::vector<std::size_t> lineEnds() const;
    int heightOf(std::size_t lines) const;

    QButtonGroup *m_group;
    QStringList m_texts;
    bool m_wraps = false;
    int m_room = -1; ///< width it was given; < 0: none so far
    std::size_t m_lines = 1;
};

} // namespace telltale
