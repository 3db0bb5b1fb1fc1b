#include "widgets/reports/report_dialog.h"

#include "widgets/common/confirm_question.h"
#include "widgets/common/error_words.h"
#include "widgets/common/form_fields.h"
#include "widgets/common/proposed_file.h"
#include "widgets/common/theme.h"
#include "widgets/common/zone_time_edit.h"

#include "models/gui_call.h"
#include "models/value_text.h"

#include "data/telemetry/clock.h"
#include "data/workspace/workspace.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace telltale {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLookEvery {100};
constexpr int kOneDay = 1; ///< index of the period that is offered first
constexpr int kWidth = 560;
constexpr QLatin1String kAssetPrefix("asset:");

/// Of a report of a page, without its ending.
QString nameOf(const QString &pageKey, const QDate &day)
{
    const bool isAsset = pageKey.startsWith(kAssetPrefix);
    return QStringLiteral("telltale %1 %2")
        .arg(isAsset ? pageKey.section(QLatin1Char('/'), -1) : QStringLiteral("overview"),
             day.toString(Qt::ISODate));
}

} // namespace

ReportDialog::ReportDialog(const Plant &plant, const QString &pageKey, QWidget *parent)
    : QDialog(parent)
    , m_plant(plant)
{
    setWindowTitle(tr("Report"));
    m_pool.setMaxThreadCount(1);
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &ReportDialog::showProgress);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kMargin, Theme::kMargin, Theme::kMargin, Theme::kMargin);
    column->setSpacing(Theme::kGap);
    m_form = makeForm(pageKey);
    m_bar = new QProgressBar;
    m_bar->setAccessibleName(tr("Tags that were read"));
    m_words = FormFields::makeFaults();
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_form);
    column->addWidget(m_bar);
    column->addWidget(m_words, 1);
    column->addWidget(makeButtons());
    setMinimumWidth(Theme::instance().measure(kWidth));
    choosePeriod();
    showState();
}

ReportDialog::~ReportDialog()
{
    if (m_progress)
        m_progress->cancel.cancel();
    m_pool.waitForDone();
}

QWidget *ReportDialog::makeForm(const QString &pageKey)
{
    auto *whole = new QWidget;
    auto *form = new QFormLayout(whole);
    FormFields::style(*form);
    m_what = new QComboBox;
    m_what->setObjectName(QStringLiteral("what"));
    if (pageKey.startsWith(kAssetPrefix))
        m_what->addItem(shownText(pageKey.mid(kAssetPrefix.size()).toStdString()), pageKey);
    m_what->addItem(tr("Overview"), QStringLiteral("overview"));
    m_period = new QComboBox;
    m_period->setObjectName(QStringLiteral("period"));
    m_period->addItem(tr("The last 8 hours"), 8);
    m_period->addItem(tr("The last 24 hours"), 24);
    m_period->addItem(tr("The last 7 days"), 7 * 24);
    m_period->addItem(tr("The last 30 days"), 30 * 24);
    m_period->addItem(tr("From and to as below"), 0);
    m_period->setCurrentIndex(kOneDay);
    m_from = makeTime(QStringLiteral("from"));
    m_to = makeTime(QStringLiteral("to"));
    m_file = new QLineEdit(proposedFile(nameOf(pageKey, QDate::currentDate())));
    m_file->setObjectName(QStringLiteral("file"));
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    auto *place = new QHBoxLayout;
    place->setSpacing(Theme::kGrid);
    place->addWidget(m_file, 1);
    place->addWidget(browse);
    form->addRow(tr("Report of"), m_what);
    form->addRow(tr("Period"), m_period);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(tr("PDF file"), place);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ReportDialog::choosePeriod);
    connect(m_file, &QLineEdit::textChanged, this, &ReportDialog::check);
    connect(browse, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    return whole;
}

ZoneTimeEdit *ReportDialog::makeTime(const QString &name)
{
    auto *field = new ZoneTimeEdit(m_plant.zone, name);
    connect(field, &QDateTimeEdit::dateTimeChanged, this, &ReportDialog::check);
    return field;
}

QWidget *ReportDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    m_openFolder = new QPushButton(tr("Open folder"));
    m_openFolder->setObjectName(QStringLiteral("openFolder"));
    m_openFolder->setAutoDefault(false);
    m_openFolder->hide();
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setAutoDefault(false);
    m_write = new QPushButton(tr("Write report"));
    m_write->setDefault(true);
    buttons->addWidget(m_openFolder);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    connect(m_write, &QPushButton::clicked, this, &ReportDialog::write);
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file()).absolutePath()));
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (isWriting())
            stop();
        else
            reject();
    });
    return row;
}

QString ReportDialog::file() const
{
    return m_file->text().trimmed();
}

