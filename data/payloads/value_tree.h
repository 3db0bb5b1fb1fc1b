#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

/// One value of a payload that has the shape of JSON, whatever it was written in.
struct TreeValue
{
    enum class Kind : std::uint8_t {
        Null,
        Boolean, ///< number is 0.0 or 1.0
        Number, ///< number is the value
        Integer, ///< beyond 2^53, fits int64: bits is its two's complement, number the nearest
        Unsigned, ///< beyond int64, fits uint64: bits is the value, number the nearest
        Overflow, ///< a number that does not fit a double
        Text,
        Time, ///< a time of the format's own type; bits are its microseconds UTC
        Nothing, ///< bytes and other things that are never a sample
        Object,
        Array,
    };

    std::string_view name; ///< of a member of an object; empty elsewhere
    std::string_view text; ///< of a Text; of a number that was written as text, as it was written
    double number = 0.0;
    std::uint64_t bits = 0;
    std::uint32_t end = 0; ///< index after its last descendant
    Kind kind = Kind::Null;
    bool isRounded = false; ///< an integer beyond 64 bits, and number is not exactly it
    bool isReplaced = false; ///< a later member has the same name: this one does not count

    bool isContainer() const { return kind == Kind::Object || kind == Kind::Array; }
    /// Sets kind, number and bits for an integer of this sign and magnitude.
    void setInteger(bool isNegative, std::uint64_t magnitude);
};

/// Why a payload could not be read.
struct ReadProblem
{
    enum class Kind { None, Malformed, Limit };
    Kind kind = Kind::None;
    std::size_t at = 0; ///< byte of the payload
    const char *words = ""; ///< English: what was wrong there
    explicit operator bool() const { return kind != Kind::None; }
};

/// Limits of one payload (reliability.md section 5).
constexpr std::size_t kMaxTreeDepth = 32;
constexpr std::size_t kMaxTreeValues = 10'000;
constexpr std::size_t kMaxStringBytes = 64U << 10U;
constexpr std::size_t kMaxTextBytes = 4U << 10U;

/// A whole payload, depth first: values[0] is the document, children follow their parent.
/// Shape   the children of i are i + 1, values[i + 1].end, ... while below values[i].end. Views
///         point into the payload or into `unescaped`; both must outlive the use.
struct ValueTree
{
    std::vector<TreeValue> values;
    std::string unescaped; ///< texts that are not in the payload as they are; reserved beforehand
    std::uint32_t duplicates = 0; ///< members replaced by a later one of the same name

    /// Empty again; memory is kept. Texts of a payload of `payloadBytes` find room without moving.
    void clear(std::size_t payloadBytes);
    /// Appends a value that stands alone until its `end` is set again.
    TreeValue &add(TreeValue::Kind kind, std::string_view name);
    /// Closes the container at `index`: sets its end and marks members replaced by later ones.
    void close(std::uint32_t index);

private:
    void markPairs(std::uint32_t index);
    void markSorted(std::uint32_t index);
    void replace(std::uint32_t index);

    std::vector<std::uint32_t> m_order; ///< scratch of markSorted()
};

} // namespace telltale
