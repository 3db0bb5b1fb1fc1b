#pragma once

#include "models/row_table_model.h"

#include <QCoreApplication>

namespace telltale {

class Alerts;

/// How sound and notifications of the desktop stand, in words.
class AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(AlertWords)

public:
    /// For the banner: "no alarm sound", "sound on", "horn on".
    static QString sound(const Alerts &alerts);
    /// Why nothing would be heard, else what silences it.
    static QString soundReason(const Alerts &alerts);
    /// Rows for the status page: name, value.
    static std::vector<TableRow> rows(const Alerts &alerts);

private:
    static QString desktop(const Alerts &alerts);
};

} // namespace telltale
