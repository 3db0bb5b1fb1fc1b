#pragma once

#include "models/tile_data.h"

#include <QTimeZone>
#include <QWidget>

namespace telltale {

/// One figure of the plant: label, value with unit, curve with the normal range, one line of
/// meaning. A new alarm frames it and a value that is not live hatches it - said in words as well.
/// Thread  GUI. Paints by itself; setData() repaints.
class KpiTile : public QWidget
{
    Q_OBJECT

public:
    explicit KpiTile(const QTimeZone &zone, QWidget *parent = nullptr);

    void setData(const TileData &tile, Timestamp now);
    const TileData &data() const { return m_data; }
    QString badge() const; ///< "NEW", "STALE 2 min 44 s"; empty: live and quiet
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

private:
    QString valueWords() const;
    QString plainValue() const; ///< value and unit, to copy
    QString signedText(double value) const;
    QString alarmMeaning() const;
    QString clockText(Timestamp time) const;
    bool isHatched() const;
    void paintFrame(QPainter &painter) const;
    void paintHead(QPainter &painter, const QRect &inner) const;
    void paintValue(QPainter &painter, const QRect &inner) const;
    void paintTarget(QPainter &painter, const QRect &bar) const;

    TileData m_data;
    Timestamp m_now {};
    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace telltale
