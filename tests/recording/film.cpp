#include "tests/recording/film.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QtTest>

#include <cstdio>

namespace telltale::recording {
namespace {

constexpr int kSettleMs = 700; ///< blinking, batched rows and replies of other threads

} // namespace

Film::Film(QWidget &window, const QDir &folder, QString look)
    : m_window(window)
    , m_folder(folder)
    , m_look(std::move(look))
{ }

void Film::begin(const QString &scene)
{
    m_scene = scene;
    m_number = 0;
}

bool Film::take()
{
    QTest::qWait(kSettleMs);
    QImage picture(m_window.size(), QImage::Format_RGB32);
    m_window.render(&picture);
    if (QWidget &shown = front(); &shown != &m_window) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90)); // what it keeps the keys from
        const QPoint place((picture.width() - shown.width()) / 2,
                           std::max(0, (picture.height() - shown.height()) / 2));
        painter.drawPixmap(place, shown.grab());
    }
    const QString name = QStringLiteral("%1-%2-%3.png").arg(m_scene).arg(++m_number).arg(m_look);
    if (picture.save(m_folder.filePath(name)))
        return true;
    std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(m_folder.filePath(name)));
    return false;
}

bool Film::waitFor(const char *what, const std::function<bool()> &isSo,
                   std::chrono::seconds patience)
{
    QElapsedTimer waited;
    waited.start();
    while (!isSo()) {
        if (waited.elapsed() > std::chrono::milliseconds(patience).count()) {
            std::fprintf(stderr, "%s: not in %lld s\n", what,
                         static_cast<long long>(patience.count()));
            return false;
        }
        QTest::qWait(20);
    }
    return true;
}

QWidget &Film::front() const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (qobject_cast<QDialog *>(top) && top->isVisible())
            return *top;
    }
    return m_window;
}

void Film::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *at = front().focusWidget();
    QTest::keyClick(at ? at : &front(), key, modifiers);
}

void Film::type(const QString &text)
{
    QWidget *at = front().focusWidget();
    QTest::keyClicks(at ? at : &front(), text);
}

} // namespace telltale::recording
