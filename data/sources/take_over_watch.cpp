#include "data/sources/take_over_watch.h"

namespace telltale {

TakeOverWatch::Verdict TakeOverWatch::judge(const ConnectionEnd &end,
                                            const std::function<bool()> &keepsListening)
{
    if (!end.held) { // the broker is away, or refuses: nobody took anything over
        if (end.cause.code != Error::Code::ConnectionLost)
            m_guessed = 0;
        return Verdict::No;
    }
    if (end.cause.code == Error::Code::SessionTakenOver) {
        m_guessed = 0;
        m_said = *end.held < m_options.takeOverPause ? m_said + 1 : 1;
        if (m_said < m_options.takeOverLimit)
            return Verdict::No;
        m_said = 0;
        return Verdict::Certain;
    }
    m_said = 0;
    const bool isSilent = end.cause.code == Error::Code::ConnectionLost && !end.isSaid;
    const bool isSuspect = isSilent && *end.held < m_options.takeOverWindow && keepsListening();
    m_guessed = isSuspect ? m_guessed + 1 : 0;
    return m_guessed < m_options.takeOverLimit ? Verdict::No : Verdict::Guessed;
}

} // namespace telltale
