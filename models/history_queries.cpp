#include "models/history_queries.h"

#include <QPointer>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace telltale {
namespace {

constexpr int kThreads = 2;
constexpr std::size_t kMostWaiting = 1000; ///< questions; far more than all pages ask at once

} // namespace

/// Threads with a reader each; a stack of questions, newest first.
class HistoryQueries::Pool
{
public:
    struct Question
    {
        std::function<void(HistoryReader &, const CancelFlag &)> ask;
        std::function<void(Error)> failed;
        std::function<void()> then; ///< on the GUI thread
        std::shared_ptr<CancelFlag> flag;
    };

    /// `answered` is called on any thread when there is something to take.
    Pool(std::string folder, std::function<void()> answered)
        : m_folder(std::move(folder))
        , m_answered(std::move(answered))
    {
        for (int i = 0; i < kThreads; ++i)
            m_threads.emplace_back([this] { work(); });
    }

    ~Pool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            for (const std::shared_ptr<CancelFlag> &flag : m_running)
                flag->cancel();
        }
        m_changed.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    /// Of too many that wait the oldest gets no answer but that.
    void push(Question question)
    {
        std::optional<Question> tooOld;
        {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_questions, [](const Question &old) { return old.flag->isCancelled(); });
            m_questions.push_back(std::move(question));
            if (m_questions.size() > kMostWaiting) {
                tooOld = std::move(m_questions.front());
                m_questions.pop_front();
                ++m_givenUp;
            }
        }
        m_changed.notify_one();
        if (!tooOld)
            return;
        tooOld->failed({Error::Code::LimitExceeded,
                        "too many questions wait for the history; this one was given up"});
        give(*tooOld);
    }

    /// What waits to be done on the GUI thread.
    std::vector<std::function<void()>> takeAnswers()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answers, {});
    }

    std::uint64_t givenUp()
    {
        const std::lock_guard lock(m_mutex);
        return m_givenUp;
    }

private:
    void work()
    {
        std::unique_ptr<HistoryReader> reader;
        for (;;) {
            Question question;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] { return m_stopping || !m_questions.empty(); });
                if (m_stopping)
                    return;
                question = std::move(m_questions.back());
                m_questions.pop_back();
                m_running.push_back(question.flag);
            }
            if (!question.flag->isCancelled())
                answer(reader, question);
            const std::lock_guard lock(m_mutex);
            std::erase(m_running, question.flag);
        }
    }

    void answer(std::unique_ptr<HistoryReader> &reader, const Question &question)
    {
        if (!reader) {
            Result<std::unique_ptr<HistoryReader>> opened = HistoryReader::open(m_folder);
            if (!opened.ok()) {
                question.failed(opened.error());
                return give(question);
            }
            reader = std::move(opened).value();
        }
        question.ask(*reader, *question.flag);
        give(question);
    }

    void give(const Question &question)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_answers.push_back(question.then);
        }
        m_answered();
    }

    const std::string m_folder;
    const std::function<void()> m_answered;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Question> m_questions;
    std::vector<std::function<void()>> m_answers;
    std::uint64_t m_givenUp = 0;
    std::vector<std::shared_ptr<CancelFlag>> m_running;
    std::vector<std::thread> m_threads;
    bool m_stopping = false;
};

HistoryQueries::HistoryQueries(std::string folder, QObject *parent)
    : QObject(parent)
    , m_pool(std::make_unique<Pool>(std::move(folder), [this] { Q_EMIT answered(); }))
{
    connect(this, &HistoryQueries::answered, this, &HistoryQueries::giveAnswers,
            Qt::QueuedConnection);
}

HistoryQueries::~HistoryQueries() = default;

void HistoryQueries::giveAnswers()
{
    for (const std::function<void()> &then : m_pool->takeAnswers())
        then();
}

std::uint64_t HistoryQueries::givenUp() const
{
    return m_pool->givenUp();
}

std::shared_ptr<CancelFlag> HistoryQueries::range(TagId tag, TimeRange range, int pixels,
                                                  QObject *context, RangeAnswer answer)
{
    auto result = std::make_shared<Result<TrendRange>>(Error {Error::Code::Cancelled, "not asked"});
    auto flag = std::make_shared<CancelFlag>();
    Pool::Question question;
    question.flag = flag;
    question.ask = [result, tag, range, pixels](HistoryReader &reader, const CancelFlag &cancel) {
        *result = reader.range(tag, range, pixels, &cancel);
    };
    question.failed = [result](Error error) { *result = std::move(error); };
    question.then = [guard = QPointer<QObject>(context), flag, result, answer = std::move(answer)] {
        if (guard && !flag->isCancelled())
            answer(*result);
    };
    m_pool->push(std::move(question));
    return flag;
}

std::shared_ptr<CancelFlag>
HistoryQueries::run(std::function<void(HistoryReader &, const CancelFlag &)> ask, QObject *context,
                    std::function<void()> then)
{
    auto flag = std::make_shared<CancelFlag>();
    Pool::Question question;
    question.flag = flag;
    question.ask = std::move(ask);
    question.failed = [](const Error &) {}; // the asker's result stays as it was: no answer
    question.then = [guard = QPointer<QObject>(context), flag, then = std::move(then)] {
        if (guard && !flag->isCancelled())
            then();
    };
    m_pool->push(std::move(question));
    return flag;
}

} // namespace telltale
