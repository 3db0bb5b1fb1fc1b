#pragma once

#include "data/telemetry/status_board.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace telltale {

/// What a person has to know of a connection, in full, below its layers.
/// Thread  any.
class ConnectionFault
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionFault)

public:
    /// Why it is not connected and what to do; or that its password is for this session only.
    /// Empty: nothing to say.
    static QString text(const ConnectionStatus &connection, const std::vector<Problem> &problems);
};

} // namespace telltale
