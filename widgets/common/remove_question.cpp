#include "widgets/common/remove_question.h"

#include <QPushButton>

namespace telltale {

RemoveQuestion::RemoveQuestion(const QString &title, const QString &question, QWidget *parent)
    : QMessageBox(QMessageBox::Question, title, question, QMessageBox::Cancel, parent)
{
    setTextFormat(Qt::PlainText);
    setDefaultButton(QMessageBox::Cancel);
    setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *remove = addButton(tr("Remove"), QMessageBox::AcceptRole);
    connect(remove, &QPushButton::clicked, this, &RemoveQuestion::confirmed);
}

} // namespace telltale
