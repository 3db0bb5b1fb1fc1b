#include "widgets/reports/handover_writer.h"

#include "widgets/reports/report_canvas.h"
#include "widgets/reports/report_pages.h"
#include "widgets/reports/report_table.h"

#include "models/handover_table.h"
#include "models/value_text.h"
#include "models/zone_text.h"

#include <QCoreApplication>

namespace telltale {
namespace {

constexpr double kSignature = 46.0;
constexpr double kSignatureName = 22.0;

/// The sections of a hand-over on paper, one after the other.
class HandoverSections
{
    Q_DECLARE_TR_FUNCTIONS(HandoverSections)

public:
    HandoverSections(ReportCanvas &canvas, const Handover &handover, const TagRegistry &tags,
                     const HandoverPaper &paper)
        : m_canvas(canvas)
        , m_handover(handover)
        , m_paper(paper)
        , m_table(handover, tags, paper.zone, paper.locale)
    { }

    static QString title() { return tr("Shift hand-over"); }
    void paint();

private:
    void paintHead();
    void paintSignatures();
    void paintNotes();
    void paintPart(HandoverPart part);
    static bool endsBelow(HandoverPart part);
    static std::vector<double> shares(HandoverPart part);
    QString outOfService() const;

    ReportCanvas &m_canvas;
    const Handover &m_handover;
    const HandoverPaper &m_paper;
    const HandoverTable m_table;
};

void HandoverSections::paint()
{
    paintHead();
    paintNotes();
    for (int i = 0; i < kHandoverParts; ++i) {
        const auto part = static_cast<HandoverPart>(i);
        if (part != HandoverPart::Notes && !m_canvas.isCancelled())
            paintPart(part);
    }
}

void HandoverSections::paintHead()
{
    const AlarmSnapshot &alarms = *m_handover.alarms;
    m_canvas.line(shownText(m_paper.site), ReportCanvas::Size::Heading, true);
    m_canvas.line(title(), ReportCanvas::Size::Title);
    m_canvas.skip(10.0);
    m_canvas.rule();
    m_canvas.skip(8.0);
    m_canvas.fact(tr("Shift"), m_table.shift());
    // of a shift that is over, what is active and hidden is nevertheless that of now
    m_canvas.fact(m_handover.isRunning() ? tr("As far as") : tr("Active and hidden as of"),
                  m_table.time(m_handover.now));
    m_canvas.fact(tr("Time zone"), zoneText(m_handover.shift, m_paper.zone));
    if (!m_paper.madeBy.empty())
        m_canvas.fact(tr("By"), shownText(m_paper.madeBy));
    m_canvas.fact(tr("Alarms that came"), m_table.counts());
    m_canvas.fact(tr("Active or not acknowledged"), countText(alarms.rows.size()));
    m_canvas.fact(tr("Shelved"), countText(alarms.shelved));
    m_canvas.fact(tr("Out of service"), outOfService());
    m_canvas.fact(tr("Suppressed by design"), countText(alarms.suppressedByDesign));
    m_canvas.skip(8.0);
    m_canvas.rule();
    paintSignatures();
}

QString HandoverSections::outOfService() const
{
    const QString all = countText(m_handover.alarms->outOfService);
    const auto isLong = static_cast<int>(m_handover.longOutOfService());
    return isLong == 0 ? all : tr("%1, %n of them over 24 h", nullptr, isLong).arg(all);
}

/// Room for two names by hand.
void HandoverSections::paintSignatures()
{
    const double half = m_canvas.width() / 2.0;
    const double top = m_canvas.top() + kSignature;
    const double left = m_canvas.left();
    m_canvas.skip(kSignature);
    m_canvas.rule(true);
    m_canvas.cell({left, top, half, kSignatureName}, tr("Handed over"), ReportCanvas::Size::Small,
                  Qt::AlignLeft, true);
    m_canvas.cell({left + half, top, half, kSignatureName}, tr("Taken over"),
                  ReportCanvas::Size::Small, Qt::AlignLeft, true);
    m_canvas.skip(kSignatureName);
}

void HandoverSections::paintNotes()
{
    m_canvas.heading(HandoverTable::title(HandoverPart::Notes));
    if (m_handover.notes.empty())
        return m_canvas.paragraph(HandoverTable::none(HandoverPart::Notes), true);
    for (const AlarmJournalEntry &note : m_handover.notes) {
        m_canvas.line(m_table.time(note.time) + QStringLiteral(" · ") + shownText(note.by),
                      ReportCanvas::Size::Small, true);
        for (const QString &line : HandoverTable::words(note).split(QLatin1Char('\n')))
            m_canvas.paragraph(line);
        m_canvas.skip(8.0);
    }
}

void HandoverSections::paintPart(HandoverPart part)
{
    const std::vector<TableRow> rows = m_table.rows(part);
    if (rows.empty()) {
        m_canvas.heading(HandoverTable::title(part));
        return m_canvas.paragraph(HandoverTable::none(part), true);
    }
    // the priority is a marker before the alarm
    const std::size_t first = HandoverTable::hasPriority(part) ? 1 : 0;
    const std::vector<TableColumn> headings = HandoverTable::columns(part);
    const std::size_t end = headings.size() - (endsBelow(part) ? 1 : 0);
    const std::vector<double> widths = shares(part);
    std::vector<ReportColumn> columns;
    for (std::size_t i = first; i < end; ++i)
        columns.push_back({headings[i].heading, widths[i - first], headings[i].isNumber});
    ReportTable table(m_canvas, std::move(columns));
    for (const TableRow &row : rows) {
        if (m_canvas.isCancelled())
            return;
        QStringList cells;
        for (std::size_t i = first; i < end; ++i)
            cells << row.cells[i].text;
        table.row(cells, endsBelow(part) ? row.cells.back().text : row.tip,
                  first == 1 ? row.cells[0].value.toInt() : 0);
    }
    m_canvas.heading(HandoverTable::title(part), table.leastHeight());
    table.paint();
    if (const QString rest = m_table.rest(part); !rest.isEmpty())
        m_canvas.paragraph(rest, true);
}

/// The words of people and reasons have the width of the page, below the rest of their row.
bool HandoverSections::endsBelow(HandoverPart part)
{
    return part == HandoverPart::Shelved || part == HandoverPart::OutOfService
        || part == HandoverPart::Suppressed || part == HandoverPart::Actions;
}

/// Of the columns on paper.
std::vector<double> HandoverSections::shares(HandoverPart part)
{
    switch (part) {
    case HandoverPart::Active:
        return {2.6, 2.0, 1.3, 1.3, 1.6};
    case HandoverPart::Shelved:
    case HandoverPart::OutOfService:
        return {2.6, 2.0, 1.3, 2.0, 0.9};
    case HandoverPart::Suppressed:
        return {3.0, 2.6, 1.4};
    case HandoverPart::Urgent:
        return {2.6, 2.0, 1.2, 1.4, 1.8};
    case HandoverPart::Actions:
        return {1.1, 2.0, 0.9, 2.6, 2.0};
    case HandoverPart::Notes:
    case HandoverPart::Figures:
        break;
    }
    return {3.4, 1.2, 1.8, 1.4};
}

} // namespace

Outcome writeHandover(const Handover &handover, const TagRegistry &tags, const HandoverPaper &paper,
                      const std::string &file, const CancelFlag *cancel)
{
    const QString title = HandoverSections::title();
    const QString shift = HandoverTable(handover, tags, paper.zone, paper.locale).shift();
    const QString dot = QStringLiteral(" · ");
    return writePages(
        {title, shownText(paper.site) + dot + title + dot + shift, file}, cancel,
        [&](ReportCanvas &canvas) { HandoverSections(canvas, handover, tags, paper).paint(); });
}

} // namespace telltale
