#include "tests/data/alarms/model_rules.h"
#include "tests/data/alarms/plain_alarms.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <utility>

using namespace telltale;
using test::PlainAlarms;

/// Random events given to the engine and to a second, plain one made from the specification alone:
/// all they tell must be equal, step by step. TELLTALE_ALARM_STEPS runs more; TELLTALE_SEED runs
/// one again.
class TestAlarmModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsThatOfThePlainOne();
};

namespace {

using Lines = PlainAlarms::Lines;

constexpr AlarmTime kBegin = 1'790'000'000 * kSecond;
constexpr std::size_t kRemembered = 25; ///< events told with a difference

std::string textOf(const AlarmJournalEntry &entry)
{
    std::string line = std::to_string(toMicroseconds(entry.time)) + ' ' + entry.type;
    const auto put = [&line](const char *name, const std::string &value) {
        if (!value.empty())
            line += std::string(name) + value;
    };
    if (!entry.alarm.empty())
        line += ' ' + entry.alarm + ' ' + std::to_string(entry.occurrence);
    if (!entry.from.empty())
        line += ' ' + entry.from + '>' + entry.to;
    if (entry.hasEventTime)
        line += " et=" + std::to_string(toMicroseconds(entry.eventTime));
    line += entry.late ? " late" : "";
    put(" reason=", entry.reason);
    line += entry.firstOut ? " first" : "";
    put(" by=", entry.by);
    put(" text=", entry.text);
    put(" action=", entry.action);
    put(" until=", entry.until ? std::to_string(toMicroseconds(*entry.until)) : "");
    put(" count=", entry.count ? std::to_string(*entry.count) : "");
    return line;
}

std::string textOf(const AlarmNotification &sent)
{
    const std::string start = std::to_string(sent.time) + ' ' + notificationWord(sent.kind) + ' ';
    const std::string number = '/' + std::to_string(sent.number);
    if (sent.kind == AlarmNotification::Kind::Digest)
        return start + std::to_string(sent.count) + number;
    return start + sent.alarm + ' ' + std::to_string(sent.occurrence) + number;
}

/// The engine and the plain one, given the same.
class Pair
{
public:
    explicit Pair(unsigned seed)
        : m_random(seed)
        , m_rules(test::modelRules())
    {
        m_limits.draftsAreEvents = false;
        m_limits.maxShelved = 4;
        m_plain = std::make_unique<PlainAlarms>(kBegin, m_limits, m_rules, test::modelGroups());
        m_engine = std::make_unique<AlarmEngine>(m_limits);
        begin(*m_engine);
        for (const AlarmRule &rule : m_rules)
            m_replayed[rule.id] = "NORM";
    }

    void step();
    /// Empty, or what is not equal after the step.
    std::string difference();
    std::string events() const;

private:
    std::uint64_t upTo(std::uint64_t limit) { return m_random() % limit; }
    void begin(AlarmEngine &engine);
    void act(unsigned what);
    void actOnShelf();
    void edit();
    void sample();
    AlarmTime eventTime(const std::string &tag);
    void link();
    void restart();
    Lines engineLines();
    std::string replayedDifference();
    void tell(const std::string &event);

