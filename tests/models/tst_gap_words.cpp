#include "models/gap_words.h"

#include <QTest>

using namespace telltale;
using namespace std::chrono_literals;

/// How a gap is told.
class TestGapWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howLongIsSaidWhereItIsKnown();
    void refusedSignInIsNoBrokerThatIsDown();
    void countedCausesHaveTheSameWords();
};

void TestGapWords::howLongIsSaidWhereItIsKnown()
{
    const Timestamp now = timestampFromMicroseconds(1'795'640'400'000'000);
    HistoryGap gap {HistoryGap::Cause::DiskError, {}, {}, {now - 2min, now - 1min}};
    QCOMPARE(gapWords(gap, now), QStringLiteral("disk error 1 min"));
    gap.range.to = Timestamp::max();
    QCOMPARE(gapWords(gap, now), QStringLiteral("disk error 2 min"));
    gap.range.from = Timestamp::min(); // of a damaged file nobody knows when it began
    QCOMPARE(gapWords(gap, now), QStringLiteral("disk error"));
    QVERIFY(!isBrief(gap, now));
    gap.range = {now - 1min, now - 1min + 400ms};
    QCOMPARE(gapWords(gap, now), QStringLiteral("disk error < 1 s"));
    QVERIFY(isBrief(gap, now));
}

void TestGapWords::refusedSignInIsNoBrokerThatIsDown()
{
    const Timestamp now = timestampFromMicroseconds(1'795'640'400'000'000);
    const auto words = [now](HistoryGap::Cause cause) {
        return gapWords({cause, {1}, {}, {now - 1min, now}}, now);
    };
    QCOMPARE(words(HistoryGap::Cause::SourceDisconnected), QStringLiteral("broker down 1 min"));
    QCOMPARE(words(HistoryGap::Cause::NameUnknown), QStringLiteral("name unknown 1 min"));
    QCOMPARE(words(HistoryGap::Cause::TlsFailed), QStringLiteral("TLS failed 1 min"));
    QCOMPARE(words(HistoryGap::Cause::SignInRefused), QStringLiteral("sign-in refused 1 min"));
    QCOMPARE(words(HistoryGap::Cause::NotPermitted), QStringLiteral("not permitted 1 min"));
}

void TestGapWords::countedCausesHaveTheSameWords()
{
    QCOMPARE(gapCauseWords("source_disconnected"), QStringLiteral("broker down"));
    QCOMPARE(gapCauseWords("sign-in_refused"), QStringLiteral("sign-in refused"));
    QCOMPARE(gapCauseWords("not_permitted"), QStringLiteral("not permitted"));
    QCOMPARE(gapCauseWords("of_a_later_version"), QStringLiteral("of a later version"));
}

QTEST_GUILESS_MAIN(TestGapWords)
#include "tst_gap_words.moc"
