#include "data/storage/wal_check.h"

#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <span>
#include <vector>

namespace telltale {
namespace {

constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kFrameBytes = 24; ///< before each page
constexpr std::uint32_t kMagic = 0x377F0682; ///< and 1 more: checksums of big-endian words
constexpr std::uint32_t kMostPage = 65536;
constexpr std::uint32_t kMostEarlier = 1U << 24U; ///< logs since a left frame was written

using Header = std::array<std::uint8_t, kHeaderBytes>;

std::uint32_t bigEndian(const std::uint8_t *at)
{
    return std::uint32_t {at[0]} << 24U | std::uint32_t {at[1]} << 16U | std::uint32_t {at[2]} << 8U
        | std::uint32_t {at[3]};
}

std::uint32_t littleEndian(const std::uint8_t *at)
{
    return std::uint32_t {at[3]} << 24U | std::uint32_t {at[2]} << 16U | std::uint32_t {at[1]} << 8U
        | std::uint32_t {at[0]};
}

struct Sums
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool operator==(const Sums &) const = default;

    void add(std::span<const std::uint8_t> bytes, bool isBig)
    {
        const auto word = isBig ? bigEndian : littleEndian;
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at) + second;
            second += word(bytes.data() + at + 4) + first;
        }
    }
};

bool readHeader(std::ifstream &file, Header &header)
{
    file.clear();
    file.seekg(0);
    return static_cast<bool>(
        file.read(reinterpret_cast<char *>(header.data()), std::streamsize {kHeaderBytes}));
}

/// Whether a frame belongs to the log that the header began.
bool isOf(const Header &header, const std::uint8_t *frame)
{
    return std::memcmp(frame + 8, header.data() + 16, 8) == 0;
}

/// Whether it was left by an earlier log in the same file: the first salt counts them.
bool isOfEarlier(const Header &header, const std::uint8_t *frame)
{
    const std::uint32_t before = bigEndian(header.data() + 16) - bigEndian(frame + 8);
    return before > 0 && before < kMostEarlier;
}

/// Takes frames one after the other.
class Follower
{
public:
    Follower(const Header &header, Sums sums)
        : m_header(header)
        , m_sums(sums)
    { }
    const WalState &state() const { return m_state; }

    void take(std::span<const std::uint8_t> frame)
    {
        const bool isMine = isOf(m_header, frame.data());
        const bool isCommit = bigEndian(frame.data() + 4) != 0;
        if (m_end == 0 && isMine && holds(frame)) {
            ++m_state.frames;
            return;
        }
        if (m_end == 0)
            m_end = m_state.frames + 1;
        const bool isForeign = !isMine && !isOfEarlier(m_header, frame.data());
        if (isForeign || (isMine && isCommit))
            m_state.broken = m_end;
    }

private:
    bool holds(std::span<const std::uint8_t> frame)
    {
        const bool isBig = (bigEndian(m_header.data()) & 1U) != 0;
        m_sums.add(frame.first(8), isBig);
        m_sums.add(frame.subspan(kFrameBytes), isBig);
        return m_sums == Sums {bigEndian(frame.data() + 16), bigEndian(frame.data() + 20)};
    }

    const Header &m_header;
    Sums m_sums;
    WalState m_state;
    std::uint64_t m_end = 0; ///< the first frame that is not the next of this log; 0: none yet
};

WalState follow(std::ifstream &file, const Header &header, std::size_t pageBytes, Sums sums)
{
    std::vector<std::uint8_t> frame(kFrameBytes + pageBytes);
    Follower follower(header, sums);
    while (file.read(reinterpret_cast<char *>(frame.data()),
                     static_cast<std::streamsize>(frame.size())))
        follower.take(frame);
    return follower.state();
}

Result<WalState> lookAt(const std::string &database)
{
    std::ifstream file(database + "-wal", std::ios::binary);
    Header header {};
    if (!file || !readHeader(file, header))
        return WalState {};
    const std::uint32_t magic = bigEndian(header.data());
    const std::uint32_t pageBytes = bigEndian(header.data() + 8);
    Sums sums;
    sums.add(std::span<const std::uint8_t>(header).first(24), (magic & 1U) != 0);
    const bool isWhole = (magic & ~1U) == kMagic && pageBytes >= 512 && pageBytes <= kMostPage
        && std::has_single_bit(pageBytes)
        && sums == Sums {bigEndian(header.data() + 24), bigEndian(header.data() + 28)};
    WalState state;
    if (isWhole)
        state = follow(file, header, pageBytes, sums);
    Header again {};
    if (!readHeader(file, again) || again != header)
        return WalState {}; // begun anew meanwhile: its writer is at work
    if (!isWhole)
        return Error {Error::Code::Damaged, "the header of the write-ahead log does not hold"};
    return state;
}

bool isDamaged(const Result<WalState> &state)
{
    return !state.ok() || state->broken;
}

bool isSameDamage(const Result<WalState> &one, const Result<WalState> &other)
{
    return one.ok() && other.ok() ? one->broken == other->broken : one.ok() == other.ok();
}

} // namespace

/// A frame that was read while it was written does not hold, though what follows it does: only what
/// a second look finds at the same place is damage.
Result<WalState> checkWal(const std::string &database)
{
    Result<WalState> state = lookAt(database);
    while (isDamaged(state)) {
        Result<WalState> again = lookAt(database);
        if (isSameDamage(state, again))
            return again;
        state = std::move(again);
    }
    return state;
}

} // namespace telltale
