#include "data/sources/paho_persistence.h"

#include <MQTTAsync.h>

#include <cstring>

namespace telltale {
namespace {

InboundStore &storeOf(void *handle)
{
    return *static_cast<InboundStore *>(handle);
}

/// A copy the library frees.
char *copyFor(const std::string &content)
{
    auto *copy = static_cast<char *>(MQTTAsync_malloc(content.size() + 1));
    if (copy)
        std::memcpy(copy, content.c_str(), content.size() + 1);
    return copy;
}

int openStore(void **handle, const char *, const char *, void *context)
{
    *handle = context;
    return 0;
}

int closeStore(void *)
{
    return 0;
}

int put(void *handle, char *key, int count, char *buffers[], int lengths[])
{
    if (!InboundStore::isInbound(key))
        return 0;
    std::string content;
    for (int index = 0; index < count; ++index)
        content.append(buffers[index], static_cast<std::size_t>(lengths[index]));
    storeOf(handle).put(key, std::move(content));
    return 0;
}

int get(void *handle, char *key, char **buffer, int *length)
{
    const std::string content = storeOf(handle).get(key);
    if (content.empty())
        return MQTTCLIENT_PERSISTENCE_ERROR;
    *buffer = copyFor(content);
    *length = static_cast<int>(content.size());
    return *buffer ? 0 : MQTTCLIENT_PERSISTENCE_ERROR;
}

int removeKey(void *handle, char *key)
{
    storeOf(handle).remove(key);
    return 0;
}

int keys(void *handle, char ***list, int *count)
{
    const auto content = storeOf(handle).all();
    *list = nullptr;
    *count = 0;
    if (content.empty())
        return 0;
    *list = static_cast<char **>(MQTTAsync_malloc(content.size() * sizeof(char *)));
    if (!*list)
        return MQTTCLIENT_PERSISTENCE_ERROR;
    for (const auto &entry : content)
        (*list)[(*count)++] = copyFor(entry.first);
    return 0;
}

/// The library clears when it begins a clean session. Ours does so only to end one: what is kept goes
/// with the session's folder, or on at the connection's new address.
int clear(void *)
{
    return 0;
}

int containsKey(void *handle, char *key)
{
    return storeOf(handle).get(key).empty() ? MQTTCLIENT_PERSISTENCE_ERROR : 0;
}

} // namespace

struct PahoPersistence::Table
{
    MQTTClient_persistence callbacks;
};

PahoPersistence::PahoPersistence(InboundStore &store)
    : m_table(
        new Table {{&store, openStore, closeStore, put, get, removeKey, keys, clear, containsKey}})
{ }

PahoPersistence::~PahoPersistence() = default;

void *PahoPersistence::callbacks()
{
    return &m_table->callbacks;
}

} // namespace telltale
