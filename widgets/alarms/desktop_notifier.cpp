#include "widgets/alarms/desktop_notifier.h"

#include "widgets/alarms/desktop_bus.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/gui_call.h"

#include <algorithm>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <optional>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kShownSingly = 3; ///< of those that wait
constexpr auto kEndWithin = 1s;
constexpr auto kLookEvery = 1min; ///< whether the bus is still there

DesktopNote noteOf(const AlarmRow &row, const TagRegistry &tags)
{
    const QString summary = QStringLiteral("P%1 %2 · %3")
                                .arg(row.priority)
                                .arg(AlarmWords::priority(row.priority), AlarmWords::title(row));
    QStringList body {placeName(tags, row.asset), AlarmWords::action(row)};
    body.removeAll(QString());
    return {summary, body.join(QLatin1Char('\n')),
            row.priority == 1 ? DesktopNote::Urgency::Critical : DesktopNote::Urgency::Normal};
}

QString addressOf(const QString &bus)
{
    return bus.isEmpty() ? qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") : bus;
}

} // namespace

/// What the thread does, and all it may use: it may outlive the notifier.
/// Thread  any.
class DesktopNotifier::Work
{
public:
    using Tell = std::function<void(Alerts::Outlet)>;

    Work(QString address, Tell tell)
        : m_address(std::move(address))
        , m_tell(std::move(tell))
    { }

    /// The thread, until stop().
    void run();
    /// `more` are counted only, as are those that waited longest.
    void add(std::vector<DesktopNote> notes, std::size_t more);
    /// From now on nothing is told. False: the thread is not done in time.
    bool stop();

private:
    void work();
    bool wait(std::optional<DesktopNote> &next);
    void tell(const Alerts::Outlet &outlet);

    const QString m_address;
    const Tell m_tell;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<DesktopNote> m_waiting; ///< the newest first
    std::size_t m_more = 0;
    bool m_isStopping = false;
    bool m_hasEnded = false;
};

void DesktopNotifier::Work::run()
{
    work();
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
    }
    m_changed.notify_all();
}

void DesktopNotifier::Work::work()
{
    DesktopBus bus(m_address);
    tell(bus.connect());
    for (std::optional<DesktopNote> next; wait(next);) {
        if (next)
            tell(bus.notify(*next));
        else if (!bus.isConnected())
            tell(bus.connect());
    }
}

void DesktopNotifier::Work::add(std::vector<DesktopNote> notes, std::size_t more)
{
    {
        const std::lock_guard lock(m_mutex);
        std::move(m_waiting.begin(), m_waiting.end(), std::back_inserter(notes));
        m_more += more;
        if (notes.size() > kShownSingly) {
            m_more += notes.size() - kShownSingly;
            notes.resize(kShownSingly);
        }
        m_waiting = std::move(notes);
    }
    m_changed.notify_all();
}

/// `next` is what to show, if there is something. False: it is to end.
bool DesktopNotifier::Work::wait(std::optional<DesktopNote> &next)
{
    next.reset();
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, kLookEvery,
                       [this] { return m_isStopping || !m_waiting.empty() || m_more > 0; });
    if (m_isStopping)
        return false;
    if (!m_waiting.empty()) {
        next = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
    } else if (m_more > 0) {
        const auto more = static_cast<int>(std::exchange(m_more, 0));
        next.emplace().summary = DesktopNotifier::tr("%n more urgent alarm(s)", nullptr, more);
    }
    return true;
}

/// With the mutex: once it is to end, the application may be gone.
void DesktopNotifier::Work::tell(const Alerts::Outlet &outlet)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isStopping)
        m_tell(outlet);
}

bool DesktopNotifier::Work::stop()
{
    std::unique_lock lock(m_mutex);
    m_isStopping = true;
    m_changed.notify_all();
    return m_changed.wait_for(lock, kEndWithin, [this] { return m_hasEnded; });
}

DesktopNotifier::DesktopNotifier(Alerts &alerts, const TagRegistry &tags,
                                 std::function<bool()> isWatched, const QString &bus,
                                 QObject *parent)
    : QObject(parent)
    , m_tags(tags)
    , m_isWatched(std::move(isWatched))
    , m_work(std::make_shared<Work>(
          addressOf(bus),
          onGuiThread<Alerts::Outlet>(
              this, [&alerts](const Alerts::Outlet &outlet) { alerts.setDesktop(outlet); })))
    , m_thread([work = m_work] { work->run(); })
{
    connect(&alerts, &Alerts::urgentCame, this, &DesktopNotifier::show);
}

DesktopNotifier::~DesktopNotifier()
{
    if (m_work->stop())
        m_thread.join();
    else
        m_thread.detach();
}

void DesktopNotifier::show(const std::vector<AlarmRow> &alarms)
{
    if (m_isWatched())
        return;
    std::vector<DesktopNote> notes;
    for (std::size_t i = 0; i < std::min(alarms.size(), kShownSingly); ++i)
        notes.push_back(noteOf(alarms[i], m_tags));
    const std::size_t more = alarms.size() - notes.size();
    m_work->add(std::move(notes), more);
}

} // namespace telltale
