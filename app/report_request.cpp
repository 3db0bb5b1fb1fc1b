#include "app/report_request.h"

#include "app/plant_session.h"

#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "data/workspace/workspace.h"
#include "models/plant.h"
#include "models/value_text.h"
#include "widgets/reports/report_writer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrent>

namespace telltale {
namespace {

constexpr std::chrono::hours kPeriod {24};

using Gathered = std::shared_ptr<Result<ReportData>>;

QString words(const char *source)
{
    return QCoreApplication::translate("ReportRequest", source);
}

QString askFile(QWidget &parent, const QString &pageKey)
{
    const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd"));
    const bool isAsset = pageKey.startsWith(QLatin1String("asset:"));
    QString what = isAsset ? pageKey.section(QLatin1Char('/'), -1) : QStringLiteral("overview");
    what.replace(QRegularExpression(QStringLiteral("[^\\w .-]")), QStringLiteral("_"));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return QFileDialog::getSaveFileName(
        &parent, words("Save report"),
        folder.filePath(QStringLiteral("telltale %1 %2.pdf").arg(what, day)),
        words("PDF files (*.pdf)"));
}

Gathered gather(const ReportOptions &options, const Plant &plant, const Workspace &workspace)
{
    Result<std::unique_ptr<HistoryReader>> history = HistoryReader::open(plant.dataFolder);
    if (!history.ok())
        return std::make_shared<Result<ReportData>>(history.error());
    const Result<std::unique_ptr<AlarmReader>> alarms = AlarmReader::open(plant.dataFolder);
    return std::make_shared<Result<ReportData>>(
        gatherReport(options, *history.value(), alarms.ok() ? alarms.value().get() : nullptr,
                     *plant.tags, workspace));
}

void tellDone(QWidget &parent, const Outcome &written, const QString &file)
{
    QMessageBox box(&parent);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(words("Report"));
    if (!written.ok()) {
        box.setIcon(QMessageBox::Warning);
        box.setText(
            words("The report could not be written: %1").arg(shownText(written.error().detail)));
        box.exec();
        return;
    }
    box.setText(words("The report is in %1").arg(file));
    const QPushButton *open = box.addButton(words("Open"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Close);
    box.exec();
    if (box.clickedButton() == open)
        QDesktopServices::openUrl(QUrl::fromLocalFile(file));
}

} // namespace

void requestReport(QWidget &parent, const Plant &plant, const QString &pageKey)
{
    const QString file = askFile(parent, pageKey);
    if (file.isEmpty())
        return;
    ReportOptions options;
    options.name
        = (pageKey.startsWith(QLatin1String("asset:")) ? pageKey : QStringLiteral("overview"))
              .toStdString();
    options.generatedAt = plant.clock->now();
    options.generatedBy = plant.user;
    options.zone = plant.zone;
    options.locale = QLocale();
    options.range = {options.generatedAt - kPeriod, options.generatedAt};

    auto *progress
        = new QProgressDialog(words("Gathering the report…"), words("Cancel"), 0, 0, &parent);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setMinimumDuration(300);
    auto *answered = new QFutureWatcher<Gathered>(progress);
    QObject::connect(answered, &QFutureWatcherBase::finished, progress,
                     [&parent, &plant, progress, answered, file] {
                         const bool isWanted = !progress->wasCanceled();
                         const Gathered gathered = answered->result();
                         progress->close();
                         if (!isWanted)
                             return;
                         const Outcome written = gathered->ok()
                             ? writeReport(gathered->value(), *plant.workspace, file.toStdString())
                             : Outcome(gathered->error());
                         tellDone(parent, written, file);
                     });
    answered->setFuture(QtConcurrent::run([options, &plant, workspace = *plant.workspace] {
        return gather(options, plant, workspace);
    }));
}

} // namespace telltale
