#pragma once

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <QMainWindow>
#include <QTimer>

#include <atomic>

class QSplitter;
class QToolButton;

namespace telltale {

class AlarmBanner;
class AssetDock;
class AssetTreeModel;
class CommandPalette;
class Page;
class PageStack;
class PasswordQuestion;
class StatusLine;
class TabRow;

/// The window: banner, assets, page tabs, status line, and the one timer that draws them.
/// Thread  GUI.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Plant &plant, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the tab of a page; makes it if there is none. `place` is a page's key, or `key#part`.
    /// Unknown ones are ignored.
    void openPage(const QString &place);
    Page *currentPage() const;
    AssetDock &dock() const { return *m_dock; }
    AlarmBanner &banner() const { return *m_banner; }
    StatusLine &statusLine() const { return *m_status; }
    CommandPalette &palettePopup() const { return *m_palette; }
    int tabCount() const;
    /// Everything it shows has arrived: a picture of it would be complete.
    bool isComplete() const;

    /// Draws once, now; the timer does it otherwise.
    void frame();
    /// Where the window and its tabs were; kept in the data folder, fitted to today's screens. It
    /// stands where one `before` stood (saveGeometry()) whose place it takes.
    void restoreLayout(const QByteArray &before = {});
    void saveLayout() const; ///< soon, by the plant's saver

public Q_SLOTS:
    void showTab(int index);
    void closeTab(int index);
    void closeCurrentTab();
    void goUp(); ///< one display level: asset to area to overview
    void openReport(const QString &pageKey); ///< asks what a report of that page should be
    void reportPage(); ///< of the page that is shown: its own paper, or a report
    void showPalette();
    void filterAssets(); ///< puts the cursor there, whatever room there is
    void chooseLanguage(const QString &language); ///< en, de; kept for the next start
    void toggleFullScreen();
    void toggleTheme();
    void silence(); ///< the horn, until the next alarm
    void toggleMuted(); ///< kept for the next start

Q_SIGNALS:
    void demoRequested();
    void languageRequested(const QString &language); ///< en, de; the application installs it

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void rebuild();
    void applyTheme();
    void fitDock();
    void focusPage();
    void giveWay(); ///< of the assets to the page
    void fitToScreen();
    QWidget *makePages();
    void openTab(const QString &key);
    bool showTabOf(const QString &key); ///< false: there is none
    void addPage(Page *page);
    int tabOf(const QString &key) const; ///< -1: there is none
    Page *pageOf(const QString &key) const;
    void moveTab(const Page &page, const QString &key);
    void nameTabs();
    void frameSoon();
    void keepLayoutSoon();
    void setPace(bool isBusy);
    bool hasChanged();

    const Plant &m_plant;
    AssetTreeModel *m_assets;
    AlarmBanner *m_banner = nullptr;
    PasswordQuestion *m_password = nullptr;
    AssetDock *m_dock = nullptr;
    QSplitter *m_splitter = nullptr;
    QToolButton *m_assetsButton = nullptr; ///< where the window is too narrow for both
    TabRow *m_tabs = nullptr;
    PageStack *m_pages = nullptr;
    StatusLine *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QTimer m_timer;
    QTimer m_keepSoon; ///< what was changed survives kill -9
    std::atomic<bool> m_isFramePosted = false;
    double m_textScale; ///< that everything was built for
    bool m_isDockSized = false; ///< as a person left it, or as it was shown first
    bool m_keepsLayout = false; ///< it was restored first
    QString m_language; ///< chosen here; empty: as the workspace says
    std::uint64_t m_live = 0;
    std::uint64_t m_alarms = 0;
    std::size_t m_tags = 0;
    std::size_t m_namedAssets = 0; ///< of the plant, when the tabs were named
    int m_quietFrames = 0;
};

} // namespace telltale
