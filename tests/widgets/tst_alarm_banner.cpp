#include "tests/support/fake_plant.h"
#include "tests/support/german_words.h"

#include "widgets/assets/asset_alarms_panel.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/alarm_counts.h"
#include "widgets/common/banner_alarm.h"
#include "widgets/common/data_table.h"
#include "widgets/common/notice.h"
#include "widgets/common/theme.h"
#include "widgets/overview/alarm_panel.h"

#include "models/alarm_list_model.h"
#include "models/alert_words.h"
#include "models/alerts.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <array>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// The places outside the alarm page where alarms are seen and acknowledged.
class TestAlarmBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void returnedCriticalAlarmIsShown();
    void returnedAlarmsAreCounted();
    void allPrioritiesAreSeenInANarrowWindow();
    void spaceAcknowledgesTheOccurrenceShown();
    void refusalIsSaidUntilItIsClicked();
    void narrowBannerKeepsAlarmAndClock();
    void limitIsReadBeforeTheAge();
    void lostConnectionsGiveWayToTheAlarm_data();
    void lostConnectionsGiveWayToTheAlarm();
    void bannerSaysWhyRecordingStopped();
    void bannerSaysHowLongTheDiskLasts();
    void wideBannerNamesItsZoneAtOnce();
    void countsOpenTheAlarmPage();
    void overviewPanelFits_data();
    void overviewPanelFits();
    void clockHasItsDateWhereItIsNotToday();
    void pictureDoesNotSayThatItIsAView();
    void soundIsSaid();
    void whatDoesNotWorkIsNeverHidden_data();
    void whatDoesNotWorkIsNeverHidden();
    void longRefusalIsReadWhole();
    void overviewPanelSaysWhyItRefused();
    void assetPanelSaysWhyItRefused();
    void panelsAcknowledgeNoSuccessor();
    void heldSpaceAsksOnce();
    void hiddenAlarmsAreCounted();

private:
    void refuseEverything();
    void loseConnections();

    std::unique_ptr<FakePlant> m_works;
};

namespace {

constexpr const char *kTag = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

bool says(const QWidget &widget, const char *words)
{
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
        return label->isVisible() && label->text().contains(QLatin1String(words));
    });
}

} // namespace

void TestAlarmBanner::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmBanner::init()
{
    m_works = std::make_unique<FakePlant>();
}

void TestAlarmBanner::refuseEverything()
{
    m_works->plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::Refused, "stale_occurrence"});
    });
}

/// Three, none of which has a short name.
void TestAlarmBanner::loseConnections()
{
    ConnectionStatus connection;
    connection.state = ConnectionStatus::State::Waiting;
    connection.outSince = m_works->clock().now() - 26h;
    m_works->status.connections.clear();
    for (const char *name : {"waterworks north", "pumping stations", "laboratory"}) {
        connection.name = name;
        m_works->status.connections.push_back(connection);
    }
    m_works->publishStatus();
}

void TestAlarmBanner::returnedCriticalAlarmIsShown()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    m_works->publishAlarms(
        {m_works->alarm(kTag, "Vibration rising", 3, AlarmState::Unacked, 5s),
         m_works->alarm(kTag, "Bearing hot", 1, AlarmState::ReturnedUnacked, 60s),
         m_works->alarm(kTag, "Seen already", 1, AlarmState::Acked, 1s)});
    banner.frame(m_works->clock().now());
    const auto *shown = banner.findChild<BannerAlarm *>();
    QVERIFY(shown->isVisible());
    QCOMPARE(shown->alarm()->title, std::string("Bearing hot"));
    QVERIFY(shown->detail().startsWith(QStringLiteral("returned")));
    QVERIFY(shown->accessibleName().contains(QStringLiteral("RETURNED")));
    banner.acknowledge();
    QCOMPARE(m_works->actions().size(), 1U);
    QVERIFY(m_works->actions().front().alarms.front().first.starts_with("Bearing hot"));
}

void TestAlarmBanner::returnedAlarmsAreCounted()
{
    AlarmBanner banner(m_works->plant());
    m_works->publishAlarms({m_works->alarm(kTag, "One", 1, AlarmState::ReturnedUnacked, 60s),
                            m_works->alarm(kTag, "Two", 1, AlarmState::LatchedUnacked, 60s),
                            m_works->alarm(kTag, "Three", 2, AlarmState::LatchedAcked, 60s)});
    banner.frame(m_works->clock().now());
    const auto *counts = banner.findChild<AlarmCounts *>();
    QVERIFY(counts->accessibleName().contains(
        QStringLiteral("priority 1: 0 active, 0 new, 2 returned and not acknowledged")));
    QVERIFY(counts->accessibleName().contains(
        QStringLiteral("priority 2: 0 active, 0 new, 0 returned and not acknowledged")));
}

