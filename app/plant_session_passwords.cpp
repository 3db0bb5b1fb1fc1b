// How the session keeps the passwords that are typed in it, and what it says of them.

#include "app/plant_session.h"
#include "data/storage/owner_file.h"
#include "data/telemetry/clock.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace telltale {
namespace {

constexpr const char *kArea = "connection";

std::string passwordSubject(const ConnectionConfig &connection)
{
    return connection.name + " (password)";
}

void tellUnkept(ProblemList &problems, const ConnectionConfig &connection, const Error &why)
{
    problems.report({Problem::Severity::Warning, why.code, kArea, passwordSubject(connection),
                     "the password is kept only until the program ends: " + why.detail,
                     "Type it again after the next start, or name an owner-only file in "
                     "TELLTALE_CREDENTIALS."},
                    Clock::system().now());
}

} // namespace

/// The keychain may take seconds to answer, or ask its user: never on the GUI thread. It gets the
/// password even if the window is closed meanwhile; whoever asked may be gone then, so that an
/// error is a problem as well.
void PlantSession::storePassword(const ConnectionConfig &connection, const std::string &password,
                                 std::function<void(Outcome)> done)
{
    auto *answered = new QFutureWatcher<Outcome>;
    QObject::connect(answered, &QFutureWatcherBase::finished, answered,
                     [answered, done = std::move(done)] {
                         done(answered->result());
                         answered->deleteLater();
                     });
    QFuture<Outcome> storing = QtConcurrent::run([this, connection, secret = password]() mutable {
        CredentialStore::Credentials credentials {connection.user, secret};
        Outcome stored = m_credentials.store(connection, credentials);
        wipe(credentials.password);
        wipe(secret);
        if (m_pipeline)
            m_pipeline->retryNow(connection.name);
        const std::string subject = passwordSubject(connection);
        if (stored.ok()) {
            m_problems.resolve(kArea, subject);
            return stored;
        }
        qWarning("%s is kept for this session only: %s", subject.c_str(),
                 stored.error().detail.c_str());
        tellUnkept(m_problems, connection, stored.error());
        return stored;
    });
    std::erase_if(m_passwords, [](const QFuture<void> &one) { return one.isFinished(); });
    m_passwords.emplace_back(storing);
    answered->setFuture(storing);
}

/// Typed in a session before this one, as in the demo that gave way to it.
void PlantSession::tellUnkeptPasswords()
{
    for (const ConnectionConfig &connection : m_workspace.connections) {
        if (const std::optional<Error> why = m_credentials.unkept(connection))
            tellUnkept(m_problems, connection, *why);
    }
}

} // namespace telltale
