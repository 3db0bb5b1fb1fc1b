#include "app/demo/demo_broker.h"

#include "app/demo/demo_folder.h"
#include "data/storage/file.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <sstream>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr int kAttempts = 5;
constexpr auto kStartPatience = 10s;

std::string findProgram()
{
    const char *variable = std::getenv("PATH");
    std::istringstream folders(std::string(variable ? variable : "")
                               + ":/usr/sbin:/usr/local/sbin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::string path = folder + "/mosquitto";
        if (!folder.empty() && ::access(path.c_str(), X_OK) == 0)
            return path;
    }
    return {};
}

Result<std::uint16_t> freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool ok = socket >= 0 && ::bind(socket, generic, size) == 0
        && ::getsockname(socket, generic, &size) == 0;
    if (socket >= 0)
        ::close(socket);
    if (!ok)
        return Error {Error::Code::Internal, "no free loopback port for the demo's broker"};
    return ntohs(address.sin_port);
}

std::string configuration(std::uint16_t port)
{
    std::ostringstream text;
    text << "listener " << port << " 127.0.0.1\n"
         << "allow_anonymous true\n"
         << "max_queued_messages 0\n"
         << "max_inflight_messages 1000\n"
         << "persistence false\n"
         << "sys_interval 5\n"
         << "set_tcp_nodelay true\n"
         << "connection_messages false\n"
         << "log_dest stderr\n"
         << "log_type error\nlog_type warning\nlog_type notice\nlog_type information\n";
    if (::geteuid() == 0)
        text << "user root\n"; // a change of user would take back the death signal
    return text.str();
}

} // namespace

/// What passes between the starting thread and the watcher.
struct DemoBroker::Launch
{
    std::string program;
    std::string configFile;
    int output = -1; ///< read end of the broker's stderr
    int input = -1; ///< its write end
    pid_t parent = 0;

    enum class State { Starting, Running, Failed };
    std::mutex mutex;
    std::condition_variable changed;
    State state = State::Starting;
    std::string words; ///< what the broker wrote while it started

    void become(State next)
    {
        {
            const std::lock_guard lock(mutex);
            state = next;
        }
        changed.notify_all();
    }
};

namespace {

/// In the child, after fork(): only what is safe there.
[[noreturn]] void becomeBroker(const char *program, const char *configFile, int output,
                               pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1); // the parent died before the call above
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, 0);
    ::dup2(null, 1);
    ::dup2(output, 2);
    ::close_range(3, ~0U, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execl(program, "mosquitto", "-c", configFile, static_cast<char *>(nullptr));
    ::_exit(127);
}

} // namespace

Result<std::unique_ptr<DemoBroker>> DemoBroker::start(const Options &options)
{
    const std::string program = options.program.empty() ? findProgram() : options.program;
    if (program.empty() || ::access(program.c_str(), X_OK) != 0)
        return Error {Error::Code::NotFound,
                      "the demo needs the MQTT broker mosquitto: install the package mosquitto"};
    const std::string root = options.root.empty() ? demoRoot() : options.root;
    sweepDemoBrokers(root);
    Outcome outcome;
    for (int attempt = 0; attempt < kAttempts; ++attempt) { // another program may take the port
        std::unique_ptr<DemoBroker> broker(new DemoBroker);
        outcome = broker->launch(program, root, options.port);
        if (outcome.ok())
            return broker;
    }
    return outcome.error();
}

Outcome DemoBroker::launch(const std::string &program, const std::string &root,
                           std::uint16_t wanted)
{
    const Result<std::uint16_t> port = wanted != 0 ? wanted : freePort();
    if (!port)
        return port.error();
    const Result<DemoFolder> folder = DemoFolder::make(root); // gone when this function ends
    if (!folder)
        return folder.error();
    const auto launch = std::make_shared<Launch>();
    launch->program = program;
    launch->configFile = folder.value().configFile();
    launch->parent = ::getpid();
    Outcome written = writeFileDurably(launch->configFile, configuration(port.value()));
    if (!written)
        return written;
    std::array<int, 2> pipe {};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return Error {Error::Code::Internal, std::string("no pipe: ") + std::strerror(errno)};
    launch->output = pipe[0];
    launch->input = pipe[1];

    std::unique_lock lock(launch->mutex);
    m_watcher = std::thread([this, launch] { watch(*launch); });
    launch->changed.wait_for(lock, kStartPatience,
                             [&launch] { return launch->state != Launch::State::Starting; });
    m_port = port.value();
    if (launch->state == Launch::State::Running)
        return {};
    const std::string words = launch->words;
    lock.unlock();
    stop();
    return Error {Error::Code::TimedOut, "the demo's broker does not start: " + words};
}

/// The watcher thread: starts the broker and stays until it has ended.
void DemoBroker::watch(Launch &launch)
{
    const pid_t child = ::fork();
    if (child == 0)
        becomeBroker(launch.program.c_str(), launch.configFile.c_str(), launch.input,
                     launch.parent);
    ::close(launch.input);
    m_process = child;
    m_isRunning = child > 0;
    bool isStarted = false;
    std::array<char, 1024> piece {};
    for (;;) {
        const ssize_t got = ::read(launch.output, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        if (isStarted)
            continue;
        std::unique_lock lock(launch.mutex);
        launch.words.append(piece.data(), static_cast<std::size_t>(got));
        isStarted = launch.words.find(" running") != std::string::npos;
        lock.unlock();
        if (isStarted)
            launch.become(Launch::State::Running);
    }
    ::close(launch.output);
    if (child > 0)
        ::waitpid(child, nullptr, 0);
    m_isRunning = false;
    if (!isStarted)
        launch.become(Launch::State::Failed);
}

DemoBroker::~DemoBroker()
{
    stop();
}

void DemoBroker::stop()
{
    if (!m_watcher.joinable())
        return;
    if (m_isRunning && m_process > 0)
        ::kill(m_process, SIGKILL); // it has nothing to save
    m_watcher.join();
}

std::string DemoBroker::url() const
{
    return "mqtt://127.0.0.1:" + std::to_string(m_port);
}

} // namespace telltale
