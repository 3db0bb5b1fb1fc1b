#include "tests/data/alarms/case_runner.h"

#include "data/alarms/key_figure_counter.h"
#include "data/alarms/rule_json.h"

#include <QJsonDocument>

#include <cmath>

namespace telltale::test {
namespace {

constexpr AlarmTime kBase = 1'790'000'000 * kSecond; ///< t = 0 of every case

AlarmTime at(double t)
{
    return kBase + toAlarmTime(t);
}

double seconds(AlarmTime time)
{
    return static_cast<double>(time - kBase) / static_cast<double>(kSecond);
}

double seconds(Timestamp time)
{
    return seconds(toMicroseconds(time));
}

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

std::string text(const QJsonObject &object, const char *name)
{
    return object.value(key(name)).toString().toStdString();
}

AlarmRole roleOf(const QJsonObject &input)
{
    const std::string role = text(input, "role");
    if (role == "viewer")
        return AlarmRole::Viewer;
    return role == "engineer" ? AlarmRole::Engineer : AlarmRole::Operator;
}

Result<RuleSet> parse(const QJsonArray &rules, const QJsonArray &groups)
{
    const QJsonObject file {{QStringLiteral("version"), 1},
                            {QStringLiteral("rules"), rules},
                            {QStringLiteral("groups"), groups}};
    return parseRuleSet(QJsonDocument(file).toJson().toStdString());
}

AlarmLimits limitsOf(const QJsonObject &config, QString &problem)
{
    AlarmLimits limits;
    limits.draftsAreEvents = false; // cases give no rationalisation
    for (auto it = config.begin(); it != config.end(); ++it) {
        const double value = it.value().toDouble();
        const QString &name = it.key();
        if (name == key("future_limit_s"))
            limits.futureSeconds = value;
        else if (name == key("past_limit_s"))
            limits.pastSeconds = value;
        else if (name == key("late_limit_s"))
            limits.lateSeconds = value;
        else if (name == key("outage_tolerance_s"))
            limits.outageToleranceSeconds = value;
        else if (name == key("max_shelved"))
            limits.maxShelved = static_cast<std::size_t>(value);
        else if (name == key("flood_on"))
            limits.flood.on = static_cast<std::size_t>(value);
        else if (name == key("flood_off"))
            limits.flood.off = static_cast<std::size_t>(value);
        else if (name == key("flood_window_s"))
            limits.flood.window = toAlarmTime(value);
        else if (name == key("digest_s"))
            limits.digestSeconds = value;
        else if (name == key("chatter_window_s"))
            limits.chatterWindowSeconds = value;
        else if (name == key("chatter_quiet_s"))
            limits.chatterQuietSeconds = value;
        else
            problem = QStringLiteral("config %1 is not known").arg(name);
    }
    return limits;
}

QJsonObject toJson(const AlarmJournalEntry &entry)
{
    QJsonObject made {{QStringLiteral("t"), seconds(entry.time)},
                      {QStringLiteral("type"), text(entry.type)}};
    const auto put = [&made](const char *name, const std::string &value) {
        if (!value.empty())
            made.insert(key(name), text(value));
    };
    put("alarm", entry.alarm);
    put("from", entry.from);
    put("to", entry.to);
    put("reason", entry.reason);
    put("by", entry.by);
    put("text", entry.text);
    put("action", entry.action);
    if (!entry.alarm.empty())
        made.insert(key("occ"), double(entry.occurrence));
    if (entry.hasEventTime)
        made.insert(key("et"), seconds(entry.eventTime));
    if (entry.until)
        made.insert(key("until"), seconds(*entry.until));
    if (entry.late)
        made.insert(key("late"), true);
    if (entry.firstOut)
        made.insert(key("first_out"), true);
    if (entry.count)
        made.insert(key("count"), double(*entry.count));
    if (!entry.set.empty())
        made.insert(key("set"),
                    QJsonDocument::fromJson(QByteArray::fromStdString(entry.set)).object());
    return made;
}

QJsonObject toJson(const AlarmNotification &notification)
{
    QJsonObject made {{QStringLiteral("t"), seconds(notification.time)},
                      {QStringLiteral("kind"), key(notificationWord(notification.kind))}};
    if (notification.kind == AlarmNotification::Kind::Digest) {
        made.insert(key("count"), double(notification.count));
        return made;
    }
    made.insert(key("alarm"), text(notification.alarm));
    made.insert(key("occ"), double(notification.occurrence));
    return made;
}

} // namespace

CaseRunner::CaseRunner(const QJsonObject &object)
    : m_case(object)
{ }

QString CaseRunner::run()
{
    if (!setUp())
        return m_problem;
    const QJsonArray inputs = m_case.value(key("inputs")).toArray();
    for (const QJsonValue &input : inputs) {
        if (!apply(input.toObject()))
            return m_problem;
    }
    m_engine->advanceTo(at(m_case.value(key("run_until")).toDouble()));
    collect();
    return m_problem;
}

bool CaseRunner::setUp()
{
    m_limits = limitsOf(m_case.value(key("config")).toObject(), m_problem);
    const Result<RuleSet> set
        = parse(m_case.value(key("rules")).toArray(), m_case.value(key("groups")).toArray());
    if (!set) {
        m_problem = text(set.error().detail);
        return false;
    }
    m_groups = set->groups;
    m_engine = std::make_unique<AlarmEngine>(m_limits);
    m_engine->setRules(kBase, set->rules, m_groups, nullptr);
    return m_problem.isEmpty();
}

bool CaseRunner::apply(const QJsonObject &input)
{
    const AlarmTime t = at(input.value(key("t")).toDouble());
    const std::string op = text(input, "op");
    if (op == "sample") {
        if (t >= m_downUntil)
            sample(input, t);
    } else if (op == "conn") {
        m_engine->connection(t, 0, input.value(key("up")).toBool(), t);
    } else if (op == "restart") {
        restart(t, input.value(key("down_s")).toDouble());
    } else if (op == "config") {
        configure(input, t);
    } else if (!act(input, t)) {
        m_problem = QStringLiteral("op %1 is not known").arg(text(op));
    }
    collect();
    return m_problem.isEmpty();
}

bool CaseRunner::act(const QJsonObject &input, AlarmTime t)
{
    const std::string op = text(input, "op");
    const std::string alarm = text(input, "alarm");
    const bool hasReason = input.contains(key("reason"));
    const AlarmEngine::Actor actor {text(input, "by"), roleOf(input),
                                    text(input, hasReason ? "reason" : "text")};
    if (op == "ack")
        m_engine->acknowledge(t, alarm, actor,
                              static_cast<std::uint64_t>(input.value(key("occ")).toInteger()));
    else if (op == "ack_group")
        m_engine->acknowledgeGroup(t, text(input, "group"), actor);
    else if (op == "reset")
        m_engine->reset(t, alarm, actor);
    else if (op == "shelve")
        m_engine->shelve(t, alarm, actor, input.value(key("for_s")).toDouble(),
                         input.value(key("one_shot")).toBool());
    else if (op == "unshelve")
        m_engine->unshelve(t, alarm, actor);
    else if (op == "oos")
        m_engine->takeOutOfService(t, alarm, actor);
    else if (op == "rts")
        m_engine->returnToService(t, alarm, actor);
    else if (op == "silence")
        m_engine->silence(t, actor);
    else if (op == "comment")
        m_engine->comment(t, alarm, actor);
    else
        return false;
    return true;
}

void CaseRunner::sample(const QJsonObject &input, AlarmTime t)
{
    const QString path = input.value(key("tag")).toString();
    addTag(path, t);
    const auto place = std::find(m_tags.begin(), m_tags.end(), path.toStdString());
    AlarmSample sample;
    const QJsonValue te = input.value(key("te"));
    sample.time = te.isUndefined() ? t : at(te.toDouble());
    const std::string quality = text(input, "q");
    if (quality == "bad")
        sample.quality = Quality::Status::Bad;
    else if (quality == "uncertain")
        sample.quality = Quality::Status::Uncertain;
    const QJsonValue value = input.value(key("v"));
    const std::string words = value.toString().toStdString();
    if (value.isBool()) {
        sample.type = AlarmSample::Type::Boolean;
        sample.value = value.toBool() ? 1.0 : 0.0;
    } else if (value.isDouble()) {
        sample.value = value.toDouble();
    } else if (words == "NaN") {
        sample.value = std::nan("");
    } else if (words == "Infinity" || words == "-Infinity") {
        sample.value = words[0] == '-' ? -INFINITY : INFINITY;
    } else {
        sample.type = AlarmSample::Type::Text;
        sample.text = words;
    }
    m_engine->sample(t, TagId {static_cast<std::uint32_t>(place - m_tags.begin())}, sample);
    m_engine->advanceTo(t);
}

void CaseRunner::addTag(const QString &path, AlarmTime t)
{
    const std::string name = path.toStdString();
    if (std::find(m_tags.begin(), m_tags.end(), name) != m_tags.end())
        return;
    m_tags.push_back(name);
    const SourceId source;
    m_engine->addTags(t, m_tags.size() - 1, {&name, 1}, {&source, 1});
}

void CaseRunner::configure(const QJsonObject &input, AlarmTime t)
{
    const QString alarm = input.value(key("alarm")).toString();
    const QJsonObject set = input.value(key("set")).toObject();
    QJsonArray rules = m_case.value(key("rules")).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QJsonObject rule = rules[i].toObject();
        if (rule.value(key("id")).toString() != alarm)
            continue;
        for (auto it = set.begin(); it != set.end(); ++it)
            rule.insert(it.key(), it.value());
        rules[i] = rule;
    }
    m_case.insert(key("rules"), rules);
    const Result<RuleSet> parsed = parse(rules, {});
    if (!parsed) {
        m_problem = text(parsed.error().detail);
        return;
    }
    const AlarmEngine::Actor actor {text(input, "by"), roleOf(input), {}};
    m_engine->setRules(t, parsed->rules, m_groups, &actor);
}

