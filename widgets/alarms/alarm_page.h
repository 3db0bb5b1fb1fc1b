#pragma once

#include "widgets/common/page.h"

class QStackedWidget;

namespace telltale {

class AlarmHead;
class AlarmListView;
class FigureTile;

/// Page `alarms`: the active list with its key figures, the journal and the rules.
class AlarmPage : public Page
{
    Q_OBJECT

public:
    explicit AlarmPage(const Plant &plant, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("alarms"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override;

    AlarmListView &list() const { return *m_list; }

private:
    void showSegment(int segment);
    void showFigures();
    void showAreas();
    QWidget *makeFigures();

    AlarmHead *m_head;
    AlarmListView *m_list;
    QStackedWidget *m_segments;
    QWidget *m_figures;
    FigureTile *m_perHour;
    FigureTile *m_standing;
    FigureTile *m_new;
    QStringList m_areas;
    std::uint64_t m_version = 0;
    bool m_isComplete = false;
};

} // namespace telltale
