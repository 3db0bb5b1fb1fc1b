#include "app/demo/demo_broker.h"
#include "app/demo/demo_folder.h"
#include "data/sources/mqtt_publisher.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace telltale;
using namespace std::chrono_literals;

class TestDemoBroker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void acceptsMessagesAndLeavesNoFile();
    void endsWithItsObject();
    void endsWhenTheProgramIsKilled();
    void sweepTakesOnlyWhatIsStale();
    void missingProgramIsSaid();
    void brokenProgramIsSaid();
    void publisherGoesOnAfterTheBrokerCameBack();
    void publisherRepeatsWhatWasNotAcknowledged();
    void publisherSaysWhyItIsNotConnected();
    void offerSkipsWhileDisconnected();

private:
    DemoBroker::Options inFolder() const;
    QTemporaryDir m_folder;
};

namespace {

bool isAlive(pid_t process)
{
    return ::kill(process, 0) == 0;
}

/// Reaps `child` if it has ended.
bool hasEnded(pid_t child)
{
    return ::waitpid(child, nullptr, WNOHANG) != 0;
}

/// Follows one broker with mosquitto_sub; lines are `topic payload`.
class Listener
{
public:
    explicit Listener(const DemoBroker &broker)
    {
        m_process.start(QStringLiteral("mosquitto_sub"),
                        {QStringLiteral("-p"), QString::number(broker.port()), QStringLiteral("-q"),
                         QStringLiteral("1"), QStringLiteral("-t"), QStringLiteral("#"),
                         QStringLiteral("-d"), QStringLiteral("-v")});
    }
    ~Listener()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray text()
    {
        m_process.waitForReadyRead(10);
        m_text += m_process.readAllStandardOutput();
        return m_text;
    }

private:
    QProcess m_process;
    QByteArray m_text;
};

} // namespace

void TestDemoBroker::initTestCase()
{
    const auto started = DemoBroker::start(inFolder());
    if (!started && started.error().code == Error::Code::NotFound)
        QSKIP("SKIP_ALL mosquitto is not installed");
    QVERIFY2(started.ok(), started.ok() ? "" : started.error().detail.c_str());
}

DemoBroker::Options TestDemoBroker::inFolder() const
{
    DemoBroker::Options options;
    options.root = m_folder.path().toStdString();
    return options;
}

void TestDemoBroker::acceptsMessagesAndLeavesNoFile()
{
    const auto broker = DemoBroker::start(inFolder());
    QVERIFY(broker.ok());
    QVERIFY(QDir(m_folder.path()).isEmpty());
    Listener listener(*broker.value());
    MqttPublisher::Options options;
    options.url = broker.value()->url();
    const auto publisher = MqttPublisher::create(options);
    QVERIFY(publisher.ok());
    std::uint64_t calls = 0;
    QTRY_VERIFY((calls += publisher.value()->offer("hello", "")) > 0
                && listener.text().contains("hello"));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(publisher.value()->publish("a/b", std::to_string(i), 10s).ok());
    QVERIFY(publisher.value()->flush(10s).ok());
    QCOMPARE(publisher.value()->acknowledged(), 1000U + calls);
    QTRY_VERIFY(listener.text().contains("a/b 999\n"));
    QCOMPARE(listener.text().count("a/b "), 1000);
}

void TestDemoBroker::endsWithItsObject()
{
    auto broker = DemoBroker::start(inFolder());
    QVERIFY(broker.ok());
    const pid_t process = broker.value()->processId();
    QVERIFY(isAlive(process));
    broker.value().reset();
    QVERIFY(!isAlive(process));
}

void TestDemoBroker::endsWhenTheProgramIsKilled()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1); // orphans come to us, so that we see them end
    std::array<int, 2> pipe {};
    QCOMPARE(::pipe(pipe.data()), 0);
    const pid_t program = ::fork();
    if (program == 0) {
        const auto broker = DemoBroker::start(inFolder());
        const pid_t process = broker ? broker.value()->processId() : -1;
        if (::write(pipe[1], &process, sizeof process) != sizeof process)
            ::_exit(1);
        for (;;)
            ::pause();
    }
    pid_t broker = -1;
    QCOMPARE(::read(pipe[0], &broker, sizeof broker), ssize_t {sizeof broker});
    ::close(pipe[0]);
    ::close(pipe[1]);
    QVERIFY(broker > 0 && isAlive(broker));
    ::kill(program, SIGKILL);
    ::waitpid(program, nullptr, 0);
    QTRY_VERIFY(hasEnded(broker));
    QVERIFY(QDir(m_folder.path()).isEmpty());
    ::prctl(PR_SET_CHILD_SUBREAPER, 0);
}

