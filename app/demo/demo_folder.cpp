#include "app/demo/demo_folder.h"

#include "data/storage/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace telltale {
namespace {

constexpr std::string_view kPrefix = "telltale-demo-";

std::optional<pid_t> processNumber(std::string_view text)
{
    pid_t process = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), process);
    const bool isWhole = failure == std::errc() && process > 0;
    return isWhole ? std::optional(process) : std::nullopt;
}

/// The process in a folder name of ours; none if it is no such name.
std::optional<pid_t> ownerOf(std::string_view folderName)
{
    if (folderName.substr(0, kPrefix.size()) != kPrefix)
        return std::nullopt;
    return processNumber(folderName.substr(kPrefix.size()));
}

bool isDead(pid_t process)
{
    return ::kill(process, 0) != 0 && errno == ESRCH;
}

std::vector<std::filesystem::path> entriesOf(const std::string &folder)
{
    std::vector<std::filesystem::path> entries;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure))
        entries.push_back(entry->path());
    return entries;
}

bool isOurs(const std::filesystem::path &path)
{
    struct stat file
    { };
    return ::lstat(path.c_str(), &file) == 0 && S_ISDIR(file.st_mode) && file.st_uid == ::geteuid();
}

/// Is this the command line `mosquitto -c <root>/telltale-demo-<dead process>-.../mosquitto.conf`?
bool isStaleBroker(const std::string &commandLine, const std::string &root)
{
    const std::string start
        = "mosquitto" + std::string(1, '\0') + "-c" + std::string(1, '\0') + root + '/';
    if (commandLine.compare(0, start.size(), start) != 0)
        return false;
    const auto owner = ownerOf(std::string_view(commandLine).substr(start.size()));
    return owner && isDead(*owner);
}

int endStaleBrokers(const std::string &root)
{
    int count = 0;
    for (const auto &entry : entriesOf("/proc")) {
        const auto process = processNumber(entry.filename().string());
        if (!process)
            continue;
        const Result<std::string> commandLine = readFile(entry.string() + "/cmdline");
        if (!commandLine || !isStaleBroker(commandLine.value(), root))
            continue;
        ::kill(*process, SIGKILL);
        ++count;
    }
    return count;
}

int removeStaleFolders(const std::string &root)
{
    int count = 0;
    for (const auto &entry : entriesOf(root)) {
        const auto owner = ownerOf(entry.filename().string());
        if (!owner || !isDead(*owner) || !isOurs(entry))
            continue;
        std::error_code ignored;
        std::filesystem::remove_all(entry, ignored);
        ++count;
    }
    return count;
}

} // namespace

Result<DemoFolder> DemoFolder::make(const std::string &root)
{
    std::string path = root + '/' + std::string(kPrefix) + std::to_string(::getpid()) + "-XXXXXX";
    if (!::mkdtemp(path.data()))
        return Error {Error::Code::DiskError, path + ": cannot create: " + std::strerror(errno)};
    return DemoFolder(std::move(path));
}

DemoFolder::DemoFolder(DemoFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{ }

DemoFolder &DemoFolder::operator=(DemoFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

DemoFolder::~DemoFolder()
{
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

std::string demoRoot()
{
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime && *runtime != '\0' && ::access(runtime, W_OK) == 0)
        return runtime;
    return "/tmp";
}

int sweepDemoBrokers(const std::string &root)
{
    return endStaleBrokers(root) + removeStaleFolders(root);
}

} // namespace telltale
