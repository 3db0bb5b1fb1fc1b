#include "tests/support/fake_plant.h"
#include "tests/support/german_words.h"
#include "tests/widgets/find_widgets.h"

#include "models/connection_rows.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/data_table.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/connect/connections_page.h"
#include "widgets/connect/inbox_panel.h"
#include "widgets/connect/layers_panel.h"
#include "widgets/connect/speakers_panel.h"
#include "widgets/connect/speaking_assets_panel.h"
#include "widgets/connect/subscribe_all_question.h"
#include "widgets/connect/throughput_panel.h"
#include "widgets/overview/empty_plant.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

class TestConnectionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asksBeforeSubscribingToEverything();
    void topicsAreChosenInTheirField();
    void passwordGoesToTheKeychainAndNotToTheFile();
    void emptyPlantOffersTheNextStep();
    void lostConnectionIsSaidWhileItIsTried_data();
    void lostConnectionIsSaidWhileItIsTried();
    void layersSayWhatWasFound();
    void faultIsReadInFull();
    void emptyInboxTellsOfEarlierRuns();
    void refusedPayloadIsReadInFull();
    void viewEditsNoConnectionsAndNamesTheOwner();
    void failedSaveStaysSaid();
    void aConnectionThatCannotBeStoredIsNeitherGoneNorThere();
    void aLargePageTellsMore();
    void chosenAreaShowsItsAssets();
    void familiesAreAColumnOnceOneIsKnown();
    void emptyInboxGivesWay();
    void nothingThatSpeaksHasWords_data();
    void nothingThatSpeaksHasWords();
    void wordsForNothingAreWholeInALowWindow();
};

void TestConnectionsPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestConnectionsPage::asksBeforeSubscribingToEverything()
{
    FakePlant works;
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] { ++announced; };
    QVERIFY(works.workspace().connections.front().needsConfirmation());
    works.status.connections.front().granted.clear();
    works.status.connections.front().state = ConnectionStatus::State::Connected;
    works.publishStatus();
    ConnectionsPage page(plant);
    page.show();
    page.frame(works.clock().now());
    auto *question = page.findChild<SubscribeAllQuestion *>();
    QVERIFY(question->isVisible());
    QTest::mouseClick(button(*question, QStringLiteral("Subscribe to all")), Qt::LeftButton);
    QVERIFY(works.workspace().connections.front().needsConfirmation()); // not stored so far
    QTRY_COMPARE(announced, 1);
    QVERIFY(!question->isVisible());
    const Result<Workspace> again = Workspace::load(works.workspace().folder());
    QVERIFY(again.ok());
    QCOMPARE(again->connections.front().allTopicsConfirmed, true);
    QVERIFY(!again->connections.front().needsConfirmation());
}

/// What is typed takes the place of what the question was about.
void TestConnectionsPage::topicsAreChosenInTheirField()
{
    FakePlant works;
    ConnectionConfig &connection = works.workspace().connections.front();
    connection.filters = {"#"};
    ConnectionsPage page(works.plant());
    page.show();
    page.showPart(QStringLiteral("topics:") + QString::fromStdString(connection.name));
    const auto *dialog = page.findChild<ConnectionDialog *>();
    QVERIFY(dialog);
    const auto *topics = field<QPlainTextEdit>(*dialog, "filters");
    QVERIFY(dialog->focusWidget() == topics);
    QCOMPARE(topics->textCursor().selectedText(), QStringLiteral("#"));
}

