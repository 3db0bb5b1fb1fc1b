#include "widgets/reports/report_sections.h"

#include "widgets/reports/report_charts.h"
#include "widgets/reports/report_table.h"
#include "widgets/trends/trend_painter.h"

#include "models/alarm_words.h"
#include "models/key_figure_words.h"
#include "models/value_text.h"
#include "models/zone_text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace telltale {
namespace {

constexpr double kCoverTop = 150.0;
const QString kNothing = QString(QChar(0x2013));

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone);
}

QString fileName(const HistoryDamage &damage)
{
    return shownText(damage.file.substr(damage.file.rfind('/') + 1));
}

} // namespace

ReportSections::ReportSections(ReportCanvas &canvas, const ReportData &data,
                               const Workspace &workspace, std::vector<ReportEntry> contents)
    : m_canvas(canvas)
    , m_data(data)
    , m_workspace(workspace)
    , m_contents(std::move(contents))
{ }

QString ReportSections::title(const ReportData &data)
{
    return data.asset.empty() ? tr("Overview") : QString::fromStdString(data.assetName);
}

QString ReportSections::footer(const ReportData &data)
{
    return shownText(data.site) + QStringLiteral(" · ") + title(data);
}

void ReportSections::paint()
{
    paintCover();
    paintFigures();
    paintTrends();
    paintGaps();
    paintAlarms();
}

void ReportSections::paintCover()
{
    const TimeRange range = m_data.options.range;
    m_canvas.skip(kCoverTop);
    m_canvas.line(shownText(m_data.site), ReportCanvas::Size::Heading, true);
    m_canvas.line(title(m_data), ReportCanvas::Size::Title);
    const std::string above = assetPath(m_data.asset);
    if (!above.empty())
        m_canvas.line(shownText(above).replace(QLatin1Char('/'), QStringLiteral(" › ")),
                      ReportCanvas::Size::Text, true);
    m_canvas.skip(40.0);
    m_canvas.rule();
    m_canvas.skip(14.0);
    m_canvas.fact(tr("From"), longTime(range.from));
    m_canvas.fact(tr("To"), longTime(range.to));
    m_canvas.fact(tr("Period"), ageText(range.to - range.from));
    m_canvas.fact(tr("Time zone"), zoneText(range, m_data.options.zone));
    m_canvas.fact(tr("Made"), longTime(m_data.options.generatedAt));
    if (!m_data.options.generatedBy.empty())
        m_canvas.fact(tr("By"), shownText(m_data.options.generatedBy));
    m_canvas.skip(14.0);
    m_canvas.rule();
    m_canvas.skip(14.0);
    m_canvas.fact(tr("Tags"), number(static_cast<double>(m_data.tags.size()), 0));
    m_canvas.fact(tr("Samples"), number(static_cast<double>(m_data.samples()), 0));
    m_canvas.fact(tr("Good data"), m_data.samples() > 0 ? share(m_data.goodShare()) : kNothing);
    m_canvas.fact(tr("Gaps"), number(static_cast<double>(m_data.gaps.size()), 0));
    if (!m_data.damages.empty())
        m_canvas.fact(tr("Damaged"),
                      tr("%n file(s) of the history; what is missing is among the gaps", nullptr,
                         static_cast<int>(m_data.damages.size())));
    m_canvas.fact(tr("Alarms"), alarmCounts());
    if (m_data.left > 0)
        m_canvas.fact(
            tr("Not shown"),
            tr("%n more tag(s), for want of room", nullptr, static_cast<int>(m_data.left)));
    paintContents();
    m_canvas.newPage();
}

void ReportSections::paintContents()
{
    m_canvas.skip(14.0);
    m_canvas.rule();
    m_canvas.skip(14.0);
    for (const ReportEntry &entry : m_contents)
        m_canvas.fact(entry.title, tr("page %1").arg(entry.page));
}

/// A section, under its heading.
void ReportSections::begin(const QString &title, double following)
{
    m_canvas.heading(title, following);
    m_found.push_back({title, m_canvas.page()});
}

QString ReportSections::alarmCounts() const
{
    if (!m_data.hasAlarmJournal)
        return tr("no alarm journal");
    if (m_data.alarms.empty())
        return tr("none");
    std::array<std::uint64_t, 5> byPriority {};
    for (const AlarmOccurrence &alarm : m_data.alarms) {
        if (const auto priority = static_cast<std::size_t>(alarm.priority);
            priority < byPriority.size())
            ++byPriority[priority];
    }
    return QStringLiteral("%1 (%2)").arg(m_data.alarms.size()).arg(AlarmWords::counts(byPriority));
}