void TestAlarmBanner::allPrioritiesAreSeenInANarrowWindow()
{
    AlarmBanner banner(m_works->plant());
    std::vector<AlarmRow> rows;
    for (const int priority : {1, 2, 3, 4}) {
        rows.push_back(m_works->alarm(kTag, "New " + std::to_string(priority), priority,
                                      AlarmState::Unacked, 60s));
        rows.push_back(m_works->alarm(kTag, "Gone " + std::to_string(priority), priority,
                                      AlarmState::ReturnedUnacked, 60s));
    }
    m_works->publishAlarms(std::move(rows));
    banner.resize(640, 44);
    banner.show();
    banner.frame(m_works->clock().now());
    QTest::qWait(0);
    const auto *counts = banner.findChild<AlarmCounts *>();
    QVERIFY(counts->width() >= counts->sizeHint().width());
    QVERIFY(counts->toolTip().contains(QStringLiteral("1 new")));
    const int brief = counts->width();
    banner.resize(1920, 44);
    QTest::qWait(0);
    QVERIFY(counts->width() > brief); // what is new has its words again
}

void TestAlarmBanner::spaceAcknowledgesTheOccurrenceShown()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    AlarmRow row = m_works->alarm(kTag, "Bearing hot", 1, AlarmState::Unacked, 5s);
    row.occurrence = 3;
    m_works->publishAlarms({row});
    banner.frame(m_works->clock().now());
    row.occurrence = 4; // came again, but it is not on screen yet
    m_works->publishAlarms({row});
    auto *shown = banner.findChild<BannerAlarm *>();
    QSignalSpy opened(&banner, &AlarmBanner::openRequested);
    shown->setFocus();
    QTest::keyClick(shown, Qt::Key_Space);
    QCOMPARE(m_works->actions().size(), 1U);
    QCOMPARE(m_works->actions().front().alarms.front().second, std::uint64_t(3));
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(shown, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void TestAlarmBanner::refusalIsSaidUntilItIsClicked()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    refuseEverything();
    banner.frame(m_works->clock().now());
    banner.acknowledge();
    QTRY_VERIFY(Notice::said(banner).contains(QStringLiteral("came again meanwhile")));
    auto *notice = banner.findChild<Notice *>();
    QTest::mouseClick(notice, Qt::LeftButton);
    QCOMPARE(Notice::said(banner), QString());
}

void TestAlarmBanner::narrowBannerKeepsAlarmAndClock()
{
    AlarmBanner banner(m_works->plant());
    m_works->status.isOwner = false;
    m_works->status.owner = "ada@control-room.example, process 12345";
    m_works->publishStatus();
    AlarmRow row = m_works->alarm(kTag, "Bearing temperature high", 1, AlarmState::Unacked, 5s);
    m_works->publishAlarms({row, m_works->alarm(kTag, "Two", 2, AlarmState::ReturnedUnacked, 5s)});
    banner.show();
    for (const int width : {1280, 1600, 1920}) {
        banner.resize(width, 44);
        banner.frame(m_works->clock().now());
        m_works->clock().advance(1s);
        QTest::qWait(0);
        const auto *shown = banner.findChild<BannerAlarm *>();
        QVERIFY(shown->width() >= shown->minimumSizeHint().width());
        for (const QWidget *part : banner.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (part->isVisible())
                QVERIFY2(part->geometry().right() < width, qPrintable(QString::number(width)));
        }
    }
    QVERIFY(says(banner, "Northfield Water")); // there is room for it again
}

/// Where there is no room for title, value and age.
void TestAlarmBanner::limitIsReadBeforeTheAge()
{
    BannerAlarm alarm(m_works->plant());
    AlarmRow row = m_works->alarm(kTag, "Bearing temperature high at the drive end of the pump", 1,
                                  AlarmState::Unacked, 14s);
    row.limit = 85.0;
    row.condition = "≥ 85.0";
    alarm.show(row, m_works->clock().now());
    alarm.resize(alarm.minimumSizeHint());
    const QString value = alarm.detail().section(QStringLiteral(" · "), 0, 0);
    QVERIFY(value.contains(QStringLiteral("85.0")));
    QVERIFY2(alarm.shownWords().endsWith(value), qPrintable(alarm.shownWords()));
}

