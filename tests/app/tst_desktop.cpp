#include "app/command.h"

#include "data/pipeline/status_file.h"
#include "data/workspace/workspace.h"
#include "tests/support/mosquitto_broker.h"
#include "tests/widgets/find_widgets.h"
#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace telltale;
using namespace telltale::test;

namespace {

constexpr int kPatience = 30'000; ///< milliseconds for one step, of a slow machine
constexpr int kGaveUp = 90;
constexpr char kPassword[] = "canary-7431";
constexpr char kName[] = "works";

/// Does one step after the other in the running program and ends it then, or when one of them
/// takes too long.
class Person
{
public:
    using Step = std::function<bool()>; ///< whether it is done

    explicit Person(std::vector<Step> steps)
        : m_steps(std::move(steps))
    {
        QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] { act(); });
        m_since.start();
        m_look.start(20);
    }

private:
    void act()
    {
        if (m_next == m_steps.size())
            return QCoreApplication::exit();
        if (m_steps[m_next]()) {
            ++m_next;
            m_since.restart();
        } else if (m_since.elapsed() > kPatience) {
            QCoreApplication::exit(kGaveUp);
        }
    }

    const std::vector<Step> m_steps;
    std::size_t m_next = 0;
    QElapsedTimer m_since;
    QTimer m_look;
};

MainWindow *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *window = qobject_cast<MainWindow *>(widget);
        if (window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace

/// How one session of the desktop program follows another.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_folder.reset(); }
    void passwordOfTheFirstConnectionOutlivesTheDemo();
    void demoThatWasAskedForStays();

private:
    QString workspace(const QString &name) const;
    std::string dataOf(const QString &name) const;
    std::optional<ConnectionStatus> ownConnection(const QString &name) const;
    bool connectToOwnBroker() const;
    bool hasAnswered(const QString &name);
    bool isWritten(const char *text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MosquittoBroker> m_broker;
    ConnectionStatus m_answer;
    std::vector<Problem> m_problems; ///< at that time
    QString m_page; ///< the one shown then
    Theme::Mode m_theme = Theme::Mode::Light; ///< of then
};

void TestDesktop::initTestCase()
{
    QVERIFY2(hasMosquitto(), "mosquitto and mosquitto_pub are needed");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus"); // no keychain here
    for (const char *name : {"TELLTALE_MQTT_USER", "TELLTALE_CREDENTIALS"})
        qunsetenv(name);
}

void TestDesktop::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toLocal8Bit());
    m_broker = std::make_unique<MosquittoBroker>();
    m_broker->setPasswords({{QStringLiteral("anna"), QString::fromLatin1(kPassword)}});
    QVERIFY(m_broker->start());
    m_answer = {};
}

QString TestDesktop::workspace(const QString &name) const
{
    return m_folder->filePath(QStringLiteral("config/telltale/") + name);
}

std::string TestDesktop::dataOf(const QString &name) const
{
    return m_folder->filePath(QStringLiteral("data/telltale/") + name).toStdString();
}

/// As the session with the data of this name says.
std::optional<ConnectionStatus> TestDesktop::ownConnection(const QString &name) const
{
    const Result<PlantStatus> status = StatusFile(dataOf(name)).read();
    if (!status.ok())
        return std::nullopt;
    const std::vector<ConnectionStatus> &all = status.value().connections;
    const auto own = std::find_if(all.begin(), all.end(),
                                  [](const ConnectionStatus &one) { return one.name == kName; });
    return own == all.end() ? std::nullopt : std::optional(*own);
}

bool TestDesktop::connectToOwnBroker() const
{
    MainWindow *window = shownWindow();
    if (!window)
        return false;
    window->openPage(QStringLiteral("connections#add"));
    const auto *dialog = window->findChild<ConnectionDialog *>();
    field<QLineEdit>(*dialog, "address")->setText(QString::fromStdString(m_broker->url()));
    field<QLineEdit>(*dialog, "name")->setText(QLatin1String(kName));
    field<QLineEdit>(*dialog, "user")->setText(QStringLiteral("anna"));
    field<QLineEdit>(*dialog, "password")->setText(QLatin1String(kPassword));
    field<QPlainTextEdit>(*dialog, "filters")->setPlainText(QStringLiteral("plant/#"));
    QTest::mouseClick(button(*dialog, QStringLiteral("Connect")), Qt::LeftButton);
    return true;
}

bool TestDesktop::hasAnswered(const QString &name)
{
    const std::optional<ConnectionStatus> own = ownConnection(name);
    const bool answers = own
        && (own->state == ConnectionStatus::State::Connected
            || own->state == ConnectionStatus::State::Refused);
    if (!answers || !shownWindow())
        return false;
    m_answer = *own;
    m_problems = StatusFile(dataOf(name)).read().value().problems;
    m_page = shownWindow()->currentPage()->key();
    m_theme = Theme::instance().mode();
    return true;
}

bool TestDesktop::isWritten(const char *text) const
{
    QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

void TestDesktop::passwordOfTheFirstConnectionOutlivesTheDemo()
{
    const QString own = QStringLiteral("default");
    const Person person({[this] {
                             Theme::instance().setMode(Theme::Mode::Dark); // of the person
                             return connectToOwnBroker();
                         },
                         [&] { return hasAnswered(own); }});
    QCOMPARE(runDesktop({QStringLiteral("telltale")}), 0);
    QVERIFY2(m_answer.state == ConnectionStatus::State::Connected, m_answer.cause.c_str());
    QCOMPARE(m_page, QStringLiteral("connections"));
    QCOMPARE(m_theme, Theme::Mode::Dark);
    QVERIFY(std::any_of(m_problems.begin(), m_problems.end(), [](const Problem &problem) {
        return problem.subject == std::string(kName) + " (password)"; // kept until the end only
    }));
    const Result<Workspace> kept = Workspace::load(workspace(own).toStdString());
    QVERIFY(kept.ok());
    QCOMPARE(kept->connections.size(), std::size_t(1));
    QCOMPARE(kept->connections.front().name, std::string(kName));
    const Result<Workspace> demo = Workspace::load(workspace(QStringLiteral("demo")).toStdString());
    QVERIFY(demo.ok());
    QVERIFY(demo->settings.demo);
    QVERIFY(demo->connections.empty());
    QVERIFY(isWritten(kName));
    QVERIFY(!isWritten(kPassword));
}

void TestDesktop::demoThatWasAskedForStays()
{
    const QString demo = QStringLiteral("demo");
    const Person person(
        {[this] { return connectToOwnBroker(); }, [&] { return hasAnswered(demo); }});
    QCOMPARE(runDemo({QStringLiteral("telltale")}), 0);
    QVERIFY2(m_answer.state == ConnectionStatus::State::Connected, m_answer.cause.c_str());
    QVERIFY(!QFile::exists(workspace(QStringLiteral("default"))));
}

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
