#pragma once

#include "widgets/reports/report_writer.h"

#include "models/plant.h"

#include <QDialog>
#include <QThreadPool>
#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace telltale {

class ZoneTimeEdit;

/// Asks what should be reported, of when and where to, and writes it while the window stays free.
/// Thread  GUI; reading and drawing happen on a thread of its own, which the destructor stops.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `pageKey`: the page it was asked for on; `asset:PATH` is offered first.
    ReportDialog(const Plant &plant, const QString &pageKey, QWidget *parent = nullptr);
    ~ReportDialog() override;

    QString file() const;
    bool isWriting() const { return m_progress != nullptr; }
    /// While it writes it stops that, and closes when it has stopped.
    void reject() override;

Q_SIGNALS:
    /// A report was written, refused or cancelled.
    void finishedWriting(bool isWritten);

private:
    using Written = Result<ReportDamages>;

    QWidget *makeForm(const QString &pageKey);
    QWidget *makeButtons();
    ZoneTimeEdit *makeTime(const QString &name);
    void choosePeriod();
    void chooseFile();
    void check();
    QString fault() const;
    ReportOptions options() const;
    void write();
    void start();
    void stop();
    void showProgress();
    void finish(const Written &written);
    QString wordsOf(const Written &written) const;
    void showState();

    const Plant &m_plant;
    QComboBox *m_what = nullptr;
    QComboBox *m_period = nullptr;
    ZoneTimeEdit *m_from = nullptr;
    ZoneTimeEdit *m_to = nullptr;
    QLineEdit *m_file = nullptr;
    QWidget *m_form = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_openFolder = nullptr;
    QTimer m_look; ///< at the progress
    QThreadPool m_pool; ///< one thread
    std::shared_ptr<ReportProgress> m_progress; ///< while it is written
    bool m_isClosing = false; ///< as soon as it has stopped
};

} // namespace telltale
