#include "tests/support/fake_plant.h"
#include "tests/widgets/find_widgets.h"

#include "widgets/common/page.h"
#include "widgets/common/theme.h"
#include "widgets/connect/command_question.h"
#include "widgets/main_window.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace telltale;
using test::FakePlant;

/// Programs of a workspace are asked about, once and by hand.
class TestCommandQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsAskedWithoutPrograms();
    void overviewAsksAndTakesTheAnswer();
    void unstoredAnswerIsSaid();
    void laterHidesIt();

private:
    Plant asking(FakePlant &works, const Outcome &answer);
    int m_allowed = 0;
};

void TestCommandQuestion::initTestCase()
{
    Theme::instance().applyTo(*qApp);
}

Plant TestCommandQuestion::asking(FakePlant &works, const Outcome &answer)
{
    m_allowed = 0;
    Plant plant = works.plant();
    plant.refusedCommands = {"log book: /usr/local/bin/<b>log</b>"};
    plant.allowCommands = [this, answer](const std::function<void(const Outcome &)> &done) {
        ++m_allowed;
        done(answer);
    };
    return plant;
}

void TestCommandQuestion::nothingIsAskedWithoutPrograms()
{
    FakePlant works;
    MainWindow window(works.plant());
    window.show();
    QVERIFY(!window.currentPage()->findChild<CommandQuestion *>()->isVisible());
}

void TestCommandQuestion::overviewAsksAndTakesTheAnswer()
{
    FakePlant works;
    const Plant plant = asking(works, {});
    MainWindow window(plant);
    window.show();
    auto *question = window.currentPage()->findChild<CommandQuestion *>();
    QVERIFY(question && question->isVisible());
    const QLabel *words = question->findChild<QLabel *>();
    QVERIFY2(words->text().contains(QStringLiteral("log book: /usr/local/bin/<b>log</b>")),
             qPrintable(words->text()));
    QCOMPARE(words->textFormat(), Qt::PlainText);
    QVERIFY(!question->isAncestorOf(window.focusWidget())); // Enter is no answer
    QCOMPARE(m_allowed, 0);
    QTest::mouseClick(test::button(*question, QStringLiteral("Allow these programs")),
                      Qt::LeftButton);
    QCOMPARE(m_allowed, 1);
    QVERIFY(!question->isVisible());
}

void TestCommandQuestion::unstoredAnswerIsSaid()
{
    FakePlant works;
    const Plant plant = asking(works, Error {Error::Code::DiskFull, "no room"});
    CommandQuestion question(plant);
    question.show();
    QTest::mouseClick(test::button(question, QStringLiteral("Allow these programs")),
                      Qt::LeftButton);
    QVERIFY(question.isVisible());
    QVERIFY(question.findChild<QLabel *>()->text().contains(QLatin1String("\n")));
    QVERIFY(!question.findChild<QLabel *>()->text().startsWith(QLatin1String("When alarms")));
    QVERIFY(test::button(question, QStringLiteral("Allow these programs"))->isEnabled());
}

void TestCommandQuestion::laterHidesIt()
{
    FakePlant works;
    const Plant plant = asking(works, {});
    CommandQuestion question(plant);
    question.show();
    QTest::mouseClick(test::button(question, QStringLiteral("Not now")), Qt::LeftButton);
    QVERIFY(!question.isVisible());
    QCOMPARE(m_allowed, 0);
}

QTEST_MAIN(TestCommandQuestion)
#include "tst_command_question.moc"