    std::mt19937 m_random;
    AlarmLimits m_limits;
    std::vector<AlarmRule> m_rules;
    std::unique_ptr<PlainAlarms> m_plain;
    std::unique_ptr<AlarmEngine> m_engine;
    AlarmTime m_t = kBegin;
    std::string m_alarm; ///< what an action is about
    AlarmEngine::Actor m_actor;
    std::map<std::string, std::string> m_replayed; ///< states by the journal
    std::deque<std::string> m_events;
    std::string m_broken; ///< by a restart
};

void Pair::begin(AlarmEngine &engine)
{
    engine.setRules(m_t, m_rules, test::modelGroups(), nullptr);
    const std::vector<SourceId> sources(test::modelTags().size());
    engine.addTags(m_t, 0, test::modelTags(), sources);
}

void Pair::tell(const std::string &event)
{
    m_events.push_back(std::to_string(m_t) + ' ' + event);
    if (m_events.size() > kRemembered)
        m_events.pop_front();
}

std::string Pair::events() const
{
    std::string all;
    for (const std::string &event : m_events)
        all += event + '\n';
    return all;
}

/// Mostly some seconds later, seldom so much that floods, chatter and windows end.
void Pair::step()
{
    m_t += static_cast<AlarmTime>(upTo(100) == 0 ? upTo(900'000'000) : upTo(4'000'000));
    m_alarm = m_rules[upTo(m_rules.size())].id;
    m_actor = {"ann", AlarmRole::Engineer, upTo(8) == 0 ? "" : "words"};
    if (upTo(4) == 0)
        m_actor.role = upTo(3) == 0 ? AlarmRole::Viewer : AlarmRole::Operator;
    const auto what = static_cast<unsigned>(upTo(24));
    if (what < 8)
        act(what);
    else if (what == 8)
        link();
    else if (what == 9 && upTo(2) == 0)
        restart();
    else if (what == 10)
        edit();
    else
        sample();
}

void Pair::act(unsigned what)
{
    const char *words[] = {"ack", "reset", "shelve", "unshelve", "oos", "rts", "group", "comment"};
    tell(words[what] + (' ' + m_alarm));
    const std::string group = upTo(2) == 0 ? "first" : "second";
    const std::uint64_t newest = m_plain->occurrence(m_alarm);
    const std::uint64_t named = upTo(3) == 0 && newest > 1 ? newest - upTo(2) : 0;
    switch (what) {
    case 0:
        m_plain->acknowledge(m_t, m_alarm, m_actor, named);
        m_engine->acknowledge(m_t, m_alarm, m_actor, named);
        break;
    case 1:
        m_plain->reset(m_t, m_alarm, m_actor);
        m_engine->reset(m_t, m_alarm, m_actor);
        break;
    case 2:
        actOnShelf();
        break;
    case 3:
        m_plain->unshelve(m_t, m_alarm, m_actor);
        m_engine->unshelve(m_t, m_alarm, m_actor);
        break;
    case 4:
        m_plain->takeOutOfService(m_t, m_alarm, m_actor);
        m_engine->takeOutOfService(m_t, m_alarm, m_actor);
        break;
    case 5:
        m_plain->returnToService(m_t, m_alarm, m_actor);
        m_engine->returnToService(m_t, m_alarm, m_actor);
        break;
    case 6:
        m_plain->acknowledgeGroup(m_t, group, m_actor);
        m_engine->acknowledgeGroup(m_t, group, m_actor);
        break;
    default:
        if (upTo(4) == 0) {
            m_plain->comment(m_t, m_alarm, m_actor);
            m_engine->comment(m_t, m_alarm, m_actor);
        } else {
            m_plain->silence(m_t, m_actor);
            m_engine->silence(m_t, m_actor);
        }
    }
}

void Pair::actOnShelf()
{
    const double seconds = upTo(10) == 0 ? 30'000.0 : static_cast<double>(upTo(60));
    const bool oneShot = upTo(2) == 0;
    m_plain->shelve(m_t, m_alarm, m_actor, seconds, oneShot);
    m_engine->shelve(m_t, m_alarm, m_actor, seconds, oneShot);
}

/// A new limit for one that has no delay.
void Pair::edit()
{
    AlarmRule &rule = m_rules[upTo(2) == 0 ? 0 : 4];
    const double limit = rule.limit;
    const auto wanted = static_cast<double>(78 + upTo(6));
    tell("edit " + rule.id + ' ' + std::to_string(wanted));
    m_plain->setLimit(m_t, rule.id, wanted, m_actor);
    rule.limit = wanted;
    if (!m_engine->setRules(m_t, m_rules, test::modelGroups(), &m_actor).empty())
        rule.limit = limit;
}

/// Device clocks that run behind, ahead, far ahead or not at all; one that always lags.
AlarmTime Pair::eventTime(const std::string &tag)
{
    if (tag == "M") // entries count by the clock and by their own time: here one and the same
        return m_t;
    if (tag == "L")
        return m_t - 100 * kSecond;
    switch (upTo(60)) {
    case 0:
        return m_t + 5 * kSecond;
    case 1:
        return m_t + 1'000 * kSecond;
    case 2:
        return m_t - 40 * 86'400 * kSecond;
    case 3:
        return m_t / (10 * kSecond) * (10 * kSecond); // the same time twice
    default:
        return m_t - static_cast<AlarmTime>(upTo(1'500'000));
    }
}

void Pair::sample()
{
    const std::size_t index = upTo(test::modelTags().size());
    const std::string &tag = test::modelTags()[index];
    AlarmSample sample;
    sample.value = static_cast<double>(tag == "M" ? upTo(4) : 60 + upTo(40));
    sample.time = eventTime(tag);
    const std::uint64_t quality = upTo(20);
    if (quality == 0)
        sample.quality = Quality::Status::Bad;
    if (quality == 1)
        sample.quality = Quality::Status::Uncertain;
    if (quality == 2)
        sample.value = std::numeric_limits<double>::quiet_NaN();
    tell("sample " + tag + ' ' + std::to_string(sample.value) + " te " + std::to_string(sample.time)
         + " quality " + std::to_string(quality));
    m_plain->sample(m_t, tag, sample);
    m_engine->sample(m_t, TagId {static_cast<std::uint32_t>(index)}, sample);
}

void Pair::link()
{
    const bool isUp = upTo(3) != 0;
    tell(isUp ? "link up" : "link down");
    m_plain->connection(m_t, isUp);
    m_engine->connection(m_t, 0, isUp, m_t);
}

/// A kill and a new start: everything the new engine knows comes from saved bytes. Where no time
/// passes nothing changes at all.
void Pair::restart()
{
    m_engine->advanceTo(m_t);
    m_plain->advance(m_t);
    m_broken = difference();
    const AlarmTime down = upTo(2) == 0 ? 0 : static_cast<AlarmTime>(upTo(400)) * kSecond;
    tell("restart after " + std::to_string(down));
    const bool wasHornOn = m_engine->isHornOn();
    auto next = std::make_unique<AlarmEngine>(m_limits);
    bool isRead = next->restoreGlobals(m_engine->saveGlobals());
    for (std::uint32_t i = 0; i < m_engine->alarms().size(); ++i)
        isRead = next->restoreAlarm(m_engine->alarms()[i].id, m_engine->saveAlarm(i)) && isRead;
    for (std::uint32_t i = 0; i < m_engine->inputCount(); ++i)
        isRead = next->restoreInput(m_engine->input(i).path, m_engine->saveInput(i)) && isRead;
    m_plain->restart(m_t, m_t + down);
    m_t += down;
    begin(*next);
    next->start(m_t);
    m_engine = std::move(next);
    if (!isRead)
        m_broken += "saved state was not read";
    const bool isNoted = m_engine->output().states.empty()
        && m_engine->output().notifications.empty() && m_engine->isHornOn() == wasHornOn;
    if (down == 0 && !isNoted)
        m_broken += "a restart that took no time changed something";
}

Lines Pair::engineLines()
{
    Lines lines;
    AlarmOutput &output = m_engine->output();
    for (const AlarmJournalEntry &entry : output.journal)
        lines.push_back(textOf(entry));
    for (const AlarmNotification &sent : output.notifications)
        lines.push_back(textOf(sent));
    for (const AlarmOutput::Change &change : output.states)
        lines.push_back(std::to_string(change.time) + ' ' + m_engine->alarms()[change.alarm].id
                        + ' ' + stateWord(change.state));
    for (const AlarmOutput::Horn &horn : output.horn)
        lines.push_back(std::to_string(horn.time) + (horn.isOn ? " horn on" : " horn off"));
    return lines;
}

/// The journal replayed gives the states of now.
std::string Pair::replayedDifference()
{
    for (const AlarmJournalEntry &entry : m_engine->output().journal) {
        if (!entry.to.empty())
            m_replayed[entry.alarm] = entry.to;
    }
    for (const AlarmInstance &alarm : m_engine->alarms()) {
        const std::string shown = stateWord(alarm.shown());
        if (m_replayed[alarm.id] != shown || m_plain->shown(alarm.id) != shown)
            return alarm.id + ": shown " + shown + ", by the journal " + m_replayed[alarm.id]
                + ", by the plain one " + m_plain->shown(alarm.id);
    }
    return {};
}

std::string Pair::difference()
{
    std::string found = std::exchange(m_broken, {});
    const Lines wanted = m_plain->takeLines();
    const Lines got = engineLines();
    const auto [one, other] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
    if (one != wanted.end() || other != got.end())
        found += "by the specification: " + (one == wanted.end() ? "nothing" : *one)
            + "\nby the engine: " + (other == got.end() ? "nothing" : *other);
    found += replayedDifference();
    m_engine->output().clear();
    return found;
}

} // namespace

void TestAlarmModel::everyStepIsThatOfThePlainOne()
{
    const int asked = qEnvironmentVariableIntValue("TELLTALE_ALARM_STEPS");
    const int steps = asked > 0 ? asked : 20'000;
    bool isGiven = false;
    auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("TELLTALE_SEED", &isGiven));
    if (!isGiven)
        seed = std::random_device()();
    qInfo("%d steps, TELLTALE_SEED=%d", steps, static_cast<int>(seed));
    Pair pair(seed);
    for (int i = 0; i < steps; ++i) {
        pair.step();
        const std::string found = pair.difference();
        if (!found.empty())
            QFAIL(
                ("step " + std::to_string(i) + '\n' + found + "\nafter\n" + pair.events()).c_str());
    }
}

QTEST_GUILESS_MAIN(TestAlarmModel)
#include "tst_alarm_model.moc"
