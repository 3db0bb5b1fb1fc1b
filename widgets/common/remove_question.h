#pragma once

#include <QMessageBox>

namespace telltale {

/// Asks before something is removed; Enter means no.
/// Thread  GUI. Deletes itself once it is answered.
class RemoveQuestion : public QMessageBox
{
    Q_OBJECT

public:
    RemoveQuestion(const QString &title, const QString &question, QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace telltale
