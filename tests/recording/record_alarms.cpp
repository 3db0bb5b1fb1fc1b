/// Plays four stories of the alarms with the demo plant, the real window and its keys, and takes a
/// picture after each step: the first alarm, a flood, shelving, a rule tried on history.
///   record_alarms FOLDER light|dark

#include "tests/recording/film.h"

#include "app/plant_session.h"
#include "app/screens.h"

#include "data/alarms/alarm_board.h"
#include "models/workspace_edits.h"
#include "widgets/alarms/alarm_list_view.h"
#include "widgets/alarms/alarm_page.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/hide_actions.h"
#include "widgets/alarms/rule_dialog.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <cstdio>

using namespace telltale;
using namespace std::chrono_literals;
using recording::Film;

namespace {

const QSize kWindow(1280, 720);
constexpr auto kUntilFirstAlarm = 180s; ///< the demo sends its past first
constexpr std::size_t kFlood = 11; ///< alarms in ten minutes, and more

/// The program with its demo plant, in folders of its own.
struct Stage
{
    PlantSession &session;
    MainWindow &window;
    Film film;

    const Plant &plant() const { return session.plant(); }
    std::shared_ptr<const AlarmSnapshot> alarms() const { return plant().alarms->snapshot(); }
    AlarmPage *page() const { return qobject_cast<AlarmPage *>(window.currentPage()); }
};

bool hasNewOf(const AlarmSnapshot &alarms, int priority)
{
    return alarms.newByPriority[priority] > 0;
}

AlarmPage *openAlarms(Stage &stage)
{
    stage.window.openPage(QStringLiteral("alarms"));
    QTest::qWait(500);
    if (AlarmPage *page = stage.page()) {
        page->showSegment(AlarmPage::ActiveSegment);
        page->list().table().setFocus();
        return page;
    }
    return nullptr;
}

/// Quiet; the alarm in the banner; what it asks for; acknowledged with one key.
bool playFirstAlarm(Stage &stage)
{
    stage.film.begin(QStringLiteral("first-alarm"));
    if (!stage.film.waitFor(
            "the plant", [&] { return stage.window.isComplete(); }, 60s)
        || !stage.film.take())
        return false;
    if (!stage.film.waitFor(
            "the first alarm", [&] { return hasNewOf(*stage.alarms(), 1); }, kUntilFirstAlarm)
        || !stage.film.take())
        return false;
    AlarmPage *page = openAlarms(stage);
    if (!page || !stage.film.take())
        return false;
    stage.film.press(Qt::Key_Space);
    return stage.film.waitFor("the answer", [&] { return !hasNewOf(*stage.alarms(), 1); })
        && stage.film.take();
}

/// A rule nobody tried before: its limit lies below what every pump has all the time.
AlarmRule hastyRule()
{
    AlarmRule rule;
    rule.id = "hasty";
    rule.title = "Vibration above 0.1";
    rule.tag = "Northfield/**";
    rule.priority = 3;
    rule.limit = 0.1;
    rule.cause = "a limit that was not tried on history";
    rule.consequence = "alarms nobody can read";
    rule.action = "try the rule on history, then set the limit";
    rule.respondWithinSeconds = 1800.0;
    rule.rationalisedBy = "demo";
    rule.rationalisedAt = "2026-11-01";
    rule.alarmClass = "process";
    return rule;
}

bool setHastyRule(Stage &stage, bool isThere)
{
    std::optional<Outcome> stored;
    WorkspaceEdits::editRules(
        stage.plant(),
        [isThere](WorkspaceEdits::Rules &rules) {
            std::erase_if(rules, [](const AlarmRule &rule) { return rule.id == "hasty"; });
            if (isThere)
                rules.push_back(hastyRule());
        },
        "for the recording", [&stored](const Outcome &outcome) { stored = outcome; });
    return stage.film.waitFor("the rule", [&] { return stored.has_value(); }) && stored->ok();
}

/// The list as it arranges itself while more come than can be read, and after its cause is gone.
bool playFlood(Stage &stage)
{
    stage.film.begin(QStringLiteral("flood"));
    AlarmPage *page = openAlarms(stage);
    if (!page || !stage.film.take() || !setHastyRule(stage, true))
        return false;
    if (!stage.film.waitFor(
            "the flood",
            [&] { return stage.alarms()->flood && stage.alarms()->rows.size() > kFlood; }, 60s)
        || !stage.film.take())
        return false;
    stage.window.openPage(QStringLiteral("overview"));
    if (!stage.film.take() || !setHastyRule(stage, false))
        return false;
    return openAlarms(stage) && stage.film.waitFor("the end of the rule", [&] {
        return stage.alarms()->rows.size() < kFlood;
    }) && stage.film.take();
}

/// A reason and an end are asked for; the alarm stands in a list of its own until then.
bool playShelving(Stage &stage)
{
    stage.film.begin(QStringLiteral("shelving"));
    AlarmPage *page = openAlarms(stage);
    if (!page)
        return false;
    const auto lower = [&] {
        const auto &rows = stage.alarms()->rows;
        return std::any_of(rows.begin(), rows.end(),
                           [](const AlarmRow &row) { return row.priority > 1 && !row.isSystem; });
    };
    if (!stage.film.waitFor("an alarm that may be shelved", lower, kUntilFirstAlarm))
        return false;
    QTest::qWait(1000);
    for (int row = 0; row < page->list().table().model()->rowCount(); ++row) {
        page->list().table().selectRow(row);
        if (page->list().hideActions().action(AlarmAction::Kind::Shelve)->isEnabled())
            break;
    }
    if (!stage.film.take())
        return false;
    stage.film.press(Qt::Key_H);
    QTest::qWait(300);
    stage.film.type(QStringLiteral("sensor is being changed, work order 4711"));
    if (!stage.film.take())
        return false;
    stage.film.press(Qt::Key_Return);
    if (!stage.film.waitFor("the shelf", [&] { return stage.alarms()->shelved > 0; })
        || !stage.film.take())
        return false;
    page->showSegment(AlarmPage::ShelvedSegment);
    return stage.film.take();
}

/// What a limit would have raised, what another one would, and what it would miss.
bool playBacktest(Stage &stage)
{
    stage.film.begin(QStringLiteral("back-test"));
    AlarmPage *page = openAlarms(stage);
    if (!page)
        return false;
    page->showPart(QStringLiteral("rules"));
    if (!stage.film.take())
        return false;
    auto *rules = page->findChild<RulesView *>();
    if (!rules)
        return false;
    rules->openRule(QStringLiteral("station-bearing"));
    QTest::qWait(500);
    const auto *form = page->findChild<RuleDialog *>();
    auto *limit = form ? form->findChild<QLineEdit *>(QStringLiteral("limit")) : nullptr;
    auto *attempt = form ? form->findChild<QPushButton *>(QStringLiteral("try")) : nullptr;
    if (!limit || !attempt || !stage.film.take())
        return false;
    limit->selectAll();
    limit->setFocus();
    stage.film.type(QStringLiteral("95"));
    attempt->setFocus();
    stage.film.press(Qt::Key_Return);
    QTest::qWait(3000);
    const bool isTaken = stage.film.take();
    stage.film.press(Qt::Key_Escape);
    return isTaken;
}

bool play(Stage &stage)
{
    return playFirstAlarm(stage) && playShelving(stage) && playBacktest(stage) && playFlood(stage);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    const QStringList looks {QStringLiteral("light"), QStringLiteral("dark")};
    if (words.size() != 3 || !looks.contains(words.at(2))) {
        std::fprintf(stderr, "record_alarms FOLDER light|dark\n");
        return 2;
    }
    const QTemporaryDir place;
    QTranslator english; // a part of the program itself
    if (english.load(QStringLiteral(TELLTALE_ENGLISH)))
        QApplication::installTranslator(&english);
    auto session = PlantSession::open({place.filePath(QStringLiteral("demo")).toStdString(),
                                       place.filePath(QStringLiteral("data")).toStdString(),
                                       PlantSession::Use::Own, std::nullopt, true});
    if (!session.ok()) {
        std::fprintf(stderr, "%s\n", session.error().detail.c_str());
        return 1;
    }
    prepareScreens(application, session.value()->workspace().settings, QStringLiteral("en"),
                   words.at(2));
    MainWindow window(session.value()->plant());
    window.resize(kWindow);
    window.show();
    if (const Outcome started = session.value()->start(); !started.ok()) {
        std::fprintf(stderr, "%s\n", started.error().detail.c_str());
        return 1;
    }
    Stage stage {*session.value(), window, Film(window, QDir(words.at(1)), words.at(2))};
    const bool isPlayed = play(stage);
    window.hide();
    session.value()->stop();
    return isPlayed ? 0 : 1;
}
