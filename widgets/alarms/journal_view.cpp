#include "widgets/alarms/journal_view.h"

#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/period_edit.h"
#include "widgets/common/theme.h"
#include "widgets/reports/journal_writer.h"

#include "models/journal_exporter.h"
#include "models/journal_model.h"
#include "models/journal_query.h"
#include "models/report_data.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr auto kPeriodPace = 1min; ///< a period moves on in such steps
constexpr int kTagWidth = 220;
constexpr int kRoomBesideTag = 48; ///< for the frame and the button that clears it
constexpr int kKindLetters = 16;

struct Period
{
    QString name;
    std::chrono::hours length; ///< 0: all
};

JournalExporter::Writer paperWriter(const Plant &plant)
{
    const JournalPaper paper {plant.tags, siteOf(*plant.workspace), plant.zone,
                              QLocale(),  plant.clock->now(),       plant.user};
    return [paper](AlarmReader &reader, const JournalOrder &order, OutputFile &file,
                   const CancelFlag &cancel) {
        return writeJournal(reader, order, paper, file, cancel);
    };
}

std::vector<Period> periods()
{
    return {{JournalView::tr("Any time"), 0h},      {JournalView::tr("Last hour"), 1h},
            {JournalView::tr("Last 8 h"), 8h},      {JournalView::tr("Last 24 h"), 24h},
            {JournalView::tr("Last 7 days"), 168h}, {JournalView::tr("Last 30 days"), 720h}};
}

} // namespace

JournalView::JournalView(const Plant &plant, AlarmJournal &journal, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_model(new JournalModel(plant, journal, this))
    , m_exporter(new JournalExporter(plant, this))
    , m_table(new DataTable(QStringLiteral("alarm_lines"), tr("Alarm journal")))
    , m_period(new QComboBox)
    , m_chosen(new PeriodEdit(plant.zone, {plant.clock->now() - 24h, plant.clock->now()}))
    , m_kind(new QComboBox)
    , m_tag(new QLineEdit)
    , m_export(new QPushButton(tr("Export…")))
    , m_said(new ElidedLabel)
    , m_state(new QLabel)
{
    m_state->setObjectName(QStringLiteral("second"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeChoices());
    m_chosen->layout()->setContentsMargins(12, 0, 12, 6);
    m_chosen->hide();
    column->addWidget(m_chosen);
    column->addWidget(m_table, 1);
    column->addWidget(m_state);
    m_table->setModel(m_model);
    m_table->setColumns({{140, 6},
                         {140, 6, 7},
                         {130, 6},
                         {72, 4, 3},
                         {108, 24},
                         {166, 20},
                         {44, 2, 6},
                         {136, 8, 5},
                         {84, 6, 2},
                         {60, 8, 1},
                         {90, 20, 4}});
    m_table->fitToWords();
    connect(m_model, &JournalModel::failed, this,
            [this](const Error &error) { showFault(ErrorWords::sentence(error)); });
    connect(m_model, &JournalModel::taken, this, [this] {
        m_fault.clear();
        showFound();
    });
    connect(m_model, &JournalModel::searching, this, [this] {
        //: %1 the time it has come back to
        showState(tr("Searching … back to %1")
                      .arg(timeText(m_model->reached(), m_plant.clock->now(), m_plant.zone)));
    });
    connect(m_exporter, &JournalExporter::done, this, [this](int entries, const QString &fault) {
        //: %1 what was found
        const QString warning = tr("but the journal is not as it was written: %1").arg(fault);
        say(tr("%n line(s) exported; the journal says so", nullptr, entries)
            + (fault.isEmpty() ? QString() : QStringLiteral(" — ") + warning));
    });
    connect(m_exporter, &JournalExporter::refused, this, &JournalView::say);
    connect(m_exporter, &JournalExporter::failed, this,
            [this](const Error &error) { say(ErrorWords::unsaved(error)); });
    showState(tr("Reading the journal …"));
}

QWidget *JournalView::makeChoices()
{
    auto *choices = new HeadRow;
    choices->setContentsMargins(12, 6, 12, 6);
    choices->keepWords();
    for (const Period &period : periods())
        m_period->addItem(period.name);
    m_period->addItem(tr("From … to"));
    for (const JournalQuery::Kind &kind : JournalQuery::kinds())
        m_kind->addItem(kind.name);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(kKindLetters);
    m_period->setAccessibleName(tr("Period"));
    m_kind->setAccessibleName(tr("Kind of entry"));
    m_tag->setAccessibleName(tr("Tag"));
    m_tag->setPlaceholderText(tr("Tag, or pattern with *"));
    m_tag->setClearButtonEnabled(true);
    const int words = m_tag->fontMetrics().horizontalAdvance(m_tag->placeholderText());
    m_tag->setFixedWidth(std::max(Theme::instance().measure(kTagWidth),
                                  words + Theme::instance().measure(kRoomBesideTag)));
    m_export->setAutoDefault(false);
    for (QWidget *choice : std::initializer_list<QWidget *> {m_period, m_kind, m_tag})
        choices->start()->addWidget(choice);
    choices->start()->addWidget(m_said, 1);
    choices->end()->addWidget(m_export);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        m_chosen->setVisible(isChosen());
        search();
    });
    connect(m_chosen, &PeriodEdit::changed, this, &JournalView::search);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &JournalView::search);
    connect(m_tag, &QLineEdit::textChanged, this, &JournalView::search);
    connect(m_export, &QPushButton::clicked, this, &JournalView::exportEntries);
    return choices;
}

