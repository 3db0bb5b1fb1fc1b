#include "data/notify/delivery_queue.h"

#include <QTest>

#include <algorithm>

using namespace telltale;
using namespace std::chrono_literals;
using Kind = AlarmNotification::Kind;
using Steady = DeliveryQueue::Steady;

/// What waits for a channel, and when it is tried.
class TestDeliveryQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldestGoesFirst();
    void mostUrgentGoesFirst();
    void mostUrgentGoesFirstAfterAnOutage();
    void urgentOneItFailsAtHoldsUpNobody();
    void alarmIsNotOverBeforeItCame_data();
    void alarmIsNotOverBeforeItCame();
    void alarmKeepsItsOrder();
    void retriesDoubleUpToFiveMinutes();
    void channelThatFailsRests();
    void refusedOneHoldsUpNobody();
    void refusedOneHoldsUpItsAlarmNeither();
    void channelThatTakesOthersIsNotFailing();
    void confirmedOneIsGone();
    void afterAnHourOneDigestStandsForAll();
    void digestGrowsAndKeepsItsKey();
    void nothingIsGivenUpUntried();
    void clockThatStepsGivesNothingUp();
    void fullQueueGivesUpTheOldest();
    void fullQueueKeepsItsDigest();
    void sameKeyIsTheSameNotification();
};

namespace {

const Error kDown {Error::Code::ConnectionRefused, "nobody listens"};
const Error kUnwanted {Error::Code::Refused, "does not want it"};
constexpr std::int64_t kNow = 1'790'000'000'000'000;

DeliveryQueue::Item shared(const AlarmNotification &notification)
{
    return std::make_shared<const AlarmNotification>(notification);
}

DeliveryQueue::Item raise(const char *alarm, std::uint64_t occurrence = 1)
{
    AlarmNotification made;
    made.time = kNow;
    made.alarm = alarm;
    made.occurrence = occurrence;
    return shared(made);
}

DeliveryQueue::Item raiseOf(const char *alarm, int priority, Kind kind = Kind::Raise)
{
    AlarmNotification made = *raise(alarm);
    made.kind = kind;
    made.about.emplace().priority = priority;
    return shared(made);
}

Timestamp after(std::chrono::microseconds length)
{
    return timestampFromMicroseconds(kNow) + length;
}

std::string alarmOf(const DeliveryQueue::Item &next)
{
    return next ? next->alarm : std::string("none");
}

} // namespace

void TestDeliveryQueue::oldestGoesFirst()
{
    DeliveryQueue queue("mail", {}, 1);
    QCOMPARE(alarmOf(queue.next(0s)), std::string("none"));
    queue.add(raise("a"), 0s);
    queue.add(raise("b"), 0s);
    QCOMPARE(alarmOf(queue.next(0s)), std::string("a"));
    queue.confirmed(raise("a")->key(), 0s);
    QCOMPARE(alarmOf(queue.next(0s)), std::string("b"));
}

void TestDeliveryQueue::mostUrgentGoesFirst()
{
    DeliveryQueue queue("mail", {}, 1);
    AlarmNotification digest;
    digest.kind = Kind::Digest;
    for (const auto &item : {raiseOf("c", 4), shared(digest), raiseOf("b", 3), raiseOf("a", 1),
                             raiseOf("e", 2), raiseOf("d", 1)})
        queue.add(item, 0s);
    for (const char *alarm : {"a", "d", "e", "", "b", "c"}) {
        const auto next = queue.next(0s);
        QCOMPARE(alarmOf(next), std::string(alarm));
        queue.confirmed(next->key(), 0s);
    }
    QVERIFY(!queue.next(0s));
}

void TestDeliveryQueue::mostUrgentGoesFirstAfterAnOutage()
{
    DeliveryQueue queue("mail", {}, 1);
    Steady now {0};
    queue.add(raiseOf("first", 1), now);
    for (int attempt = 0; attempt < 5; ++attempt) { // nobody has it worse than it
        queue.failed(raiseOf("first", 1)->key(), kDown, now);
        now = queue.nextDue().value();
    }
    for (const char *alarm : {"b", "c", "d"})
        queue.add(raiseOf(alarm, 3), now);
    queue.add(raiseOf("new", 1), now);
    QCOMPARE(alarmOf(queue.next(now)), std::string("new"));
    queue.confirmed(raiseOf("new", 1)->key(), now);
    QCOMPARE(alarmOf(queue.next(now)), std::string("first"));
    queue.confirmed(raiseOf("first", 1)->key(), now);
    QCOMPARE(alarmOf(queue.next(now)), std::string("b"));
}

