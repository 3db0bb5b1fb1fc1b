#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace telltale {

/// A framed surface with a header line: title, a quiet remark beside it, room for buttons at the
/// right end, and content below.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setRemark(const QString &remark); ///< second colour, beside the title
    QHBoxLayout *headerEnd() const { return m_headerEnd; }
    QVBoxLayout *content() const { return m_content; } ///< no margins

private:
    void applyTheme();

    QFrame *m_header;
    QLabel *m_title;
    QLabel *m_remark;
    QHBoxLayout *m_headerEnd;
    QVBoxLayout *m_content;
};

} // namespace telltale
