#include "data/sources/client_id.h"

#include <cstdio>
#include <random>

namespace telltale {

std::string randomClientId()
{
    std::random_device random;
    char text[32] = {};
    std::snprintf(text, sizeof(text), "tt%08x%08x", random(), random());
    return text;
}

} // namespace telltale
