#include "models/handover.h"
#include "models/handover_table.h"
#include "models/value_text.h"

#include "tests/support/given_entries.h"

#include "data/telemetry/tag_registry.h"

#include <QSet>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kSix = timestampFromMicroseconds(1'795'586'400'000'000); // 06:00:00 UTC
constexpr TimeRange kShift {kSix, kSix + 8h};

AlarmJournalEntry entry(const char *type, const char *alarm, Timestamp time, int priority = 2)
{
    static std::uint64_t sequence = 0;
    AlarmJournalEntry made;
    made.sequence = ++sequence;
    made.type = type;
    made.alarm = alarm;
    if (*alarm != '\0') {
        made.tag = std::string("works/") + alarm + "/level";
        made.title = "Level high";
        made.priority = priority;
        made.occurrence = 1;
    }
    made.time = made.eventTime = time;
    made.hasEventTime = true;
    made.by = "ada";
    return made;
}

AlarmJournalEntry note(const char *text, Timestamp written, Timestamp about)
{
    AlarmJournalEntry made = entry("COMMENT", "", written);
    made.text = text;
    made.eventTime = about;
    return made;
}

AlarmRow hidden(const char *id, AlarmState state, std::optional<Timestamp> since)
{
    AlarmRow row;
    row.id = id;
    row.title = "Level high";
    row.tag = std::string("works/") + id + "/level";
    row.asset = std::string("works/") + id;
    row.state = state;
    row.hiddenSince = since;
    row.hiddenBy = "ada";
    row.hiddenReason = "sensor is exchanged";
    return row;
}

Handover gathered(Entries entries, Timestamp now, AlarmSnapshot alarms = {})
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.time < b.time; });
    HandoverRequest request;
    request.shift = kShift;
    request.now = now;
    alarms.count();
    request.alarms = std::make_shared<const AlarmSnapshot>(std::move(alarms));
    return gatherHandover(sourceOf(std::move(entries)), request, {}).value();
}

std::vector<TableRow> rows(const Handover &handover, HandoverPart part)
{
    TagRegistry tags;
    const TagId tag = tags.intern("works/a/level");
    TagInfo info = tags.info(tag);
    info.decimals = 1;
    tags.describe(tag, info);
    return HandoverTable(handover, tags, QTimeZone::utc(), QLocale::c()).rows(part);
}

} // namespace

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheShiftIsTold();
    void notesBelongToTheShiftTheyAreAbout();
    void notesAreTakenAsLongAsTheyAreFound();
    void shelvesThatEndThemselvesAreNoActions();
    void whatTheProgramDoesIsNoAction();
    void longOutOfServiceIsFlagged();
    void shelfTellsReasonAndEnd();
    void listsOfNowAreNotFiguresOfTheLastShift();
    void valueStandsBesideItsLimit();
    void equalAlarmsAreToldApart();
    void everyPartHasItsColumns();
    void linesOfNotesAreKept();
    void tooManyActionsAreCounted();
};

void TestHandover::onlyTheShiftIsTold()
{
    const Handover handover
        = gathered({entry("ALARM", "before", kSix - 1s), entry("ACK", "before", kSix + 1s),
                    entry("ALARM", "in", kSix + 1h, 1), entry("ALARM", "low", kSix + 2h, 4),
                    entry("ACK", "in", kSix + 3h, 1), entry("RTN", "in", kSix + 9h, 1),
                    entry("ALARM", "after", kSix + 8h, 1)},
                   kSix + 10h);
    QCOMPARE(handover.figures.annunciated, std::uint64_t(2));
    QCOMPARE(handover.figures.byPriority[1], std::uint64_t(1));
    QCOMPARE(handover.urgent.size(), std::size_t(2));
    QVERIFY(!handover.urgent[0].since); // came before, was acknowledged in it
    QCOMPARE(handover.urgent[1].alarm, std::string("in"));
    QVERIFY(!handover.urgent[1].returned);
    QCOMPARE(handover.actions.size(), std::size_t(2));
    QVERIFY(!handover.isRunning());
}

