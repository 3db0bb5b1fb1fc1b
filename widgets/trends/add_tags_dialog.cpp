#include "widgets/trends/add_tags_dialog.h"

#include "widgets/common/form_fields.h"

#include "data/telemetry/path_pattern.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace telltale {
namespace {

constexpr int kWidth = 560;

} // namespace

AddTagsDialog::AddTagsDialog(const Plant &plant, const QStringList &shown, QWidget *parent)
    : FormDialog(plant, tr("Add"), parent)
    , m_shown(shown)
{
    setWindowTitle(tr("Add tags"));
    layOut(makeForm(), kWidth);
    check();
}

QWidget *AddTagsDialog::makeForm()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    m_path = addLine(*form, tr("Path"), QStringLiteral("path"));
    completeTags(*m_path);
    auto *hint = new QLabel(tr("the path of a tag; * is any within a level, ** across levels"));
    hint->setObjectName(QStringLiteral("second"));
    form->addRow(QString(), hint);
    return page;
}

QString AddTagsDialog::roomWords(int leftOut)
{
    return tr("%n of these tag(s) find(s) no room: a trend holds at most %1.", nullptr, leftOut)
        .arg(TrendChoice::kMost);
}

void AddTagsDialog::check()
{
    const std::string pattern = m_path->text().trimmed().toStdString();
    const std::vector<TagId> tags = matchingTags(*m_plant.tags, PathPattern(pattern));
    m_choice = TrendChoice::of(*m_plant.tags, tags, m_shown);
    m_save->setEnabled(!m_choice.added.isEmpty());
    if (pattern.empty())
        m_faults->clear();
    else if (tags.empty())
        m_faults->setText(tr("No tag fits this."));
    else if (m_choice.leftOut > 0)
        m_faults->setText(roomWords(m_choice.leftOut));
    else
        m_faults->setText(m_choice.added.isEmpty() ? tr("The trend shows all of these already.")
                                                   : QString());
}

bool AddTagsDialog::save()
{
    Q_EMIT chosen(m_choice.added);
    showSaved({});
    return true;
}

} // namespace telltale
