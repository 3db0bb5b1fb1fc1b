#include "app/command.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"

#include "data/telemetry/tag_registry.h"
#include "widgets/common/page.h"
#include "widgets/main_window.h"
#include "widgets/page_table.h"

#include <QApplication>
#include <QCursor>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTimer>

#include <cstdio>

namespace telltale {
namespace {

constexpr int kPatienceMs = 10'000;
constexpr int kSettleFrames = 3; // after the data are complete: layouts and live values settle

struct Shot
{
    QString page;
    QString file;
    QSize size;
    int scale = 1;
    std::optional<Timestamp> at;
};

Outcome declare(Options &options, const QStringList &arguments)
{
    options.addArgument(
        QStringLiteral("PAGE"),
        QStringLiteral("overview, alarms, connections, status, asset:PATH, trend:TAG[,TAG]"));
    options.add(QStringLiteral("o"), QStringLiteral("PNG file."), QStringLiteral("FILE"));
    options.add(QStringLiteral("size"), QStringLiteral("Device pixels, 1920x1080."),
                QStringLiteral("WxH"));
    options.add(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME"));
    options.add(QStringLiteral("scale"), QStringLiteral("1 or 2."), QStringLiteral("N"));
    options.add(QStringLiteral("at"), QStringLiteral("Show the plant as it was then."),
                QStringLiteral("TIME"));
    return options.parse(arguments);
}

Result<Shot> wantedShot(const Options &options)
{
    Shot shot;
    if (options.arguments().size() != 1 || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse,
                      "shot needs one PAGE and -o FILE: telltale shot overview -o overview.png "
                      "--size 1920x1080"};
    shot.page = options.arguments().first();
    shot.file = options.value(QStringLiteral("o"));
    const QString size = options.isSet(QStringLiteral("size"))
        ? options.value(QStringLiteral("size"))
        : QStringLiteral("1920x1080");
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(size);
    if (!match.hasMatch() || match.captured(1).toInt() > 16384 || match.captured(2).toInt() > 16384)
        return Error {Error::Code::WrongUse,
                      "--size is WIDTHxHEIGHT in device pixels, such as 1920x1080"};
    shot.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    if (options.isSet(QStringLiteral("scale")))
        shot.scale = options.value(QStringLiteral("scale")).toInt();
    if (shot.scale != 1 && shot.scale != 2)
        return Error {Error::Code::WrongUse, "--scale is 1 or 2"};
    const QString theme = options.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark"))
        return Error {Error::Code::WrongUse, "--theme is light or dark"};
    if (options.isSet(QStringLiteral("at"))) {
        const Result<Timestamp> at
            = timeArgument(options.value(QStringLiteral("at")), Clock::system().now());
        if (!at.ok())
            return at.error();
        shot.at = at.value();
    }
    return shot;
}

/// Waits until the page has its data, for at most kPatienceMs.
bool waitUntilComplete(MainWindow &window)
{
    QElapsedTimer waited;
    waited.start();
    for (int settled = 0; settled < kSettleFrames;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window.frame();
        settled = window.currentPage()->isComplete() ? settled + 1 : 0;
        if (waited.elapsed() > kPatienceMs)
            return false;
    }
    return true;
}

/// A page that would be empty is none: a word was misspelt.
Outcome checkPage(const QString &key, const TagRegistry &tags)
{
    const QString asset = QStringLiteral("asset:");
    const QString trend = QStringLiteral("trend:");
    if (!knowsPage(key))
        return Error {Error::Code::NotFound, "there is no page \"" + key.toStdString() + "\""};
    if (key.startsWith(asset) && tags.tagsBelow(key.mid(asset.size()).toStdString()).empty())
        return Error {Error::Code::NotFound,
                      "there is no asset \"" + key.mid(asset.size()).toStdString()
                          + "\" in the data"};
    if (!key.startsWith(trend))
        return {};
    for (const QString &path : key.mid(trend.size()).split(QLatin1Char(','))) {
        if (!tags.find(path.trimmed().toStdString()).isValid())
            return Error {Error::Code::NotFound,
                          "there is no tag \"" + path.trimmed().toStdString()
                              + "\" in the data: telltale export --tag '**' lists what there is"};
    }
    return {};
}

Outcome take(const Shot &shot, PlantSession &session)
{
    MainWindow window(session.plant());
    QCursor::setPos(-10, -10); // nothing looks hovered
    if (Outcome known = checkPage(shot.page, *session.plant().tags); !known.ok())
        return known;
    window.openPage(shot.page);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(shot.size / shot.scale);
    if (shot.at)
        window.currentPage()->standAt(*shot.at);
    window.show();
    if (!waitUntilComplete(window))
        return Error {Error::Code::TimedOut, "the page had not all its data after 10 s"};
    QImage image(shot.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(shot.scale);
    window.render(&image);
    if (!image.save(shot.file, "PNG"))
        return Error {Error::Code::DiskError, shot.file.toStdString() + ": cannot be written"};
    return {};
}

} // namespace

int runShot(const QStringList &arguments)
{
    Options options(QStringLiteral("shot"));
    if (const Outcome parsed = declare(options, arguments); !parsed.ok())
        return fail(parsed.error());
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return kSuccess;
    }
    const Result<Shot> shot = wantedShot(options);
    if (!shot.ok())
        return fail(shot.error());
    Result<std::unique_ptr<PlantSession>> session
        = PlantSession::open({options.workspaceFolder(), options.dataFolder(),
                              PlantSession::Use::Stored, std::nullopt, false, true});
    if (!session.ok())
        return fail(session.error());
    prepareScreens(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                   session.value()->workspace().settings, options.language(),
                   options.value(QStringLiteral("theme")));
    const Outcome taken = take(shot.value(), *session.value());
    return taken.ok() ? kSuccess : fail(taken.error());
}

} // namespace telltale
