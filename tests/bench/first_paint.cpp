#include "tests/bench/first_paint.h"

#include "models/asset_tree_model.h"
#include "widgets/assets/asset_dock.h"
#include "widgets/assets/asset_tree_view.h"
#include "widgets/main_window.h"
#include "widgets/overview/overview_page.h"
#include "widgets/overview/tile_grid.h"
#include "widgets/tiles/tile.h"

#include <QTimer>

#include <chrono>
#include <cstdio>

namespace telltale::bench {
namespace {

constexpr int kWatchedMs = 2000;

MainWindow *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(widget);
        if (window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace

FirstPaint::FirstPaint(TimedApplication &application, std::size_t nodes)
    : m_application(application)
    , m_nodes(nodes)
{
    application.setHandled(
        [this](QObject *receiver, QEvent *event) { handled(receiver, event->type()); });
}

/// Paints of widgets are part of one event of their window: judged when that is over.
void FirstPaint::handled(QObject *receiver, QEvent::Type type)
{
    if (type == QEvent::Paint)
        m_painted.insert(receiver);
    if (!m_painted.empty() && m_application.isOutermost())
        judge();
}

void FirstPaint::judge()
{
    const MainWindow *window = shownWindow();
    const bool isWhole = window && isComplete(*window);
    if (m_sinceComplete.isValid()) {
        m_blank += isWhole ? 0 : 1;
        return;
    }
    if (!isWhole)
        return;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf("complete %lld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()));
    std::fflush(stdout);
    m_sinceComplete.start();
    QTimer::singleShot(kWatchedMs, qApp, [this] {
        std::printf("blank %d\n", m_blank);
        std::fflush(stdout);
        leaveLoop();
    });
}

bool FirstPaint::isComplete(const MainWindow &window) const
{
    const auto *page = qobject_cast<OverviewPage *>(window.currentPage());
    if (!page || window.dock().model().tree().size() < m_nodes || page->tiles().size() == 0
        || !m_painted.contains(window.dock().tree().viewport()))
        return false;
    for (std::size_t i = 0; i < page->tiles().size(); ++i) {
        const Tile *tile = page->tiles().tile(i);
        if (!tile->data().hasValue() || !m_painted.contains(tile))
            return false;
    }
    return true;
}

} // namespace telltale::bench
