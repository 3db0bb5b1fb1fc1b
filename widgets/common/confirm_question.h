#pragma once

#include <QMessageBox>

namespace telltale {

/// Asks before something is removed or replaced; Enter means no. Without Qt's icon,
/// whose colours are of no theme.
/// Thread  GUI. Deletes itself once it is answered.
class ConfirmQuestion : public QMessageBox
{
    Q_OBJECT

public:
    /// `yes`: the words of the button that does it.
    ConfirmQuestion(const QString &title, const QString &question, const QString &yes,
                    QWidget *parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace telltale