void ReportSections::paintFigures()
{
    begin(tr("Key figures"));
    if (m_data.tags.empty()) {
        m_canvas.paragraph(tr("There is no tag to report on."), true);
        return;
    }
    ReportTable table(m_canvas,
                      {{tr("Tag"), 3.2},
                       {tr("Unit"), 0.9},
                       {tr("Min"), 1.1, true},
                       {tr("Mean"), 1.1, true},
                       {tr("Max"), 1.1, true},
                       {tr("Last"), 1.1, true},
                       {tr("Samples"), 1.1, true},
                       {tr("Good"), 0.9, true}});
    for (const ReportTag &tag : m_data.tags) {
        if (m_canvas.isCancelled())
            return;
        const TagInfo &info = tag.trace.info;
        const TrendStatistics &figures = tag.figures;
        QStringList cells {tagTitle(info), shownText(info.unit)};
        if (figures.samples == 0) {
            cells << kNothing << kNothing << kNothing << kNothing;
        } else if (tag.trace.isOnOff) {
            cells << kNothing << tr("on %1").arg(share(figures.mean)) << kNothing
                  << (figures.last > 0.5 ? tr("on") : tr("off"));
        } else {
            for (const double value : {figures.min, figures.mean, figures.max, figures.last})
                cells << number(value, info.decimals);
        }
        cells << number(static_cast<double>(tag.samples()), 0)
              << (tag.samples() > 0 ? share(tag.goodShare()) : kNothing);
        table.row(cells, pathBelow(info.path));
    }
    table.paint();
}

/// The way to a tag: from the report's asset, or from the top.
QString ReportSections::pathBelow(const std::string &path) const
{
    const std::string above = assetPath(path);
    if (!m_data.asset.empty() && above.size() <= m_data.asset.size())
        return {};
    const std::size_t skipped = m_data.asset.empty() ? 0 : m_data.asset.size() + 1;
    return shownText(std::string_view(above).substr(skipped))
        .replace(QLatin1Char('/'), QStringLiteral(" › "));
}

void ReportSections::paintTrends()
{
    if (m_data.tags.empty())
        return;
    ReportCharts charts(m_canvas, m_data, m_workspace);
    begin(tr("Trends"), ReportCharts::roomOfOne());
    if (charts.isEmpty())
        m_canvas.paragraph(tr("There is no sample in this period."), true);
    charts.paint();
}

void ReportSections::paintGaps()
{
    begin(tr("Gaps"));
    if (m_data.gaps.empty() && m_data.damages.empty()) {
        m_canvas.paragraph(tr("No gap is on record for this period."), true);
        return;
    }
    ReportTable table(
        m_canvas,
        {{tr("From"), 1.4}, {tr("To"), 1.4}, {tr("Cause"), 2.2}, {tr("Connection"), 1.6}});
    const Timestamp made = m_data.options.generatedAt;
    const Timestamp end = std::min(m_data.options.range.to, made);
    for (const HistoryGap &gap : m_data.gaps) {
        if (m_canvas.isCancelled())
            return;
        const QString to = gap.range.to <= end ? timeText(gap.range.to)
            : end == made                      ? tr("not over yet")
                                               : tr("after the period");
        table.row({timeText(gap.range.from), to, gapWords(gap, end), connectionOf(gap)});
    }
    for (const HistoryDamage &damage : m_data.damages)
        table.row({timeText(std::max(damage.missing.from, m_data.options.range.from)),
                   timeText(std::min(damage.missing.to, end)),
                   tr("damaged file %1").arg(fileName(damage)), kNothing});
    table.paint();
}

QString ReportSections::connectionOf(const HistoryGap &gap) const
{
    const auto &names = m_data.options.connections;
    const auto name = names.find(gap.source);
    return name == names.end() ? kNothing : shownText(name->second);
}

void ReportSections::paintAlarms()
{
    begin(tr("Alarms"));
    if (m_data.alarms.empty()) {
        m_canvas.paragraph(m_data.hasAlarmJournal ? tr("No alarm came in this period.")
                                                  : tr("There is no alarm journal."),
                           true);
        return;
    }
    if (m_data.alarmLoad)
        paintAlarmLoad(*m_data.alarmLoad);
    ReportTable table(m_canvas,
                      {{tr("Alarm"), 3.2},
                       {tr("Came"), 1.8},
                       {tr("Returned"), 1.8},
                       {tr("Value"), 1.1, true},
                       {tr("Limit"), 0.9, true}});
    for (const AlarmOccurrence &alarm : m_data.alarms) {
        if (m_canvas.isCancelled())
            return;
        table.row({AlarmWords::priority(alarm.priority) + QLatin1Char(' ')
                       + AlarmWords::title(alarm.alarm, alarm.title),
                   alarm.since ? timeText(*alarm.since) : tr("before"),
                   alarm.returned ? timeText(*alarm.returned) : tr("still on"), valueText(alarm),
                   alarm.limit ? limitText(alarm) : kNothing},
                  placeAndAnswer(alarm), alarm.priority);
    }
    table.paint();
    if (m_data.hasMoreAlarms)
        m_canvas.paragraph(tr("There were more alarms than a report has room for: these are those "
                              "that came first."),
                           true);
}

