#pragma once

#include "data/history/history_writer.h"
#include "data/pipeline/import_options.h"
#include "data/telemetry/bounded_queue.h"
#include "data/telemetry/tag_registry.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace telltale {

class ImportRows;

/// Puts a file of samples into the history of a data folder that nobody else writes to meanwhile.
/// Streams: memory does not depend on the file's size. What is committed stays, whatever happens
/// later.
/// Thread  run() on one, with a second of its own that reads the file; callbacks on either.
class HistoryImport
{
public:
    struct Summary
    {
        double fraction = 0.0; ///< of the file
        std::uint64_t lines = 0; ///< with something on them, the heading aside
        std::uint64_t samples = 0; ///< taken in
        std::uint64_t added = 0; ///< of these, tags and times that were not there yet
        std::uint64_t blank = 0; ///< cells without a value
        std::uint64_t refused = 0; ///< lines
        std::size_t tags = 0; ///< new ones
    };
    using OnProgress = std::function<void(const Summary &)>;
    using OnRefused = std::function<void(std::uint64_t line, const Error &why)>;
    using OnNote = std::function<void(const std::string &)>;

    explicit HistoryImport(ImportOptions options);

    /// Errors  Busy: another process owns the data; WrongUse, NotFound, Damaged, LimitExceeded: of
    ///         the file; DiskFull, DiskError; Cancelled: `stop` was set. summary() tells what is
    ///         in.
    Outcome run(const OnProgress &onProgress, const OnRefused &onRefused, const OnNote &onNote,
                const std::atomic<bool> &stop);
    const Summary &summary() const { return m_summary; }

private:
    /// A batch and where the file stood after it.
    struct Piece
    {
        SampleBatchPtr batch;
        Summary read;
    };
    void readAll(ImportRows &rows);
    bool offer(Piece piece);
    Outcome writeAll(HistoryWriter &writer);
    Outcome store(HistoryWriter &writer, const SampleBatchPtr &batch);

    const ImportOptions m_options;
    TagRegistry m_registry;
    OnProgress m_onProgress;
    OnRefused m_onRefused;
    OnNote m_onNote;
    const std::atomic<bool> *m_stop = nullptr;
    BoundedQueue<Piece> m_queue;
    std::atomic<bool> m_isGivenUp = false; ///< the writing side can go on no more
    Outcome m_readOutcome; ///< of the reading thread, once it ended
    Summary m_summary;
};

} // namespace telltale
