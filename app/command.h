#pragma once

#include "data/history/history_damage.h"
#include "data/telemetry/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <string_view>
#include <vector>

namespace telltale {

/// Exit codes of interfaces.md section 1.
enum ExitCode { kSuccess = 0, kFailure = 1, kWrongUse = 2 };

/// One command of the program: a file of its own and one line in the table of main.cpp.
struct Command
{
    const char *name;
    const char *summary;
    enum class Needs { Nothing, Drawing, Display } needs; ///< Drawing works without a display
    int (*run)(const QStringList &arguments); ///< arguments[0] is the program's name
};

int runBackup(const QStringList &arguments);
int runDesktop(const QStringList &arguments);
int runDemo(const QStringList &arguments);
int runCollect(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runRedecode(const QStringList &arguments);
int runReplay(const QStringList &arguments);
int runReport(const QStringList &arguments);
int runStatus(const QStringList &arguments);
int runShot(const QStringList &arguments);
int runVerify(const QStringList &arguments);

/// Whether there is a screen to show a window on, as it was at the start of the program.
/// Errors  NotFound: none, or what should be one does not answer.
const Outcome &display();

/// Says on stderr what went wrong, and gives the exit code for it.
int fail(const Error &error);

/// Text of foreign origin for a terminal, which is not to obey it: control characters escaped, one
/// line of UTF-8.
QByteArray printable(std::string_view text);

/// Works on a thread of its own, so that this one sees the signals that end it: then `stop` is
/// told.
void runUntilSignal(const std::function<void()> &work, const std::function<void()> &stop);

/// `code`, once all that was printed on stdout is out; else says on stderr why not.
int afterPrinting(int code);

/// Says on stderr what of the time asked for could not be read, and gives the exit code for it:
/// the rest was.
int tellMissing(const std::vector<HistoryDamage> &damages, const TimeRange &asked);

} // namespace telltale