void TestConnectionsPage::passwordGoesToTheKeychainAndNotToTheFile()
{
    FakePlant works(FakePlant::Content::Empty);
    Plant plant = works.plant();
    std::string kept;
    plant.storePassword = [&](const ConnectionConfig &, const std::string &password,
                              const std::function<void(Outcome)> &done) {
        kept = password;
        done({});
    };
    ConnectionsPage page(plant);
    page.show();
    page.addConnection();
    auto *dialog = page.findChild<ConnectionDialog *>();
    QTest::keyClicks(field<QLineEdit>(*dialog, "address"), QStringLiteral("mqtts://broker"));
    field<QLineEdit>(*dialog, "user")->setText(QStringLiteral("ada"));
    field<QLineEdit>(*dialog, "password")->setText(QStringLiteral("hunter22"));
    QTest::mouseClick(button(*dialog, QStringLiteral("Connect")), Qt::LeftButton);
    QTRY_COMPARE(kept, std::string("hunter22"));
    QFile file(QString::fromStdString(works.workspace().folder() + "/connections.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("mqtts://broker"));
    QVERIFY(!text.contains("hunter22"));
    QVERIFY(works.workspace().connections.front().needsConfirmation()); // `#`: nobody agreed so far
    ConnectionStatus &status = works.status.connections.emplace_back();
    status.name = "broker";
    status.state = ConnectionStatus::State::Connected;
    works.publishStatus();
    works.clock().advance(std::chrono::seconds(1));
    page.frame(works.clock().now());
    auto *question = page.findChild<SubscribeAllQuestion *>();
    QVERIFY(question->isVisible());
    QTest::mouseClick(button(*question, QStringLiteral("Subscribe to all")), Qt::LeftButton);
    QTRY_VERIFY(!works.workspace().connections.front().needsConfirmation());
}

void TestConnectionsPage::emptyPlantOffersTheNextStep()
{
    FakePlant works(FakePlant::Content::Empty);
    ConnectionsPage page(works.plant());
    page.show();
    QVERIFY(button(page, QStringLiteral("Connect to a broker")));
    QVERIFY(!button(page, QStringLiteral("Check again")));
}

void TestConnectionsPage::viewEditsNoConnectionsAndNamesTheOwner()
{
    FakePlant works;
    works.workspace().refuseEditing({Error::Code::Busy, "the data of root@vm, process 4711"});
    works.status.connections.front().granted.clear();
    works.publishStatus();
    const std::vector<ConnectionConfig> before = works.workspace().connections;
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] { ++announced; };
    plant.retryConnection = [&](int) { ++announced; };
    ConnectionsPage page(plant);
    page.show();
    page.frame(works.clock().now());
    for (const char *text :
         {"Add connection", "Edit", "Remove", "Check again", "Subscribe to all", "Choose topics"}) {
        QPushButton *one = button(page, QString::fromUtf8(text));
        QVERIFY2(one, text);
        QTest::mouseClick(one, Qt::LeftButton);
        auto *message = page.findChild<QMessageBox *>();
        QVERIFY2(message, text);
        QVERIFY2(message->text().contains(QStringLiteral("root@vm, process 4711")), text);
        delete message;
        QVERIFY(!page.findChild<ConnectionDialog *>());
    }
    QCOMPARE(announced, 0);
    QVERIFY(works.workspace().connections.front().needsConfirmation());
    QCOMPARE(works.workspace().connections.size(), before.size());
}

/// The samples are of this run, the counts of all: the two must not contradict each other.
void TestConnectionsPage::emptyInboxTellsOfEarlierRuns()
{
    InboxPanel inbox;
    const auto says = [&inbox](const char *words) {
        const QList<QLabel *> labels = inbox.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) {
            return label->text().contains(QLatin1String(words));
        });
    };
    PlantStatus status;
    inbox.setStatus(status, {});
    QVERIFY(says("Nothing has come yet"));
    status.counters.received = status.counters.decoded = 7;
    inbox.setStatus(status, {});
    QVERIFY(says("Everything that came was understood"));
    status.counters.received = 9;
    status.counters.dropped = {{"undecodable", 1}, {"payload_too_large", 1}, {"topic_too_long", 1}};
    inbox.setStatus(status, {});
    QVERIFY(says("3 message(s) of earlier runs were not understood"));
}

