#pragma once

#include "widgets/common/page.h"

#include "data/alarms/alarm_rule.h"
#include "data/telemetry/tag.h"

#include <QStringList>

#include <optional>
#include <vector>

class QLabel;

namespace telltale {

class AlarmBands;
class DataTable;
class Panel;
class RowTableModel;
class TrendView;

/// Page `trend:TAG[,TAG…]` (TrendKey): any tags on one time axis. Tags are dropped on it or given
/// by its key; below stand the figures of each between the two cursors, or of all that is shown.
class TrendPage : public Page
{
    Q_OBJECT

public:
    TrendPage(const Plant &plant, const QString &tags, QWidget *parent = nullptr);

    QString key() const override;
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;
    void takeOver(const Page &before) override; ///< stretch of time, scales, cursors
    void standAt(Timestamp time) override;
    /// `30min`: the last 30 minutes, live; or a stretch of time (TrendKey::partOf()).
    void showPart(const QString &part) override;

    TrendView &trends() const { return *m_view; }
    RowTableModel &figures() const { return *m_figures; }
    /// Adds the tags of these paths, at most 24 in all; one that is there already does no harm, one
    /// that is unknown yet is shown as soon as it comes.
    void addPaths(const QStringList &paths);
    void removePath(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeHead();
    void setPaths(const QStringList &paths);
    void takeTags();
    void askForTags();
    void showTagMenu(const QPoint &at);
    void showTitle();
    void showLimits();
    TimeRange shownRange() const;
    void showFigures();
    void showRemark();

    QStringList m_paths;
    TrendView *m_view;
    AlarmBands *m_bands;
    Panel *m_panel;
    QLabel *m_title;
    QLabel *m_remark;
    QLabel *m_hint;
    RowTableModel *m_figures;
    DataTable *m_table;
    std::vector<TagId> m_tags;
    std::vector<AlarmRule> m_rules; ///< those the limits drawn came from
    std::optional<Timestamp> m_standsAt;
    std::size_t m_knownTags = 0;
    std::int64_t m_second = 0;
    bool m_hasFramed = false;
    bool m_hasNews = false; ///< values came that the figures do not have yet
};

} // namespace telltale
