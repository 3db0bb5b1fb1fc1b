#pragma once

#include "models/row_table_model.h"

#include "data/telemetry/status_board.h"

#include <QCoreApplication>

namespace telltale {

struct ConnectionConfig;

/// How connections and what came through them read: rows for the small tables, and sentences.
class ConnectionRows
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionRows)

public:
    static std::vector<TableColumn> layerColumns(); ///< mark, name, detail, time
    static std::vector<TableRow> layers(const ConnectionStatus &connection);

    static std::vector<TableColumn> counterColumns(); ///< name, number
    /// Received, what became of it, and what this connection went through.
    static std::vector<TableRow> counters(const PlantStatus &status,
                                          const ConnectionStatus *connection);
    static std::vector<TableRow> counters(const Counters &counters);

    static std::vector<TableColumn> undecodedColumns();
    static std::vector<TableRow> undecoded(const PlantStatus &status, Timestamp now);
    static std::vector<TableColumn> refusedColumns();
    /// Filters a broker does not grant, and topics the tag limit keeps out.
    static std::vector<TableRow> refused(const PlantStatus &status);

    /// What it is called; the demo's in the language of now, which may not be that of its start.
    static QString name(const ConnectionStatus &connection);
    static QString name(const ConnectionConfig &connection);
    /// "connected 3 h 12 min · 2 140 messages/s", "connecting … · lost 5 min ago".
    static QString state(const ConnectionStatus &connection, Timestamp now);
    /// Why a payload was not understood, in words: "malformed: it ends too early (byte 4)".
    static QString reason(const std::string &told);
    static QString dropCause(const std::string &cause);
    /// Nobody is on the way.
    static bool isOnThisComputer(const ConnectionStatus &connection);
    static QString rate(double perSecond); ///< "1 per s", "12 per min", an en dash for none

private:
    static QString doingNow(const ConnectionStatus &connection, Timestamp now);
};

} // namespace telltale
