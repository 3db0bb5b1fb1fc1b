#include "tests/widgets/alarm_page_bench.h"

#include "tests/support/complete_rule.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/alarm_trend.h"
#include "widgets/alarms/journal_view.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/alarms/rules_view.h"
#include "widgets/common/data_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/figure_tile.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"
#include "widgets/trends/trend_view.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"
#include "models/journal_model.h"
#include "models/rule_table.h"

#include "data/telemetry/path_pattern.h"
#include "data/workspace/workspace.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

class TestAlarmPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void spaceAcknowledgesTheOccurrenceOnScreen();
    void spaceAcknowledgesWhatTheBannerOffersUntilARowIsPicked_data();
    void spaceAcknowledgesWhatTheBannerOffersUntilARowIsPicked();
    void anAcknowledgedAlarmStaysSelected();
    void whatWasAcknowledgedLeavesNoSuccessor();
    void visibleAreAcknowledgedExceptCritical();
    void selectedTogetherAreAcknowledgedExceptCritical();
    void keysSilenceAndAreNotTakenByTheFilter();
    void filterSaysHowManyItHides();
    void wordsOfTheJournalDoNotFilterTheAlarms();
    void refusalIsSaidInWords();
    void emptyListSaysWhatToDoNext();
    void wordsAboutAnActionMoveNoRow();
    void refusalInAViewNamesTheOwner();
    void responseHasTheTrendOfTheLastHalfHour();
    void timeLeftEndsWithTheCondition();
    void returnedAlarmsAreNotCountedAsActive();
    void responseIsReadWholeInASmallWindow();
    void assetAndTrendAreOneClickAway();
    void keyboardReachesEverything();
    void rulesAreLookedAtWhenTheyAreShown();
    void rulesOfABrokenFileAreSaidToBeMissing();
    void aJournalThatCannotBeReadGivesNoFigures();

private:
    std::unique_ptr<AlarmPageBench> m_bench;
};

void TestAlarmPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmPage::init()
{
    m_bench = std::make_unique<AlarmPageBench>();
}

void TestAlarmPage::cleanup()
{
    m_bench.reset();
}

void TestAlarmPage::spaceAcknowledgesTheOccurrenceOnScreen()
{
    AlarmRow row = m_bench->works().alarm(kBearingTag, "Bearing", 1, AlarmState::Unacked, 5s);
    row.occurrence = 7;
    m_bench->works().publishAlarms({row});
    m_bench->frame();
    m_bench->table().selectRow(0);
    row.occurrence = 8; // came again, but nobody has seen it yet
    m_bench->works().publishAlarms({row});
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QCOMPARE(m_bench->works().actions().size(), 1U);
    const AlarmAction &action = m_bench->works().actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::Acknowledge);
    QCOMPARE(action.alarms.size(), 1U);
    QCOMPARE(action.alarms.front().first, row.id);
    QCOMPARE(action.alarms.front().second, 7U);
}

void TestAlarmPage::spaceAcknowledgesWhatTheBannerOffersUntilARowIsPicked_data()
{
    QTest::addColumn<bool>("byKeys");
    QTest::newRow("by mouse") << false;
    QTest::newRow("by keys") << true;
}

void TestAlarmPage::spaceAcknowledgesWhatTheBannerOffersUntilARowIsPicked()
{
    QFETCH(bool, byKeys);
    const AlarmRow first
        = m_bench->works().alarm(kBearingTag, "Vibration", 3, AlarmState::Unacked, 50s);
    const AlarmRow worse
        = m_bench->works().alarm(kBearingTag, "Bearing", 1, AlarmState::Unacked, 5s);
    const AlarmRow worst = m_bench->works().alarm(kBearingTag, "Oil", 1, AlarmState::Unacked, 1s);
    const auto acknowledged = [this] {
        m_bench->frame();
        QTest::keyClick(&m_bench->table(), Qt::Key_Space);
        return QString::fromStdString(m_bench->works().actions().back().alarms.front().first);
    };
    m_bench->works().publishAlarms({first});
    m_bench->frame();
    m_bench->works().publishAlarms({worse, first});
    m_bench->frame();
    QVERIFY(m_bench->works().actions().empty());
    QCOMPARE(m_bench->table().selectedRows().front().id, worse.id);
    if (byKeys) {
        QTest::keyClick(&m_bench->table(), Qt::Key_Down);
        QTest::keyClick(&m_bench->table(),
                        Qt::Key_Up); // back on what was offered: now it is picked
    } else {
        const QModelIndex top = m_bench->table().model()->index(0, 0);
        QTest::mouseClick(m_bench->table().viewport(), Qt::LeftButton, {},
                          m_bench->table().visualRect(top).center());
    }
    m_bench->works().publishAlarms({worst, worse, first});
    QCOMPARE(acknowledged(), QString::fromStdString(worse.id));
}

