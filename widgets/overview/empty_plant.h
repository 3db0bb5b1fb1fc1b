#pragma once

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace telltale {

struct ConnectionStatus;
struct PlantStatus;

/// The overview of a plant nothing has come from: what it waits for, and what to do next.
/// Thread  GUI.
class EmptyPlant : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPlant(const Plant &plant, QWidget *parent = nullptr);
    void setStatus(const PlantStatus &status, Timestamp now);

Q_SIGNALS:
    void openRequested(const QString &key);

private:
    QPushButton *addButton(const QString &text, const QString &key);
    void say(const QString &title, const QString &hint);
    void sayAnswer(const ConnectionConfig &connection);
    void sayConnection(const ConnectionStatus &connection, Timestamp now);
    void sayNoConnection(const PlantStatus &status);
    void applyTheme();

    const Plant &m_plant;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_connect;
    QPushButton *m_demo;
    QPushButton *m_connections;
};

} // namespace telltale