/// What a program does that was killed at `t`: everything it knows comes from the saved bytes.
void CaseRunner::restart(AlarmTime t, double downSeconds)
{
    m_engine->advanceTo(t);
    collect();
    m_downUntil = t + toAlarmTime(downSeconds);
    auto next = std::make_unique<AlarmEngine>(m_limits);
    bool isRead = next->restoreGlobals(m_engine->saveGlobals());
    for (std::uint32_t i = 0; i < m_engine->alarms().size(); ++i)
        isRead = next->restoreAlarm(m_engine->alarms()[i].id, m_engine->saveAlarm(i)) && isRead;
    for (std::uint32_t i = 0; i < m_engine->inputCount(); ++i)
        isRead = next->restoreInput(m_engine->input(i).path, m_engine->saveInput(i)) && isRead;
    next->setRules(m_downUntil, m_engine->rules(), m_groups, nullptr);
    const std::vector<SourceId> sources(m_tags.size());
    next->addTags(m_downUntil, 0, m_tags, sources);
    next->start(m_downUntil);
    m_engine = std::move(next);
    if (!isRead)
        m_problem = QStringLiteral("the saved state could not be read");
}

void CaseRunner::collect()
{
    AlarmOutput &output = m_engine->output();
    for (const AlarmOutput::Change &change : output.states)
        m_states.append(
            QJsonObject {{QStringLiteral("t"), seconds(change.time)},
                         {QStringLiteral("alarm"), text(m_engine->alarms()[change.alarm].id)},
                         {QStringLiteral("state"), key(stateWord(change.state))}});
    for (const AlarmJournalEntry &entry : output.journal)
        m_journal.append(toJson(entry));
    for (const AlarmNotification &notification : output.notifications)
        m_notifications.append(toJson(notification));
    for (const AlarmOutput::Horn &horn : output.horn)
        m_horn.append(QJsonObject {{QStringLiteral("t"), seconds(horn.time)},
                                   {QStringLiteral("on"), horn.isOn}});
    output.clear();
}

