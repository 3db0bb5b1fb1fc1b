#include "widgets/alarms/rule_trial_panel.h"

#include "widgets/common/data_table.h"
#include "widgets/common/error_words.h"
#include "widgets/common/theme.h"

#include "models/backtest_words.h"
#include "models/history_job.h"
#include "models/row_table_model.h"
#include "models/trend_key.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kLookEvery {100};
constexpr int kTableRows = 5;
constexpr int kWhole = 1000; ///< of the bar

} // namespace

RuleTrialPanel::RuleTrialPanel(const Plant &plant, AlarmRule stored, QWidget *parent)
    : QWidget(parent)
    , m_plant(plant)
    , m_stored(std::move(stored))
    , m_job(new HistoryJob(plant.dataFolder, this))
    , m_words(new QLabel)
    , m_rows(new RowTableModel(BacktestWords::columns(), this))
    , m_table(new DataTable(QStringLiteral("rule-trial"), tr("Times the rule would have raised")))
{
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &RuleTrialPanel::showState);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kGrid);
    column->addWidget(makeHead());
    m_words->setObjectName(QStringLiteral("trialWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setWordWrap(true);
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({{130, 2}, {70, 1}, {80, 1}, {80, 4, 1}, {40, 2}});
    m_table->fitToWords();
    m_table->setToolTip(tr("A click opens the trend at that time"));
    const Theme &theme = Theme::instance();
    m_table->setFixedHeight(kTableRows * theme.measure(Theme::kTableRow)
                            + theme.measure(Theme::kTableHeader));
    auto *found = new QHBoxLayout; // side by side: the form is high enough
    found->setSpacing(Theme::kGap);
    found->addWidget(m_words, 2, Qt::AlignTop);
    found->addWidget(m_table, 3);
    column->addLayout(found);
    const auto open = [this](const QModelIndex &index) {
        const QString place = index.data(RowTableModel::KeyRole).toString();
        if (!TrendKey::paths(place.first(TrendKey::end(place))).isEmpty())
            Q_EMIT openRequested(place);
    };
    connect(m_table, &QAbstractItemView::clicked, this, open);
    connect(m_table, &QAbstractItemView::activated, this, open);
    clear();
}

QWidget *RuleTrialPanel::makeHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGrid);
    auto *title = new QLabel(tr("Try on history"));
    m_period = new QComboBox;
    m_period->setObjectName(QStringLiteral("trialPeriod"));
    m_period->setAccessibleName(tr("Period to try it on"));
    for (const int days : {1, 7, 30, 90, 365})
        m_period->addItem(tr("The last %n day(s)", nullptr, days), days);
    m_period->setCurrentIndex(1);
    title->setBuddy(m_period);
    m_try = new QPushButton;
    m_try->setObjectName(QStringLiteral("try"));
    m_try->setAutoDefault(false);
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("How much of the period was looked at"));
    m_bar->setMaximum(kWhole);
    line->addWidget(title);
    line->addWidget(m_period);
    line->addWidget(m_try);
    line->addWidget(m_bar, 1);
    line->addStretch(1);
    connect(m_period, &QComboBox::currentIndexChanged, this, &RuleTrialPanel::clear);
    connect(m_try, &QPushButton::clicked, this, [this] {
        if (isRunning())
            clear();
        else
            start();
    });
    return head;
}

void RuleTrialPanel::setRule(const AlarmRule &rule, const TagInfo &tag, bool canBeTried)
{
    const bool isSame = RuleBacktest::isSameCondition(rule, m_rule) && canBeTried == m_canBeTried;
    m_rule = rule;
    m_tag = tag;
    m_canBeTried = canBeTried;
    if (!isSame)
        clear();
}

bool RuleTrialPanel::isRunning() const
{
    return m_job->isRunning();
}

void RuleTrialPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *at = window()->focusWidget();
    if (event->key() == Qt::Key_Escape && isRunning())
        clear();
    else if (isEnter && at == m_try)
        m_try->click();
    else if (!isEnter || at != m_table)
        return QWidget::keyPressEvent(event);
    event->accept();
}

void RuleTrialPanel::start()
{
    clear();
    const Timestamp now = m_plant.clock->now();
    const auto days = std::chrono::hours(24 * m_period->currentData().toInt());
    auto asked
        = std::make_shared<RuleBacktest>(m_rule, m_stored, m_tag, TimeRange {now - days, now});
    asked->trial.others = m_plant.workspace->rules;
    auto found = std::make_shared<HistoryTrialResult>();
    m_job->run(
        [asked, found, tags = m_plant.tags](HistoryReader &reader,
                                            HistoryJob::Progress &progress) -> Outcome {
            asked->chooseTags(*tags);
            Result<HistoryTrialResult> result
                = tryOnHistory(reader, *tags, asked->trial, progress.cancel,
                               [&progress](double part) { progress.part = part; });
            if (!result.ok())
                return result.error();
            *found = std::move(result).value();
            return {};
        },
        [this, asked, found](const Outcome &tried) {
            if (tried.ok())
                showFound(*asked, *found);
            else
                m_words->setText(ErrorWords::sentence(tried.error()));
            m_words->show();
            showState();
        });
    m_look.start();
    showState();
}

void RuleTrialPanel::showFound(const RuleBacktest &asked, const HistoryTrialResult &found)
{
    m_words->setText(BacktestWords::sentences(asked, found, m_plant).join(QLatin1Char('\n')));
    std::vector<TableRow> rows = BacktestWords::rows(asked, found, m_plant);
    m_table->setVisible(!rows.empty());
    m_rows->setTableRows(std::move(rows));
}

void RuleTrialPanel::showState()
{
    if (!isRunning())
        m_look.stop();
    m_try->setText(isRunning() ? tr("Stop") : tr("Try"));
    m_try->setEnabled(isRunning() || m_canBeTried);
    m_bar->setVisible(isRunning());
    m_bar->setValue(static_cast<int>(kWhole * m_job->part()));
}

void RuleTrialPanel::clear()
{
    m_job->cancel();
    m_words->clear();
    m_words->hide();
    m_rows->setTableRows({});
    m_table->hide();
    showState();
}

} // namespace telltale
