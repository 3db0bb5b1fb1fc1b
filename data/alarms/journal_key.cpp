#include "data/alarms/journal_key.h"

#include "data/storage/file.h"
#include "data/storage/owner_file.h"

#include <utility>

namespace telltale {
namespace {

using Found = Result<std::optional<SigningKey>>; ///< nothing: there is none

std::string pathIn(const std::string &folder)
{
    return folder + "/alarms-heads.key";
}

Found keyOf(Result<std::string> secret)
{
    if (!secret)
        return secret.error();
    while (secret->ends_with('\n'))
        secret->pop_back();
    if (secret->empty())
        return std::optional<SigningKey>();
    Result<SigningKey> key = SigningKey::fromSecret(secret.value());
    wipe(secret.value());
    if (!key)
        return key.error();
    return std::optional<SigningKey>(std::move(key).value());
}

Found keyInFile(const std::string &folder)
{
    const std::string path = pathIn(folder);
    Found key = keyOf(readOwnerFile(path));
    if (key || key.error().code != Error::Code::NotFound)
        return key ? std::move(key)
                   : Found(Error {key.error().code,
                                  "the key file " + path + " is not used: " + key.error().detail});
    return std::optional<SigningKey>();
}

Found keyBehind(const JournalKeyDoor &door)
{
    return door.find ? keyOf(door.find()) : Found(std::optional<SigningKey>());
}

/// It counts as kept only if it can be had again.
bool isKept(const JournalKeyDoor &door, const SigningKey &key, const std::string &secret)
{
    if (!door.keep || !door.keep(secret))
        return false;
    const Found again = keyBehind(door);
    return again && again.value() && again.value()->publicKey() == key.publicKey();
}

Result<SigningKey> makeKey(const std::string &folder, const JournalKeyDoor *door)
{
    Result<SigningKey> key = SigningKey::make();
    if (!key)
        return key;
    Result<std::string> secret = key->secret();
    if (!secret)
        return secret.error();
    Outcome kept;
    if (!door || !isKept(*door, key.value(), secret.value()))
        kept = writeFileDurably(pathIn(folder), secret.value());
    wipe(secret.value());
    return kept ? std::move(key) : Result<SigningKey>(kept.error());
}

} // namespace

Result<SigningKey> takeSigningKey(const std::string &folder, const JournalKeyDoor &door,
                                  const std::optional<PublicKey> &newest)
{
    Found file = keyInFile(folder);
    if (!file)
        return file.error();
    const bool isInFile = file.value().has_value();
    if (isInFile && (!newest || file.value()->publicKey() == *newest))
        return *std::move(file).value();
    Found kept = keyBehind(door);
    if (kept && kept.value())
        return *std::move(kept).value();
    if (!kept && newest)
        return kept.error();
    if (isInFile)
        return *std::move(file).value();
    if (newest)
        return Error {Error::Code::NotFound,
                      "the key of the newest head (" + keyName(*newest)
                          + ") is in no keychain and no file"};
    return makeKey(folder, kept ? &door : nullptr);
}

} // namespace telltale
