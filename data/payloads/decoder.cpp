#include "data/payloads/decoder.h"

namespace telltale {

void Decoded::clear()
{
    samples.clear();
    events.clear();
    timesReplaced = 0;
    duplicateMembers = 0;
}

} // namespace telltale
