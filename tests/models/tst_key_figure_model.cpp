#include "models/frequent_table.h"
#include "models/journal_job.h"
#include "models/key_figure_count.h"
#include "models/key_figure_model.h"

#include "tests/support/given_entries.h"

#include "data/telemetry/tag_registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp kNow = timestampFromMicroseconds(1'795'640'400'000'000); // 09:00:00 UTC

AlarmJournalEntry alarm(const std::string &id, Timestamp time, int priority = 2)
{
    static std::uint64_t sequence = 0;
    AlarmJournalEntry made;
    made.sequence = ++sequence;
    made.type = "ALARM";
    made.alarm = id;
    made.title = id + " high";
    made.tag = "works/" + id + "/level";
    made.time = made.eventTime = time;
    made.priority = priority;
    return made;
}

int rowOf(const KeyFigureModel &model, const QString &name)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, KeyFigureModel::NameColumn).data().toString() == name)
            return row;
    }
    return -1;
}

} // namespace

class TestKeyFigureModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasWords();
    void figuresStandBesideTheirTargets();
    void verdictIsSaidInWords();
    void floodIsSaidInWords_data();
    void floodIsSaidInWords();
    void unknownFiguresAreEmpty();
    void spansAreReadInOneGo();
    void listsOfNowAreForPeriodsThatEndNow();
    void cancelledJobNeverAnswers();
    void failureIsAnswered();
    void frequentAlarmsAreToldApart();
};

void TestKeyFigureModel::everyLineHasWords()
{
    KeyFigureModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSet<QString> names;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (const int column :
             {KeyFigureModel::NameColumn, KeyFigureModel::TargetColumn, KeyFigureModel::ActColumn})
            QVERIFY(!model.index(row, column).data().toString().isEmpty());
        names << model.index(row, KeyFigureModel::NameColumn).data().toString();
    }
    QCOMPARE(names.size(), model.rowCount());
}

void TestKeyFigureModel::figuresStandBesideTheirTargets()
{
    KeyFigureModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    KeyFigures figures;
    figures.range = {kNow - 1h, kNow};
    figures.annunciated = 7;
    figures.byPriority = {0, 0, 7, 0, 0};
    figures.acknowledged[1] = {3, 42.0, 200.0, 0.2, 1.1};
    model.setFigures(KeyFigureModel::HourColumn, figures);
    QCOMPARE(changes.size(), 1);
    const int perHour = rowOf(model, QStringLiteral("Alarms per hour"));
    QCOMPARE(model.index(perHour, KeyFigureModel::HourColumn).data().toString(),
             QStringLiteral("7"));
    QCOMPARE(model.index(perHour, KeyFigureModel::HourColumn).data(KeyFigureModel::VerdictRole),
             QVariant(static_cast<int>(FigureVerdict::Off)));
    QCOMPARE(model.index(perHour, KeyFigureModel::TargetColumn).data().toString(),
             QStringLiteral("≤\u00a06"));
    QCOMPARE(model.index(perHour, KeyFigureModel::ActColumn).data().toString(),
             QStringLiteral(">\u00a012"));
    const int median = rowOf(model, QStringLiteral("CRIT: half acknowledged within"));
    QCOMPARE(model.index(median, KeyFigureModel::HourColumn).data().toString(),
             QStringLiteral("42 s"));
    QCOMPARE(model.index(median + 1, KeyFigureModel::HourColumn).data(KeyFigureModel::VerdictRole),
             QVariant(static_cast<int>(FigureVerdict::Act)));
}

