#include "models/handover_table.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/hiding.h"
#include "models/journal_words.h"
#include "models/key_figure_words.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"

#include <QDateTime>

#include <cmath>

namespace telltale {
namespace {

using Part = HandoverPart;

const QString kNothing = QString(QChar(0x2013));

TableCell priorityCell(int priority)
{
    return {AlarmWords::numbered(priority), priority};
}

QString orNothing(const QString &text)
{
    return text.isEmpty() ? kNothing : text;
}

/// The names of the assets of `rows`, told apart.
template <typename Rows, typename AssetOf>
std::vector<QString> places(const TagRegistry &tags, const Rows &rows, AssetOf asset)
{
    std::vector<std::string> assets;
    for (const auto &row : rows)
        assets.push_back(asset(row));
    return assetNames(tags, assets);
}

} // namespace

HandoverTable::HandoverTable(const Handover &handover, const TagRegistry &tags, QTimeZone zone,
                             QLocale locale)
    : m_handover(handover)
    , m_tags(tags)
    , m_zone(std::move(zone))
    , m_locale(std::move(locale))
{ }

QString HandoverTable::title(Part part)
{
    switch (part) {
    case Part::Notes:
        return tr("Notes");
    case Part::Active:
        return tr("Alarms now");
    case Part::Shelved:
        return tr("Shelved");
    case Part::OutOfService:
        return tr("Out of service");
    case Part::Suppressed:
        return tr("Suppressed");
    case Part::Urgent:
        return tr("Critical and high");
    case Part::Actions:
        return tr("Actions");
    case Part::Figures:
        break;
    }
    return tr("Key figures");
}

QString HandoverTable::none(Part part)
{
    switch (part) {
    case Part::Notes:
        return tr("No note was written for the next shift.");
    case Part::Active:
        return tr("No alarm is active, and none waits for an acknowledgement.");
    case Part::Shelved:
        return tr("No alarm is shelved.");
    case Part::OutOfService:
        return tr("No alarm is out of service.");
    case Part::Suppressed:
        return tr("No alarm is suppressed by design.");
    case Part::Urgent:
        return tr("No critical or high alarm came in this shift.");
    case Part::Actions:
        return tr("Nobody did anything with alarms in this shift.");
    case Part::Figures:
        break;
    }
    return {};
}

std::vector<TableColumn> HandoverTable::columns(Part part)
{
    const TableColumn priority {tr("Priority")};
    const TableColumn alarm {tr("Alarm")};
    const TableColumn asset {tr("Asset")};
    const TableColumn since {tr("Since")};
    const TableColumn by {tr("By", "heading: who did it")};
    const TableColumn reason {tr("Reason")};
    switch (part) {
    case Part::Notes:
        return {{tr("Written")}, by, {tr("Note")}};
    case Part::Active:
        return {priority, alarm, asset, {tr("State")}, since, {tr("Condition")}};
    case Part::Shelved:
        return {priority, alarm, asset, since, {tr("Ends")}, by, reason};
    case Part::OutOfService:
        return {priority, alarm, asset, since, {tr("For", "heading: how long")}, by, reason};
    case Part::Suppressed:
        return {priority, alarm, asset, since, {tr("Because")}};
    case Part::Urgent:
        return {priority, alarm, asset, {tr("Came")}, {tr("Returned")}, {tr("Acknowledged")}};
    case Part::Actions:
        return {{tr("Time")}, {tr("What")}, by, alarm, asset, {tr("Words")}};
    case Part::Figures:
        break;
    }
    return {{tr("Key figure")}, {tr("Figure"), true}, {tr("Target")}, {tr("Of the shift")}};
}

bool HandoverTable::hasPriority(Part part)
{
    return part != Part::Notes && part != Part::Actions && part != Part::Figures;
}

std::vector<TableRow> HandoverTable::rows(Part part) const
{
    switch (part) {
    case Part::Notes:
        return notes();
    case Part::Active:
        return active();
    case Part::Shelved:
        return hidden(AlarmState::Shelved);
    case Part::OutOfService:
        return hidden(AlarmState::OutOfService);
    case Part::Suppressed:
        return hidden(AlarmState::Suppressed);
    case Part::Urgent:
        return urgent();
    case Part::Actions:
        return actions();
    case Part::Figures:
        break;
    }
    return figures();
}

QString HandoverTable::rest(Part part) const
{
    if (part == Part::Urgent && m_handover.moreUrgent > 0)
        return tr("%1 more alarm(s) found no room; the journal has them.", nullptr,
                  static_cast<int>(m_handover.moreUrgent))
            .arg(countText(m_handover.moreUrgent));
    if (part == Part::Actions && m_handover.moreActions > 0)
        return tr("%1 more action(s) found no room; the journal has them.", nullptr,
                  static_cast<int>(m_handover.moreActions))
            .arg(countText(m_handover.moreActions));
    return {};
}

QString HandoverTable::shift() const
{
    const auto local = [this](Timestamp time) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, m_zone);
    };
    const QDateTime from = local(m_handover.shift.from);
    const QDateTime to = local(m_handover.shift.to);
    const QString clock = QStringLiteral("HH:mm");
    const QString end = from.date() == to.date()
        ? to.toString(clock)
        : m_locale.toString(to, QStringLiteral("d MMM HH:mm"));
    //: of a shift: %1 begin, %2 end
    return tr("%1 to %2").arg(m_locale.toString(from, QStringLiteral("d MMM yyyy HH:mm")), end);
}

QString HandoverTable::counts() const
{
    const QString counts = AlarmWords::counts(m_handover.figures.byPriority);
    return counts.isEmpty() ? tr("none", "alarms") : counts;
}

QString HandoverTable::time(Timestamp time) const
{
    return timeText(time, m_handover.now, m_zone);
}