void TestHandover::notesBelongToTheShiftTheyAreAbout()
{
    const Handover handover
        = gathered({note("before", kSix + 1min, kSix - 1s), note("mine", kSix + 4h, kSix + 4h),
                    note("mine, later", kSix + 8h + 10min, kSix + 8h - 1s),
                    note("next", kSix + 8h + 20min, kSix + 8h + 20min)},
                   kSix + 9h);
    QCOMPARE(handover.notes.size(), std::size_t(2));
    QCOMPARE(handover.notes[0].text, std::string("mine"));
    QCOMPARE(handover.notes[1].text, std::string("mine, later"));
    QVERIFY(handover.actions.empty()); // they have a part of their own
}

void TestHandover::notesAreTakenAsLongAsTheyAreFound()
{
    for (const auto after : {-1h, 0h, 23h, 24h, 25h}) {
        const Timestamp written = kShift.to + after;
        const Handover handover = gathered({note("late", written, kShift.to - 1us)}, kSix + 72h);
        QCOMPARE(takesNotes(kShift, written), handover.notes.size() == 1);
    }
    QVERIFY(takesNotes(kShift, kShift.to + 24h - 1us));
    QVERIFY(!takesNotes(kShift, kShift.to + 24h));
}

void TestHandover::shelvesThatEndThemselvesAreNoActions()
{
    AlarmJournalEntry byHand = entry("UNSHELVE", "a", kSix + 1h);
    byHand.reason = "operator";
    AlarmJournalEntry expired = entry("UNSHELVE", "b", kSix + 1h);
    expired.reason = "expired";
    const Handover handover
        = gathered({byHand, expired, entry("SHELVE", "a", kSix + 10min),
                    entry("RTN", "a", kSix + 2h), entry("SILENCE", "", kSix + 3h)},
                   kSix + 4h);
    QCOMPARE(handover.actions.size(), std::size_t(3));
    QVERIFY(handover.isRunning());
}

/// A first start journals all rules of the workspace, by the user who started it.
void TestHandover::whatTheProgramDoesIsNoAction()
{
    AlarmJournalEntry atStart = entry("CONFIG", "a", kSix + 1h);
    atStart.role = roleWord(AlarmRole::Program);
    AlarmJournalEntry edited = entry("CONFIG", "b", kSix + 2h);
    edited.role = roleWord(AlarmRole::Engineer);
    const Handover handover = gathered({atStart, edited}, kSix + 4h);
    QCOMPARE(handover.actions.size(), std::size_t(1));
    QCOMPARE(handover.actions[0].alarm, std::string("b"));
}

void TestHandover::longOutOfServiceIsFlagged()
{
    const Timestamp now = kSix + 7h;
    AlarmSnapshot alarms;
    alarms.suppressed = {hidden("new", AlarmState::OutOfService, now - 24h),
                         hidden("old", AlarmState::OutOfService, now - 24h - 1s),
                         hidden("unknown", AlarmState::OutOfService, std::nullopt),
                         hidden("shelf", AlarmState::Shelved, now - 30h)};
    const Handover handover = gathered({}, now, alarms);
    QCOMPARE(handover.longOutOfService(), std::size_t(2));
    const std::vector<TableRow> out = rows(handover, HandoverPart::OutOfService);
    QCOMPARE(out.size(), std::size_t(3));
    const auto flag = QStringLiteral("OVER 24 h");
    QVERIFY(!out[0].cells[4].text.contains(flag));
    QVERIFY(out[1].cells[4].text.contains(flag));
    QVERIFY(out[2].cells[4].text.contains(flag));
}

void TestHandover::shelfTellsReasonAndEnd()
{
    AlarmSnapshot alarms;
    alarms.suppressed = {hidden("a", AlarmState::Shelved, kSix + 1h)};
    alarms.suppressed[0].until = kSix + 3h;
    const Handover handover = gathered({}, kSix + 2h, alarms);
    const TableRow row = rows(handover, HandoverPart::Shelved).at(0);
    QCOMPARE(row.cells.size(), HandoverTable::columns(HandoverPart::Shelved).size());
    QVERIFY2(row.cells[4].text.startsWith(QStringLiteral("09:00")), qPrintable(row.cells[4].text));
    QCOMPARE(row.cells[5].text, QStringLiteral("ada"));
    QCOMPARE(row.cells[6].text, QStringLiteral("sensor is exchanged"));
}

