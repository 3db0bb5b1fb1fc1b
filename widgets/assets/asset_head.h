#pragma once

#include "models/asset_states.h"

#include <QWidget>

class QLabel;

namespace telltale {

/// The head of an asset page: where it is, its name, its worst alarm and how it runs.
/// Thread  GUI.
class AssetHead : public QWidget
{
    Q_OBJECT

public:
    explicit AssetHead(const std::string &path, QWidget *parent = nullptr);
    void setState(const AssetStates::Alarms &alarms, const AssetStates::Health &health);
    QString stateWord() const;

Q_SIGNALS:
    void openRequested(const QString &key); ///< of a level above

private:
    void applyTheme();
    void showMarker();
    QString breadcrumb() const;

    const std::string m_path;
    QLabel *m_crumb;
    QLabel *m_title;
    QLabel *m_marker;
    QLabel *m_state;
    AssetStates::Alarms m_alarms;
};

} // namespace telltale
