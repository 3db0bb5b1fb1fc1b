#include "widgets/trends/range_bar.h"

#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_view.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <array>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::microseconds, 5> kSpans {10min, 1h, 8h, 24h, 168h};

} // namespace

RangeBar::RangeBar(TrendView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_live(new QPushButton(tr("Live")))
    , m_spans(new SegmentBar(tr("Stretch of time shown")))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGrid);
    m_live->setCheckable(true);
    m_live->setAutoDefault(false);
    m_live->setFocusPolicy(Qt::TabFocus);
    m_live->setToolTip(tr("Follow the clock (L), or stand still (P)"));
    m_spans->setSegments({tr("10 min"), tr("1 h"), tr("8 h"), tr("24 h"), tr("7 d")});
    line->addWidget(m_live);
    line->addWidget(m_spans);
    connect(m_live, &QPushButton::clicked, this, &RangeBar::toggleLive);
    connect(m_spans, &SegmentBar::chosen, this, &RangeBar::choose);
    connect(&m_view, &TrendView::viewChanged, this, &RangeBar::showView);
    showView();
}

void RangeBar::toggleLive(bool live)
{
    if (live)
        m_view.navigator().follow(m_view.window().span());
    else
        m_view.window().pause();
}

/// A view that stands keeps its end.
void RangeBar::choose(int segment)
{
    const std::chrono::microseconds span = kSpans[static_cast<std::size_t>(segment)];
    if (m_view.window().isLive())
        return m_view.navigator().follow(span);
    const Timestamp end = m_view.window().range().to;
    m_view.navigator().show({end - span, end});
}

void RangeBar::showView()
{
    m_live->setChecked(m_view.window().isLive());
    const auto same = std::find(kSpans.begin(), kSpans.end(), m_view.window().span());
    m_spans->setCurrent(same == kSpans.end() ? -1 : static_cast<int>(same - kSpans.begin()));
}

} // namespace telltale