void TestHandover::listsOfNowAreNotFiguresOfTheLastShift()
{
    AlarmSnapshot alarms;
    alarms.rows = {hidden("a", AlarmState::Unacked, std::nullopt)};
    QVERIFY(gathered({}, kSix + 4h, alarms).figures.now);
    const Handover over = gathered({}, kSix + 9h, alarms);
    QVERIFY(!over.figures.now);
    QCOMPARE(over.figures.range.to, kShift.to);
    QCOMPARE(rows(over, HandoverPart::Active).size(), std::size_t(1));
}

void TestHandover::valueStandsBesideItsLimit()
{
    AlarmSnapshot alarms;
    alarms.rows = {hidden("a", AlarmState::Unacked, {})};
    alarms.rows[0].value = 86.4;
    alarms.rows[0].unit = "°C";
    alarms.rows[0].limit = 85.0;
    alarms.rows[0].condition = "≥ 85";
    const std::vector<TableRow> active
        = rows(gathered({}, kSix + 4h, alarms), HandoverPart::Active);
    QCOMPARE(active[0].cells[5].text, QStringLiteral("86.4\u00a0°C · ≥ 85.0"));
}

void TestHandover::equalAlarmsAreToldApart()
{
    AlarmSnapshot alarms;
    alarms.rows = {hidden("a", AlarmState::Unacked, {}), hidden("b", AlarmState::Unacked, {})};
    alarms.rows[0].asset = "works/line 1/tank";
    alarms.rows[1].asset = "works/line 2/tank";
    const std::vector<TableRow> active
        = rows(gathered({}, kSix + 4h, alarms), HandoverPart::Active);
    QVERIFY(active[0].cells[2].text != active[1].cells[2].text);
}

void TestHandover::everyPartHasItsColumns()
{
    AlarmSnapshot alarms;
    alarms.rows = {hidden("a", AlarmState::Unacked, {})};
    alarms.suppressed
        = {hidden("b", AlarmState::Shelved, kSix), hidden("c", AlarmState::OutOfService, kSix),
           hidden("d", AlarmState::Suppressed, kSix)};
    const Handover handover
        = gathered({entry("ALARM", "a", kSix + 1h), entry("ACK", "a", kSix + 2h),
                    note("words", kSix + 3h, kSix + 3h)},
                   kSix + 4h, alarms);
    QSet<QString> titles;
    for (int i = 0; i < kHandoverParts; ++i) {
        const auto part = static_cast<HandoverPart>(i);
        const std::vector<TableRow> found = rows(handover, part);
        QVERIFY2(!found.empty(), qPrintable(HandoverTable::title(part)));
        for (const TableRow &row : found)
            QCOMPARE(row.cells.size(), HandoverTable::columns(part).size());
        titles << HandoverTable::title(part);
    }
    QCOMPARE(titles.size(), kHandoverParts);
}

void TestHandover::linesOfNotesAreKept()
{
    const AlarmJournalEntry two = note("pump 2\nsounds\u202e rough", kSix, kSix);
    QCOMPARE(HandoverTable::words(two), QStringLiteral("pump 2\nsounds\\u202E rough"));
}

void TestHandover::tooManyActionsAreCounted()
{
    Entries entries;
    for (int i = 0; i < 600; ++i)
        entries.push_back(entry("ACK", "a", kSix + i * 1s));
    const Handover handover = gathered(entries, kSix + 4h);
    QCOMPARE(handover.actions.size() + handover.moreActions, std::size_t(600));
    QVERIFY(handover.moreActions > 0);
    const TagRegistry tags;
    const HandoverTable table(handover, tags, QTimeZone::utc(), QLocale::c());
    QVERIFY(!table.rest(HandoverPart::Actions).isEmpty());
    Handover longer = handover;
    longer.moreActions = 12'345;
    const HandoverTable many(longer, tags, QTimeZone::utc(), QLocale::c());
    QVERIFY(many.rest(HandoverPart::Actions).startsWith(countText(12'345)));
    QVERIFY(table.rest(HandoverPart::Urgent).isEmpty());
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
