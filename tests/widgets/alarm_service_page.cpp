#include "tests/widgets/alarm_service_page.h"

#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/journal_view.h"
#include "widgets/common/data_table.h"

#include "models/journal_model.h"

#include <QTest>

namespace telltale::test {

AlarmServicePage::AlarmServicePage(Rule kind)
{
    const Plant &plant = m_works.plant();
    auto opened = AlarmService::open({plant.dataFolder, plant.user, "desk"}, m_works.tags(),
                                     m_works.clock(), *plant.alarms);
    QVERIFY(opened.ok());
    m_service = std::move(opened).value();
    AlarmRule rule;
    rule.id = "hot";
    rule.title = "Bearing hot";
    rule.tag = "works/P-1/heat";
    rule.limit = 80.0;
    rule.latch = kind == Rule::Latching;
    rule.cause = rule.consequence = rule.action = "words";
    rule.respondWithinSeconds = 600.0;
    rule.rationalisedBy = rule.rationalisedAt = "somebody";
    rule.alarmClass = "process";
    m_service->setRules({{}, {rule}}, "for the test");
    m_page = std::make_unique<AlarmPage>(plant);
    m_page->resize(1600, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

int AlarmServicePage::rowsOf(AlarmListView &list)
{
    frame();
    return list.table().model()->rowCount();
}

void AlarmServicePage::receive(double value)
{
    auto batch = std::make_shared<SampleBatch>();
    const Timestamp now = m_works.clock().now();
    batch->append(m_works.tags().intern("works/P-1/heat", SourceId {1}), now, value,
                  Quality::good(), {});
    batch->arrival = now;
    batch->end = JournalPosition {m_service->committed().offset + 100};
    m_service->batch(batch);
}

QStringList AlarmServicePage::journal(const QString &type)
{
    frame();
    const QAbstractItemModel *lines = m_page->findChild<JournalView *>()->table().model();
    QStringList found;
    for (int row = 0; row < lines->rowCount(); ++row) {
        const auto cell = [&](int column) { return lines->index(row, column).data().toString(); };
        if (cell(JournalModel::TypeColumn) == type)
            found << cell(JournalModel::ByColumn) + QStringLiteral(": ")
                    + cell(JournalModel::ReasonColumn);
    }
    return found;
}

} // namespace telltale::test
