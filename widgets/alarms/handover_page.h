#pragma once

#include "widgets/common/page.h"

#include "models/handover_table.h"
#include "models/job_thread.h"
#include "models/passing_text.h"

#include <QElapsedTimer>

#include <array>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace telltale {

class HeadRow;
class DataTable;
class HandoverPartView;
class HandoverTiles;
class JournalJob;
class SegmentBar;

/// Page `handover`: what a shift hands over to the next, with notes, and on paper.
/// Thread  GUI; reading and drawing happen on threads of their own.
class HandoverPage : public Page
{
    Q_OBJECT

public:
    explicit HandoverPage(const Plant &plant, QWidget *parent = nullptr);
    ~HandoverPage() override;

    QString key() const override { return QStringLiteral("handover"); }
    QString title() const override;
    void frame(Timestamp now) override;
    bool isComplete() const override { return m_isGathered; }
    bool askForPaper() override;
    void takeOver(const Page &before) override; ///< shift and part
    void standAt(Timestamp time) override;

    void showPart(HandoverPart part);
    using Page::showPart;
    TimeRange shift() const { return m_shift; }
    DataTable &table(HandoverPart part) const;
    void writeNote();
    /// Writes it as a PDF, as it is shown; says on the page what became of it. One at a time: while
    /// one is written another is not begun.
    void writeTo(const QString &file);

Q_SIGNALS:
    void written(bool ok);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeParts();
    QPushButton *addButton(HeadRow &head, const QString &text, void (HandoverPage::*slot)());
    void showEarlier();
    void showLater();
    void choose(Timestamp inShift);
    bool isDue() const; ///< to be gathered again
    Timestamp now() const; ///< that it is shown for
    void gather(Timestamp now);
    void take(const Result<Handover> &gathered);
    void showHandover();
    void showButtons(Timestamp now);
    void chooseFile();
    void say(const QString &words);
    void showSaid(Timestamp now);
    HandoverTable words() const;

    JournalJob *m_job;
    JobThread m_writer;
    const std::shared_ptr<CancelFlag> m_cancel = std::make_shared<CancelFlag>(); ///< of the PDF
    QLabel *m_name = nullptr; ///< of the shift
    QLabel *m_note = nullptr; ///< what was just done
    QPushButton *m_earlier = nullptr;
    QPushButton *m_later = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_print = nullptr;
    HandoverTiles *m_tiles = nullptr;
    SegmentBar *m_segments = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::array<HandoverPartView *, kHandoverParts> m_parts {};
    TimeRange m_shift;
    Handover m_handover;
    QString m_fault; ///< why the journal could not be read
    PassingText m_said;
    std::optional<Timestamp> m_standsAt;
    std::optional<std::chrono::microseconds> m_asked; ///< steady: nobody sets it
    std::uint64_t m_version = 0; ///< of the lists then
    QElapsedTimer m_took;
    std::chrono::milliseconds m_pace;
    bool m_isGathered = false;
    bool m_isWriting = false;
};

} // namespace telltale
