#pragma once

#include <QTableView>

#include <vector>

namespace telltale {

/// A table as all pages show it: whole rows selected, sortable headings, copy, columns that share
/// the width until somebody sizes them by hand, and are remembered then.
/// Thread  GUI.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    struct ColumnSize
    {
        int least = 80; ///< pixels at 100 % text; 0: not in this table
        int share = 0; ///< of what is left over
        int givesWay = 0; ///< > 0: left out where there is too little room, highest first
    };

    /// `name` is the key under which the columns are remembered, and the accessible name's stem.
    DataTable(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);
    /// Without headings: its rows say what they are.
    static DataTable *plain(const QString &name, const QString &accessibleName,
                            QAbstractItemModel *model, std::vector<ColumnSize> sizes);
    void setColumns(std::vector<ColumnSize> sizes);
    /// Columns whose words or headings are cut get what others have left over; after the model has
    /// been set. `columns`: only these, for tables of many live rows: words that have changed in
    /// their rows count when it is asked again.
    void fitToWords(std::vector<int> columns = {});
    /// What stands there while there are no rows.
    void setWordsOfNothing(const QString &words);
    QString wordsOfNothing() const { return m_nothing; }
    int heightOfNothing() const; ///< pixels, with the headings: those words are whole then
    /// Words go on in further lines instead of being cut: at most `mostLines`, 0: all they need.
    void wrapRows(int mostLines = 0);
    /// Rows that wrap are as high as their words; after their model has changed.
    void fitRows();
    /// First and last row that can be seen; -1 if there is none.
    std::pair<int, int> visibleRows() const;
    /// Space is for the current row, not for the alarm in the banner.
    void keepSpace() { m_keepsSpace = true; }
    /// When the current row goes, no other takes its place: what a key does next is never done to
    /// one that nobody chose. Before setModel().
    void leaveNoSuccessor(QAbstractItemModel &model);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fitColumns();
    void leaveOutColumns();
    void takeWords();
    int widthOfWords(int column) const;
    std::vector<int> columnWidths() const;
    int wantedWidth(int column) const;
    void columnsChanged();
    void rememberColumns();
    bool restoreColumns();
    void showColumnMenu(const QPoint &at);

    QString m_name;
    std::vector<ColumnSize> m_sizes;
    std::vector<int> m_fitted; ///< columns that are fitted to words; empty: all
    std::vector<int> m_widest; ///< of the words of each column so far; empty: not asked for
    QString m_nothing;
    bool m_isFitting = false;
    bool m_isSizedByHand = false;
    bool m_isHandOnHeading = false; ///< a mouse button is down there
    bool m_keepsSpace = false;
    bool m_wrapsRows = false;
};

} // namespace telltale
