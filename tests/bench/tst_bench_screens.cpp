#include "tests/support/telltale_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale::test;

/// What the bench says where it cannot measure.
class TestBenchScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnXServerNothingIsMeasured();
};

void TestBenchScreens::withoutAnXServerNothingIsMeasured()
{
    const QTemporaryDir empty;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), empty.path());
    QProcess bench;
    bench.setProcessEnvironment(environment);
    bench.start(binFolder() + QStringLiteral("/bench_screens"));
    QVERIFY(bench.waitForFinished(60'000));
    const QByteArray line = bench.readAllStandardOutput();
    const QJsonObject figure = QJsonDocument::fromJson(line).object();
    QCOMPARE(figure.value(QLatin1String("name")).toString(),
             QStringLiteral("screens.first_paint_ms"));
    QVERIFY2(figure.value(QLatin1String("value")).isNull(), line.constData());
    QCOMPARE(figure.value(QLatin1String("ok")), QJsonValue(false));
    QCOMPARE(bench.exitCode(), 1);
    QVERIFY(bench.readAllStandardError().contains("package xvfb"));
}

QTEST_GUILESS_MAIN(TestBenchScreens)
#include "tst_bench_screens.moc"
