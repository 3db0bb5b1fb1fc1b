#pragma once

#include "models/axis_scale.h"
#include "models/trend_window.h"
#include "widgets/trends/trend_legend.h"
#include "widgets/trends/trend_navigator.h"
#include "widgets/trends/trend_painter.h"

#include <QImage>
#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QPushButton;

namespace telltale {

/// Stacked charts over one time axis, one chart per unit. Painted by itself: the stored part of
/// each chart is kept as a picture and drawn anew only when its data, range or scale change. Where
/// the live range moves on, the picture is shifted and only what came in is drawn; on top come the
/// few newest samples and what keeps its place. (Qt Charts redraws every point of a series on each
/// change, which ten live charts cannot afford.)
/// Mouse   the wheel zooms at the pointer, drag pans, Shift+drag boxes; on an axis wheel and drag
///         zoom that axis. Double-click goes back, on a value axis it fits the values again.
/// Keys    arrows and Page keys pan, + and - zoom, Home and End, L live, N newest data, P
///         pause, X cursors, Backspace back (left to the window without a zoom to undo), Ctrl+C
///         copies.
/// Thread  GUI.
class TrendView : public QWidget
{
    Q_OBJECT

public:
    explicit TrendView(const Plant &plant, QWidget *parent = nullptr);

    void setTags(const std::vector<TagId> &tags);
    /// What a trace is called here; else by its tag.
    void setTitle(TagId tag, const QString &title);
    void setLimits(TagId tag, const std::vector<TrendLimit> &limits);
    void setBands(TagId tag, const std::vector<TrendBand> &bands);
    /// Without room for headers and units: for the small trend of a response panel.
    void setCompact(bool compact);
    TrendWindow &window() { return m_window; }
    const TrendWindow &window() const { return m_window; }
    TrendNavigator &navigator() { return m_navigator; }
    /// Shows the stretch of time, the scales and the cursors that `other` shows.
    void takeOver(const TrendView &other);
    /// Shows what was up to `time`, which is not the present: dates are said in full.
    void standAt(Timestamp time);
    void frame(Timestamp now);
    /// How a trace is named here: with its asset where there are several.
    QString traceTitle(std::size_t trace) const;
    QColor colourOf(std::size_t trace) const;
    bool isComplete() const { return m_window.isComplete(); }

    /// What the crosshair reads of every trace: "21:34:12: 78.1 °C · 184.9 m³/h"; empty without it.
    QString crosshairText() const;
    /// What is shown: "20:46 – 21:46 CET", with dates unless all of it is
    /// today, and with years unless all of it is this year.
    QString rangeText() const;
    /// The two cursors, earlier first, while they are set.
    std::optional<TimeRange> cursors() const;
    /// "Δ 2.1 · min 60.3 · max 64.2 · mean 62.0" of a trace between the two cursors; empty without.
    QString figuresText(std::size_t trace) const;
    /// All that is shown are texts, which have no line.
    bool hasOnlyTexts() const;
    /// Why there is nothing where a chart is hatched.
    std::vector<HistoryGap> gaps() const;
    /// Where no chart has data in what is shown: that, and of when the newest is; else empty.
    QString emptyText() const;
    /// To the newest data of the tags shown, wherever that is.
    void showNewest();
    /// Why there is a trace that could not be read, and what to do; else what else of the picture
    /// is said to be missing; empty: nothing is.
    QString troubleText() const;
    void setTrouble(const QString &trouble) { m_trouble = trouble; }
    /// Time and values of the crosshair, or the statistics of the cursors, as tab-separated text.
    QString copyText() const;
    std::size_t chartCount() const { return m_charts.size(); }
    /// Where the first chart draws, in pixels of this widget; empty without tags.
    QRectF plotRect() const { return m_charts.empty() ? QRectF() : m_charts.front().plot; }
    /// Height all charts want at least.
    int wantedHeight() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void crosshairMoved();
    void cursorsMoved();
    void viewChanged();
    /// Another wantedHeight(); it may be painting: connect queued.
    void heightWanted(int height);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int kRightMargin = 24;
    static constexpr int kTimeAxis = 24;
    static constexpr int kChartGap = 10;
    struct Chart
    {
        std::string key; ///< the same for the same chart
        QString unit;
        std::vector<std::size_t> traces; ///< indices into the window's
        std::vector<HistoryGap> gaps; ///< that all its traces share
        AxisScale scale;
        bool hasScale = false;
        bool isOnOff = false; ///< all its tags are two-valued: a low chart is enough
        bool isText = false; ///< there is nothing to draw but texts to read
        bool isEmpty = false; ///< all is loaded, and nothing was measured in what is shown
        TrendLegend legend;
        int legendLines = 1; ///< that it has room for
        QRectF header; ///< the room of its legend
        QRectF plot;
        QImage picture; ///< RGB32, as wide as this
        TimeRange shown; ///< in the picture
        bool isDirty = true;
    };
    struct ValueRange
    {
        double low = 0.0;
        double high = 0.0;
    };
    enum class Drag { None, Pan, Box, TimeAxis, ValueAxis, FirstCursor, SecondCursor };

