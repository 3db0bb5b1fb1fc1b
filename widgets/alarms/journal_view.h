#pragma once

#include "models/plant.h"

#include <QWidget>

class QLabel;

namespace telltale {

class AlarmJournal;
class DataTable;
class JournalFilterModel;
class JournalModel;

/// Segment `Journal` of the alarm page: every change and who made it, newest first.
/// Thread  GUI.
class JournalView : public QWidget
{
    Q_OBJECT

public:
    JournalView(const Plant &plant, AlarmJournal &journal, QWidget *parent = nullptr);
    void refresh();
    bool isComplete() const;
    void setFilter(const QString &text); ///< words a line must have
    DataTable &table() const { return *m_table; }

private:
    void showState(const QString &words);
    void showFault(const QString &fault);
    void showFound();

    JournalModel *m_model;
    JournalFilterModel *m_filter;
    DataTable *m_table;
    QLabel *m_state;
    QString m_fault; ///< why the newest lines could not be read; empty: they were
};

} // namespace telltale
