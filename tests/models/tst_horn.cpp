#include "models/alert_words.h"
#include "models/alerts.h"

#include "data/alarms/alarm_board.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace telltale;
using State = Alerts::Outlet::State;

/// What the horn of a window plays, and what it says of it.
class TestHorn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void toneIsThatOfTheMostUrgent_data();
    void toneIsThatOfTheMostUrgent();
    void silencedHereStaysQuietUntilOneMoreComes();
    void silencedOneThatSoundsAgainIsHeard();
    void chimeIsHeardForEachThatComes();
    void otherPatternsAreNotBegunAnew();
    void mutedOneIsNotHeard();
    void alarmIsAudibleOnlyWithADevice();
    void urgentNewsIsTold();

private:
    void publish(std::vector<AlarmRow> rows, bool isFlood = false);

    std::unique_ptr<AlarmBoard> m_board;
    std::unique_ptr<Alerts> m_alerts;
    std::uint64_t m_version = 0;
};

namespace {

AlarmRow row(const char *id, int priority, bool isSounding = true, std::uint64_t occurrence = 1)
{
    AlarmRow made;
    made.id = id;
    made.title = id;
    made.priority = priority;
    made.state = AlarmState::Unacked;
    made.isSounding = isSounding;
    made.occurrence = occurrence;
    return made;
}

} // namespace

void TestHorn::init()
{
    m_board = std::make_unique<AlarmBoard>();
    m_alerts = std::make_unique<Alerts>(*m_board);
}

void TestHorn::publish(std::vector<AlarmRow> rows, bool isFlood)
{
    auto snapshot = std::make_shared<AlarmSnapshot>();
    for (const AlarmRow &one : rows)
        snapshot->horn = snapshot->horn || one.isSounding;
    snapshot->rows = std::move(rows);
    snapshot->flood = isFlood;
    snapshot->version = ++m_version;
    m_board->publish(snapshot);
    m_alerts->look();
}

void TestHorn::toneIsThatOfTheMostUrgent_data()
{
    QTest::addColumn<QList<int>>("sounding"); ///< priorities
    QTest::addColumn<QList<int>>("silenced"); ///< priorities
    QTest::addColumn<bool>("isFlood");
    QTest::addColumn<int>("tone");
    const auto add = [](const char *name, QList<int> sounding, QList<int> silenced, bool isFlood,
                        HornTone tone) {
        QTest::newRow(name) << sounding << silenced << isFlood << static_cast<int>(tone);
    };
    add("nothing", {}, {}, false, HornTone::None);
    add("1", {1}, {}, false, HornTone::Critical);
    add("2", {2}, {}, false, HornTone::High);
    add("3", {3}, {}, false, HornTone::Medium);
    add("4", {4}, {}, false, HornTone::Low);
    add("4 and 2", {4, 2}, {}, false, HornTone::High);
    add("silenced", {}, {1, 3}, false, HornTone::None);
    add("a silenced 1, a new 3", {3}, {1}, false, HornTone::Medium);
    add("flood of 3", {3, 4}, {}, true, HornTone::Flood);
    add("flood of 4", {4}, {}, true, HornTone::Flood);
    add("flood with a 2", {3, 2, 4}, {}, true, HornTone::High);
    add("flood with a 1", {3, 1, 4}, {}, true, HornTone::Critical);
    add("silenced flood", {}, {3, 4}, true, HornTone::None);
}

void TestHorn::toneIsThatOfTheMostUrgent()
{
    QFETCH(QList<int>, sounding);
    QFETCH(QList<int>, silenced);
    QFETCH(bool, isFlood);
    QFETCH(int, tone);
    std::vector<AlarmRow> rows;
    for (const int priority : sounding)
        rows.push_back(row(("s" + std::to_string(priority)).c_str(), priority));
    for (const int priority : silenced)
        rows.push_back(row(("q" + std::to_string(priority)).c_str(), priority, false));
    publish(rows, isFlood);
    QCOMPARE(static_cast<int>(m_alerts->horn().tone), tone);
    QCOMPARE(m_alerts->isSounding(), tone != static_cast<int>(HornTone::None));
}