void TestConnectionsPage::refusedPayloadIsReadInFull()
{
    InboxPanel inbox;
    inbox.resize(900, 300);
    inbox.show();
    PlantStatus status;
    UndecodedPayload payload;
    payload.topic = "plant/deep";
    payload.looksLike = "JSON, beyond a limit at byte 32";
    payload.reason = "limit: it is more than 32 levels deep (byte 32)";
    payload.count = 1;
    status.undecoded = {payload};
    inbox.setStatus(status, {});
    const QList<QTableView *> tables = inbox.findChildren<QTableView *>();
    const auto found = std::find_if(tables.begin(), tables.end(), [](const QTableView *one) {
        return one->model()->rowCount() == 1;
    });
    QVERIFY(found != tables.end());
    QTableView *table = *found;
    QVERIFY(table->rowHeight(0) > Theme::kTableRow); // it goes on in a second line
    QVERIFY(isRowWhole(*table, 0));
    table->setCurrentIndex(table->model()->index(0, 0));
    const auto *whole = inbox.findChild<QLabel *>(QStringLiteral("whole"));
    QVERIFY(whole && whole->isVisible());
    QVERIFY(whole->text().contains(QStringLiteral("it is more than 32 levels deep (byte 32)")));
    QVERIFY(whole->text().contains(QStringLiteral("Have the device send a flatter document.")));
}

void TestConnectionsPage::lostConnectionIsSaidWhileItIsTried_data()
{
    QTest::addColumn<ConnectionStatus::State>("state");
    QTest::newRow("connecting") << ConnectionStatus::State::Connecting;
    QTest::newRow("waiting") << ConnectionStatus::State::Waiting;
}

void TestConnectionsPage::lostConnectionIsSaidWhileItIsTried()
{
    QFETCH(ConnectionStatus::State, state);
    FakePlant works;
    ConnectionStatus &connection = works.status.connections.front();
    connection.state = state;
    connection.outSince = works.clock().now() - std::chrono::minutes(5);
    connection.cause = "no answer to a ping";
    connection.causeCode = Error::Code::ConnectionLost;
    const Timestamp now = works.clock().now();
    QVERIFY(ConnectionRows::state(connection, now)
                .contains(QStringLiteral("without connection for 5 min")));
    EmptyPlant empty(works.plant());
    empty.setStatus(works.status, now);
    const QList<QLabel *> labels = empty.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("The connection was lost"));
    }));
    works.publishStatus();
    AlarmBanner banner(works.plant());
    banner.frame(now);
    QVERIFY(banner.degraded().contains(QStringLiteral("no connection to plant-a since")));
}

void TestConnectionsPage::layersSayWhatWasFound()
{
    using Layer = ConnectionLayer;
    ConnectionStatus status;
    status.url = "mqtt://127.0.0.1:50313";
    status.granted = {"plant/# qos 1"};
    status.refused = {"lab/#"};
    const auto passed = [&status](Layer::Name name, const char *detail, Layer::State state) {
        status.layers.push_back({name, state, detail, {}});
    };
    passed(Layer::Name::HostName, "127.0.0.1 → 127.0.0.1", Layer::State::Passed);
    passed(Layer::Name::Port, "127.0.0.1 port 50313 is open", Layer::State::Passed);
    passed(Layer::Name::Tls, "not encrypted", Layer::State::NotUsed);
    passed(Layer::Name::SignIn, "as shift-b", Layer::State::Passed);
    passed(Layer::Name::Topics, "MQTT 5, 1 filters granted, 1 refused", Layer::State::Passed);
    QStringList found;
    QStringList took;
    for (const TableRow &row : ConnectionRows::layers(status)) {
        found << row.cells[2].text;
        took << row.cells[3].text;
    }
    const QString quick = QStringLiteral("< 1 ms"); // every step that was taken has its time
    QCOMPARE(took, (QStringList {quick, quick, QString(), quick, quick}));
    QCOMPARE(found,
             (QStringList {QStringLiteral("127.0.0.1"), QStringLiteral("50313 open"),
                           QStringLiteral("not encrypted"), QStringLiteral("as shift-b"),
                           QStringLiteral("plant/# QoS 1 · lab/# refused")}));
}

