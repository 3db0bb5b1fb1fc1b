#pragma once

#include "models/alerts.h"
#include "models/tone_generator.h"

#include <functional>
#include <memory>

namespace telltale {

/// A sound device that is open: it takes silence until a tone begins.
/// Thread  the one it was opened on.
class SoundOutput
{
public:
    virtual ~SoundOutput() = default;
    virtual void begin(HornTone tone) = 0;
    virtual qint64 taken() const = 0; ///< microseconds of sound the device took by now
    virtual bool isRunning() const = 0;
    virtual QString trouble() const = 0; ///< English: why it takes none
};

/// Opens a device; null: `why` was told instead.
using OpenSound = std::function<std::unique_ptr<SoundOutput>(Alerts::Outlet &why)>;

/// The device the system has for sound now.
std::unique_ptr<SoundOutput> openSystemSound(Alerts::Outlet &why);

} // namespace telltale
