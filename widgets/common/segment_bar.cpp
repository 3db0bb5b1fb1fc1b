#include "widgets/common/segment_bar.h"

#include "widgets/common/even_room.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>
#include <QStyleOptionButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace telltale {
namespace {

constexpr int kNarrowest = 64;
constexpr int kPadding = 8;
constexpr int kBetweenLines = 4;
constexpr int kLongText = 20; ///< letters that may not fit

/// Gives way when its text is long.
class SegmentButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    QSize minimumSizeHint() const override
    {
        const QSize whole = QPushButton::sizeHint();
        return {std::min(whole.width(), Theme::instance().measure(kNarrowest)), whole.height()};
    }

protected:
    void initStyleOption(QStyleOptionButton *option) const override
    {
        QPushButton::initStyleOption(option);
        option->text = fontMetrics().elidedText(text(), Qt::ElideRight,
                                                width() - 2 * Theme::instance().measure(kPadding));
    }
};

} // namespace

SegmentBar::SegmentBar(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentBar::chosen);
}

void SegmentBar::setSegments(const QStringList &texts)
{
    if (m_texts == texts)
        return;
    const int pressed = std::max(0, current());
    const bool isSameCount = m_texts.size() == texts.size();
    m_texts = texts;
    if (!isSameCount) {
        qDeleteAll(m_group->buttons());
        for (int i = 0; i < texts.size(); ++i)
            addButton(i);
    }
    for (int i = 0; i < texts.size(); ++i) {
        m_group->button(i)->setText(buttonText(texts[i]));
        const bool isLong = texts[i].size() > kLongText;
        m_group->button(i)->setToolTip(tooltipText(isLong ? texts[i] : QString()));
    }
    setCurrent(std::min(pressed, static_cast<int>(texts.size()) - 1));
    updateGeometry();
    place();
}

void SegmentBar::addButton(int segment)
{
    auto *button = new SegmentButton(this);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys where they are
    m_group->addButton(button, segment);
    button->show();
}

int SegmentBar::current() const
{
    return m_group->checkedId();
}

void SegmentBar::setCurrent(int segment)
{
    if (QAbstractButton *button = m_group->button(segment))
        return button->setChecked(true);
    m_group->setExclusive(false);
    for (QAbstractButton *button : m_group->buttons())
        button->setChecked(false);
    m_group->setExclusive(true);
}

std::vector<int> SegmentBar::wantedWidths() const
{
    std::vector<int> widths;
    for (int i = 0; i < m_texts.size(); ++i)
        widths.push_back(m_group->button(i)->sizeHint().width());
    return widths;
}

std::vector<std::size_t> SegmentBar::lineEnds() const
{
    const std::vector<int> wanted = wantedWidths();
    std::vector<std::size_t> ends;
    int left = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (m_wraps && m_room >= 0 && left > 0 && left + wanted[i] > m_room) {
            ends.push_back(i);
            left = 0;
        }
        left += wanted[i];
    }
    ends.push_back(wanted.size());
    return ends;
}

int SegmentBar::heightOf(std::size_t lines) const
{
    int high = 0;
    for (int i = 0; i < m_texts.size(); ++i)
        high = std::max(high, m_group->button(i)->sizeHint().height());
    const int count = static_cast<int>(lines);
    return count * high + (count - 1) * Theme::instance().measure(kBetweenLines);
}

QSize SegmentBar::sizeHint() const
{
    const std::vector<int> wanted = wantedWidths();
    return {std::accumulate(wanted.begin(), wanted.end(), 0), heightOf(m_lines)};
}

QSize SegmentBar::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_texts.size(); ++i) {
        const QAbstractButton *one = m_group->button(i);
        width = m_wraps ? std::max(width, one->sizeHint().width())
                        : width + one->minimumSizeHint().width();
    }
    return {width, heightOf(m_lines)};
}

bool SegmentBar::event(QEvent *event)
{
    // A button has another size: of its words, or of the look it gets when it is shown.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void SegmentBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_room = width();
    place();
}

/// As wide as their words, side by side.
void SegmentBar::place()
{
    const std::vector<std::size_t> ends = lineEnds();
    if (std::exchange(m_lines, ends.size()) != ends.size())
        updateGeometry();
    const int line = heightOf(1) + Theme::instance().measure(kBetweenLines);
    int top = std::max(0, (height() - heightOf(m_lines)) / 2);
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        placeLine(first, end, top);
        first = end;
        top += line;
    }
}

void SegmentBar::placeLine(std::size_t first, std::size_t end, int top)
{
    const std::vector<int> wanted = wantedWidths();
    const auto part
        = [&wanted](std::size_t at) { return wanted.begin() + static_cast<std::ptrdiff_t>(at); };
    const std::vector<int> widths = evenRoom(std::vector<int>(part(first), part(end)), width());
    const int high = std::min(height(), heightOf(1));
    int left = 0;
    for (std::size_t i = first; i < end; ++i) {
        const int wide = widths[i - first];
        m_group->button(static_cast<int>(i))->setGeometry(left, top, wide, high);
        left += wide;
    }
}

} // namespace telltale