QString HandoverTable::words(const AlarmJournalEntry &note)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(note.text).split(QLatin1Char('\n')))
        lines << shownText(line.toStdString());
    return lines.join(QLatin1Char('\n'));
}

std::vector<TableRow> HandoverTable::notes() const
{
    std::vector<TableRow> rows;
    for (const AlarmJournalEntry &note : m_handover.notes)
        rows.push_back({std::to_string(note.sequence),
                        {{time(note.time)}, {orNothing(shownText(note.by))}, {words(note)}}});
    return rows;
}

std::vector<TableRow> HandoverTable::active() const
{
    const std::vector<AlarmRow> &alarms = m_handover.alarms->rows;
    const std::vector<QString> names
        = places(m_tags, alarms, [](const AlarmRow &row) { return row.asset; });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const AlarmRow &row = alarms[i];
        rows.push_back({row.id,
                        {priorityCell(row.priority),
                         {AlarmWords::title(row)},
                         {names[i]},
                         {AlarmWords::state(row.state)},
                         {time(row.since)},
                         {condition(row)}},
                        shownText(row.tag)});
    }
    return rows;
}

/// "86.4 °C · ≥ 85.0", as the tag shows numbers; the value is that of the annunciation.
QString HandoverTable::condition(const AlarmRow &row) const
{
    const TagId tag = m_tags.find(row.tag);
    const int decimals = tag.isValid() ? m_tags.info(tag).decimals : -1;
    const QString violated = AlarmWords::condition(row, decimals, m_locale);
    if (!row.limit || !std::isfinite(row.value))
        return violated;
    const QString value
        = numberText(row.value, decimals, m_locale) + QChar(QChar::Nbsp) + shownText(row.unit);
    return value.trimmed() + QStringLiteral(" · ") + violated;
}

std::vector<TableRow> HandoverTable::hidden(AlarmState state) const
{
    std::vector<AlarmRow> alarms;
    for (const AlarmRow &row : m_handover.alarms->suppressed) {
        if (row.state == state)
            alarms.push_back(row);
    }
    const std::vector<QString> names
        = places(m_tags, alarms, [](const AlarmRow &row) { return row.asset; });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const AlarmRow &row = alarms[i];
        TableRow made {row.id,
                       {priorityCell(row.priority),
                        {AlarmWords::title(row)},
                        {names[i]},
                        {row.hiddenSince ? time(*row.hiddenSince) : kNothing}},
                       shownText(row.tag)};
        for (TableCell &cell : whyHidden(row))
            made.cells.push_back(std::move(cell));
        rows.push_back(std::move(made));
    }
    return rows;
}

/// The columns behind the time since when it is hidden.
std::vector<TableCell> HandoverTable::whyHidden(const AlarmRow &row) const
{
    const TableCell reason {orNothing(Hiding::why(row))};
    const TableCell by {orNothing(shownText(row.hiddenBy))};
    if (row.state == AlarmState::Suppressed)
        return {reason};
    if (row.state == AlarmState::Shelved)
        return {{orNothing(Hiding::end(row, m_handover.now, m_zone))}, by, reason};
    return {{Hiding::age(row, m_handover.now)}, by, reason};
}

std::vector<TableRow> HandoverTable::urgent() const
{
    const std::vector<AlarmOccurrence> &alarms = m_handover.urgent;
    const std::vector<QString> names
        = places(m_tags, alarms, [](const AlarmOccurrence &alarm) { return assetPath(alarm.tag); });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const AlarmOccurrence &alarm = alarms[i];
        QString answer = tr("no", "not acknowledged");
        if (alarm.acknowledged)
            //: %1 a time, %2 who
            answer
                = tr("%1 by %2")
                      .arg(time(*alarm.acknowledged), orNothing(shownText(alarm.acknowledgedBy)));
        rows.push_back({std::to_string(i) + '/' + alarm.alarm,
                        {priorityCell(alarm.priority),
                         {AlarmWords::title(alarm.alarm, alarm.title)},
                         {names[i]},
                         {alarm.since ? time(*alarm.since) : tr("before")},
                         {alarm.returned ? time(*alarm.returned) : tr("not in this shift")},
                         {answer}},
                        shownText(alarm.tag)});
    }
    return rows;
}

std::vector<TableRow> HandoverTable::actions() const
{
    const std::vector<AlarmJournalEntry> &actions = m_handover.actions;
    const std::vector<QString> names = places(
        m_tags, actions, [](const AlarmJournalEntry &entry) { return assetPath(entry.tag); });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const AlarmJournalEntry &entry = actions[i];
        const bool isOfOne = !entry.alarm.empty();
        rows.push_back({std::to_string(entry.sequence),
                        {{time(entry.time)},
                         {AlarmWords::journalType(entry.type)},
                         {orNothing(shownText(entry.by))},
                         {isOfOne ? AlarmWords::title(entry.alarm, entry.title) : kNothing},
                         {orNothing(names[i])},
                         {JournalWords::of(entry, m_handover.now, m_zone)}},
                        shownText(entry.tag)});
    }
    return rows;
}

std::vector<TableRow> HandoverTable::figures() const
{
    std::vector<TableRow> rows;
    for (const KeyFigure &figure : judged(m_handover.figures)) {
        const QString name = KeyFigureWords::name(figure.kind, figure.priority);
        TableCell value {KeyFigureWords::value(figure, m_locale)};
        if (figure.value)
            value.value = *figure.value;
        rows.push_back({name.toStdString(),
                        {{name},
                         value,
                         {KeyFigureWords::target(figure.kind, figure.priority, m_locale), {}, true},
                         {KeyFigureWords::verdict(figure)}}});
    }
    return rows;
}

} // namespace telltale
