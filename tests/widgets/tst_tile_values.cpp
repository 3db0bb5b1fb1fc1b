#include "widgets/common/theme.h"
#include "widgets/tiles/tile.h"
#include "widgets/tiles/tile_table.h"
#include "widgets/tiles/value_fit.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetrics>
#include <QTest>

#include <memory>

using namespace telltale;

/// How the value of a tile is read: whole where there is little room, and by whose clock.
class TestTileValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replacedTimeIsSaid();
    void stateOfAnAlarmIsAWord();
    void longNumbersAreReadable();
    void wholeNumberIsInTheTipAndCopied();
    void storedValueOfSeveralTagsIsShown();
};

namespace {

constexpr Timestamp kNow = timestampFromMicroseconds(1'795'639'563'000'000);

TileData number(double value)
{
    TileData data;
    data.title = QStringLiteral("Flow");
    data.tags = {TagId {0}};
    data.sample = {TagId {0}, kNow, value, {}, {}, {}};
    data.health = TileData::Health::Live;
    data.info.unit = "bar";
    return data;
}

std::unique_ptr<Tile> tileOf(const TileData &data)
{
    std::unique_ptr<Tile> tile(makeTile(data.kind, QTimeZone::utc(), nullptr));
    tile->resize(240, 150);
    tile->setData(data, kNow);
    return tile;
}

} // namespace

void TestTileValues::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

void TestTileValues::replacedTimeIsSaid()
{
    TileData data = number(3.5);
    QVERIFY(tileOf(data)->badge().isEmpty());
    data.sample.flags.bits |= SampleFlags::kTimeReplaced;
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("ARRIVAL TIME"));
    QVERIFY(tileOf(data)->toolTip().contains(QStringLiteral("impossible time")));
    data.alarmState = AlarmState::Unacked;
    QCOMPARE(tileOf(data)->badge(), QStringLiteral("NEW · ARRIVAL TIME"));
}

/// As everywhere, a marker does not stand by itself.
void TestTileValues::stateOfAnAlarmIsAWord()
{
    TileData data = number(3.5);
    data.priority = 3;
    for (const auto &[state, word] :
         {std::pair {AlarmState::Unacked, "NEW"}, std::pair {AlarmState::Acked, "ACKED"},
          std::pair {AlarmState::ReturnedUnacked, "RETURNED"},
          std::pair {AlarmState::LatchedAcked, "LATCHED"}}) {
        data.alarmState = state;
        QCOMPARE(tileOf(data)->badge(), QString::fromLatin1(word));
    }
}

/// Smaller first, then with fewer digits; cut only where nothing else is left.
void TestTileValues::longNumbersAreReadable()
{
    const QFont largest = Theme::instance().font(Theme::Type::Value);
    const QStringList forms {QStringLiteral("1 234 567.891"), QStringLiteral("1 234 568"),
                             QStringLiteral("1.2·10⁶")};
    const auto widthOf = [](const FittedText &text) {
        return QFontMetrics(text.font).horizontalAdvance(text.text);
    };
    const int whole = QFontMetrics(largest).horizontalAdvance(forms.front());
    QCOMPARE(fitValue(forms, largest, whole).font.pixelSize(), 32);
    QCOMPARE(fitValue(forms, largest, whole - 1).text, forms.front());
    QVERIFY(fitValue(forms, largest, whole - 1).font.pixelSize() < 32);
    for (int room = whole; room >= 80; --room) {
        const FittedText fitted = fitValue(forms, largest, room);
        QVERIFY(forms.contains(fitted.text));
        QVERIFY(widthOf(fitted) <= room);
    }
    QCOMPARE(fitValue(forms, largest, 80).text, forms.back());
    QVERIFY(widthOf(fitValue(forms, largest, 30)) <= 30);
    for (const double value : {-1234567890.123, 1.7e308, -2.5e-300}) {
        for (const char *unit : {"", "kWh/m³", "a unit that is longer than any tile is wide"}) {
            TileData data = number(value);
            data.info.unit = unit;
            data.info.decimals = 3;
            data.priority = 1;
            QVERIFY(!tileOf(data)->grab().isNull());
        }
    }
}

void TestTileValues::wholeNumberIsInTheTipAndCopied()
{
    const std::unique_ptr<Tile> tile = tileOf(number(1234567.8915));
    const QString whole = QStringLiteral("1\u2009234\u2009567.8915 bar");
    QVERIFY2(tile->toolTip().contains(whole), qPrintable(tile->toolTip()));
    QTest::keyClick(tile.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), whole);
}

/// Until something comes, as with the value of one tag; no value is a dash.
void TestTileValues::storedValueOfSeveralTagsIsShown()
{
    TileData data = number(42.0);
    data.aggregate = "sum";
    data.tags = {TagId {0}, TagId {1}};
    data.health = TileData::Health::Old;
    QVERIFY(data.hasValue());
    QVERIFY(tileOf(data)->accessibleName().contains(QStringLiteral(": 42 bar. NO DATA. ")));
    data.sample.tag = {};
    QVERIFY(!data.hasValue());
    QVERIFY(tileOf(data)->accessibleName().contains(QStringLiteral(": – bar. ")));
}

QTEST_MAIN(TestTileValues)
#include "tst_tile_values.moc"
