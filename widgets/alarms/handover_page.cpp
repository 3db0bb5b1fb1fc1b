#include "widgets/alarms/handover_page.h"

#include "widgets/alarms/handover_part_view.h"
#include "widgets/alarms/handover_tiles.h"
#include "widgets/alarms/note_dialog.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/proposed_file.h"
#include "widgets/common/segment_bar.h"
#include "widgets/common/surface.h"
#include "widgets/common/theme.h"
#include "widgets/reports/handover_writer.h"

#include "models/alarm_request.h"
#include "models/gui_call.h"
#include "models/journal_job.h"
#include "models/report_data.h"
#include "models/shifts.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kPace = 2s; ///< while alarms come and go
constexpr std::chrono::milliseconds kQuietPace = 30s;
constexpr int kRoomForTiles = 640; ///< height of the window
constexpr int kRest = 20; ///< reading takes at most this part of the time

/// Of a hand-over on paper, without its ending.
QString nameOf(TimeRange shift, const QTimeZone &zone)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(toMicroseconds(shift.from) / 1000, zone);
    return QStringLiteral("telltale handover ") + from.toString(QStringLiteral("yyyy-MM-dd HH-mm"));
}

} // namespace

HandoverPage::HandoverPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
    , m_job(new JournalJob(journalOfFolder(plant.dataFolder), this))
    , m_pace(kPace)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(makeHead());
    m_tiles = new HandoverTiles;
    column->addWidget(m_tiles);
    column->addWidget(makeParts(), 1);
    setFocusProxy(&m_parts[0]->table());
    choose(plant.clock->now());
    showPart(HandoverPart::Notes);
}

HandoverPage::~HandoverPage()
{
    m_cancel->cancel();
}

QString HandoverPage::title() const
{
    return tr("Shift hand-over");
}

QWidget *HandoverPage::makeHead()
{
    auto *head = new HeadRow;
    auto *name = new QLabel(title());
    name->setFont(Theme::instance().font(Theme::Type::Title));
    m_name = new ElidedLabel;
    m_name->setObjectName(QStringLiteral("shift"));
    m_note = new ElidedLabel;
    m_note->setObjectName(QStringLiteral("second"));
    for (QLabel *label : {m_name, m_note})
        label->setTextFormat(Qt::PlainText);
    head->start()->addWidget(name);
    head->start()->addWidget(m_name);
    head->start()->addWidget(m_note, 1);
    m_earlier = addButton(*head, tr("Earlier"), &HandoverPage::showEarlier);
    m_later = addButton(*head, tr("Later"), &HandoverPage::showLater);
    m_print = addButton(*head, tr("PDF…"), &HandoverPage::chooseFile);
    m_write = addButton(*head, tr("Write note…"), &HandoverPage::writeNote);
    m_write->setObjectName(QStringLiteral("primary"));
    m_earlier->setAccessibleName(tr("The shift before"));
    m_later->setAccessibleName(tr("The next shift"));
    return head;
}

QPushButton *HandoverPage::addButton(HeadRow &head, const QString &text,
                                     void (HandoverPage::*slot)())
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    head.end()->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

QWidget *HandoverPage::makeParts()
{
    auto *surface = new Surface;
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, Theme::kGrid, 1, 1);
    inside->setSpacing(Theme::kGrid);
    m_segments = new SegmentBar(tr("Parts of the hand-over"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 0, 12, 0);
    m_segments->wrapLines();
    line->addWidget(m_segments);
    m_stack = new QStackedWidget;
    for (int i = 0; i < kHandoverParts; ++i) {
        m_parts[static_cast<std::size_t>(i)] = new HandoverPartView(static_cast<HandoverPart>(i));
        m_stack->addWidget(m_parts[static_cast<std::size_t>(i)]);
    }
    inside->addLayout(line);
    inside->addWidget(m_stack, 1);
    connect(m_segments, &SegmentBar::chosen, this,
            [this](int part) { showPart(static_cast<HandoverPart>(part)); });
    return surface;
}

DataTable &HandoverPage::table(HandoverPart part) const
{
    return m_parts[static_cast<std::size_t>(part)]->table();
}

void HandoverPage::takeOver(const Page &before)
{
    const auto *same = qobject_cast<const HandoverPage *>(&before);
    if (!same)
        return;
    choose(same->m_shift.from);
    showPart(static_cast<HandoverPart>(same->m_stack->currentIndex()));
}

void HandoverPage::standAt(Timestamp time)
{
    m_standsAt = time;
    choose(time);
}

void HandoverPage::showPart(HandoverPart part)
{
    m_segments->setCurrent(static_cast<int>(part));
    m_stack->setCurrentIndex(static_cast<int>(part));
}

void HandoverPage::showEarlier()
{
    choose(m_shift.from - 1us);
}

void HandoverPage::showLater()
{
    choose(m_shift.to);
}

/// It stays until a person chooses another: a hand-over may take longer than the shift.
void HandoverPage::choose(Timestamp inShift)
{
    const std::vector<std::string> &shifts = m_plant.workspace->settings.shifts;
    m_shift = shiftOrDay(inShift, m_plant.zone, shifts);
    m_job->cancel();
    m_isGathered = false;
    m_asked.reset();
    m_handover = {};
    m_handover.shift = m_shift;
    m_handover.now = now();
    m_fault.clear();
    showHandover();
}