void TestAlarmBanner::lostConnectionsGiveWayToTheAlarm_data()
{
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QByteArray>("summary");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("English") << false << QByteArray("3 of 3 connection(s) down")
                             << QByteArray("connected");
    QTest::newRow("German") << true << QByteArray("3 von 3 Verbindungen getrennt")
                            << QByteArray("verbunden");
}

void TestAlarmBanner::lostConnectionsGiveWayToTheAlarm()
{
    QFETCH(bool, isGerman);
    QFETCH(QByteArray, summary);
    QFETCH(QByteArray, connection);
    std::optional<GermanWords> german;
    if (isGerman)
        german.emplace();
    loseConnections();
    AlarmBanner banner(m_works->plant());
    banner.show();
    AlarmRow row
        = m_works->alarm(kTag, "Bearing temperature at the drive end", 1, AlarmState::Unacked, 14s);
    row.limit = 85.0;
    row.condition = "≥ 85.0";
    m_works->publishAlarms({row});
    const auto *alarm = banner.findChild<BannerAlarm *>();
    const QByteArray zone
        = m_works->plant()
              .zone
              .abbreviation(QDateTime::fromMSecsSinceEpoch(
                  toMicroseconds(m_works->clock().now()) / 1000, m_works->plant().zone))
              .toUtf8();
    for (int width = 1920; width >= 1280; width -= 40) {
        banner.resize(width, 44);
        banner.frame(m_works->clock().now());
        QTest::qWait(0);
        const QByteArray at = QByteArray::number(width) + ": " + alarm->shownWords().toUtf8();
        const QStringList parts = alarm->detail().split(QStringLiteral(" · "));
        const bool isWhole
            = alarm->shownWords() == QString::fromStdString(row.title) + u' ' + alarm->detail();
        QVERIFY2(isWhole || width < 1920, at.constData());
        QVERIFY2(alarm->shownWords().contains(QString::fromStdString(row.title)), at.constData());
        QVERIFY2(alarm->shownWords().contains(parts.front()), at.constData()); // value and limit
        QVERIFY2(alarm->shownWords().endsWith(parts.back()), at.constData()); // age
        QVERIFY2(says(banner, summary.constData()), at.constData());
        const std::array<bool, 4> inOrder {says(banner, "Northfield Water"),
                                           says(banner, zone.constData()),
                                           says(banner, connection.constData()), isWhole};
        for (std::size_t i = 1; i < inOrder.size(); ++i)
            QVERIFY2(!inOrder[i - 1] || inOrder[i], at.constData());
        for (const QWidget *part : banner.findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            QVERIFY2(!part->isVisible() || part->geometry().right() < width, at.constData());
        m_works->clock().advance(1s);
    }
    QVERIFY(!says(banner, "Northfield Water"));
    const QList<QLabel *> labels = banner.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->toolTip().contains(QStringLiteral("waterworks north"))
            && label->toolTip().contains(QStringLiteral("laboratory"));
    }));
    QVERIFY(banner.degraded().contains(QStringLiteral("pumping stations")));
}

void TestAlarmBanner::bannerSaysWhyRecordingStopped()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    m_works->status.isOwner = false;
    m_works->status.recording = false;
    Problem problem;
    problem.area = "recording";
    const auto saysFor = [&](Error::Code code, const char *words) {
        problem.code = code;
        m_works->status.problems = {problem};
        m_works->publishStatus();
        m_works->clock().advance(1s);
        banner.frame(m_works->clock().now());
        return says(banner, words);
    };
    QVERIFY(saysFor(Error::Code::DiskFull, "recording stopped: disk full"));
    QVERIFY(saysFor(Error::Code::DiskError, "recording stopped: disk not writable"));
    problem.area = "journal";
    QVERIFY(saysFor(Error::Code::DiskFull, "recording stopped: disk full"));
}

