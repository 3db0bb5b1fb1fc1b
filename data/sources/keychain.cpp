#include "data/sources/keychain.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>

namespace telltale {
namespace {

constexpr std::chrono::seconds kPatience {5};

QString serviceName()
{
    return QStringLiteral("telltale");
}

Error keychainError(const QKeychain::Job &job)
{
    const std::string words = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {Error::Code::NotFound, "the keychain has no password for this connection"};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Error::Code::NotPermitted, "the keychain did not give the password: " + words};
    default:
        return {Error::Code::NoKeychain,
                "this computer has no usable keychain (" + words
                    + "): name an owner-only file in TELLTALE_CREDENTIALS instead"};
    }
}

/// Runs the job with an event loop of this thread's own.
Outcome run(QKeychain::Job *job)
{
    QEventLoop loop;
    QTimer patience;
    patience.setSingleShot(true);
    bool isFinished = false;
    Outcome outcome;
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
        isFinished = true;
        if (job->error() != QKeychain::NoError)
            outcome = keychainError(*job);
        loop.quit();
    });
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(kPatience);
    job->start();
    if (!isFinished)
        loop.exec();
    if (isFinished)
        return outcome;
    return Error {
        Error::Code::TimedOut,
        "the keychain did not answer within 5 s: unlock it, or name an owner-only file in "
        "TELLTALE_CREDENTIALS"};
}

Outcome noEventLoop()
{
    if (QCoreApplication::instance())
        return {};
    return Error {Error::Code::NoKeychain, "the keychain cannot be asked from here"};
}

/// A job that still waits for the keychain is left to it: the answer would find nobody.
void dispose(QKeychain::Job *job, const Outcome &outcome)
{
    if (outcome || outcome.error().code != Error::Code::TimedOut)
        delete job;
}

} // namespace

Result<std::string> readKeychain(const std::string &key)
{
    if (const Outcome possible = noEventLoop(); !possible)
        return possible.error();
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(QString::fromStdString(key));
    const Outcome outcome = run(job);
    const std::string secret = outcome ? job->textData().toStdString() : std::string();
    dispose(job, outcome);
    if (!outcome)
        return outcome.error();
    return secret;
}

Outcome writeKeychain(const std::string &key, const std::string &secret)
{
    if (const Outcome possible = noEventLoop(); !possible)
        return possible;
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(QString::fromStdString(key));
    job->setTextData(QString::fromStdString(secret));
    const Outcome outcome = run(job);
    dispose(job, outcome);
    return outcome;
}

} // namespace telltale
