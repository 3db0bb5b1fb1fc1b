#include "widgets/main_window.h"

#include "widgets/assets/asset_dock.h"
#include "widgets/assets/asset_tree_view.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/command_palette.h"
#include "widgets/common/notice.h"
#include "widgets/common/page.h"
#include "widgets/common/page_stack.h"
#include "widgets/common/status_line.h"
#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/connect/password_question.h"
#include "widgets/page_table.h"
#include "widgets/reports/report_dialog.h"
#include "widgets/window_commands.h"

#include "models/alarm_request.h"
#include "models/alerts.h"
#include "models/asset_tree_model.h"

#include "data/alarms/alarm_board.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/tag_registry.h"

#include <QAbstractButton>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

#include <utility>

namespace telltale {
namespace {

constexpr std::chrono::milliseconds kBusyFrame {33};
constexpr std::chrono::milliseconds kQuietFrame {200};
constexpr int kQuietAfter = 30; ///< frames without a change
constexpr std::chrono::milliseconds kKeepAfter {300};

} // namespace

MainWindow::MainWindow(const Plant &plant, QWidget *parent)
    : QMainWindow(parent)
    , m_plant(plant)
    , m_assets(new AssetTreeModel(plant, this))
    , m_textScale(Theme::instance().textScale())
{
    setWindowTitle(QStringLiteral("Telltale"));
    resize(1440, 860);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kBusyFrame);
    connect(&m_timer, &QTimer::timeout, this, &MainWindow::frame);
    addWindowShortcuts(*this);
    m_assets->sync(plant.clock->now());
    build();
    openPage(overviewKey());
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &MainWindow::saveLayout);
    connect(&Theme::instance(), &Theme::changed, this, &MainWindow::applyTheme);
    plant.alarms->setChanged([this] { frameSoon(); });
}

MainWindow::~MainWindow()
{
    m_plant.alarms->setChanged({});
}

bool MainWindow::isComplete() const
{
    return m_assets->isComplete() && currentPage() && currentPage()->isComplete();
}

void MainWindow::frame()
{
    const Timestamp now = m_plant.clock->now();
    setPace(hasChanged());
    m_dock->frame(now);
    m_banner->frame(now);
    m_password->frame(now);
    m_status->frame(now);
    if (m_namedAssets != m_plant.tags->assets())
        nameTabs();
    if (Page *page = currentPage())
        page->frame(now);
}

/// Alarms do not wait for the next frame.
/// Thread  any: however many come, one call waits.
void MainWindow::frameSoon()
{
    if (m_isFramePosted.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isFramePosted = false;
            if (m_timer.isActive())
                frame();
        },
        Qt::QueuedConnection);
}

