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
    /// What has gone wrong, by the layer that failed; and what to do about it. It has a cause.
    static QString title(const ConnectionStatus &connection);
    static QString remedy(const ConnectionStatus &connection);
    /// The broker does not let in who is to sign in, or nobody knows with which password.
    static bool isOfSignIn(const ConnectionStatus &connection);
};

} // namespace telltale
