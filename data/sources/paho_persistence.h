#pragma once

#include "data/sources/inbound_store.h"

#include <memory>

namespace telltale {

/// InboundStore as the client library wants to call it. It asks to keep much (requests, its queue);
/// only received messages are kept, the rest is ours to repeat.
/// Thread  the library's, and whoever creates and destroys its client.
class PahoPersistence
{
public:
    explicit PahoPersistence(InboundStore &store);
    ~PahoPersistence();
    PahoPersistence(const PahoPersistence &) = delete;
    PahoPersistence &operator=(const PahoPersistence &) = delete;

    /// An MQTTClient_persistence; valid as long as this object.
    void *callbacks();

private:
    struct Table;
    std::unique_ptr<Table> m_table;
};

} // namespace telltale
