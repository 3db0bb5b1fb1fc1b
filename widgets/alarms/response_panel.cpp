#include "widgets/alarms/response_panel.h"

#include "widgets/alarms/alarm_trend.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/theme.h"

#include "models/alarm_words.h"
#include "models/hiding.h"
#include "models/rule_draft.h"
#include "models/trend_key.h"
#include "models/value_text.h"

#include "data/telemetry/tag_registry.h"
#include "data/workspace/workspace.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace telltale {
namespace {

constexpr int kHeight = 184;
constexpr int kTrendWidth = 320;
constexpr int kLeastWords = 160;
constexpr int kTimeRow = 5;
constexpr int kAdviceRow = 6;

QString orNotStated(const QString &text)
{
    return text.isEmpty() ? ResponsePanel::tr("not stated in the rule") : text;
}

} // namespace

ResponsePanel::ResponsePanel(const Plant &plant, QWidget *parent)
    : QFrame(parent)
    , m_plant(plant)
    , m_lines(new QGridLayout(this))
    , m_buttons(new QHBoxLayout)
    , m_trend(new AlarmTrend(plant))
    , m_title(new ElidedLabel)
    , m_place(new ElidedLabel)
    , m_advice(new QWidget)
    , m_adviceWords(new QLabel)
{
    setAccessibleName(tr("What the selected alarm asks for"));
    setMinimumHeight(Theme::instance().measure(kHeight));
    m_lines->setContentsMargins(14, 12, 14, 12);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(4);
    m_title->setFont(Theme::instance().font(Theme::Type::Strong));
    m_place->setObjectName(QStringLiteral("second"));
    m_lines->addWidget(m_title, 0, 0, 1, 2);
    m_lines->addWidget(m_place, 1, 0, 1, 3);
    m_cause = addLine(tr("Cause"), 2);
    m_consequence = addLine(tr("If nothing is done"), 3);
    m_action = addLine(tr("Do", "what the operator does about an alarm"), 4);
    m_timeLeft = addLine(tr("Time left"), kTimeRow);
    m_timeHeading = qobject_cast<QLabel *>(m_lines->itemAtPosition(kTimeRow, 0)->widget());
    addButtons();
    addAdvice();
    m_lines->setColumnStretch(1, 4);
    m_lines->setRowStretch(kAdviceRow + 1, 1);
    m_trend->setMinimumWidth(Theme::instance().measure(kTrendWidth));
    m_lines->addWidget(m_trend, 0, 3, kAdviceRow + 2, 1);
    connect(m_trend, &AlarmTrend::openRequested, this, &ResponsePanel::openTrend);
}

void ResponsePanel::addButtons()
{
    m_buttons->setSpacing(Theme::kGrid);
    const auto add = [&](const QString &text, void (ResponsePanel::*slot)()) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
        if (slot)
            connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_reset = add(tr("Reset  L"), nullptr);
    m_tagButtons = {add(tr("Asset"), &ResponsePanel::openAsset),
                    add(tr("Trend"), &ResponsePanel::openTrend)};
    add(tr("Comment…  C"), &ResponsePanel::commentRequested);
    m_lines->addLayout(m_buttons, 0, 2);
}

void ResponsePanel::addAdvice()
{
    auto *line = new QHBoxLayout(m_advice);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::kGrid);
    m_adviceWords->setObjectName(QStringLiteral("advice"));
    m_adviceWords->setTextFormat(Qt::PlainText);
    m_adviceWords->setWordWrap(true);
    m_adviceWords->setMinimumWidth(Theme::instance().measure(kLeastWords));
    line->addWidget(m_adviceWords, 1);
    m_shelve = addAdviceButton(tr("Shelve…"));
    m_slower = addAdviceButton(tr("Longer delays…"));
    m_editRule = addAdviceButton(tr("Edit rule…"));
    m_lines->addWidget(m_advice, kAdviceRow, 0, 1, 3);
    connect(m_editRule, &QPushButton::clicked, this, [this] {
        if (m_alarm)
            Q_EMIT ruleRequested(AlarmWords::rule(*m_alarm));
    });
    connect(m_slower, &QPushButton::clicked, this, [this] {
        if (m_alarm)
            Q_EMIT delaysRequested(AlarmWords::rule(*m_alarm),
                                   QString::fromStdString(m_alarm->tag));
    });
}

QPushButton *ResponsePanel::addAdviceButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    m_advice->layout()->addWidget(button);
    m_advice->layout()->setAlignment(button, Qt::AlignTop);
    return button;
}

void ResponsePanel::offerShelving(QAction &shelve)
{
    offer(m_shelve, shelve);
}

void ResponsePanel::offerReset(QAction &reset)
{
    offer(m_reset, reset);
}

void ResponsePanel::offer(QPushButton *button, QAction &action)
{
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    const auto follow = [button, &action] {
        button->setEnabled(action.isEnabled());
        button->setToolTip(tooltipText(action.statusTip()));
    };
    connect(&action, &QAction::changed, button, follow);
    follow();
}