void ReportDialog::choosePeriod()
{
    const int hours = m_period->currentData().toInt();
    m_from->setEnabled(hours == 0);
    m_to->setEnabled(hours == 0);
    if (hours == 0)
        return;
    const Timestamp now = m_plant.clock->now();
    m_from->setTimestamp(now - std::chrono::hours(hours));
    m_to->setTimestamp(now);
}

void ReportDialog::chooseFile()
{
    const QString chosen
        = QFileDialog::getSaveFileName(this, tr("Save report"), file(), tr("PDF files (*.pdf)"),
                                       nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_file->setText(chosen);
}

void ReportDialog::check()
{
    if (!m_write)
        return;
    const QString wrong = fault();
    m_write->setEnabled(wrong.isEmpty() && !isWriting());
    m_words->setText(wrong);
}

QString ReportDialog::fault() const
{
    if (m_to->timestamp() <= m_from->timestamp())
        return tr("The period ends before it begins.");
    if (file().isEmpty() || QFileInfo(file()).isDir())
        return tr("Say which file the report should be written to.");
    if (!QFileInfo(QFileInfo(file()).absolutePath()).isDir())
        return tr("The folder of that file does not exist.");
    return {};
}

ReportOptions ReportDialog::options() const
{
    ReportOptions options;
    options.name = m_what->currentData().toString().toStdString();
    options.range = {m_from->timestamp(), m_to->timestamp()};
    if (const int hours = m_period->currentData().toInt(); hours > 0)
        options.range = {m_plant.clock->now() - std::chrono::hours(hours), m_plant.clock->now()};
    options.zone = m_plant.zone;
    options.generatedAt = m_plant.clock->now();
    options.generatedBy = m_plant.user;
    options.locale = QLocale();
    return options;
}

/// What is there already is replaced only if a person says so.
void ReportDialog::write()
{
    if (isWriting() || !fault().isEmpty())
        return;
    if (!QFileInfo(file()).isFile())
        return start();
    auto *question
        = new ConfirmQuestion(tr("Replace file"),
                              tr("There is a file %1 already. Should the report replace it?")
                                  .arg(QDir::toNativeSeparators(file())),
                              tr("Replace"), this);
    connect(question, &ConfirmQuestion::confirmed, this, &ReportDialog::start);
    question->open();
}

void ReportDialog::start()
{
    m_progress = std::make_shared<ReportProgress>();
    const auto answer
        = onGuiThread<Written>(this, [this](const Written &written) { finish(written); });
    m_pool.start(
        [options = options(), folder = m_plant.dataFolder, tags = m_plant.tags,
         workspace = *m_plant.workspace,
         file = QFile::encodeName(QFileInfo(this->file()).absoluteFilePath()).toStdString(),
         progress = m_progress,
         answer] { answer(writeReport(options, folder, *tags, workspace, file, progress.get())); });
    m_look.start();
    showState();
    m_words->setText(tr("Reading the history …"));
}

void ReportDialog::stop()
{
    m_progress->cancel.cancel();
    showProgress();
}

/// What is being written is stopped first, which the window need not wait for.
void ReportDialog::reject()
{
    if (!isWriting())
        return QDialog::reject();
    m_isClosing = true;
    stop();
}

void ReportDialog::showProgress()
{
    if (!m_progress)
        return;
    const int total = m_progress->total;
    m_bar->setRange(0, total);
    m_bar->setValue(m_progress->done);
    if (m_progress->cancel.isCancelled())
        m_words->setText(tr("Stopping …"));
    else if (total > 0 && m_progress->done == total)
        m_words->setText(tr("Drawing …"));
}

void ReportDialog::finish(const Written &written)
{
    m_progress.reset();
    m_look.stop();
    showState();
    m_openFolder->setVisible(written.ok());
    m_words->setText(wordsOf(written));
    Q_EMIT finishedWriting(written.ok());
    if (std::exchange(m_isClosing, false) && !written.ok())
        QDialog::reject();
}

QString ReportDialog::wordsOf(const Written &written) const
{
    if (!written.ok() && written.error().code == Error::Code::Cancelled)
        return tr("Cancelled; nothing was written.");
    if (!written.ok())
        return ErrorWords::sentence(written.error());
    const QString words = tr("The report is in %1.").arg(QDir::toNativeSeparators(file()));
    if (written->empty())
        return words;
    return words + QLatin1Char(' ')
        + tr("%n damaged file(s) of the history could not be read in full: samples are missing "
             "in it. Its gaps name the files.",
             nullptr, static_cast<int>(written->size()));
}

void ReportDialog::showState()
{
    check();
    m_form->setEnabled(!isWriting());
    m_bar->setRange(0, 0);
    m_bar->setVisible(isWriting());
    m_openFolder->setVisible(false);
    m_cancel->setText(isWriting() ? tr("Cancel") : tr("Close"));
}

} // namespace telltale
