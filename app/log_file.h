#pragma once

#include <QString>

namespace telltale {

/// Sends warnings and errors of the program's log to stderr, and all of it to a file once there is
/// one: one line per message, control characters escaped, at most 8 KiB a line, at most 20 lines a
/// minute of one text (then counted, and said in the next), five files of 10 MiB. Written by a
/// LogQueue, whose limits these are; an abort waits for it.
/// Thread  any.
void installLog();

/// From now on also into `folder`/telltale.log, or while another process writes that, into
/// telltale-2.log and so on; a folder that cannot be written is said on stderr.
void logInto(const QString &folder);
/// The log file; empty before logInto().
QString logPath();

} // namespace telltale