/// The second press means the same alarm, not one that nobody chose.
void TestAlarmPage::anAcknowledgedAlarmStaysSelected()
{
    FakePlant &works = m_bench->works();
    AlarmRow first = works.alarm(kBearingTag, "Bearing", 1, AlarmState::Unacked, 5s);
    const AlarmRow second = works.alarm(kBearingTag, "Oil", 1, AlarmState::Unacked, 6s);
    works.publishAlarms({first, second});
    m_bench->frame();
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QCOMPARE(works.actions().back().alarms.front().first, first.id);
    first.state = AlarmState::Acked;
    works.publishAlarms({second, first});
    m_bench->frame();
    QCOMPARE(m_bench->table().selectedRows().front().id, first.id);
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QCOMPARE(works.actions().back().alarms.front().first, first.id);
}

void TestAlarmPage::whatWasAcknowledgedLeavesNoSuccessor()
{
    FakePlant &works = m_bench->works();
    const AlarmRow first = works.alarm(kBearingTag, "Bearing", 1, AlarmState::Unacked, 5s);
    const AlarmRow second = works.alarm(kBearingTag, "Oil", 1, AlarmState::Unacked, 6s);
    works.publishAlarms({first, second});
    m_bench->frame();
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    works.publishAlarms({second}); // the first had returned
    m_bench->frame();
    QVERIFY(m_bench->table().selectedRows().empty());
    QTest::keyClick(&m_bench->table(), Qt::Key_Space); // shows what the next press means
    QCOMPARE(works.actions().size(), 1U);
    QCOMPARE(m_bench->table().selectedRows().front().id, second.id);
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QCOMPARE(works.actions().back().alarms.front().first, second.id);
}

void TestAlarmPage::visibleAreAcknowledgedExceptCritical()
{
    std::vector<AlarmRow> rows;
    for (int i = 0; i < 200; ++i)
        rows.push_back(m_bench->works().alarm(kBearingTag, "Alarm " + std::to_string(i), 1 + i % 4,
                                              AlarmState::Unacked, std::chrono::seconds(i)));
    m_bench->works().publishAlarms(rows);
    m_bench->frame();
    const auto [first, last] = m_bench->table().visibleRows();
    const int shown = last - first + 1;
    QVERIFY(shown < 60);
    m_bench->page().list().acknowledgeVisible();
    const AlarmRow &top = m_bench->page().list().list().alarm(0);
    QCOMPARE(top.priority, 1);
    QVERIFY(m_bench->works().actions().empty()); // the 50 critical ones fill the view
    QTRY_VERIFY(
        m_bench->page().list().note().contains(QStringLiteral("acknowledge each by itself")));
    m_bench->table().scrollToBottom();
    m_bench->page().list().acknowledgeVisible();
    QTRY_COMPARE(m_bench->works().actions().size(), 1U);
    const AlarmAction &action = m_bench->works().actions().front();
    QCOMPARE(action.kind, AlarmAction::Kind::AcknowledgeVisible);
    QVERIFY(action.alarms.size() > 5 && action.alarms.size() <= static_cast<std::size_t>(shown));
}

void TestAlarmPage::selectedTogetherAreAcknowledgedExceptCritical()
{
    FakePlant &works = m_bench->works();
    const AlarmRow high = works.alarm(kBearingTag, "Two", 2, AlarmState::Unacked, 6s);
    works.publishAlarms({works.alarm(kBearingTag, "One", 1, AlarmState::Unacked, 5s), high,
                         works.alarm(kBearingTag, "Seen", 3, AlarmState::Acked, 60s)});
    m_bench->frame();
    m_bench->table().selectAll();
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QTRY_COMPARE(works.actions().size(), 1U);
    const AlarmAction &action = works.actions().front();
    QCOMPARE(action.alarms.size(), 1U);
    QCOMPARE(action.alarms.front().first, high.id);
    QTRY_VERIFY(
        m_bench->page().list().note().contains(QStringLiteral("acknowledge each by itself")));
}

