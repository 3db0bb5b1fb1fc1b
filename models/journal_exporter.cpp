#include "models/journal_exporter.h"

#include "models/alarm_request.h"
#include "models/gui_call.h"
#include "models/journal_query.h"
#include "models/told_words.h"

#include "data/alarms/head_check.h"

#include <QFile>
#include <QFileInfo>

namespace telltale {
namespace {

JournalExporter::Writer writerOf(const QString &path)
{
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    return [format = isJson ? JournalFormat::Json
                            : JournalFormat::Csv](AlarmReader &reader, const JournalOrder &order,
                                                  OutputFile &file, const CancelFlag &cancel) {
        return exportJournal(reader, order, format, file, cancel);
    };
}

} // namespace

JournalExporter::JournalExporter(const Plant &plant, QObject *parent)
    : QObject(parent)
    , m_plant(plant)
{ }

JournalExporter::~JournalExporter()
{
    m_cancel->cancel();
}

void JournalExporter::start(const JournalFilter &filter, const QString &path, Writer writer)
{
    if (m_isRunning)
        return;
    if (const QString obstacle = AlarmRequest::obstacle(m_plant); !obstacle.isEmpty()) {
        Q_EMIT refused(AlarmRequest::tr("Refused: %1").arg(obstacle));
        return;
    }
    m_isRunning = true;
    m_cancel = std::make_shared<CancelFlag>();
    if (!writer)
        writer = writerOf(path);
    const auto answer
        = onGuiThread<Result<Written>>(this, [this, filter, path](const Result<Written> &written) {
              record(filter, path, written);
          });
    m_thread.run([filter, answer, writer, cancel = m_cancel, folder = m_plant.dataFolder,
                  name = QFile::encodeName(path).toStdString()] {
        answer(write(folder, filter, name, writer, *cancel));
    });
}

Result<JournalExporter::Written>
JournalExporter::write(const std::string &folder, const JournalFilter &filter,
                       const std::string &path, const Writer &writer, const CancelFlag &cancel)
{
    const Result<std::unique_ptr<AlarmReader>> reader = AlarmReader::open(folder);
    if (!reader.ok())
        return reader.error();
    Result<OutputFile> file = OutputFile::open(path);
    if (!file.ok())
        return file.error();
    const Result<std::string> fault = journalFault(folder, &cancel);
    if (!fault.ok())
        return fault.error();
    const Result<JournalExport> made
        = writer(*reader.value(), {filter, fault.value()}, file.value(), cancel);
    if (!made.ok())
        return made.error();
    return Written {std::make_shared<OutputFile>(std::move(file).value()), made.value(),
                    fault.value()};
}

void JournalExporter::record(const JournalFilter &filter, const QString &path,
                             const Result<Written> &written)
{
    if (!written.ok())
        return end({}, written.error());
    const JournalExport &made = written->made;
    const std::string fault
        = written->fault.empty() ? "" : "; not as it was written: " + written->fault;
    const QString name = QFileInfo(path).fileName();
    AlarmAction action;
    action.kind = AlarmAction::Kind::RecordExport;
    action.text = name.toStdString() + ": " + std::to_string(made.entries) + " entries; "
        + JournalQuery::told(filter) + fault + "; head " + std::to_string(made.head.last) + ' '
        + hexText(made.head.hash);
    AlarmRequest::send(m_plant, std::move(action), this,
                       [this, name, done = written.value()](const QString &refusal) {
                           finish(done, name, refusal);
                       });
}

/// Without its line in the journal the file gets no name. The line may only be late, and would tell
/// of a file that is not there.
void JournalExporter::finish(const Written &written, const QString &name, const QString &refusal)
{
    if (!refusal.isEmpty()) {
        m_isRunning = false;
        takeBack(name, "it could not be journaled at once", [](const QString &) {});
        Q_EMIT refused(refusal);
        return;
    }
    const auto answer = onGuiThread<Outcome>(
        this, [this, written, name](const Outcome &outcome) { finished(written, name, outcome); });
    m_thread.run([answer, file = written.file] { answer(file->finish()); });
}

void JournalExporter::finished(const Written &written, const QString &name, const Outcome &outcome)
{
    if (outcome.ok())
        return end(written, outcome);
    takeBack(name, outcome.error().detail, [this, outcome](const QString &) { end({}, outcome); });
}

/// The journal said that there is a file: it has to say that there is none.
void JournalExporter::takeBack(const QString &name, const std::string &why,
                               std::function<void(const QString &refusal)> then)
{
    AlarmAction action;
    action.kind = AlarmAction::Kind::RecordExport;
    action.text = name.toStdString() + ": no file after all; " + why;
    AlarmRequest::send(m_plant, std::move(action), this, std::move(then));
}

void JournalExporter::end(const Written &written, const Outcome &outcome)
{
    m_isRunning = false;
    if (outcome.ok())
        Q_EMIT done(static_cast<int>(written.made.entries), ToldWords::detail(written.fault));
    else
        Q_EMIT failed(outcome.error());
}

} // namespace telltale
