#pragma once

#include "models/plant.h"

#include "data/telemetry/timestamp.h"

#include <QString>
#include <QWidget>

namespace telltale {

/// A place in the window: a tab. Named by a key: `overview`, `alarms`, `connections`,
/// `asset:PATH`, `trend:TAG[,TAG…]`, `status`, `key-figures`, `handover`.
/// Thread  GUI. frame() is called up to 30 times a second while the page is visible, and must cost
///         nothing when nothing changed.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const Plant &plant, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_plant(plant)
    { }

    virtual QString key() const = 0;
    virtual QString title() const = 0;
    virtual void frame(Timestamp now) = 0;
    /// Everything the page asked for has arrived: a picture of it would be complete.
    virtual bool isComplete() const = 0;
    /// Brings a part of the page forward; asked for as `key#part`. Empty: what people come for.
    virtual void showPart(const QString &part) { Q_UNUSED(part) }
    /// A person asks for it on paper. False: it has no paper of its own, a report is made of it.
    virtual bool askForPaper() { return false; }
    /// Is looked at as `before` was: this page as it was built for another text size or language.
    virtual void takeOver(const Page &before) { Q_UNUSED(before) }
    /// Stand still at `time` instead of following the clock (for `shot --at` and reports).
    virtual void standAt(Timestamp time) { Q_UNUSED(time) }

Q_SIGNALS:
    void openRequested(const QString &key);
    void titleChanged();
    /// What it shows makes it another place; key() is still the old one.
    void keyChanging(const QString &next);
    /// A report of what the page shows, asked for by a person.
    void reportRequested(const QString &pageKey);

protected:
    const Plant &m_plant;
};

} // namespace telltale
