#include "widgets/alarms/alarm_table.h"

#include "tests/support/german_words.h"
#include "tests/widgets/alarm_page_bench.h"
#include "widgets/common/alarm_marker.h"
#include "widgets/common/blink_clock.h"
#include "widgets/common/column_memory.h"
#include "widgets/common/row_delegate.h"
#include "widgets/common/table_copy.h"
#include "widgets/common/theme.h"

#include "models/alarm_filter_model.h"
#include "models/alarm_list_model.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace telltale;
using namespace telltale::test;
using namespace std::chrono_literals;

/// Rows, columns and markers of the alarms on the alarm page.
class TestAlarmTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void rowUnderThePointerStays();
    void copyGivesHeadingsAndRows();
    void sortingIsTemporaryAndSaysSo();
    void columnsGiveWayInNarrowWindows();
    void columnsShareWhateverWidthThereIs();
    void columnsAreRememberedByHandOnly();
    void markersBlinkInPhase();
    void everyWordOfStateAndPriorityFits_data();
    void everyWordOfStateAndPriorityFits();
    void everyPriorityHasItsWordInGerman();
    void whatToDoIsReadWholeInAWideWindow();
    void rowsSayAllThatMattersToAScreenReader();

private:
    std::unique_ptr<AlarmPageBench> m_bench;
};

void TestAlarmTable::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("telltale-test"));
    QStandardPaths::setTestModeEnabled(true);
    Theme::instance().applyTo(*qApp);
}

void TestAlarmTable::init()
{
    m_bench = std::make_unique<AlarmPageBench>();
}

void TestAlarmTable::cleanup()
{
    m_bench.reset();
}

void TestAlarmTable::rowUnderThePointerStays()
{
    const QModelIndex second = m_bench->table().model()->index(1, 0);
    const QString id = second.data(AlarmListModel::IdRole).toString();
    QTest::mouseMove(m_bench->table().viewport(), m_bench->table().visualRect(second).center());
    QTest::mouseMove(m_bench->table().viewport(),
                     m_bench->table().visualRect(second).center() + QPoint(3, 0));
    std::vector<AlarmRow> rows = m_bench->works().plant().alarms->snapshot()->rows;
    rows.push_back(m_bench->works().alarm(kBearingTag, "Worst of all", 1, AlarmState::Unacked, 0s));
    m_bench->works().publishAlarms(rows);
    m_bench->frame();
    QCOMPARE(m_bench->table().model()->rowCount(), static_cast<int>(rows.size())); // it is shown
    QCOMPARE(second.data(AlarmListModel::IdRole).toString(), id);
    QCOMPARE(m_bench->table().model()->index(1, 0).data(AlarmListModel::IdRole).toString(), id);
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(m_bench->table().viewport(), &left);
    m_bench->frame();
    QVERIFY(m_bench->table()
                .model()
                ->index(0, 0)
                .data(AlarmListModel::IdRole)
                .toString()
                .startsWith(QStringLiteral("Worst")));
}

void TestAlarmTable::copyGivesHeadingsAndRows()
{
    AlarmRow row = m_bench->works().alarm(kBearingTag, "Tab\there", 2, AlarmState::Acked, 5s);
    m_bench->works().publishAlarms({row});
    m_bench->frame();
    m_bench->table().selectRow(0);
    QTest::keyClick(&m_bench->table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines
        = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("Priority\tState\t")));
    QVERIFY(lines[1].startsWith(QStringLiteral("2 HIGH\tACKED\t")));
    QCOMPARE(lines[0].count(QLatin1Char('\t')), lines[1].count(QLatin1Char('\t')));
    QCOMPARE(TableCopy::tableAsText(m_bench->table()).count(QLatin1Char('\n')), 2);
}

void TestAlarmTable::sortingIsTemporaryAndSaysSo()
{
    m_bench->page().list().filter().setSortLasts(300ms);
    m_bench->page().list().filter().sort(AlarmListModel::AgeColumn);
    m_bench->frame();
    QVERIFY(m_bench->page().list().note().contains(QStringLiteral("Age")));
    QTRY_VERIFY(m_bench->page().list().note().isEmpty());
}

