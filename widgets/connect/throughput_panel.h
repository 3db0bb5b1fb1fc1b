#pragma once

#include "widgets/common/panel.h"

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

namespace telltale {

class TrendView;

/// What came through all connections in the last hour, as the program measures itself: messages a
/// second, those that wait, and how long a commit takes.
/// Thread  GUI.
class ThroughputPanel : public Panel
{
    Q_OBJECT

public:
    explicit ThroughputPanel(const Plant &plant, QWidget *parent = nullptr);
    void frame(Timestamp now);
    bool isComplete() const;

private:
    void takeTags();

    const Plant &m_plant;
    TrendView *m_view;
    std::size_t m_knownTags = 0;
};

} // namespace telltale
