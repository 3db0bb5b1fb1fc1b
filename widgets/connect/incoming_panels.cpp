#include "widgets/connect/incoming_panels.h"

#include "widgets/common/theme.h"
#include "widgets/connect/speakers_panel.h"
#include "widgets/connect/speaking_assets_panel.h"
#include "widgets/connect/throughput_panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace telltale {
namespace {

constexpr int kSpeakersShare = 6; ///< of the width, as that of the layers above
constexpr int kThroughputShare = 5;

} // namespace

IncomingPanels::IncomingPanels(const Plant &plant, QWidget *parent)
    : QWidget(parent)
    , m_speakers(new SpeakersPanel(plant))
    , m_assets(new SpeakingAssetsPanel(plant))
    , m_throughput(new ThroughputPanel(plant))
{
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(Theme::kGap);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::kGap);
    left->addWidget(m_speakers, 1);
    left->addWidget(m_assets, 1);
    whole->addLayout(left, kSpeakersShare);
    whole->addWidget(m_throughput, kThroughputShare);
    setFocusProxy(m_speakers);
    connect(m_speakers, &SpeakersPanel::openRequested, this, &IncomingPanels::openRequested);
    connect(m_assets, &SpeakingAssetsPanel::openRequested, this, &IncomingPanels::openRequested);
    connect(m_speakers, &SpeakersPanel::shown, this, &IncomingPanels::showAssets);
    fit();
}

void IncomingPanels::setRoomy(bool isRoomy)
{
    if (isRoomy == m_isRoomy)
        return;
    m_isRoomy = isRoomy;
    showAssets();
}

bool IncomingPanels::isComplete() const
{
    return m_speakers->isComplete() && m_throughput->isComplete();
}

void IncomingPanels::frame(Timestamp now)
{
    m_speakers->count();
    m_throughput->frame(now);
}

void IncomingPanels::showStatus(const ConnectionStatus *connection, Timestamp now)
{
    m_speakers->frame(connection, now);
}

void IncomingPanels::show(const ConnectionStatus *connection)
{
    m_speakers->show(connection);
}

void IncomingPanels::showAssets()
{
    if (m_isRoomy)
        m_assets->show(m_speakers->census(), m_speakers->source(), m_speakers->area());
    fit();
}

/// The assets have what the areas do not need.
void IncomingPanels::fit()
{
    m_assets->setVisible(m_isRoomy);
    m_throughput->setVisible(m_isRoomy);
    m_speakers->setMaximumHeight(m_isRoomy ? m_speakers->wantedHeight() : QWIDGETSIZE_MAX);
}

} // namespace telltale
