#pragma once

#include "tests/support/fake_plant.h"
#include "widgets/reports/report_writer.h"

#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// A journal that is given, not stored.
class GivenJournal final : public AlarmReader
{
public:
    std::vector<AlarmJournalEntry> entries;
    AlarmSnapshot list;

    Result<AlarmSnapshot> snapshot() override { return list; }
    Result<std::vector<AlarmJournalEntry>> journal(TimeRange range, std::size_t limit,
                                                   const std::string &tagPrefix,
                                                   const CancelFlag *) override
    {
        std::vector<AlarmJournalEntry> found;
        for (const AlarmJournalEntry &one : entries) {
            if (one.time >= range.from && one.time < range.to && found.size() < limit
                && one.tag.starts_with(tagPrefix))
                found.push_back(one);
        }
        return found;
    }
    Result<JournalHead> head() override { return JournalHead {}; }
    Outcome scan(const JournalFilter &, JournalSpan, const Take &, const CancelFlag *) override
    {
        return {};
    }
    Result<std::optional<Timestamp>> writtenAt(std::uint64_t) override
    {
        return std::optional<Timestamp>();
    }
    Result<AlarmOutbox> outbox(std::size_t) override { return AlarmOutbox {}; }
    Result<std::uint64_t> version() override { return std::uint64_t(1); }
};

inline constexpr const char *kPump = "Northfield/Pump station 2/Pump P-203";
inline constexpr const char *kBearing = "Northfield/Pump station 2/Pump P-203/Bearing temperature";

/// An entry of the journal about the bearing of the pump.
AlarmJournalEntry entry(const char *type, const char *alarm, Timestamp time);

/// What a program says about a file, such as those of poppler; empty where it is absent.
QString tool(const QString &program, const QStringList &arguments);

/// A plant with an hour of history and three entries in its journal, and reports of it.
class ReportBench
{
public:
    ReportBench();

    ReportOptions options(const std::string &name) const;
    Outcome write(const ReportOptions &options, const QString &file);
    QString fileOf(const QString &name) const { return m_folder.filePath(name); }
    static QString textOf(const QString &file);
    /// The text of a report of the asset `site/pump` whose only tag holds `samples`.
    QString textOfPump(const std::string &tag, const std::vector<Sample> &samples,
                       const ReportOptions &options);

    FakePlant plant;
    std::unique_ptr<HistoryReader> history;
    GivenJournal journal;
    TimeRange hour;

private:
    QTemporaryDir m_folder;
};

} // namespace telltale::test
