#include "models/journal_exporter.h"

#include "models/alarm_request.h"
#include "models/gui_call.h"
#include "models/journal_query.h"

#include "data/storage/file.h"

#include <QFile>
#include <QFileInfo>

namespace telltale {
namespace {

/// Until it is journaled.
QString partOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

std::string nameOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

Result<JournalExport> write(const std::string &folder, const JournalFilter &filter,
                            JournalFormat format, const std::string &path,
                            const std::atomic<bool> &isCancelled)
{
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(folder);
    if (!reader.ok())
        return reader.error();
    return exportJournal(*reader.value(), filter, format, path, isCancelled);
}

} // namespace

JournalExporter::JournalExporter(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{ }

JournalExporter::~JournalExporter()
{
    cancel();
}

void JournalExporter::start(const JournalFilter &filter, const QString &path)
{
    if (m_isRunning)
        return;
    if (const QString obstacle = AlarmRequest::obstacle(m_plant); !obstacle.isEmpty()) {
        Q_EMIT refused(AlarmRequest::tr("Refused: %1").arg(obstacle));
        return;
    }
    m_isRunning = true;
    m_isCancelled = false;
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const auto answer = onGuiThread<Result<JournalExport>>(
        this,
        [this, filter, path](const Result<JournalExport> &made) { written(filter, path, made); });
    m_thread.run([this, filter, answer, folder = m_plant.dataFolder, part = nameOf(partOf(path)),
                  format = isJson ? JournalFormat::Json : JournalFormat::Csv] {
        answer(write(folder, filter, format, part, m_isCancelled));
    });
}

void JournalExporter::cancel()
{
    m_isCancelled = true;
}

void JournalExporter::written(const JournalFilter &filter, const QString &path,
                              const Result<JournalExport> &made)
{
    if (!made.ok()) {
        m_isRunning = false;
        Q_EMIT failed(made.error());
        return;
    }
    AlarmAction action;
    action.kind = AlarmAction::Kind::RecordExport;
    action.text = QFileInfo(path).fileName().toStdString() + ": " + std::to_string(made->entries)
        + " entries; " + JournalQuery::told(filter) + "; head " + std::to_string(made->head.last)
        + ' ' + hexText(made->head.hash);
    AlarmRequest::send(m_plant, std::move(action), this,
                       [this, path, entries = made->entries](const QString &refusal) {
                           journaled(path, entries, refusal);
                       });
}

void JournalExporter::journaled(const QString &path, std::uint64_t entries, const QString &refusal)
{
    m_isRunning = false;
    if (!refusal.isEmpty()) {
        QFile::remove(partOf(path));
        Q_EMIT refused(refusal);
        return;
    }
    if (const Outcome renamed = renameDurably(nameOf(partOf(path)), nameOf(path)); !renamed.ok()) {
        QFile::remove(partOf(path));
        Q_EMIT failed(renamed.error());
        return;
    }
    Q_EMIT done(static_cast<int>(entries));
}

} // namespace telltale
