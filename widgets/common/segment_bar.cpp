#include "widgets/common/segment_bar.h"

#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyleOptionButton>

#include <algorithm>

namespace telltale {
namespace {

constexpr int kWidest = 220;
constexpr int kNarrowest = 64;
constexpr int kPadding = 8;
constexpr int kLongText = 20; ///< letters that may not fit

/// Gives way when its text is long.
class SegmentButton final : public QPushButton
{
public:
    QSize sizeHint() const override
    {
        const QSize whole = QPushButton::sizeHint();
        return {std::min(whole.width(), Theme::instance().measure(kWidest)), whole.height()};
    }
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
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
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
        for (int i = 0; i < texts.size(); ++i) {
            auto *button = new SegmentButton;
            button->setCheckable(true);
            button->setAutoDefault(false);
            button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys where they are
            m_group->addButton(button, i);
            layout()->addWidget(button);
        }
    }
    for (int i = 0; i < texts.size(); ++i) {
        m_group->button(i)->setText(buttonText(texts[i]));
        const bool isLong = texts[i].size() > kLongText;
        m_group->button(i)->setToolTip(tooltipText(isLong ? texts[i] : QString()));
    }
    setCurrent(std::min(pressed, static_cast<int>(texts.size()) - 1));
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

} // namespace telltale
