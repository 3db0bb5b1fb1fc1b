#pragma once

#include "data/history/history_reader.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <string>

namespace telltale {

/// Asks history off the GUI thread: a small pool of threads, one HistoryReader each.
/// Thread  GUI; answers arrive on the GUI thread. A query is dropped when its `context` dies or its
///         CancelFlag is set; newest questions first. Of more than 1 000 that wait the oldest is
///         given up: a range is answered with LimitExceeded, of another question the result stays
///         as it was.
class HistoryQueries : public QObject
{
    Q_OBJECT

public:
    using RangeAnswer = std::function<void(const Result<TrendRange> &)>;
    explicit HistoryQueries(std::string folder, QObject *parent = nullptr);
    ~HistoryQueries() override;

    /// HistoryReader::range; the flag cancels it.
    std::shared_ptr<CancelFlag> range(TagId tag, TimeRange range, int pixels, QObject *context,
                                      RangeAnswer answer);
    /// Any other question: `ask` runs on a pool thread with a reader, `then` on the GUI thread.
    std::shared_ptr<CancelFlag> run(std::function<void(HistoryReader &, const CancelFlag &)> ask,
                                    QObject *context, std::function<void()> then);
    /// How many were.
    std::uint64_t givenUp() const;

Q_SIGNALS:
    void answered(); ///< on a thread of the pool; for this object alone

private:
    void giveAnswers();

    class Pool;
    std::unique_ptr<Pool> m_pool;
};

} // namespace telltale
