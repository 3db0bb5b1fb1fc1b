#include "app/command.h"

#include <QtGlobal>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xcb/xcb.h>

namespace telltale {
namespace {

/// Qt ends the program without a word where nothing answers.
bool xAnswers()
{
    xcb_connection_t *connection = xcb_connect(nullptr, nullptr);
    const bool answers = xcb_connection_has_error(connection) == 0;
    xcb_disconnect(connection);
    return answers;
}

bool waylandAnswers(const QByteArray &display)
{
    const QByteArray path
        = display.startsWith('/') ? display : qgetenv("XDG_RUNTIME_DIR") + '/' + display;
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(path.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const bool answers
        = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(descriptor);
    return answers;
}

Outcome findDisplay()
{
    if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return {};
    const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
    if (!wayland.isEmpty() && waylandAnswers(wayland))
        return {};
    const QByteArray x = qgetenv("DISPLAY");
    if (!x.isEmpty() && xAnswers())
        return {};
    const std::array named {wayland, x};
    std::string said = "there is no display to show a window on";
    for (const QByteArray &one : named) {
        if (!one.isEmpty())
            said = "the display " + one.toStdString() + " does not answer";
    }
    return Error {Error::Code::NotFound,
                  said
                      + ": log in to a desktop (over ssh: ssh -X), or without a window record with "
                        "telltale collect --broker mqtt://HOST:1883, or make a picture with "
                        "telltale shot overview -o overview.png --size 1920x1080"};
}

} // namespace

const Outcome &display()
{
    static const Outcome found = findDisplay();
    return found;
}

} // namespace telltale