void JournalView::setFilter(const QString &text)
{
    m_text = text;
    search();
}

/// A search that runs gives way.
void JournalView::search()
{
    JournalFilter filter;
    filter.words = JournalQuery::words(m_text);
    filter.types = JournalQuery::kinds().at(static_cast<std::size_t>(m_kind->currentIndex())).types;
    filter.tag = m_tag->text().trimmed().toStdString();
    filter.range = range();
    m_model->setFilter(std::move(filter));
}

bool JournalView::isChosen() const
{
    return m_period->currentIndex() == m_period->count() - 1;
}

/// One that is counted back from now has no end: the view follows the journal.
std::optional<TimeRange> JournalView::range() const
{
    if (isChosen())
        return m_chosen->range();
    const std::optional<Timestamp> from = periodBegin();
    return from ? std::optional(TimeRange {*from, Timestamp::max()}) : std::nullopt;
}

std::optional<Timestamp> JournalView::periodBegin() const
{
    if (isChosen())
        return std::nullopt;
    const auto length = periods().at(static_cast<std::size_t>(m_period->currentIndex())).length;
    return length > 0h ? std::optional(m_plant.clock->now() - length) : std::nullopt;
}

/// A period is counted back from now. Of a clock that was set back it begins earlier.
void JournalView::movePeriod()
{
    const std::optional<Timestamp> from = periodBegin();
    if (!from || !m_model->filter().range)
        return;
    const auto moved = *from - m_model->filter().range->from;
    if (moved >= kPeriodPace)
        m_model->moveBegin(*from);
    else if (moved <= -kPeriodPace)
        search();
}

/// Lines that were read before stay; below them stands that they are not all.
void JournalView::showFault(const QString &fault)
{
    m_fault = fault;
    showState(fault);
}

void JournalView::showFound()
{
    if (!m_fault.isEmpty())
        showState(m_fault);
    else if (m_model->isFull())
        showState(tr("There is more; narrow what is looked for."));
    else if (m_model->rowCount() > 0)
        showState({});
    else if (m_model->filter().isEmpty())
        showState(tr("Nothing has been written to the alarm journal yet."));
    else if (isChosen() && m_chosen->range().to <= m_chosen->range().from)
        showState(tr("The period ends before it begins."));
    else
        showState(tr("No line of the journal fits."));
}

void JournalView::refresh()
{
    movePeriod();
    m_model->refresh();
}

bool JournalView::isComplete() const
{
    return m_model->isLoaded() || !m_fault.isEmpty();
}

void JournalView::showState(const QString &words)
{
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
    m_table->setVisible(words.isEmpty() || m_model->rowCount() > 0);
}

void JournalView::exportEntries()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export alarm journal"), QStringLiteral("alarm-journal.csv"),
        tr("CSV (*.csv);;JSON (*.json);;PDF (*.pdf)"));
    if (!path.isEmpty())
        exportTo(path);
}

void JournalView::exportTo(const QString &path)
{
    m_export->setEnabled(false);
    m_said->setText(tr("Exporting …"));
    const bool isPaper = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    m_exporter->start(m_model->filter(), path,
                      isPaper ? paperWriter(m_plant) : JournalExporter::Writer());
}

QString JournalView::said() const
{
    return m_said->text();
}

void JournalView::say(const QString &words)
{
    m_export->setEnabled(true);
    m_said->setText(words);
}

} // namespace telltale