/// As a program that crashes at one notification.
void TestDeliveryQueue::urgentOneItFailsAtHoldsUpNobody()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raiseOf("bad", 1), 0s);
    for (std::uint64_t occurrence = 1; occurrence <= 500; ++occurrence) {
        AlarmNotification one = *raiseOf("good", 4);
        one.occurrence = occurrence;
        queue.add(shared(one), 0s);
    }
    Steady now {0};
    int failed = 0;
    while (queue.size() > 1) {
        const auto next = queue.next(now);
        if (!next) {
            now = queue.nextDue().value();
        } else if (next->alarm == "bad") {
            ++failed;
            queue.failed(next->key(), kDown, now);
        } else {
            queue.confirmed(next->key(), now);
            now += 1s; // so long it takes
        }
    }
    QVERIFY2(failed >= 5 && failed <= 12, qPrintable(QString::number(failed)));
}

void TestDeliveryQueue::alarmIsNotOverBeforeItCame_data()
{
    QTest::addColumn<int>("priority");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("more urgent by then") << 1 << false;
    QTest::newRow("came, and was refused") << 3 << true;
}

void TestDeliveryQueue::alarmIsNotOverBeforeItCame()
{
    QFETCH(int, priority);
    QFETCH(bool, isRefused);
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raiseOf("a", 3), 0s);
    queue.add(raiseOf("a", priority, Kind::Clear), 0s);
    if (isRefused) {
        queue.failed(raiseOf("a", 3)->key(), kUnwanted, 0s);
        QVERIFY(!queue.next(0s));
    }
    const auto next = queue.next(1s);
    QVERIFY(next && next->kind == Kind::Raise);
    queue.confirmed(next->key(), 1s);
    QVERIFY(queue.next(1s) && queue.next(1s)->kind == Kind::Clear);
}

void TestDeliveryQueue::alarmKeepsItsOrder()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a", 1), 0s);
    queue.add(raise("a", 2), 0s);
    queue.failed(raise("a", 1)->key(), kDown, 0s);
    QCOMPARE(alarmOf(queue.next(0s)), std::string("none")); // the second waits for the first
    QVERIFY(queue.nextDue().value() > 0s);
    const auto next = queue.next(2s);
    QVERIFY(next && next->occurrence == 1);
}

void TestDeliveryQueue::retriesDoubleUpToFiveMinutes()
{
    std::vector<Steady> waits;
    DeliveryQueue queue("mail", {}, 7);
    queue.add(raise("a"), 0s);
    Steady now {0};
    for (int attempt = 0; attempt < 14; ++attempt) {
        queue.failed(raise("a")->key(), kDown, now);
        const Steady due = queue.nextDue().value();
        QVERIFY(!queue.next(due - 1us));
        QVERIFY(queue.next(due));
        waits.push_back(due - now);
        now = due;
    }
    Steady whole = 1s;
    bool isJittered = false;
    for (const Steady wait : waits) {
        QVERIFY2(wait >= whole / 2 && wait <= whole, qPrintable(QString::number(wait.count())));
        isJittered = isJittered || (wait != whole && wait != whole / 2);
        whole = std::min<Steady>(whole * 2, 5min);
    }
    QVERIFY(isJittered);
    QVERIFY(waits.back() >= 150s);
}

void TestDeliveryQueue::channelThatFailsRests()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.add(raise("b"), 0s);
    queue.failed(raise("a")->key(), kDown, 0s);
    QCOMPARE(alarmOf(queue.next(1ms)), std::string("none"));
    QCOMPARE(alarmOf(queue.next(1s)), std::string("b")); // it was not tried yet
    queue.confirmed(raise("b")->key(), 0s);
    QCOMPARE(alarmOf(queue.next(1s)), std::string("a")); // it works: no reason to wait
}

void TestDeliveryQueue::refusedOneHoldsUpNobody()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.add(raise("b"), 0s);
    queue.failed(raise("a")->key(), kUnwanted, 0s);
    QCOMPARE(alarmOf(queue.next(0s)), std::string("b"));
    queue.confirmed(raise("b")->key(), 0s);
    QVERIFY(queue.hasFailures());
    QCOMPARE(alarmOf(queue.next(1ms)), std::string("none"));
    QCOMPARE(alarmOf(queue.next(1s)), std::string("a"));
}

void TestDeliveryQueue::refusedOneHoldsUpItsAlarmNeither()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a", 1), 0s);
    queue.add(raise("a", 2), 0s);
    queue.add(raise("a", 3), 0s);
    queue.failed(raise("a", 1)->key(), kUnwanted, 0s);
    QCOMPARE(queue.nextDue().value(), Steady(0s));
    QCOMPARE(queue.next(0s)->occurrence, std::uint64_t(2));
    queue.failed(raise("a", 2)->key(), kDown, 0s); // that one does
    QCOMPARE(alarmOf(queue.next(0s)), std::string("none"));
    queue.confirmed(raise("a", 2)->key(), 0s);
    QCOMPARE(queue.next(0s)->occurrence, std::uint64_t(3));
}

