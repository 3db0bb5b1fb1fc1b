#include "tests/widgets/alarm_page_bench.h"

#include "widgets/alarms/alarm_table.h"

#include <QTest>

namespace telltale::test {

void AlarmPageBench::show(QSize size)
{
    m_page = std::make_unique<AlarmPage>(m_works.plant());
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    frame();
    table().setFocus();
}

} // namespace telltale::test
