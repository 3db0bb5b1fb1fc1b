#include "widgets/reports/report_dialog.h"

#include "tests/support/damaged_history.h"
#include "tests/support/fake_plant.h"

#include "widgets/common/confirm_question.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace telltale;
using namespace telltale::test;

namespace {

constexpr const char *kPage = "asset:Northfield/Pump station 2/Pump P-203";

template <typename Field> Field &field(QWidget &dialog, const char *name)
{
    return *dialog.findChild<Field *>(QLatin1String(name));
}

/// A FIFO: whoever opens it to write waits until it is taken.
class WaitingFile
{
public:
    explicit WaitingFile(const QString &path)
        : m_path(path)
    {
        mkfifo(QFile::encodeName(path).constData(), 0600);
    }
    ~WaitingFile()
    {
        take();
        ::close(m_descriptor);
    }
    QString path() const { return m_path; }
    void take()
    {
        if (m_descriptor < 0)
            m_descriptor
                = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    bool isEmpty() const
    {
        char byte = 0;
        return ::read(m_descriptor, &byte, 1) <= 0;
    }

private:
    QString m_path;
    int m_descriptor = -1;
};

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
    void proposesANameThatIsFree();
    void aFileThatIsThereIsReplacedOnlyIfSaidSo();
    void cancellingWhileDrawingWritesNothing();
    void closingWhileWritingStopsIt();
    void whatIsDamagedIsSaid();

private:
    QString fileOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<FakePlant> m_plant;
};

void TestReportDialog::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("Documents")));
    qputenv("HOME", QFile::encodeName(m_folder.path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path()));
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

void TestReportDialog::proposesANameThatIsFree()
{
    const QString first = ReportDialog(m_plant->plant(), QStringLiteral("overview")).file();
    QVERIFY2(first.startsWith(m_folder.path()), qPrintable(first));
    QFile taken(first);
    QVERIFY(taken.open(QIODevice::WriteOnly));
    const QString second = ReportDialog(m_plant->plant(), QStringLiteral("overview")).file();
    QVERIFY(second != first);
    QVERIFY(!QFile::exists(second));
}

void TestReportDialog::aFileThatIsThereIsReplacedOnlyIfSaidSo()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
    dialog.show();
    const QString file = fileOf(QStringLiteral("there.pdf"));
    const auto content = [&file] {
        QFile there(file);
        return there.open(QIODevice::ReadOnly) ? there.read(5) : QByteArray();
    };
    QFile mine(file);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine\n") == 5);
    mine.close();
    field<QLineEdit>(dialog, "file").setText(file);
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    const auto answer = [&dialog](const QString &words) {
        writeButton(dialog).click();
        auto *question = dialog.findChild<ConfirmQuestion *>();
        QVERIFY(question && !dialog.isWriting());
        for (QAbstractButton *button : question->buttons()) {
            if (button->text().contains(words))
                button->click();
        }
        QTRY_VERIFY(!dialog.findChild<ConfirmQuestion *>());
    };
    answer(QStringLiteral("Cancel"));
    QVERIFY(!dialog.isWriting());
    QCOMPARE(content(), QByteArray("mine\n"));
    answer(QStringLiteral("Replace"));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.front().front().toBool());
    QCOMPARE(content(), QByteArray("%PDF-"));
}

void TestReportDialog::cancellingWhileDrawingWritesNothing()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
    WaitingFile file(fileOf(QStringLiteral("cancelled.pdf")));
    field<QLineEdit>(dialog, "file").setText(file.path());
    const QLabel &words = field<QLabel>(dialog, "faults");
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    writeButton(dialog).click();
    QTRY_COMPARE(words.text(), QStringLiteral("Drawing …"));
    field<QPushButton>(dialog, "cancel").click();
    QCOMPARE(words.text(), QStringLiteral("Stopping …"));
    file.take();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!finished.front().front().toBool());
    QCOMPARE(words.text(), QStringLiteral("Cancelled; nothing was written."));
    QVERIFY(file.isEmpty());
    QVERIFY(!dialog.isWriting());
}

/// The window stays free meanwhile.
void TestReportDialog::closingWhileWritingStopsIt()
{
    ReportDialog dialog(m_plant->plant(), QStringLiteral("overview"));
    dialog.show();
    WaitingFile file(fileOf(QStringLiteral("closed.pdf")));
    field<QLineEdit>(dialog, "file").setText(file.path());
    writeButton(dialog).click();
    QTRY_COMPARE(field<QLabel>(dialog, "faults").text(), QStringLiteral("Drawing …"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isWriting() && dialog.isVisible());
    file.take();
    QTRY_VERIFY(!dialog.isVisible());
    QVERIFY(file.isEmpty());
}

void TestReportDialog::whatIsDamagedIsSaid()
{
    FakePlant plant;
    damageOldHistory(plant);
    ReportDialog dialog(plant.plant(), QStringLiteral("overview"));
    field<QLineEdit>(dialog, "file").setText(fileOf(QStringLiteral("damaged.pdf")));
    field<QComboBox>(dialog, "period").setCurrentIndex(3); // 30 days
    QSignalSpy finished(&dialog, &ReportDialog::finishedWriting);
    writeButton(dialog).click();
    QVERIFY(finished.wait());
    QVERIFY(finished.front().front().toBool());
    const QString words = field<QLabel>(dialog, "faults").text();
    QVERIFY2(words.contains(QStringLiteral("1 damaged file(s) of the history")), qPrintable(words));
}

QTEST_MAIN(TestReportDialog)
#include "tst_report_dialog.moc"
