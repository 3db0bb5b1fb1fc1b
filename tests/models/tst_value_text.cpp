#include "models/value_text.h"

#include <QTest>

using namespace telltale;

class TestValueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longNumbersHaveAShortForm();
    void formsGetShorterAndKeepTheValue();
    void wholeValuesHaveAllTheirDigits();
    void changingValuesKeepTheirDecimals();
    void changesHaveASignUnlessTheyAreNone();
    void timesSayTheirDayUnlessItIsToday_data();
    void timesSayTheirDayUnlessItIsToday();
};

namespace {

Timestamp at(const QString &iso)
{
    return timestampFromMicroseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()
                                     * 1000);
}

} // namespace

void TestValueText::changingValuesKeepTheirDecimals()
{
    const QLocale english(QLocale::English);
    TagInfo info;
    const auto shown = [&](double value, int seen) {
        return valueText({TagId {0}, {}, value, {}, {}, {}}, info, english, seen);
    };
    QCOMPARE(shown(12.0, -1), QStringLiteral("12"));
    QCOMPARE(shown(12.25, 1), QStringLiteral("12.25"));
    QCOMPARE(shown(12.0, 2), QStringLiteral("12.00"));
    QCOMPARE(shown(0.0, 2), QStringLiteral("0.00"));
    QCOMPARE(shown(-1.5e-7, 2), QStringLiteral("−1.5·10⁻⁷"));
    QCOMPARE(shown(-5.2e-5, 5), QStringLiteral("−0.00005")); // around zero, among -0.00123
    QCOMPARE(shown(5.2e-5, 4), QStringLiteral("0.0001"));
    QCOMPARE(shown(4.9e-6, 5), QStringLiteral("4.9·10⁻⁶")); // nothing of it would be left
    QCOMPARE(shown(5.2e-5, -1), QStringLiteral("5.2·10⁻⁵"));
    info.low = 0.0;
    info.high = 1000.0;
    QCOMPARE(shown(21.48372, 4), QStringLiteral("21.48")); // the scale of a thousand
    info.decimals = 1;
    QCOMPARE(shown(12.25, 4).size(), 4);
}

void TestValueText::timesSayTheirDayUnlessItIsToday_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("brief");
    QTest::newRow("today") << "2026-03-01T11:59:58Z"
                           << "12:59:58"
                           << "12:59:58";
    QTest::newRow("today by the zone") << "2026-02-28T23:00:00Z"
                                       << "00:00:00"
                                       << "00:00:00";
    QTest::newRow("this year") << "2026-02-28T22:59:59Z"
                               << "2026-02-28 23:59:59"
                               << "28 Feb 23:59";
    QTest::newRow("another year") << "2014-03-01T11:59:58Z"
                                  << "2014-03-01 12:59:58"
                                  << "1 Mar 2014 12:59";
}

void TestValueText::timesSayTheirDayUnlessItIsToday()
{
    QFETCH(QString, time);
    const Timestamp now = at(QStringLiteral("2026-03-01T12:00:00Z"));
    const QTimeZone zone("Europe/Oslo");
    QTEST(timeText(at(time), now, zone), "whole");
    QTEST(shortTimeText(at(time), now, zone, QLocale::c()), "brief");
}

void TestValueText::longNumbersHaveAShortForm()
{
    const QLocale english(QLocale::English);
    const QLocale german(QLocale::German);
    QCOMPARE(shortNumberText(9007199254740993.0, 5, english), QStringLiteral("9.0072·10¹⁵"));
    QCOMPARE(shortNumberText(-12'000'000.0, 3, german), QStringLiteral("−1,2·10⁷"));
    QCOMPARE(shortNumberText(9.9999e9, 2, english), QStringLiteral("1·10¹⁰"));
    QCOMPARE(numberText(9007199254740993.0, -1, english), QStringLiteral("9.0072·10¹⁵"));
    QCOMPARE(numberText(-1.5e-7, -1, german), QStringLiteral("−1,5·10⁻⁷"));
}

void TestValueText::formsGetShorterAndKeepTheValue()
{
    TagInfo info;
    info.decimals = 3;
    Sample sample {TagId {0}, {}, 1234567.8916, {}, {}, {}};
    const auto forms = [&] { return valueForms(sample, info, QLocale(QLocale::English)); };
    QCOMPARE(
        forms(),
        QStringList({QStringLiteral("1\u2009234\u2009567.892"),
                     QStringLiteral("1\u2009234\u2009567.89"),
                     QStringLiteral("1\u2009234\u2009567.9"), QStringLiteral("1\u2009234\u2009568"),
                     QStringLiteral("1.23·10⁶"), QStringLiteral("1.2·10⁶")}));
    sample.value = 0.0012346; // fewer decimals would leave nothing of it
    info.decimals = 6;
    QCOMPARE(forms(), QStringList(QStringLiteral("0.001235")));
    sample.value = 42.0;
    info.decimals = -1;
    QCOMPARE(forms(), QStringList(QStringLiteral("42")));
    sample.flags = SampleFlags::make(SampleFlags::Kind::Integer);
    sample.value = 9.223372036854776e18;
    sample.side = std::int64_t(9'223'372'036'854'775'807);
    QCOMPARE(forms().front(), QStringLiteral("9223372036854775807"));
    QCOMPARE(forms().back(), QStringLiteral("9.2·10¹⁸"));
    sample.quality = Quality::bad(Quality::Reason::None);
    QCOMPARE(forms(), QStringList(QStringLiteral("–")));
}

void TestValueText::wholeValuesHaveAllTheirDigits()
{
    TagInfo info;
    Sample sample {TagId {0}, {}, 1234567.8915, {}, {}, {}};
    const auto whole = [&] { return wholeValueText(sample, info, QLocale(QLocale::German)); };
    QCOMPARE(valueText(sample, info, QLocale(QLocale::German)),
             QStringLiteral("1\u2009234\u2009568"));
    QCOMPARE(whole(), QStringLiteral("1\u2009234\u2009567,8915"));
    sample.value = -1.25e-7;
    QCOMPARE(whole(), QStringLiteral("−1,25·10⁻⁷"));
    sample.value = 71.83333333333333;
    info.decimals = 1; // somebody said what is worth reading
    QCOMPARE(whole(), QStringLiteral("71,8"));
}

void TestValueText::changesHaveASignUnlessTheyAreNone()
{
    const auto text = [](double change, double value, int decimals) {
        Sample sample;
        sample.value = value;
        TagInfo info;
        info.decimals = decimals;
        return changeText(change, sample, info, QLocale::c());
    };
    QCOMPARE(text(3.2, 10.0, 1), QStringLiteral("+3.2"));
    QCOMPARE(text(-0.5, 3.5, -1), QStringLiteral("\u22120.50"));
    QCOMPARE(text(3.21, -120.0, -1), QStringLiteral("+3.2"));
    QCOMPARE(text(0.004, 3.5, -1), QStringLiteral("0.00"));
    QCOMPARE(text(-0.004, 3.5, -1), QStringLiteral("0.00"));
}

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_value_text.moc"