void TestAlarmTable::columnsGiveWayInNarrowWindows()
{
    QVERIFY(!m_bench->table().isColumnHidden(AlarmListModel::ActionColumn));
    m_bench->page().resize(980, 640);
    QTRY_VERIFY(m_bench->table().isColumnHidden(AlarmListModel::ActionColumn));
    QVERIFY(!m_bench->table().isColumnHidden(AlarmListModel::TitleColumn));
    m_bench->page().resize(1600, 900);
    QTRY_VERIFY(!m_bench->table().isColumnHidden(AlarmListModel::ActionColumn));
}

void TestAlarmTable::columnsShareWhateverWidthThereIs()
{
    const auto widths = [this] {
        int sum = 0;
        for (int column = 0; column < AlarmListModel::ColumnCount; ++column)
            sum += m_bench->table().columnWidth(column);
        return sum;
    };
    for (const int wide : {992, 1600, 1120, 3500}) {
        m_bench->page().resize(wide, 900);
        QTRY_COMPARE(widths(), m_bench->table().viewport()->width());
        Theme::instance().setMode(Theme::Mode::Dark);
        Theme::instance().setMode(Theme::Mode::Light);
        QCOMPARE(widths(), m_bench->table().viewport()->width());
    }
}

void TestAlarmTable::columnsAreRememberedByHandOnly()
{
    ColumnMemory &memory = ColumnMemory::instance();
    const auto isKept = [&memory] {
        memory.flush();
        return QSettings().contains(QStringLiteral("columns/alarms"));
    };
    memory.forget(QStringLiteral("alarms"));
    m_bench->show({992, 640});
    QHeaderView *header = m_bench->table().horizontalHeader();
    Q_EMIT header->sectionResized(AlarmListModel::ActionColumn, 150, 0); // as it does by itself
    QVERIFY(!isKept());
    m_bench->page().resize(1600, 900);
    QTRY_VERIFY(!m_bench->table().isColumnHidden(AlarmListModel::ActionColumn));
    const int column = AlarmListModel::TitleColumn;
    const int wide = m_bench->table().columnWidth(column);
    const QPoint edge(header->sectionViewportPosition(column) + wide - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(40, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
    QCOMPARE(m_bench->table().columnWidth(column), wide + 40);
    QVERIFY(isKept());
    QCoreApplication::processEvents();
    m_bench->page().resize(1400, 900);
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->table().columnWidth(column), wide + 40);
    memory.forget(QStringLiteral("alarms"));
    QVERIFY(!isKept());
}

void TestAlarmTable::markersBlinkInPhase()
{
    const BlinkClock &clock = BlinkClock::instance();
    QCOMPARE(clock.form(AlarmState::Acked), MarkerForm::Filled);
    QCOMPARE(clock.form(AlarmState::LatchedAcked), MarkerForm::Outline);
    QSignalSpy ticks(&clock, &BlinkClock::ticked);
    QVERIFY(ticks.wait());
    std::vector<MarkerForm> fresh;
    std::vector<MarkerForm> returned;
    for (int beat = 0; beat < 4; ++beat) {
        fresh.push_back(clock.form(AlarmState::Unacked));
        returned.push_back(clock.form(AlarmState::ReturnedUnacked));
        QCOMPARE(clock.form(AlarmState::LatchedUnacked), returned.back());
        QVERIFY(ticks.wait());
    }
    QCOMPARE(std::count(fresh.begin(), fresh.end(), MarkerForm::Filled), 2); // of 2 s: 1 Hz
    QVERIFY(fresh[0] != fresh[1] && fresh[0] == fresh[2] && fresh[1] == fresh[3]);
    QCOMPARE(std::count(returned.begin(), returned.end(), MarkerForm::Outline), 2); // 0.5 Hz
    QVERIFY(returned[0] != returned[2] && returned[1] != returned[3]);
}

void TestAlarmTable::everyWordOfStateAndPriorityFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("textScale");
    QTest::newRow("1280x720 window") << QSize(992, 640) << 1.0;
    QTest::newRow("1920x1080 window") << QSize(1632, 1000) << 1.0;
    QTest::newRow("4K window, 200 % text") << QSize(3264, 2000) << 2.0;
}