void MainWindow::openReport(const QString &pageKey)
{
    auto *dialog = new ReportDialog(m_plant, pageKey, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::reportPage()
{
    Page *page = currentPage();
    if (!page || !page->askForPaper())
        openReport(page ? page->key() : QString());
}

void MainWindow::showPalette()
{
    m_palette->open(windowCommands(*this),
                    [this](const QString &text) { return findPlaces(*this, *m_assets, text); });
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::toggleTheme()
{
    Theme &theme = Theme::instance();
    theme.setMode(theme.mode() == Theme::Mode::Light ? Theme::Mode::Dark : Theme::Mode::Light);
}

void MainWindow::silence()
{
    AlarmRequest::silence(m_plant, this,
                          [this](const QString &refusal) { Notice::say(*this, refusal); });
}

void MainWindow::toggleMuted()
{
    m_plant.alerts->setMuted(!m_plant.alerts->isMuted());
    keepLayoutSoon();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Backspace:
        goUp();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Space acknowledges, so buttons are pressed with Enter.
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
            button->click();
        return;
    default:
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_isDockSized, true))
        fitDock(); // to the size it is shown with
    frame(); // the first picture is complete
    if (!event->spontaneous())
        focusPage();
    m_timer.start(kBusyFrame);
    QMainWindow::showEvent(event);
}

/// Where keys act on what is seen.
void MainWindow::focusPage()
{
    if (currentPage() && currentPage()->focusProxy())
        currentPage()->setFocus(Qt::OtherFocusReason);
    else
        m_dock->tree().setFocus();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QMainWindow::hideEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QList<int> sizes = m_splitter->sizes();
        rebuild();
        m_splitter->setSizes(sizes);
    } else if (event->type() == QEvent::WindowStateChange && isMinimized()) {
        m_timer.stop();
    } else if (event->type() == QEvent::WindowStateChange && isVisible()) {
        m_timer.start();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::build()
{
    m_banner = new AlarmBanner(m_plant);
    m_banner->menuButton()->setMenu(makeWindowMenu(*this, m_banner));
    m_dock = new AssetDock(*m_assets);
    m_status = new StatusLine(m_plant);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_dock);
    m_splitter->addWidget(makePages());
    m_splitter->setStretchFactor(1, 1);
    fitDock();
    auto *whole = new QWidget;
    auto *lines = new QVBoxLayout(whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_banner);
    m_password = new PasswordQuestion(m_plant);
    connect(m_password, &PasswordQuestion::focusLeft, this, &MainWindow::focusPage);
    lines->addWidget(m_password);
    lines->addWidget(m_splitter, 1);
    lines->addWidget(m_status);
    setCentralWidget(whole);
    m_palette = new CommandPalette(whole);
    connect(m_banner, &AlarmBanner::openRequested, this, &MainWindow::openPage);
    connect(m_dock, &AssetDock::expandedChanged, this, &MainWindow::keepLayoutSoon);
    connect(m_dock, &AssetDock::openRequested, this, [this](const QString &key) {
        m_assetsButton->setChecked(false);
        openPage(key);
    });
    connect(m_assetsButton, &QToolButton::toggled, this, &MainWindow::giveWay);
    connect(m_status, &StatusLine::openRequested, this, &MainWindow::openPage);
    connect(m_status, &StatusLine::commandsRequested, this, &MainWindow::showPalette);
    giveWay();
}

QWidget *MainWindow::makePages()
{
    m_tabs = new TabRow;
    m_pages = new PageStack;
    auto *plus = new QToolButton;
    plus->setText(QStringLiteral("+"));
    plus->setAutoRaise(true);
    plus->setToolTip(tr("Open a page (Ctrl+K)"));
    plus->setAccessibleName(tr("Open a page"));
    auto *row = new QFrame;
    row->setObjectName(QStringLiteral("strip"));
    row->setFixedHeight(Theme::instance().measure(Theme::kTabHeight));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(Theme::kGrid, 0, Theme::kGrid, 0);
    line->setSpacing(0);
    m_assetsButton = new QToolButton;
    m_assetsButton->setObjectName(QStringLiteral("assets"));
    m_assetsButton->setText(tr("Assets"));
    m_assetsButton->setCheckable(true);
    m_assetsButton->setToolTip(tr("Show the assets beside the page (Ctrl+F)"));
    line->addWidget(m_assetsButton, 0, Qt::AlignVCenter);
    line->addWidget(m_tabs);
    line->addWidget(plus, 0, Qt::AlignVCenter);
    line->addStretch(1);
    auto *side = new QWidget;
    auto *lines = new QVBoxLayout(side);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(row);
    lines->addWidget(new PageScroller(m_pages), 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showTab);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &MainWindow::closeTab);
    connect(plus, &QToolButton::clicked, this, &MainWindow::showPalette);
    return side;
}

void MainWindow::setPace(bool isBusy)
{
    m_quietFrames = isBusy ? 0 : m_quietFrames + 1;
    const auto pace = m_quietFrames > kQuietAfter ? kQuietFrame : kBusyFrame;
    if (m_timer.isActive() && m_timer.intervalAsDuration() != pace)
        m_timer.start(pace);
}

bool MainWindow::hasChanged()
{
    const std::uint64_t live = m_plant.live->lastChange();
    const std::uint64_t alarms = m_plant.alarms->version();
    const std::size_t tags = m_plant.tags->size();
    const bool changed = live != m_live || alarms != m_alarms || tags != m_tags;
    m_live = live;
    m_alarms = alarms;
    m_tags = tags;
    return changed;
}

} // namespace telltale
