#include "widgets/common/error_words.h"

#include "models/told_words.h"

namespace telltale {

QString ErrorWords::title(Error::Code code)
{
    switch (code) {
    case Error::Code::Malformed:
        return tr("Something is not written as it should be");
    case Error::Code::Unsupported:
        return tr("This form is not supported");
    case Error::Code::LimitExceeded:
        return tr("A limit was exceeded");
    case Error::Code::NotFound:
        return tr("It was not found");
    case Error::Code::NotPermitted:
        return tr("It is not permitted");
    case Error::Code::Refused:
        return tr("The other side refused");
    case Error::Code::Busy:
        return tr("Somebody else is using it");
    case Error::Code::DiskFull:
        return tr("The disk is full");
    case Error::Code::DiskError:
        return tr("The disk could not be read or written");
    case Error::Code::Damaged:
        return tr("A file is damaged");
    case Error::Code::NewerVersion:
        return tr("A newer version wrote it");
    case Error::Code::HostNotFound:
        return tr("The host name is unknown");
    case Error::Code::ConnectionRefused:
        return tr("The port is closed");
    case Error::Code::TimedOut:
        return tr("There was no answer in time");
    case Error::Code::TlsFailed:
        return tr("The encrypted connection failed");
    case Error::Code::NoTls:
        return tr("It does not seem to speak TLS");
    case Error::Code::HungUp:
        return tr("It hung up instead of answering");
    case Error::Code::NoKeychain:
        return tr("This computer has no keychain that can be used");
    case Error::Code::BadCredentials:
        return tr("User or password is wrong");
    case Error::Code::NoPassword:
        return tr("The password is missing");
    case Error::Code::WrongClock:
        return tr("The clock of a device is wrong");
    case Error::Code::Altered:
        return tr("The alarm journal is not as it was written");
    case Error::Code::NotSigned:
        return tr("The alarm journal is not signed");
    case Error::Code::ConnectionLost:
        return tr("The connection was lost");
    case Error::Code::SessionTakenOver:
        return tr("Another program took the session over");
    case Error::Code::Cancelled:
        return tr("It was cancelled");
    case Error::Code::WrongUse:
        return tr("The settings contradict each other");
    case Error::Code::Internal:
        break;
    }
    return tr("The program made a mistake");
}

QString ErrorWords::remedy(Error::Code code)
{
    switch (code) {
    case Error::Code::Malformed:
        return tr("Correct it at its source.");
    case Error::Code::Unsupported:
        return tr("Use another form, or a newer version of this program.");
    case Error::Code::LimitExceeded:
        return tr("Send less at once, or raise the limit.");
    case Error::Code::NotFound:
        return tr("Check name and place.");
    case Error::Code::NotPermitted:
        return tr("Ask whoever grants permissions there.");
    case Error::Code::Refused:
        return tr("Its log tells why.");
    case Error::Code::Busy:
        return tr("End the other program, or use its window.");
    case Error::Code::DiskFull:
        return tr("Free some space; what is waiting is written then.");
    case Error::Code::DiskError:
        return tr("Check the disk and its permissions; it is tried again.");
    case Error::Code::Damaged:
        return tr("The file was kept aside; restore it from a backup if you have one.");
    case Error::Code::NewerVersion:
        return tr("Use the newer version of this program.");
    case Error::Code::HostNotFound:
        return tr("Check the address, and whether this computer is in the right network.");
    case Error::Code::ConnectionRefused:
        return tr("Check the port, and whether the broker is running.");
    case Error::Code::TimedOut:
        return tr("Check the address and the firewalls on the way.");
    case Error::Code::TlsFailed:
        return tr("Check the certificate, its host name and dates, and the CA file.");
    case Error::Code::NoTls:
        return tr("Use mqtt://, or the port the broker has for TLS (mostly 8883).");
    case Error::Code::HungUp:
        return tr("Check that it is an MQTT broker; a port for TLS needs mqtts://.");
    case Error::Code::NoKeychain:
    case Error::Code::NoPassword:
        return tr("Edit the connection and type the password: it serves until the program ends. To "
                  "keep it, unlock or install a keychain, or name a file that only you may read "
                  "in TELLTALE_CREDENTIALS.");
    case Error::Code::WrongClock:
        return tr("Set the clock of the device, best by NTP. Until then the time of arrival "
                  "stands in for times that cannot be.");
    case Error::Code::Altered:
        return tr("Keep a copy of the data folder, and compare it with backups and exports.");
    case Error::Code::NotSigned:
        return tr("Unlock the keychain or mend the file that is named; it is tried again.");
    case Error::Code::BadCredentials:
        return tr("Edit the connection and enter user and password again.");
    case Error::Code::ConnectionLost:
        return tr("It is tried again by itself.");
    case Error::Code::SessionTakenOver:
        return tr("Only one program may use a client id: end the other one.");
    case Error::Code::Cancelled:
        return tr("Start it again if you need it.");
    case Error::Code::WrongUse:
        return tr("Change one of them.");
    case Error::Code::Internal:
        break;
    }
    return tr("Please report it with the log file.");
}

QString ErrorWords::sentence(const Error &error)
{
    //: %1 what happened, %2 detail as the program found it, %3 what to do
    return tr("%1: %2. %3")
        .arg(title(error.code), ToldWords::detail(error.detail), remedy(error.code));
}

QString ErrorWords::viewOnly(const std::string &owner)
{
    return tr("This window only shows what %1 records; nothing can be changed here. Make the "
              "change "
              "in the window of that program. If it has none, end it and start Telltale again.")
        .arg(ToldWords::owner(owner));
}

QString ErrorWords::unsaved(const Error &error)
{
    QString remedy = ErrorWords::remedy(error.code);
    if (error.code == Error::Code::DiskFull)
        remedy = tr("Free some space, then save again.");
    else if (error.code == Error::Code::DiskError || error.code == Error::Code::NotPermitted)
        remedy = tr("Make the folder writable, then save again.");
    else if (error.code == Error::Code::LimitExceeded)
        remedy.clear(); // what is too much, and what to do, is told
    //: %1 what happened, %2 detail as the program found it, %3 what to do
    return tr("Not saved. %1: %2. %3")
        .arg(title(error.code), ToldWords::detail(error.detail), remedy)
        .trimmed();
}

} // namespace telltale
