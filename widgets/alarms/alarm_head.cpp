#include "widgets/alarms/alarm_head.h"

#include "widgets/common/segment_bar.h"
#include "widgets/common/theme.h"

#include "models/value_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace telltale {

AlarmHead::AlarmHead(QWidget *parent)
    : HeadRow(parent)
    , m_segments(new SegmentBar(tr("Parts of the alarm page")))
    , m_filter(new QLineEdit)
    , m_journalFilter(new QLineEdit)
    , m_areas(new QPushButton)
{
    auto *title = new QLabel(tr("Alarms"));
    title->setFont(Theme::instance().font(Theme::Type::Title));
    start()->addWidget(title);
    m_segments->wrapLines();
    start()->addWidget(m_segments, 1);
    keepWords(); // the counts of what is hidden stand at the ends of its words
    m_areas->setAccessibleName(tr("Area"));
    m_areas->setAutoDefault(false);
    m_areas->setMenu(new QMenu(m_areas));
    setAreas({});
    addFilter(m_filter, tr("Filter alarms"));
    addFilter(m_journalFilter, tr("Search the journal"));
    m_journalFilter->hide();
    end()->addWidget(m_areas);
    m_listControls = {m_areas, addButton(tr("Silence  S"), &AlarmHead::silence),
                      addButton(tr("Acknowledge visible"), &AlarmHead::acknowledgeVisible)};
    QPushButton *acknowledge = addButton(tr("Acknowledge  Space"), &AlarmHead::acknowledge);
    acknowledge->setObjectName(QStringLiteral("primary"));
    m_listControls << acknowledge;
}

void AlarmHead::addFilter(QLineEdit *filter, const QString &words)
{
    filter->setPlaceholderText(words);
    filter->setAccessibleName(words);
    filter->setClearButtonEnabled(true);
    filter->setMaximumWidth(Theme::instance().measure(200));
    filter->setMinimumWidth(Theme::instance().measure(90));
    end()->addWidget(filter, 1);
}

QPushButton *AlarmHead::addButton(const QString &text, void (AlarmHead::*signal)())
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    end()->addWidget(button);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void AlarmHead::setCounts(std::size_t active, std::size_t returned)
{
    m_active = returned == 0 ? tr("Active %1").arg(active)
                             : tr("Active %1 · returned %2").arg(active).arg(returned);
    showSegments();
}

void AlarmHead::setHiddenCounts(std::uint32_t shelved, std::uint32_t suppressed,
                                std::uint32_t outOfService)
{
    m_hidden = {tr("Shelved %1").arg(shelved), tr("Suppressed %1").arg(suppressed),
                tr("Out of service %1").arg(outOfService)};
    showSegments();
}

/// In the order of AlarmPage::Segment, once all of them are known.
void AlarmHead::showSegments()
{
    if (!m_hidden.isEmpty())
        m_segments->setSegments(QStringList {m_active} + m_hidden
                                + QStringList {tr("Journal"), tr("Rules")});
}

void AlarmHead::setAreas(const QStringList &paths)
{
    QMenu *menu = m_areas->menu();
    menu->clear();
    menu->addAction(tr("All areas"), this, [this] { chooseArea({}); });
    for (const QString &path : paths)
        menu->addAction(buttonText(shownText(path.toStdString())), this,
                        [this, path] { chooseArea(path); });
    if (!paths.contains(m_area))
        chooseArea({});
}

void AlarmHead::chooseArea(const QString &path)
{
    m_area = path;
    const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
    m_areas->setText(path.isEmpty() ? tr("All areas") : buttonText(shownText(name.toStdString())));
    Q_EMIT areaChosen(path);
}

void AlarmHead::showControls(bool hasList, QLineEdit *shown)
{
    const bool hadKeys = m_filter->hasFocus() || m_journalFilter->hasFocus();
    for (QLineEdit *filter : {m_filter, m_journalFilter})
        filter->setVisible(filter == shown);
    if (hadKeys && shown)
        shown->setFocus();
    for (QWidget *control : m_listControls)
        control->setVisible(hasList);
}

} // namespace telltale
