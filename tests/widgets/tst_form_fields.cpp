#include "widgets/common/form_fields.h"

#include <QLineEdit>
#include <QLocale>
#include <QTest>

#include <optional>

using namespace telltale;

Q_DECLARE_METATYPE(std::optional<double>)

class TestFormFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void numbersAreReadAsPeopleWriteThem_data();
    void numbersAreReadAsPeopleWriteThem();
    void shownNumbersAreReadBack_data();
    void shownNumbersAreReadBack();
};

void TestFormFields::numbersAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<double>>("number");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale german(QLocale::German, QLocale::Germany);
    const auto row
        = [](const char *name, const QLocale &locale, const QString &text,
             std::optional<double> number) { QTest::newRow(name) << locale << text << number; };
    row("point", english, QStringLiteral("1.5"), 1.5);
    row("comma", german, QStringLiteral("1,5"), 1.5);
    row("point in German", german, QStringLiteral("0.5"), 0.5);
    row("space around", english, QStringLiteral(" 7 "), 7.0);
    row("minus as it is shown", english, QString(QChar(0x2212)) + QLatin1Char('2'), -2.0);
    row("thin space as it is shown", german, QStringLiteral("1\u2009234,5"), 1234.5);
    row("exponent", english, QStringLiteral("1e3"), 1000.0);
    row("nothing", english, QString(), std::nullopt);
    row("word", english, QStringLiteral("much"), std::nullopt);
    row("unit behind", english, QStringLiteral("5 bar"), std::nullopt);
}

void TestFormFields::numbersAreReadAsPeopleWriteThem()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(std::optional<double>, number);
    QLocale::setDefault(locale);
    QCOMPARE(FormFields::number(text), number);
}

void TestFormFields::shownNumbersAreReadBack_data()
{
    QTest::addColumn<double>("number");
    for (const double number : {0.0, -0.125, 1234567.5, 1e-7, 0.1, 1e300})
        QTest::addRow("%g", number) << number;
}

void TestFormFields::shownNumbersAreReadBack()
{
    QFETCH(double, number);
    for (const QLocale::Language language : {QLocale::English, QLocale::German}) {
        QLocale::setDefault(QLocale(language));
        QLineEdit field;
        FormFields::showNumber(field, number);
        QCOMPARE(FormFields::number(field.text()), std::optional(number));
    }
}

QTEST_MAIN(TestFormFields)
#include "tst_form_fields.moc"
