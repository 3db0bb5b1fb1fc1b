#include "widgets/connect/connection_fault.h"

#include "widgets/common/error_words.h"

#include "models/value_text.h"

#include <algorithm>

namespace telltale {

QString ConnectionFault::text(const ConnectionStatus &connection,
                              const std::vector<Problem> &problems)
{
    if (connection.state != ConnectionStatus::State::Connected)
        return connection.cause.empty()
            ? QString()
            //: %1 what happened, %2 what to do, %3 the program's own words
            : tr("%1. %2\n%3")
                  .arg(ErrorWords::title(connection.causeCode),
                       ErrorWords::remedy(connection.causeCode), shownText(connection.cause));
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

} // namespace telltale
