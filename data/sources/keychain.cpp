#include "data/sources/keychain.h"

#include <QCoreApplication>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>

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
        break;
    }
    const bool isTold = !words.empty() && words != "Unknown error";
    return {Error::Code::NoKeychain,
            "this computer has no usable keychain" + (isTold ? " (" + words + ")" : std::string())
                + ": install one, or name an owner-only file in TELLTALE_CREDENTIALS"};
}

/// QtKeychain keeps its queue of jobs in the thread that asks first, and hangs or crashes when that
/// one has ended or another asks: all jobs are of one thread, which lasts as long as the program.
QObject &keychainThread()
{
    static QObject *const worker = [] {
        auto *thread = new QThread;
        thread->setObjectName(QStringLiteral("keychain"));
        auto *made = new QObject;
        made->moveToThread(thread);
        thread->start();
        return made;
    }();
    return *worker;
}

Result<std::string> answerOf(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return keychainError(job);
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return read ? read->textData().toStdString() : std::string();
}

/// A job that still waits for the keychain is left to it, and deletes itself.
Result<std::string> ask(const std::function<QKeychain::Job *()> &make)
{
    const auto answer = std::make_shared<std::promise<Result<std::string>>>();
    std::future<Result<std::string>> answered = answer->get_future();
    QMetaObject::invokeMethod(&keychainThread(), [make, answer] {
        QKeychain::Job *job = make();
        job->setInsecureFallback(false);
        QObject::connect(
            job, &QKeychain::Job::finished, job,
            [answer](const QKeychain::Job *done) { answer->set_value(answerOf(*done)); },
            Qt::SingleShotConnection);
        job->start();
    });
    if (answered.wait_for(kPatience) == std::future_status::ready)
        return answered.get();
    return Error {Error::Code::NoKeychain,
                  "the keychain did not answer within 5 s: unlock it, or name an owner-only file "
                  "in TELLTALE_CREDENTIALS"};
}

Outcome noEventLoop()
{
    if (QCoreApplication::instance())
        return {};
    return Error {Error::Code::NoKeychain, "the keychain cannot be asked from here"};
}

} // namespace

Result<std::string> readKeychain(const std::string &key)
{
    if (const Outcome possible = noEventLoop(); !possible)
        return possible.error();
    return ask([key] {
        auto *job = new QKeychain::ReadPasswordJob(serviceName());
        job->setKey(QString::fromStdString(key));
        return job;
    });
}

Outcome writeKeychain(const std::string &key, const std::string &secret)
{
    if (const Outcome possible = noEventLoop(); !possible)
        return possible;
    const Result<std::string> written = ask([key, secret] {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        job->setKey(QString::fromStdString(key));
        job->setTextData(QString::fromStdString(secret));
        return job;
    });
    return written ? Outcome() : Outcome(written.error());
}

} // namespace telltale
