#include "data/sources/credential_file.h"

#include "data/storage/owner_file.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace telltale {
namespace {

Error refusal(Error::Code code, const std::string &path, const std::string &why)
{
    return {code, "the credentials file " + path + " is not used: " + why};
}

} // namespace

Result<CredentialStore::Credentials> readCredentialFile(const std::string &path,
                                                        const std::string &connectionName)
{
    Result<std::string> text = readOwnerFile(path);
    if (!text) { // a file that is named is there
        const bool isAbsent = text.error().code == Error::Code::NotFound;
        return refusal(isAbsent ? Error::Code::DiskError : text.error().code, path,
                       text.error().detail);
    }
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
