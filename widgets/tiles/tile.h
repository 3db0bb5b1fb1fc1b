#pragma once

#include "models/tile_data.h"

#include <QTimeZone>
#include <QWidget>

namespace telltale {

/// One figure of the plant: label, value with unit, what its kind draws of it, one line of meaning.
/// A new alarm frames it and a value that is not live hatches it - said in words as well. A kind of
/// tile (tile_table.cpp) says what is particular to it in the four virtual functions.
/// Thread  GUI. Paints by itself; setData() repaints. On walls it is drawn larger as a whole, by
///         its zoom; height beyond that is its curve's.
class Tile : public QWidget
{
    Q_OBJECT

public:
    explicit Tile(const QTimeZone &zone, QWidget *parent = nullptr);

    void setData(const TileData &tile, Timestamp now);
    void setZoom(double zoom); ///< 1.0: as the design has it
    const TileData &data() const { return m_data; }
    QString badge() const; ///< "NEW", "RETURNED", "STALE 2 min 44 s"; empty: live, quiet, by its own clock
    QString meaning() const; ///< the line at the bottom
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

    /// The value, from its full length to what finds room nearly anywhere.
    virtual QStringList valueForms() const;
    QString valueWords() const { return valueForms().front(); }
    virtual QString wholeWords() const; ///< of it, with all the digits it has
    virtual QString unitWords() const; ///< behind the value, small
    virtual QString liveMeaning() const = 0; ///< of a live value without an alarm
    /// Draws into `graph`; returns by how many pixels the meaning has to go down.
    virtual int paintGraph(QPainter &painter, const QRect &graph) const = 0;

    const QLocale &numbers() const { return m_locale; }
    QString clockText(Timestamp time) const;
    bool isLive() const { return m_data.health == TileData::Health::Live; }

private:
    QString withUnit(const QString &value) const;
    QString hint() const;
    QString alarmMeaning() const;
    QString unliveMeaning() const;
    QString trendWords() const;
    bool knowsAge() const;
    bool hasArrivalTime() const;
    void paintFrame(QPainter &painter, const QRect &whole) const;
    void paintHead(QPainter &painter, const QRect &inner) const;
    void paintValue(QPainter &painter, const QRect &inner) const;

    TileData m_data;
    double m_zoom = 1.0;
    Timestamp m_now {};
    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace telltale
