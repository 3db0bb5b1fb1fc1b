#pragma once

#include "data/sources/source.h"

#include <QCoreApplication>
#include <QStringList>

namespace telltale {

/// What can be said of a connection before it is tried.
/// Thread  any.
class ConnectionDraft
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionDraft)

public:
    /// Why the address is none, in words; empty: it is one.
    static QString addressFault(const std::string &address);
    /// Sentences that keep it from being saved. `others` are the names that are taken.
    static QStringList faults(const ConnectionConfig &connection,
                              const std::vector<std::string> &others);
    /// Messages would cross a network in the clear.
    static bool isExposed(const ConnectionConfig &connection);
    /// A name nobody has yet: the host, and the port unless it is the usual one.
    static std::string freeName(const std::string &address, const std::vector<std::string> &others);
    /// One filter per line or comma.
    static std::vector<std::string> filtersFrom(const QString &text);
};

} // namespace telltale
