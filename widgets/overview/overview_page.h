#pragma once

#include "widgets/common/page.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace telltale {

class AlarmPanel;
class AreaPanel;
class AssetTreeModel;
class EmptyPlant;
class KpiTileModel;
class SegmentBar;
class SubscribeAllQuestion;
class TileGrid;

/// Page `overview`: the plant in tiles, its active alarms and its areas; without a source it says
/// what to do next.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(const Plant &plant, const AssetTreeModel &assets, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("overview"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;
    void takeOver(const Page &before) override; ///< period of the curves, whether all tiles
    void standAt(Timestamp time) override;

    TileGrid &tiles() const { return *m_grid; }
    AlarmPanel &alarms() const { return *m_alarms; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    bool hasPlant();
    void showStatus(Timestamp now);
    void chooseSpan(int segment);
    void showRemark(Timestamp now);
    QString partlyLive(const QString &period) const;
    void applyTheme();
    void fitTiles();
    void showLeft();

    KpiTileModel *m_model;
    QLabel *m_title;
    QLabel *m_remark;
    SegmentBar *m_span;
    QPushButton *m_report;
    QPushButton *m_addRule;
    QPushButton *m_more;
    TileGrid *m_grid;
    AlarmPanel *m_alarms;
    AreaPanel *m_areas;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    SubscribeAllQuestion *m_question;
    EmptyPlant *m_empty;
    const int m_rows; ///< of tiles, as the page describes them; 0: as there is room
    std::size_t m_ownTags = 0; ///< at the beginning of the registry
    std::uint64_t m_statusVersion = 0;
    std::int64_t m_second = 0;
    std::optional<Timestamp> m_standsAt;
    bool m_hasFramed = false;
};

} // namespace telltale
