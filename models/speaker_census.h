#pragma once

#include "models/row_table_model.h"

#include "data/telemetry/tag.h"
#include "data/telemetry/timestamp.h"

#include <QCoreApplication>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

class LiveValues;
class TagRegistry;

/// What speaks on a connection: its tags counted by area and asset, from their paths.
/// Thread  GUI. Looks at each tag once, some thousand per update, so that a million of them never
///         hold a frame up.
class SpeakerCensus
{
    Q_DECLARE_TR_FUNCTIONS(SpeakerCensus)

public:
    struct Totals
    {
        std::size_t areas = 0;
        std::size_t assets = 0;
        std::size_t tags = 0;
    };

    explicit SpeakerCensus(const TagRegistry &tags);
    /// Counts tags that came since; all anew when some came to another source. True if there were
    /// any.
    bool update();
    Totals totals(SourceId source) const;

    static std::vector<TableColumn> columns();
    /// The areas, at most kMostAreas.
    std::vector<TableRow> rows(SourceId source, const LiveValues &live, Timestamp now) const;
    /// Whether one of these rows names a family.
    static bool hasFamily(const TableRow &area);
    static constexpr std::size_t kMostAreas = 200;
    static std::vector<TableColumn> assetColumns();
    /// The assets of an area, of all areas if none is named; at most kMostAssets.
    std::vector<TableRow> assetRows(SourceId source, const std::optional<std::string> &area,
                                    const LiveValues &live, Timestamp now) const;
    static constexpr std::size_t kMostAssets = 200;
    std::size_t assets(SourceId source, const std::optional<std::string> &area) const;

private:
    using Tags = std::vector<TagId>;
    struct Area
    {
        std::map<std::string, Tags> assets; ///< by path
        Tags tags; ///< of all of them
    };
    struct Described
    {
        QString families;
        QString complete; ///< "26/57"
        double share = 0.0; ///< 0 to 1
    };
    void add(TagId tag);
    Described describe(const Tags &tags, const LiveValues &live) const;
    static TableRow assetRow(const std::string &path, const Tags &tags, const LiveValues &live,
                             Timestamp now);
    TableRow makeRow(const std::string &path, const Area &area, const LiveValues &live,
                     Timestamp now) const;

    const TagRegistry &m_tags;
    std::size_t m_seen = 0;
    std::uint64_t m_sourceRevision = 0;
    std::map<std::pair<SourceId, std::string>, Area> m_areas;
    std::map<SourceId, Totals> m_totals;
};

} // namespace telltale