void TestKeyFigureModel::verdictIsSaidInWords()
{
    KeyFigureModel model;
    KeyFigures figures;
    figures.range = {kNow - 24h, kNow};
    figures.annunciated = 24 * 7;
    model.setFigures(KeyFigureModel::PeriodColumn, figures);
    const int row = rowOf(model, QStringLiteral("Alarms per hour"));
    QCOMPARE(model.index(row, KeyFigureModel::VerdictColumn).data().toString(),
             QStringLiteral("above target"));
    QCOMPARE(model.index(row, KeyFigureModel::PeriodColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("7, above target"));
    const int top = rowOf(model, QStringLiteral("Share of the ten most frequent alarms"));
    QCOMPARE(model.index(top, KeyFigureModel::VerdictColumn).data().toString(),
             QStringLiteral("not meaningful"));
}

void TestKeyFigureModel::floodIsSaidInWords_data()
{
    QTest::addColumn<int>("inUpset");
    QTest::addColumn<QString>("words");
    QTest::newRow("manageable") << 10 << QStringLiteral("manageable");
    QTest::newRow("above") << 20 << QStringLiteral("above target");
    QTest::newRow("hard") << 21 << QStringLiteral("hard to manage");
    QTest::newRow("at its end") << 100 << QStringLiteral("hard to manage");
    QTest::newRow("excessive") << 101 << QStringLiteral("excessive");
    QTest::newRow("no flood") << -1 << QStringLiteral("not meaningful");
}

void TestKeyFigureModel::floodIsSaidInWords()
{
    QFETCH(int, inUpset);
    QFETCH(QString, words);
    KeyFigureModel model;
    KeyFigures figures;
    figures.range = {kNow - 24h, kNow};
    if (inUpset >= 0)
        figures.mostInUpset = static_cast<std::uint64_t>(inUpset);
    model.setFigures(KeyFigureModel::PeriodColumn, figures);
    const int row = rowOf(model, QStringLiteral("Most in the first 10 min of a flood"));
    QVERIFY(row >= 0);
    QCOMPARE(model.index(row, KeyFigureModel::VerdictColumn).data().toString(), words);
    QCOMPARE(model.index(row, KeyFigureModel::TargetColumn).data().toString(),
             QStringLiteral("≤\u00a010"));
    QCOMPARE(model.index(row, KeyFigureModel::ActColumn).data().toString(),
             QStringLiteral(">\u00a020"));
}

void TestKeyFigureModel::unknownFiguresAreEmpty()
{
    KeyFigureModel model;
    QVERIFY(model.index(0, KeyFigureModel::DayColumn).data().toString().isEmpty());
    QVERIFY(!model.index(0, KeyFigureModel::DayColumn).data(KeyFigureModel::VerdictRole).isValid());
    KeyFigures figures;
    figures.range = {kNow - 24h, kNow};
    model.setFigures(KeyFigureModel::DayColumn, figures);
    QCOMPARE(model.index(0, KeyFigureModel::DayColumn).data().toString(), QStringLiteral("0"));
    model.clear(KeyFigureModel::DayColumn);
    QVERIFY(model.index(0, KeyFigureModel::DayColumn).data().toString().isEmpty());
}

void TestKeyFigureModel::spansAreReadInOneGo()
{
    auto asked = std::make_shared<std::vector<TimeRange>>();
    KeyFigureRequest request;
    request.ranges = {{kNow - 10min, kNow}, {kNow - 24h, kNow}};
    const auto counted = countKeyFigures(
        sourceOf({alarm("a", kNow - 20h), alarm("b", kNow - 5min)}, asked), request, {});
    QVERIFY(counted.ok());
    QCOMPARE(counted.value().size(), std::size_t(2));
    QCOMPARE(counted.value()[0].annunciated, std::uint64_t(1));
    QCOMPARE(counted.value()[1].annunciated, std::uint64_t(2));
    QCOMPARE(asked->size(), std::size_t(1));
    QCOMPARE(asked->front().from, kNow - 48h); // what was active before that
}

void TestKeyFigureModel::listsOfNowAreForPeriodsThatEndNow()
{
    auto now = std::make_shared<AlarmSnapshot>();
    now->rows.resize(3);
    for (AlarmRow &row : now->rows)
        row.state = AlarmState::Unacked;
    KeyFigureRequest request;
    request.ranges = {{kNow - 1h, kNow}, {kNow - 2h, kNow - 1h}};
    request.alarms = now;
    request.now = kNow;
    const auto counted = countKeyFigures(sourceOf({}), request, {});
    QVERIFY(counted.ok());
    QCOMPARE(counted.value()[0].now->standing, std::uint64_t(3));
    QVERIFY(!counted.value()[1].now);
}

void TestKeyFigureModel::cancelledJobNeverAnswers()
{
    int answers = 0;
    JournalJob job(
        [](TimeRange, std::size_t, const CancelFlag *) -> Result<Entries> { return Entries(); });
    const auto work = [](const JournalSource &, const CancelFlag &) { return Result<int>(7); };
    job.run<int>(work, [&answers](const Result<int> &) { answers += 1; });
    job.cancel();
    QVERIFY(!job.isRunning());
    job.run<int>(work, [&answers](const Result<int> &) { answers += 10; }); // behind the other one
    QTRY_COMPARE(answers, 10);
    QVERIFY(!job.isRunning());
}

void TestKeyFigureModel::failureIsAnswered()
{
    JournalJob job([](TimeRange, std::size_t, const CancelFlag *) -> Result<Entries> {
        return Error {Error::Code::DiskError, "gone"};
    });
    KeyFigureRequest request;
    request.ranges = {{kNow - 1h, kNow}};
    std::optional<Error::Code> code;
    job.run<KeyFigureList>(
        [request](const JournalSource &source, const CancelFlag &cancel) {
            return countKeyFigures(source, request, cancel);
        },
        [&code](const Result<KeyFigureList> &figures) {
            code = figures.ok() ? Error::Code::Internal : figures.error().code;
        });
    QTRY_COMPARE(code, std::optional(Error::Code::DiskError));
}

void TestKeyFigureModel::frequentAlarmsAreToldApart()
{
    KeyFigures figures;
    figures.annunciated = 8;
    figures.worst = {{"level@1", "Level high", "works/line 1/tank/level", 2, 6, 2, true},
                     {"level@2", "Level high", "works/line 2/tank/level", 3, 2, 0, false}};
    TagRegistry tags;
    for (const FrequentAlarm &alarm : figures.worst)
        tags.intern(alarm.tag);
    const std::vector<TableRow> rows = FrequentTable::rows(figures, tags);
    QCOMPARE(rows.size(), std::size_t(2));
    const auto text = [&rows](std::size_t row, int column) { return rows[row].cells[column].text; };
    QVERIFY(text(0, FrequentTable::PlaceColumn) != text(1, FrequentTable::PlaceColumn));
    QCOMPARE(text(0, FrequentTable::ShareColumn), QStringLiteral("75.0 %"));
    QVERIFY(text(0, FrequentTable::WhyColumn).contains(QStringLiteral("chattering")));
    QVERIFY(text(1, FrequentTable::WhyColumn).isEmpty());
}

QTEST_GUILESS_MAIN(TestKeyFigureModel)
#include "tst_key_figure_model.moc"
