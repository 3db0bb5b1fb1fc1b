#include "data/notify/notifier.h"

#include "data/notify/notification_json.h"

#include <QLoggingCategory>

#include <algorithm>
#include <random>
#include <utility>

Q_LOGGING_CATEGORY(logNotify, "telltale.notify")

namespace telltale {
namespace {

constexpr const char *kArea = "notification";
constexpr std::chrono::milliseconds kEndWithin {1'500}; ///< what was told to stop
constexpr std::chrono::seconds kLookAgain {30}; ///< something may be too old by then

/// What to do about a channel that fails like this. English, one line.
const char *channelRemedy(Error::Code code)
{
    switch (code) {
    case Error::Code::NotFound:
    case Error::Code::NotPermitted:
        return "Correct the channel in notifications.json and start again.";
    case Error::Code::HostNotFound:
    case Error::Code::ConnectionRefused:
    case Error::Code::TimedOut:
    case Error::Code::ConnectionLost:
        return "Check the network and the receiver; it is tried again by itself.";
    case Error::Code::TlsFailed:
        return "Renew the certificate of the receiver, or name its CA in notifications.json.";
    case Error::Code::BadCredentials:
    case Error::Code::NoPassword:
        return "Put the right secret into the keychain or the file of TELLTALE_CREDENTIALS.";
    default:
        return "Look at the receiver; it is tried again by itself.";
    }
}

/// What a channel is told that wants so many of the alarms a digest stands for.
DeliveryQueue::Item told(AlarmNotification notification, std::uint64_t count)
{
    notification.count = count;
    notification.withheld.clear();
    return std::make_shared<const AlarmNotification>(std::move(notification));
}

} // namespace

Notifier::Notifier(const Doors &doors, std::string station, const RetryPolicy &policy)
    : m_doors(doors)
    , m_station(std::move(station))
    , m_policy(policy)
{ }

Notifier::~Notifier()
{
    stop({});
    m_workers.clear(); // waits for those that did not end
}

void Notifier::start(const std::vector<ChannelConfig> &channels)
{
    std::vector<std::string> names;
    for (const ChannelConfig &channel : channels) {
        if (channel.isEnabled)
            names.push_back(channel.name);
    }
    if (!names.empty())
        m_doors.alarms.nameChannels(names);
    {
        const std::lock_guard lock(m_mutex);
        m_isStarted = true;
        for (const ChannelConfig &channel : channels) {
            if (channel.isEnabled)
                begin(channel);
        }
    }
    m_doors.alarms.setCarrier(this);
}

void Notifier::begin(const ChannelConfig &config)
{
    auto made = std::make_unique<Worker>(
        Worker {config, DeliveryQueue(config.name, m_policy, std::random_device {}()), {}, {}});
    Worker &worker = *made;
    worker.status.name = config.name;
    worker.status.kind = config.kind;
    worker.status.isHeld = config.isHeld;
    worker.hasEnded = config.isHeld; // it only gathers
    m_workers.push_back(std::move(made));
    if (config.isHeld)
        return;
    worker.thread
        = std::jthread([this, &worker](const std::stop_token &stop) { work(worker, stop); });
}

void Notifier::beginStop()
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopping)
        m_stopping = std::chrono::steady_clock::now();
    m_wake.notify_all();
}

void Notifier::stop(std::chrono::milliseconds grace)
{
    if (!m_isStarted)
        return;
    beginStop();
    m_doors.alarms.setCarrier(nullptr);
    std::unique_lock lock(m_mutex);
    const auto haveEnded = [this] {
        return std::all_of(m_workers.begin(), m_workers.end(),
                           [](const auto &worker) { return worker->hasEnded; });
    };
    m_wake.wait_until(lock, *m_stopping + grace, haveEnded);
    for (const auto &worker : m_workers)
        worker->thread.request_stop();
    m_wake.wait_for(lock, kEndWithin, haveEnded);
}

std::vector<ChannelStatus> Notifier::status() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ChannelStatus> all;
    for (const auto &worker : m_workers) {
        all.push_back(worker->status);
        all.back().waiting = worker->queue.size();
    }
    return all;
}

void Notifier::stored(std::vector<StoredNotification> notifications)
{
    std::vector<AlarmDelivery> unwanted;
    {
        const std::lock_guard lock(m_mutex);
        const std::uint64_t before = m_discarded;
        for (const StoredNotification &one : notifications)
            take(one, unwanted);
        if (m_discarded > before)
            tellDiscarded();
        m_wake.notify_all();
    }
    if (!unwanted.empty())
        m_doors.alarms.settle(std::move(unwanted), std::nullopt);
}

/// The service is locked: m_mutex would be taken after its own. What is looked at stays as it is.
bool Notifier::wants(const AlarmNotification &notification) const
{
    return std::any_of(m_workers.begin(), m_workers.end(), [&notification](const auto &worker) {
        return worker->config.wanted(notification) > 0;
    });
}