/// The alarms the program brings along have no rule that could be edited.
void ResponsePanel::showAdvice()
{
    const AlarmRule *rule = findRule(m_plant.workspace->rules, ruleOfAlarm(m_alarm->id));
    const QStringList missing = rule ? RuleDraft::missing(*rule) : QStringList();
    QStringList words;
    if (m_alarm->chattering)
        words << tr("It is %1: shelve it for a time, or let its rule wait longer.")
                     .arg(AlarmWords::chattering(*m_alarm));
    if (!missing.isEmpty())
        words << tr("Not rationalised. The rule does not state: %1")
                     .arg(missing.join(QStringLiteral(", ")));
    m_shelve->setVisible(m_alarm->chattering);
    m_slower->setVisible(m_alarm->chattering && rule);
    m_editRule->setVisible(!missing.isEmpty());
    m_adviceWords->setText(words.join(QLatin1Char('\n')));
    m_advice->setVisible(!words.isEmpty());
}

void ResponsePanel::addHideMenu(const QList<QAction *> &actions)
{
    auto *button = new QPushButton(tr("Hide", "keep an alarm from the list"));
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Shelve, unshelve, out of service, return to service"));
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    menu->addActions(actions);
    button->setMenu(menu);
    m_buttons->addWidget(button);
}

void ResponsePanel::openAsset()
{
    if (m_alarm && !m_alarm->isSystem && !m_alarm->asset.empty())
        Q_EMIT openRequested(QStringLiteral("asset:") + QString::fromStdString(m_alarm->asset));
}

void ResponsePanel::openTrend()
{
    if (m_alarm && !m_alarm->tag.empty())
        Q_EMIT openRequested(TrendKey::of(m_alarm->tag)
                             + QStringLiteral("#%1min").arg(AlarmTrend::kSpan.count()));
}

QLabel *ResponsePanel::addLine(const QString &heading, int row)
{
    auto *name = new QLabel(heading);
    name->setObjectName(QStringLiteral("second"));
    auto *text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(Theme::instance().measure(kLeastWords)); // whatever the words
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(heading);
    m_lines->addWidget(name, row, 0, Qt::AlignTop);
    m_lines->addWidget(text, row, 1, 1, 2);
    return text;
}

void ResponsePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveWay();
}

/// Where both do not fit, the words have the room.
void ResponsePanel::giveWay()
{
    const bool isShown = m_hasTrend && width() >= minimumSizeHint().width() + trendWidth();
    m_trend->setVisible(isShown);
    m_lines->setColumnStretch(3, isShown ? 3 : 0);
}

QSize ResponsePanel::minimumSizeHint() const
{
    const QSize whole = QFrame::minimumSizeHint();
    return {whole.width() - (m_trend->isHidden() ? 0 : trendWidth()), whole.height()};
}

int ResponsePanel::trendWidth() const
{
    return m_trend->minimumWidth() + m_lines->horizontalSpacing();
}

void ResponsePanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::instance().color(Theme::Role::Line));
}

void ResponsePanel::setAlarm(const AlarmRow *alarm)
{
    setVisible(alarm != nullptr);
    m_alarm = alarm ? std::optional(*alarm) : std::nullopt;
    if (!alarm)
        return;
    for (QWidget *button : m_tagButtons)
        button->setVisible(!alarm->tag.empty());
    m_reset->setVisible(alarm->state == AlarmState::LatchedUnacked
                        || alarm->state == AlarmState::LatchedAcked);
    m_title->setText(AlarmWords::title(*alarm));
    QStringList place {AlarmWords::noData(*alarm),
                       shownText(alarm->isSystem ? alarm->asset : alarm->tag)};
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(" · "))); // of a long line the end may be cut
    m_cause->setText(orNotStated(AlarmWords::cause(*alarm)));
    m_consequence->setText(orNotStated(AlarmWords::consequence(*alarm)));
    m_action->setText(orNotStated(AlarmWords::action(*alarm)));
    showAdvice();
    m_hasTrend = m_plant.tags->find(alarm->tag).isValid(); // first: showing it may lay this out
    m_trend->setAlarm(*alarm);
    giveWay();
}

void ResponsePanel::frame(Timestamp now)
{
    if (!m_alarm)
        return;
    showTime(now);
    m_trend->frame(now);
}

bool ResponsePanel::isComplete() const
{
    return !m_alarm || m_trend->isComplete();
}

QString ResponsePanel::timeLeft() const
{
    return m_timeLeft->text();
}

void ResponsePanel::showTime(Timestamp now)
{
    const bool isHidden = m_alarm->state >= AlarmState::Shelved;
    const QString heading = isHidden ? Hiding::kind(m_alarm->state) : tr("Time left");
    const QString words
        = isHidden ? Hiding::sentence(*m_alarm, now, m_plant.zone) : timeLeftWords(now);
    if (m_timeHeading->text() != heading) {
        m_timeHeading->setText(heading);
        m_timeLeft->setAccessibleName(heading);
    }
    if (m_timeLeft->text() != words)
        m_timeLeft->setText(words);
}

QString ResponsePanel::timeLeftWords(Timestamp now) const
{
    const QString words = AlarmWords::timeLeft(*m_alarm, now);
    if (m_alarm->respondWithinSeconds <= 0.0)
        return tr("not stated in the rule");
    if (!telltale::timeLeft(*m_alarm, now))
        return words;
    const std::chrono::microseconds within(std::llround(m_alarm->respondWithinSeconds * 1e6));
    //: %1 time left, %2 time to respond that the rule states
    return tr("%1 (of %2)").arg(words, ageText(within));
}

} // namespace telltale