void TestAlarmPage::keysSilenceAndAreNotTakenByTheFilter()
{
    QTest::keyClick(&m_bench->table(), Qt::Key_S);
    QCOMPARE(m_bench->works().actions().size(), 1U);
    QCOMPARE(m_bench->works().actions().front().kind, AlarmAction::Kind::Silence);
    auto *filter = m_bench->page().findChild<QLineEdit *>();
    QVERIFY(filter);
    QTest::keyClicks(filter, QStringLiteral("s p"));
    QCOMPARE(filter->text(), QStringLiteral("s p"));
    QCOMPARE(m_bench->works().actions().size(), 1U);
}

void TestAlarmPage::filterSaysHowManyItHides()
{
    const int all = m_bench->page().list().list().rowCount();
    auto *filter = m_bench->page().findChild<QLineEdit *>();
    filter->setText(QStringLiteral("valve"));
    m_bench->frame();
    QCOMPARE(m_bench->page().list().filter().rowCount(), 2); // the valve, and the new critical one
    QVERIFY(m_bench->page().list().note().contains(QString::number(all - 2)));
    filter->clear();
    m_bench->frame();
    QVERIFY(!m_bench->page().list().note().contains(QStringLiteral("filter")));
}

void TestAlarmPage::wordsOfTheJournalDoNotFilterTheAlarms()
{
    AlarmPage &page = m_bench->page();
    const int all = page.list().filter().rowCount();
    const auto type = [&page](const QString &words) {
        for (auto *filter : page.findChildren<QLineEdit *>()) {
            if (filter->isVisibleTo(&page) && filter->placeholderText() != QString()
                && !page.findChild<JournalView *>()->isAncestorOf(filter))
                return filter->setText(words);
        }
        QFAIL("no filter");
    };
    page.showSegment(AlarmPage::JournalSegment);
    type(QStringLiteral("nosuchword"));
    QTRY_COMPARE(page.findChild<JournalView *>()->model().filter().words.size(), std::size_t(1));
    page.showSegment(AlarmPage::ActiveSegment);
    m_bench->frame();
    QCOMPARE(page.list().filter().rowCount(), all);
    type(QStringLiteral("valve"));
    page.showSegment(AlarmPage::JournalSegment);
    QCOMPARE(page.findChild<JournalView *>()->model().filter().words.size(), std::size_t(1));
}

void TestAlarmPage::refusalIsSaidInWords()
{
    m_bench->works().plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::Refused, "stale_occurrence"});
    });
    m_bench->table().selectRow(0);
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(m_bench->page()).contains(QStringLiteral("came again meanwhile")));
}

void TestAlarmPage::emptyListSaysWhatToDoNext()
{
    m_bench->works().publishAlarms({});
    m_bench->frame();
    auto *add = m_bench->page().list().findChild<QPushButton *>(QStringLiteral("addFirstRule"));
    QVERIFY(add);
    QVERIFY(add->isVisible());
    std::vector<AlarmRule> &rules = m_bench->works().workspace().rules;
    rules.emplace_back(); // a draft watches nothing
    m_bench->frame();
    QVERIFY(add->isVisible());
    QVERIFY(wordsOn(m_bench->page().list()).contains(QStringLiteral("No rule in force")));
    rules.push_back(completeRule());
    m_bench->frame();
    QVERIFY(!add->isVisible());
    const QString words = wordsOn(m_bench->page().list());
    QVERIFY2(words.contains(QStringLiteral("No alarms\n1 rule")), qPrintable(words));
}

void TestAlarmPage::wordsAboutAnActionMoveNoRow()
{
    const QPoint before = m_bench->table().viewport()->mapTo(&m_bench->page(), QPoint());
    const int high = m_bench->table().height();
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QTRY_VERIFY(m_bench->page().list().note().contains(QStringLiteral("acknowledged")));
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->table().viewport()->mapTo(&m_bench->page(), QPoint()), before);
    QCOMPARE(m_bench->table().height(), high);
    m_bench->works().clock().advance(9s);
    m_bench->frame();
    QVERIFY(m_bench->page().list().note().isEmpty());
    QCOMPARE(m_bench->table().height(), high);
}

void TestAlarmPage::refusalInAViewNamesTheOwner()
{
    m_bench->works().status.isOwner = false;
    m_bench->works().status.owner = "ada@control-room";
    m_bench->works().publishStatus();
    m_bench->works().plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::NotPermitted, "this window is a view"});
    });
    QTest::keyClick(&m_bench->table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(m_bench->page()).contains(QStringLiteral("ada@control-room")));
    QVERIFY(Notice::said(m_bench->page()).startsWith(QStringLiteral("Refused")));
}

