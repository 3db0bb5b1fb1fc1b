#include "widgets/main_window.h"

#include "widgets/assets/asset_dock.h"
#include "widgets/common/page.h"
#include "widgets/common/page_stack.h"
#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/page_table.h"
#include "widgets/window_layout.h"

#include "models/alerts.h"
#include "models/file_saver.h"

#include <QScreen>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

/// What MainWindow remembers from one run to the next, and how it fits its screen.
namespace telltale {
namespace {

constexpr double kDockPart = 0.24; ///< of the window at most, at first
constexpr int kRoomForDock = 720; ///< width of the window from which assets stand beside a page
constexpr QSize kFrame(8, 40); ///< of the window manager around the window

} // namespace

void MainWindow::restoreLayout(const QByteArray &before)
{
    const WindowLayout layout = WindowLayout::load(m_plant.dataFolder);
    m_language = layout.language;
    m_plant.alerts->setMuted(layout.isMuted);
    Theme &theme = Theme::instance();
    if (layout.theme == QLatin1String("dark") || layout.theme == QLatin1String("light"))
        theme.setMode(layout.theme == QLatin1String("dark") ? Theme::Mode::Dark
                                                            : Theme::Mode::Light);
    theme.setBlinking(layout.isBlinking);
    if (layout.textScale > 1.0)
        theme.setTextScale(layout.textScale); // builds the window anew
    restoreGeometry(before.isEmpty() ? layout.geometry : before);
    fitToScreen();
    m_isDockSized = m_splitter->restoreState(layout.splitter);
    if (layout.expanded)
        m_dock->expand(*layout.expanded);
    for (const WindowLayout::Tab &tab : layout.tabs) {
        if (tab.key == overviewKey() || !knowsPage(tab.key))
            continue;
        const QString name = pageName(tab.key); // in the language of today
        const int index = m_tabs->addTab(name.isEmpty() ? tab.title : name);
        m_tabs->setTabData(index, tab.key); // its page is made when it is looked at
    }
    nameTabs();
    if (layout.current > 0 && layout.current < layout.tabs.size())
        showTabOf(layout.tabs[layout.current].key);
    m_keepsLayout = true;
    keepLayoutSoon(); // as fitted to this screen
}

void MainWindow::fitDock()
{
    const int wide = Theme::instance().measure(Theme::kDockWidth);
    m_splitter->setSizes({std::min(wide, static_cast<int>(width() * kDockPart)), 4000});
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    giveWay();
}

void MainWindow::giveWay()
{
    const bool isNarrow = width() < Theme::instance().measure(kRoomForDock);
    if (!isNarrow)
        m_assetsButton->setChecked(false); // the next time, too, the page comes first
    m_assetsButton->setVisible(isNarrow);
    m_dock->setVisible(!isNarrow || m_assetsButton->isChecked());
}

void MainWindow::filterAssets()
{
    m_assetsButton->setChecked(true);
    m_dock->focusFilter();
}

/// Fonts and heights of another text size: everything is built anew.
void MainWindow::applyTheme()
{
    keepLayoutSoon();
    if (m_textScale == Theme::instance().textScale())
        return;
    m_textScale = Theme::instance().textScale();
    rebuild();
}

void MainWindow::rebuild()
{
    QStringList keys;
    for (int i = 1; i < m_tabs->count(); ++i)
        keys << m_tabs->tabData(i).toString();
    const QString current = m_tabs->tabData(m_tabs->currentIndex()).toString();
    const std::optional<QStringList> expanded = m_dock->expanded();
    const PageStack *before = m_pages;
    build(); // the old central widget goes later, with all that is in it
    if (expanded)
        m_dock->expand(*expanded);
    openPage(overviewKey());
    for (const QString &key : keys)
        openPage(key);
    for (int i = 0; i < before->count(); ++i) {
        const auto *old = qobject_cast<const Page *>(before->widget(i));
        if (Page *page = old ? pageOf(old->key()) : nullptr)
            page->takeOver(*old);
    }
    showTabOf(current);
    frame();
}

/// A window larger than the screen has parts that nobody can reach.
void MainWindow::fitToScreen()
{
    const QScreen *at = screen();
    if (!at)
        return;
    const QRect room = at->availableGeometry().adjusted(0, 0, -kFrame.width(), -kFrame.height());
    const bool isTooLarge = width() > room.width() || height() > room.height();
    resize(size().boundedTo(room.size()));
    if (isTooLarge || !room.intersects(geometry()))
        move(room.topLeft());
}

void MainWindow::keepLayoutSoon()
{
    if (m_keepsLayout)
        m_keepSoon.start();
}

void MainWindow::saveLayout() const
{
    WindowLayout layout;
    layout.geometry = saveGeometry();
    layout.splitter = m_splitter->saveState();
    for (int i = 0; i < m_tabs->count(); ++i)
        layout.tabs.append({m_tabs->tabData(i).toString(), m_tabs->tabText(i)});
    layout.current = m_tabs->currentIndex();
    const bool isDark = Theme::instance().mode() == Theme::Mode::Dark;
    layout.theme = isDark ? QStringLiteral("dark") : QStringLiteral("light");
    layout.textScale = Theme::instance().textScale();
    layout.isBlinking = Theme::instance().isBlinking();
    layout.language = m_language;
    layout.isMuted = m_plant.alerts->isMuted();
    layout.expanded = m_dock->expanded();
    m_plant.saver->save(layout.toSave(m_plant.dataFolder));
}

void MainWindow::chooseLanguage(const QString &language)
{
    m_language = language;
    keepLayoutSoon();
    Q_EMIT languageRequested(language);
}

} // namespace telltale
