#include "widgets/reports/journal_writer.h"

#include "widgets/reports/report_canvas.h"
#include "widgets/reports/report_pages.h"
#include "widgets/reports/report_table.h"

#include "models/alarm_words.h"
#include "models/journal_query.h"
#include "models/journal_words.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include <QCoreApplication>

namespace telltale {
namespace {

constexpr std::size_t kMostLines = 10'000;
constexpr Timestamp kNoDay {}; ///< on paper no day is today: times have their dates

/// The journal on paper.
class JournalPages
{
    Q_DECLARE_TR_FUNCTIONS(JournalPages)

public:
    static QString title() { return tr("Alarm journal"); }
    static QString made(const JournalPaper &paper);
    static void paint(ReportCanvas &canvas, const std::vector<AlarmJournalEntry> &entries,
                      const JournalOrder &order, const JournalHead &head,
                      const JournalPaper &paper);

private:
    static QStringList cells(const AlarmJournalEntry &entry, const JournalPaper &paper);
    static QString happened(const AlarmJournalEntry &entry, const JournalPaper &paper);
};

QString JournalPages::made(const JournalPaper &paper)
{
    const QString time = timeText(paper.now, kNoDay, paper.zone) + QLatin1Char(' ')
        + paper.zone.abbreviation(QDateTime::fromMSecsSinceEpoch(toMicroseconds(paper.now) / 1000));
    return paper.by.empty()
        ? tr("Made %1", "a time").arg(time)
        : tr("Made %1 by %2", "a time, a person").arg(time, shownText(paper.by));
}

void JournalPages::paint(ReportCanvas &canvas, const std::vector<AlarmJournalEntry> &entries,
                         const JournalOrder &order, const JournalHead &head,
                         const JournalPaper &paper)
{
    canvas.line(shownText(paper.site), ReportCanvas::Size::Heading, true);
    canvas.line(title(), ReportCanvas::Size::Title);
    canvas.skip(8.0);
    canvas.paragraph(tr("%n line(s) of the journal, oldest first. Looked for: %1.", nullptr,
                        static_cast<int>(entries.size()))
                         .arg(JournalQuery::shown(order.filter, kNoDay, paper.zone)));
    canvas.paragraph(made(paper));
    canvas.paragraph(tr("The newest line was number %1, its checksum %2.")
                         .arg(countText(head.last), QString::fromStdString(hexText(head.hash))),
                     true);
    if (!order.fault.empty())
        canvas.paragraph(tr("Warning: the journal is not as it was written: %1.")
                             .arg(ToldWords::detail(order.fault)));
    canvas.skip(8.0);
    ReportTable table(canvas,
                      {{tr("Written (%1)")
                            .arg(paper.zone.abbreviation(
                                QDateTime::fromMSecsSinceEpoch(toMicroseconds(paper.now) / 1000))),
                        1.2},
                       {tr("Happened"), 1.0},
                       {tr("What"), 1.4},
                       {tr("Asset"), 1.8},
                       {tr("Alarm"), 2.0},
                       {tr("State"), 1.4},
                       {tr("Value"), 1.0, true},
                       {tr("By", "heading: who did it"), 0.8}});
    for (const AlarmJournalEntry &entry : entries) {
        if (canvas.isCancelled())
            return;
        table.row(cells(entry, paper), JournalWords::of(entry, kNoDay, paper.zone), entry.priority);
    }
    table.paint();
}

QStringList JournalPages::cells(const AlarmJournalEntry &entry, const JournalPaper &paper)
{
    return {timeText(entry.time, kNoDay, paper.zone),
            happened(entry, paper),
            AlarmWords::journalType(entry.type),
            JournalWords::place(entry, *paper.tags),
            AlarmWords::title(entry.alarm, entry.title),
            JournalWords::change(entry),
            JournalWords::value(entry, *paper.tags, paper.locale),
            shownText(entry.by)};
}

/// Where that is another second than the one it was written in, with a date if it is another day.
QString JournalPages::happened(const AlarmJournalEntry &entry, const JournalPaper &paper)
{
    const QString time = timeText(entry.eventTime, entry.time, paper.zone);
    const bool isOther = entry.hasEventTime && time != timeText(entry.time, entry.time, paper.zone);
    if (!entry.late)
        return isOther ? time : QString();
    return (isOther ? time + QLatin1Char(' ') : QString()) + tr("late");
}

} // namespace

Result<JournalExport> writeJournal(AlarmReader &reader, const JournalOrder &order,
                                   const JournalPaper &paper, OutputFile &file,
                                   const CancelFlag &cancel)
{
    const Result<JournalHead> head = reader.head();
    if (!head.ok())
        return head.error();
    std::vector<AlarmJournalEntry> entries;
    const Outcome read = walkEntries(reader, order.filter, head.value(), cancel,
                                     [&entries](AlarmJournalEntry entry, const JournalHash &) {
                                         entries.push_back(std::move(entry));
                                         return entries.size() <= kMostLines;
                                     });
    if (!read.ok())
        return read.error();
    if (entries.size() > kMostLines)
        return Error {Error::Code::LimitExceeded,
                      "more than " + std::to_string(kMostLines)
                          + " lines are too many for paper: narrow what is looked for"};
    const Result<std::string> pages = drawPages(
        {JournalPages::title(),
         QStringList {shownText(paper.site), JournalPages::title(), JournalPages::made(paper)}.join(
             QStringLiteral(" · ")),
         {}},
        &cancel, [&](ReportCanvas &canvas) {
            JournalPages::paint(canvas, entries, order, head.value(), paper);
        });
    if (!pages.ok())
        return pages.error();
    if (const Outcome written = file.write(pages.value()); !written.ok())
        return written.error();
    return JournalExport {entries.size(), head.value()};
}

} // namespace telltale