void TestConnectionsPage::faultIsReadInFull()
{
    FakePlant works;
    ConnectionStatus &status = works.status.connections.front();
    ConnectionsPage page(works.plant());
    page.resize(1000, 560); // what a window of 1280x720 leaves it
    page.show();
    page.frame(works.clock().now());
    auto *fault = field<QLabel>(page, "fault");
    QVERIFY(!fault->isVisible());
    status.state = ConnectionStatus::State::Refused;
    status.causeCode = Error::Code::NoTls;
    status.cause = "broker.example.org closed the connection during the TLS handshake: if it does "
                   "not speak TLS, use mqtt:// or the port for TLS (8883)";
    status.layers
        = {{ConnectionLayer::Name::Tls, ConnectionLayer::State::Failed, status.cause, {}}};
    works.clock().advance(std::chrono::seconds(2));
    works.publishStatus();
    page.frame(works.clock().now());
    QCoreApplication::processEvents();
    QVERIFY(fault->isVisible());
    QCOMPARE(ConnectionRows::layers(status).front().cells[2].text,
             QStringLiteral("fails: see below")); // there it would be cut
    QVERIFY2(fault->text().contains(QString::fromStdString(status.cause)),
             qPrintable(fault->text()));
    QVERIFY(fault->text().contains(QStringLiteral("It does not seem to speak TLS. Use mqtt://")));
    QVERIFY2(fault->height() >= fault->heightForWidth(fault->width()),
             qPrintable(QString::number(fault->height())));
    const auto tables = page.findChildren<QTableView *>();
    const auto layers = std::find_if(tables.begin(), tables.end(), [](const QTableView *table) {
        return table->accessibleName() == QStringLiteral("Layers of the connection");
    });
    QVERIFY(layers != tables.end());
    QVERIFY(!(*layers)->verticalScrollBar()->isVisible());
}

/// Whatever else is shown meanwhile, until it is saved.
void TestConnectionsPage::failedSaveStaysSaid()
{
    FakePlant works;
    ConnectionsPage page(works.plant());
    page.resize(1000, 560);
    page.show();
    page.frame(works.clock().now());
    auto *words = field<QLabel>(page, "fault");
    const QString file = QString::fromStdString(works.workspace().folder() + "/connections.json");
    QFile::remove(file);
    QVERIFY(QDir().mkpath(file + QStringLiteral("/in the way")));
    QTest::mouseClick(button(page, QStringLiteral("Switch off")), Qt::LeftButton);
    QTRY_VERIFY(words->isVisible());
    const QString said = words->text();
    for (int i = 0; i < 2; ++i) {
        works.clock().advance(std::chrono::seconds(2));
        works.publishStatus();
        page.frame(works.clock().now());
    }
    QCOMPARE(words->text(), said);
    QVERIFY(QDir(file).removeRecursively());
    QVERIFY(works.workspace().connections.front().enabled);
    QTest::mouseClick(button(page, QStringLiteral("Switch off")), Qt::LeftButton);
    QTRY_VERIFY(!words->isVisible());
    QVERIFY(!works.workspace().connections.front().enabled);
    QVERIFY(button(page, QStringLiteral("Switch on")));
}

