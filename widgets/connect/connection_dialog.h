#pragma once

#include "widgets/common/form_dialog.h"

#include "data/sources/source.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace telltale {

/// Adds or edits a connection; says what is wrong with the address as it is typed, and asks twice
/// before a password leaves this computer in the clear.
/// Thread  GUI.
class ConnectionDialog : public FormDialog
{
    Q_OBJECT

public:
    ConnectionDialog(const Plant &plant, const ConnectionConfig &start, QWidget *parent = nullptr);
    ConnectionConfig connection() const; ///< as the fields stand
    void chooseTopics(); ///< they are what it was opened for: what is typed takes their place

Q_SIGNALS:
    /// To be saved; showSaved() answers. The password is empty where it stays as it was.
    void saved(const telltale::ConnectionConfig &connection, const QString &password);

private:
    QWidget *makeBrokerForm();
    QWidget *makeSignInForm();
    void addPassword(QFormLayout &form);
    void addCaFile(QFormLayout &form);
    void fill();
    void check() override;
    void proposeName();
    void chooseCaFile();
    bool save() override;
    std::vector<std::string> otherNames() const;

    ConnectionConfig m_start;
    bool m_isNameOwn = false; ///< typed by a person
    QLineEdit *m_address = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_filters = nullptr;
    QComboBox *m_qos = nullptr;
    QComboBox *m_protocol = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLabel *m_exposed = nullptr;
    QCheckBox *m_sendInClear = nullptr;
};

} // namespace telltale
