#pragma once

#include "models/plant.h"

#include "data/sources/source.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace telltale {

/// Adds or edits a connection; says what is wrong with the address as it is typed, and asks twice
/// before a password leaves this computer in the clear.
/// Thread  GUI.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectionDialog(const Plant &plant, const ConnectionConfig &start, QWidget *parent = nullptr);
    ConnectionConfig connection() const; ///< as the fields stand

Q_SIGNALS:
    /// The password is empty where it stays as it was.
    void saved(const telltale::ConnectionConfig &connection, const QString &password);

private:
    QWidget *makeBrokerForm();
    QWidget *makeSignInForm();
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &name);
    void fill();
    void check();
    void proposeName();
    void chooseCaFile();
    void save();
    std::vector<std::string> otherNames() const;

    const Plant &m_plant;
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
    QLabel *m_faults = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace telltale