void TestConnectionsPage::aConnectionThatCannotBeStoredIsNeitherGoneNorThere()
{
    FakePlant works;
    Plant plant = works.plant();
    int announced = 0;
    plant.connectionsChanged = [&] { ++announced; };
    works.workspace().connections.resize(1);
    const std::string name = works.workspace().connections.front().name;
    const QString file = QString::fromStdString(works.workspace().folder() + "/connections.json");
    QFile::remove(file);
    QVERIFY(QDir().mkpath(file + QStringLiteral("/in the way")));
    ConnectionsPage page(plant);
    page.show();
    page.frame(works.clock().now());
    QTest::mouseClick(button(page, QStringLiteral("Remove")), Qt::LeftButton);
    button(*page.findChild<QMessageBox *>(), QStringLiteral("Remove"))->click();
    const auto *words = field<QLabel>(page, "fault");
    QTRY_VERIFY(words->isVisible() && words->text().contains(QStringLiteral("Not saved")));
    QVERIFY(button(page, QStringLiteral("Remove"))); // it is there
    page.addConnection();
    const QPointer<ConnectionDialog> dialog = page.findChild<ConnectionDialog *>();
    field<QLineEdit>(*dialog, "address")->setText(QStringLiteral("mqtts://other"));
    field<QLineEdit>(*dialog, "name")->setText(QStringLiteral("other"));
    button(*dialog, QStringLiteral("Connect"))->click();
    const auto *faults = field<QLabel>(*dialog, "faults");
    QTRY_VERIFY2(faults->text().contains(QStringLiteral("Not saved")), qPrintable(faults->text()));
    QVERIFY(dialog->isVisible());
    QCOMPARE(works.workspace().connections.size(), 1U);
    QCOMPARE(works.workspace().connections.front().name, name);
    QCOMPARE(announced, 0);
    QVERIFY(QDir(file).removeRecursively());
    button(*dialog, QStringLiteral("Connect"))->click();
    QTRY_COMPARE(announced, 1);
    QCOMPARE(works.workspace().connections.size(), 2U);
    QTRY_VERIFY(dialog.isNull());
}

void TestConnectionsPage::aLargePageTellsMore()
{
    FakePlant works;
    works.receive("$telltale/messages/rate", 52.0);
    ConnectionsPage page(works.plant());
    page.resize(960, 614); // what a window of 1280x720 leaves
    page.show();
    QTRY_VERIFY((page.frame(works.clock().now()), page.isComplete()));
    const auto *assets = page.findChild<SpeakingAssetsPanel *>();
    const auto *throughput = page.findChild<ThroughputPanel *>();
    QVERIFY(!assets->isVisible() && !throughput->isVisible());
    page.resize(3552, 2054); // and one of 3840x2160
    QTRY_VERIFY((page.frame(works.clock().now()), page.isComplete()));
    QVERIFY(assets->isVisible() && throughput->isVisible());
    QTRY_VERIFY(throughput->height() > 1200);
    const auto *rows = assets->findChild<QTableView *>();
    QVERIFY(rows->model()->rowCount() > 4);
    page.resize(960, 614);
    QTRY_VERIFY(!assets->isVisible());
}

void TestConnectionsPage::chosenAreaShowsItsAssets()
{
    FakePlant works;
    ConnectionsPage page(works.plant());
    page.resize(3552, 2054);
    page.show();
    QTRY_VERIFY((page.frame(works.clock().now()), page.isComplete()));
    const auto *assets = page.findChild<SpeakingAssetsPanel *>()->findChild<QTableView *>();
    auto *areas = page.findChild<SpeakersPanel *>()->findChild<QTableView *>();
    const int all = assets->model()->rowCount();
    areas->selectRow(0);
    const QString area = areas->model()->index(0, 0).data().toString();
    QVERIFY(assets->model()->rowCount() < all);
    for (int row = 0; row < assets->model()->rowCount(); ++row)
        QCOMPARE(assets->model()->index(row, 1).data().toString(), area);
    areas->clearSelection();
    QCOMPARE(assets->model()->rowCount(), all);
}

/// Nobody has heard a payload where the values come from history.
void TestConnectionsPage::familiesAreAColumnOnceOneIsKnown()
{
    FakePlant works;
    ConnectionsPage page(works.plant());
    page.resize(1632, 974);
    page.show();
    QTRY_VERIFY((page.frame(works.clock().now()), page.isComplete()));
    const auto *areas = page.findChild<SpeakersPanel *>()->findChild<QTableView *>();
    const int family = 1;
    QCOMPARE(areas->model()->headerData(family, Qt::Horizontal).toString(),
             QStringLiteral("Family"));
    QVERIFY(areas->isColumnHidden(family));
    for (std::uint32_t tag = 0; tag < works.tags().size(); ++tag)
        works.tags().setFamily({tag}, "json");
    works.clock().advance(std::chrono::seconds(10));
    page.frame(works.clock().now());
    QVERIFY(!areas->isColumnHidden(family));
    QCOMPARE(areas->model()->index(0, family).data().toString(), QStringLiteral("JSON"));
}

