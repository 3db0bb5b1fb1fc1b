// Renders the window over the fake plant into a PNG, to be looked at:
//   render_page KEY FILE [WxH] [light|dark] [empty]
#include "tests/support/fake_plant.h"

#include "widgets/common/theme.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QCursor>
#include <QElapsedTimer>

#include <cstdio>

using namespace telltale;

namespace {

constexpr qint64 kPatience = 5000; // ms

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1920, 1080);
}

void waitUntilComplete(MainWindow &window)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kPatience) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        if (window.isComplete())
            break;
    }
    window.frame();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fputs("render_page KEY FILE [WxH] [light|dark] [empty]\n", stderr);
        return 2;
    }
    if (arguments.value(4) == QLatin1String("dark"))
        Theme::instance().setMode(Theme::Mode::Dark);
    Theme::instance().applyTo(application);
    test::FakePlant works(arguments.contains(QLatin1String("empty"))
                              ? test::FakePlant::Content::Empty
                              : test::FakePlant::Content::WaterWorks);
    MainWindow window(works.plant());
    QCursor::setPos(-10, -10); // over nothing
    window.resize(sizeFrom(arguments.value(3)));
    window.openPage(arguments[1]);
    window.show();
    waitUntilComplete(window);
    return window.grab().save(arguments[2]) ? 0 : 1;
}
