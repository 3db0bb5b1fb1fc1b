#include "widgets/window_commands.h"

#include "widgets/assets/asset_dock.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/page_table.h"

#include "models/asset_tree_model.h"
#include "models/value_text.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>

namespace telltale {
namespace {

constexpr std::size_t kPlaces = 40;
constexpr double kTextScales[] = {1.0, 1.25, 1.5, 2.0};

struct WindowCommand
{
    const char *name;
    const char *keys; ///< as QKeySequence reads them
    bool isShortcut; ///< else the window's key handler takes it, where no field wants it
    void (*run)(MainWindow &window);
};

// clang-format off
constexpr WindowCommand kCommands[] = {
    {QT_TRANSLATE_NOOP("WindowCommands", "Search and commands"), "Ctrl+K", true, [](MainWindow &window) { window.showPalette(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Filter assets and tags"), "Ctrl+F", true, [](MainWindow &window) { window.dock().focusFilter(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Acknowledge the alarm in the banner"), "Space", false, [](MainWindow &window) { window.banner().acknowledge(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Up one display level"), "Backspace", false, [](MainWindow &window) { window.goUp(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Report of this page"), "Ctrl+R", true, [](MainWindow &window) { window.openReport(window.currentPage() ? window.currentPage()->key() : QString()); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Close this tab"), "Ctrl+W", true, [](MainWindow &window) { window.closeCurrentTab(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Light or dark"), "Ctrl+T", true, [](MainWindow &window) { window.toggleTheme(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Full screen"), "F11", true, [](MainWindow &window) { window.toggleFullScreen(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "List of keys"), "F1", true, [](MainWindow &window) { window.showKeys(); }},
};
struct KeyNote
{
    const char *name;
    const char *keys;
};
constexpr KeyNote kNotes[] = {
    {QT_TRANSLATE_NOOP("WindowCommands", "Tab 1 to 9"), "Ctrl+1 … 9"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Open what is selected"), "Enter"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Copy the value or the rows"), "Ctrl+C"},
};
// clang-format on

QString words(const char *text)
{
    return QCoreApplication::translate("WindowCommands", text);
}

QString keyText(const WindowCommand &command)
{
    return QKeySequence(QLatin1String(command.keys)).toString(QKeySequence::NativeText);
}

void addTextSizes(QMenu &menu)
{
    QMenu *sizes = menu.addMenu(words(QT_TRANSLATE_NOOP("WindowCommands", "Text size")));
    auto *group = new QActionGroup(sizes);
    for (const double scale : kTextScales) {
        QAction *action = sizes->addAction(QStringLiteral("%1 %").arg(qRound(scale * 100)));
        action->setCheckable(true);
        action->setChecked(qFuzzyCompare(scale, Theme::instance().textScale()));
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, action,
                         [scale] { Theme::instance().setTextScale(scale); });
    }
}

void addLanguages(QMenu &menu, MainWindow &window)
{
    QMenu *languages = menu.addMenu(words(QT_TRANSLATE_NOOP("WindowCommands", "Language")));
    for (const auto &[name, code] : {std::pair("English", "en"), std::pair("Deutsch", "de")}) {
        const QString language = QLatin1String(code);
        QObject::connect(languages->addAction(QLatin1String(name)), &QAction::triggered, &window,
                         [&window, language] { Q_EMIT window.languageRequested(language); });
    }
}

} // namespace

void addWindowShortcuts(MainWindow &window)
{
    for (const WindowCommand &command : kCommands) {
        if (!command.isShortcut)
            continue;
        auto *shortcut = new QShortcut(QKeySequence(QLatin1String(command.keys)), &window);
        QObject::connect(shortcut, &QShortcut::activated, &window,
                         [&window, run = command.run] { run(window); });
    }
    for (int i = 0; i < 9; ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), &window);
        QObject::connect(shortcut, &QShortcut::activated, &window,
                         [&window, i] { window.showTab(i); });
    }
}

QMenu *makeWindowMenu(MainWindow &window)
{
    auto *menu = new QMenu(&window);
    for (const PageKind &kind : pageTable()) {
        if (!kind.name)
            continue;
        const QString key = QLatin1String(kind.prefix);
        QObject::connect(menu->addAction(QCoreApplication::translate("PageTable", kind.name)),
                         &QAction::triggered, &window, [&window, key] { window.openPage(key); });
    }
    menu->addSeparator();
    addLanguages(*menu, window);
    addTextSizes(*menu);
    for (const WindowCommand &command : kCommands) {
        if (!command.isShortcut)
            continue;
        QAction *action
            = menu->addAction(words(command.name) + QLatin1Char('\t') + keyText(command));
        QObject::connect(action, &QAction::triggered, &window,
                         [&window, run = command.run] { run(window); });
    }
    return menu;
}

std::vector<CommandPalette::Command> windowCommands(MainWindow &window)
{
    std::vector<CommandPalette::Command> commands;
    const QString page = words(QT_TRANSLATE_NOOP("WindowCommands", "Page"));
    for (const PageKind &kind : pageTable()) {
        if (kind.name)
            commands.push_back(
                {QCoreApplication::translate("PageTable", kind.name), page,
                 [&window, key = QString(QLatin1String(kind.prefix))] { window.openPage(key); }});
    }
    for (const WindowCommand &command : kCommands) {
        commands.push_back(
            {words(command.name), keyText(command), [&window, run = command.run] { run(window); }});
    }
    return commands;
}

std::vector<CommandPalette::Command> findPlaces(MainWindow &window, const AssetTreeModel &assets,
                                                const QString &text)
{
    std::vector<CommandPalette::Command> places;
    AssetTree::Node lastAsset = AssetTree::kNone;
    for (const TagId tag : assets.search().find(text.toStdString(), kPlaces).tags) {
        const AssetTree::Node leaf = assets.tree().leaf(tag);
        const AssetTree::Node asset = assets.tree().parent(leaf);
        const auto add = [&](AssetTree::Node node, const QString &prefix) {
            const QString path = assets.nodeData(node, AssetTreeModel::PathRole).toString();
            places.push_back({assets.nodeData(node, Qt::DisplayRole).toString(),
                              shownText(path.section(QLatin1Char('/'), 0, -2).toStdString()),
                              [&window, key = prefix + path] { window.openPage(key); }});
        };
        if (asset != lastAsset && asset != AssetTree::kRoot)
            add(asset, QStringLiteral("asset:"));
        lastAsset = asset;
        add(leaf, QStringLiteral("trend:"));
    }
    return places;
}

QString keyListHtml()
{
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='4'>");
    const auto row = [&](const QString &keys, const QString &name) {
        html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(keys.toHtmlEscaped(), name.toHtmlEscaped());
    };
    for (const WindowCommand &command : kCommands)
        row(keyText(command), words(command.name));
    for (const KeyNote &note : kNotes)
        row(QString::fromUtf8(note.keys), words(note.name));
    return html + QStringLiteral("</table>");
}

} // namespace telltale
