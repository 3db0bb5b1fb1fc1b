#pragma once

#include "models/job_thread.h"
#include "models/plant.h"

#include "data/alarms/journal_export.h"
#include "data/telemetry/cancel_flag.h"

#include <QObject>

#include <functional>
#include <memory>

namespace telltale {

/// Takes entries of the alarm journal out into a file, off the GUI thread, and has that journaled:
/// the file is there only if the journal says so; where it cannot be finished after that, the
/// journal says that as well. The chain and heads of the journal are looked at
/// before; what does not hold is said in the file, in the journal and to who asked.
/// Thread  GUI. One export at a time; the destructor cancels it.
class JournalExporter : public QObject
{
    Q_OBJECT

public:
    explicit JournalExporter(const Plant &plant, QObject *parent = nullptr);
    ~JournalExporter() override;

    /// Writes the entries that fit, off the GUI thread.
    using Writer
        = std::function<Result<JournalExport>(AlarmReader &reader, const JournalOrder &order,
                                              OutputFile &file, const CancelFlag &cancel)>;

    /// `path` is replaced. Without a writer its end says the form: `.json`, else CSV.
    void start(const JournalFilter &filter, const QString &path, Writer writer = {});

Q_SIGNALS:
    /// `fault` says why the journal is not as it was written; empty: it is.
    void done(int entries, const QString &fault);
    void failed(const telltale::Error &error); ///< also that it was cancelled
    void refused(const QString &why); ///< a sentence: it could not be journaled

private:
    using File = std::shared_ptr<OutputFile>; ///< has no name until it is finished
    struct Written
    {
        File file;
        JournalExport made;
        std::string fault;
    };
    static Result<Written> write(const std::string &folder, const JournalFilter &filter,
                                 const std::string &path, const Writer &writer,
                                 const CancelFlag &cancel);
    void record(const JournalFilter &filter, const QString &path, const Result<Written> &written);
    void finish(const Written &written, const QString &name, const QString &refusal);
    void finished(const Written &written, const QString &name, const Outcome &outcome);
    void takeBack(const QString &name, const std::string &why,
                  std::function<void(const QString &refusal)> then);
    void end(const Written &written, const Outcome &outcome);

    const Plant &m_plant;
    bool m_isRunning = false;
    std::shared_ptr<CancelFlag> m_cancel = std::make_shared<CancelFlag>(); ///< of the last one
    JobThread m_thread; ///< last: it ends first
};

} // namespace telltale
