#pragma once

#include "data/sources/source.h"

#include <string>
#include <vector>

namespace telltale {

/// Where a table's rows have their time; all empty: found by the heading.
struct RowTimeOptions
{
    std::string column; ///< one column with all of it
    std::vector<std::string> columns; ///< year, month, day, hour, minute, second, in this order
    std::string
        format; ///< pattern of parseTime(); empty: ISO, epoch or day first, by the first row
    std::string zone; ///< IANA name of times that say none; empty: UTC
};

/// What `telltale replay` was asked to do.
struct ReplayOptions
{
    std::string file; ///< .csv or .csv.gz
    std::string url; ///< of the broker
    double speed = 0.0; ///< times faster than it was; 0: as fast as the broker takes it
    std::string topicTemplate; ///< `site/{station}`; empty: replay/<file>, or /{station}
    bool rebaseNow = false; ///< shift all times: the first row is now; at speed 0 the newest is
    RowTimeOptions time;
    char delimiter = '\0'; ///< 0: by the heading
    int qos = 1;
    std::size_t window = 1000; ///< unacknowledged messages
    CredentialStore::Credentials credentials;
    std::string caFile;
};

} // namespace telltale
