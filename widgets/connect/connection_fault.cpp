#include "widgets/connect/connection_fault.h"

#include "widgets/common/error_words.h"

#include "models/told_words.h"
#include "models/value_text.h"

#include <algorithm>

namespace telltale {

QString ConnectionFault::text(const ConnectionStatus &connection,
                              const std::vector<Problem> &problems)
{
    if (connection.state != ConnectionStatus::State::Connected) {
        if (connection.cause.empty())
            return {};
        if (isOfSignIn(connection)) // the program's own words say no more
            return QStringLiteral("%1. %2").arg(title(connection), remedy(connection));
        //: %1 what happened, %2 what to do, %3 the program's own words
        return tr("%1. %2\n%3")
            .arg(title(connection), remedy(connection), ToldWords::detail(connection.cause));
    }
    const auto password
        = std::find_if(problems.begin(), problems.end(), [&](const Problem &problem) {
              return problem.area == "connection"
                  && problem.subject == connection.name + " (password)";
          });
    if (password == problems.end())
        return {};
    //: %1 why the keychain did not take it
    return tr("%1: the password is kept only until the program ends. It is asked for again at the "
              "next start.")
        .arg(ErrorWords::title(password->code));
}

bool ConnectionFault::isOfSignIn(const ConnectionStatus &connection)
{
    return connection.causeCode == Error::Code::BadCredentials
        || connection.causeCode == Error::Code::NoPassword;
}

QString ConnectionFault::title(const ConnectionStatus &connection)
{
    if (!isOfSignIn(connection))
        return ErrorWords::title(connection.causeCode);
    const QString user = shownText(connection.user);
    if (user.isEmpty())
        return tr("The broker refuses who gives no user name");
    return connection.causeCode == Error::Code::NoPassword
        ? tr("The password of user \"%1\" is missing").arg(user)
        : tr("The broker refused user \"%1\" or the password").arg(user);
}

QString ConnectionFault::remedy(const ConnectionStatus &connection)
{
    if (connection.causeCode != Error::Code::BadCredentials)
        return ErrorWords::remedy(connection.causeCode);
    return tr("Enter user and password again in Connections, Edit…; or mend "
              "TELLTALE_MQTT_PASSWORD, if the password comes from there.");
}

} // namespace telltale
