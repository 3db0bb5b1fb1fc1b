#include "app/log_repeats.h"

#include <QTest>

using namespace telltale;

class TestLogRepeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotWrittenIsCounted();
    void manyTextsAreNotRemembered();
};

void TestLogRepeats::whatIsNotWrittenIsCounted()
{
    LogRepeats repeats;
    QVERIFY(repeats.end(100).isEmpty());
    for (int i = 0; i < LogRepeats::kAMinute; ++i)
        QVERIFY(repeats.admits(QStringLiteral("the disk is full")));
    for (int i = 0; i < 7; ++i)
        QVERIFY(!repeats.admits(QStringLiteral("the disk is full")));
    QVERIFY(repeats.admits(QStringLiteral("another")));
    QVERIFY(repeats.end(100).isEmpty()); // the minute goes on
    const QList<LogRepeats::Repeat> said = repeats.end(101);
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().text, QStringLiteral("the disk is full"));
    QCOMPARE(said.first().count, 7);
    QVERIFY(repeats.end(101).isEmpty()); // once
    QVERIFY(repeats.admits(QStringLiteral("the disk is full")));
}

void TestLogRepeats::manyTextsAreNotRemembered()
{
    LogRepeats repeats;
    QVERIFY(repeats.end(1).isEmpty());
    for (int i = 0; i <= LogRepeats::kAMinute; ++i)
        (void)repeats.admits(QStringLiteral("one"));
    for (int i = 0; i < 1000; ++i)
        QVERIFY(repeats.admits(QString::number(i)));
    QCOMPARE(repeats.end(1).size(), 1); // counted so far
    QVERIFY(repeats.admits(QStringLiteral("one")));
}

QTEST_GUILESS_MAIN(TestLogRepeats)
#include "tst_log_repeats.moc"