void TestAlarmPage::responseHasTheTrendOfTheLastHalfHour()
{
    const AlarmTrend &trend = m_bench->page().list().response().trend();
    QVERIFY(trend.isVisible()); // of the first row: the bearing
    const TrendWindow &window = trend.view().window();
    QCOMPARE(window.traces().size(), 1U);
    QCOMPARE(window.traces().front().info.path, std::string(kBearingTag));
    QCOMPARE(window.span(), std::chrono::microseconds(30min));
    QTRY_VERIFY((m_bench->frame(), m_bench->page().isComplete()));
    // The limit and the time the alarm has been active, both in the colour of its priority.
    const auto coloured = [this] {
        const QImage image = m_bench->page().list().response().grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = image.width() / 2; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                count += pixel.red() - pixel.green() > 60 && pixel.red() - pixel.blue() > 60;
            }
        }
        return count;
    };
    QTRY_VERIFY(coloured() > 100); // once its parts have their places
    AlarmRow system = m_bench->works().alarm("", "Source down", 2, AlarmState::Unacked, 5s);
    system.isSystem = true;
    m_bench->works().publishAlarms({system});
    m_bench->frame();
    QVERIFY(!trend.isVisible());
    QVERIFY(m_bench->page().isComplete());
}

void TestAlarmPage::timeLeftEndsWithTheCondition()
{
    const ResponsePanel &response = m_bench->page().list().response();
    QCOMPARE(response.timeLeft(), QStringLiteral("9 min 46 s (of 10 min)"));
    m_bench->works().clock().advance(1s);
    m_bench->frame();
    QCOMPARE(response.timeLeft(), QStringLiteral("9 min 45 s (of 10 min)"));
    std::vector<AlarmRow> rows = m_bench->works().plant().alarms->snapshot()->rows;
    rows.resize(1);
    rows.front().state = AlarmState::ReturnedUnacked;
    m_bench->works().publishAlarms(rows);
    m_bench->frame();
    QCOMPARE(response.timeLeft(), QStringLiteral("–"));
}

void TestAlarmPage::returnedAlarmsAreNotCountedAsActive()
{
    FakePlant &works = m_bench->works();
    const AlarmRow fresh = works.alarm(kBearingTag, "One", 1, AlarmState::Unacked, 5s);
    const AlarmRow acked = works.alarm(kBearingTag, "Two", 2, AlarmState::Acked, 60s);
    works.publishAlarms({fresh, acked,
                         works.alarm(kBearingTag, "Three", 1, AlarmState::ReturnedUnacked, 60s),
                         works.alarm(kBearingTag, "Four", 2, AlarmState::LatchedAcked, 60s)});
    m_bench->frame();
    QVERIFY(button(m_bench->page(), QStringLiteral("Active 2 · returned 2")));
    works.publishAlarms({fresh, acked});
    m_bench->frame();
    QVERIFY(button(m_bench->page(), QStringLiteral("Active 2")));
    QVERIFY(!button(m_bench->page(), QStringLiteral("returned")));
}

void TestAlarmPage::responseIsReadWholeInASmallWindow()
{
    m_bench->show({992, 640}); // what a window of 1280x720 leaves
    AlarmRow row = m_bench->works().alarm(kBearingTag, "Bearing temperature high", 1,
                                          AlarmState::Unacked, 5s);
    row.action = "Start the standby pump and stop this one; check the oil level, then call the "
                 "mechanic on duty and write down the temperature of the other bearing.";
    m_bench->works().publishAlarms({row});
    m_bench->frame();
    QTest::qWait(0);
    const ResponsePanel &response = m_bench->page().list().response();
    QVERIFY(response.isVisible());
    for (const QLabel *words : response.findChildren<QLabel *>()) {
        if (const auto *line = qobject_cast<const ElidedLabel *>(words))
            QVERIFY2(!line->isCut(), qPrintable(line->text()));
        else if (words->isVisible() && words->wordWrap())
            QVERIFY2(words->height() >= words->heightForWidth(words->width()),
                     qPrintable(words->text()));
    }
}

void TestAlarmPage::assetAndTrendAreOneClickAway()
{
    QSignalSpy opened(&m_bench->page(), &Page::openRequested);
    ResponsePanel &response = m_bench->page().list().response();
    QTest::mouseClick(&response.trend(), Qt::LeftButton);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("trend:%1#30min").arg(QLatin1String(kBearingTag)));
    response.trend().setFocus();
    QTest::keyClick(&response.trend(), Qt::Key_Return);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("trend:%1#30min").arg(QLatin1String(kBearingTag)));
    QTest::keyClick(&m_bench->table(), Qt::Key_Return);
    QCOMPARE(opened.takeFirst().first().toString(),
             QStringLiteral("asset:Northfield/Pump station 2/Pump P-203"));
}