/// In a view, whose silence its owner does not hear of.
void TestHorn::silencedHereStaysQuietUntilOneMoreComes()
{
    publish({row("a", 1)});
    m_alerts->silenceHere();
    QVERIFY(m_alerts->horn().tone == HornTone::None);
    publish({row("a", 1)});
    QVERIFY(m_alerts->horn().tone == HornTone::None);
    publish({row("a", 1), row("b", 3)});
    QVERIFY(m_alerts->horn().tone == HornTone::Medium); // that of the new one
    publish({row("a", 1, true, 2), row("b", 3)});
    QVERIFY(m_alerts->horn().tone == HornTone::Critical);
}

void TestHorn::silencedOneThatSoundsAgainIsHeard()
{
    publish({row("a", 2)});
    m_alerts->silenceHere();
    publish({row("a", 2, false)}); // silenced everywhere, then announced again
    publish({row("a", 2)});
    QVERIFY(m_alerts->horn().tone == HornTone::High);
}

void TestHorn::chimeIsHeardForEachThatComes()
{
    const QSignalSpy changed(m_alerts.get(), &Alerts::hornChanged);
    publish({row("a", 4)});
    QCOMPARE(changed.count(), 1);
    publish({row("a", 4)});
    QCOMPARE(changed.count(), 1);
    publish({row("a", 4), row("b", 4)});
    QCOMPARE(changed.count(), 2);
    publish({row("a", 4)}); // one less
    QCOMPARE(changed.count(), 2);
}

void TestHorn::otherPatternsAreNotBegunAnew()
{
    const QSignalSpy changed(m_alerts.get(), &Alerts::hornChanged);
    publish({row("a", 1)});
    publish({row("a", 1), row("b", 1)});
    publish({row("b", 1), row("c", 3)});
    QCOMPARE(changed.count(), 1);
    publish({});
    QCOMPARE(changed.count(), 2);
}

void TestHorn::mutedOneIsNotHeard()
{
    m_alerts->setMuted(true);
    publish({row("a", 1)});
    QVERIFY(m_alerts->horn().tone == HornTone::None);
    QVERIFY(m_alerts->isSounding());
    const QSignalSpy changed(m_alerts.get(), &Alerts::hornChanged);
    m_alerts->setMuted(false);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_alerts->horn().tone == HornTone::Critical);
}

void TestHorn::alarmIsAudibleOnlyWithADevice()
{
    const QString none = QStringLiteral("no alarm sound");
    QCOMPARE(AlertWords::sound(*m_alerts), none); // nobody has tested it
    m_alerts->setSound({State::Absent, {}});
    QCOMPARE(AlertWords::sound(*m_alerts), none);
    QVERIFY(AlertWords::soundReason(*m_alerts).contains(QStringLiteral("no sound device")));
    m_alerts->setSound({State::Failed, "the device takes no sound"});
    QCOMPARE(AlertWords::sound(*m_alerts), none);
    QVERIFY(AlertWords::soundReason(*m_alerts).contains(QStringLiteral("takes no sound")));
    m_alerts->setSound({State::Works, {}});
    QCOMPARE(AlertWords::sound(*m_alerts), QStringLiteral("sound on"));
    publish({row("a", 3)});
    QCOMPARE(AlertWords::sound(*m_alerts), QStringLiteral("horn on"));
    m_alerts->setMuted(true);
    QCOMPARE(AlertWords::sound(*m_alerts), none);
    QVERIFY(AlertWords::soundReason(*m_alerts).contains(QStringLiteral("Muted")));
    QCOMPARE(AlertWords::rows(*m_alerts).at(0).cells.at(1).text, none);
}

void TestHorn::urgentNewsIsTold()
{
    std::vector<std::string> told;
    connect(m_alerts.get(), &Alerts::urgentCame, this, [&](const std::vector<AlarmRow> &alarms) {
        for (const AlarmRow &alarm : alarms)
            told.push_back(alarm.id + std::to_string(alarm.occurrence));
    });
    using Told = std::vector<std::string>;
    publish({row("old", 1)});
    QVERIFY(told.empty()); // it stood there before
    publish({row("old", 1), row("a", 2), row("b", 3)});
    QVERIFY(told == Told {"a1"}); // 3 is not urgent
    publish({row("old", 1), row("a", 2), row("b", 3)});
    QVERIFY(told == Told {"a1"});
    publish({row("old", 1, true, 2), row("a", 2)});
    QVERIFY((told == Told {"a1", "old2"})); // it came once more
    AlarmRow acked = row("c", 1);
    acked.state = AlarmState::Acked;
    publish({acked});
    QVERIFY((told == Told {"a1", "old2"}));
}

QTEST_GUILESS_MAIN(TestHorn)
#include "tst_horn.moc"
