#pragma once

#include "tests/support/fake_plant.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"

#include <QSize>

#include <memory>

namespace telltale::test {

inline constexpr const char *kBearingTag
    = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

/// A plant with alarms, and a page of them on the screen with the keyboard in its table.
/// Thread  GUI.
class AlarmPageBench
{
public:
    AlarmPageBench() { show({1600, 900}); }

    FakePlant &works() { return m_works; }
    AlarmPage &page() { return *m_page; }
    AlarmTable &table() { return m_page->list().table(); }
    void frame() { m_page->frame(m_works.clock().now()); }
    /// Another page of the same plant.
    void show(QSize size);

private:
    FakePlant m_works;
    std::unique_ptr<AlarmPage> m_page;
};

} // namespace telltale::test
