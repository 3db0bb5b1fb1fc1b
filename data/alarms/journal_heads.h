#pragma once

#include "data/alarms/journal_chain.h"
#include "data/alarms/signing_key.h"
#include "data/telemetry/timestamp.h"

#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// The end of an alarm journal at a moment, signed: nobody without the key can make another past
/// that ends with it.
struct SignedHead
{
    std::string store; ///< of which alarms.db: AlarmStore::id()
    JournalPoint at;
    std::string time; ///< when, UTC, as isoText() has it
    std::string why; ///< day, export, stop
    PublicKey key {};
    Signature signature {};

    /// What is signed.
    std::string message() const;
    bool isSound() const { return isSigned(message(), signature, key); }
    std::string day() const { return time.substr(0, 10); }
};

/// The file `alarms-heads.jsonl` beside alarms.db: a signed head a line, oldest first. It is
/// replaced as a whole, so that no power cut leaves half a line. Beyond kMost lines earlier days
/// keep their last head only, and the oldest go; a later head vouches for all that an earlier one
/// did.
class JournalHeads
{
public:
    struct Line
    {
        std::string text;
        std::optional<SignedHead> head; ///< nothing: the text is none
    };
    static constexpr std::size_t kMost = 1'000;

    static std::string pathIn(const std::string &folder);
    /// No file has no lines. Errors  DiskError, LimitExceeded.
    static Result<JournalHeads> read(const std::string &folder);
    /// The file, if there is one, is no longer the one of what comes.
    static Outcome setAside(const std::string &folder, Timestamp now);

    const std::vector<Line> &lines() const { return m_lines; }
    const SignedHead *newest() const;
    const SignedHead *newestOf(const std::string &store) const;
    void add(SignedHead head);
    Outcome write(const std::string &folder) const;

private:
    void thin();

    std::vector<Line> m_lines;
};

} // namespace telltale
