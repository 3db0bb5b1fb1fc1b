#include "widgets/connect/throughput_panel.h"

#include "widgets/trends/trend_view.h"

#include "data/telemetry/tag_registry.h"

#include <QVBoxLayout>

#include <array>

namespace telltale {
namespace {

struct Measure
{
    const char *tag;
    const char *title;
};

constexpr std::array kMeasures {
    Measure {"$telltale/messages/rate",
             QT_TRANSLATE_NOOP("telltale::ThroughputPanel", "Messages received")},
    Measure {"$telltale/messages/pending",
             QT_TRANSLATE_NOOP("telltale::ThroughputPanel", "Messages waiting to be read")},
    Measure {"$telltale/history/commit",
             QT_TRANSLATE_NOOP("telltale::ThroughputPanel", "Duration of a commit")},
};

} // namespace

ThroughputPanel::ThroughputPanel(const Plant &plant, QWidget *parent)
    : Panel(tr("Throughput"), parent)
    , m_plant(plant)
    , m_view(new TrendView(plant))
{
    setRemark(tr("all connections · last hour"));
    m_view->window().follow(std::chrono::hours(1));
    content()->addWidget(m_view, 1);
}

void ThroughputPanel::frame(Timestamp now)
{
    if (isHidden())
        return;
    takeTags();
    m_view->frame(now);
}

bool ThroughputPanel::isComplete() const
{
    return isHidden() || m_view->chartCount() == 0 || m_view->isComplete();
}

/// They are measured from the start on, and may come later than this.
void ThroughputPanel::takeTags()
{
    const std::size_t known = m_plant.tags->size();
    if (known == m_knownTags || m_view->chartCount() == kMeasures.size())
        return;
    m_knownTags = known;
    std::vector<TagId> tags;
    for (const Measure &measure : kMeasures) {
        const TagId tag = m_plant.tags->find(measure.tag);
        if (!tag.isValid())
            continue;
        tags.push_back(tag);
        m_view->setTitle(tag, tr(measure.title));
    }
    m_view->setTags(tags);
}

} // namespace telltale
