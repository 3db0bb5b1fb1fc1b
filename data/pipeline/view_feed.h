#pragma once

#include "data/alarms/alarm_service.h"
#include "data/history/history_reader.h"
#include "data/telemetry/live_values.h"
#include "data/telemetry/status_board.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace telltale {

/// What feeds a window that does not own the data: another process writes, this one follows its
/// history, alarms and status within a second. Actions are refused, naming the owner.
/// Thread  start and stop from one; works on a thread of its own.
class ViewFeed
{
public:
    struct Doors
    {
        TagRegistry &registry;
        LiveValues &live;
        AlarmBoard &alarms;
        StatusBoard &status;
        const Clock &clock;
    };
    /// A moment to stand at instead of following: last values and alarm list as they were then.
    struct Past
    {
        Timestamp time;
        std::vector<AlarmRule> rules; ///< what alarms of then are explained with
    };
    /// `owner` empty: nobody owns the data; then what is stored is shown and nothing follows.
    ViewFeed(std::string dataFolder, std::string owner, const Doors &doors,
             std::optional<Past> past = std::nullopt);
    ~ViewFeed();

    /// Nothing can be recorded here, and why: a problem, and the alarm of recording stopped. Call
    /// before anything is read.
    void sayNotRecording(Problem why) { m_notRecording = std::move(why); }
    /// Reads everything once.
    Outcome readOnce();
    /// Follows until stop().
    void start();
    void stop();

private:
    Outcome readHistory();
    Result<std::vector<Sample>> values();
    void show(const std::vector<Sample> &last, bool isFirst);
    bool hasCome(const Sample &sample, bool isFirst, Timestamp now);
    void showThen(const std::vector<Sample> &values);
    void appendBefore(SampleBatch &batch, const Sample &sample);
    Outcome readAlarms();
    void noteReading(const std::string &area, const Outcome &read);
    Result<AlarmSnapshot> alarmsOfThen();
    void readStatus();
    void standAlarm(AlarmSnapshot &snapshot) const;
    void publishAlarms(AlarmSnapshot snapshot);
    void holdDown(const std::vector<ConnectionStatus> &connections);
    void follow();

    const std::string m_folder;
    const std::string m_owner;
    const Doors m_doors;
    const std::optional<Past> m_past;
    std::optional<Problem> m_notRecording;
    std::map<std::string, Problem> m_unread; ///< what could not be read last, by area
    std::unique_ptr<HistoryReader> m_history;
    std::unique_ptr<AlarmReader> m_alarms;
    std::uint64_t m_alarmVersion = 0;
    bool m_hasAlarms = false;
    JournalPosition m_position;
    std::map<TagId, Timestamp> m_ahead; ///< what was stored last of tags ahead of the clock
    std::set<SourceId> m_down; ///< connections whose values are held
    JournalPosition m_heldAt; ///< m_position when they were marked last
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
};

} // namespace telltale
