#pragma once

#include "models/hiding.h"
#include "widgets/common/form_dialog.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace telltale {

/// Asks why alarms are to be shelved, and for how long, or taken out of service; says what stands
/// in the way while it is typed.
/// Thread  GUI.
class HideDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `kind`: Shelve or OutOfService.
    HideDialog(const Plant &plant, AlarmAction::Kind kind, const std::vector<AlarmRow> &alarms,
               QWidget *parent = nullptr);
    AlarmAction action() const; ///< as the fields stand

Q_SIGNALS:
    void confirmed(const telltale::AlarmAction &action); ///< and it closes

private:
    bool isShelf() const { return m_kind == AlarmAction::Kind::Shelve; }
    QWidget *makeForm();
    QLabel *makeNames() const;
    void addShelf(QFormLayout &form);
    std::vector<Hiding::Length> lengths() const;
    std::chrono::seconds length() const; ///< below zero: what is typed is no number
    QString fault() const;
    void check() override;
    bool save() override;

    const AlarmAction::Kind m_kind;
    const std::vector<AlarmRow> m_alarms;
    const std::chrono::seconds m_longest;
    QFormLayout *m_form = nullptr;
    QLineEdit *m_reason = nullptr;
    QComboBox *m_end = nullptr; ///< null: there is no end to choose, so the next three
    QLineEdit *m_minutes = nullptr;
    QLabel *m_ends = nullptr;
    QCheckBox *m_oneShot = nullptr;
};

} // namespace telltale
