#include "widgets/reports/report_dialog.h"

#include "tests/support/fake_plant.h"

#include "widgets/common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace telltale;
using namespace telltale::test;

namespace {

constexpr const char *kPage = "asset:Northfield/Pump station 2/Pump P-203";

template <typename Field> Field &field(QWidget &dialog, const char *name)
{
    return *dialog.findChild<Field *>(QLatin1String(name));
}

QPushButton &writeButton(QWidget &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return *button;
    }
    qFatal("the dialog has no default button");
}

} // namespace

class TestReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void offersTheAssetOfThePageFirst();
    void writesTheReportAndOffersItsFolder();
    void showsTheZoneOfThePlant();
    void saysWhatIsWrongBeforeWriting();
    void tellsWhyItCouldNotWrite();
    void cancellingLeavesNothingHalf();
    void closingWhileWritingStopsIt();

private:
    QString fileOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<FakePlant> m_plant;
};

void TestReportDialog::initTestCase()
{
    Theme::instance().applyTo(*qApp);
    m_plant = std::make_unique<FakePlant>();
}

void TestReportDialog::offersTheAssetOfThePageFirst()
{
    ReportDialog dialog(m_plant->plant(), QString::fromLatin1(kPage));
    const QComboBox &what = field<QComboBox>(dialog, "what");
    QCOMPARE(what.count(), 2);
    QCOMPARE(what.currentData().toString(), QString::fromLatin1(kPage));
    QVERIFY(dialog.file().contains(QStringLiteral("Pump P-203")));
    ReportDialog other(m_plant->plant(), QStringLiteral("trend:a/b"));
    QCOMPARE(field<QComboBox>(other, "what").currentData().toString(), QStringLiteral("overview"));
}

void TestReportDialog::writesTheReportAndOffersItsFolder()
{
    ReportDialog dialog(m_plant->plant(), QString::fromLatin1(kPage));
    dialog.show();
    const QString file = fileOf(QStringLiteral("asset.pdf"));
    field<QLineEdit>(dialog, "file").setText(file);
    QVERIFY(!field<QPushButton>(dialog, "openFolder").isVisible());
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    QTest::mouseClick(&writeButton(dialog), Qt::LeftButton);
    QVERIFY(dialog.isWriting());
    QVERIFY(finished.wait());
    QVERIFY(finished.front().front().toBool());
    QVERIFY(!dialog.isWriting());
    QVERIFY(field<QPushButton>(dialog, "openFolder").isVisible());
    QVERIFY(field<QLabel>(dialog, "faults").text().contains(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.read(5) == "%PDF-");
}

void TestReportDialog::showsTheZoneOfThePlant()
{
    Plant plant = m_plant->plant();
    plant.zone = QTimeZone("Asia/Kathmandu"); // 5:45 before UTC
    ReportDialog dialog(plant, QStringLiteral("overview"));
    QCOMPARE(field<QDateTimeEdit>(dialog, "to").text(), QStringLiteral("2026-11-26 02:31:03"));
    QCOMPARE(field<QDateTimeEdit>(dialog, "from").text(), QStringLiteral("2026-11-25 02:31:03"));
}

void TestReportDialog::saysWhatIsWrongBeforeWriting()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
    const QLabel &faults = field<QLabel>(dialog, "faults");
    field<QLineEdit>(dialog, "file").setText(fileOf(QStringLiteral("x.pdf")));
    QVERIFY(writeButton(dialog).isEnabled());
    QComboBox &period = field<QComboBox>(dialog, "period");
    period.setCurrentIndex(period.count() - 1);
    QDateTimeEdit &to = field<QDateTimeEdit>(dialog, "to");
    QVERIFY(to.isEnabled());
    to.setDateTime(field<QDateTimeEdit>(dialog, "from").dateTime());
    QVERIFY(!writeButton(dialog).isEnabled());
    QVERIFY(!faults.text().isEmpty());
    period.setCurrentIndex(0);
    QVERIFY(writeButton(dialog).isEnabled());
    QVERIFY(faults.text().isEmpty());
    for (const QString &file : {QString(), m_folder.path(), fileOf(QStringLiteral("no/x.pdf"))}) {
        field<QLineEdit>(dialog, "file").setText(file);
        QVERIFY2(!writeButton(dialog).isEnabled(), qPrintable(file));
        QVERIFY(!faults.text().isEmpty());
    }
}

/// The asset went away while the page was open.
void TestReportDialog::tellsWhyItCouldNotWrite()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("asset:Northfield/Gone"));
    const QString file = fileOf(QStringLiteral("gone.pdf"));
    field<QLineEdit>(dialog, "file").setText(file);
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    writeButton(dialog).click();
    QVERIFY(finished.wait());
    QVERIFY(!finished.front().front().toBool());
    QVERIFY(field<QLabel>(dialog, "faults").text().contains(QStringLiteral("Northfield/Gone")));
    QVERIFY(!QFile::exists(file));
    QVERIFY(writeButton(dialog).isEnabled());
}

void TestReportDialog::cancellingLeavesNothingHalf()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
    const QString file = fileOf(QStringLiteral("cancelled.pdf"));
    field<QLineEdit>(dialog, "file").setText(file);
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    writeButton(dialog).click();
    field<QPushButton>(dialog, "cancel").click();
    QVERIFY(finished.wait());
    // On a busy machine it may have been written before the button was reached.
    QCOMPARE(QFile::exists(file), finished.front().front().toBool());
    QVERIFY(!dialog.isWriting());
}

void TestReportDialog::closingWhileWritingStopsIt()
{
    const QString file = fileOf(QStringLiteral("closed.pdf"));
    {
        ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
        field<QLineEdit>(dialog, "file").setText(file);
        writeButton(dialog).click();
    }
    QFile written(file); // whole, or not at all
    QVERIFY(!written.open(QIODevice::ReadOnly) || written.readAll().trimmed().endsWith("%%EOF"));
    QCoreApplication::processEvents(); // an answer that comes too late finds nobody
}

QTEST_MAIN(TestReportDialog)
#include "tst_report_dialog.moc"
