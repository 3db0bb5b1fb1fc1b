#include "tests/data/alarms/case_runner.h"
#include "tests/data/alarms/json_difference.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace telltale;

/// Every case of the specification's folder, or of the one TELLTALE_ALARM_CASES names.
class TestAlarmCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outcomeIsAsSpecified_data();
    void outcomeIsAsSpecified();
    void cleanupTestCase();

private:
    QString m_folder;
    QElapsedTimer m_timer;
    int m_run = 0;
};

void TestAlarmCases::initTestCase()
{
    m_folder = test::sharedPath(QStringLiteral("tests/alarms"), "TELLTALE_ALARM_CASES");
    const bool isAsked = qEnvironmentVariableIsSet("TELLTALE_ALARM_CASES");
    if (m_folder.isEmpty() && !isAsked && !test::mustHaveShared())
        QSKIP(test::kNoSharedData);
    QVERIFY2(!m_folder.isEmpty(), "the folder of cases is absent");
    QVERIFY2(!QDir(m_folder).entryList({QStringLiteral("*.json")}).isEmpty(),
             "the folder holds no case");
    m_timer.start();
}

void TestAlarmCases::outcomeIsAsSpecified_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        QTest::newRow(name.toUtf8().constData()) << folder.filePath(name);
}

void TestAlarmCases::outcomeIsAsSpecified()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qUtf8Printable(file.errorString()));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll(), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qUtf8Printable(error.errorString()));
    const QJsonValue expected = object.value(QLatin1String("expect"));
    QVERIFY2(expected.isObject(), "the case expects nothing");
    QJsonObject actual;
    if (object.value(QLatin1String("kind")).toString() == QLatin1String("kpi")) {
        actual = test::runKpiCase(object);
    } else {
        test::CaseRunner runner(object);
        const QString problem = runner.run();
        QVERIFY2(problem.isEmpty(), qUtf8Printable(problem));
        actual = runner.result();
    }
    const QString found = test::difference(expected, actual, QStringLiteral("expect"));
    QVERIFY2(found.isEmpty(), qUtf8Printable(found));
    ++m_run;
}

void TestAlarmCases::cleanupTestCase()
{
    if (m_timer.isValid())
        qInfo("%d cases passed in %lld ms", m_run, static_cast<long long>(m_timer.elapsed()));
}

QTEST_GUILESS_MAIN(TestAlarmCases)
#include "tst_alarm_cases.moc"
