#include "data/alarms/head_check.h"

#include "data/alarms/chain_walk.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

namespace telltale {
namespace {

struct StoreMarks
{
    std::string id;
    std::uint64_t signedUpTo = 0; ///< AlarmStore::noteSigned()
};

Result<StoreMarks> marksIn(Database &database)
{
    StoreMarks marks;
    const Outcome read = forEachRow(
        database, "SELECT key, CAST(value AS TEXT) FROM meta WHERE key IN ('store','signed_up_to')",
        [&marks](const Statement &row) {
            const std::string value = row.text(1);
            if (row.text(0) == "store")
                marks.id = value;
            else
                std::from_chars(value.data(), value.data() + value.size(), marks.signedUpTo);
        });
    if (!read)
        return read.error();
    return marks;
}

std::string atEntry(const SignedHead &head)
{
    return std::to_string(head.at.sequence) + " on " + head.time;
}

/// Of one journal and its heads.
class Check
{
public:
    Check(const std::string &folder, std::optional<std::uint64_t> last, HeadCheck &found)
        : m_journal(folder + "/alarms.db")
        , m_heads(JournalHeads::pathIn(folder))
        , m_wantedLast(last)
        , m_found(found)
    { }

    Outcome run(Database &database, const StoreMarks &marks, const JournalHeads &heads);
    void tellAbsentJournal(const JournalHeads &heads);

private:
    void lookAtLine(std::size_t number, const JournalHeads::Line &line);
    void lookAtKey(std::size_t number, const SignedHead &head);
    Outcome compare(const SignedHead &head);
    Outcome readLast(Database &database);
    void tellJournal(const StoreMarks &marks);
    void tellWrittenAnew(const SignedHead &bad);
    void tellOtherStore();
    void tell(const std::string &file, std::string what, bool isOfOrigin = false)
    {
        m_found.faults.push_back({file, std::move(what), isOfOrigin});
    }

