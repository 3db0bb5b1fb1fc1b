#pragma once

#include "data/alarms/alarm_service.h"
#include "data/notify/channel_config.h"
#include "data/notify/delivery_queue.h"
#include "data/telemetry/status_board.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace telltale {

/// Carries notifications out of the program: what the outbox of the alarm store has goes to every
/// channel that wants it, until each has confirmed it. A channel has a thread of its own, so that
/// none waits for another.
/// Thread  any.
/// Errors  a channel that fails is tried again as the policy says, is a problem at once and an
///         alarm when it had to give something up.
class Notifier final : public NotificationCarrier
{
public:
    struct Doors
    {
        AlarmService &alarms;
        CredentialStore &credentials;
        ProblemList &problems;
        const Clock &clock;
    };

    Notifier(const Doors &doors, std::string station, const RetryPolicy &policy = {});
    ~Notifier() override;

    /// Once. Until then everything stays in the outbox; then what no channel wants leaves it, and
    /// comes into it no more. If it waited there since an earlier run, that is a problem with the
    /// number of them.
    void start(const std::vector<ChannelConfig> &channels);
    /// Nothing more is sent; what is under way goes on, and what it brings is noted.
    void beginStop();
    /// What is under way may end within `grace` of beginStop(), which is called now if it was not;
    /// what is not confirmed then stays in the outbox.
    /// A channel that cannot be stopped, as a keychain does not answer, is left behind after 1.5 s
    /// more; the destructor waits for it.
    void stop(std::chrono::milliseconds grace);
    std::vector<ChannelStatus> status() const;

    void stored(std::vector<StoredNotification> notifications) override;
    bool wants(const AlarmNotification &notification) const override;

private:
    struct Worker
    {
        const ChannelConfig config;
        DeliveryQueue queue;
        ChannelStatus status;
        std::optional<ChannelNews> told; ///< as the alarm was
        bool hasEnded = false;
        std::jthread thread = {};
    };
    using Key = AlarmNotification::Key;

    void begin(const ChannelConfig &config);
    void work(Worker &worker, const std::stop_token &stop);
    void waitForWork(std::unique_lock<std::mutex> &lock, const Worker &worker);
    void take(const StoredNotification &stored, std::vector<AlarmDelivery> &unwanted);
    AlarmDelivery settled(const Key &key, const std::string &channel);
    void giveUpOld(Worker &worker);
    void note(Worker &worker, const Key &sent, const Outcome &outcome);
    void noteConfirmed(Worker &worker, const Key &sent);
    void tellDiscarded();
    void noteFailure(Worker &worker, const Error &why);
    void tellAlarm(Worker &worker, ChannelNews news);

    const Doors m_doors;
    const std::string m_station;
    const RetryPolicy m_policy;

    mutable std::mutex m_mutex; ///< guards what follows; taken before the service's, never after
    std::condition_variable m_wake;
    std::vector<std::unique_ptr<Worker>> m_workers; ///< after start() the same ones
    std::map<Key, unsigned> m_wanted; ///< by how many channels
    std::uint64_t m_discarded = 0; ///< waited since an earlier run for channels that are no more
    bool m_isStarted = false;
    std::optional<std::chrono::steady_clock::time_point> m_stopping; ///< since when
};

} // namespace telltale