void TestAlarmBanner::bannerSaysHowLongTheDiskLasts()
{
    AlarmBanner banner(m_works->plant());
    const auto words = [&](std::optional<std::chrono::hours> fullIn) {
        m_works->status.disk = {1'000'000'000, true, fullIn};
        m_works->publishStatus();
        m_works->clock().advance(1s);
        banner.frame(m_works->clock().now());
        return banner.degraded();
    };
    QVERIFY(!words({}).contains(QStringLiteral("left")));
    QVERIFY(words({}).contains(QStringLiteral("disk nearly full")));
    QVERIFY(words(std::chrono::hours(6)).contains(QStringLiteral("about 7 hour(s) left")));
    QVERIFY(words(std::chrono::hours(75)).contains(QStringLiteral("about 3 day(s) left")));
    m_works->status.disk = {};
    m_works->publishStatus();
    m_works->clock().advance(1s);
    banner.frame(m_works->clock().now());
    QVERIFY(!banner.degraded().contains(QStringLiteral("disk")));
}

void TestAlarmBanner::wideBannerNamesItsZoneAtOnce()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    banner.frame(m_works->clock().now());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(
        toMicroseconds(m_works->clock().now()) / 1000, m_works->plant().zone);
    const QByteArray zone = m_works->plant().zone.abbreviation(now).toUtf8();
    QVERIFY2(says(banner, zone.constData()), zone.constData());
}

void TestAlarmBanner::countsOpenTheAlarmPage()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    QSignalSpy opened(&banner, &AlarmBanner::openRequested);
    auto *counts = banner.findChild<AlarmCounts *>();
    QTest::keyClick(counts, Qt::Key_Return);
    QTest::mouseClick(counts, Qt::LeftButton);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("alarms"));
}

void TestAlarmBanner::overviewPanelFits_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("textScale");
    QTest::newRow("beside the areas at 1280") << 530 << 1.0;
    QTest::newRow("at 1920") << 884 << 1.0;
    QTest::newRow("4K, 200 % text") << 1780 << 2.0;
}

void TestAlarmBanner::overviewPanelFits()
{
    QFETCH(int, width);
    QFETCH(double, textScale);
    Theme::instance().setTextScale(textScale);
    AlarmPanel panel(m_works->plant());
    panel.resize(width, 600);
    panel.show();
    m_works->publishAlarms({m_works->alarm(kTag, "Bearing hot", 1, AlarmState::Unacked, 5s),
                            m_works->alarm(kTag, "Two", 3, AlarmState::ReturnedUnacked, 400s)});
    panel.frame(m_works->clock().now());
    const QFontMetrics strong(Theme::instance().font(Theme::Type::Strong));
    const int padding = Theme::instance().measure(20);
    const DataTable &table = panel.table();
    for (int row = 0; row < 2; ++row) {
        for (const int column : {AlarmListModel::StateColumn, AlarmListModel::AssetColumn,
                                 AlarmListModel::AgeColumn}) {
            const QModelIndex index = table.model()->index(row, column);
            const QVariant brief = index.data(AlarmListModel::ShortRole);
            const QString text = brief.isValid() ? brief.toString() : index.data().toString();
            QVERIFY2(table.isColumnHidden(column)
                         || table.columnWidth(column) >= strong.horizontalAdvance(text) + padding,
                     qPrintable(text));
        }
    }
    Theme::instance().setTextScale(1.0);
}

void TestAlarmBanner::clockHasItsDateWhereItIsNotToday()
{
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, 44);
    banner.show();
    banner.frame(m_works->clock().now());
    QVERIFY(says(banner, "21:46:03") && !says(banner, "2026"));
    banner.setShowsDate(true);
    m_works->clock().advance(1s);
    banner.frame(m_works->clock().now());
    QVERIFY(says(banner, "2026-11-25 21:46:04"));
}

void TestAlarmBanner::pictureDoesNotSayThatItIsAView()
{
    m_works->status.isOwner = false;
    m_works->status.owner = "root@vm, process 4711";
    m_works->publishStatus();
    AlarmBanner window(m_works->plant());
    window.frame(m_works->clock().now());
    QCOMPARE(window.degraded(), QStringLiteral("view · root@vm records"));
    AlarmBanner picture(m_works->plant());
    picture.setIsPicture();
    picture.frame(m_works->clock().now());
    QCOMPARE(picture.degraded(), QString());
}