void TestDemoBroker::sweepTakesOnlyWhatIsStale()
{
    const pid_t dead = ::fork();
    if (dead == 0)
        ::_exit(0);
    ::waitpid(dead, nullptr, 0);
    QTemporaryDir root;
    QDir folder(root.path());
    const QString stale = QStringLiteral("telltale-demo-%1-abc").arg(dead);
    const QString living = QStringLiteral("telltale-demo-%1-abc").arg(::getpid());
    const QString foreign = QStringLiteral("telltale-demonstration");
    for (const QString &name : {stale, living, foreign})
        QVERIFY(folder.mkdir(name));
    const QString config = folder.filePath(stale + QStringLiteral("/mosquitto.conf"));
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("listener 0 " + folder.filePath(stale + QStringLiteral("/socket")).toUtf8()
               + "\nuser root\n");
    file.close();
    const pid_t broker = ::fork();
    if (broker == 0) {
        ::dup2(::open("/dev/null", O_WRONLY), 2);
        ::execlp("mosquitto", "mosquitto", "-c", config.toLocal8Bit().constData(), nullptr);
        ::execl("/usr/sbin/mosquitto", "mosquitto", "-c", config.toLocal8Bit().constData(),
                nullptr);
        ::_exit(127);
    }
    QTRY_VERIFY(QFile::exists(folder.filePath(stale + QStringLiteral("/socket"))));

    QCOMPARE(sweepDemoBrokers(root.path().toStdString()), 2);
    QTRY_VERIFY(hasEnded(broker));
    QVERIFY(!folder.exists(stale));
    QVERIFY(folder.exists(living));
    QVERIFY(folder.exists(foreign));
    QCOMPARE(sweepDemoBrokers(root.path().toStdString()), 0);
}

void TestDemoBroker::missingProgramIsSaid()
{
    DemoBroker::Options options = inFolder();
    options.program = "/nowhere/mosquitto";
    const auto broker = DemoBroker::start(options);
    QVERIFY(!broker.ok());
    QVERIFY(broker.error().code == Error::Code::NotFound);
    QVERIFY(broker.error().detail.find("install the package mosquitto") != std::string::npos);
}

void TestDemoBroker::brokenProgramIsSaid()
{
    DemoBroker::Options options = inFolder();
    options.program = "/bin/false";
    const auto broker = DemoBroker::start(options);
    QVERIFY(!broker.ok());
    QVERIFY(broker.error().detail.find("does not start") != std::string::npos);
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

void TestDemoBroker::publisherGoesOnAfterTheBrokerCameBack()
{
    // A broker that stops answering for a while, then goes on.
    const auto broker = DemoBroker::start(inFolder());
    QVERIFY(broker.ok());
    MqttPublisher::Options options;
    options.url = broker.value()->url();
    options.window = 20;
    const auto publisher = MqttPublisher::create(options);
    QVERIFY(publisher.value()->waitConnected(10s).ok());
    ::kill(broker.value()->processId(), SIGSTOP);
    int taken = 0;
    while (taken < 100 && publisher.value()->publish("t", "x", 50ms).ok())
        ++taken;
    QVERIFY(taken >= 20 && taken <= 40); // in flight and waiting, not one more
    ::kill(broker.value()->processId(), SIGCONT);
    QVERIFY(publisher.value()->flush(10s).ok());
    QCOMPARE(publisher.value()->acknowledged(), static_cast<std::uint64_t>(taken));
}

void TestDemoBroker::publisherRepeatsWhatWasNotAcknowledged()
{
    auto broker = DemoBroker::start(inFolder());
    MqttPublisher::Options options;
    options.url = broker.value()->url();
    const auto publisher = MqttPublisher::create(options);
    QVERIFY(publisher.value()->waitConnected(10s).ok());
    ::kill(broker.value()->processId(), SIGSTOP); // so that some are surely in flight
    for (int i = 0; i < 100; ++i)
        QVERIFY(publisher.value()->publish("t", std::to_string(i), 10s).ok());
    DemoBroker::Options again = inFolder();
    again.port = broker.value()->port();
    broker.value().reset();
    QTRY_VERIFY(!publisher.value()->isConnected());
    QVERIFY(publisher.value()->acknowledged() < 100);
    const auto second = DemoBroker::start(again);
    QVERIFY2(second.ok(), second.ok() ? "" : second.error().detail.c_str());
    QVERIFY(publisher.value()->flush(20s).ok());
    QCOMPARE(publisher.value()->acknowledged(), 100U);
}

void TestDemoBroker::publisherSaysWhyItIsNotConnected()
{
    auto broker = DemoBroker::start(inFolder());
    MqttPublisher::Options options;
    options.url = broker.value()->url();
    broker.value().reset();
    const auto publisher = MqttPublisher::create(options);
    const Outcome outcome = publisher.value()->waitConnected(10s);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().code == Error::Code::ConnectionRefused);
    options.url = "mqtt://user:secret@localhost";
    QVERIFY(!MqttPublisher::create(options).ok());
}

void TestDemoBroker::offerSkipsWhileDisconnected()
{
    auto broker = DemoBroker::start(inFolder());
    MqttPublisher::Options options;
    options.url = broker.value()->url();
    const auto publisher = MqttPublisher::create(options);
    QVERIFY(publisher.value()->waitConnected(10s).ok());
    QVERIFY(publisher.value()->offer("t", "1"));
    QVERIFY(publisher.value()->flush(10s).ok());
    broker.value().reset();
    QTRY_VERIFY(!publisher.value()->isConnected());
    QVERIFY(!publisher.value()->offer("t", "2"));
    QCOMPARE(publisher.value()->skipped(), 1U);
    QVERIFY(publisher.value()->lastError().code != Error::Code::Internal);
}

QTEST_GUILESS_MAIN(TestDemoBroker)
#include "tst_demo_broker.moc"
