#include "widgets/common/confirm_question.h"

#include <QPushButton>

namespace telltale {

ConfirmQuestion::ConfirmQuestion(const QString &title, const QString &question, const QString &yes,
                                 QWidget *parent)
    : QMessageBox(QMessageBox::NoIcon, title, question, QMessageBox::Cancel, parent)
{
    setTextFormat(Qt::PlainText);
    setDefaultButton(QMessageBox::Cancel);
    setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *accept = addButton(yes, QMessageBox::AcceptRole);
    connect(accept, &QPushButton::clicked, this, &ConfirmQuestion::confirmed);
}

} // namespace telltale
