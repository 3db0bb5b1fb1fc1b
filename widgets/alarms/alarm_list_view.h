#pragma once

#include "models/alarm_list_model.h"
#include "models/alarm_request.h"
#include "models/passing_text.h"
#include "models/plant.h"

#include "data/alarms/alarm_types.h"
#include "data/telemetry/timestamp.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace telltale {

class AlarmFilterModel;
class AlarmTable;
class FloodBar;
class GroupOpener;
class HideActions;
class ResponsePanel;

/// The active alarms, or those that one thing hides: list, a foot line that says what was done and
/// what the list keeps back, the empty state, and below what the selected alarm asks for.
/// Thread  GUI.
class AlarmListView : public QWidget
{
    Q_OBJECT

public:
    explicit AlarmListView(const Plant &plant, AlarmList list = AlarmList::Active,
                           QWidget *parent = nullptr);

    const AlarmListModel &list() const { return *m_list; }
    AlarmFilterModel &filter() const { return *m_filter; }
    AlarmTable &table() const { return *m_table; }
    QString note() const; ///< what the foot line says beside the number of alarms
    ResponsePanel &response() const { return *m_response; }
    HideActions &hideActions() const { return *m_hide; }
    GroupOpener &groups() const { return *m_groups; }
    void frame(Timestamp now);
    bool isComplete() const;

    /// The selected rows, as they are on screen; of several, all except priority 1.
    void acknowledge();
    void acknowledgeVisible(); ///< all rows in view except priority 1
    void silence();
    void comment();

Q_SIGNALS:
    void addRuleRequested();
    void openRequested(const QString &key);
    void ruleRequested(const QString &id); ///< to be edited
    void delaysRequested(const QString &rule, const QString &tag); ///< proposed for it

private:
    QWidget *makeFoot();
    QWidget *makeEmptyState();
    /// `critical` others stay as they are.
    void acknowledgeTogether(std::vector<std::pair<std::string, std::uint64_t>> alarms,
                             std::size_t critical);
    void act(AlarmAction action, const QString &said);
    AlarmRequest::Answered answer(const QString &said); ///< `said` if it is done, else why not
    void say(const QString &text);
    void showNote();
    void showEmptyState();
    void sayNoAlarms();
    void sayNothingIsHidden();
    void showResponse();
    QString endingShelf() const;
    void offerWorst();
    void selectWorst();
    bool hasSelection() const;
    void takeNext();
    bool sayIfHeading();
    void showWhatIsNext();

    const Plant &m_plant;
    AlarmListModel *m_list;
    AlarmFilterModel *m_filter;
    AlarmTable *m_table;
    ResponsePanel *m_response;
    HideActions *m_hide;
    GroupOpener *m_groups;
    FloodBar *m_flood;
    QStackedWidget *m_stack;
    QWidget *m_foot;
    QLabel *m_count;
    QLabel *m_note;
    QLabel *m_emptyTitle;
    QLabel *m_emptyHint;
    QPushButton *m_addRule;
    bool m_isOffered = false; ///< what is selected was not picked by a person
    std::uint64_t m_offeredOf = 0; ///< version of the alarms then
    bool m_hasPicked = false; ///< in the last frame a person had selected something
    bool m_hasLost = false; ///< that went, and others still wait for a person
    std::optional<AlarmRow> m_next; ///< to be selected when what is selected has been hidden
    PassingText m_said; ///< of the last action
};

} // namespace telltale
