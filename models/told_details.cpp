#include "models/told_details.h"

#include <QtGlobal>

namespace telltale {
namespace {

/// The longer one comes before one that fits as well.
constexpr const char *kDetails[] = {
    QT_TRANSLATE_NOOP("ToldWords",
                      "the clock of a device cannot be right: %1; for values and alarms the time "
                      "of arrival is used, in the history only before 2000 or more than a day "
                      "ahead"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 says %2 and %3 more"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 is %2 s ahead and %3 more"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 says %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 is %2 s ahead"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "%1 came with two values at one time: the newest arrival counts"),
    QT_TRANSLATE_NOOP("ToldWords", "two paths give one tag"),
    QT_TRANSLATE_NOOP("ToldWords", "nothing is recorded: %1"),
    QT_TRANSLATE_NOOP("ToldWords", "not saved: %1"),
    QT_TRANSLATE_NOOP("ToldWords", "this view cannot read what is stored: %1"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the disk is nearly full: %1 of %2 are free, full in about %3 h"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the disk is nearly full: %1 of %2 are free, full in about %3 days"),
    QT_TRANSLATE_NOOP("ToldWords", "the disk is nearly full: %1 of %2 are free"),
    QT_TRANSLATE_NOOP("ToldWords", "the zone %1 is not known here; times are shown in %2"),
    QT_TRANSLATE_NOOP("ToldWords", "the password is kept only until the program ends: %1"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: they "
                      "are for the only one, and there are several"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: the "
                      "only one names another user"),
    QT_TRANSLATE_NOOP("ToldWords", "a password is needed for %1: %2"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "this computer has no usable keychain: install one, or name an owner-only "
                      "file in TELLTALE_CREDENTIALS"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "this computer has no usable keychain (%1): install one, or name an "
                      "owner-only file in TELLTALE_CREDENTIALS"),
    QT_TRANSLATE_NOOP("ToldWords", "the keychain did not give the password: %1"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the keychain did not answer within 5 s: unlock it, or name an owner-only "
                      "file in TELLTALE_CREDENTIALS"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker refuses who gives no user name: give user and password for this "
                      "connection"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker refuses user \"%1\" without a password, and none was found: "
                      "neither in the environment nor in the keychain"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker refused user \"%1\" or the password: check both, and enter the "
                      "password again"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the password would cross the network unencrypted: use mqtts://, or allow "
                      "it for this connection"),
    QT_TRANSLATE_NOOP("ToldWords", "the credentials file %1 is not used: %2"),
    QT_TRANSLATE_NOOP("ToldWords", "it is no ordinary file"),
    QT_TRANSLATE_NOOP("ToldWords", "it belongs to another user"),
    QT_TRANSLATE_NOOP("ToldWords", "other users may read or change it; run chmod 600 on it"),
    QT_TRANSLATE_NOOP("ToldWords", "it is larger than 1 MiB"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the name \"%1\" is not known (%2): check its spelling and this computer's "
                      "network"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the name service did not answer for \"%1\": check this computer's network"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "%1 port %2 refuses connections: the broker does not run there, or listens "
                      "on another port"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 port %2 does not answer"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 port %2 cannot be reached: no route to it"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the connection was accepted, then nothing was said: is it an MQTT broker "
                      "that listens there?"),
    QT_TRANSLATE_NOOP("ToldWords", "nothing is subscribed to yet"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "nothing new is subscribed to yet; what an earlier run asked for goes on"),
    QT_TRANSLATE_NOOP("ToldWords", "the connection was found closed"),
    QT_TRANSLATE_NOOP("ToldWords", "%1: if the port is one for TLS, use mqtts://"),
    QT_TRANSLATE_NOOP("ToldWords", "the connection ended before the broker answered (%1)"),
    QT_TRANSLATE_NOOP("ToldWords", "the connection ended before the broker answered"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker closed the connection, or did not answer in time any more"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker ended the connection"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker permits none of the topics: ask for read permission there, or "
                      "choose other topics"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the session at %1 could not be ended (%2): that broker gathers messages "
                      "for it until it expires there, or until somebody removes the client %3 "
                      "there"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker goes on listening, but closed the connection %1 times in a row "
                      "right after sign-in: another program probably uses the same client id; end "
                      "it, or give one of them a data folder of its own"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "another program signed in with the same client id and took the session "
                      "over: end it, or give one of them a data folder of its own"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "what arrives cannot be kept because the raw journal cannot be written: "
                      "make room on the disk; the broker keeps the messages meanwhile"),
    QT_TRANSLATE_NOOP("ToldWords", "not connected because the raw journal cannot be written: %1"),
    QT_TRANSLATE_NOOP("ToldWords", "the raw journal cannot be written: %1"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker's certificate expired on %1: renew it at the broker, or set "
                      "this computer's clock"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker's certificate is valid only from %1: check this computer's "
                      "clock"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker's certificate is for another host name (%1) and not for %2: use "
                      "the name in it as the address"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker's certificate is signed by itself: give it to this connection "
                      "as its CA file if you trust it"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the issuer of the broker's certificate is not known here (%1): give this "
                      "connection the issuer's CA file"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker's certificate was revoked"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker's certificate is refused: %1"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "%1 closed the connection during the TLS handshake: if it does not speak "
                      "TLS, use mqtt:// or the port for TLS (8883)"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "what listens there does not speak TLS: use mqtt:// or the port for TLS "
                      "(8883)"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker offers no TLS newer than 1.1, which is not safe: update it"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker refuses the handshake: it may ask for a client certificate"),
    QT_TRANSLATE_NOOP("ToldWords", "the TLS handshake failed: %1"),
    QT_TRANSLATE_NOOP("ToldWords", "the CA file %1 cannot be read, or has no certificate (PEM)"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 does not answer the TLS handshake: is the port right?"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker refused without giving a reason"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker refuses for a reason of its own"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker does not speak this version of MQTT"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker refuses the client id"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker is not available now"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker is busy"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker has banned this client"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker was shut down"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker wants another way to sign in"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker heard nothing from here in time"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the broker does not allow this client to connect: check user, password and "
                      "permissions"),
    QT_TRANSLATE_NOOP("ToldWords", "an administrator of the broker ended the connection"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker asks to use another server for now"),
    QT_TRANSLATE_NOOP("ToldWords", "the broker has moved to another address"),
    QT_TRANSLATE_NOOP("ToldWords", "a quota of the broker is used up"),
    QT_TRANSLATE_NOOP("ToldWords", "the longest connect time the broker allows is over"),
    QT_TRANSLATE_NOOP("ToldWords", "too many connections in a short time for the broker"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "It is tried again by itself. Connections shows which layer failed and what "
                      "to do."),
    QT_TRANSLATE_NOOP("ToldWords", "Remove that client at the broker."),
    QT_TRANSLATE_NOOP("ToldWords", "Correct the connection and try again."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Type it again after the next start, or name an owner-only file in "
                      "TELLTALE_CREDENTIALS."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Name users and passwords in an owner-only file in TELLTALE_CREDENTIALS."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Set the clock of the device, best by NTP; times_replaced of \"telltale "
                      "status --json\" counts what was replaced in the history."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Where both are meant, give them names or times of their own; "
                      "samples_corrected of \"telltale status --json\" counts them."),
    QT_TRANSLATE_NOOP("ToldWords", "Both are stored; give one of them another name at its device."),
    QT_TRANSLATE_NOOP("ToldWords", "Make room on the disk."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Make room on the disk: until then messages wait in memory, then with their "
                      "brokers."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "What came last may not outlive a power cut: check the disk. Telltale goes "
                      "on in a new file."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "What follows the damage is read. Messages that are lost by it are counted "
                      "as journal_damaged."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Make room on the disk, or keep history for less long (retention.json)."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Recording goes on by itself once the disk can be written; until then the "
                      "journal keeps what it has room for."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Alarm entries wait in memory until the file can be written: make room on "
                      "the disk, or make it writable, if it is not."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "The damaged file is kept; what is in the journal is stored again."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Nothing needs to be done: connections count as new ones, and what they "
                      "bring joins what is stored."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "What is shown may be old. It is tried again by itself; telltale verify "
                      "says what is damaged."),
    QT_TRANSLATE_NOOP("ToldWords", "the rules of the last session stay in force"),
    QT_TRANSLATE_NOOP("ToldWords", "Mend the file, or delete it to start with an empty one."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Install the newer version of Telltale, or start this one with --workspace "
                      "and another folder."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Free some space or make the folder writable, then change it again to save "
                      "it."),
    QT_TRANSLATE_NOOP("ToldWords", "Install the package mosquitto and start again."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Make room on the disk, or make the folder writable; recording begins by "
                      "itself then."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Start Telltale with --data and a folder, or move that file away; recording "
                      "begins by itself then."),
    QT_TRANSLATE_NOOP("ToldWords", "Write a name such as Europe/Berlin in %1."),
    QT_TRANSLATE_NOOP("ToldWords", "%1 cannot be started: %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 ended with exit code %2: %3"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 ended with exit code %2"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 did not end within %2 s"),
    QT_TRANSLATE_NOOP("ToldWords", "there is no host %1"),
    QT_TRANSLATE_NOOP(
        "ToldWords",
        "%1 is an address of this computer or its networks that \"allow_local\" does not name"),
    QT_TRANSLATE_NOOP("ToldWords", "nobody knows the secret of \"%1\""),
    QT_TRANSLATE_NOOP("ToldWords", "%1 did not answer within %2 s"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2: the secret is not accepted"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2: nobody takes notifications there"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2: it is busy"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2: it does not want this notification"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2: it has a fault"),
    QT_TRANSLATE_NOOP("ToldWords", "%1 answers %2 and points to %3, which is not followed"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "its notifications wait: it would run %1, and nobody has allowed that on "
                      "this computer"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "If you know who wrote it, allow it on the overview, or once with telltale "
                      "collect --allow-commands."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "%1 notifications of an earlier run were discarded: no channel that is on "
                      "takes them"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "What waits for a channel that is switched off, or taken out of "
                      "notifications.json goes with it, unless another one takes it."),
    QT_TRANSLATE_NOOP("ToldWords", "Correct the channel in notifications.json and start again."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Check the network and the receiver; it is tried again by itself."),
    QT_TRANSLATE_NOOP(
        "ToldWords",
        "Renew the certificate of the receiver, or name its CA in notifications.json."),
    QT_TRANSLATE_NOOP(
        "ToldWords", "Put the right secret into the keychain or the file of TELLTALE_CREDENTIALS."),
    QT_TRANSLATE_NOOP("ToldWords", "Look at the receiver; it is tried again by itself."),
    QT_TRANSLATE_NOOP("ToldWords",
                      "more than %1 lines are too many for paper: narrow what is looked for"),
    QT_TRANSLATE_NOOP("ToldWords", "alarm journal: entry %1 is missing"),
    QT_TRANSLATE_NOOP("ToldWords", "alarm journal: entry %1 is not as written"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "alarm journal: entry %1 is not the one whose head was signed on %2: entry "
                      "%3 is the first that may have been written anew"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "alarm journal: it ends with entry %1, and a head was signed at entry %2 on "
                      "%3: entry %4 is the first that is missing, its tail was cut off or an older "
                      "file put in its place"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "alarm journal: it ends with entry %1, and by its own word a head was signed "
                      "at entry %2: entry %3 is the first that is missing"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "the head that was signed at entry %1 is not in it: the file was removed, "
                      "cut or replaced by an older one"),
    QT_TRANSLATE_NOOP("ToldWords", "line %1 is no signed head"),
    QT_TRANSLATE_NOOP("ToldWords", "the signature of line %1 does not hold: the line was changed"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "from line %1 on, signed at entry %2 on %3, heads have another key (%4) than "
                      "those before: it is another computer or keychain that signs, or somebody "
                      "who had no right to"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "alarms.db is not the file whose head was signed at entry %1 on %2: it was "
                      "replaced, or begun anew"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "alarms.db is not there, and a head of it was signed at entry %1 on %2"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "telltale verify names all that does not hold. Recording goes on; the manual "
                      "says under Journal how heads begin anew once it is known what happened."),
    QT_TRANSLATE_NOOP("ToldWords", "the key file %1 is not used: %2"),
    QT_TRANSLATE_NOOP("ToldWords", "it is no signing key"),
    QT_TRANSLATE_NOOP("ToldWords",
                      "Entries are chained all the same, but a tail that is cut off would not "
                      "show. The manual says under Journal how a key in a file takes over for "
                      "good."),
    QT_TRANSLATE_NOOP("ToldWords", "DBUS_SESSION_BUS_ADDRESS is not set"),
    QT_TRANSLATE_NOOP("ToldWords", "the device cannot be opened"),
    QT_TRANSLATE_NOOP("ToldWords", "the device takes no sound"),
    QT_TRANSLATE_NOOP("ToldWords", "the device cannot be used"),
    QT_TRANSLATE_NOOP("ToldWords", "the device takes no form of sound that is known here"),
};

} // namespace

std::span<const char *const> toldDetails()
{
    return kDetails;
}

} // namespace telltale
