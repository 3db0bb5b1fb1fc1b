#pragma once

#include "models/plant.h"

#include "data/telemetry/result.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace telltale {

/// A dialog of fields, with what is wrong with them under them, Cancel, and a button that saves.
/// Thread  GUI.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    /// What became of what was to be saved: it closes, or says why not and goes on.
    void showSaved(const Outcome &saved);
    /// It was not saved, in these words.
    void showRefused(const QString &words);

protected:
    FormDialog(const Plant &plant, const QString &saveText, QWidget *parent);

    /// `content` above the faults and the buttons; `width` at 100 % zoom.
    void layOut(QWidget *content, int width);
    /// Two forms side by side where there is room, as content.
    static QWidget *beside(QWidget *left, QWidget *right);
    /// Whatever is typed there is checked.
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &name);
    /// Offers the tags whose path contains what is typed.
    void completeTags(QLineEdit &field);

    virtual void check() = 0; ///< says what is wrong, or lets save
    /// showSaved() answers, later; false: what is typed cannot be saved.
    virtual bool save() = 0;

    const Plant &m_plant;
    QLabel *const m_faults;
    QPushButton *const m_save;

private:
    QSize roomOnScreen() const;
    void beginSaving();
    void giveKeysBack(); ///< to the window it was opened from

    bool m_isSaving = false;
};

} // namespace telltale
