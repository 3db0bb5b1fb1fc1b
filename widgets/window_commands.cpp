#include "widgets/window_commands.h"

#include "widgets/assets/asset_dock.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/main_window.h"
#include "widgets/page_table.h"

#include "models/asset_tree_model.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale {
namespace {

constexpr std::size_t kPlaces = 40;
constexpr int kCellPadding = 4; ///< of the list of keys, pixels
constexpr int kKeyGap = 24; ///< between a key and what it does
constexpr int kHalfGap = 48; ///< between its two halves
constexpr int kGroupGap = 12; ///< above a heading
constexpr double kTextScales[] = {1.0, 1.25, 1.5, 2.0};

constexpr std::pair<const char *, const char *> kLanguages[]
    = {{"English", "en"}, {"Deutsch", "de"}};

/// To the next of the text sizes, or the one before.
void stepTextSize(int by)
{
    const auto at
        = std::find(std::begin(kTextScales), std::end(kTextScales), Theme::instance().textScale());
    const auto last = std::ssize(kTextScales) - 1;
    const auto place = at == std::end(kTextScales) ? 0 : at - std::begin(kTextScales);
    Theme::instance().setTextScale(kTextScales[std::clamp<std::ptrdiff_t>(place + by, 0, last)]);
}

void toggleBlinking()
{
    Theme::instance().setBlinking(!Theme::instance().isBlinking());
}

QString sizeName(double scale)
{
    return QStringLiteral("%1 %").arg(qRound(scale * 100));
}

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
    {QT_TRANSLATE_NOOP("WindowCommands", "Filter assets and tags"), "Ctrl+F", true, [](MainWindow &window) { window.filterAssets(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Acknowledge the alarm in the banner"), "Space", true, [](MainWindow &window) { window.banner().acknowledge(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Silence the horn"), "F8", true, [](MainWindow &window) { window.silence(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Mute the alarm sound or let it be heard"), "Ctrl+M", true, [](MainWindow &window) { window.toggleMuted(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Up one display level"), "Backspace", false, [](MainWindow &window) { window.goUp(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Report of this page"), "Ctrl+R", true, [](MainWindow &window) { window.reportPage(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Close this tab"), "Ctrl+W", true, [](MainWindow &window) { window.closeCurrentTab(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Light or dark"), "Ctrl+T", true, [](MainWindow &window) { window.toggleTheme(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Larger text"), "Ctrl++", true, [](MainWindow &) { stepTextSize(1); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Smaller text"), "Ctrl+-", true, [](MainWindow &) { stepTextSize(-1); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Alarm markers blink or stand still"), "", false, [](MainWindow &) { toggleBlinking(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Full screen"), "F11", true, [](MainWindow &window) { window.toggleFullScreen(); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "List of keys"), "F1", true, [](MainWindow &window) { showKeyList(window); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Add connection…"), "", false, [](MainWindow &window) { window.openPage(QStringLiteral("connections#add")); }},
    {QT_TRANSLATE_NOOP("WindowCommands", "Add alarm rule…"), "", false, [](MainWindow &window) { window.openPage(QStringLiteral("alarms#add-rule")); }},
};
struct KeyNote
{
    const char *name;
    const char *keys; ///< apart by blanks, each as QKeySequence reads it
};
constexpr KeyNote kNotes[] = {
    {QT_TRANSLATE_NOOP("WindowCommands", "Tab 1 to 9"), "Ctrl+1 … 9"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Open what is selected, press the button"), "Enter"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Copy the value or the rows"), "Ctrl+C"},
};
constexpr KeyNote kTrendNotes[] = {
    {QT_TRANSLATE_NOOP("WindowCommands", "Earlier, later"), "← →"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Nearly a page earlier, later"), "PgUp PgDown"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Zoom in, out"), "+ −"},
    {QT_TRANSLATE_NOOP("WindowCommands", "To the beginning of the history"), "Home"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Live: follow the clock"), "L End"},
    {QT_TRANSLATE_NOOP("WindowCommands", "To the newest data"), "N"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Pause: stand still"), "P"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Two cursors on or off"), "X"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Undo the last zoom"), "Backspace"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Copy figures between the cursors, or values"), "Ctrl+C"},
};
constexpr KeyNote kAlarmNotes[] = {
    {QT_TRANSLATE_NOOP("WindowCommands", "Acknowledge the selected alarms"), "Space"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Reset the selected latched alarms"), "L"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Comment"), "C"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Silence"), "S"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Shelve the selected alarms, unshelve them"), "H U"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Take the selected alarms out of service, return them"), "O R"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Open the group of the alarm"), "G"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Acknowledge all of a group"), "A"},
    {QT_TRANSLATE_NOOP("WindowCommands", "In a flood: open and close a unit"), "Right Left"},
    {QT_TRANSLATE_NOOP("WindowCommands", "Open the asset"), "Enter"},
};
// clang-format on

