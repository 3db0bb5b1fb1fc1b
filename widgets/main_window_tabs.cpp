#include "widgets/main_window.h"

#include "widgets/assets/asset_dock.h"
#include "widgets/common/page.h"
#include "widgets/common/page_stack.h"
#include "widgets/common/tab_row.h"
#include "widgets/page_table.h"
#include "widgets/tab_names.h"

#include "models/asset_tree_model.h"
#include "models/trend_key.h"

#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"

#include <memory>

/// The pages of MainWindow and the row of their tabs.
namespace telltale {

void MainWindow::openPage(const QString &place)
{
    if (place == QLatin1String("demo")) {
        Q_EMIT demoRequested();
        return;
    }
    const qsizetype end = TrendKey::end(place);
    openTab(place.first(end));
    if (Page *page = currentPage())
        page->showPart(place.mid(end + 1));
}

void MainWindow::openTab(const QString &key)
{
    if (showTabOf(key))
        return;
    std::unique_ptr<Page> made(makePage(m_plant, *m_assets, key));
    if (!made || showTabOf(made->key())) // what is given twice in a key stands once in the page's
        return;
    Page *page = made.release();
    addPage(page);
    const int index = m_tabs->addTab(page->title());
    m_tabs->setTabData(index, page->key());
    nameTabs();
    showTab(index);
}

bool MainWindow::showTabOf(const QString &key)
{
    const int index = tabOf(key);
    showTab(index);
    return index >= 0;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

int MainWindow::tabCount() const
{
    return m_tabs->count();
}

void MainWindow::closeTab(int index)
{
    if (index <= 0 || index >= m_tabs->count())
        return;
    Page *page = pageOf(m_tabs->tabData(index).toString());
    m_tabs->removeTab(index); // shows a neighbour first
    if (page)
        page->deleteLater();
    nameTabs();
    keepLayoutSoon();
}

void MainWindow::closeCurrentTab()
{
    closeTab(m_tabs->currentIndex());
}

void MainWindow::goUp()
{
    const QString key = currentPage() ? currentPage()->key() : QString();
    const QString path
        = TrendKey::isOne(key) ? TrendKey::paths(key).value(0) : key.section(QLatin1Char(':'), 1);
    const std::string above = path.section(QLatin1Char('/'), 0, -2).toStdString();
    const AssetTree::Node node = m_assets->tree().find(above);
    const bool hasPage
        = !above.empty() && node != AssetTree::kNone && m_assets->tree().isAsset(node);
    openPage(hasPage ? QStringLiteral("asset:") + QString::fromStdString(above) : overviewKey());
}

void MainWindow::showTab(int index)
{
    if (index < 0 || index >= m_tabs->count())
        return;
    const QString key = m_tabs->tabData(index).toString();
    if (key.isEmpty())
        return; // it is being added
    if (m_tabs->currentIndex() != index) {
        m_tabs->setCurrentIndex(index); // comes back here
        return;
    }
    Page *page = pageOf(key);
    if (!page) {
        page = makePage(m_plant, *m_assets, key);
        addPage(page);
        m_tabs->setTabData(index, page->key());
        nameTabs();
    }
    m_pages->setCurrentWidget(page);
    m_dock->select(key);
    page->frame(m_plant.clock->now());
    if (page->focusProxy() && !m_tabs->hasFocus())
        page->setFocus(Qt::OtherFocusReason); // its list, so that keys act on what is seen at once
    keepLayoutSoon();
}

void MainWindow::addPage(Page *page)
{
    page->setObjectName(QStringLiteral("page"));
    m_pages->addWidget(page);
    connect(page, &Page::openRequested, this, &MainWindow::openPage);
    connect(page, &Page::reportRequested, this, &MainWindow::openReport);
    connect(page, &Page::titleChanged, this, &MainWindow::nameTabs);
    connect(page, &Page::keyChanging, this,
            [this, page](const QString &next) { moveTab(*page, next); });
}

int MainWindow::tabOf(const QString &key) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toString() == key)
            return i;
    }
    return -1;
}

Page *MainWindow::pageOf(const QString &key) const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *page = qobject_cast<Page *>(m_pages->widget(i));
        if (page && page->key() == key)
            return page;
    }
    return nullptr;
}

/// How a tab is called depends on the assets of the plant.
void MainWindow::nameTabs()
{
    m_namedAssets = m_plant.tags->assets();
    QStringList keys;
    for (int i = 0; i < m_tabs->count(); ++i)
        keys << m_tabs->tabData(i).toString();
    const std::vector<TabName> names = tabNames(*m_plant.tags, keys);
    for (int i = 0; i < m_tabs->count(); ++i) {
        const TabName &name = names[static_cast<std::size_t>(i)];
        const Page *page = name.text.isEmpty() ? pageOf(keys[i]) : nullptr;
        if (page || !name.text.isEmpty())
            m_tabs->setTabText(i, page ? page->title() : name.text);
        m_tabs->setTabToolTip(i, name.tip);
    }
}

/// Its tab is from now on that of `key`, and the only one of that place.
void MainWindow::moveTab(const Page &page, const QString &key)
{
    closeTab(tabOf(key));
    if (const int index = tabOf(page.key()); index >= 0)
        m_tabs->setTabData(index, key);
    nameTabs();
    keepLayoutSoon();
}

} // namespace telltale
