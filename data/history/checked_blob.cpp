#include "data/history/checked_blob.h"

#include "data/storage/file.h"

#include <algorithm>
#include <string>

namespace telltale {

void beginBlob(ByteWriter &out, std::uint8_t version)
{
    out.clear();
    out.fixed(std::uint32_t {0});
    out.byte(version);
}

void sealBlob(ByteWriter &out)
{
    const auto checked = out.bytes().subspan(sizeof(std::uint32_t));
    out.patch(0, crc32c(checked.data(), checked.size()));
}

Result<std::uint8_t> openBlob(ByteReader &in, const char *what,
                              std::initializer_list<std::uint8_t> known)
{
    const auto crc = in.fixed<std::uint32_t>();
    if (!in.ok() || crc32c(in.rest().data(), in.left()) != crc)
        return Error {Error::Code::Damaged, std::string(what) + ": the checksum does not hold"};
    const std::uint8_t version = in.byte();
    if (std::find(known.begin(), known.end(), version) == known.end())
        return Error {Error::Code::Unsupported,
                      std::string(what) + ": version " + std::to_string(version) + " is not known"};
    return version;
}

Error brokenBlob(const char *what)
{
    return {Error::Code::Damaged, std::string(what) + ": the structure does not hold"};
}

} // namespace telltale
