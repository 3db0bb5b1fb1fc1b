#include "widgets/connect/connection_dialog.h"

#include "widgets/common/form_fields.h"
#include "widgets/common/theme.h"

#include "models/connection_draft.h"

#include "data/workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace telltale {
namespace {

constexpr int kFiltersHeight = 72;
constexpr int kWidth = 860;
constexpr int kTwoLines = 36;

} // namespace

ConnectionDialog::ConnectionDialog(const Plant &plant, const ConnectionConfig &start,
                                   QWidget *parent)
    : FormDialog(plant, start.name.empty() ? tr("Connect") : tr("Save"), parent)
    , m_start(start)
    , m_isNameOwn(!start.name.empty())
{
    setWindowTitle(start.name.empty() ? tr("Add connection") : tr("Edit connection"));
    layOut(beside(makeBrokerForm(), makeSignInForm()), kWidth);
    fill();
    check();
}

QWidget *ConnectionDialog::makeBrokerForm()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    m_address = addLine(*form, tr("Address"), QStringLiteral("address"));
    m_address->setPlaceholderText(QStringLiteral("mqtts://broker.example:8883"));
    m_name = addLine(*form, tr("Name"), QStringLiteral("name"));
    m_filters = new QPlainTextEdit;
    m_filters->setObjectName(QStringLiteral("filters"));
    m_filters->setTabChangesFocus(true);
    m_filters->setFixedHeight(Theme::instance().measure(kFiltersHeight));
    FormFields::frame(*m_filters);
    form->addRow(tr("Topics"), m_filters);
    auto *hint = new QLabel(tr("one filter per line; # is everything, + any one level"));
    hint->setObjectName(QStringLiteral("second"));
    form->addRow(QString(), hint);
    m_qos = new QComboBox;
    m_qos->setObjectName(QStringLiteral("qos"));
    m_qos->addItems({tr("0 · at most once"), tr("1 · at least once"), tr("2 · exactly once")});
    form->addRow(tr("QoS"), m_qos);
    m_protocol = new QComboBox;
    m_protocol->setObjectName(QStringLiteral("protocol"));
    m_protocol->addItem(tr("MQTT 5, else 3.1.1"), 5);
    m_protocol->addItem(tr("MQTT 3.1.1"), 4);
    form->addRow(tr("Protocol"), m_protocol);
    connect(m_filters, &QPlainTextEdit::textChanged, this, &ConnectionDialog::check);
    connect(m_address, &QLineEdit::textEdited, this, &ConnectionDialog::proposeName);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNameOwn = true; });
    return page;
}

QWidget *ConnectionDialog::makeSignInForm()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    FormFields::style(*form);
    m_user = addLine(*form, tr("User"), QStringLiteral("user"));
    m_user->setPlaceholderText(tr("none"));
    addPassword(*form);
    addCaFile(*form);
    m_exposed = new QLabel(tr("Not encrypted: everybody on the way can read and change what is "
                              "sent. Use mqtts:// if the broker offers it."));
    m_exposed->setWordWrap(true);
    m_exposed->setMinimumHeight(Theme::instance().measure(kTwoLines));
    form->addRow(QString(), m_exposed);
    m_sendInClear = new QCheckBox(tr("Send the password in the clear all the same"));
    m_sendInClear->setObjectName(QStringLiteral("sendInClear"));
    form->addRow(QString(), m_sendInClear);
    connect(m_sendInClear, &QCheckBox::toggled, this, &ConnectionDialog::check);
    return page;
}

