#include "data/history/history_repair.h"

#include "data/history/log_codec.h"
#include "data/storage/rows.h"

#include <algorithm>
#include <limits>

// What a repair saves beside the chunks: tags, state, gaps, log, last values.

namespace telltale {
namespace {

constexpr int kTagColumns = 8;
constexpr std::int64_t kLargestHole = 2'000'000; ///< ids that are missing; more is a flipped bit

void bindColumn(Statement &to, int parameter, const Statement &row, int column)
{
    switch (row.type(column)) {
    case Statement::Type::Integer:
        to.bind(parameter, row.integer(column));
        break;
    case Statement::Type::Real:
        to.bind(parameter, row.real(column));
        break;
    case Statement::Type::Text:
        to.bind(parameter, std::string_view(row.text(column)));
        break;
    case Statement::Type::Blob:
        to.bindBlob(parameter, row.blob(column));
        break;
    case Statement::Type::Null:
        to.bindNull(parameter);
        break;
    }
}

} // namespace

/// Its own, then what the files around it have.
Outcome HistoryRepair::saveTags()
{
    chooseState();
    if (m_from) {
        if (Outcome saved = saveTagsOf(*m_from); !saved.ok())
            return saved;
    }
    for (const auto &file : m_neighbours) {
        if (Outcome saved = saveTagsOf(*file); !saved.ok())
            return saved;
    }
    return nameMissingTags();
}

/// What cannot be read of `file` is left out.
Outcome HistoryRepair::saveTagsOf(HistoryFile &file)
{
    Result<Statement> write
        = m_to->prepare("INSERT OR IGNORE INTO tag VALUES(?1,?2,?3,?4,?5,?6,?7,?8)");
    if (!write.ok())
        return write.error();
    Outcome written;
    (void)forEachRow(file.database(),
                     "SELECT id, path, name, unit, low, high, decimals, source FROM tag",
                     [&](const Statement &row) -> Result<bool> {
                         if (row.integer(0) < 0)
                             return true;
                         for (int column = 0; column < kTagColumns; ++column)
                             bindColumn(write.value(), column + 1, row, column);
                         written = write->run();
                         return written.ok();
                     });
    return written;
}

/// Ids have no holes: a tag whose path nobody knows gets one.
Outcome HistoryRepair::nameMissingTags()
{
    Result<Statement> write = m_to->prepare("INSERT INTO tag VALUES(?1,?2,'','',NULL,NULL,-1,0)");
    if (!write.ok())
        return write.error();
    const auto known = [this] { return static_cast<std::int64_t>(m_paths.size()); };
    std::vector<std::int64_t> missing;
    const Outcome read = forEachRow(
        *m_to, "SELECT id, path FROM tag ORDER BY id", [&](const Statement &row) -> Result<bool> {
            if (row.integer(0) - known() > kLargestHole)
                return false;
            while (row.integer(0) > known()) {
                missing.push_back(known());
                m_paths.push_back("lost name/" + std::to_string(known()));
            }
            m_paths.push_back(row.text(1));
            return true;
        });
    if (!read.ok())
        return read;
    Result<Statement> drop = m_to->prepare("DELETE FROM tag WHERE id >= ?1");
    if (!drop.ok())
        return drop.error();
    if (Outcome dropped = drop->bind(1, known()).run(); !dropped.ok())
        return dropped;
    for (const std::int64_t id : missing) {
        write->bind(1, id).bind(2, std::string_view(m_paths[static_cast<std::size_t>(id)]));
        if (Outcome written = write->run(); !written.ok())
            return written;
    }
    return {};
}

/// Without its own, that of the file before: the raw journal is read on from there, and what is
/// stored already changes nothing.
void HistoryRepair::chooseState()
{
    Result<HistoryState> state = m_from ? readState(m_from->database()) : Error {};
    if (!state.ok() && m_hasBefore) {
        state = readState(m_neighbours.front()->database());
        if (state.ok()) { // times are those of a file alone
            state->oldest = 0;
            state->newest = -1;
            state->begun = 0;
        }
    }
    if (state.ok())
        m_state = std::move(state).value();
}

Outcome HistoryRepair::saveGaps()
{
    if (!m_from)
        return {};
    const auto gaps = readGaps(m_from->database(), {Timestamp::min(), Timestamp::max()});
    if (!gaps.ok())
        return {};
    GapTotals known; // those of the state count them already
    for (const HistoryGap &gap : gaps.value()) {
        if (Outcome written = m_log->writeGap(gap, known); !written.ok())
            return written;
    }
    return {};
}

Outcome HistoryRepair::saveLog()
{
    if (!m_from)
        return {};
    Outcome written;
    (void)readLog(m_from->database(), 0,
                  [&](std::int64_t row, std::span<const std::uint8_t> blob) -> Outcome {
                      written = saveGroup(row, blob);
                      return written;
                  });
    if (m_groupLost)
        lose({}, *m_groupLost, std::max(*m_groupLost, m_state.newest), 0);
    return written;
}

/// Of a group that is lost only its neighbours say when it came.
Outcome HistoryRepair::saveGroup(std::int64_t row, std::span<const std::uint8_t> blob)
{
    const Result<SampleBatch> group = decodeLog(blob);
    const bool isKnown = group.ok()
        && std::all_of(group->tags().begin(), group->tags().end(),
                       [this](TagId tag) { return tag.value < m_paths.size(); });
    m_state.logRow = std::max(m_state.logRow, row);
    if (!isKnown) {
        m_groupLost = m_groupLost.value_or(m_savedTo.value_or(m_state.oldest));
        return {};
    }
    if (!group->isEmpty()) {
        const auto [oldest, newest]
            = std::minmax_element(group->times().begin(), group->times().end());
        if (m_groupLost && *m_groupLost < *oldest)
            lose({}, *m_groupLost, *oldest, 0);
        m_groupLost.reset();
        m_savedTo = std::max(m_savedTo.value_or(*newest), *newest);
        noteExtent(*oldest, *newest);
    }
    ++m_saved.groups;
    return m_log->append(row, blob);
}

/// Newest of all that is known of a tag. What the log still has of a tag that lost chunks is sealed
/// once more.
Outcome HistoryRepair::saveLast()
{
    m_lastRows.resize(m_paths.size());
    if (m_hasBefore)
        lastOf(*m_neighbours.front());
    if (m_from)
        lastOf(*m_from);
    for (std::size_t tag = 0; tag < m_lastRows.size(); ++tag) {
        std::optional<LastStore::Row> &row = m_lastRows[tag];
        if (tag < m_newest.size() && m_newest[tag]
            && (!row || row->sample.time <= m_newest[tag]->time))
            row = LastStore::Row {*m_newest[tag], row ? row->sealed : 0};
        if (!row)
            continue;
        const bool hasLost = tag < m_hasLost.size() && m_hasLost[tag];
        row->sealed = hasLost ? 0 : std::min(row->sealed, m_state.logRow);
        if (Outcome written = m_last->write(*row); !written.ok())
            return written;
    }
    return {};
}

void HistoryRepair::lastOf(HistoryFile &file)
{
    (void)file.last().readAll([this](const LastStore::Row &row) {
        if (row.sample.tag.value < m_lastRows.size())
            m_lastRows[row.sample.tag.value] = row;
    });
}

Outcome HistoryRepair::saveLosses()
{
    if (m_lostPages > 0) {
        const bool hasExtent = m_state.oldest <= m_state.newest;
        const TimeRange period = ownPeriod();
        lose({}, hasExtent ? m_state.oldest : toMicroseconds(period.from),
             hasExtent ? m_state.newest : toMicroseconds(period.to), 0);
    }
    for (const auto &[tag, lost] : m_lost) {
        m_saved.lost.push_back(lost);
        if (lost.range.from == Timestamp::min() || lost.range.to == Timestamp::max())
            continue; // nobody knows when
        const bool isKnown = tag.isValid() && tag.value < m_paths.size();
        const HistoryGap gap {
            HistoryGap::Cause::DiskError, {}, isKnown ? tag : TagId {}, lost.range};
        if (Outcome written = m_log->writeGap(gap, m_state.totals.gaps); !written.ok())
            return written;
    }
    return m_log->writeState(m_state);
}

} // namespace telltale