void Notifier::take(const StoredNotification &stored, std::vector<AlarmDelivery> &unwanted)
{
    const AlarmNotification &notification = stored.notification;
    const auto isSettled = [&stored](const std::string &channel) {
        return std::find(stored.settled.begin(), stored.settled.end(), channel)
            != stored.settled.end();
    };
    const DeliveryQueue::Item item = told(notification, notification.count);
    unsigned &wanted = m_wanted[notification.key()];
    wanted = 0;
    for (const auto &worker : m_workers) {
        const std::uint64_t count = worker->config.wanted(notification);
        if (count == 0 || isSettled(worker->config.name))
            continue;
        ++wanted;
        const bool isPart = count < notification.count;
        const std::optional<Key> oldest
            = worker->queue.add(isPart ? told(notification, count) : item, m_doors.clock.steady());
        if (!oldest)
            continue;
        ++worker->status.dropped;
        unwanted.push_back(settled(*oldest, worker->config.name));
    }
    if (wanted > 0)
        return;
    m_wanted.erase(notification.key());
    unwanted.push_back({notification.key(), {}, true});
    if (stored.isOld)
        m_discarded += std::max<std::uint64_t>(notification.count, 1);
}

void Notifier::tellDiscarded()
{
    const std::string cause = std::to_string(m_discarded)
        + " notifications of an earlier run were discarded: no channel that is on takes them";
    const std::string remedy = "What waits for a channel that is switched off, or taken out of "
                               "notifications.json goes with it, unless another one takes it.";
    qCWarning(logNotify, "%s. %s", cause.c_str(), remedy.c_str());
    m_doors.problems.report({Problem::Severity::Warning, Error::Code::NotFound, kArea,
                             "notifications.json", cause, remedy},
                            m_doors.clock.now());
}

/// The channel needs it no more.
AlarmDelivery Notifier::settled(const Key &key, const std::string &channel)
{
    const auto wanted = m_wanted.find(key);
    const bool isLast = wanted == m_wanted.end() || --wanted->second == 0;
    if (isLast && wanted != m_wanted.end())
        m_wanted.erase(wanted);
    return {key, channel, isLast};
}

void Notifier::work(Worker &worker, const std::stop_token &stop)
{
    const std::unique_ptr<Channel> channel = worker.config.make({m_doors.credentials});
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        giveUpOld(worker);
        const DeliveryQueue::Item next = worker.queue.next(m_doors.clock.steady());
        if (!next) {
            waitForWork(lock, worker);
            continue;
        }
        lock.unlock();
        const OutgoingNotification outgoing {notificationKey(*next, m_station),
                                             notificationToJson(*next, m_station)};
        const Outcome sent = channel->send(outgoing, stop);
        lock.lock();
        note(worker, next->key(), sent);
    }
    worker.hasEnded = true;
    m_wake.notify_all();
}

void Notifier::waitForWork(std::unique_lock<std::mutex> &lock, const Worker &worker)
{
    std::chrono::microseconds longest = kLookAgain;
    if (const auto due = worker.queue.nextDue())
        longest = std::min(longest, *due - m_doors.clock.steady());
    m_wake.wait_for(lock, std::max(longest, std::chrono::microseconds(0)));
}

/// One transaction lets them go and stores the digest, which comes back through stored().
void Notifier::giveUpOld(Worker &worker)
{
    const std::optional<DeliveryQueue::GivenUp> given
        = worker.queue.giveUp(m_doors.clock.now(), m_doors.clock.steady());
    if (!given)
        return;
    std::vector<AlarmDelivery> deliveries;
    for (const Key &key : given->keys)
        deliveries.push_back(settled(key, worker.config.name));
    worker.status.givenUp += given->count;
    m_doors.alarms.settle(std::move(deliveries), given->digest);
    if (given->isFailing)
        tellAlarm(worker, ChannelNews::Failing);
}

void Notifier::note(Worker &worker, const Key &sent, const Outcome &outcome)
{
    if (outcome)
        return noteConfirmed(worker, sent);
    if (outcome.error().code == Error::Code::Cancelled)
        return;
    worker.queue.failed(sent, outcome.error(), m_doors.clock.steady());
    noteFailure(worker, outcome.error());
}

/// As long as others wait that were refused, the problem stays.
void Notifier::noteConfirmed(Worker &worker, const Key &sent)
{
    worker.queue.confirmed(sent, m_doors.clock.steady());
    ++worker.status.sent;
    m_doors.alarms.settle({settled(sent, worker.config.name)}, std::nullopt);
    tellAlarm(worker, ChannelNews::Works);
    if (worker.status.failingSince == Timestamp {} || worker.queue.hasFailures())
        return;
    qCInfo(logNotify, "channel %s: works again", worker.config.name.c_str());
    m_doors.problems.resolve(kArea, worker.config.name);
    worker.status.failingSince = {};
    worker.status.cause.clear();
    worker.status.remedy.clear();
}

void Notifier::noteFailure(Worker &worker, const Error &why)
{
    ChannelStatus &status = worker.status;
    const Timestamp now = m_doors.clock.now();
    const std::string remedy = channelRemedy(why.code);
    if (status.failingSince == Timestamp {})
        status.failingSince = now;
    if (std::exchange(status.cause, why.detail) != why.detail)
        qCWarning(logNotify, "channel %s: %s. %s", status.name.c_str(), why.detail.c_str(),
                  remedy.c_str());
    status.remedy = remedy;
    m_doors.problems.report(
        {Problem::Severity::Warning, why.code, kArea, status.name, why.detail, remedy}, now);
}

void Notifier::tellAlarm(Worker &worker, ChannelNews news)
{
    if (std::exchange(worker.told, news) != news)
        m_doors.alarms.channelChanged(worker.config.name, news, m_doors.clock.now());
}

} // namespace telltale