/// Beside the targets that the page of key figures has.
void ReportSections::paintAlarmLoad(const KeyFigures &load)
{
    ReportTable table(
        m_canvas,
        {{tr("Load by alarms"), 3.2}, {tr("Figure"), 1.1, true}, {tr("Target"), 1.1, true}});
    const auto count
        = [this](std::uint64_t value) { return number(static_cast<double>(value), 0); };
    const auto percent = [this](double value) { return share(value / 100.0); };
    using Kind = KeyFigure::Kind;
    const auto target
        = [this](Kind kind) { return KeyFigureWords::target(kind, 0, m_data.options.locale); };
    table.row({tr("Alarms per hour"),
               number(static_cast<double>(load.annunciated) / load.hoursLong(), 1),
               target(Kind::PerHour)});
    table.row(
        {tr("Most alarms within ten minutes"), count(load.mostInTenMinutes), target(Kind::Peak)});
    table.row({tr("Time in an alarm flood"), percent(load.floodPercent()), target(Kind::InFlood)});
    table.row({tr("Most alarms in the first ten minutes of a flood"),
               load.mostInUpset ? count(*load.mostInUpset) : kNothing, target(Kind::Upset)});
    table.row({tr("Share of the ten most frequent alarms"),
               load.hasTopTen() ? percent(load.topTenPercent()) : kNothing, target(Kind::TopTen)},
              load.hasTopTen() ? QString() : tr("not meaningful with few alarms"));
    table.row({tr("Chattering alarms: three times within a minute"), count(load.chattering),
               target(Kind::Chattering)});
    table.row(
        {tr("Fleeting alarms: shorter than 10 s"), count(load.fleeting), target(Kind::Fleeting)});
    table.row({tr("Half of the acknowledgements came within"),
               load.acknowledged[0].count > 0
                   ? tr("%1 s", "seconds").arg(number(load.acknowledged[0].medianSeconds, 0))
                   : kNothing,
               kNothing});
    table.paint();
    m_canvas.skip(14.0);
}

/// The value an alarm came with; the journal has numbers with a point.
QString ReportSections::valueText(const AlarmOccurrence &alarm) const
{
    bool isNumber = false;
    const double value = QString::fromStdString(alarm.value).toDouble(&isNumber);
    return isNumber ? quantity(value, alarm) : shownText(alarm.value);
}

/// A number as the tag of an alarm shows it.
QString ReportSections::quantity(double value, const AlarmOccurrence &alarm) const
{
    return (number(value, alarm.decimals) + QChar(QChar::Nbsp) + shownText(alarm.unit)).trimmed();
}

QString ReportSections::limitText(const AlarmOccurrence &alarm) const
{
    const QString limit = quantity(*alarm.limit, alarm);
    return alarm.limitSign.empty() ? limit
                                   : shownText(alarm.limitSign) + QChar(QChar::Nbsp) + limit;
}

/// Where an alarm is, and who acknowledged it when.
QString ReportSections::placeAndAnswer(const AlarmOccurrence &alarm) const
{
    const QString place = shownText(alarm.tag).replace(QLatin1Char('/'), QStringLiteral(" › "));
    QString answer = tr("not acknowledged");
    if (alarm.acknowledged)
        answer = alarm.acknowledgedBy.empty()
            ? tr("acknowledged %1").arg(timeText(*alarm.acknowledged))
            : tr("acknowledged %1 by %2")
                  .arg(timeText(*alarm.acknowledged), shownText(alarm.acknowledgedBy));
    return place.isEmpty() ? answer : place + QStringLiteral(" · ") + answer;
}

QString ReportSections::timeText(Timestamp time) const
{
    const QDateTime local = localTime(time, m_data.options.zone);
    const QString text = local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return hasTwoOffsets() ? text + QLatin1Char(' ') + local.timeZoneAbbreviation() : text;
}

/// The clock was put forward or back in the period: an hour may come twice.
bool ReportSections::hasTwoOffsets() const
{
    const QTimeZone &zone = m_data.options.zone;
    const TimeRange range = m_data.options.range;
    const QDateTime end = localTime(range.to, zone);
    const QTimeZone::OffsetData change = zone.nextTransition(localTime(range.from, zone));
    return change.atUtc.isValid() && change.atUtc < end;
}

QString ReportSections::longTime(Timestamp time) const
{
    const QDateTime local = localTime(time, m_data.options.zone);
    return m_data.options.locale.toString(local.date(), QLocale::LongFormat)
        + local.toString(QStringLiteral(", HH:mm:ss"));
}

QString ReportSections::number(double value, int decimals) const
{
    return numberText(value, decimals, m_data.options.locale);
}

/// "100 %" only if nothing is missing.
QString ReportSections::share(double part) const
{
    const double percent = part * 100.0;
    const double shown = part < 1.0 ? std::min(percent, 99.9) : percent;
    return number(shown, shown >= 100.0 || shown <= 0.0 ? 0 : 1) + QStringLiteral(" %");
}

} // namespace telltale
