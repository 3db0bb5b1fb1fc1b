#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace telltale {

/// The look, in one place: colours by role, the type sizes and the measures of the house.
/// Switching is live: applyTo() sets style, palette and font, and changed() tells widgets that
/// paint by themselves.
/// Thread  GUI.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Light, Dark };
    enum class Role {
        Ground,
        Surface,
        Raised,
        Field,
        Line,
        Grid,
        Text,
        Second,
        Live,
        Band,
        Selection,
        Hatch
    };
    enum class Type {
        Axis,
        Label,
        Text,
        Strong,
        Title,
        Value
    }; ///< 11, 12, 13, 13/500, 20/500, 32 px

    static Theme &instance();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// 1.0; 2.0 is 200 % text. Measures below grow with it.
    void setTextScale(double scale);
    double textScale() const { return m_textScale; }
    /// Alarm markers; else they stand still and have other forms for what is new.
    void setBlinking(bool blinking);
    bool isBlinking() const { return m_isBlinking; }
    QColor color(Role role) const { return colorOf(m_mode, role); }
    QColor trace(int index) const { return traceOf(m_mode, index); } ///< 0-5, then again
    /// Of a mode that may be another than the window's: paper is light.
    static QColor colorOf(Mode mode, Role role);
    static QColor traceOf(Mode mode, int index);
    static QColor alarm(int priority); ///< 1-4
    QColor alarmOutline() const { return alarmOutlineOf(m_mode); }
    static QColor alarmOutlineOf(Mode mode);
    QFont font(Type type) const;
    int measure(int pixels) const; ///< a measure of the design, scaled with the text
    void applyTo(QApplication &application);

    static constexpr int kGrid = 8;
    static constexpr int kMargin = 16;
    static constexpr int kGap = 12;
    static constexpr int kBannerHeight = 44;
    static constexpr int kTabHeight = 36;
    static constexpr int kDockWidth = 288;
    static constexpr int kPanelHeader = 34;
    static constexpr int kTableRow = 30;
    static constexpr int kTableHeader = 26;
    static constexpr int kTreeRow = 26;
    static constexpr int kButtonHeight = 28;
    static constexpr int kStatusHeight = 26;
    static constexpr int kTileHeight = 150;
    static constexpr int kPanelRadius = 4;
    static constexpr int kControlRadius = 3;

Q_SIGNALS:
    void changed();

private:
    explicit Theme(QObject *parent = nullptr);
    Mode m_mode = Mode::Light;
    double m_textScale = 1.0;
    bool m_isBlinking = true;
    QApplication *m_application = nullptr;
};

/// `part` of `over` mixed into `under`, opaque.
QColor mixed(const QColor &under, const QColor &over, double part);
/// Of luminances, as WCAG 2 has it: 1 to 21.
double contrast(const QColor &one, const QColor &other);
/// `colour` with as much of `text` in it, `least` and more, as a line on `ground` needs: 3:1.
QColor standingOut(const QColor &colour, const QColor &ground, const QColor &text, double least);

} // namespace telltale
