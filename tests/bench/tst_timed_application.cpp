#include "tests/bench/timed_application.h"

#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace telltale::bench;

/// What the benches measure with.
class TestTimedApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsStayWhenTheLoopIsLeft();
};

void TestTimedApplication::windowsStayWhenTheLoopIsLeft()
{
    QWidget window;
    window.show();
    QTimer::singleShot(0, qApp, leaveLoop);
    QApplication::exec();
    QVERIFY(window.isVisible());
}

QTEST_MAIN(TestTimedApplication)
#include "tst_timed_application.moc"
