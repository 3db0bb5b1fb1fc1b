#pragma once

#include "widgets/common/form_dialog.h"

#include "data/telemetry/tag.h"

#include <optional>

class QLineEdit;
class QSpinBox;

namespace telltale {

/// Names and describes one tag: name, unit, normal range, digits. Kept in the workspace.
/// Thread  GUI.
class TagDialog : public FormDialog
{
    Q_OBJECT

public:
    TagDialog(const Plant &plant, TagId tag, QWidget *parent = nullptr);
    /// As the fields stand; empty if they cannot be meant so, with the reason shown.
    std::optional<TagInfo> description() const;

private:
    QWidget *makeForm();
    void check() override;
    bool save() override;

    const TagInfo m_start;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_unit = nullptr;
    QLineEdit *m_low = nullptr;
    QLineEdit *m_high = nullptr;
    QSpinBox *m_decimals;
};

} // namespace telltale