void HandoverPage::frame(Timestamp now)
{
    now = m_standsAt.value_or(now);
    showButtons(now);
    showSaid(now);
    if (!m_job->isRunning() && isDue())
        gather(now);
}

bool HandoverPage::isDue() const
{
    const auto pace
        = m_plant.alarms->version() == m_version ? std::max(m_pace, kQuietPace) : m_pace;
    return !m_asked || m_plant.clock->steady() - *m_asked >= pace;
}

Timestamp HandoverPage::now() const
{
    return m_standsAt.value_or(m_plant.clock->now());
}

/// The longer it takes, the less often.
void HandoverPage::gather(Timestamp now)
{
    m_asked = m_plant.clock->steady();
    m_version = m_plant.alarms->version();
    m_took.start();
    m_job->run<Handover>(
        [request = HandoverRequest {m_shift, now, FigureRules(m_plant.workspace->rules),
                                    m_plant.alarms->snapshot()}](const JournalSource &source,
                                                                 const CancelFlag &cancel) {
            return gatherHandover(source, request, cancel);
        },
        [this](const Result<Handover> &gathered) { take(gathered); });
}

void HandoverPage::take(const Result<Handover> &gathered)
{
    const std::chrono::milliseconds took(m_took.elapsed());
    m_pace = std::max(kPace, kRest * took);
    m_isGathered = true;
    m_fault = gathered.ok() ? QString() : ErrorWords::sentence(gathered.error());
    if (gathered.ok())
        m_handover = gathered.value();
    showHandover();
}

/// In a low window the tables need the room of the tiles.
void HandoverPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_tiles->setVisible(window()->height() >= Theme::instance().measure(kRoomForTiles));
}

HandoverTable HandoverPage::words() const
{
    return {m_handover, *m_plant.tags, m_plant.zone, QLocale()};
}

void HandoverPage::showHandover()
{
    const HandoverTable words = this->words();
    QStringList segments;
    for (int i = 0; i < kHandoverParts; ++i) {
        const auto place = static_cast<HandoverPart>(i);
        std::vector<TableRow> rows
            = m_isGathered && m_fault.isEmpty() ? words.rows(place) : std::vector<TableRow>();
        const QString title = HandoverTable::title(place);
        segments << (place == HandoverPart::Figures || rows.empty()
                         ? title
                         : title + QLatin1Char(' ') + countText(rows.size()));
        const QString none = !m_fault.isEmpty() ? m_fault
            : !m_isGathered                     ? tr("Reading the journal …")
            : rows.empty()                      ? HandoverTable::none(place)
                                                : words.rest(place);
        m_parts[static_cast<std::size_t>(i)]->setRows(std::move(rows), none);
    }
    m_segments->setSegments(segments);
    m_name->setText(words.shift());
    m_tiles->setHandover(m_handover, words.counts());
}

void HandoverPage::showButtons(Timestamp now)
{
    QString obstacle = AlarmRequest::obstacle(m_plant);
    if (obstacle.isEmpty() && !takesNotes(m_shift, now))
        obstacle = NoteDialog::lateWords();
    m_write->setEnabled(obstacle.isEmpty());
    m_write->setToolTip(tooltipText(obstacle));
    m_later->setEnabled(m_shift.to <= now);
    m_print->setEnabled(m_isGathered && m_fault.isEmpty() && !m_isWriting);
}

void HandoverPage::writeNote()
{
    auto *dialog = new NoteDialog(m_plant, m_shift, words().shift(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_asked.reset(); // it is to be seen at once
        say(tr("The note is in the journal."));
    });
    dialog->open();
}

/// As its button does, when that may be pressed.
bool HandoverPage::askForPaper()
{
    if (m_print->isEnabled())
        chooseFile();
    return true;
}

void HandoverPage::chooseFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save hand-over"),
                                                      proposedFile(nameOf(m_shift, m_plant.zone)),
                                                      tr("PDF files (*.pdf)"));
    if (!file.isEmpty())
        writeTo(file);
}

void HandoverPage::writeTo(const QString &file)
{
    if (m_isWriting)
        return;
    m_isWriting = true;
    showButtons(now());
    const HandoverPaper paper {siteOf(*m_plant.workspace), m_plant.user, m_plant.zone, QLocale()};
    const auto answer = onGuiThread<Outcome>(this, [this, file](const Outcome &outcome) {
        m_isWriting = false;
        showButtons(now());
        say(outcome.ok() ? tr("The hand-over is in %1.").arg(QDir::toNativeSeparators(file))
                         : ErrorWords::sentence(outcome.error()));
        Q_EMIT written(outcome.ok());
    });
    m_writer.run([handover = m_handover, tags = m_plant.tags, paper, answer, cancel = m_cancel,
                  path = QFile::encodeName(QFileInfo(file).absoluteFilePath()).toStdString()] {
        answer(writeHandover(handover, *tags, paper, path, cancel.get()));
    });
}

void HandoverPage::say(const QString &words)
{
    const Timestamp now = m_plant.clock->now();
    m_said.say(words, now);
    showSaid(now);
}

void HandoverPage::showSaid(Timestamp now)
{
    const QString said = m_said.at(now);
    m_note->setText(!said.isEmpty()         ? said
                        : m_shift.to <= now ? tr("this shift is over; the lists are of now")
                                            : QString());
}

} // namespace telltale