    const std::string m_journal; ///< path
    const std::string m_heads; ///< path
    const std::optional<std::uint64_t> m_wantedLast;
    HeadCheck &m_found;
    std::vector<const SignedHead *> m_sound;
    std::vector<PublicKey> m_keys;
    Statement m_entry;
    std::uint64_t m_last = 0; ///< entry
    std::uint64_t m_newestSigned = 0; ///< entry, of this journal
    std::uint64_t m_good = 0; ///< farthest entry, so far, that is the one whose head was signed
    std::uint64_t m_goodBefore = 0; ///< m_good before m_bad was signed
    const SignedHead *m_other = nullptr; ///< newest of another alarms.db
    const SignedHead *m_bad = nullptr; ///< the oldest whose entry is another one
    const SignedHead *m_beyond = nullptr; ///< the farthest behind the last entry
};

Outcome Check::run(Database &database, const StoreMarks &marks, const JournalHeads &heads)
{
    for (std::size_t i = 0; i < heads.lines().size(); ++i)
        lookAtLine(i + 1, heads.lines()[i]);
    Result<Statement> entry = database.prepare("SELECT hash FROM journal WHERE seq=?1");
    if (!entry)
        return entry.error();
    m_entry = std::move(entry).value();
    if (Outcome read = readLast(database); !read)
        return read;
    for (const SignedHead *head : m_sound) {
        if (head->store != marks.id) {
            m_other = head;
            continue;
        }
        if (Outcome compared = compare(*head); !compared)
            return compared;
    }
    tellJournal(marks);
    tellOtherStore();
    return {};
}

void Check::lookAtLine(std::size_t number, const JournalHeads::Line &line)
{
    if (!line.head)
        return tell(m_heads, "line " + std::to_string(number) + " is no signed head");
    if (!line.head->isSound())
        return tell(m_heads,
                    "the signature of line " + std::to_string(number)
                        + " does not hold: the line was changed");
    lookAtKey(number, *line.head);
    m_sound.push_back(&*line.head);
}

void Check::lookAtKey(std::size_t number, const SignedHead &head)
{
    if (std::find(m_keys.begin(), m_keys.end(), head.key) != m_keys.end())
        return;
    m_keys.push_back(head.key);
    if (m_keys.size() > 1)
        tell(m_heads,
             "from line " + std::to_string(number) + " on, signed at entry " + atEntry(head)
                 + ", heads have another key (" + keyName(head.key)
                 + ") than those before: it is another computer or keychain that signs, or "
                   "somebody who had no right to",
             true);
}

Outcome Check::readLast(Database &database)
{
    return forEachRow(database, "SELECT max(seq) FROM journal", [this](const Statement &row) {
        m_last = static_cast<std::uint64_t>(row.integer(0));
        m_last = std::min(m_last, m_wantedLast.value_or(m_last));
    });
}

Outcome Check::compare(const SignedHead &head)
{
    const std::uint64_t sequence = head.at.sequence;
    m_newestSigned = std::max(m_newestSigned, sequence);
    if (sequence > m_last) {
        if (!m_beyond || sequence > m_beyond->at.sequence)
            m_beyond = &head;
        return {};
    }
    bool isSame = false;
    const StatementUse entry(m_entry);
    m_entry.bind(1, static_cast<std::int64_t>(sequence));
    const Outcome read = forEachRow(m_entry, [&isSame, &head](const Statement &row) {
        const auto stored = row.blob(0);
        isSame = std::equal(stored.begin(), stored.end(), head.at.hash.begin(), head.at.hash.end());
    });
    if (!read)
        return read;
    if (isSame) {
        ++m_found.heads;
        m_good = std::max(m_good, sequence);
        m_found.newest = head;
    } else if (!m_bad) {
        m_bad = &head;
        m_goodBefore = m_good;
    }
    return {};
}

void Check::tellJournal(const StoreMarks &marks)
{
    if (m_bad)
        tellWrittenAnew(*m_bad);
    const std::string missing
        = "entry " + std::to_string(m_last + 1) + " is the first that is missing";
    const std::string end = "alarm journal: it ends with entry " + std::to_string(m_last);
    if (m_beyond)
        tell(m_journal,
             end + ", and a head was signed at entry " + atEntry(*m_beyond) + ": " + missing
                 + ", its tail was cut off or an older file put in its place");
    else if (marks.signedUpTo > m_last)
        tell(m_journal,
             end + ", and by its own word a head was signed at entry "
                 + std::to_string(marks.signedUpTo) + ": " + missing);
    if (marks.signedUpTo > m_newestSigned)
        tell(m_heads,
             "the head that was signed at entry " + std::to_string(marks.signedUpTo)
                 + " is not in it: the file was removed, cut or replaced by an older one");
}

/// After the last head before it that holds: what was signed later vouches for what was there then.
void Check::tellWrittenAnew(const SignedHead &bad)
{
    const std::uint64_t first = std::min(m_goodBefore + 1, bad.at.sequence);
    tell(m_journal,
         "alarm journal: entry " + std::to_string(bad.at.sequence)
             + " is not the one whose head was signed on " + bad.time + ": entry "
             + std::to_string(first) + " is the first that may have been written anew");
}

void Check::tellOtherStore()
{
    if (m_other)
        tell(m_journal,
             "alarms.db is not the file whose head was signed at entry " + atEntry(*m_other)
                 + ": it was replaced, or begun anew",
             true);
}

void Check::tellAbsentJournal(const JournalHeads &heads)
{
    if (const SignedHead *head = heads.newest())
        tell(m_journal,
             "alarms.db is not there, and a head of it was signed at entry " + atEntry(*head));
}

} // namespace

std::string HeadCheck::gravest() const
{
    const auto bad = std::find_if(faults.begin(), faults.end(),
                                  [](const Fault &fault) { return !fault.isOfOrigin; });
    if (bad != faults.end())
        return bad->what;
    return faults.empty() ? std::string() : faults.front().what;
}

/// What is asked later is newer: the mark in the journal follows the head, which follows its entry.
Result<HeadCheck> checkHeads(const std::string &folder, const CancelFlag *cancel,
                             std::optional<std::uint64_t> last)
{
    HeadCheck found;
    std::error_code failed;
    if (!std::filesystem::exists(folder + "/alarms.db", failed)) {
        const Result<JournalHeads> heads = JournalHeads::read(folder);
        if (!heads)
            return heads.error();
        Check(folder, last, found).tellAbsentJournal(heads.value());
        return found;
    }
    Result<Database> database = Database::open(folder + "/alarms.db", Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    database->setCancel(cancel);
    const Result<StoreMarks> marks = marksIn(database.value());
    if (!marks)
        return marks.error();
    const Result<JournalHeads> heads = JournalHeads::read(folder);
    if (!heads)
        return heads.error();
    Check check(folder, last, found); // has a statement of the database: ends before it
    const Outcome done = check.run(database.value(), marks.value(), heads.value());
    return done ? Result<HeadCheck>(std::move(found)) : done.error();
}

Result<std::string> journalFault(const std::string &folder, const CancelFlag *cancel)
{
    const auto isCancelled = [](const auto &result) {
        return !result && result.error().code == Error::Code::Cancelled;
    };
    const Result<std::uint64_t> chain = verifyChain(folder, cancel);
    if (isCancelled(chain))
        return chain.error();
    if (!chain)
        return chain.error().detail;
    const Result<HeadCheck> heads = checkHeads(folder, cancel);
    if (isCancelled(heads))
        return heads.error();
    if (!heads)
        return heads.error().detail;
    return heads->gravest();
}

} // namespace telltale
