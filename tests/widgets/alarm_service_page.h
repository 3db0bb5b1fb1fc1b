#pragma once

#include "tests/support/fake_plant.h"
#include "widgets/alarms/alarm_page.h"

#include "data/alarms/alarm_service.h"

#include <QStringList>

#include <memory>

namespace telltale::test {

/// The alarm page over a real alarm service with one rule, `hot` of priority 3 on `works/P-1/heat`.
/// Thread  GUI.
class AlarmServicePage
{
public:
    enum class Rule { Plain, Latching };
    explicit AlarmServicePage(Rule kind = Rule::Plain);

    AlarmPage &page() { return *m_page; }
    FakePlant &works() { return m_works; }
    AlarmSnapshot snapshot() const { return *m_works.plant().alarms->snapshot(); }
    void frame() { m_page->frame(m_works.clock().now()); }
    int rowsOf(AlarmListView &list);
    void receive(double value);
    /// "shift B: sensor is exchanged" of each line of the journal of this type.
    QStringList journal(const QString &type);

private:
    FakePlant m_works {FakePlant::Content::Empty};
    std::unique_ptr<AlarmService> m_service;
    std::unique_ptr<AlarmPage> m_page;
};

} // namespace telltale::test