/// For as long as no alarm would be heard, that is said.
void TestAlarmBanner::soundIsSaid()
{
    Alerts &alerts = m_works->alerts();
    AlarmBanner banner(m_works->plant());
    banner.resize(1920, banner.sizeHint().height());
    banner.show();
    const auto showsOnly = [&](const char *words) {
        banner.frame(m_works->clock().now());
        int shown = 0;
        for (const char *each : {"no alarm sound", "sound on", "horn on"})
            shown += says(banner, each) ? 1 : 0;
        return shown == 1 && says(banner, words);
    };
    QVERIFY(showsOnly("no alarm sound")); // not tested yet
    alerts.setSound({Alerts::Outlet::State::Works, {}});
    QVERIFY(showsOnly("sound on"));
    alerts.setMuted(true);
    QVERIFY(showsOnly("no alarm sound"));
    alerts.setMuted(false);
    alerts.setSound({Alerts::Outlet::State::Absent, {}});
    QVERIFY(showsOnly("no alarm sound"));
}

void TestAlarmBanner::whatDoesNotWorkIsNeverHidden_data()
{
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<int>("width");
    QTest::newRow("English") << false << 1280;
    QTest::newRow("German") << true << 1280;
    QTest::newRow("narrower") << false << 1000;
}

/// With text of twice the size, a long title and a hidden alarm.
void TestAlarmBanner::whatDoesNotWorkIsNeverHidden()
{
    QFETCH(bool, isGerman);
    QFETCH(int, width);
    std::optional<GermanWords> german;
    if (isGerman)
        german.emplace();
    Theme::instance().setTextScale(2.0);
    const auto restore = qScopeGuard([] { Theme::instance().setTextScale(1.0); });
    Problem problem;
    problem.area = "recording";
    problem.code = Error::Code::DiskError;
    m_works->status.recording = false;
    m_works->status.problems = {problem};
    loseConnections();
    m_works->alerts().setSound({Alerts::Outlet::State::Absent, {}});
    const AlarmRow row = m_works->alarm(kTag, "Bearing temperature at the drive end is too high", 1,
                                        AlarmState::Unacked, 14s);
    m_works->publishAlarms({row, m_works->alarm(kTag, "Two", 2, AlarmState::ReturnedUnacked, 5s)},
                           {m_works->alarm(kTag, "Three", 3, AlarmState::Shelved, 60s)});
    AlarmBanner banner(m_works->plant());
    banner.setMinimumWidth(1); // as in a window, which does not ask it
    banner.resize(width, banner.sizeHint().height());
    banner.show();
    banner.frame(m_works->clock().now());
    QTest::qWait(0);
    QCOMPARE(banner.width(), width);
    int told = 0;
    for (const QLabel *label : banner.findChildren<QLabel *>()) {
        const bool isDegraded = label->accessibleName() == banner.degraded();
        if (!isDegraded && label->accessibleName() != AlertWords::sound(m_works->alerts()))
            continue;
        ++told;
        QVERIFY2(label->isVisible(), qPrintable(label->accessibleName()));
        QVERIFY(!label->text().isEmpty());
        QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                 qPrintable(label->text()));
        QVERIFY(!isDegraded || label->toolTip().contains(QStringLiteral("pumping stations")));
    }
    QCOMPARE(told, 2);
    QVERIFY(banner.findChild<BannerAlarm *>()->isVisible());
    const auto parts = banner.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (const QWidget *part : parts) {
        if (!part->isVisible())
            continue;
        QVERIFY2(part->geometry().right() < width, part->metaObject()->className());
        for (const QWidget *other : parts)
            QVERIFY2(other == part || !other->isVisible()
                         || !part->geometry().intersects(other->geometry()),
                     part->metaObject()->className());
    }
}