void TestAlarmTable::everyWordOfStateAndPriorityFits()
{
    QFETCH(QSize, size);
    QFETCH(double, textScale);
    Theme::instance().setTextScale(textScale);
    m_bench->show(size);
    std::vector<AlarmRow> rows;
    for (const AlarmState state : {AlarmState::Unacked, AlarmState::Acked,
                                   AlarmState::ReturnedUnacked, AlarmState::LatchedAcked}) {
        AlarmRow row = m_bench->works().alarm(kBearingTag, "Bearing temperature high", 1, state,
                                              18h + 59min);
        row.id += std::to_string(static_cast<int>(state));
        row.limit = 85.0;
        row.condition = "≥ 85.0";
        rows.push_back(row);
    }
    m_bench->works().publishAlarms(rows);
    m_bench->frame();
    const QFontMetrics strong(Theme::instance().font(Theme::Type::Strong));
    const int padding = Theme::instance().measure(20);
    const int marker = Theme::instance().measure(25);
    for (int row = 0; row < m_bench->table().model()->rowCount(); ++row) {
        for (const int column :
             {AlarmListModel::PriorityColumn, AlarmListModel::StateColumn,
              AlarmListModel::SinceColumn, AlarmListModel::AgeColumn, AlarmListModel::TitleColumn,
              AlarmListModel::ValueColumn, AlarmListModel::LimitColumn}) {
            const QString text = m_bench->table().model()->index(row, column).data().toString();
            const int lead = column == AlarmListModel::PriorityColumn ? marker : 0;
            QVERIFY2(m_bench->table().columnWidth(column)
                         >= strong.horizontalAdvance(text) + padding + lead,
                     qPrintable(text));
        }
    }
    const int asset = strong.horizontalAdvance(QStringLiteral("Pump P-203"));
    QVERIFY(m_bench->table().columnWidth(AlarmListModel::AssetColumn) >= asset + padding);
    Theme::instance().setTextScale(1.0);
}

/// New ones are set in medium weight, which is wider.
void TestAlarmTable::everyPriorityHasItsWordInGerman()
{
    const GermanWords german;
    m_bench->show({992, 640}); // what a window of 1280x720 leaves
    std::vector<AlarmRow> rows;
    for (const int priority : {1, 2, 3, 4}) {
        rows.push_back(m_bench->works().alarm(kBearingTag, "Bearing temperature high", priority,
                                              AlarmState::Unacked, 10s));
        rows.back().id += std::to_string(priority);
    }
    m_bench->works().publishAlarms(rows);
    m_bench->frame();
    const DataTable &table = m_bench->table();
    const QFontMetrics strong(Theme::instance().font(Theme::Type::Strong));
    QCOMPARE(table.model()->rowCount(), 4);
    for (int row = 0; row < 4; ++row) {
        const QModelIndex cell = table.model()->index(row, AlarmListModel::PriorityColumn);
        const QString word = cell.data().toString();
        const int needed
            = leadingMarkerWidth() + strong.horizontalAdvance(word) + 2 * RowDelegate::kPadding;
        QVERIFY2(table.columnWidth(cell.column()) >= needed, qPrintable(word));
    }
}

/// In a window of 1920x1080, with the longer words of German.
void TestAlarmTable::whatToDoIsReadWholeInAWideWindow()
{
    const GermanWords german;
    m_bench->show({1632, 1000});
    AlarmRow row
        = m_bench->works().alarm(kBearingTag, "Lagertemperatur hoch", 1, AlarmState::Unacked, 5s);
    row.action = "die Reservepumpe starten, diese abstellen, Ölstand prüfen";
    m_bench->works().publishAlarms({row});
    m_bench->frame();
    const QFontMetrics strong(Theme::instance().font(Theme::Type::Strong));
    const QFontMetrics heading(Theme::instance().font(Theme::Type::Axis));
    const QAbstractItemModel &model = *m_bench->table().model();
    for (int column = AlarmListModel::StateColumn; column < model.columnCount(); ++column) {
        if (m_bench->table().isColumnHidden(column))
            continue;
        const QString text = model.index(0, column).data().toString();
        const int room = m_bench->table().columnWidth(column) - Theme::instance().measure(20);
        QVERIFY2(room >= strong.horizontalAdvance(text), qPrintable(text));
        const QString head = model.headerData(column, Qt::Horizontal).toString();
        QVERIFY2(room >= heading.horizontalAdvance(head), qPrintable(head));
    }
}

void TestAlarmTable::rowsSayAllThatMattersToAScreenReader()
{
    const QString said
        = m_bench->table().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"Priority 1", "CRIT", "NEW", "P-203", "Bearing temperature high"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

QTEST_MAIN(TestAlarmTable)
#include "tst_alarm_table.moc"
