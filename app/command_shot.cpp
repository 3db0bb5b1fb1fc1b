#include "app/command.h"
#include "app/options.h"
#include "app/plant_session.h"
#include "app/screens.h"

#include "data/storage/output_file.h"
#include "data/telemetry/clock.h"
#include "data/telemetry/tag_registry.h"
#include "models/trend_key.h"
#include "widgets/common/alarm_banner.h"
#include "widgets/common/page.h"
#include "widgets/common/status_line.h"
#include "widgets/main_window.h"
#include "widgets/page_table.h"

#include <QApplication>
#include <QBuffer>
#include <QCursor>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>

namespace telltale {
namespace {

constexpr int kPatienceMs = 10'000;
constexpr int kSettleFrames = 3; // after the data are complete: layouts and live values settle

/// Pages that tell of the program, not of the plant: how they stood once is not stored.
const QStringList kOnlyNow {QStringLiteral("connections"), QStringLiteral("status")};

QString pageList()
{
    QStringList pages;
    for (const PageKind &kind : pageTable()) {
        const QString prefix = QLatin1String(kind.prefix);
        const bool hasTags = prefix == TrendKey::kPrefix;
        pages << prefix
                + QLatin1String(!prefix.endsWith(QLatin1Char(':')) ? ""
                                    : hasTags                      ? "TAG[,TAG]"
                                                                   : "PATH");
    }
    return pages.join(QStringLiteral(", "));
}

struct Shot
{
    QString page;
    std::string file;
    QSize size;
    int scale = 1;
    std::optional<Timestamp> at;
};

void declare(Options &options)
{
    options.addArgument(QStringLiteral("PAGE"), pageList());
    options.add(QStringLiteral("o"), QStringLiteral("PNG file, or - for standard output."),
                QStringLiteral("FILE"));
    options.add(QStringLiteral("size"), QStringLiteral("Device pixels, 1920x1080."),
                QStringLiteral("WxH"));
    options.add(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME"));
    options.add(QStringLiteral("scale"), QStringLiteral("1 or 2."), QStringLiteral("N"));
    options.add(QStringLiteral("at"), QStringLiteral("Show the plant as it was then."),
                QStringLiteral("TIME"));
}

/// Size, scale and theme.
Outcome readLook(const Options &options, Shot &shot)
{
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
    return {};
}

Outcome readMoment(const Options &options, Shot &shot)
{
    if (!options.isSet(QStringLiteral("at")))
        return {};
    const Timestamp now = Clock::system().now();
    const Result<Timestamp> at = timeArgument(options.value(QStringLiteral("at")), now);
    if (!at.ok())
        return at.error();
    if (kOnlyNow.contains(shot.page))
        return Error {Error::Code::WrongUse,
                      "the page " + shot.page.toStdString()
                          + " shows only the present: leave out --at"};
    if (at.value() > now)
        return Error {Error::Code::WrongUse, "--at is in the future"};
    shot.at = at.value();
    return {};
}

Result<Shot> wantedShot(const Options &options)
{
    Shot shot;
    if (options.arguments().size() != 1 || !options.isSet(QStringLiteral("o")))
        return Error {Error::Code::WrongUse,
                      "shot needs one PAGE and -o FILE: telltale shot overview -o overview.png "
                      "--size 1920x1080"};
    shot.page = options.arguments().first();
    if (!knowsPage(shot.page))
        return Error {Error::Code::WrongUse,
                      "there is no page \"" + shot.page.toStdString() + "\": pages are "
                          + pageList().toStdString()};
    shot.file = options.fileName(QStringLiteral("o"));
    const QString suffix = QFileInfo(options.value(QStringLiteral("o"))).suffix();
    if (!suffix.isEmpty() && suffix.compare(QLatin1String("png"), Qt::CaseInsensitive) != 0)
        return Error {Error::Code::WrongUse,
                      "a picture is a PNG file: give -o a name that ends in .png, not ."
                          + suffix.toStdString()};
    if (const Outcome read = readLook(options, shot); !read.ok())
        return read.error();
    if (const Outcome read = readMoment(options, shot); !read.ok())
        return read.error();
    return shot;
}

/// Waits until the window has its data, for at most kPatienceMs.
bool waitUntilComplete(MainWindow &window)
{
    QElapsedTimer waited;
    waited.start();
    for (int settled = 0; settled < kSettleFrames;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window.frame();
        settled = window.isComplete() ? settled + 1 : 0;
        if (waited.elapsed() > kPatienceMs)
            return false;
    }
    return true;
}

/// A page that would be empty is none: a word was misspelt.
Outcome checkPage(const QString &key, const TagRegistry &tags)
{
    const QString asset = QStringLiteral("asset:");
    if (key.startsWith(asset) && tags.tagsBelow(key.mid(asset.size()).toStdString()).empty())
        return Error {Error::Code::NotFound,
                      "there is no asset \"" + key.mid(asset.size()).toStdString()
                          + "\" in the data"};
    if (!TrendKey::isOne(key))
        return {};
    for (const QString &path : TrendKey::paths(key)) {
        if (!tags.find(path.toStdString()).isValid())
            return Error {Error::Code::NotFound,
                          "there is no tag \"" + path.toStdString()
                              + "\" in the data: telltale export --tag '**' lists what there is"};
    }
    return {};
}

Result<QImage> pictureOf(const Shot &shot, PlantSession &session)
{
    MainWindow window(session.plant());
    QCursor::setPos(-10, -10); // nothing looks hovered
    if (const Outcome known = checkPage(shot.page, *session.plant().tags); !known.ok())
        return known.error();
    window.openPage(shot.page);
    window.banner().setIsPicture();
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(shot.size / shot.scale);
    if (shot.at) {
        window.banner().setShowsDate(true);
        window.statusLine().standAt(*shot.at);
        window.currentPage()->standAt(*shot.at);
    }
    window.show();
    if (window.size() != shot.size / shot.scale)
        return Error {Error::Code::WrongUse,
                      "--size is too small for the window: with this --scale it needs "
                          + std::to_string(window.minimumSizeHint().width() * shot.scale) + "x"
                          + std::to_string(window.minimumSizeHint().height() * shot.scale)};
    if (!waitUntilComplete(window))
        return Error {Error::Code::TimedOut, "the page had not all its data after 10 s"};
    QImage image(shot.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(shot.scale);
    window.render(&image);
    return image;
}

Outcome take(const Shot &shot, PlantSession &session)
{
    Result<OutputFile> file = OutputFile::open(shot.file);
    if (!file.ok())
        return file.error();
    const Result<QImage> picture = pictureOf(shot, session);
    if (!picture.ok())
        return picture.error();
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (!picture.value().save(&png, "PNG"))
        return Error {Error::Code::LimitExceeded,
                      "there is not enough memory for a picture this large"};
    const Outcome written = file->write(png.data().toStdString());
    return written.ok() ? file->finish() : written;
}

} // namespace

int runShot(const QStringList &arguments)
{
    Options options(QStringLiteral("shot"));
    declare(options);
    if (const std::optional<int> answered = options.answer(arguments))
        return *answered;
    const Result<Shot> shot = wantedShot(options);
    if (!shot.ok())
        return fail(shot.error());
    Result<std::unique_ptr<PlantSession>> session = PlantSession::open(
        {options.workspaceFolder(), options.dataFolder(), PlantSession::Use::Stored, std::nullopt,
         false, true, shot.value().at});
    if (!session.ok())
        return fail(session.error());
    prepareScreens(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                   session.value()->workspace().settings, options.language(),
                   options.value(QStringLiteral("theme")));
    const Outcome taken = take(shot.value(), *session.value());
    return taken.ok() ? kSuccess : fail(taken.error());
}

} // namespace telltale
