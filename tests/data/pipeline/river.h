#pragma once

#include "data/pipeline/pipeline.h"
#include "tests/support/fixed_credentials.h"
#include "tests/support/mosquitto_broker.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace telltale::test {

/// A data folder and what its owner hands to the window; below plant/ 5 000 and more is an alarm.
class River
{
public:
    explicit River(const QString &folder)
        : m_folder(folder.toStdString())
    { }

    /// What somebody does who only asks whether it can be opened.
    bool openOnly(std::vector<ConnectionConfig> known, bool areAll = false);
    /// Without a connection: those of `known` are only known, and maybe all there are.
    bool openAlone(std::vector<ConnectionConfig> known, bool areAll = false);
    /// With the connection "test" to all that is below plant/.
    bool open(const MosquittoBroker &broker);
    bool isConnected() const;
    std::uint64_t stored() const { return status.status().counters.stored; }
    const std::string &folder() const { return m_folder; }

    TagRegistry tags;
    LiveValues live;
    AlarmBoard alarms;
    StatusBoard status;
    ProblemList problems;
    FixedCredentials credentials;
    std::vector<ChannelConfig> channels; ///< of notifications; before it is opened
    std::unique_ptr<Pipeline> pipeline; ///< goes before what it uses

private:
    std::string m_folder;
};

} // namespace telltale::test
