#include "widgets/status/status_page.h"

#include "widgets/common/beside.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/labels.h"
#include "widgets/common/panel.h"
#include "widgets/common/problem_panel.h"
#include "widgets/common/theme.h"
#include "widgets/common/whole_table.h"

#include "data/storage/output_file.h"
#include "models/alert_words.h"
#include "models/connection_rows.h"
#include "models/gui_call.h"
#include "models/status_rows.h"
#include "models/value_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr int kBesideFrom = 850; ///< width for three panels side by side
constexpr std::size_t kProblemRows = 4; ///< seen at least
constexpr int kNoProblems = 44; ///< height of the words for it, and of the headings otherwise

Outcome writeWhole(const std::string &path, const std::string &text)
{
    Result<OutputFile> out = OutputFile::open(path);
    if (!out.ok())
        return out.error();
    const Outcome written = out->write(text);
    return written.ok() ? out->finish() : written;
}

} // namespace

StatusPage::StatusPage(const Plant &plant, QWidget *parent)
    : Page(plant, parent)
{
    setObjectName(QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, 14, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    column->addWidget(makeHead());
    m_problems = new ProblemPanel;
    column->addWidget(m_problems, 1);
    column->addWidget(makePanels());
    fitProblems(0);
}

/// Without any they take no room from the rest.
void StatusPage::fitProblems(std::size_t count)
{
    const Theme &theme = Theme::instance();
    const int rows = static_cast<int>(std::min(count, kProblemRows));
    m_problems->setMinimumHeight(theme.measure(Theme::kPanelHeader + kNoProblems)
                                 + rows * theme.measure(Theme::kTableRow));
    m_problems->setMaximumHeight(count == 0 ? m_problems->minimumHeight() : QWIDGETSIZE_MAX);
}

QString StatusPage::title() const
{
    return tr("Status");
}

QWidget *StatusPage::makeHead()
{
    auto *head = new HeadRow;
    auto *name = new QLabel(tr("Status"));
    name->setFont(Theme::instance().font(Theme::Type::Title));
    m_said = new ElidedLabel;
    m_said->setObjectName(QStringLiteral("second"));
    m_said->setTextFormat(Qt::PlainText);
    head->start()->addWidget(name);
    head->start()->addWidget(m_said, 1);
    const auto add = [&](const QString &text, void (StatusPage::*slot)(), bool isEnabled) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        button->setEnabled(isEnabled);
        connect(button, &QPushButton::clicked, this, slot);
        head->end()->addWidget(button);
    };
    const bool hasLog = !m_plant.logFile.empty();
    add(tr("Copy path of the log"), &StatusPage::copyLogPath, hasLog);
    add(tr("Open its folder"), &StatusPage::openLogFolder, hasLog);
    add(tr("Export status…"), &StatusPage::exportStatus, true);
    return head;
}

QWidget *StatusPage::makePanels()
{
    auto *row = new Beside(kBesideFrom);
    m_counters = new RowTableModel(ConnectionRows::counterColumns(), this);
    m_storage = new RowTableModel(StatusRows::columns(), this);
    m_program = new RowTableModel(StatusRows::columns(), this);
    Panel *counters = makePanel(tr("Messages"), QStringLiteral("status_counters"), m_counters);
    auto *sum = wholeLabel(QStringLiteral("second"));
    sum->setText(tr("received = understood + dropped + waiting"));
    counters->content()->insertWidget(1, sum);
    row->add(counters, 1);
    row->add(makePanel(tr("Storage"), QStringLiteral("status_storage"), m_storage), 1);
    m_notifications = new RowTableModel(StatusRows::columns(), this);
    auto *last = new QWidget;
    auto *column = new QVBoxLayout(last);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kGap);
    column->addWidget(makePanel(tr("Program"), QStringLiteral("status_program"), m_program));
    column->addWidget(
        makePanel(tr("Notifications"), QStringLiteral("status_notifications"), m_notifications));
    row->add(last, 1);
    return row;
}

Panel *StatusPage::makePanel(const QString &title, const QString &name, RowTableModel *model)
{
    auto *panel = new Panel(title);
    auto *table = new WholeTable(name, title, model);
    m_tables << table;
    panel->content()->addWidget(table);
    panel->content()->addStretch(1);
    return panel;
}

void StatusPage::frame(Timestamp now)
{
    if (!m_follower.update(*m_plant.status, now))
        return;
    const PlantStatus &status = m_follower.status();
    m_counters->setTableRows(ConnectionRows::counters(status.counters));
    m_storage->setTableRows(StatusRows::storage(status, now, m_plant.zone));
    m_program->setTableRows(StatusRows::program(m_plant));
    std::vector<TableRow> outlets = StatusRows::notifications(status, now, m_plant.zone);
    for (TableRow &row : AlertWords::rows(*m_plant.alerts))
        outlets.push_back(std::move(row));
    m_notifications->setTableRows(std::move(outlets));
    for (WholeTable *table : m_tables)
        table->fit();
    m_problems->setProblems(status.problems, now);
    fitProblems(status.problems.size());
}

void StatusPage::exportTo(const QString &file)
{
    const auto answer = onGuiThread<Outcome>(this, [this, file](const Outcome &written) {
        say(written.ok() ? tr("Written to %1").arg(shownText(file.toStdString()))
                         : ErrorWords::sentence(written.error()));
        Q_EMIT exported(written.ok());
    });
    QThreadPool::globalInstance()->start(
        [status = m_plant.status->status(), toJson = m_plant.statusJson,
         program = StatusRows::programFacts(m_plant), answer,
         path = QFile::encodeName(QFileInfo(file).absoluteFilePath()).toStdString()] {
            answer(writeWhole(path, StatusRows::exported(toJson(status), program)));
        });
}

void StatusPage::exportStatus()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export status"), QStringLiteral("telltale-status.json"), tr("JSON (*.json)"));
    if (!file.isEmpty())
        exportTo(file);
}

void StatusPage::copyLogPath()
{
    QApplication::clipboard()->setText(QString::fromStdString(m_plant.logFile));
    say(tr("The path of the log file is in the clipboard"));
}

void StatusPage::openLogFolder()
{
    const QFileInfo log(QString::fromStdString(m_plant.logFile));
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(log.absolutePath())))
        say(tr("No program here opens folders; it is %1")
                .arg(shownText(log.absolutePath().toStdString())));
}

void StatusPage::say(const QString &words)
{
    m_said->setText(words);
}

} // namespace telltale
