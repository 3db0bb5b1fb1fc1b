#include "data/sources/credential_file.h"

#include "data/sources/credential_store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace telltale {
namespace {

constexpr std::size_t kLargestFile = 1U << 20U;

Error refusal(Error::Code code, const std::string &path, const std::string &why)
{
    return {code, "the credentials file " + path + " is not used: " + why};
}

/// Checked and read through one descriptor, so that nobody swaps the file in between.
Result<std::string> readOwnerOnly(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return refusal(Error::Code::DiskError, path, std::strerror(errno));
    struct stat facts
    { };
    std::string text;
    Outcome verdict;
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        verdict = refusal(Error::Code::NotPermitted, path, "it is no ordinary file");
    else if (facts.st_uid != ::geteuid())
        verdict = refusal(Error::Code::NotPermitted, path, "it belongs to another user");
    else if ((facts.st_mode & 077U) != 0)
        verdict = refusal(Error::Code::NotPermitted, path,
                          "other users may read or change it; run chmod 600 on it");
    else if (facts.st_size > static_cast<off_t>(kLargestFile))
        verdict = refusal(Error::Code::LimitExceeded, path, "it is larger than 1 MiB");
    if (verdict) {
        text.resize(static_cast<std::size_t>(facts.st_size));
        const ssize_t size = ::read(descriptor, text.data(), text.size());
        if (size < 0)
            verdict = refusal(Error::Code::DiskError, path, std::strerror(errno));
        else
            text.resize(static_cast<std::size_t>(size));
    }
    ::close(descriptor);
    if (!verdict)
        return verdict.error();
    return text;
}

} // namespace

Result<CredentialStore::Credentials> readCredentialFile(const std::string &path,
                                                        const std::string &connectionName)
{
    Result<std::string> text = readOwnerOnly(path);
    if (!text)
        return text.error();
    QByteArray bytes(text->data(), static_cast<qsizetype>(text->size()));
    wipe(text.value());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    bytes.fill('\0');
    if (!document.isObject())
        return refusal(Error::Code::Malformed, path,
                       problem.error != QJsonParseError::NoError
                           ? problem.errorString().toStdString()
                           : "it must be a JSON object of connection names");
    const QJsonValue entry = document.object().value(QString::fromStdString(connectionName));
    if (entry.isUndefined())
        return refusal(Error::Code::NotFound, path,
                       "it has no connection named \"" + connectionName + "\"");
    const QJsonValue user = entry.toObject().value(QLatin1String("user"));
    const QJsonValue password = entry.toObject().value(QLatin1String("password"));
    if (!user.isString() || !password.isString())
        return refusal(Error::Code::Malformed, path,
                       "\"" + connectionName + "\" needs the texts \"user\" and \"password\"");
    return CredentialStore::Credentials {user.toString().toStdString(),
                                         password.toString().toStdString()};
}

} // namespace telltale