void TestAlarmBanner::longRefusalIsReadWhole()
{
    QWidget window;
    window.resize(700, 500);
    AlarmBanner banner(m_works->plant(), &window);
    window.show();
    m_works->plant().alarms->setActor([](AlarmAction, const AlarmBoard::Done &done) {
        done(Error {Error::Code::DiskFull, "done, but not stored yet: disk full"});
    });
    banner.frame(m_works->clock().now());
    banner.acknowledge();
    QTRY_VERIFY(Notice::said(banner).startsWith(QStringLiteral("Done, but not stored yet")));
    auto *notice = window.findChild<Notice *>();
    const auto *label = notice->findChild<QLabel *>();
    QVERIFY(window.rect().contains(notice->geometry()));
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    window.resize(400, 500);
    QTRY_VERIFY(window.rect().contains(notice->geometry()));
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestAlarmBanner::overviewPanelSaysWhyItRefused()
{
    AlarmPanel panel(m_works->plant());
    panel.resize(900, 400);
    panel.show();
    panel.frame(m_works->clock().now());
    refuseEverything();
    panel.table().selectRow(0);
    QTest::keyClick(&panel.table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(panel).contains(QStringLiteral("came again meanwhile")));
}

void TestAlarmBanner::assetPanelSaysWhyItRefused()
{
    AssetAlarmsPanel panel(m_works->plant(), "Northfield/Pump station 2/Pump P-203");
    panel.resize(420, 400);
    panel.show();
    panel.frame(m_works->clock().now());
    refuseEverything();
    QTest::keyClick(&panel.table(), Qt::Key_Space);
    QTRY_VERIFY(Notice::said(panel).contains(QStringLiteral("came again meanwhile")));
}

void TestAlarmBanner::heldSpaceAsksOnce()
{
    AlarmBanner banner(m_works->plant());
    AlarmPanel overview(m_works->plant());
    AssetAlarmsPanel asset(m_works->plant(), "Northfield/Pump station 2/Pump P-203");
    banner.frame(m_works->clock().now());
    overview.frame(m_works->clock().now());
    asset.frame(m_works->clock().now());
    overview.table().selectRow(0);
    asset.table().selectRow(0);
    QWidget *const pressed[]
        = {banner.findChild<BannerAlarm *>(), &overview.table(), &asset.table()};
    for (QWidget *one : pressed) {
        const std::size_t before = m_works->actions().size();
        for (const bool isRepeat : {false, true, true}) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "),
                            isRepeat);
            QApplication::sendEvent(one, &press);
        }
        QCOMPARE(m_works->actions().size(), before + 1);
    }
}

void TestAlarmBanner::panelsAcknowledgeNoSuccessor()
{
    const AlarmRow first = m_works->alarm(kTag, "One", 1, AlarmState::ReturnedUnacked, 5s);
    const AlarmRow second = m_works->alarm(kTag, "Two", 1, AlarmState::ReturnedUnacked, 6s);
    AlarmPanel overview(m_works->plant());
    AssetAlarmsPanel asset(m_works->plant(), "Northfield/Pump station 2/Pump P-203");
    const auto check = [&](auto &panel) {
        m_works->publishAlarms({first, second});
        panel.resize(900, 400);
        panel.show();
        panel.frame(m_works->clock().now());
        panel.table().selectRow(0);
        const std::size_t before = m_works->actions().size();
        QTest::keyClick(&panel.table(), Qt::Key_Space);
        QCOMPARE(m_works->actions().size(), before + 1);
        QCOMPARE(m_works->actions().back().alarms.front().first, first.id);
        m_works->publishAlarms({second});
        m_works->clock().advance(1s);
        panel.frame(m_works->clock().now());
        QVERIFY(!panel.table().selectionModel()->hasSelection());
        QTest::keyClick(&panel.table(), Qt::Key_Space);
        QCOMPARE(m_works->actions().size(), before + 1);
    };
    check(overview);
    check(asset);
}

void TestAlarmBanner::hiddenAlarmsAreCounted()
{
    AlarmBanner banner(m_works->plant());
    const auto *counts = banner.findChild<AlarmCounts *>();
    m_works->publishAlarms({}, {m_works->alarm(kTag, "One", 3, AlarmState::Shelved, 60s)});
    banner.resize(1920, 44);
    banner.show();
    banner.frame(m_works->clock().now());
    QTest::qWait(0);
    const int one = counts->width();
    m_works->publishAlarms({},
                           {m_works->alarm(kTag, "One", 3, AlarmState::Shelved, 60s),
                            m_works->alarm(kTag, "Two", 3, AlarmState::Suppressed, 60s),
                            m_works->alarm(kTag, "Three", 3, AlarmState::OutOfService, 60s)});
    banner.frame(m_works->clock().now());
    QTest::qWait(0);
    for (const char *words : {"shelved 1", "suppressed 1", "out of service 1"})
        QVERIFY2(counts->accessibleName().contains(QLatin1String(words)), words);
    const int whole = counts->width();
    QVERIFY(whole > one);
    banner.setMinimumWidth(1); // as in a window, which does not ask it
    banner.resize(whole, 44); // with the menu there is no room for all of it
    QTest::qWait(0);
    QVERIFY(counts->width() < whole); // as one sum
}

QTEST_MAIN(TestAlarmBanner)
#include "tst_alarm_banner.moc"
