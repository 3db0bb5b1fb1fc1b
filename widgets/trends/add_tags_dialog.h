#pragma once

#include "widgets/common/form_dialog.h"

#include "models/trend_choice.h"

namespace telltale {

/// Asks for tags by path or pattern, as rules and the command line take them; says as it is typed
/// when there are none, or more than a trend holds.
/// Thread  GUI.
class AddTagsDialog : public FormDialog
{
    Q_OBJECT

public:
    AddTagsDialog(const Plant &plant, const QStringList &shown, QWidget *parent = nullptr);
    /// What is said of tags that find no room in a trend.
    static QString roomWords(int leftOut);

Q_SIGNALS:
    void chosen(const QStringList &paths);

private:
    QWidget *makeForm();
    void check() override;
    bool save() override;

    const QStringList m_shown;
    TrendChoice m_choice;
    QLineEdit *m_path = nullptr;
};

} // namespace telltale