/// One it never takes is given up without an alarm about the channel.
void TestDeliveryQueue::channelThatTakesOthersIsNotFailing()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.add(raise("b"), 0s);
    queue.failed(raise("a")->key(), kUnwanted, 0s);
    queue.confirmed(raise("b")->key(), 1s);
    const auto given = queue.giveUp(after(1h), 1h);
    QVERIFY(given && !given->isFailing);
    queue.add(raise("c"), 1h);
    queue.failed(raise("c")->key(), kDown, 1h);
    const auto later = queue.giveUp(after(2h), 2h);
    QVERIFY(later && later->isFailing);
}

void TestDeliveryQueue::confirmedOneIsGone()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.confirmed(raise("a")->key(), 0s);
    QCOMPARE(queue.size(), std::size_t(0));
    QVERIFY(!queue.nextDue());
}

void TestDeliveryQueue::afterAnHourOneDigestStandsForAll()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.add(raise("b"), 0s);
    queue.add(raise("c"), 1s);
    queue.failed(raise("a")->key(), kDown, 0s);
    QVERIFY(!queue.giveUp(after(1h - 1us), 1h - 1us));
    const auto given = queue.giveUp(after(1h), 1h);
    QVERIFY(given);
    QVERIFY(given->isFailing);
    QCOMPARE(given->keys.size(), std::size_t(2)); // one attempt stood for both
    QCOMPARE(given->digest.count, std::uint64_t(2));
    QCOMPARE(given->digest.channel, std::string("mail"));
    QVERIFY(given->digest.kind == Kind::Digest);
    QCOMPARE(queue.size(), std::size_t(1)); // the digest comes when it is stored
    queue.add(shared(given->digest), 0s);
    QVERIFY(!queue.giveUp(after(1h), 1h));
}

void TestDeliveryQueue::digestGrowsAndKeepsItsKey()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.failed(raise("a")->key(), kDown, 0s);
    const auto first = queue.giveUp(after(1h), 1h);
    QVERIFY(first);
    queue.add(shared(first->digest), 1h);
    queue.add(raise("b"), 1h);
    queue.failed(raise("b")->key(), kDown, 1h);
    const auto second = queue.giveUp(after(2h), 2h);
    QVERIFY(second);
    QVERIFY(second->digest.key() == first->digest.key());
    QCOMPARE(second->digest.count, std::uint64_t(2));
    QCOMPARE(second->count, std::uint64_t(1));
    QCOMPARE(second->keys.size(), std::size_t(1));
}

/// Of an earlier life, made long ago; and a wall clock that jumps ahead.
void TestDeliveryQueue::nothingIsGivenUpUntried()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    QVERIFY(!queue.giveUp(after(24h), 1min));
    QVERIFY(!queue.giveUp(after(24h), 2h)); // nobody tried it
    queue.failed(raise("a")->key(), kDown, 2h);
    QVERIFY(queue.giveUp(after(24h), 2h));
}

void TestDeliveryQueue::clockThatStepsGivesNothingUp()
{
    DeliveryQueue queue("mail", {}, 1);
    queue.add(raise("a"), 0s);
    queue.failed(raise("a")->key(), kDown, 0s);
    QVERIFY(!queue.giveUp(after(9h), 1min));
    QVERIFY(queue.giveUp(after(-9h), 1h)); // back again: its hour goes on all the same
}

void TestDeliveryQueue::fullQueueGivesUpTheOldest()
{
    DeliveryQueue queue("mail", {}, 1);
    for (std::uint64_t i = 1; i <= DeliveryQueue::kLimit; ++i)
        QVERIFY(!queue.add(raise("a", i), 0s));
    const auto gone = queue.add(raise("a", DeliveryQueue::kLimit + 1), 0s);
    QVERIFY(gone && *gone == raise("a", 1)->key());
    QCOMPARE(queue.size(), DeliveryQueue::kLimit);
}

void TestDeliveryQueue::fullQueueKeepsItsDigest()
{
    DeliveryQueue queue("mail", {}, 1);
    AlarmNotification digest;
    digest.kind = Kind::Digest;
    digest.channel = "mail";
    queue.add(shared(digest), 0s);
    for (std::uint64_t i = 1; i < DeliveryQueue::kLimit; ++i)
        QVERIFY(!queue.add(raise("a", i), 0s));
    const auto gone = queue.add(raise("a", DeliveryQueue::kLimit), 0s);
    QVERIFY(gone && *gone == raise("a", 1)->key());
}

void TestDeliveryQueue::sameKeyIsTheSameNotification()
{
    DeliveryQueue queue("mail", {}, 1);
    AlarmNotification digest;
    digest.kind = Kind::Digest;
    digest.count = 3;
    queue.add(shared(digest), 0s);
    digest.count = 5;
    queue.add(shared(digest), 0s);
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(queue.next(0s)->count, std::uint64_t(5));
}

QTEST_GUILESS_MAIN(TestDeliveryQueue)
#include "tst_delivery_queue.moc"
