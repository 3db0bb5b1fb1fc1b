#include "data/pipeline/history_scrub.h"

#include "data/history/history_damage.h"
#include "data/history/history_schema.h"
#include "data/storage/file.h"
#include "data/telemetry/timestamp_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::microseconds kWholeAgainAfter = 24h * 100;
constexpr std::chrono::microseconds kDamagedAgainAfter = 24h;
constexpr std::chrono::milliseconds kSlice = 20ms; ///< of work, after which it rests ...
constexpr std::chrono::milliseconds kRest = 180ms; ///< ... so long
constexpr std::chrono::milliseconds kIdleAgain = 1s; ///< how often it is asked
constexpr std::chrono::milliseconds kInterruptAgain = 10ms;
constexpr std::size_t kDamagesKept = 1;

std::string nameOf(const std::string &path)
{
    return std::filesystem::path(path).filename().string();
}

/// Whatever else wants processor or disk comes before this thread.
void takeLeftovers()
{
    constexpr int kOneThread = 1; // IOPRIO_WHO_PROCESS
    constexpr int kIdleClass = 3 << 13; // IOPRIO_CLASS_IDLE
    const auto thread = static_cast<id_t>(::syscall(SYS_gettid));
    (void)::setpriority(PRIO_PROCESS, thread, 19);
    (void)::syscall(SYS_ioprio_set, kOneThread, thread, kIdleClass);
}

std::string wordsOf(const Damage &damage, std::size_t count)
{
    std::string words = count == 1
        ? "a part of it is damaged: "
        : std::to_string(count) + " parts of it are damaged, the first: ";
    words += damage.what;
    if (!damage.tag.empty())
        words += ", tag " + damage.tag;
    if (damage.range)
        words += ", " + missingWords({damage.range->from, damage.range->to});
    return words;
}

} // namespace

HistoryScrub::HistoryScrub(const Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
{ }

HistoryScrub::~HistoryScrub()
{
    stop();
}

void HistoryScrub::start()
{
    m_thread = std::thread([this] { run(); });
}

/// A large file may be answering one question for long: it is interrupted, again if that was just
/// before it was asked.
void HistoryScrub::stop()
{
    if (!m_thread.joinable())
        return;
    m_cancel.cancel();
    {
        std::unique_lock lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
        while (!m_wake.wait_for(lock, kInterruptAgain, [this] { return m_hasEnded; })) {
            if (m_check)
                m_check->interrupt();
        }
    }
    m_thread.join();
}

void HistoryScrub::run()
{
    takeLeftovers();
    load();
    while (rest(m_options.lookEvery)) {
        if (const std::optional<std::string> path = nextDue())
            look(*path);
    }
    const std::lock_guard lock(m_mutex);
    m_hasEnded = true;
    m_wake.notify_all();
}

/// What cannot be read counts as never looked at.
void HistoryScrub::load()
{
    const Result<std::string> content = readFile(m_options.folder + "/checked.json");
    if (!content.ok())
        return;
    const QJsonObject files
        = QJsonDocument::fromJson(QByteArray::fromStdString(content.value())).object();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QJsonObject looked = file->toObject();
        m_looked[file.key().toStdString()] = {
            looked.value(QLatin1String("identity")).toString().toULongLong(),
            timestampFromMicroseconds(looked.value(QLatin1String("at_us")).toString().toLongLong()),
            looked.value(QLatin1String("whole")).toBool()};
    }
}

/// Forgotten by a full disk, a file is looked at again too early, and no more.
void HistoryScrub::save() const
{
    QJsonObject files;
    for (const auto &[name, looked] : m_looked) {
        QJsonObject file;
        file.insert(QLatin1String("identity"), QString::number(looked.identity));
        file.insert(QLatin1String("at_us"), QString::number(toMicroseconds(looked.at)));
        file.insert(QLatin1String("whole"), looked.isWhole);
        files.insert(QString::fromStdString(name), file);
    }
    (void)writeFileDurably(m_options.folder + "/checked.json",
                           QJsonDocument(files).toJson().toStdString());
}

/// The newest is being written; the oldest comes first.
std::optional<std::string> HistoryScrub::nextDue()
{
    std::vector<std::string> files = historyFiles(m_options.folder);
    if (!files.empty())
        files.pop_back();
    std::erase_if(m_looked, [&files, this](const auto &looked) {
        return std::find(files.begin(), files.end(), m_options.folder + '/' + looked.first)
            == files.end();
    });
    const auto due = std::find_if(files.begin(), files.end(),
                                  [this](const std::string &path) { return isDue(path); });
    return due == files.end() ? std::nullopt : std::optional(*due);
}

bool HistoryScrub::isDue(const std::string &path) const
{
    const auto known = m_looked.find(nameOf(path));
    if (known == m_looked.end() || known->second.identity != HistoryFile::identityOf(path))
        return true;
    const std::chrono::microseconds age = m_clock.now() - known->second.at;
    return age >= (known->second.isWhole ? kWholeAgainAfter : kDamagedAgainAfter);
}

void HistoryScrub::look(const std::string &path)
{
    const std::uint64_t identity = HistoryFile::identityOf(path);
    std::vector<Damage> damages;
    std::size_t count = 0;
    HistoryCheck check(
        m_options.folder,
        [&](const Damage &damage) {
            if (++count <= kDamagesKept)
                damages.push_back(damage);
        },
        [this](std::uint64_t, std::uint64_t) { giveWay(); }, &m_cancel);
    {
        const std::lock_guard lock(m_mutex);
        m_check = &check;
    }
    m_workedSince = m_clock.steady();
    const Outcome done = check.runOn(path);
    {
        const std::lock_guard lock(m_mutex);
        m_check = nullptr;
    }
    if (!done.ok() || HistoryFile::identityOf(path) != identity)
        return; // the program ends, or the file was packed or deleted meanwhile
    tell(path, damages, count);
    m_looked[nameOf(path)] = {identity, m_clock.now(), count == 0};
    save();
}

/// That a file is whole is said only where it was said to be damaged.
void HistoryScrub::tell(const std::string &path, const std::vector<Damage> &damages,
                        std::size_t count)
{
    const auto before = m_looked.find(nameOf(path));
    if (count > 0)
        m_options.told(
            {path, wordsOf(damages.front(), count), HistoryNote::Kind::Damage, kDamageRemedy});
    else if (before != m_looked.end() && !before->second.isWhole)
        m_options.told({path, "is whole again", HistoryNote::Kind::Done, {}});
}

bool HistoryScrub::rest(std::chrono::milliseconds atLeast)
{
    std::unique_lock lock(m_mutex);
    for (std::chrono::milliseconds pause = atLeast;; pause = kIdleAgain) {
        if (m_wake.wait_for(lock, pause, [this] { return m_stopping; }))
            return false;
        lock.unlock();
        const bool isIdle = m_options.isIdle();
        lock.lock();
        if (isIdle)
            return true;
    }
}

void HistoryScrub::giveWay()
{
    if (m_clock.steady() - m_workedSince < kSlice)
        return;
    (void)rest(kRest);
    m_workedSince = m_clock.steady();
}

} // namespace telltale
