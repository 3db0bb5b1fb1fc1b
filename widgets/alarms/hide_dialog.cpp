#include "widgets/alarms/hide_dialog.h"

#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/alarm_words.h"
#include "models/area_names.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr int kWidth = 480;
constexpr std::size_t kNamed = 4; ///< alarms that are named
constexpr double kMostMinutes = 1e6;

} // namespace

HideDialog::HideDialog(const Plant &plant, AlarmAction::Kind kind,
                       const std::vector<AlarmRow> &alarms, QWidget *parent)
    : FormDialog(
        plant, kind == AlarmAction::Kind::Shelve ? tr("Shelve") : tr("Take out of service"), parent)
    , m_kind(kind)
    , m_alarms(alarms)
    , m_longest(Hiding::longestShelf(alarms, plant.clock->now()))
{
    const int count = static_cast<int>(alarms.size());
    setWindowTitle(isShelf() ? tr("Shelve %n alarm(s)", nullptr, count)
                             : tr("Take %n alarm(s) out of service", nullptr, count));
    layOut(makeForm(), kWidth);
    m_reason->setFocus();
    check();
}

QWidget *HideDialog::makeForm()
{
    auto *page = new QWidget;
    m_form = new QFormLayout(page);
    FormFields::style(*m_form);
    m_form->addRow(tr("Alarm"), makeNames());
    m_reason = addLine(*m_form, tr("Reason"), QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("what the next shift must know of it"));
    if (isShelf())
        addShelf(*m_form);
    return page;
}

QLabel *HideDialog::makeNames() const
{
    QStringList names;
    for (const AlarmRow &alarm : m_alarms) {
        if (names.size() == static_cast<qsizetype>(kNamed)) {
            names << tr("and %n more", nullptr, static_cast<int>(m_alarms.size() - kNamed));
            break;
        }
        names << QStringLiteral("%1 · %2").arg(AlarmWords::title(alarm),
                                               pathName(*m_plant.tags, alarm.asset));
    }
    auto *label = new QLabel(names.join(QLatin1Char('\n')));
    label->setObjectName(QStringLiteral("alarms"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void HideDialog::addShelf(QFormLayout &form)
{
    m_end = new QComboBox;
    m_end->setObjectName(QStringLiteral("end"));
    for (const Hiding::Length &length : lengths())
        m_end->addItem(length.text);
    m_end->addItem(tr("another time"));
    form.addRow(tr("Until"), m_end);
    m_minutes = addLine(form, tr("Minutes"), QStringLiteral("minutes"));
    m_minutes->setAlignment(Qt::AlignRight);
    m_minutes->setMaximumWidth(Theme::instance().measure(120));
    m_ends = new QLabel;
    m_ends->setObjectName(QStringLiteral("second"));
    m_ends->setTextFormat(Qt::PlainText);
    form.addRow(QString(), m_ends);
    m_oneShot = new QCheckBox(tr("Ends earlier when the alarm returns to normal"));
    m_oneShot->setObjectName(QStringLiteral("oneShot"));
    form.addRow(QString(), m_oneShot);
    connect(m_end, &QComboBox::currentIndexChanged, this, &HideDialog::check);
}

/// As from now on: the shift ends when it ends, however long the form is open.
std::vector<Hiding::Length> HideDialog::lengths() const
{
    return Hiding::lengths(m_plant.clock->now(), m_plant.zone, m_plant.workspace->settings.shifts);
}

std::chrono::seconds HideDialog::length() const
{
    const std::vector<Hiding::Length> offered = lengths();
    const auto chosen = static_cast<std::size_t>(m_end->currentIndex());
    if (chosen < offered.size())
        return offered[chosen].time;
    const double minutes = FormFields::number(m_minutes->text()).value_or(-1.0);
    return std::chrono::seconds(std::llround(
        60.0 * std::clamp(std::isfinite(minutes) ? minutes : -1.0, -1.0, kMostMinutes)));
}

AlarmAction HideDialog::action() const
{
    AlarmAction action;
    action.kind = m_kind;
    for (const AlarmRow &alarm : m_alarms)
        action.alarms.emplace_back(alarm.id, alarm.occurrence);
    action.text = m_reason->text().trimmed().toStdString();
    if (isShelf()) {
        action.shelveFor = length();
        action.oneShot = m_oneShot->isChecked();
    }
    return action;
}

QString HideDialog::fault() const
{
    if (isShelf() && length() <= 0s)
        return tr("The minutes must be a number above 0.");
    if (isShelf() && length() > m_longest)
        return tr("At most %1: more is not allowed for these alarms.").arg(ageText(m_longest));
    if (m_reason->text().trimmed().isEmpty())
        return tr("A reason is needed: it stands in the list and in the journal.");
    return {};
}

void HideDialog::check()
{
    if (isShelf()) {
        const bool isOwn = m_end->currentIndex() == m_end->count() - 1;
        m_form->setRowVisible(m_minutes, isOwn);
        const Timestamp now = m_plant.clock->now();
        m_ends->setText(length() <= 0s
                            ? QString()
                            : tr("ends at %1").arg(timeText(now + length(), now, m_plant.zone)));
    }
    const QString wrong = fault();
    m_faults->setText(wrong);
    m_save->setEnabled(wrong.isEmpty());
    m_reason->setAccessibleDescription(wrong);
}

bool HideDialog::save()
{
    if (!fault().isEmpty())
        return false;
    Q_EMIT confirmed(action());
    accept();
    return true;
}

} // namespace telltale