QJsonObject CaseRunner::result() const
{
    return {{QStringLiteral("states"), m_states},
            {QStringLiteral("journal"), m_journal},
            {QStringLiteral("notifications"), m_notifications},
            {QStringLiteral("horn"), m_horn}};
}

QJsonObject runKpiCase(const QJsonObject &object)
{
    std::vector<AlarmJournalEntry> entries;
    const QJsonArray list = object.value(key("events")).toArray();
    for (const QJsonValue &item : list) {
        const QJsonObject given = item.toObject();
        AlarmJournalEntry entry;
        entry.time = timestampFromMicroseconds(toAlarmTime(given.value(key("t")).toDouble()));
        entry.type = text(given, "type");
        entry.alarm = text(given, "alarm");
        entry.priority = given.value(key("priority")).toInt();
        entries.push_back(entry);
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.time < b.time; });
    const AlarmTime period = toAlarmTime(object.value(key("period_s")).toDouble());
    const TimeRange range {{}, timestampFromMicroseconds(period)};
    KeyFigureCounter counter(range, range.from, FigureRules());
    for (const AlarmJournalEntry &entry : entries)
        counter.add(entry);
    const KeyFigures figures = counter.take();
    const auto percent = [](std::uint64_t part, std::uint64_t whole) {
        return 100.0 * double(part) / double(whole);
    };
    QJsonObject shares;
    for (std::size_t priority = 1; priority <= 4; ++priority)
        shares.insert(QString::number(priority),
                      percent(figures.byPriority[priority], figures.annunciated));
    const AcknowledgeTimes &acknowledged = figures.acknowledged[0];
    return {{QStringLiteral("annunciated"), double(figures.annunciated)},
            {QStringLiteral("per_hour"), double(figures.annunciated) / figures.hoursLong()},
            {QStringLiteral("per_10min"), double(figures.annunciated) / figures.hoursLong() / 6.0},
            {QStringLiteral("max_10min"), double(figures.mostInTenMinutes)},
            {QStringLiteral("pct_10min_over_10"), percent(figures.binsOverTen, figures.bins)},
            {QStringLiteral("pct_hours_over_30"), percent(figures.hoursOverThirty, figures.hours)},
            {QStringLiteral("pct_time_in_flood"), figures.floodPercent()},
            {QStringLiteral("top10_pct"), figures.topTenPercent()},
            {QStringLiteral("priority_pct"), shares},
            {QStringLiteral("chattering"), double(figures.chattering)},
            {QStringLiteral("fleeting"), double(figures.fleeting)},
            {QStringLiteral("stale"), double(figures.stale)},
            {QStringLiteral("median_ack_s"),
             acknowledged.count > 0 ? QJsonValue(acknowledged.medianSeconds)
                                    : QJsonValue(QJsonValue::Null)}};
}

} // namespace telltale::test