    void group();
    void layOut();
    double legendRoom(const Chart &chart) const;
    TrendLegend legendOf(const Chart &chart) const;
    bool takeLegends(bool isAnew);
    void dataChanged();
    void movedOn();
    void liveTaken();
    void takeTicks();
    void findEmpty();
    void showEnd(Timestamp last, std::chrono::microseconds least);
    void placeToNewest();
    QRectF emptyRoom(const Chart &chart) const;
    QString emptyWords(const std::vector<std::size_t> &traces) const;
    /// Empty: they stand in another chart, or nowhere.
    QString emptyWords(const Chart &chart) const;
    std::vector<std::size_t> allTraces() const;
    std::optional<Timestamp> newest(const std::vector<std::size_t> &traces) const;
    bool isText(const TrendTrace &trace) const;
    QString textWords(const TrendTrace &trace) const;
    QString valueWords(const TrendTrace &trace) const;
    QString numberOf(const TrendTrace &trace, double value) const;
    void fit(Chart &chart);
    double chartGap() const; ///< half of it, above and below a plot, is for half a label
    std::optional<ValueRange> tracesExtent(const Chart &chart) const;
    void includeLimits(const Chart &chart, ValueRange &range);
    void refreshAll();
    void refresh(Chart &chart);
    bool shift(Chart &chart);
    QRect coveredBy(const Chart &chart) const;
    QRectF plotInPicture(const Chart &chart) const;
    void paintPicture(Chart &chart, const QRectF &part);
    QString copyFigures(TimeRange between) const;
    QString copyValues() const;
    void paintFixed(QPainter &painter, const Chart &chart);
    void paintText(QPainter &painter, const Chart &chart);
    void paintEmpty(QPainter &painter, const Chart &chart);
    void paintLive(QPainter &painter, const Chart &chart);
    void paintCrosshair(QPainter &painter);
    void paintTimeAxis(QPainter &painter);
    void paintLine(QPainter &painter, Timestamp at, const QColor &colour);
    Timestamp timeAt(double x) const;
    double plotX(Timestamp time) const;
    void toggleCursors();
    Drag dragFor(const QPointF &position, bool isBoxing);
    void dragTo(const QPointF &position);
    void zoomBox(const QPointF &end);
    bool goBack(); ///< false: there was nothing to go back to
    void goHome();
    const Chart *chartAt(const QPointF &position) const;
    /// The chart whose value axis is at `position`, or null.
    const Chart *valueAxisAt(const QPointF &position) const;
    AxisScale stretched(const AxisScale &scale, double factor, double anchor) const;
    /// As it will be painted next.
    const AxisScale &scaleOf(const Chart &chart) const;
    double valueAt(const Chart &chart, double y) const;

    const Plant &m_plant;
    TrendWindow m_window;
    TrendNavigator m_navigator;
    std::vector<Chart> m_charts;
    std::map<TagId, QString> m_titles;
    std::map<TagId, std::vector<TrendLimit>> m_limits;
    std::map<TagId, std::vector<TrendBand>> m_bands;
    std::vector<TimeTick> m_ticks;
    QPushButton *m_toNewest; ///< where no chart has data
    QString m_trouble; ///< of whoever adds to the traces
    double m_axisWidth = 0.0; ///< that labels asked for so far
    int m_wantedHeight = 0; ///< as it was told
    bool m_isCompact = false;
    bool m_isThen = false; ///< it stands at another moment than the present
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    TimeRange m_dragRange;
    bool m_hasDragged = false; ///< the pointer moved since the button was pressed
    std::string m_dragChart; ///< whose value axis is dragged
    AxisScale m_dragScale;
    std::optional<double> m_mouse; ///< x of the crosshair
    QPointF m_boxEnd;
    std::optional<Timestamp> m_firstCursor;
    std::optional<Timestamp> m_secondCursor;
};

} // namespace telltale