QString words(const char *text)
{
    return QCoreApplication::translate("WindowCommands", text);
}

QString keyText(const char *keys)
{
    static const QRegularExpression isNamed(QStringLiteral("^[A-Za-z0-9+-]{2,}$"));
    QStringList texts = QString::fromUtf8(keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &text : texts) {
        if (isNamed.match(text).hasMatch())
            text = QKeySequence(text).toString(QKeySequence::NativeText);
    }
    return texts.join(QLatin1Char(' '));
}

/// Two cells each: the key and what it does. `gap`: behind the second one.
template <typename Notes> QStringList keyRows(const Notes &notes, int gap)
{
    QStringList rows;
    for (const auto &note : notes) {
        if (*note.keys)
            rows << QStringLiteral("<td style='padding-right:%1px'><b>%2</b></td>"
                                   "<td style='padding-right:%3px'>%4</td>")
                        .arg(QString::number(kKeyGap), keyText(note.keys).toHtmlEscaped(),
                             QString::number(gap), words(note.name).toHtmlEscaped());
    }
    return rows;
}

template <typename Notes> QStringList keyGroup(const char *title, const Notes &notes, int gap = 0)
{
    const QString heading = QStringLiteral("<td colspan='2' style='padding-top:%1px'>%2</td>")
                                .arg(QString::number(kGroupGap), words(title).toHtmlEscaped());
    return QStringList(heading) + keyRows(notes, gap);
}

void addTextSizes(QMenu &menu)
{
    QMenu *sizes = menu.addMenu(words(QT_TRANSLATE_NOOP("WindowCommands", "Text size")));
    auto *group = new QActionGroup(sizes);
    for (const double scale : kTextScales) {
        QAction *action = sizes->addAction(sizeName(scale));
        action->setCheckable(true);
        action->setChecked(qFuzzyCompare(scale, Theme::instance().textScale()));
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, action,
                         [scale] { Theme::instance().setTextScale(scale); });
    }
}

void addBlinking(QMenu &menu)
{
    QAction *action = menu.addAction(words(QT_TRANSLATE_NOOP("WindowCommands", "Markers blink")));
    const auto show = [action] { action->setChecked(Theme::instance().isBlinking()); };
    action->setCheckable(true);
    show();
    QObject::connect(action, &QAction::triggered, action, &toggleBlinking);
    QObject::connect(&Theme::instance(), &Theme::changed, action, show);
}

void addLanguages(QMenu &menu, MainWindow &window)
{
    QMenu *languages = menu.addMenu(words(QT_TRANSLATE_NOOP("WindowCommands", "Language")));
    for (const auto &[name, code] : kLanguages) {
        const QString language = QLatin1String(code);
        QObject::connect(languages->addAction(QLatin1String(name)), &QAction::triggered, &window,
                         [&window, language] { window.chooseLanguage(language); });
    }
}

/// What the menu has in menus of its own.
void addChoices(std::vector<CommandPalette::Command> &commands, MainWindow &window)
{
    const QString language = words(QT_TRANSLATE_NOOP("WindowCommands", "Language"));
    for (const auto &[name, code] : kLanguages) {
        commands.push_back(
            {language + QStringLiteral(": ") + QLatin1String(name),
             {},
             [&window, to = QString(QLatin1String(code))] { window.chooseLanguage(to); }});
    }
    const QString size = words(QT_TRANSLATE_NOOP("WindowCommands", "Text size"));
    for (const double scale : kTextScales)
        commands.push_back({size + QStringLiteral(": ") + sizeName(scale), {}, [scale] {
                                Theme::instance().setTextScale(scale);
                            }});
}

} // namespace

