#include "widgets/main_window.h"

#include "widgets/common/tab_row.h"
#include "widgets/common/theme.h"
#include "widgets/page_table.h"
#include "widgets/window_layout.h"

#include <QScreen>
#include <QSplitter>

/// What MainWindow remembers from one run to the next.
namespace telltale {

void MainWindow::restoreLayout()
{
    const WindowLayout layout = WindowLayout::load(m_plant.dataFolder);
    m_language = layout.language;
    Theme &theme = Theme::instance();
    if (layout.theme == QLatin1String("dark") || layout.theme == QLatin1String("light"))
        theme.setMode(layout.theme == QLatin1String("dark") ? Theme::Mode::Dark
                                                            : Theme::Mode::Light);
    if (layout.textScale > 1.0)
        theme.setTextScale(layout.textScale);
    restoreGeometry(layout.geometry);
    const QScreen *at = screen();
    if (at && !at->availableGeometry().intersects(geometry()))
        move(at->availableGeometry().topLeft());
    m_splitter->restoreState(layout.splitter);
    for (const WindowLayout::Tab &tab : layout.tabs) {
        if (tab.key == overviewKey() || !knowsPage(tab.key))
            continue;
        const int index = m_tabs->addTab(tab.title); // its page is made when it is looked at
        m_tabs->setTabData(index, tab.key);
    }
    if (layout.current > 0 && layout.current < m_tabs->count())
        showTab(layout.current);
    m_keepsLayout = true;
    keepLayoutSoon(); // as fitted to this screen
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
    layout.language = m_language;
    layout.save(m_plant.dataFolder);
}

void MainWindow::chooseLanguage(const QString &language)
{
    m_language = language;
    keepLayoutSoon();
    Q_EMIT languageRequested(language);
}

} // namespace telltale
