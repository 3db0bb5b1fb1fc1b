#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QObject>

#include <cstdint>
#include <vector>

class QAction;
class QWidget;

namespace telltale {

/// What is asked of the selected alarms beside acknowledging them - the reset of latched ones,
/// shelving, out of service and back -: the same actions for keys, menus and buttons. One that
/// cannot be asked is disabled and says why in its tool tip; its key says so, too.
/// Thread  GUI. frame() as often as the page is drawn.
class HideActions : public QObject
{
    Q_OBJECT

public:
    using Kind = AlarmAction::Kind;

    HideActions(const Plant &plant, QWidget &parent);
    void setAlarms(std::vector<AlarmRow> alarms); ///< the selected ones
    void frame();
    QList<QAction *> actions() const;
    QList<QAction *> hiding() const; ///< those that keep an alarm from the list, and bring it back
    QAction *action(Kind kind) const; ///< null: it is none of these
    /// Its keys act: L, H, U, O, R.
    void listenTo(QWidget &table);

Q_SIGNALS:
    void requested(const telltale::AlarmAction &action, const QString &said);
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Command
    {
        Kind kind;
        Qt::Key key;
        QAction *action;
    };
    void add(Kind kind, const QString &text, Qt::Key key);
    void ask(Kind kind);
    void openDialog(Kind kind);
    std::vector<AlarmRow> concerned(Kind kind) const;
    QString obstacle(Kind kind) const;
    QString said(const AlarmAction &action) const;
    void showObstacles();

    const Plant &m_plant;
    QWidget &m_parent;
    std::vector<AlarmRow> m_alarms;
    std::vector<Command> m_commands;
    QString m_viewWords; ///< why nothing can be asked from this window; empty: it can
    std::uint64_t m_statusVersion = 0;
};

} // namespace telltale
