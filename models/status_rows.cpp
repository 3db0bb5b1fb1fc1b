#include "models/status_rows.h"

#include "models/history_queries.h"
#include "models/told_words.h"
#include "models/value_text.h"

#include "data/sources/client_version.h"
#include "data/storage/disk_reserve.h"
#include "data/storage/engine_version.h"
#include "data/telemetry/status_board.h"
#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QFile>
#include <QJsonDocument>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace telltale {
namespace {

TableRow line(const char *key, const QString &name, const QString &value)
{
    return {key, {{name, {}, true}, {value}}};
}

/// Whether the raw journal is what cannot be written.
bool isJournalStopped(const PlantStatus &status)
{
    const auto &all = status.problems;
    return std::any_of(all.begin(), all.end(), [](const Problem &problem) {
        return problem.area == "journal" && isDiskTrouble({problem.code, {}});
    });
}

} // namespace

std::vector<TableColumn> StatusRows::columns()
{
    return {{tr("What")}, {tr("Value")}};
}

QString StatusRows::recordingWords(const PlantStatus &status)
{
    if (!status.recording)
        return isJournalStopped(status) ? tr("stopped: the raw journal cannot be written")
                                        : tr("stopped: history cannot be written");
    const bool isRunning = status.isOwner || !status.owner.empty();
    return isRunning ? tr("yes") : tr("no: nothing is running");
}

std::vector<TableRow> StatusRows::storage(const PlantStatus &status, Timestamp now,
                                          const QTimeZone &zone)
{
    const bool hasHistory = status.historyFrom != Timestamp {};
    const QString history = hasHistory
        ? tr("%1, since %2")
              .arg(bytesText(status.historyBytes), timeText(status.historyFrom, now, zone))
        : tr("nothing stored yet");
    const QString commit = status.lastCommit == Timestamp {}
        ? tr("none yet")
        : tr("%1 ago, took %2 ms")
              .arg(ageText(now - status.lastCommit),
                   numberText(static_cast<double>(status.commitTook.count()) / 1000.0, 1,
                              QLocale()));
    const QString journal = status.journalSafe == Timestamp {}
        ? bytesText(status.journalBytes)
        : tr("%1, on the disk up to %2 ago, took %3 ms")
              .arg(bytesText(status.journalBytes), ageText(now - status.journalSafe),
                   numberText(static_cast<double>(status.journalSyncTook.count()) / 1000.0, 1,
                              QLocale()));
    return {
        line("recording", tr("Recording"), recordingWords(status)),
        line("commit", tr("Last durable commit"), commit),
        line("history", tr("History"), history),
        line("samples", tr("Samples stored"), countText(status.counters.samples)),
        line("refused", tr("Samples refused"), countText(status.counters.samplesRefused)),
        line("corrected", tr("Samples corrected"), countText(status.counters.samplesCorrected)),
        line("replaced", tr("Times replaced"), countText(status.counters.timesReplaced)),
        line("duplicates", tr("Members named twice"), countText(status.counters.duplicateMembers)),
        line("without-tag", tr("Bad first samples"),
             firstBadWords(status.counters.samplesWithoutTag)),
        line("journal", tr("Raw journal"), journal),
        line("owner", tr("Data owned by"),
             status.isOwner ? tr("this window") : ToldWords::owner(status.owner))};
}

QString StatusRows::firstBadWords(std::uint64_t count)
{
    return count == 0 ? countText(count)
                      : tr("%1 (NaN, unavailable): no tag is made of them").arg(countText(count));
}

std::vector<TableRow> StatusRows::notifications(const PlantStatus &status, Timestamp now,
                                                const QTimeZone &zone)
{
    if (status.channels.empty())
        return {line("channel", tr("Channels"), tr("none: no notification leaves this computer"))};
    std::vector<TableRow> rows;
    for (const ChannelStatus &channel : status.channels) {
        QStringList words;
        const bool isFailing = channel.failingSince != Timestamp {};
        if (isFailing)
            words << tr("failing since %1").arg(timeText(channel.failingSince, now, zone));
        if (channel.isHeld)
            words << tr("held until somebody allows its program");
        words << tr("%1 sent").arg(countText(channel.sent));
        words << tr("%1 waiting").arg(countText(channel.waiting));
        if (channel.givenUp > 0)
            words << tr("%1 told as a number only").arg(countText(channel.givenUp));
        if (channel.dropped > 0)
            words << tr("%1 dropped").arg(countText(channel.dropped));
        TableRow row = line(("channel/" + channel.name).c_str(), shownText(channel.name),
                            words.join(QStringLiteral(" · ")));
        if (isFailing)
            row.tip = ToldWords::detail(channel.cause) + QLatin1Char('\n')
                + ToldWords::detail(channel.remedy);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableRow> StatusRows::program(const Plant &plant)
{
    const std::uint64_t memory = ownMemory();
    const bool isOwner = plant.status->status().isOwner; // what records has its own memory
    std::vector<TableRow> rows {
        line("version", tr("Telltale"), QStringLiteral(TELLTALE_VERSION)),
        line("qt", tr("Qt"), QLatin1String(qVersion())),
        line("sqlite", tr("SQLite"), shownText(databaseEngineVersion())),
        line("mqtt", tr("Paho MQTT"), shownText(mqttClientVersion())),
        line("system", tr("System"), QSysInfo::prettyProductName()),
        line("memory", isOwner ? tr("Memory") : tr("Memory of this view"),
             memory > 0 ? bytesText(memory) : tr("unknown")),
        line("tags", tr("Tags"), countText(plant.tags->size())),
        line("workspace", tr("Workspace"), shownText(plant.workspace->folder())),
        line("data", tr("Data"), shownText(plant.dataFolder)),
        line("log", tr("Log file"), plant.logFile.empty() ? tr("none") : shownText(plant.logFile))};
    if (const std::uint64_t givenUp = plant.history->givenUp(); givenUp > 0)
        rows.push_back(line("given-up", tr("Questions given up"), countText(givenUp)));
    return rows;
}

QString StatusRows::bytesText(std::uint64_t bytes)
{
    static constexpr std::array kUnits {"B", "kB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1000.0 && unit + 1 < kUnits.size(); ++unit)
        size /= 1000.0;
    return QStringLiteral("%1 %2").arg(numberText(size, unit == 0 ? 0 : 1, QLocale()),
                                       QLatin1String(kUnits[unit]));
}

QJsonObject StatusRows::programFacts(const Plant &plant)
{
    return {{QStringLiteral("version"), QStringLiteral(TELLTALE_VERSION)},
            {QStringLiteral("qt"), QLatin1String(qVersion())},
            {QStringLiteral("sqlite"), QString::fromStdString(databaseEngineVersion())},
            {QStringLiteral("paho"), QString::fromStdString(mqttClientVersion())},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("memory_bytes"), static_cast<qint64>(ownMemory())},
            {QStringLiteral("questions_given_up"), static_cast<qint64>(plant.history->givenUp())}};
}

std::string StatusRows::exported(const std::string &printed, const QJsonObject &program)
{
    QJsonObject all = QJsonDocument::fromJson(QByteArray::fromStdString(printed)).object();
    all.insert(QStringLiteral("program"), program);
    return QJsonDocument(all).toJson().toStdString();
}

std::uint64_t ownMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    std::uint64_t kilobytes = 0;
    for (const QByteArray &entry : file.readAll().split('\n')) {
        if (entry.startsWith("RssAnon:") || entry.startsWith("RssShmem:"))
            kilobytes += entry.simplified().split(' ').value(1).toULongLong();
    }
    return kilobytes * 1024;
}

} // namespace telltale
