#include "widgets/common/proposed_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace telltale;

/// Names for files, in a home of its own.
class TestProposedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void documentsComeBeforeHome();
    void fileThatIsThereIsNotProposed();
    void nameFitsAnyFileSystem();

private:
    QString in(const QString &name) const { return m_home->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProposedFile::init()
{
    QStandardPaths::setTestModeEnabled(true); // no settings of the desktop
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_home->path()));
}

void TestProposedFile::documentsComeBeforeHome()
{
    QCOMPARE(proposedFile(QStringLiteral("report")), in(QStringLiteral("report.pdf")));
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("Documents")));
    QCOMPARE(proposedFile(QStringLiteral("report")), in(QStringLiteral("Documents/report.pdf")));
}

void TestProposedFile::fileThatIsThereIsNotProposed()
{
    for (const QString &name : {QStringLiteral("report.pdf"), QStringLiteral("report 2.pdf")}) {
        QFile file(in(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(proposedFile(QStringLiteral("report")), in(QStringLiteral("report 3.pdf")));
}

void TestProposedFile::nameFitsAnyFileSystem()
{
    QCOMPARE(proposedFile(QStringLiteral("pump 1/2: <north>")),
             in(QStringLiteral("pump 1_2_ _north_.pdf")));
}

QTEST_GUILESS_MAIN(TestProposedFile)
#include "tst_proposed_file.moc"
