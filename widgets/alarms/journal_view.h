#pragma once

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace telltale {

class AlarmJournal;
class DataTable;
class JournalExporter;
class JournalModel;
class PeriodEdit;

/// Segment `Journal` of the alarm page: every change and who made it, newest first; what is looked
/// for by words, period, kind and tag; and its export.
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
    JournalModel &model() const { return *m_model; }
    /// What fits the filter, into a file; its name says the form.
    void exportTo(const QString &path);
    QString said() const; ///< of the last export

private:
    QWidget *makeChoices();
    /// Of one that is counted back from now; nullopt: it is another.
    std::optional<Timestamp> periodBegin() const;
    /// The one that was chosen; nullopt: any time.
    std::optional<TimeRange> range() const;
    bool isChosen() const; ///< From … to
    void search();
    void movePeriod();
    void exportEntries();
    void showState(const QString &words);
    void showFault(const QString &fault);
    void showFound();
    void say(const QString &words);

    const Plant &m_plant;
    JournalModel *m_model;
    JournalExporter *m_exporter;
    DataTable *m_table;
    QComboBox *m_period;
    PeriodEdit *m_chosen;
    QComboBox *m_kind;
    QLineEdit *m_tag;
    QPushButton *m_export;
    QLabel *m_said;
    QLabel *m_state;
    QString m_text;
    QString m_fault; ///< why the newest lines could not be read; empty: they were
};

} // namespace telltale