void TestAlarmPage::keyboardReachesEverything()
{
    QSet<const QWidget *> reached;
    QWidget *at = &m_bench->table();
    do {
        reached << at;
        at = at->nextInFocusChain();
    } while (at != &m_bench->table());
    for (const QWidget *widget : m_bench->page().findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QPushButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const AlarmTrend *>(widget);
        if (!isControl || !widget->isVisible())
            continue;
        QVERIFY2(reached.contains(widget) && (widget->focusPolicy() & Qt::TabFocus),
                 qPrintable(widget->objectName()));
        const auto *button = qobject_cast<const QPushButton *>(widget);
        QVERIFY(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()));
    }
}

/// What each rule means is asked of all tags: not by those who want to see alarms.
void TestAlarmPage::rulesAreLookedAtWhenTheyAreShown()
{
    AlarmRule rule;
    rule.id = "hot";
    rule.tag = "**/Bearing temperature";
    m_bench->works().workspace().rules = {rule};
    AlarmPage &page = m_bench->page();
    m_bench->frame();
    QVERIFY(!page.findChild<RulesView *>());
    page.showPart(QStringLiteral("rules"));
    auto *rules = page.findChild<RulesView *>();
    QVERIFY(rules && rules->isVisible());
    m_bench->frame();
    QVERIFY(rules->isComplete());
    const auto *table = rules->findChild<DataTable *>();
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, RuleTable::TagsColumn).data().toString(),
             QString::number(matchingTags(m_bench->works().tags(), PathPattern(rule.tag)).size()));
    rule.id = "hotter";
    m_bench->works().workspace().rules.push_back(rule);
    page.showSegment(AlarmPage::ActiveSegment);
    page.showPart(QStringLiteral("rules"));
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestAlarmPage::rulesOfABrokenFileAreSaidToBeMissing()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("rules.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\": 1,\n \"rules\": [{\"id\": \"a\"} {\"id\": \"b\"}]}");
    file.close();
    Result<Workspace> broken = Workspace::load(folder.path().toStdString());
    QVERIFY(broken.ok());
    m_bench->works().workspace() = std::move(broken).value();
    AlarmPage &page = m_bench->page();
    page.showPart(QStringLiteral("rules"));
    QStringList texts;
    for (const ElidedLabel *label : page.findChild<RulesView *>()->findChildren<ElidedLabel *>())
        texts << label->text();
    const QString said = texts.join(u'\n');
    for (const char *part : {"The rules are missing",
                             "rules.json: line 2: a comma or a ] is missing", "rules.json.broken"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

void TestAlarmPage::aJournalThatCannotBeReadGivesNoFigures()
{
    QFile store(QString::fromStdString(m_bench->works().plant().dataFolder + "/alarms.db"));
    QVERIFY(store.open(QIODevice::WriteOnly) && store.write(QByteArray(8192, 'x')) > 0);
    store.close();
    m_bench->show({1600, 900});
    m_bench->page().showSegment(AlarmPage::JournalSegment);
    QTRY_VERIFY((m_bench->frame(), m_bench->page().isComplete()));
    const auto figures = [this] {
        QStringList shown;
        for (const FigureTile *tile : m_bench->page().findChildren<FigureTile *>()) {
            if (tile->accessibleName().startsWith(QStringLiteral("Last 10 min"))
                || tile->accessibleName().startsWith(QStringLiteral("Chattering")))
                shown << field<QLabel>(*tile, "live")->text();
        }
        return shown;
    };
    const auto *words = field<QLabel>(*m_bench->page().findChild<JournalView *>(), "second");
    QCOMPARE(figures(), (QStringList {QStringLiteral("–"), QStringLiteral("–")}));
    QVERIFY2(words->text().contains(QStringLiteral("damaged")), qPrintable(words->text()));
    QVERIFY(store.remove());
    ManualClock &clock = m_bench->works().clock();
    clock.set(clock.now() - 1h); // which keeps nobody from trying again
    clock.advance(11s);
    QTRY_COMPARE((m_bench->frame(), figures()),
                 (QStringList {QStringLiteral("0"), QStringLiteral("0")}));
    QTRY_COMPARE(words->text(),
                 QStringLiteral("Nothing has been written to the alarm journal yet."));
}

QTEST_MAIN(TestAlarmPage)
#include "tst_alarm_page.moc"
