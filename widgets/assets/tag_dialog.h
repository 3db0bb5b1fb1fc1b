#pragma once

#include "models/plant.h"

#include "data/telemetry/tag.h"

#include <QDialog>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace telltale {

/// Names and describes one tag: name, unit, normal range, digits. Kept in the workspace.
/// Thread  GUI.
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    TagDialog(const Plant &plant, TagId tag, QWidget *parent = nullptr);
    /// As the fields stand; empty if they cannot be meant so, with the reason shown.
    std::optional<TagInfo> description() const;

private:
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &name);
    void check();
    void save();

    const Plant &m_plant;
    const TagInfo m_start;
    QLineEdit *m_name;
    QLineEdit *m_unit;
    QLineEdit *m_low;
    QLineEdit *m_high;
    QSpinBox *m_decimals;
    QLabel *m_faults;
    QPushButton *m_save;
};

} // namespace telltale
