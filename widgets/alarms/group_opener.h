#pragma once

#include "models/plant.h"

#include "data/alarms/alarm_types.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QDialog;
class QWidget;

namespace telltale {

/// The action that opens the group of an alarm in a dialog of its own, beside the window. Without a
/// group it is disabled and says so; its key, G in the table it listens to, too.
/// Thread  GUI.
class GroupOpener : public QObject
{
    Q_OBJECT

public:
    GroupOpener(const Plant &plant, QWidget &parent);
    void setAlarm(const AlarmRow *alarm); ///< null: none is selected
    QAction *action() const { return m_action; }
    void listenTo(QWidget &table);
    QDialog *dialog() const { return m_dialog; } ///< the one that is open, or null

Q_SIGNALS:
    void openRequested(const QString &key);
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open();
    QString obstacle() const;

    const Plant &m_plant;
    QWidget &m_parent;
    QAction *m_action;
    std::optional<std::string> m_group; ///< of the selected alarm; empty: it has none
    QPointer<QDialog> m_dialog;
};

} // namespace telltale