void addWindowShortcuts(MainWindow &window)
{
    for (const WindowCommand &command : kCommands) {
        if (!command.isShortcut)
            continue;
        auto *shortcut = new QShortcut(QKeySequence(QLatin1String(command.keys)), &window);
        shortcut->setAutoRepeat(false); // one press, one alarm, one tab
        QObject::connect(shortcut, &QShortcut::activated, &window,
                         [&window, run = command.run] { run(window); });
    }
    for (int i = 0; i < 9; ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), &window);
        QObject::connect(shortcut, &QShortcut::activated, &window,
                         [&window, i] { window.showTab(i); });
    }
}

QMenu *makeWindowMenu(MainWindow &window, QWidget *parent)
{
    auto *menu = new QMenu(parent);
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
    addBlinking(*menu);
    for (const WindowCommand &command : kCommands) {
        if (!command.isShortcut)
            continue;
        QAction *action
            = menu->addAction(words(command.name) + QLatin1Char('\t') + keyText(command.keys));
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
    for (const PagePart &part : pageParts())
        commands.push_back(
            {QCoreApplication::translate("PageTable", part.name), page,
             [&window, place = QString(QLatin1String(part.place))] { window.openPage(place); }});
    for (const WindowCommand &command : kCommands) {
        commands.push_back({words(command.name), keyText(command.keys),
                            [&window, run = command.run] { run(window); }});
    }
    addChoices(commands, window);
    return commands;
}

std::vector<CommandPalette::Command> findPlaces(MainWindow &window, const AssetTreeModel &assets,
                                                const QString &text)
{
    std::vector<CommandPalette::Command> places;
    AssetTree::Node lastAsset = AssetTree::kNone;
    const QStringList typed = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const TagId tag : assets.search().find(text.toStdString(), kPlaces).tags) {
        const AssetTree::Node leaf = assets.tree().leaf(tag);
        const AssetTree::Node asset = assets.tree().parent(leaf);
        const auto add = [&](AssetTree::Node node) {
            const QString path = assets.nodeData(node, AssetTreeModel::PathRole).toString();
            const QString key
                = node == leaf ? TrendKey::of(QStringList(path)) : QStringLiteral("asset:") + path;
            places.push_back({assets.nodeData(node, Qt::DisplayRole).toString(),
                              shownText(path.section(QLatin1Char('/'), 0, -2).toStdString()),
                              [&window, key] { window.openPage(key); }});
        };
        // Enter opens what was typed: the asset, unless only the name of its tag fits.
        const bool isNew = asset != lastAsset && asset != AssetTree::kRoot;
        const bool isAssetMeant = CommandPalette::fits(
            assets.nodeData(asset, AssetTreeModel::PathRole).toString(), typed);
        if (isNew && isAssetMeant)
            add(asset);
        lastAsset = asset;
        add(leaf);
        if (isNew && !isAssetMeant)
            add(asset);
    }
    return places;
}

/// One table, so that rows and columns of both halves are in line.
QString keyListHtml()
{
    const QStringList left
        = keyGroup(QT_TRANSLATE_NOOP("WindowCommands", "Everywhere"), kCommands, kHalfGap)
        + keyRows(kNotes, kHalfGap);
    const QStringList right
        = keyGroup(QT_TRANSLATE_NOOP("WindowCommands", "In a trend"), kTrendNotes)
        + keyGroup(QT_TRANSLATE_NOOP("WindowCommands", "In a list of alarms"), kAlarmNotes);
    const QString nothing = QStringLiteral("<td></td><td></td>");
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='%1'>").arg(kCellPadding);
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i)
        html += QStringLiteral("<tr>") + left.value(i, nothing) + right.value(i, nothing)
            + QStringLiteral("</tr>");
    return html + QStringLiteral("</table>");
}

void showKeyList(MainWindow &window)
{
    auto *box = new QDialog(&window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(words(QT_TRANSLATE_NOOP("WindowCommands", "Keys")));
    auto *line = new QVBoxLayout(box);
    line->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    auto *keys = new QLabel(keyListHtml());
    keys->setTextFormat(Qt::RichText);
    line->addWidget(keys);
    box->show();
}

} // namespace telltale