void TestConnectionsPage::emptyInboxGivesWay()
{
    FakePlant works;
    works.status.undecoded.clear();
    works.status.refusedTopics.clear();
    works.status.connections.front().refused.clear();
    works.publishStatus();
    ConnectionsPage page(works.plant());
    page.resize(1632, 974);
    page.show();
    page.frame(works.clock().now());
    const auto *inbox = page.findChild<InboxPanel *>();
    QTRY_VERIFY(inbox->height() < 100);
    UndecodedPayload payload;
    payload.topic = "plant/deep";
    works.status.undecoded = {payload};
    works.publishStatus();
    page.frame(works.clock().now());
    QTRY_VERIFY(inbox->height() > 150);
}

void TestConnectionsPage::nothingThatSpeaksHasWords_data()
{
    QTest::addColumn<bool>("isTried");
    QTest::addColumn<ConnectionStatus::State>("state");
    QTest::addColumn<bool>("isSubscribed");
    QTest::addColumn<QString>("toDo");
    using State = ConnectionStatus::State;
    QTest::newRow("off") << false << State::Off << false << QStringLiteral("switched off");
    QTest::newRow("refused") << true << State::Refused << false << QStringLiteral("layers above");
    QTest::newRow("no topics") << true << State::Connected << false
                               << QStringLiteral("choose topics");
    QTest::newRow("silent") << true << State::Connected << true
                            << QStringLiteral("check the topics");
}

/// What will stand there, and what it takes.
void TestConnectionsPage::nothingThatSpeaksHasWords()
{
    QFETCH(bool, isTried);
    QFETCH(ConnectionStatus::State, state);
    QFETCH(bool, isSubscribed);
    QFETCH(QString, toDo);
    FakePlant works(FakePlant::Content::Empty);
    SpeakersPanel panel(works.plant());
    ConnectionStatus status;
    status.state = state;
    if (isSubscribed)
        status.granted = {"plant/# qos 1"};
    panel.show(isTried ? &status : nullptr);
    const QString words = panel.findChild<DataTable *>()->wordsOfNothing();
    QVERIFY2(words.contains(QStringLiteral("Areas with their assets")), qPrintable(words));
    QVERIFY2(words.contains(toDo), qPrintable(words));
}

/// Beside a fault that takes room, and with the longer words of German.
void TestConnectionsPage::wordsForNothingAreWholeInALowWindow()
{
    const GermanWords german;
    FakePlant works(FakePlant::Content::Empty);
    ConnectionConfig &config = works.workspace().connections.emplace_back();
    config.name = "broker";
    config.url = "mqtt://broker.example.org";
    ConnectionStatus &status = works.status.connections.emplace_back();
    status.name = config.name;
    status.state = ConnectionStatus::State::Refused;
    status.causeCode = Error::Code::NoTls;
    status.cause = "broker.example.org closed the connection during the TLS handshake";
    works.publishStatus();
    ConnectionsPage page(works.plant());
    page.resize(960, 400);
    page.show();
    page.frame(works.clock().now());
    auto *table = page.findChild<SpeakersPanel *>()->findChild<DataTable *>();
    QVERIFY(table->isVisible() && !table->wordsOfNothing().isEmpty());
    const auto needed = [table] {
        const QRect room
            = table->viewport()->rect().adjusted(Theme::kMargin, 0, -Theme::kMargin, 0);
        return QFontMetrics(Theme::instance().font(Theme::Type::Text))
            .boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, table->wordsOfNothing())
            .height();
    };
    QTRY_VERIFY(table->viewport()->height() >= needed());
    const auto *layers = page.findChild<LayersPanel *>();
    QVERIFY(layers->height() >= layers->heightFor(layers->width()));
}

QTEST_MAIN(TestConnectionsPage)
#include "tst_connections_page.moc"
