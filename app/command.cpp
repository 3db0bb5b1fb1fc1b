#include "app/command.h"

#include <QtGlobal>

#include <cstdio>

namespace telltale {

bool hasDisplay()
{
    static const bool has = qEnvironmentVariableIsSet("QT_QPA_PLATFORM")
        || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    return has;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "telltale: %s\n", error.detail.c_str());
    return error.code == Error::Code::WrongUse ? kWrongUse : kFailure;
}

} // namespace telltale
