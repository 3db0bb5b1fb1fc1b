#pragma once

#include "models/plant.h"

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <QObject>

#include <optional>
#include <vector>

namespace telltale {

/// How long a machine has been running, told by its on-off tag (`running`, `run`, `on`) in history,
/// and in all, told by its counter of hours.
/// Thread  GUI; history is asked off it, once a minute.
class RunTime : public QObject
{
    Q_OBJECT

public:
    explicit RunTime(const Plant &plant, QObject *parent = nullptr);

    void setTags(const std::vector<TagId> &tags);
    void refresh(Timestamp now);
    /// "15 h 44 min · 21 904 h in all"; empty if the machine says neither.
    QString words(Timestamp now) const;
    bool isComplete() const { return m_waiting == 0; }

Q_SIGNALS:
    void answered(); ///< words() may be others

private:
    void ask(Timestamp now);

    const Plant &m_plant;
    TagId m_onOff;
    TagId m_counter;
    std::optional<Timestamp> m_since; ///< it was last seen standing; none: never since m_first
    std::optional<Timestamp> m_first; ///< the oldest sample looked at; none: no answer yet
    Timestamp m_askedAt {};
    std::size_t m_waiting = 0;
};

} // namespace telltale