void ConnectionDialog::addPassword(QFormLayout &form)
{
    m_password = addLine(form, tr("Password"), QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *keychain = new QLabel;
    keychain->setObjectName(QStringLiteral("second"));
    keychain->setWordWrap(true);
    keychain->setMinimumHeight(Theme::instance().measure(kTwoLines));
    form.addRow(QString(), keychain);
    keychain->setText(tr("kept in the keychain of this computer, not in the workspace; without a "
                         "keychain only until the program ends"));
    if (!m_start.name.empty())
        m_password->setPlaceholderText(tr("unchanged"));
}

void ConnectionDialog::addCaFile(QFormLayout &form)
{
    auto *file = new QHBoxLayout;
    m_caFile = new QLineEdit;
    m_caFile->setObjectName(QStringLiteral("caFile"));
    m_caFile->setPlaceholderText(tr("the certificates of this computer"));
    m_caFile->setAccessibleName(tr("CA file"));
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ConnectionDialog::chooseCaFile);
    file->addWidget(m_caFile, 1);
    file->addWidget(browse);
    form.addRow(tr("CA file"), file);
}

void ConnectionDialog::fill()
{
    m_address->setText(QString::fromStdString(m_start.url));
    m_name->setText(QString::fromStdString(m_start.name));
    QStringList filters;
    for (const std::string &filter : m_start.filters)
        filters << QString::fromStdString(filter);
    m_filters->setPlainText(filters.join(QLatin1Char('\n')));
    m_qos->setCurrentIndex(std::clamp(m_start.qos, 0, 2));
    m_protocol->setCurrentIndex(m_start.protocol == 4 ? 1 : 0);
    m_user->setText(QString::fromStdString(m_start.user));
    m_caFile->setText(QString::fromStdString(m_start.caFile));
    m_sendInClear->setChecked(m_start.allowPlainPassword);
}

ConnectionConfig ConnectionDialog::connection() const
{
    ConnectionConfig connection = m_start;
    connection.url = m_address->text().trimmed().toStdString();
    connection.name = m_name->text().trimmed().toStdString();
    connection.filters = ConnectionDraft::filtersFrom(m_filters->toPlainText());
    connection.qos = m_qos->currentIndex();
    connection.protocol = m_protocol->currentData().toInt();
    connection.user = m_user->text().trimmed().toStdString();
    connection.caFile = m_caFile->text().trimmed().toStdString();
    connection.allowPlainPassword = m_sendInClear->isChecked();
    if (connection.url != m_start.url)
        connection.allTopicsConfirmed = false; // what was agreed to was another broker
    return connection;
}

void ConnectionDialog::chooseTopics()
{
    m_filters->selectAll();
    m_filters->setFocus(Qt::OtherFocusReason);
}

void ConnectionDialog::check()
{
    const ConnectionConfig draft = connection();
    const bool isExposed = ConnectionDraft::isExposed(draft);
    const bool signsIn = !draft.user.empty() || !m_password->text().isEmpty();
    m_exposed->setVisible(isExposed);
    m_sendInClear->setVisible(isExposed && signsIn);
    QStringList faults = ConnectionDraft::faults(draft, otherNames());
    if (isExposed && signsIn && !m_sendInClear->isChecked())
        faults << tr("A password would be readable on the way: use mqtts://, or tick that you "
                     "want it.");
    m_save->setEnabled(faults.isEmpty());
    m_faults->setText(faults.join(QLatin1Char(' ')));
}

void ConnectionDialog::proposeName()
{
    if (m_isNameOwn)
        return;
    const std::string address = m_address->text().trimmed().toStdString();
    m_name->setText(QString::fromStdString(ConnectionDraft::freeName(address, otherNames())));
}

std::vector<std::string> ConnectionDialog::otherNames() const
{
    std::vector<std::string> names;
    for (const ConnectionConfig &one : m_plant.workspace->connections) {
        if (one.name != m_start.name)
            names.push_back(one.name);
    }
    return names;
}

void ConnectionDialog::chooseCaFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("CA file"), m_caFile->text(), tr("Certificates (*.pem *.crt);;All files (*)"));
    if (!file.isEmpty())
        m_caFile->setText(file);
}

bool ConnectionDialog::save()
{
    Q_EMIT saved(connection(), m_password->text());
    return true;
}

} // namespace telltale
