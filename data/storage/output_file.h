#pragma once

#include "data/telemetry/result.h"

#include <string>
#include <string_view>

namespace telltale {

/// What somebody asked to be written with `-o`. A file appears under its name when it is whole, and
/// what was there before stays until then; nothing half written is left, whatever ends the program.
/// Whatever is no file - a device, a FIFO - is written as it comes, as is standard output (`-`).
/// Symbolic links are followed to their target, which is what is replaced.
/// Thread  one at a time.
/// Errors  DiskFull, NotPermitted, NotFound, DiskError: which file, why, and what to do.
class OutputFile
{
public:
    /// A FIFO waits here for its reader.
    static Result<OutputFile> open(const std::string &path);
    OutputFile(OutputFile &&other) noexcept;
    OutputFile &operator=(OutputFile &&) = delete;
    ~OutputFile(); ///< without finish() no file was written

    Outcome write(std::string_view bytes);
    /// The file is whole: it takes its name.
    Outcome finish();
    /// Written as it comes; what was written is out, finished or not.
    bool isStream() const { return m_target.empty(); }

private:
    OutputFile(std::string path, int descriptor);
    Outcome beginFile(const std::string &target, unsigned mode);
    Outcome takeName();
    Error failure() const;

    std::string m_path; ///< as it was asked for
    std::string m_target; ///< after all links; empty: no file
    std::string m_temporary; ///< name until it is whole; empty: it has none
    int m_descriptor = -1;
};

} // namespace telltale
