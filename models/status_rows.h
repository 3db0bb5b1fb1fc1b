#pragma once

#include "models/plant.h"
#include "models/row_table_model.h"

#include "data/telemetry/status_board.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace telltale {

/// How the state of the program reads: rows for the status page, and the export of it.
class StatusRows
{
    Q_DECLARE_TR_FUNCTIONS(StatusRows)

public:
    static std::vector<TableColumn> columns(); ///< name, value
    static std::vector<TableRow> storage(const PlantStatus &status, Timestamp now,
                                         const QTimeZone &zone);
    /// A row for each channel of notifications; its tip says why it fails and what to do.
    static std::vector<TableRow> notifications(const PlantStatus &status, Timestamp now,
                                               const QTimeZone &zone);
    static QString recordingWords(const PlantStatus &status); ///< whether anything records
    static std::vector<TableRow> program(const Plant &plant);
    static QString bytesText(std::uint64_t bytes); ///< "8.1 GB"
    /// Versions and memory, for the export.
    static QJsonObject programFacts(const Plant &plant);
    /// What `telltale status --json` prints, with `program` as the member of that name.
    static std::string exported(const std::string &printed, const QJsonObject &program);

private:
    /// How many values made no tag, and why: their messages count as stored all the same.
    static QString firstBadWords(std::uint64_t count);
};

/// Memory of this process that only it has (RssAnon and RssShmem), bytes; 0: unknown here.
std::uint64_t ownMemory();

} // namespace telltale
