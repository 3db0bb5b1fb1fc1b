#pragma once

#include <QAbstractListModel>

#include <string>
#include <vector>

namespace telltale {

class TagRegistry;

/// Tags a field can be completed with: those whose path contains what was typed, in any case of
/// letters, ordered by path. Nothing is prepared, so that a form with such a field opens at once
/// however many tags there are.
/// Thread  GUI.
class TagCompletion : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PathRole = Qt::UserRole + 1 }; ///< as it is; the text to show is escaped
    static constexpr std::size_t kMost = 200;

    explicit TagCompletion(const TagRegistry &tags, QObject *parent = nullptr);
    void find(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const TagRegistry &m_tags;
    std::vector<std::string> m_paths;
};

} // namespace telltale
