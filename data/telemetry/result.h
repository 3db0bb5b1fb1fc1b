#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace telltale {

/// Why something that can fail in ordinary operation did fail.
struct Error
{
    /// What to act on; the widget that shows an error picks translated words for it.
    enum class Code {
        Malformed, ///< bytes or text that are not what they should be
        Unsupported, ///< well-formed, but a form this version does not know
        LimitExceeded, ///< larger, deeper or more than a stated limit
        NotFound, ///< no such file, tag, page, host ...
        NotPermitted, ///< access or role does not allow it
        Refused, ///< the other side said no
        Busy, ///< somebody else holds it, e.g. another instance owns the data
        DiskFull,
        DiskError, ///< read, write or sync failed
        Damaged, ///< a checksum or structure does not hold
        NewerVersion, ///< written by a newer program
        HostNotFound,
        ConnectionRefused,
        TimedOut,
        TlsFailed, ///< certificate, host name or protocol
        BadCredentials,
        ConnectionLost,
        SessionTakenOver,
        Cancelled,
        WrongUse, ///< arguments that make no sense together
        Internal,
        NoTls, ///< what answers does not seem to speak TLS
        HungUp, ///< ended the connection instead of answering
        NoKeychain, ///< this computer has none that can be used
        NoPassword, ///< somebody is to sign in whose password nobody knows
        WrongClock, ///< a time that cannot be
        Altered, ///< the alarm journal is not as it was written
        NotSigned, ///< the end of the alarm journal is not
    };

    Code code = Code::Internal;
    std::string detail; ///< English, for the log and the command line; one line
};

/// A value, or the reason why there is none.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    { }

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }
    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T *operator->() { return &std::get<0>(m_content); }
    const T *operator->() const { return &std::get<0>(m_content); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

/// Success, or the reason why not.
class [[nodiscard]] Outcome
{
public:
    Outcome() = default;
    Outcome(Error error)
        : m_error(std::move(error))
    { }

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace telltale
