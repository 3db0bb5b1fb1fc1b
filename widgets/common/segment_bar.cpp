#include "widgets/common/segment_bar.h"

#include "widgets/common/even_room.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>
#include <QStyleOptionButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kNarrowest = 64;
constexpr int kPadding = 8;
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

QSize SegmentBar::sizeHint() const
{
    QSize whole(0, 0);
    for (int i = 0; i < m_texts.size(); ++i) {
        const QSize button = m_group->button(i)->sizeHint();
        whole = {whole.width() + button.width(), std::max(whole.height(), button.height())};
    }
    return whole;
}

QSize SegmentBar::minimumSizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_texts.size(); ++i)
        width += m_group->button(i)->minimumSizeHint().width();
    return {width, sizeHint().height()};
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
    place();
}

/// As wide as their words, side by side.
void SegmentBar::place()
{
    std::vector<int> wanted;
    for (int i = 0; i < m_texts.size(); ++i)
        wanted.push_back(m_group->button(i)->sizeHint().width());
    const std::vector<int> widths = evenRoom(wanted, width());
    const int high = std::min(height(), sizeHint().height());
    int left = 0;
    for (int i = 0; i < m_texts.size(); ++i) {
        const int wide = widths[static_cast<std::size_t>(i)];
        m_group->button(i)->setGeometry(left, (height() - high) / 2, wide, high);
        left += wide;
    }
}

} // namespace telltale
