#include "widgets/status/status_page.h"

#include "widgets/common/beside.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/error_words.h"
#include "widgets/common/head_row.h"
#include "widgets/common/panel.h"
#include "widgets/common/problem_panel.h"
#include "widgets/common/theme.h"

#include "data/storage/output_file.h"
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
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kBesideFrom = 850; ///< width for three panels side by side
constexpr int kLeastRows = 4;

Outcome writeWhole(const std::string &path, const std::string &text)
{
    Result<OutputFile> out = OutputFile::open(path);
    if (!out.ok())
        return out.error();
    const Outcome written = out->write(text);
    return written.ok() ? out->finish() : written;
}

Panel *makePanel(const QString &title, const QString &name, RowTableModel *model,
                 std::vector<DataTable::ColumnSize> sizes)
{
    auto *panel = new Panel(title);
    panel->content()->addWidget(DataTable::plain(name, title, model, std::move(sizes)));
    panel->setMinimumHeight(
        Theme::instance().measure(Theme::kPanelHeader + kLeastRows * Theme::kTableRow));
    return panel;
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
    column->addWidget(makePanels(), 5);
    m_problems = new ProblemPanel;
    column->addWidget(m_problems, 4);
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
    Panel *counters = makePanel(tr("Messages"), QStringLiteral("status_counters"), m_counters,
                                {{150, 10}, {100, 6}});
    counters->setRemark(tr("received = understood + dropped + waiting"));
    row->add(counters, 1);
    row->add(makePanel(tr("Storage"), QStringLiteral("status_storage"), m_storage,
                       {{120, 4}, {160, 12}}),
             1);
    row->add(makePanel(tr("Program"), QStringLiteral("status_program"), m_program,
                       {{106, 4}, {154, 12}}),
             1);
    return row;
}

void StatusPage::frame(Timestamp now)
{
    if (!m_follower.update(*m_plant.status, now))
        return;
    const PlantStatus &status = m_follower.status();
    m_counters->setTableRows(ConnectionRows::counters(status.counters));
    m_storage->setTableRows(StatusRows::storage(status, now, m_plant.zone));
    m_program->setTableRows(StatusRows::program(m_plant));
    m_problems->setProblems(status.problems, now);
}

void StatusPage::exportTo(const QString &file)
{
    const QJsonDocument document(StatusRows::exported(m_plant, m_plant.status->status()));
    const auto answer = onGuiThread<Outcome>(this, [this, file](const Outcome &written) {
        say(written.ok() ? tr("Written to %1").arg(shownText(file.toStdString()))
                         : ErrorWords::sentence(written.error()));
        Q_EMIT exported(written.ok());
    });
    QThreadPool::globalInstance()->start(
        [text = document.toJson().toStdString(), answer,
         path = QFile::encodeName(QFileInfo(file).absoluteFilePath()).toStdString()] {
            answer(writeWhole(path, text));
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
