#include "tests/widgets/alarm_page_bench.h"

#include "tests/widgets/find_widgets.h"
#include "widgets/alarms/alarm_table.h"
#include "widgets/alarms/hide_dialog.h"
#include "widgets/alarms/response_panel.h"
#include "widgets/alarms/rule_dialog.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"

#include "data/workspace/workspace.h"

#include <QApplication>
#include <QLabel>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

AlarmRule bearingRule()
{
    AlarmRule rule;
    rule.id = rule.title = "Bearing";
    rule.tag = kBearingTag;
    rule.limit = 85.0;
    rule.cause = rule.consequence = rule.action = "words";
    rule.respondWithinSeconds = 180.0;
    rule.rationalisedBy = rule.rationalisedAt = "somebody";
    rule.alarmClass = "process";
    return rule;
}

} // namespace

/// What the selected alarm asks of the operator, and what is wrong with its rule.
class TestResponsePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_bench = std::make_unique<AlarmPageBench>(); }
    void cleanup() { m_bench.reset(); }
    void whatIsOverdueSaysSo();
    void whatHasNoDataSinceTheRestartSaysSo();
    void whatIsNotRationalisedLeadsToItsRule();
    void whatChattersIsShelvedOrGetsLongerDelays();
    void adviceIsReadWholeInBothThemes_data();
    void adviceIsReadWholeInBothThemes();

private:
    void show(const AlarmRow &row)
    {
        m_bench->works().publishAlarms({row});
        m_bench->frame();
    }
    AlarmRow bearing(std::chrono::seconds ago)
    {
        AlarmRow row = m_bench->works().alarm(kBearingTag, "Bearing", 2, AlarmState::Unacked, ago);
        row.cause = row.consequence = row.action = "words";
        row.respondWithinSeconds = 180.0;
        return row;
    }
    const ResponsePanel &response() const { return m_bench->page().list().response(); }

    std::unique_ptr<AlarmPageBench> m_bench;
};

void TestResponsePanel::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestResponsePanel::whatHasNoDataSinceTheRestartSaysSo()
{
    const auto isSaid = [this] {
        const QList<QLabel *> lines = response().findChildren<QLabel *>();
        return std::any_of(lines.begin(), lines.end(), [](const QLabel *line) {
            return line->isVisible()
                && line->text().startsWith(QStringLiteral("since restart: no data"));
        });
    };
    AlarmRow row = bearing(60s);
    row.hasNoData = true;
    show(row);
    QVERIFY(isSaid());
    row.hasNoData = false;
    show(row);
    QVERIFY(!isSaid());
}

void TestResponsePanel::whatIsOverdueSaysSo()
{
    show(bearing(60s));
    QCOMPARE(response().timeLeft(), QStringLiteral("2 min (of 3 min)"));
    show(bearing(5min));
    QCOMPARE(response().timeLeft(), QStringLiteral("overdue 2 min (of 3 min)"));
}

void TestResponsePanel::whatIsNotRationalisedLeadsToItsRule()
{
    AlarmRule rule = bearingRule();
    m_bench->works().workspace().rules = {rule};
    show(bearing(5s));
    QVERIFY(!button(response(), QStringLiteral("Edit rule")));
    rule.cause.clear();
    rule.respondWithinSeconds = 0.0;
    m_bench->works().workspace().rules = {rule};
    show(bearing(6s));
    QCOMPARE(field<QLabel>(response(), "advice")->text(),
             QStringLiteral("Not rationalised. The rule does not state: cause, time to respond"));
    auto *edit = button(response(), QStringLiteral("Edit rule"));
    QVERIFY(edit);
    QVERIFY(edit->focusPolicy() & Qt::TabFocus);
    m_bench->works().workspace().rules.clear(); // meanwhile, by somebody else
    QTest::keyClick(edit, Qt::Key_Space);
    QTRY_VERIFY(Notice::said(m_bench->page()).contains(QStringLiteral("not there any more")));
    m_bench->works().workspace().rules = {rule};
    QTest::keyClick(edit, Qt::Key_Space);
    const auto *dialog = m_bench->page().findChild<RuleDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->rule().id, std::string("Bearing"));
    QVERIFY(m_bench->table().isVisible()); // the list stays
}

void TestResponsePanel::whatChattersIsShelvedOrGetsLongerDelays()
{
    m_bench->works().workspace().rules = {bearingRule()};
    AlarmRow row = bearing(5s);
    show(row);
    QVERIFY(!button(response(), QStringLiteral("Shelve")));
    row.chattering = true;
    row.timesSinceAck = 4;
    show(row);
    QVERIFY(field<QLabel>(response(), "advice")->text().contains(QStringLiteral("chattering × 4")));
    QVERIFY(!button(response(), QStringLiteral("Edit rule")));
    auto *shelve = button(response(), QStringLiteral("Shelve"));
    QVERIFY(shelve && shelve->isEnabled());
    QTest::keyClick(shelve, Qt::Key_Space);
    auto *asked = m_bench->page().findChild<HideDialog *>();
    QVERIFY(asked && asked->isVisible());
    asked->reject();
    QTest::keyClick(button(response(), QStringLiteral("Longer delays")), Qt::Key_Space);
    const auto *dialog = m_bench->page().findChild<RuleDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->rule().onDelaySeconds, 60.0); // usual for temperatures
    QCOMPARE(dialog->rule().offDelaySeconds, 60.0);
    QVERIFY2(dialog->windowTitle().contains(QStringLiteral("Delay on 0 → 60 s")),
             qPrintable(dialog->windowTitle()));
    QCOMPARE(m_bench->works().workspace().rules.front().onDelaySeconds, 0.0);
}

void TestResponsePanel::adviceIsReadWholeInBothThemes_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void TestResponsePanel::adviceIsReadWholeInBothThemes()
{
    QFETCH(Theme::Mode, mode);
    Theme::instance().setMode(mode);
    m_bench->show({992, 640}); // what a window of 1280x720 leaves
    m_bench->works().workspace().rules = {AlarmRule {}};
    m_bench->works().workspace().rules.front().id = "Bearing";
    AlarmRow row = bearing(5s);
    row.chattering = true;
    row.timesSinceAck = 12;
    show(row);
    QTest::qWait(0);
    const auto &words = *field<QLabel>(response(), "advice");
    QVERIFY(words.isVisible());
    QVERIFY(words.height() >= words.heightForWidth(words.width()));
    QCOMPARE(words.palette().color(QPalette::WindowText),
             Theme::instance().color(Theme::Role::Text));
    Theme::instance().setMode(Theme::Mode::Light);
}

QTEST_MAIN(TestResponsePanel)
#include "tst_response_panel.moc"
