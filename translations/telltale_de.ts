<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AlarmRequest</name>
    <message>
        <source>it came again meanwhile; look at it and acknowledge once more</source>
        <translation>er kam inzwischen erneut; bitte ansehen und noch einmal quittieren</translation>
    </message>
    <message>
        <source>there is nothing to acknowledge</source>
        <translation>es gibt nichts zu quittieren</translation>
    </message>
    <message>
        <source>it is acknowledged already</source>
        <translation>er ist bereits quittiert</translation>
    </message>
    <message>
        <source>it is suppressed</source>
        <translation>er ist unterdrückt</translation>
    </message>
    <message>
        <source>its rule no longer exists</source>
        <translation>seine Regel gibt es nicht mehr</translation>
    </message>
    <message>
        <source>you are not permitted to</source>
        <translation>dazu fehlt die Berechtigung</translation>
    </message>
    <message>
        <source>nothing records at the moment; start Telltale first</source>
        <translation>zurzeit zeichnet nichts auf; bitte zuerst Telltale starten</translation>
    </message>
    <message>
        <source>this window is a view; act in the one of %1</source>
        <translation>dieses Fenster ist eine Ansicht; bitte im Fenster von %1 bedienen</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>nothing can be stored at the moment</source>
        <translation>es kann gerade nichts gespeichert werden</translation>
    </message>
    <message>
        <source>Done, but not stored yet: the disk is full. Free some space; it is stored then. Until then the end of the program would undo it.</source>
        <translation>Ausgeführt, aber noch nicht gespeichert: Die Platte ist voll. Platz schaffen, dann wird gespeichert; endet das Programm vorher, ist es rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Done, but not stored yet: the disk cannot be written. Check it; storing is tried again. Until then the end of the program would undo it.</source>
        <translation>Ausgeführt, aber noch nicht gespeichert: Die Platte lässt sich nicht beschreiben. Die Platte prüfen; das Speichern wird wiederholt. Endet das Programm vorher, ist es rückgängig gemacht.</translation>
    </message>
    <message>
        <source>its rule allows no shelving; of priority 1 that must be written in the rule</source>
        <translation>seine Regel erlaubt kein Zurückstellen; bei Priorität 1 muss es in der Regel stehen</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>ein Grund ist nötig</translation>
    </message>
    <message>
        <source>that is longer than its rule allows</source>
        <translation>das ist länger, als seine Regel erlaubt</translation>
    </message>
    <message>
        <source>it has been shelved for as long as its rule allows</source>
        <translation>er war so lange zurückgestellt, wie seine Regel erlaubt</translation>
    </message>
    <message>
        <source>as many alarms are shelved as may be at once</source>
        <translation>es sind so viele Alarme zurückgestellt, wie zugleich sein dürfen</translation>
    </message>
    <message>
        <source>it is not shelved</source>
        <translation>er ist nicht zurückgestellt</translation>
    </message>
    <message>
        <source>it is out of service</source>
        <translation>er ist außer Betrieb</translation>
    </message>
    <message>
        <source>it is not out of service</source>
        <translation>er ist nicht außer Betrieb</translation>
    </message>
    <message>
        <source>it must be acknowledged first</source>
        <translation>er muss zuerst quittiert werden</translation>
    </message>
    <message>
        <source>it is still active</source>
        <translation>er steht noch an</translation>
    </message>
    <message>
        <source>there is nothing to reset</source>
        <translation>es gibt nichts zurückzusetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n Alarm quittiert</numerusform>
            <numerusform>%n Alarme quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came again meanwhile</source>
        <translation>
            <numerusform>%n kam inzwischen erneut</numerusform>
            <numerusform>%n kamen inzwischen erneut</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message>
        <source>CRIT</source>
        <comment>alarm priority 1</comment>
        <translation>KRIT</translation>
    </message>
    <message>
        <source>HIGH</source>
        <comment>alarm priority 2</comment>
        <translation>HOCH</translation>
    </message>
    <message>
        <source>MED</source>
        <comment>alarm priority 3</comment>
        <translation>MITT</translation>
    </message>
    <message>
        <source>LOW</source>
        <comment>alarm priority 4</comment>
        <translation>NIED</translation>
    </message>
    <message>
        <source>NORMAL</source>
        <comment>alarm state</comment>
        <translation>NORMAL</translation>
    </message>
    <message>
        <source>NEW</source>
        <comment>alarm state</comment>
        <translation>NEU</translation>
    </message>
    <message>
        <source>ACKED</source>
        <comment>alarm state</comment>
        <translation>QUITTIERT</translation>
    </message>
    <message>
        <source>RETURNED</source>
        <comment>alarm state</comment>
        <translation>GEGANGEN</translation>
    </message>
    <message>
        <source>LATCHED NEW</source>
        <comment>alarm state</comment>
        <translation>NEU, HÄLT</translation>
    </message>
    <message>
        <source>LATCHED</source>
        <comment>alarm state</comment>
        <translation>HÄLT</translation>
    </message>
    <message>
        <source>SHELVED</source>
        <comment>alarm state</comment>
        <translation>ZURÜCKGESTELLT</translation>
    </message>
    <message>
        <source>SUPPRESSED</source>
        <comment>alarm state</comment>
        <translation>UNTERDRÜCKT</translation>
    </message>
    <message>
        <source>OUT OF SERVICE</source>
        <comment>alarm state</comment>
        <translation>AUSSER BETRIEB</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Returned to normal</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Ton ausgeschaltet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>Regel geändert</translation>
    </message>
    <message>
        <source>Program started</source>
        <translation>Programm gestartet</translation>
    </message>
    <message>
        <source>Program stopped</source>
        <translation>Programm beendet</translation>
    </message>
    <message>
        <source>Flood began</source>
        <translation>Alarmflut begann</translation>
    </message>
    <message>
        <source>Flood ended</source>
        <translation>Alarmflut endete</translation>
    </message>
    <message>
        <source>Clock stepped</source>
        <translation>Uhr gesprungen</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>%1 ohne Daten</translation>
    </message>
    <message>
        <source>bad quality</source>
        <translation>schlechte Qualität</translation>
    </message>
    <message>
        <source>quality not good</source>
        <translation>Qualität nicht gut</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>Verbindung weg</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufzeichnung gestoppt</translation>
    </message>
    <message>
        <source>Alarm state lost</source>
        <translation>Alarmzustand verloren</translation>
    </message>
    <message>
        <source>Source down: %1</source>
        <comment>a connection</comment>
        <translation>Quelle ausgefallen: %1</translation>
    </message>
    <message>
        <source>The stored state of the alarms could not be read; the file was kept aside.</source>
        <translation>Der gespeicherte Zustand der Alarme war nicht zu lesen; die Datei wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The connection to the broker is lost or was refused.</source>
        <translation>Die Verbindung zum Broker ist verloren oder wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Measurements of this time will be missing.</source>
        <translation>Messwerte dieser Zeit werden fehlen.</translation>
    </message>
    <message>
        <source>Acknowledgements and shelves from before are gone.</source>
        <translation>Frühere Quittierungen und Zurückstellungen sind verloren.</translation>
    </message>
    <message>
        <source>Its values stand still; alarms on them are held.</source>
        <translation>Ihre Werte stehen still; Alarme darauf werden gehalten.</translation>
    </message>
    <message>
        <source>Free disk space or repair the disk; recording resumes by itself.</source>
        <translation>Platz schaffen oder die Platte instand setzen; die Aufzeichnung läuft dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Look through the plant: alarms that were active are raised anew.</source>
        <translation>Die Anlage durchsehen: Alarme, die anstanden, kommen erneut.</translation>
    </message>
    <message>
        <source>Look at the connections page for the cause.</source>
        <translation>Die Ursache steht auf der Seite Verbindungen.</translation>
    </message>
    <message>
        <source>Chattering began</source>
        <translation>Flattern begann</translation>
    </message>
    <message>
        <source>Chattering ended</source>
        <translation>Flattern endete</translation>
    </message>
    <message>
        <source>Suppression ended</source>
        <translation>Unterdrückung endete</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Shelving ended</source>
        <translation>Zurückstellung endete</translation>
    </message>
    <message>
        <source>Taken out of service</source>
        <translation>Außer Betrieb genommen</translation>
    </message>
    <message>
        <source>Returned to service</source>
        <translation>Wieder in Betrieb</translation>
    </message>
    <message>
        <source>Annunciated again</source>
        <translation>Erneut gemeldet</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>short for: bad quality</comment>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>not good</source>
        <comment>short for: quality not good</comment>
        <translation>nicht gut</translation>
    </message>
    <message>
        <source>nothing can be written</source>
        <translation>nichts kann geschrieben werden</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>short for: nothing can be written</comment>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>lost</source>
        <comment>short for: could not be read</comment>
        <translation>verloren</translation>
    </message>
    <message>
        <source>The raw journal cannot be written: the disk is full, read-only or failing.</source>
        <translation>Das Rohjournal kann nicht geschrieben werden: Die Platte ist voll, schreibgeschützt oder gestört.</translation>
    </message>
    <message>
        <source>The history cannot be written: the disk is full, read-only or failing.</source>
        <translation>Die Historie kann nicht geschrieben werden: Die Platte ist voll, schreibgeschützt oder gestört.</translation>
    </message>
    <message>
        <source>The raw journal and the history cannot be written: the disk is full, read-only or failing.</source>
        <translation>Rohjournal und Historie können nicht geschrieben werden: Die Platte ist voll, schreibgeschützt oder gestört.</translation>
    </message>
    <message>
        <source>the raw journal cannot be written</source>
        <translation>Rohjournal nicht schreibbar</translation>
    </message>
    <message>
        <source>history cannot be written</source>
        <translation>Historie nicht schreibbar</translation>
    </message>
    <message>
        <source>What comes is kept in the raw journal as long as that has room, and stored later.</source>
        <translation>Was kommt, bleibt im Rohjournal, solange dort Platz ist, und wird später gespeichert.</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Per Auslegung unterdrückt</translation>
    </message>
    <message>
        <source>Came, not announced</source>
        <translation>Gekommen, nicht gemeldet</translation>
    </message>
    <message>
        <source>Returned, not announced</source>
        <translation>Gegangen, nicht gemeldet</translation>
    </message>
    <message>
        <source>Priority %1 %2, %3</source>
        <extracomment>%2 the word of the priority, %3 that of the state</extracomment>
        <translation>Priorität %1 %2, %3</translation>
    </message>
    <message>
        <source>Notification channel failing: %1</source>
        <translation>Meldekanal gestört: %1</translation>
    </message>
    <message>
        <source>For an hour the channel has confirmed nothing of what it was given.</source>
        <translation>Der Kanal hat seit einer Stunde nichts von dem bestätigt, was er bekam.</translation>
    </message>
    <message>
        <source>Whoever relies on it does not learn of alarms; what waited is told as a number once it works again.</source>
        <translation>Wer sich auf ihn verlässt, erfährt nichts von Alarmen; was wartete, wird nur als Anzahl gemeldet, sobald er wieder arbeitet.</translation>
    </message>
    <message>
        <source>Look at the status page for the cause; tell whoever relies on it.</source>
        <translation>Ursache auf der Statusseite nachsehen; wer sich auf ihn verlässt, ist zu verständigen.</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>flatternd</translation>
    </message>
    <message>
        <source>chattering × %1</source>
        <translation>flattert × %1</translation>
    </message>
    <message>
        <source>Journal exported</source>
        <translation>Journal exportiert</translation>
    </message>
    <message>
        <source>no link</source>
        <comment>short for: link down</comment>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <comment>time to respond has run out</comment>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>since restart: no data</source>
        <translation>seit Neustart: keine Daten</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>no alarm sound</source>
        <translation>kein Alarmton</translation>
    </message>
    <message>
        <source>horn on</source>
        <translation>Hupe an</translation>
    </message>
    <message>
        <source>sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Muted: Ctrl+M lets alarms be heard again.</source>
        <translation>Stumm: Mit Strg+M sind Alarme wieder zu hören.</translation>
    </message>
    <message>
        <source>The sound has not been tested yet.</source>
        <translation>Der Ton wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>There is no sound device. Connect one; it is looked for every minute.</source>
        <translation>Es gibt kein Tongerät. Eines anschließen; jede Minute wird danach gesucht.</translation>
    </message>
    <message>
        <source>The sound device fails: %1. It is tried again every minute.</source>
        <translation>Das Tongerät ist gestört: %1. Jede Minute wird es erneut versucht.</translation>
    </message>
    <message>
        <source>F8 silences the horn until the next alarm, and acknowledges nothing.</source>
        <translation>F8 schaltet die Hupe bis zum nächsten Alarm ab und quittiert nichts.</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>hier nicht verfügbar</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>priorities 1 and 2, while another window is used</source>
        <translation>Prioritäten 1 und 2, solange ein anderes Fenster benutzt wird</translation>
    </message>
    <message>
        <source>Alarm sound</source>
        <translation>Alarmton</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Meldungen auf dem Schreibtisch</translation>
    </message>
</context>
<context>
    <name>AssetFacts</name>
    <message>
        <source>the program itself</source>
        <translation>das Programm selbst</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Not received: %1</source>
        <translation>Nicht empfangen: %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Messstellen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>%1, here the first %2; the tree has all</source>
        <extracomment>%1 all tags, %2 those on the page</extracomment>
        <translation>%1, hier die ersten %2; der Baum hat alle</translation>
    </message>
    <message>
        <source>Device clock</source>
        <translation>Geräteuhr</translation>
    </message>
    <message>
        <source>wrong: the time of arrival is used</source>
        <translation>falsch: es gilt die Zeit des Eingangs</translation>
    </message>
    <message>
        <source>wrong: the last stored value is %1 ahead</source>
        <translation>falsch: der letzte gespeicherte Wert ist %1 voraus</translation>
    </message>
    <message>
        <source>%1 not received: %2</source>
        <extracomment>%1 a tag, %2 why</extracomment>
        <translation>%1 nicht empfangen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more gap(s) in the trends</source>
        <translation>
            <numerusform>%n weitere Lücke in den Trends</numerusform>
            <numerusform>%n weitere Lücken in den Trends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacktestWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of them chattering or shorter than 10 s</source>
        <translation>%1, davon %2 flatternd oder kürzer als 10 s</translation>
    </message>
    <message>
        <source>No tag of this name is stored.</source>
        <translation>Keine Messstelle dieses Namens ist gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is stored of this time.</source>
        <translation>Aus dieser Zeit ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>In %2 it would have come %1; that is %3 a day.</source>
        <translation>In %2 wäre er so oft gekommen: %1; das sind %3 am Tag.</translation>
    </message>
    <message>
        <source>The longest lasted %1, all together %2.</source>
        <translation>Am längsten dauerte er %1, zusammen %2.</translation>
    </message>
    <message>
        <source>As stored: %1.</source>
        <translation>Wie gespeichert: %1.</translation>
    </message>
    <message>
        <source>Without deadband and delays: %1.</source>
        <translation>Ohne Hysterese und Verzögerungen: %1.</translation>
    </message>
    <message>
        <source>With the usual deadband and delays: %1.</source>
        <translation>Mit üblicher Hysterese und Verzögerungen: %1.</translation>
    </message>
    <message>
        <source>None that lasted %1 or longer would be missed.</source>
        <translation>Keiner, der %1 oder länger dauerte, fehlte dann.</translation>
    </message>
    <message>
        <source>History begins %1.</source>
        <translation>Die Historie beginnt %1.</translation>
    </message>
    <message>
        <source>Of samples from %1 to %2 only roll-ups are left; in them nothing is found.</source>
        <translation>Von den Messwerten von %1 bis %2 gibt es nur noch verdichtete Werte; darin wird nichts gefunden.</translation>
    </message>
    <message>
        <source>Tried on the first %1 of %2 tags.</source>
        <translation>Erprobt an den ersten %1 von %2 Messstellen.</translation>
    </message>
    <message>
        <source>Only until %1: it would have come too often to count.</source>
        <translation>Nur bis %1: Er wäre zu oft gekommen, um ihn zu zählen.</translation>
    </message>
    <message>
        <source>The list has the newest %1.</source>
        <translation>Die Liste zeigt die neuesten %1.</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>fehlte</translation>
    </message>
    <message>
        <source>still on at the end</source>
        <translation>am Ende noch an</translation>
    </message>
    <message>
        <source>was on before</source>
        <translation>war schon vorher an</translation>
    </message>
    <message numerus="yes">
        <source>%n that lasted %1 or longer would be missed: the first in the list.</source>
        <translation>
            <numerusform>%n, der %1 oder länger dauerte, fehlte dann: der erste in der Liste.</numerusform>
            <numerusform>%n, die %1 oder länger dauerten, fehlten dann: die ersten in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>BuiltInPages</name>
    <message>
        <source>Running</source>
        <translation>In Betrieb</translation>
    </message>
</context>
<context>
    <name>ConnectionDraft</name>
    <message>
        <source>Type the address of a broker, such as mqtts://broker.example:8883.</source>
        <translation>Die Adresse eines Brokers eingeben, etwa mqtts://broker.example:8883.</translation>
    </message>
    <message>
        <source>User and password do not belong into the address: it is stored as text. Use the fields below.</source>
        <translation>Benutzer und Passwort gehören nicht in die Adresse: Sie wird als Text gespeichert. Die Felder darunter verwenden.</translation>
    </message>
    <message>
        <source>This is no address of a broker (%1). Write mqtt://host:port or mqtts://host:port.</source>
        <translation>Das ist keine Adresse eines Brokers (%1). mqtt://host:port oder mqtts://host:port schreiben.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Der Verbindung einen Namen geben.</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>Eine Verbindung dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Say which topics to subscribe to; # means all.</source>
        <translation>Angeben, welche Topics abonniert werden; # heißt alle.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no topic filter: # stands only at the end, + for a whole level.</source>
        <translation>„%1“ ist kein Topic-Filter: # steht nur am Ende, + für eine ganze Ebene.</translation>
    </message>
</context>
<context>
    <name>ConnectionFault</name>
    <message>
        <source>%1. %2
%3</source>
        <extracomment>%1 what happened, %2 what to do, %3 the program&apos;s own words</extracomment>
        <translation>%1. %2
%3</translation>
    </message>
    <message>
        <source>%1: the password is kept only until the program ends. It is asked for again at the next start.</source>
        <extracomment>%1 why the keychain did not take it</extracomment>
        <translation>%1: Das Passwort bleibt nur, bis das Programm endet. Beim nächsten Start wird wieder danach gefragt.</translation>
    </message>
    <message>
        <source>The broker refuses who gives no user name</source>
        <translation>Der Broker lehnt ab, wer keinen Benutzernamen nennt</translation>
    </message>
    <message>
        <source>The password of user &quot;%1&quot; is missing</source>
        <translation>Das Passwort des Benutzers „%1“ fehlt</translation>
    </message>
    <message>
        <source>The broker refused user &quot;%1&quot; or the password</source>
        <translation>Der Broker lehnt den Benutzer „%1“ oder das Passwort ab</translation>
    </message>
    <message>
        <source>Enter user and password again in Connections, Edit…; or mend TELLTALE_MQTT_PASSWORD, if the password comes from there.</source>
        <translation>Benutzer und Passwort unter Verbindungen, Bearbeiten… neu eingeben; oder TELLTALE_MQTT_PASSWORD berichtigen, falls das Passwort von dort kommt.</translation>
    </message>
</context>
<context>
    <name>ConnectionRows</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>layer of a connection: the host name</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>MQTT</source>
        <translation>MQTT</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>Verworfen: %1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Waiting to be read</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Received here since start</source>
        <translation>Hier empfangen seit Start</translation>
    </message>
    <message>
        <source>Dropped by the broker (its own count)</source>
        <translation>Vom Broker verworfen (nach seiner Zählung)</translation>
    </message>
    <message>
        <source>%1, longest %2</source>
        <translation>%1, längste %2</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Sieht aus wie</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not permit to subscribe to it</source>
        <translation>„%1“ erlaubt das Abonnement nicht</translation>
    </message>
    <message>
        <source>there are as many tags as the limit allows</source>
        <translation>es gibt so viele Messstellen, wie die Grenze zulässt</translation>
    </message>
    <message>
        <source>connected %1 · %2 messages/s</source>
        <translation>verbunden %1 · %2 Nachrichten/s</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>wird verbunden …</translation>
    </message>
    <message>
        <source>not connected · next attempt in %1</source>
        <translation>nicht verbunden · nächster Versuch in %1</translation>
    </message>
    <message>
        <source>not connected · trying now</source>
        <translation>nicht verbunden · Versuch läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>payload too large</source>
        <translation>Nutzdaten zu groß</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>no room in the journal</source>
        <translation>kein Platz im Journal</translation>
    </message>
    <message>
        <source>sent twice by the broker</source>
        <translation>vom Broker doppelt gesendet</translation>
    </message>
    <message>
        <source>topic too long</source>
        <translation>Topic zu lang</translation>
    </message>
    <message>
        <source>topic is not valid text</source>
        <translation>Topic ist kein gültiger Text</translation>
    </message>
    <message>
        <source>more tags than the limit allows</source>
        <translation>mehr Messstellen als die Grenze zulässt</translation>
    </message>
    <message>
        <source>disk error</source>
        <translation>Plattenfehler</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>damaged in the journal</source>
        <translation>im Journal beschädigt</translation>
    </message>
    <message>
        <source>%1 per s</source>
        <translation>%1 je s</translation>
    </message>
    <message>
        <source>%1 per min</source>
        <translation>%1 je min</translation>
    </message>
    <message>
        <source>%1 per h</source>
        <translation>%1 je h</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <comment>a topic filter</comment>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>a port</comment>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>without user name</source>
        <translation>ohne Benutzernamen</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>a user</comment>
        <translation>als %1</translation>
    </message>
    <message>
        <source>bytes nobody described</source>
        <translation>Bytes, die niemand beschrieben hat</translation>
    </message>
    <message>
        <source>beyond a limit</source>
        <translation>über einer Grenze</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>birth message is not valid</source>
        <translation>ungültige Birth-Nachricht</translation>
    </message>
    <message>
        <source>a version that is not supported</source>
        <translation>eine Version, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>a member that is not supported</source>
        <translation>ein Element, das nicht unterstützt wird</translation>
    </message>
    <message>
        <source>%1 · without connection for %2</source>
        <translation>%1 · seit %2 ohne Verbindung</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>the sign-in</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>without password</source>
        <translation>ohne Passwort</translation>
    </message>
    <message>
        <source>Bad first samples, of which no tag is made</source>
        <translation>Schlechte erste Werte, aus denen keine Messstelle wird</translation>
    </message>
    <message>
        <source>fails: see below</source>
        <comment>a layer of a connection</comment>
        <translation>schlägt fehl: siehe unten</translation>
    </message>
</context>
<context>
    <name>CureTable</name>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Cure</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>Erprobung</translation>
    </message>
    <message>
        <source>Chattering or short</source>
        <translation>Flatternd oder kurz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Deadband %1</source>
        <translation>Hysterese %1</translation>
    </message>
    <message>
        <source>Delay on %1</source>
        <translation>Verzögerung ein %1</translation>
    </message>
    <message>
        <source>Delay off %1</source>
        <translation>Verzögerung aus %1</translation>
    </message>
    <message>
        <source>Suppress while &quot;%1&quot; is on</source>
        <translation>Unterdrücken, solange „%1“ an ist</translation>
    </message>
    <message>
        <source>Switch off: it is on %1 % of the time</source>
        <translation>Ausschalten: Er ist %1 % der Zeit an</translation>
    </message>
    <message>
        <source>none found: look at the limit and the process</source>
        <translation>keine gefunden: Grenze und Prozess ansehen</translation>
    </message>
    <message>
        <source>nothing is stored of its tags</source>
        <translation>von seinen Messstellen ist nichts gespeichert</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>an asset, and how many others</comment>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>No alarm of a rule came in this time.</source>
        <translation>In dieser Zeit kam kein Alarm einer Regel.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), the worst first</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln, die schlimmste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n the end of the period was left out</source>
        <translation>
            <numerusform>bei %n fehlt das Ende des Zeitraums</numerusform>
            <numerusform>bei %n fehlt das Ende des Zeitraums</numerusform>
        </translation>
    </message>
    <message>
        <source>compared with each other until %1 only: there were too many</source>
        <translation>miteinander verglichen nur bis %1: es waren zu viele</translation>
    </message>
    <message>
        <source>Tried until %1 only: it would have come too often to count.</source>
        <translation>Nur bis %1 geprüft: Er wäre zu oft gekommen, um ihn zu zählen.</translation>
    </message>
</context>
<context>
    <name>DemoConnection</name>
    <message>
        <source>demo plant</source>
        <translation>Demobetrieb</translation>
    </message>
</context>
<context>
    <name>DemoOverview</name>
    <message>
        <source>Total inflow</source>
        <translation>Zulauf gesamt</translation>
    </message>
    <message>
        <source>Energy per m³</source>
        <translation>Energie je m³</translation>
    </message>
    <message>
        <source>Pump station 2 power</source>
        <translation>Leistung Pumpstation 2</translation>
    </message>
    <message>
        <source>P-203 bearing temperature</source>
        <translation>Lagertemperatur P-203</translation>
    </message>
    <message>
        <source>Reservoir level, mean</source>
        <translation>Füllstand Hochbehälter, Mittel</translation>
    </message>
    <message>
        <source>Turbidity, outlet</source>
        <translation>Trübung im Ablauf</translation>
    </message>
    <message>
        <source>Residual chlorine</source>
        <translation>Restchlor</translation>
    </message>
    <message>
        <source>Network pressure, lowest</source>
        <translation>Netzdruck, niedrigster</translation>
    </message>
    <message>
        <source>Flow, zone 7</source>
        <translation>Durchfluss Zone 7</translation>
    </message>
    <message>
        <source>Availability of pumps, 30 days</source>
        <translation>Verfügbarkeit der Pumpen, 30 Tage</translation>
    </message>
</context>
<context>
    <name>DemoRules</name>
    <message>
        <source>Bearing temperature high</source>
        <translation>Lagertemperatur hoch</translation>
    </message>
    <message>
        <source>the bearing lacks oil or is worn</source>
        <translation>dem Lager fehlt Öl, oder es ist verschlissen</translation>
    </message>
    <message>
        <source>the bearing seizes in about 40 min</source>
        <translation>das Lager frisst in etwa 40 min</translation>
    </message>
    <message>
        <source>start the standby pump, stop this one, check the oil level</source>
        <translation>die Reservepumpe starten, diese abstellen, Ölstand prüfen</translation>
    </message>
    <message>
        <source>the intake pump fails</source>
        <translation>die Rohwasserpumpe fällt aus</translation>
    </message>
    <message>
        <source>start the other intake pump, stop this one, check the oil level</source>
        <translation>die andere Rohwasserpumpe starten, diese abstellen, Ölstand prüfen</translation>
    </message>
    <message>
        <source>Vibration rising</source>
        <translation>Vibration nimmt zu</translation>
    </message>
    <message>
        <source>unbalance, a loose foot or a failing bearing</source>
        <translation>Unwucht, ein loser Fuß oder ein Lagerschaden</translation>
    </message>
    <message>
        <source>wear, later a failure</source>
        <translation>Verschleiß, später ein Ausfall</translation>
    </message>
    <message>
        <source>listen at the pump, plan a measurement, change over if it grows</source>
        <translation>Pumpe abhören, Messung planen, umschalten, wenn es zunimmt</translation>
    </message>
    <message>
        <source>Filter clogged</source>
        <translation>Filter zugesetzt</translation>
    </message>
    <message>
        <source>the filter bed is full</source>
        <translation>das Filterbett ist voll</translation>
    </message>
    <message>
        <source>less water, later a break-through of turbidity</source>
        <translation>weniger Wasser, später bricht Trübung durch</translation>
    </message>
    <message>
        <source>start the backwash of this filter</source>
        <translation>die Spülung dieses Filters starten</translation>
    </message>
    <message>
        <source>Valve position deviation</source>
        <translation>Ventilstellung weicht ab</translation>
    </message>
    <message>
        <source>the valve sticks or its drive has no power</source>
        <translation>das Ventil klemmt, oder sein Antrieb hat keinen Strom</translation>
    </message>
    <message>
        <source>the tanks before and behind it run over or dry</source>
        <translation>die Becken davor und dahinter laufen über oder leer</translation>
    </message>
    <message>
        <source>move the valve by hand, check the drive</source>
        <translation>Ventil von Hand stellen, Antrieb prüfen</translation>
    </message>
    <message>
        <source>Dosing tank low</source>
        <translation>Dosiertank fast leer</translation>
    </message>
    <message>
        <source>consumed or leaking</source>
        <translation>verbraucht oder undicht</translation>
    </message>
    <message>
        <source>no disinfection when it is empty</source>
        <translation>keine Desinfektion, wenn er leer ist</translation>
    </message>
    <message>
        <source>order a refill, look for a leak</source>
        <translation>Nachschub bestellen, nach einem Leck suchen</translation>
    </message>
    <message>
        <source>Residual chlorine low</source>
        <translation>Restchlor niedrig</translation>
    </message>
    <message>
        <source>dosing stopped or too weak</source>
        <translation>die Dosierung steht oder ist zu schwach</translation>
    </message>
    <message>
        <source>the water is not safely disinfected</source>
        <translation>das Wasser ist nicht sicher desinfiziert</translation>
    </message>
    <message>
        <source>check the dosing pump and tank, raise the dose</source>
        <translation>Dosierpumpe und Tank prüfen, Dosis erhöhen</translation>
    </message>
    <message>
        <source>Outlet turbidity high</source>
        <translation>Trübung im Ablauf hoch</translation>
    </message>
    <message>
        <source>a filter breaks through</source>
        <translation>ein Filter bricht durch</translation>
    </message>
    <message>
        <source>the water misses its quality limit</source>
        <translation>das Wasser verfehlt seinen Grenzwert</translation>
    </message>
    <message>
        <source>take the filter with the highest turbidity off and wash it</source>
        <translation>den Filter mit der höchsten Trübung abschalten und spülen</translation>
    </message>
    <message>
        <source>Raw water turbidity high</source>
        <translation>Trübung des Rohwassers hoch</translation>
    </message>
    <message>
        <source>rain or works upstream</source>
        <translation>Regen oder Arbeiten am Oberlauf</translation>
    </message>
    <message>
        <source>the filters clog sooner</source>
        <translation>die Filter setzen sich früher zu</translation>
    </message>
    <message>
        <source>plan the next backwash earlier</source>
        <translation>die nächste Spülung früher planen</translation>
    </message>
    <message>
        <source>Flow of the zone high, leak?</source>
        <translation>Durchfluss der Zone hoch, Leck?</translation>
    </message>
    <message>
        <source>a main has burst</source>
        <translation>eine Hauptleitung ist gebrochen</translation>
    </message>
    <message>
        <source>streets are undermined, pressure falls</source>
        <translation>Straßen werden unterspült, der Druck fällt</translation>
    </message>
    <message>
        <source>send a crew, close the zone&apos;s inlet valve</source>
        <translation>einen Trupp schicken, den Zulauf der Zone schließen</translation>
    </message>
    <message>
        <source>Network pressure low</source>
        <translation>Netzdruck niedrig</translation>
    </message>
    <message>
        <source>a leak or a pump that stands</source>
        <translation>ein Leck, oder eine Pumpe steht</translation>
    </message>
    <message>
        <source>upper floors have no water</source>
        <translation>obere Stockwerke haben kein Wasser</translation>
    </message>
    <message>
        <source>look for the cause in the zone&apos;s flow and pump station 2</source>
        <translation>die Ursache im Durchfluss der Zone und in Pumpstation 2 suchen</translation>
    </message>
    <message>
        <source>Reservoir level low</source>
        <translation>Hochbehälter fast leer</translation>
    </message>
    <message>
        <source>more is taken than pumped</source>
        <translation>es wird mehr entnommen als gefördert</translation>
    </message>
    <message>
        <source>the network runs dry in some hours</source>
        <translation>das Netz läuft in einigen Stunden leer</translation>
    </message>
    <message>
        <source>start another pump of pump station 2, ask zones to save</source>
        <translation>eine weitere Pumpe von Pumpstation 2 starten, Zonen um Sparen bitten</translation>
    </message>
    <message>
        <source>Level low</source>
        <translation>Füllstand niedrig</translation>
    </message>
    <message>
        <source>the treatment gives less than is pumped</source>
        <translation>die Aufbereitung liefert weniger, als gefördert wird</translation>
    </message>
    <message>
        <source>the pumps take in air</source>
        <translation>die Pumpen ziehen Luft</translation>
    </message>
    <message>
        <source>take a pump of pump station 2 off, check valve V-311</source>
        <translation>eine Pumpe von Pumpstation 2 abstellen, Ventil V-311 prüfen</translation>
    </message>
    <message>
        <source>No data from the zone</source>
        <translation>Keine Daten von der Zone</translation>
    </message>
    <message>
        <source>the transmitter has no power or no radio link</source>
        <translation>der Messumformer hat keinen Strom oder keinen Funk</translation>
    </message>
    <message>
        <source>a leak in this zone is not seen</source>
        <translation>ein Leck in dieser Zone wird nicht gesehen</translation>
    </message>
    <message>
        <source>call the crew to the measuring point</source>
        <translation>den Trupp zur Messstelle schicken</translation>
    </message>
    <message>
        <source>No data from the pump</source>
        <translation>Keine Daten von der Pumpe</translation>
    </message>
    <message>
        <source>the pump&apos;s controller does not answer</source>
        <translation>die Steuerung der Pumpe antwortet nicht</translation>
    </message>
    <message>
        <source>its faults are not seen</source>
        <translation>ihre Störungen werden nicht gesehen</translation>
    </message>
    <message>
        <source>check the controller on site</source>
        <translation>die Steuerung vor Ort prüfen</translation>
    </message>
    <message>
        <source>Disk nearly full</source>
        <translation>Platte fast voll</translation>
    </message>
    <message>
        <source>history and other programs fill the disk</source>
        <translation>die Historie und andere Programme füllen die Platte</translation>
    </message>
    <message>
        <source>recording stops</source>
        <translation>die Aufzeichnung hört auf</translation>
    </message>
    <message>
        <source>free some space or shorten the history</source>
        <translation>Platz schaffen oder die Historie kürzen</translation>
    </message>
    <message>
        <source>Processor busy</source>
        <translation>Prozessor ausgelastet</translation>
    </message>
    <message>
        <source>a program uses all of the processor</source>
        <translation>ein Programm braucht den ganzen Prozessor</translation>
    </message>
    <message>
        <source>screens answer late</source>
        <translation>der Bildschirm antwortet spät</translation>
    </message>
    <message>
        <source>look for the program</source>
        <translation>das Programm suchen</translation>
    </message>
</context>
<context>
    <name>DemoTags</name>
    <message>
        <source>Flow</source>
        <translation>Durchfluss</translation>
    </message>
    <message>
        <source>Discharge pressure</source>
        <translation>Förderdruck</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Drehzahl</translation>
    </message>
    <message>
        <source>Bearing temperature</source>
        <translation>Lagertemperatur</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>Vibration</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Wirkungsgrad</translation>
    </message>
    <message>
        <source>Wear</source>
        <translation>Verschleiß</translation>
    </message>
    <message>
        <source>Running hours</source>
        <translation>Betriebsstunden</translation>
    </message>
    <message>
        <source>Availability, 30 days</source>
        <translation>Verfügbarkeit, 30 Tage</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Füllstand</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Inflow</source>
        <translation>Zulauf</translation>
    </message>
    <message>
        <source>Outflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Head loss</source>
        <translation>Aufstau</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Total inflow</source>
        <translation>Zulauf gesamt</translation>
    </message>
    <message>
        <source>Raw water turbidity</source>
        <translation>Trübung des Rohwassers</translation>
    </message>
    <message>
        <source>Raw water temperature</source>
        <translation>Temperatur des Rohwassers</translation>
    </message>
    <message>
        <source>Pressure drop</source>
        <translation>Druckverlust</translation>
    </message>
    <message>
        <source>Turbidity</source>
        <translation>Trübung</translation>
    </message>
    <message>
        <source>Hours since wash</source>
        <translation>Stunden seit der Spülung</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Stellung</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <source>Position deviation</source>
        <translation>Abweichung der Stellung</translation>
    </message>
    <message>
        <source>Dosing flow</source>
        <translation>Dosiermenge</translation>
    </message>
    <message>
        <source>Turbidity, outlet</source>
        <translation>Trübung im Ablauf</translation>
    </message>
    <message>
        <source>Residual chlorine</source>
        <translation>Restchlor</translation>
    </message>
    <message>
        <source>Pump station 2 power</source>
        <translation>Leistung Pumpstation 2</translation>
    </message>
    <message>
        <source>Plant power</source>
        <translation>Leistung der Anlage</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Energy per m³</source>
        <translation>Energie je m³</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>Prozessorlast</translation>
    </message>
    <message>
        <source>Processor temperature</source>
        <translation>Prozessortemperatur</translation>
    </message>
    <message>
        <source>Load average, 1 min</source>
        <translation>Mittlere Last, 1 min</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Arbeitsspeicher belegt</translation>
    </message>
    <message>
        <source>Memory available</source>
        <translation>Arbeitsspeicher verfügbar</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>Platte belegt</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Platte frei</translation>
    </message>
    <message>
        <source>Network received</source>
        <translation>Netz empfangen</translation>
    </message>
    <message>
        <source>Network sent</source>
        <translation>Netz gesendet</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Load of core %1</source>
        <translation>Last von Kern %1</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Something is not written as it should be</source>
        <translation>Etwas ist nicht so geschrieben, wie es sein soll</translation>
    </message>
    <message>
        <source>This form is not supported</source>
        <translation>Diese Form wird nicht unterstützt</translation>
    </message>
    <message>
        <source>A limit was exceeded</source>
        <translation>Eine Grenze wurde überschritten</translation>
    </message>
    <message>
        <source>It was not found</source>
        <translation>Es wurde nicht gefunden</translation>
    </message>
    <message>
        <source>It is not permitted</source>
        <translation>Es ist nicht erlaubt</translation>
    </message>
    <message>
        <source>The other side refused</source>
        <translation>Die Gegenseite lehnte ab</translation>
    </message>
    <message>
        <source>Somebody else is using it</source>
        <translation>Jemand anderes benutzt es gerade</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Die Platte ist voll</translation>
    </message>
    <message>
        <source>The disk could not be read or written</source>
        <translation>Die Platte konnte nicht gelesen oder beschrieben werden</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>Eine Datei ist beschädigt</translation>
    </message>
    <message>
        <source>A newer version wrote it</source>
        <translation>Eine neuere Version hat es geschrieben</translation>
    </message>
    <message>
        <source>The host name is unknown</source>
        <translation>Der Rechnername ist unbekannt</translation>
    </message>
    <message>
        <source>The port is closed</source>
        <translation>Der Port ist geschlossen</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>Es kam keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>The encrypted connection failed</source>
        <translation>Die verschlüsselte Verbindung kam nicht zustande</translation>
    </message>
    <message>
        <source>User or password is wrong</source>
        <translation>Benutzer oder Passwort ist falsch</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>Die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>Another program took the session over</source>
        <translation>Ein anderes Programm hat die Sitzung übernommen</translation>
    </message>
    <message>
        <source>It was cancelled</source>
        <translation>Es wurde abgebrochen</translation>
    </message>
    <message>
        <source>The settings contradict each other</source>
        <translation>Die Einstellungen widersprechen einander</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>Das Programm hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Correct it at its source.</source>
        <translation>An der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Use another form, or a newer version of this program.</source>
        <translation>Eine andere Form oder eine neuere Version dieses Programms verwenden.</translation>
    </message>
    <message>
        <source>Send less at once, or raise the limit.</source>
        <translation>Weniger auf einmal senden oder die Grenze anheben.</translation>
    </message>
    <message>
        <source>Check name and place.</source>
        <translation>Name und Ort prüfen.</translation>
    </message>
    <message>
        <source>Ask whoever grants permissions there.</source>
        <translation>Dort fragen, wer die Rechte vergibt.</translation>
    </message>
    <message>
        <source>Its log tells why.</source>
        <translation>Das Protokoll der Gegenseite sagt, warum.</translation>
    </message>
    <message>
        <source>End the other program, or use its window.</source>
        <translation>Das andere Programm beenden oder sein Fenster benutzen.</translation>
    </message>
    <message>
        <source>Free some space; what is waiting is written then.</source>
        <translation>Platz schaffen; was wartet, wird dann geschrieben.</translation>
    </message>
    <message>
        <source>Check the disk and its permissions; it is tried again.</source>
        <translation>Die Platte und ihre Rechte prüfen; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The file was kept aside; restore it from a backup if you have one.</source>
        <translation>Die Datei wurde beiseitegelegt; gibt es eine Sicherung, sie daraus wiederherstellen.</translation>
    </message>
    <message>
        <source>Use the newer version of this program.</source>
        <translation>Die neuere Version dieses Programms verwenden.</translation>
    </message>
    <message>
        <source>Check the address, and whether this computer is in the right network.</source>
        <translation>Die Adresse prüfen und ob dieser Rechner im richtigen Netz ist.</translation>
    </message>
    <message>
        <source>Check the port, and whether the broker is running.</source>
        <translation>Den Port prüfen und ob der Broker läuft.</translation>
    </message>
    <message>
        <source>Check the address and the firewalls on the way.</source>
        <translation>Die Adresse und die Firewalls auf dem Weg prüfen.</translation>
    </message>
    <message>
        <source>Check the certificate, its host name and dates, and the CA file.</source>
        <translation>Das Zertifikat, seinen Rechnernamen, seine Gültigkeit und die CA-Datei prüfen.</translation>
    </message>
    <message>
        <source>Edit the connection and enter user and password again.</source>
        <translation>Die Verbindung bearbeiten und Benutzer und Passwort neu eingeben.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Only one program may use a client id: end the other one.</source>
        <translation>Nur ein Programm darf eine Client-Kennung benutzen: das andere beenden.</translation>
    </message>
    <message>
        <source>Start it again if you need it.</source>
        <translation>Bei Bedarf neu starten.</translation>
    </message>
    <message>
        <source>Change one of them.</source>
        <translation>Eine davon ändern.</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Bitte mit der Protokolldatei melden.</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>%1 what happened, %2 detail as the program found it, %3 what to do</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Make the folder writable, then save again.</source>
        <translation>Den Ordner beschreibbar machen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>Free some space, then save again.</source>
        <translation>Platz schaffen und noch einmal speichern.</translation>
    </message>
    <message>
        <source>Not saved. %1: %2. %3</source>
        <extracomment>%1 what happened, %2 detail as the program found it, %3 what to do</extracomment>
        <translation>Nicht gespeichert. %1: %2. %3</translation>
    </message>
    <message>
        <source>It does not seem to speak TLS</source>
        <translation>Dort wird anscheinend kein TLS gesprochen</translation>
    </message>
    <message>
        <source>Use mqtt://, or the port the broker has for TLS (mostly 8883).</source>
        <translation>mqtt:// verwenden oder den Port, den der Broker für TLS hat (meist 8883).</translation>
    </message>
    <message>
        <source>It hung up instead of answering</source>
        <translation>Dort wurde aufgelegt statt geantwortet</translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used</source>
        <translation>Dieser Rechner hat keinen benutzbaren Schlüsselbund</translation>
    </message>
    <message>
        <source>Check that it is an MQTT broker; a port for TLS needs mqtts://.</source>
        <translation>Prüfen, ob dort ein MQTT-Broker ist; ein Port für TLS braucht mqtts://.</translation>
    </message>
    <message>
        <source>Edit the connection and type the password: it serves until the program ends. To keep it, unlock or install a keychain, or name a file that only you may read in TELLTALE_CREDENTIALS.</source>
        <translation>Die Verbindung bearbeiten und das Passwort eingeben: Es gilt, bis das Programm endet. Damit es bleibt, einen Schlüsselbund entsperren oder einrichten, oder in TELLTALE_CREDENTIALS eine Datei nennen, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This window only shows what %1 records; nothing can be changed here. Make the change in the window of that program. If it has none, end it and start Telltale again.</source>
        <translation>Dieses Fenster zeigt nur, was %1 aufzeichnet; hier lässt sich nichts ändern. Es im Fenster jenes Programms ändern. Hat es keines, es beenden und Telltale neu starten.</translation>
    </message>
    <message>
        <source>The password is missing</source>
        <translation>Das Passwort fehlt</translation>
    </message>
    <message>
        <source>The clock of a device is wrong</source>
        <translation>Die Uhr eines Geräts geht falsch</translation>
    </message>
    <message>
        <source>Set the clock of the device, best by NTP. Until then the time of arrival stands in for times that cannot be.</source>
        <translation>Die Uhr des Geräts stellen, am besten über NTP. Bis dahin gilt anstelle unmöglicher Zeiten die Zeit des Eingangs.</translation>
    </message>
    <message>
        <source>The alarm journal is not as it was written</source>
        <translation>Das Alarmjournal ist nicht so, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>The alarm journal is not signed</source>
        <translation>Das Alarmjournal wird nicht signiert</translation>
    </message>
    <message>
        <source>Keep a copy of the data folder, and compare it with backups and exports.</source>
        <translation>Eine Kopie des Datenordners aufbewahren und mit Sicherungen und Exporten vergleichen.</translation>
    </message>
    <message>
        <source>Unlock the keychain or mend the file that is named; it is tried again.</source>
        <translation>Den Schlüsselbund entsperren oder die genannte Datei berichtigen; es wird wieder versucht.</translation>
    </message>
</context>
<context>
    <name>FloodWords</name>
    <message numerus="yes">
        <source>%1 alarm(s) in 10 min</source>
        <translation>
            <numerusform>%1 Alarm in 10 min</numerusform>
            <numerusform>%1 Alarme in 10 min</numerusform>
        </translation>
    </message>
    <message>
        <source>first out: %1</source>
        <translation>zuerst: %1</translation>
    </message>
</context>
<context>
    <name>FrequentTable</name>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran stört</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>flatternd</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) shorter than 10 s</source>
        <translation>
            <numerusform>%n-mal kürzer als 10 s</numerusform>
            <numerusform>%n-mal kürzer als 10 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>program off %1</source>
        <translation>Programm aus %1</translation>
    </message>
    <message>
        <source>broker down %1</source>
        <translation>Broker weg %1</translation>
    </message>
    <message>
        <source>device silent %1</source>
        <translation>Gerät stumm %1</translation>
    </message>
    <message>
        <source>payload rejected %1</source>
        <translation>Nutzdaten abgelehnt %1</translation>
    </message>
    <message>
        <source>disk error %1</source>
        <translation>Plattenfehler %1</translation>
    </message>
    <message>
        <source>overload %1</source>
        <translation>Überlast %1</translation>
    </message>
    <message>
        <source>switched off %1</source>
        <translation>ausgeschaltet %1</translation>
    </message>
    <message>
        <source>name unknown %1</source>
        <translation>Name unbekannt %1</translation>
    </message>
    <message>
        <source>TLS failed %1</source>
        <translation>TLS gescheitert %1</translation>
    </message>
    <message>
        <source>sign-in refused %1</source>
        <translation>Anmeldung abgelehnt %1</translation>
    </message>
    <message>
        <source>not permitted %1</source>
        <translation>nicht erlaubt %1</translation>
    </message>
    <message>
        <source>only roll-ups are left</source>
        <translation>nur noch verdichtete Werte</translation>
    </message>
</context>
<context>
    <name>HandoverSections</name>
    <message>
        <source>Shift hand-over</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>As far as</source>
        <translation>Bis jetzt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Alarms that came</source>
        <translation>Gekommene Alarme</translation>
    </message>
    <message>
        <source>Active or not acknowledged</source>
        <translation>Aktiv oder nicht quittiert</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Per Auslegung unterdrückt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them over 24 h</source>
        <translation>
            <numerusform>%1, davon %n über 24 h</numerusform>
            <numerusform>%1, davon %n über 24 h</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Active and hidden as of</source>
        <translation>Aktiv und ausgeblendet, Stand</translation>
    </message>
</context>
<context>
    <name>HandoverTable</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Alarms now</source>
        <translation>Alarme jetzt</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>Kritisch und hoch</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Eingriffe</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>No note was written for the next shift.</source>
        <translation>Für die nächste Schicht ist keine Notiz geschrieben.</translation>
    </message>
    <message>
        <source>No alarm is active, and none waits for an acknowledgement.</source>
        <translation>Kein Alarm ist aktiv, und keiner wartet auf eine Quittierung.</translation>
    </message>
    <message>
        <source>No alarm is shelved.</source>
        <translation>Kein Alarm ist zurückgestellt.</translation>
    </message>
    <message>
        <source>No alarm is out of service.</source>
        <translation>Kein Alarm ist außer Betrieb.</translation>
    </message>
    <message>
        <source>No alarm is suppressed by design.</source>
        <translation>Kein Alarm ist per Auslegung unterdrückt.</translation>
    </message>
    <message>
        <source>No critical or high alarm came in this shift.</source>
        <translation>In dieser Schicht kam kein kritischer oder hoher Alarm.</translation>
    </message>
    <message>
        <source>Nobody did anything with alarms in this shift.</source>
        <translation>In dieser Schicht hat niemand etwas an Alarmen getan.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>By</source>
        <comment>heading: who did it</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>For</source>
        <comment>heading: how long</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Key figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Of the shift</source>
        <translation>In der Schicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 more alarm(s) found no room; the journal has them.</source>
        <translation>
            <numerusform>Für %1 weiteren Alarm war kein Platz; er steht im Journal.</numerusform>
            <numerusform>Für %1 weitere Alarme war kein Platz; sie stehen im Journal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more action(s) found no room; the journal has them.</source>
        <translation>
            <numerusform>Für %1 weiteren Eingriff war kein Platz; er steht im Journal.</numerusform>
            <numerusform>Für %1 weitere Eingriffe war kein Platz; sie stehen im Journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>of a shift: %1 begin, %2 end</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>alarms</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>no</source>
        <comment>not acknowledged</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 a time, %2 who</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>not in this shift</source>
        <translation>nicht in dieser Schicht</translation>
    </message>
</context>
<context>
    <name>Hiding</name>
    <message>
        <source>15 min</source>
        <comment>how long</comment>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>how long</comment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>8 h</source>
        <comment>how long</comment>
        <translation>8 h</translation>
    </message>
    <message>
        <source>end of shift, %1</source>
        <translation>Ende der Schicht, %1</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Per Auslegung unterdrückt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>alarm %1 is on</source>
        <comment>the id of its rule</comment>
        <translation>Alarm %1 steht an</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>%1 a time of day, %2 the time until then</extracomment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>OVER 24 h</source>
        <comment>how long an alarm has been out of service</comment>
        <translation>ÜBER 24 h</translation>
    </message>
</context>
<context>
    <name>JournalPages</name>
    <message>
        <source>Alarm journal</source>
        <translation>Alarmjournal</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the journal, oldest first. Looked for: %1.</source>
        <translation>
            <numerusform>%n Zeile des Journals. Gesucht: %1.</numerusform>
            <numerusform>%n Zeilen des Journals, älteste zuerst. Gesucht: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest line was number %1, its checksum %2.</source>
        <translation>Die neueste Zeile war Nummer %1, ihre Prüfsumme %2.</translation>
    </message>
    <message>
        <source>Written (%1)</source>
        <translation>Geschrieben (%1)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>By</source>
        <comment>heading: who did it</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Made %1</source>
        <comment>a time</comment>
        <translation>Erstellt am %1</translation>
    </message>
    <message>
        <source>Made %1 by %2</source>
        <comment>a time, a person</comment>
        <translation>Erstellt am %1 von %2</translation>
    </message>
    <message>
        <source>Warning: the journal is not as it was written: %1.</source>
        <translation>Warnung: Das Journal ist nicht so, wie es geschrieben wurde: %1.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
</context>
<context>
    <name>JournalQuery</name>
    <message>
        <source>All kinds</source>
        <comment>of journal entries</comment>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Coming and going</source>
        <translation>Kommen und Gehen</translation>
    </message>
    <message>
        <source>What people did</source>
        <translation>Was Personen taten</translation>
    </message>
    <message>
        <source>Floods and chattering</source>
        <translation>Fluten und Flattern</translation>
    </message>
    <message>
        <source>with the words %1</source>
        <translation>mit den Wörtern %1</translation>
    </message>
    <message>
        <source>kinds %1</source>
        <translation>Arten %1</translation>
    </message>
    <message>
        <source>of the tag %1</source>
        <translation>der Messstelle %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a time</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what was asked for, %2 why it was refused</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>seine Zeit war um</translation>
    </message>
    <message>
        <source>the alarm returned to normal</source>
        <translation>der Alarm wurde wieder normal</translation>
    </message>
    <message>
        <source>was on when it was hidden no longer</source>
        <translation>stand an, als er nicht mehr ausgeblendet war</translation>
    </message>
    <message>
        <source>its rule is a draft</source>
        <translation>seine Regel ist ein Entwurf</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <comment>something that was refused</comment>
        <translation>quittieren</translation>
    </message>
    <message>
        <source>reset</source>
        <comment>something that was refused</comment>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>silence</source>
        <comment>something that was refused</comment>
        <translation>stummschalten</translation>
    </message>
    <message>
        <source>comment</source>
        <comment>something that was refused</comment>
        <translation>kommentieren</translation>
    </message>
    <message>
        <source>shelve</source>
        <comment>something that was refused</comment>
        <translation>zurückstellen</translation>
    </message>
    <message>
        <source>unshelve</source>
        <comment>something that was refused</comment>
        <translation>Zurückstellung aufheben</translation>
    </message>
    <message>
        <source>take out of service</source>
        <comment>something that was refused</comment>
        <translation>außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>return to service</source>
        <comment>something that was refused</comment>
        <translation>wieder in Betrieb nehmen</translation>
    </message>
    <message>
        <source>change a rule</source>
        <comment>something that was refused</comment>
        <translation>eine Regel ändern</translation>
    </message>
    <message>
        <source>export the journal</source>
        <comment>something that was refused</comment>
        <translation>das Journal exportieren</translation>
    </message>
    <message>
        <source>was on when its rule came into force</source>
        <translation>stand an, als seine Regel in Kraft trat</translation>
    </message>
    <message>
        <source>the file was edited</source>
        <translation>die Datei wurde bearbeitet</translation>
    </message>
    <message>
        <source>the rule was removed</source>
        <translation>die Regel wurde entfernt</translation>
    </message>
    <message>
        <source>the rule was switched on</source>
        <translation>die Regel wurde eingeschaltet</translation>
    </message>
    <message>
        <source>the rule was switched off</source>
        <translation>die Regel wurde ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>KeyFigureWords</name>
    <message>
        <source>Alarms per hour</source>
        <translation>Alarme je Stunde</translation>
    </message>
    <message>
        <source>Alarms per 10 min</source>
        <translation>Alarme je 10 min</translation>
    </message>
    <message>
        <source>Alarms per day</source>
        <translation>Alarme je Tag</translation>
    </message>
    <message>
        <source>Most within 10 min of the clock</source>
        <translation>Meiste in 10 min der Uhr</translation>
    </message>
    <message>
        <source>10 min with more than 10 alarms</source>
        <translation>10 min mit mehr als 10 Alarmen</translation>
    </message>
    <message>
        <source>Hours with more than 30 alarms</source>
        <translation>Stunden mit mehr als 30 Alarmen</translation>
    </message>
    <message>
        <source>Time in an alarm flood</source>
        <translation>Zeit in einer Alarmflut</translation>
    </message>
    <message>
        <source>Share of the ten most frequent alarms</source>
        <translation>Anteil der zehn häufigsten Alarme</translation>
    </message>
    <message>
        <source>Chattering: three times within a minute</source>
        <translation>Flatternd: dreimal in einer Minute</translation>
    </message>
    <message>
        <source>Fleeting: shorter than 10 s</source>
        <translation>Flüchtig: kürzer als 10 s</translation>
    </message>
    <message>
        <source>Stale: active for more than 24 h, worst day</source>
        <translation>Verschleppt: länger als 24 h aktiv, schlimmster Tag</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <comment>a priority</comment>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Share of %1 among the rules</source>
        <comment>a priority</comment>
        <translation>Anteil %1 an den Regeln</translation>
    </message>
    <message>
        <source>%1: half acknowledged within</source>
        <comment>a priority</comment>
        <translation>%1: die Hälfte quittiert in</translation>
    </message>
    <message>
        <source>%1: 95 % acknowledged within</source>
        <comment>a priority</comment>
        <translation>%1: 95 % quittiert in</translation>
    </message>
    <message>
        <source>Standing now</source>
        <translation>Jetzt anstehend</translation>
    </message>
    <message>
        <source>Shelved now</source>
        <translation>Jetzt zurückgestellt</translation>
    </message>
    <message>
        <source>Suppressed by design now</source>
        <translation>Jetzt per Auslegung unterdrückt</translation>
    </message>
    <message>
        <source>Out of service now</source>
        <translation>Jetzt außer Betrieb</translation>
    </message>
    <message>
        <source>Shelved for more than 24 h in all</source>
        <translation>Insgesamt länger als 24 h zurückgestellt</translation>
    </message>
    <message>
        <source>Hidden now without a reason</source>
        <translation>Jetzt ohne Grund ausgeblendet</translation>
    </message>
    <message>
        <source>Changes of rules without a record</source>
        <translation>Regeländerungen ohne Nachweis</translation>
    </message>
    <message>
        <source>&lt; half the time to respond</source>
        <translation>&lt; halbe Reaktionszeit</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>reviewed each shift</source>
        <translation>jede Schicht durchgesehen</translation>
    </message>
    <message>
        <source>&gt; the time to respond</source>
        <translation>&gt; Reaktionszeit</translation>
    </message>
    <message>
        <source>within target</source>
        <translation>im Ziel</translation>
    </message>
    <message>
        <source>below target</source>
        <translation>unter dem Ziel</translation>
    </message>
    <message>
        <source>above target</source>
        <translation>über dem Ziel</translation>
    </message>
    <message>
        <source>act</source>
        <comment>something must be done</comment>
        <translation>handeln</translation>
    </message>
    <message>
        <source>not meaningful</source>
        <translation>ohne Aussage</translation>
    </message>
    <message>
        <source>Most in the first 10 min of a flood</source>
        <translation>Meiste in den ersten 10 min einer Flut</translation>
    </message>
    <message>
        <source>excessive</source>
        <comment>alarms in a flood</comment>
        <translation>nicht beherrschbar</translation>
    </message>
    <message>
        <source>hard to manage</source>
        <comment>alarms in a flood</comment>
        <translation>schwer beherrschbar</translation>
    </message>
    <message>
        <source>manageable</source>
        <comment>alarms in a flood</comment>
        <translation>beherrschbar</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Alarm journal</source>
        <translation>Alarmjournal</translation>
    </message>
    <message>
        <source>Alarm rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>Zurückgestellte Alarme</translation>
    </message>
    <message>
        <source>Alarms suppressed by design</source>
        <translation>Planmäßig unterdrückte Alarme</translation>
    </message>
    <message>
        <source>Alarms out of service</source>
        <translation>Alarme außer Betrieb</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Shift hand-over</source>
        <translation>Schichtübergabe</translation>
    </message>
</context>
<context>
    <name>PayloadWords</name>
    <message>
        <source>it has more than 10,000 members</source>
        <translation>mehr als 10&#x2009;000 Elemente</translation>
    </message>
    <message>
        <source>it is more than 32 levels deep</source>
        <translation>mehr als 32 Ebenen tief</translation>
    </message>
    <message>
        <source>a text is longer than 4 KiB</source>
        <translation>ein Text ist länger als 4 KiB</translation>
    </message>
    <message>
        <source>a string is longer than 64 KiB</source>
        <translation>eine Zeichenkette ist länger als 64 KiB</translation>
    </message>
    <message>
        <source>its text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>Have the device send less in one message.</source>
        <translation>Das Gerät soll weniger in einer Nachricht senden.</translation>
    </message>
    <message>
        <source>Correct the topic at the device: UTF-8 text without wildcards.</source>
        <translation>Topic am Gerät berichtigen: UTF-8-Text ohne Platzhalter.</translation>
    </message>
    <message>
        <source>Have the device use a shorter topic.</source>
        <translation>Das Gerät soll ein kürzeres Topic verwenden.</translation>
    </message>
    <message>
        <source>Have the device send a flatter document.</source>
        <translation>Das Gerät soll ein flacheres Dokument senden.</translation>
    </message>
    <message>
        <source>Have the device send its values in several messages.</source>
        <translation>Das Gerät soll seine Werte auf mehrere Nachrichten verteilen.</translation>
    </message>
    <message>
        <source>Have the device send shorter texts.</source>
        <translation>Das Gerät soll kürzere Texte senden.</translation>
    </message>
    <message>
        <source>Have the device encode its text as UTF-8.</source>
        <translation>Das Gerät soll seinen Text als UTF-8 kodieren.</translation>
    </message>
    <message>
        <source>Have the device send a number, text, JSON, CBOR or MessagePack.</source>
        <translation>Das Gerät soll eine Zahl, Text, JSON, CBOR oder MessagePack senden.</translation>
    </message>
    <message>
        <source>Restart the device, so that it sends its birth message again.</source>
        <translation>Gerät neu starten, damit es seine Birth-Nachricht erneut sendet.</translation>
    </message>
    <message>
        <source>Have the device send a version and members that are supported.</source>
        <translation>Das Gerät soll eine Version und Elemente senden, die unterstützt werden.</translation>
    </message>
    <message>
        <source>Correct what the device sends there; JSON knows no NaN and no Infinity.</source>
        <translation>Berichtigen, was das Gerät dort sendet; JSON kennt weder NaN noch Infinity.</translation>
    </message>
    <message>
        <source>%1 (byte %2)</source>
        <translation>%1 (Byte %2)</translation>
    </message>
    <message>
        <source>it is neither a map nor an array</source>
        <translation>weder eine Map noch ein Array</translation>
    </message>
    <message>
        <source>something follows the end</source>
        <translation>nach dem Ende folgt noch etwas</translation>
    </message>
    <message>
        <source>it ends before what it announces</source>
        <translation>endet vor dem, was angekündigt ist</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>a text is not valid UTF-8</source>
        <translation>ein Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>a length that does not exist</source>
        <translation>eine Länge, die es nicht gibt</translation>
    </message>
    <message>
        <source>a key is neither a text nor an integer</source>
        <translation>ein Schlüssel ist weder Text noch ganze Zahl</translation>
    </message>
    <message>
        <source>a part of a string is none</source>
        <translation>ein Teil einer Zeichenkette ist keine</translation>
    </message>
    <message>
        <source>a simple value in two bytes that fits one</source>
        <translation>ein einfacher Wert in zwei Bytes, für den eines genügt</translation>
    </message>
    <message>
        <source>something follows the end of the document</source>
        <translation>nach dem Ende des Dokuments folgt noch etwas</translation>
    </message>
    <message>
        <source>it ends where a value should be</source>
        <translation>endet, wo ein Wert stehen müsste</translation>
    </message>
    <message>
        <source>a comma or the end of the object or array should be here</source>
        <translation>hier müsste ein Komma oder das Ende des Objekts oder Arrays stehen</translation>
    </message>
    <message>
        <source>a member name should be here</source>
        <translation>hier müsste der Name eines Elements stehen</translation>
    </message>
    <message>
        <source>a colon should be here</source>
        <translation>hier müsste ein Doppelpunkt stehen</translation>
    </message>
    <message>
        <source>a value should be here</source>
        <translation>hier müsste ein Wert stehen</translation>
    </message>
    <message>
        <source>it ends within a text</source>
        <translation>endet mitten in einem Text</translation>
    </message>
    <message>
        <source>a control character stands in a text</source>
        <translation>in einem Text steht ein Steuerzeichen</translation>
    </message>
    <message>
        <source>an escape that does not exist</source>
        <translation>eine Escape-Folge, die es nicht gibt</translation>
    </message>
    <message>
        <source>half a surrogate pair</source>
        <translation>ein halbes Surrogatpaar</translation>
    </message>
    <message>
        <source>four hexadecimal digits should be here</source>
        <translation>hier müssten vier Hexadezimalziffern stehen</translation>
    </message>
    <message>
        <source>a code that does not exist</source>
        <translation>ein Code, den es nicht gibt</translation>
    </message>
    <message>
        <source>a time with more than a second of nanoseconds</source>
        <translation>eine Zeit mit mehr als einer Sekunde an Nanosekunden</translation>
    </message>
    <message>
        <source>beyond a limit</source>
        <translation>über einer Grenze</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>nicht aufbewahrt</translation>
    </message>
    <message>
        <source>%1 bytes, at most %2</source>
        <translation>%1 Bytes, höchstens %2</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1 bei Byte %2</translation>
    </message>
</context>
<context>
    <name>ReportCanvas</name>
    <message>
        <source>Page %1 / %2</source>
        <translation>Seite %1 / %2</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>high %1</source>
        <translation>oben %1</translation>
    </message>
    <message>
        <source>low %1</source>
        <translation>unten %1</translation>
    </message>
</context>
<context>
    <name>ReportSections</name>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>There is no sample in this period.</source>
        <translation>In diesem Zeitraum gibt es keine Messwerte.</translation>
    </message>
    <message>
        <source>There were more alarms than a report has room for: these are those that came first.</source>
        <translation>Es gab mehr Alarme, als in einem Bericht Platz haben: dies sind die ersten.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Messstellen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Good data</source>
        <translation>Gute Daten</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n more tag(s), for want of room</source>
        <translation>
            <numerusform>%n weitere Messstelle, aus Platzgründen</numerusform>
            <numerusform>%n weitere Messstellen, aus Platzgründen</numerusform>
        </translation>
    </message>
    <message>
        <source>no alarm journal</source>
        <translation>kein Alarmjournal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>There is no tag to report on.</source>
        <translation>Es gibt keine Messstelle zu berichten.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>ein %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>No gap is on record for this period.</source>
        <translation>Für diesen Zeitraum ist keine Lücke verzeichnet.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>noch nicht vorbei</translation>
    </message>
    <message>
        <source>after the period</source>
        <translation>nach dem Zeitraum</translation>
    </message>
    <message>
        <source>No alarm came in this period.</source>
        <translation>In diesem Zeitraum kam kein Alarm.</translation>
    </message>
    <message>
        <source>There is no alarm journal.</source>
        <translation>Es gibt kein Alarmjournal.</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>still on</source>
        <translation>steht an</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>quittiert %1</translation>
    </message>
    <message>
        <source>acknowledged %1 by %2</source>
        <translation>quittiert %1 von %2</translation>
    </message>
    <message>
        <source>Load by alarms</source>
        <translation>Belastung durch Alarme</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Alarms per hour</source>
        <translation>Alarme je Stunde</translation>
    </message>
    <message>
        <source>Most alarms within ten minutes</source>
        <translation>Meiste Alarme in zehn Minuten</translation>
    </message>
    <message>
        <source>Time in an alarm flood</source>
        <translation>Zeit in einer Alarmflut</translation>
    </message>
    <message>
        <source>Share of the ten most frequent alarms</source>
        <translation>Anteil der zehn häufigsten Alarme</translation>
    </message>
    <message>
        <source>Chattering alarms: three times within a minute</source>
        <translation>Flatternde Alarme: dreimal in einer Minute</translation>
    </message>
    <message>
        <source>Fleeting alarms: shorter than 10 s</source>
        <translation>Flüchtige Alarme: kürzer als 10 s</translation>
    </message>
    <message>
        <source>Half of the acknowledgements came within</source>
        <translation>Die Hälfte der Quittierungen kam innerhalb von</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the history; what is missing is among the gaps</source>
        <translation>
            <numerusform>%n Datei der Historie; was fehlt, steht bei den Lücken</numerusform>
            <numerusform>%n Dateien der Historie; was fehlt, steht bei den Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged file %1</source>
        <translation>beschädigte Datei %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>not meaningful with few alarms</source>
        <translation>bei wenigen Alarmen ohne Aussage</translation>
    </message>
    <message>
        <source>Most alarms in the first ten minutes of a flood</source>
        <translation>Meiste Alarme in den ersten zehn Minuten einer Flut</translation>
    </message>
</context>
<context>
    <name>RuleDraft</name>
    <message>
        <source>flow</source>
        <translation>Durchfluss</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Füllstand</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>other signals</source>
        <translation>anderen Signalen</translation>
    </message>
    <message>
        <source>Choose the tag to watch.</source>
        <translation>Die Messstelle wählen, die überwacht wird.</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>time to respond</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>away from its set-point</source>
        <translation>weicht vom Sollwert ab</translation>
    </message>
    <message>
        <source>changes too fast</source>
        <translation>ändert sich zu schnell</translation>
    </message>
    <message>
        <source>in a stated state</source>
        <translation>in bestimmtem Zustand</translation>
    </message>
    <message>
        <source>too often in a stated state</source>
        <translation>zu oft in bestimmtem Zustand</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Give it a title: what an operator reads first.</source>
        <translation>Titel angeben: was der Bediener zuerst liest.</translation>
    </message>
    <message>
        <source>A number of 0 or more.</source>
        <translation>Eine Zahl ab 0.</translation>
    </message>
    <message>
        <source>A number above 0.</source>
        <translation>Eine Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>RuleParameters</name>
    <message>
        <source>A number above 0.</source>
        <translation>Eine Zahl über 0.</translation>
    </message>
    <message>
        <source>A number of 0 or more.</source>
        <translation>Eine Zahl ab 0.</translation>
    </message>
    <message>
        <source>Less than above and below.</source>
        <translation>Weniger als darüber und darunter.</translation>
    </message>
    <message>
        <source>The set-point must be a number.</source>
        <translation>Der Sollwert muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>A number, or else its tag.</source>
        <translation>Eine Zahl oder die Messstelle des Sollwerts.</translation>
    </message>
    <message>
        <source>Set-point</source>
        <translation>Sollwert</translation>
    </message>
    <message>
        <source>Above by</source>
        <translation>Darüber um</translation>
    </message>
    <message>
        <source>Below by</source>
        <translation>Darunter um</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>The limit must be a number.</source>
        <translation>Der Grenzwert muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>Deadband</source>
        <translation>Hysterese</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>A whole number from 1 to 10 000.</source>
        <translation>Eine ganze Zahl von 1 bis 10 000.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>or its tag</source>
        <translation>oder seine Messstelle</translation>
    </message>
    <message>
        <source>path of the tag that has the set-point</source>
        <translation>Pfad der Messstelle, die den Sollwert hat</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>such as 1, true, fault</source>
        <translation>etwa 1, true, Störung</translation>
    </message>
    <message>
        <source>At least one value.</source>
        <translation>Mindestens ein Wert.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>rising or falling</source>
        <translation>steigend oder fallend</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>bad or uncertain</source>
        <translation>schlecht oder unsicher</translation>
    </message>
    <message>
        <source>value is too high</source>
        <translation>Wert zu hoch</translation>
    </message>
    <message>
        <source>value is too low</source>
        <translation>Wert zu niedrig</translation>
    </message>
    <message>
        <source>no data come</source>
        <translation>keine Daten kommen</translation>
    </message>
    <message>
        <source>value is away from its set-point</source>
        <translation>Wert weicht vom Sollwert ab</translation>
    </message>
    <message>
        <source>value changes too fast</source>
        <translation>Wert ändert sich zu schnell</translation>
    </message>
    <message>
        <source>value is one of</source>
        <translation>Wert ist einer von</translation>
    </message>
    <message>
        <source>value becomes one of them too often</source>
        <translation>Wert wird zu oft einer von</translation>
    </message>
    <message>
        <source>quality is bad</source>
        <translation>Qualität ist schlecht</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second</comment>
        <translation>/s</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Delay on / off</source>
        <translation>Ein/aus nach</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>number of tags a rule watches</comment>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a rule that is switched off</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a rule that is switched on</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>draft</source>
        <comment>a rule that raises no alarm yet</comment>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>A draft raises no alarm. Missing: %1</source>
        <translation>Ein Entwurf löst keinen Alarm aus. Es fehlt: %1</translation>
    </message>
    <message>
        <source>%1 / %2 s</source>
        <comment>two delays in seconds</comment>
        <translation>%1 / %2 s</translation>
    </message>
</context>
<context>
    <name>RulesInForce</name>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Noch keine Regeln</translation>
    </message>
    <message>
        <source>No rule in force</source>
        <translation>Keine Regel in Kraft</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) watch this plant</source>
        <translation>
            <numerusform>%n Regel überwacht diesen Standort</numerusform>
            <numerusform>%n Regeln überwachen diesen Standort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are drafts or switched off and raise no alarm.</source>
        <translation>
            <numerusform>%n Regel ist ein Entwurf oder ausgeschaltet und löst keinen Alarm aus.</numerusform>
            <numerusform>%n Regeln sind Entwürfe oder ausgeschaltet und lösen keinen Alarm aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are drafts and raise no alarm yet.</source>
        <translation>
            <numerusform>%n Regel ist ein Entwurf und löst noch keinen Alarm aus.</numerusform>
            <numerusform>%n Regeln sind Entwürfe und lösen noch keinen Alarm aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off and raise no alarm.</source>
        <translation>
            <numerusform>%n Regel ist ausgeschaltet und löst keinen Alarm aus.</numerusform>
            <numerusform>%n Regeln sind ausgeschaltet und lösen keinen Alarm aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a lost connection and stopped recording raise an alarm so far.</source>
        <translation>Bisher lösen nur eine verlorene Verbindung und eine gestoppte Aufzeichnung einen Alarm aus.</translation>
    </message>
</context>
<context>
    <name>SpeakerCensus</name>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Family</source>
        <comment>of payloads</comment>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Messstellen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>(no area)</source>
        <translation>(kein Bereich)</translation>
    </message>
    <message>
        <source>Plain values</source>
        <translation>Einfache Werte</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n Anlage</numerusform>
            <numerusform>%n Anlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
</context>
<context>
    <name>StatusRows</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>nothing stored yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>%1 ago, took %2 ms</source>
        <translation>vor %1, dauerte %2 ms</translation>
    </message>
    <message>
        <source>%1, on the disk up to %2 ago, took %3 ms</source>
        <translation>%1, auf der Platte bis vor %2, dauerte %3 ms</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>stopped: history cannot be written</source>
        <translation>gestoppt: Historie ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Last durable commit</source>
        <translation>Zuletzt gesichert</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Samples stored</source>
        <translation>Messwerte gespeichert</translation>
    </message>
    <message>
        <source>Samples refused</source>
        <translation>Messwerte abgelehnt</translation>
    </message>
    <message>
        <source>Times replaced</source>
        <translation>Zeitstempel ersetzt</translation>
    </message>
    <message>
        <source>Members named twice</source>
        <translation>Doppelte Namen in Objekten</translation>
    </message>
    <message>
        <source>Bad first samples</source>
        <translation>Schlechte erste Messwerte</translation>
    </message>
    <message>
        <source>Raw journal</source>
        <translation>Rohjournal</translation>
    </message>
    <message>
        <source>Data owned by</source>
        <translation>Daten bei</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>dieses Fenster</translation>
    </message>
    <message>
        <source>Telltale</source>
        <translation>Telltale</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Paho MQTT</source>
        <translation>Paho MQTT</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Messstellen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Memory of this view</source>
        <translation>Arbeitsspeicher dieser Ansicht</translation>
    </message>
    <message>
        <source>no: nothing is running</source>
        <translation>nein: nichts läuft</translation>
    </message>
    <message>
        <source>Samples corrected</source>
        <translation>Messwerte ersetzt</translation>
    </message>
    <message>
        <source>stopped: the raw journal cannot be written</source>
        <translation>gestoppt: Rohjournal ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Questions given up</source>
        <translation>Aufgegebene Abfragen</translation>
    </message>
    <message>
        <source>%1 (NaN, unavailable): no tag is made of them</source>
        <translation>%1 (NaN, unavailable): aus ihnen wird keine Messstelle</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>none: no notification leaves this computer</source>
        <translation>keine: keine Meldung verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>failing since %1</source>
        <translation>gestört seit %1</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 told as a number only</source>
        <translation>%1 nur als Anzahl gemeldet</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>held until somebody allows its program</source>
        <translation>angehalten, bis jemand sein Programm erlaubt</translation>
    </message>
</context>
<context>
    <name>TabNames</name>
    <message>
        <source>Trend: %1</source>
        <translation>Trend: %1</translation>
    </message>
    <message>
        <source>Trends: %1 +%2</source>
        <translation>Trends: %1 +%2</translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>%1, process %2</source>
        <translation>%1, Prozess %2</translation>
    </message>
    <message>
        <source>device clocks</source>
        <translation>Uhren der Geräte</translation>
    </message>
    <message>
        <source>two values at one time</source>
        <translation>zwei Werte zu einer Zeit</translation>
    </message>
    <message>
        <source>%1 (password)</source>
        <translation>%1 (Passwort)</translation>
    </message>
    <message>
        <source>%1 (session at %2)</source>
        <translation>%1 (Sitzung bei %2)</translation>
    </message>
    <message>
        <source>%1 (zone)</source>
        <translation>%1 (Zeitzone)</translation>
    </message>
    <message>
        <source>%1 (taken away)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 unter %2</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>%1 times %2 within %3 s</source>
        <translation>%1-mal %2 in %3 s</translation>
    </message>
    <message>
        <source>%1 or more off set-point %2</source>
        <translation>%1 oder mehr neben dem Sollwert %2</translation>
    </message>
    <message>
        <source>%1 or more below set-point %2</source>
        <translation>%1 oder mehr unter dem Sollwert %2</translation>
    </message>
    <message>
        <source>%1 or more off %2</source>
        <translation>%1 oder mehr neben %2</translation>
    </message>
    <message>
        <source>%1 or more above %2</source>
        <translation>%1 oder mehr über %2</translation>
    </message>
    <message>
        <source>%1 or more below %2</source>
        <translation>%1 oder mehr unter %2</translation>
    </message>
    <message>
        <source>rises ≥ %1/s</source>
        <translation>steigt ≥ %1/s</translation>
    </message>
    <message>
        <source>falls ≥ %1/s</source>
        <translation>fällt ≥ %1/s</translation>
    </message>
    <message>
        <source>changes ≥ %1/s</source>
        <translation>ändert sich ≥ %1/s</translation>
    </message>
    <message>
        <source>the clock of a device cannot be right: %1; for values and alarms the time of arrival is used, in the history only before 2000 or more than a day ahead</source>
        <translation>Die Uhr eines Geräts kann nicht stimmen: %1; für Werte und Alarme gilt die Zeit des Eingangs, in der Historie nur vor 2000 oder mehr als einen Tag voraus</translation>
    </message>
    <message>
        <source>%1 says %2 and %3 more</source>
        <translation>%1 nennt %2 und %3 weitere</translation>
    </message>
    <message>
        <source>%1 is %2 s ahead and %3 more</source>
        <translation>%1 geht %2 s vor und %3 weitere</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <translation>%1 nennt %2</translation>
    </message>
    <message>
        <source>%1 is %2 s ahead</source>
        <translation>%1 geht %2 s vor</translation>
    </message>
    <message>
        <source>%1 came with two values at one time: the newest arrival counts</source>
        <translation>%1 kam mit zwei Werten zu einer Zeit: Der zuletzt eingetroffene zählt</translation>
    </message>
    <message>
        <source>two paths give one tag</source>
        <translation>zwei Pfade ergeben eine Messstelle</translation>
    </message>
    <message>
        <source>nothing is recorded: %1</source>
        <translation>Nichts wird aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>this view cannot read what is stored: %1</source>
        <translation>Diese Ansicht kann das Gespeicherte nicht lesen: %1</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free, full in about %3 h</source>
        <translation>Die Platte ist fast voll: %1 von %2 sind frei, voll in etwa %3 h</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free, full in about %3 days</source>
        <translation>Die Platte ist fast voll: %1 von %2 sind frei, voll in etwa %3 Tagen</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free</source>
        <translation>Die Platte ist fast voll: %1 von %2 sind frei</translation>
    </message>
    <message>
        <source>the zone %1 is not known here; times are shown in %2</source>
        <translation>Die Zeitzone %1 ist hier nicht bekannt; Zeiten stehen in %2</translation>
    </message>
    <message>
        <source>the password is kept only until the program ends: %1</source>
        <translation>Das Passwort gilt nur, bis das Programm endet: %1</translation>
    </message>
    <message>
        <source>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: they are for the only one, and there are several</source>
        <translation>TELLTALE_MQTT_USER und TELLTALE_MQTT_PASSWORD gehen an keine Verbindung: Sie sind für die einzige, und es gibt mehrere</translation>
    </message>
    <message>
        <source>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: the only one names another user</source>
        <translation>TELLTALE_MQTT_USER und TELLTALE_MQTT_PASSWORD gehen an keine Verbindung: Die einzige nennt einen anderen Benutzer</translation>
    </message>
    <message>
        <source>a password is needed for %1: %2</source>
        <translation>Für %1 wird ein Passwort gebraucht: %2</translation>
    </message>
    <message>
        <source>this computer has no usable keychain: install one, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>Dieser Rechner hat keinen brauchbaren Schlüsselbund: einen einrichten oder in TELLTALE_CREDENTIALS eine Datei nennen, die nur Sie lesen dürfen</translation>
    </message>
    <message>
        <source>this computer has no usable keychain (%1): install one, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>Dieser Rechner hat keinen brauchbaren Schlüsselbund (%1): einen einrichten oder in TELLTALE_CREDENTIALS eine Datei nennen, die nur Sie lesen dürfen</translation>
    </message>
    <message>
        <source>the keychain did not give the password: %1</source>
        <translation>Der Schlüsselbund gab das Passwort nicht heraus: %1</translation>
    </message>
    <message>
        <source>the keychain did not answer within 5 s: unlock it, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>Der Schlüsselbund antwortete nicht innerhalb von 5 s: ihn entsperren oder in TELLTALE_CREDENTIALS eine Datei nennen, die nur Sie lesen dürfen</translation>
    </message>
    <message>
        <source>the broker refuses who gives no user name: give user and password for this connection</source>
        <translation>Der Broker lehnt ab, wer keinen Benutzernamen nennt: für diese Verbindung Benutzer und Passwort angeben</translation>
    </message>
    <message>
        <source>the broker refuses user &quot;%1&quot; without a password, and none was found: neither in the environment nor in the keychain</source>
        <translation>Der Broker lehnt den Benutzer „%1“ ohne Passwort ab, und keines wurde gefunden: weder in der Umgebung noch im Schlüsselbund</translation>
    </message>
    <message>
        <source>the broker refused user &quot;%1&quot; or the password: check both, and enter the password again</source>
        <translation>Der Broker lehnt den Benutzer „%1“ oder das Passwort ab: beides prüfen und das Passwort neu eingeben</translation>
    </message>
    <message>
        <source>the password would cross the network unencrypted: use mqtts://, or allow it for this connection</source>
        <translation>Das Passwort ginge unverschlüsselt durchs Netz: mqtts:// verwenden oder es für diese Verbindung erlauben</translation>
    </message>
    <message>
        <source>the credentials file %1 is not used: %2</source>
        <translation>Die Datei mit Zugangsdaten %1 wird nicht verwendet: %2</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>sie gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>other users may read or change it; run chmod 600 on it</source>
        <translation>andere Benutzer dürfen sie lesen oder ändern; chmod 600 darauf anwenden</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB</source>
        <translation>sie ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is not known (%2): check its spelling and this computer&apos;s network</source>
        <translation>Der Name „%1“ ist nicht bekannt (%2): Schreibweise und Netz dieses Rechners prüfen</translation>
    </message>
    <message>
        <source>the name service did not answer for &quot;%1&quot;: check this computer&apos;s network</source>
        <translation>Der Namensdienst antwortete nicht für „%1“: das Netz dieses Rechners prüfen</translation>
    </message>
    <message>
        <source>%1 port %2 refuses connections: the broker does not run there, or listens on another port</source>
        <translation>%1 Port %2 lehnt Verbindungen ab: Der Broker läuft dort nicht oder hört auf einem anderen Port</translation>
    </message>
    <message>
        <source>%1 port %2 does not answer</source>
        <translation>%1 Port %2 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 port %2 cannot be reached: no route to it</source>
        <translation>%1 Port %2 ist nicht erreichbar: kein Weg dorthin</translation>
    </message>
    <message>
        <source>the connection was accepted, then nothing was said: is it an MQTT broker that listens there?</source>
        <translation>Die Verbindung wurde angenommen, dann kam nichts: Hört dort ein MQTT-Broker?</translation>
    </message>
    <message>
        <source>the connection was found closed</source>
        <translation>Die Verbindung war geschlossen</translation>
    </message>
    <message>
        <source>the connection ended before the broker answered (%1)</source>
        <translation>Die Verbindung endete, bevor der Broker antwortete (%1)</translation>
    </message>
    <message>
        <source>the connection ended before the broker answered</source>
        <translation>Die Verbindung endete, bevor der Broker antwortete</translation>
    </message>
    <message>
        <source>the broker closed the connection, or did not answer in time any more</source>
        <translation>Der Broker schloss die Verbindung oder antwortete nicht mehr rechtzeitig</translation>
    </message>
    <message>
        <source>the broker ended the connection</source>
        <translation>Der Broker beendete die Verbindung</translation>
    </message>
    <message>
        <source>the broker permits none of the topics: ask for read permission there, or choose other topics</source>
        <translation>Der Broker erlaubt keines der Topics: dort um Leserechte bitten oder andere Topics wählen</translation>
    </message>
    <message>
        <source>the session at %1 could not be ended (%2): that broker gathers messages for it until it expires there, or until somebody removes the client %3 there</source>
        <translation>Die Sitzung bei %1 konnte nicht beendet werden (%2): Jener Broker sammelt Nachrichten dafür, bis sie dort abläuft oder jemand den Client %3 dort entfernt</translation>
    </message>
    <message>
        <source>the broker goes on listening, but closed the connection %1 times in a row right after sign-in: another program probably uses the same client id; end it, or give one of them a data folder of its own</source>
        <translation>Der Broker hört weiter, schloss die Verbindung aber %1-mal nacheinander gleich nach der Anmeldung: Vermutlich benutzt ein anderes Programm dieselbe Client-Kennung; es beenden oder einem von beiden einen eigenen Datenordner geben</translation>
    </message>
    <message>
        <source>another program signed in with the same client id and took the session over: end it, or give one of them a data folder of its own</source>
        <translation>Ein anderes Programm meldete sich mit derselben Client-Kennung an und übernahm die Sitzung: es beenden oder einem von beiden einen eigenen Datenordner geben</translation>
    </message>
    <message>
        <source>what arrives cannot be kept because the raw journal cannot be written: make room on the disk; the broker keeps the messages meanwhile</source>
        <translation>Was eintrifft, kann nicht behalten werden, weil das Rohjournal nicht geschrieben werden kann: auf der Platte Platz schaffen; der Broker behält die Nachrichten so lange</translation>
    </message>
    <message>
        <source>not connected because the raw journal cannot be written: %1</source>
        <translation>nicht verbunden, weil das Rohjournal nicht geschrieben werden kann: %1</translation>
    </message>
    <message>
        <source>the raw journal cannot be written: %1</source>
        <translation>Das Rohjournal kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate expired on %1: renew it at the broker, or set this computer&apos;s clock</source>
        <translation>Das Zertifikat des Brokers lief am %1 ab: es am Broker erneuern oder die Uhr dieses Rechners stellen</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is valid only from %1: check this computer&apos;s clock</source>
        <translation>Das Zertifikat des Brokers gilt erst ab %1: die Uhr dieses Rechners prüfen</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is for another host name (%1) and not for %2: use the name in it as the address</source>
        <translation>Das Zertifikat des Brokers ist für einen anderen Rechnernamen (%1) und nicht für %2: den Namen darin als Adresse verwenden</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is signed by itself: give it to this connection as its CA file if you trust it</source>
        <translation>Das Zertifikat des Brokers ist selbst signiert: wird ihm vertraut, es dieser Verbindung als CA-Datei geben</translation>
    </message>
    <message>
        <source>the issuer of the broker&apos;s certificate is not known here (%1): give this connection the issuer&apos;s CA file</source>
        <translation>Der Aussteller des Zertifikats ist hier nicht bekannt (%1): dieser Verbindung seine CA-Datei geben</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate was revoked</source>
        <translation>Das Zertifikat des Brokers wurde widerrufen</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is refused: %1</source>
        <translation>Das Zertifikat des Brokers wird abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 closed the connection during the TLS handshake: if it does not speak TLS, use mqtt:// or the port for TLS (8883)</source>
        <translation>%1 schloss die Verbindung während des TLS-Handshakes: Wird dort kein TLS gesprochen, mqtt:// oder den Port für TLS (8883) verwenden</translation>
    </message>
    <message>
        <source>what listens there does not speak TLS: use mqtt:// or the port for TLS (8883)</source>
        <translation>Was dort hört, spricht kein TLS: mqtt:// oder den Port für TLS (8883) verwenden</translation>
    </message>
    <message>
        <source>the broker offers no TLS newer than 1.1, which is not safe: update it</source>
        <translation>Der Broker bietet kein TLS nach 1.1, und das ist nicht sicher: den Broker aktualisieren</translation>
    </message>
    <message>
        <source>the broker refuses the handshake: it may ask for a client certificate</source>
        <translation>Der Broker lehnt den Handshake ab: Er verlangt vielleicht ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>the TLS handshake failed: %1</source>
        <translation>Der TLS-Handshake ist gescheitert: %1</translation>
    </message>
    <message>
        <source>the CA file %1 cannot be read, or has no certificate (PEM)</source>
        <translation>Die CA-Datei %1 ist nicht lesbar oder enthält kein Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>%1 does not answer the TLS handshake: is the port right?</source>
        <translation>%1 beantwortet den TLS-Handshake nicht: Stimmt der Port?</translation>
    </message>
    <message>
        <source>the broker refused without giving a reason</source>
        <translation>Der Broker lehnte ab, ohne einen Grund zu nennen</translation>
    </message>
    <message>
        <source>the broker refuses for a reason of its own</source>
        <translation>Der Broker lehnt aus einem eigenen Grund ab</translation>
    </message>
    <message>
        <source>the broker does not speak this version of MQTT</source>
        <translation>Der Broker spricht diese Version von MQTT nicht</translation>
    </message>
    <message>
        <source>the broker refuses the client id</source>
        <translation>Der Broker lehnt die Client-Kennung ab</translation>
    </message>
    <message>
        <source>the broker is not available now</source>
        <translation>Der Broker ist gerade nicht verfügbar</translation>
    </message>
    <message>
        <source>the broker is busy</source>
        <translation>Der Broker ist ausgelastet</translation>
    </message>
    <message>
        <source>the broker has banned this client</source>
        <translation>Der Broker hat diesen Client gesperrt</translation>
    </message>
    <message>
        <source>the broker was shut down</source>
        <translation>Der Broker wurde beendet</translation>
    </message>
    <message>
        <source>the broker wants another way to sign in</source>
        <translation>Der Broker verlangt eine andere Art der Anmeldung</translation>
    </message>
    <message>
        <source>the broker heard nothing from here in time</source>
        <translation>Der Broker hörte von hier nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the broker does not allow this client to connect: check user, password and permissions</source>
        <translation>Der Broker erlaubt diesem Client keine Verbindung: Benutzer, Passwort und Rechte prüfen</translation>
    </message>
    <message>
        <source>an administrator of the broker ended the connection</source>
        <translation>Ein Administrator des Brokers beendete die Verbindung</translation>
    </message>
    <message>
        <source>the broker asks to use another server for now</source>
        <translation>Der Broker bittet, vorerst einen anderen Server zu benutzen</translation>
    </message>
    <message>
        <source>the broker has moved to another address</source>
        <translation>Der Broker ist an eine andere Adresse umgezogen</translation>
    </message>
    <message>
        <source>a quota of the broker is used up</source>
        <translation>Ein Kontingent des Brokers ist aufgebraucht</translation>
    </message>
    <message>
        <source>the longest connect time the broker allows is over</source>
        <translation>Die längste Verbindungszeit, die der Broker erlaubt, ist vorbei</translation>
    </message>
    <message>
        <source>too many connections in a short time for the broker</source>
        <translation>Für den Broker zu viele Verbindungen in kurzer Zeit</translation>
    </message>
    <message>
        <source>It is tried again by itself. Connections shows which layer failed and what to do.</source>
        <translation>Es wird von selbst wieder versucht. Verbindungen zeigt, welche Schicht scheiterte und was zu tun ist.</translation>
    </message>
    <message>
        <source>Remove that client at the broker.</source>
        <translation>Jenen Client am Broker entfernen.</translation>
    </message>
    <message>
        <source>Correct the connection and try again.</source>
        <translation>Die Verbindung berichtigen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Type it again after the next start, or name an owner-only file in TELLTALE_CREDENTIALS.</source>
        <translation>Es nach dem nächsten Start wieder eingeben oder in TELLTALE_CREDENTIALS eine Datei nennen, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Name users and passwords in an owner-only file in TELLTALE_CREDENTIALS.</source>
        <translation>Benutzer und Passwörter in TELLTALE_CREDENTIALS in einer Datei nennen, die nur Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Set the clock of the device, best by NTP; times_replaced of &quot;telltale status --json&quot; counts what was replaced in the history.</source>
        <translation>Die Uhr des Geräts stellen, am besten über NTP; times_replaced von „telltale status --json“ zählt, was in der Historie ersetzt wurde.</translation>
    </message>
    <message>
        <source>Where both are meant, give them names or times of their own; samples_corrected of &quot;telltale status --json&quot; counts them.</source>
        <translation>Sind beide gemeint, ihnen eigene Namen oder Zeiten geben; samples_corrected von „telltale status --json“ zählt sie.</translation>
    </message>
    <message>
        <source>Both are stored; give one of them another name at its device.</source>
        <translation>Beide werden gespeichert; einem von beiden an seinem Gerät einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Auf der Platte Platz schaffen.</translation>
    </message>
    <message>
        <source>Make room on the disk: until then messages wait in memory, then with their brokers.</source>
        <translation>Auf der Platte Platz schaffen: Bis dahin warten Nachrichten im Speicher, dann bei ihren Brokern.</translation>
    </message>
    <message>
        <source>What came last may not outlive a power cut: check the disk. Telltale goes on in a new file.</source>
        <translation>Was zuletzt kam, übersteht vielleicht keinen Stromausfall: die Platte prüfen. Telltale macht in einer neuen Datei weiter.</translation>
    </message>
    <message>
        <source>What follows the damage is read. Messages that are lost by it are counted as journal_damaged.</source>
        <translation>Was auf den Schaden folgt, wird gelesen. Nachrichten, die dadurch verloren sind, zählen als journal_damaged.</translation>
    </message>
    <message>
        <source>Make room on the disk, or keep history for less long (retention.json).</source>
        <translation>Auf der Platte Platz schaffen oder die Historie weniger lang behalten (retention.json).</translation>
    </message>
    <message>
        <source>Recording goes on by itself once the disk can be written; until then the journal keeps what it has room for.</source>
        <translation>Die Aufzeichnung geht von selbst weiter, sobald die Platte beschreibbar ist; bis dahin behält das Journal, wofür es Platz hat.</translation>
    </message>
    <message>
        <source>Alarm entries wait in memory until the file can be written: make room on the disk, or make it writable, if it is not.</source>
        <translation>Einträge der Alarme warten im Speicher, bis die Datei beschreibbar ist: auf der Platte Platz schaffen oder sie beschreibbar machen.</translation>
    </message>
    <message>
        <source>The damaged file is kept; what is in the journal is stored again.</source>
        <translation>Die beschädigte Datei wird aufgehoben; was im Journal steht, wird noch einmal gespeichert.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: connections count as new ones, and what they bring joins what is stored.</source>
        <translation>Nichts ist zu tun: Die Verbindungen gelten als neu, und was sie bringen, schließt sich dem Gespeicherten an.</translation>
    </message>
    <message>
        <source>What is shown may be old. It is tried again by itself; telltale verify says what is damaged.</source>
        <translation>Das Gezeigte ist vielleicht alt. Es wird von selbst wieder versucht; telltale verify sagt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>the rules of the last session stay in force</source>
        <translation>die Regeln der letzten Sitzung bleiben in Kraft</translation>
    </message>
    <message>
        <source>Mend the file, or delete it to start with an empty one.</source>
        <translation>Die Datei berichtigen oder löschen, um mit einer leeren zu beginnen.</translation>
    </message>
    <message>
        <source>Install the newer version of Telltale, or start this one with --workspace and another folder.</source>
        <translation>Die neuere Version von Telltale installieren oder diese mit --workspace und einem anderen Ordner starten.</translation>
    </message>
    <message>
        <source>Free some space or make the folder writable, then change it again to save it.</source>
        <translation>Platz schaffen oder den Ordner beschreibbar machen und es zum Speichern noch einmal ändern.</translation>
    </message>
    <message>
        <source>Install the package mosquitto and start again.</source>
        <translation>Das Paket mosquitto installieren und neu starten.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable; recording begins by itself then.</source>
        <translation>Auf der Platte Platz schaffen oder den Ordner beschreibbar machen; die Aufzeichnung beginnt dann von selbst.</translation>
    </message>
    <message>
        <source>Start Telltale with --data and a folder, or move that file away; recording begins by itself then.</source>
        <translation>Telltale mit --data und einem Ordner starten oder jene Datei wegräumen; die Aufzeichnung beginnt dann von selbst.</translation>
    </message>
    <message>
        <source>Write a name such as Europe/Berlin in %1.</source>
        <translation>In %1 einen Namen wie Europe/Berlin schreiben.</translation>
    </message>
    <message>
        <source>%1: if the port is one for TLS, use mqtts://</source>
        <translation>%1: Ist der Port einer für TLS, mqtts:// verwenden</translation>
    </message>
    <message>
        <source>nothing is subscribed to yet</source>
        <translation>noch nichts abonniert</translation>
    </message>
    <message>
        <source>nothing new is subscribed to yet; what an earlier run asked for goes on</source>
        <translation>noch nichts Neues abonniert; was ein früherer Lauf abonniert hat, läuft weiter</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2: %3</source>
        <translation>%1 endete mit Code %2: %3</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2</source>
        <translation>%1 endete mit Code %2</translation>
    </message>
    <message>
        <source>%1 did not end within %2 s</source>
        <translation>%1 endete nicht innerhalb von %2 s</translation>
    </message>
    <message>
        <source>there is no host %1</source>
        <translation>es gibt keinen Rechner %1</translation>
    </message>
    <message>
        <source>%1 is an address of this computer or its networks that &quot;allow_local&quot; does not name</source>
        <translation>%1 ist eine Adresse dieses Rechners oder seiner Netze, die &quot;allow_local&quot; nicht nennt</translation>
    </message>
    <message>
        <source>nobody knows the secret of &quot;%1&quot;</source>
        <translation>niemand kennt das Geheimnis von &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 hat nicht innerhalb von %2 s geantwortet</translation>
    </message>
    <message>
        <source>%1 answers %2: the secret is not accepted</source>
        <translation>%1 antwortet %2: das Geheimnis wird nicht angenommen</translation>
    </message>
    <message>
        <source>%1 answers %2: nobody takes notifications there</source>
        <translation>%1 antwortet %2: dort nimmt niemand Meldungen an</translation>
    </message>
    <message>
        <source>%1 answers %2: it is busy</source>
        <translation>%1 antwortet %2: überlastet</translation>
    </message>
    <message>
        <source>%1 answers %2: it does not want this notification</source>
        <translation>%1 antwortet %2: diese Meldung wird nicht angenommen</translation>
    </message>
    <message>
        <source>%1 answers %2: it has a fault</source>
        <translation>%1 antwortet %2: dort liegt ein Fehler vor</translation>
    </message>
    <message>
        <source>%1 answers %2 and points to %3, which is not followed</source>
        <translation>%1 antwortet %2 und verweist auf %3; dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>Correct the channel in notifications.json and start again.</source>
        <translation>Den Kanal in notifications.json berichtigen und neu starten.</translation>
    </message>
    <message>
        <source>Check the network and the receiver; it is tried again by itself.</source>
        <translation>Netz und Empfänger prüfen; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Renew the certificate of the receiver, or name its CA in notifications.json.</source>
        <translation>Das Zertifikat des Empfängers erneuern oder seine CA in notifications.json angeben.</translation>
    </message>
    <message>
        <source>Put the right secret into the keychain or the file of TELLTALE_CREDENTIALS.</source>
        <translation>Das richtige Geheimnis in den Schlüsselbund oder die Datei aus TELLTALE_CREDENTIALS eintragen.</translation>
    </message>
    <message>
        <source>Look at the receiver; it is tried again by itself.</source>
        <translation>Den Empfänger prüfen; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>the device cannot be opened</source>
        <translation>das Gerät lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the device takes no sound</source>
        <translation>das Gerät nimmt keinen Ton an</translation>
    </message>
    <message>
        <source>the device cannot be used</source>
        <translation>das Gerät ist nicht benutzbar</translation>
    </message>
    <message>
        <source>the device takes no form of sound that is known here</source>
        <translation>das Gerät nimmt keine hier bekannte Form von Ton an</translation>
    </message>
    <message>
        <source>more than %1 lines are too many for paper: narrow what is looked for</source>
        <translation>mehr als %1 Zeilen sind zu viele für Papier: die Suche eingrenzen</translation>
    </message>
    <message>
        <source>DBUS_SESSION_BUS_ADDRESS is not set</source>
        <translation>DBUS_SESSION_BUS_ADDRESS ist nicht gesetzt</translation>
    </message>
    <message>
        <source>its notifications wait: it would run %1, and nobody has allowed that on this computer</source>
        <translation>seine Benachrichtigungen warten: Er würde %1 starten, und das hat auf diesem Rechner niemand erlaubt</translation>
    </message>
    <message>
        <source>If you know who wrote it, allow it on the overview, or once with telltale collect --allow-commands.</source>
        <translation>Wenn bekannt ist, wer ihn geschrieben hat: in der Übersicht erlauben, oder einmal mit telltale collect --allow-commands.</translation>
    </message>
    <message>
        <source>%1 notifications of an earlier run were discarded: no channel that is on takes them</source>
        <translation>%1 Benachrichtigungen eines früheren Laufs wurden verworfen: Kein eingeschalteter Kanal nimmt sie</translation>
    </message>
    <message>
        <source>What waits for a channel that is switched off, or taken out of notifications.json goes with it, unless another one takes it.</source>
        <translation>Was auf einen Kanal wartet, der ausgeschaltet oder aus notifications.json entfernt wird, geht mit ihm, wenn kein anderer es nimmt.</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is missing</source>
        <translation>Alarmjournal: Eintrag %1 fehlt</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is not as written</source>
        <translation>Alarmjournal: Eintrag %1 ist nicht so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is not the one whose head was signed on %2: entry %3 is the first that may have been written anew</source>
        <translation>Alarmjournal: Eintrag %1 ist nicht der, dessen Kopf am %2 signiert wurde: Eintrag %3 ist der erste, der neu geschrieben sein kann</translation>
    </message>
    <message>
        <source>alarm journal: it ends with entry %1, and a head was signed at entry %2 on %3: entry %4 is the first that is missing, its tail was cut off or an older file put in its place</source>
        <translation>Alarmjournal: Es endet mit Eintrag %1, aber bei Eintrag %2 wurde am %3 ein Kopf signiert: Eintrag %4 ist der erste, der fehlt; das Ende wurde abgeschnitten oder eine ältere Datei an seine Stelle gesetzt</translation>
    </message>
    <message>
        <source>alarm journal: it ends with entry %1, and by its own word a head was signed at entry %2: entry %3 is the first that is missing</source>
        <translation>Alarmjournal: Es endet mit Eintrag %1, aber nach eigener Angabe wurde bei Eintrag %2 ein Kopf signiert: Eintrag %3 ist der erste, der fehlt</translation>
    </message>
    <message>
        <source>the head that was signed at entry %1 is not in it: the file was removed, cut or replaced by an older one</source>
        <translation>der bei Eintrag %1 signierte Kopf steht nicht darin: Die Datei wurde entfernt, gekürzt oder durch eine ältere ersetzt</translation>
    </message>
    <message>
        <source>line %1 is no signed head</source>
        <translation>Zeile %1 ist kein signierter Kopf</translation>
    </message>
    <message>
        <source>the signature of line %1 does not hold: the line was changed</source>
        <translation>die Signatur von Zeile %1 stimmt nicht: Die Zeile wurde geändert</translation>
    </message>
    <message>
        <source>from line %1 on, signed at entry %2 on %3, heads have another key (%4) than those before: it is another computer or keychain that signs, or somebody who had no right to</source>
        <translation>ab Zeile %1, signiert bei Eintrag %2 am %3, haben die Köpfe einen anderen Schlüssel (%4) als davor: Es signiert ein anderer Rechner oder Schlüsselbund, oder jemand, der nicht durfte</translation>
    </message>
    <message>
        <source>alarms.db is not the file whose head was signed at entry %1 on %2: it was replaced, or begun anew</source>
        <translation>alarms.db ist nicht die Datei, deren Kopf bei Eintrag %1 am %2 signiert wurde: Sie wurde ersetzt oder neu begonnen</translation>
    </message>
    <message>
        <source>alarms.db is not there, and a head of it was signed at entry %1 on %2</source>
        <translation>alarms.db ist nicht da, obwohl bei Eintrag %1 am %2 ein Kopf davon signiert wurde</translation>
    </message>
    <message>
        <source>telltale verify names all that does not hold. Recording goes on; the manual says under Journal how heads begin anew once it is known what happened.</source>
        <translation>telltale verify nennt alles, was nicht stimmt. Die Aufzeichnung läuft weiter; das Handbuch sagt unter Journal, wie die Köpfe neu beginnen, sobald bekannt ist, was geschah.</translation>
    </message>
    <message>
        <source>the key file %1 is not used: %2</source>
        <translation>die Schlüsseldatei %1 wird nicht verwendet: %2</translation>
    </message>
    <message>
        <source>it is no signing key</source>
        <translation>sie enthält keinen Signaturschlüssel</translation>
    </message>
    <message>
        <source>Entries are chained all the same, but a tail that is cut off would not show. The manual says under Journal how a key in a file takes over for good.</source>
        <translation>Die Einträge sind trotzdem verkettet, aber ein abgeschnittenes Ende fiele nicht auf. Das Handbuch sagt unter Journal, wie ein Schlüssel in einer Datei ihn auf Dauer ersetzt.</translation>
    </message>
</context>
<context>
    <name>TrendLimits</name>
    <message>
        <source>high %1</source>
        <translation>oben %1</translation>
    </message>
    <message>
        <source>low %1</source>
        <translation>unten %1</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>(no name)</source>
        <comment>level of a topic</comment>
        <translation>(ohne Namen)</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Report of this page</source>
        <translation>Bericht über diese Seite</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Filter assets and tags</source>
        <translation>Anlagen und Messstellen filtern</translation>
    </message>
    <message>
        <source>Acknowledge the alarm in the banner</source>
        <translation>Alarm im Banner quittieren</translation>
    </message>
    <message>
        <source>Up one display level</source>
        <translation>Eine Ebene höher</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Diesen Tab schließen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>Liste der Tasten</translation>
    </message>
    <message>
        <source>Tab 1 to 9</source>
        <translation>Tab 1 bis 9</translation>
    </message>
    <message>
        <source>Copy the value or the rows</source>
        <translation>Wert oder Zeilen kopieren</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Add alarm rule…</source>
        <translation>Neue Alarmregel…</translation>
    </message>
    <message>
        <source>Open what is selected, press the button</source>
        <translation>Ausgewähltes öffnen, Schaltfläche drücken</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Früher, später</translation>
    </message>
    <message>
        <source>Nearly a page earlier, later</source>
        <translation>Fast eine Seite früher, später</translation>
    </message>
    <message>
        <source>Zoom in, out</source>
        <translation>Vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>To the beginning of the history</source>
        <translation>Zum Anfang der Historie</translation>
    </message>
    <message>
        <source>Live: follow the clock</source>
        <translation>Live: der Uhr folgen</translation>
    </message>
    <message>
        <source>Pause: stand still</source>
        <translation>Pause: stehen bleiben</translation>
    </message>
    <message>
        <source>Two cursors on or off</source>
        <translation>Zwei Cursor an oder aus</translation>
    </message>
    <message>
        <source>Undo the last zoom</source>
        <translation>Letzten Zoom zurücknehmen</translation>
    </message>
    <message>
        <source>Copy figures between the cursors, or values</source>
        <translation>Kennzahlen zwischen den Cursorn oder Werte kopieren</translation>
    </message>
    <message>
        <source>Acknowledge the selected alarms</source>
        <translation>Ausgewählte Alarme quittieren</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>Anlage öffnen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a trend</source>
        <translation>In einem Trend</translation>
    </message>
    <message>
        <source>In a list of alarms</source>
        <translation>In einer Alarmliste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>To the newest data</source>
        <translation>Zu den neuesten Daten</translation>
    </message>
    <message>
        <source>Shelve the selected alarms, unshelve them</source>
        <translation>Gewählte Alarme zurückstellen, Zurückstellung aufheben</translation>
    </message>
    <message>
        <source>Take the selected alarms out of service, return them</source>
        <translation>Gewählte Alarme außer Betrieb nehmen, zurückholen</translation>
    </message>
    <message>
        <source>Silence the horn</source>
        <translation>Hupe aus</translation>
    </message>
    <message>
        <source>Mute the alarm sound or let it be heard</source>
        <translation>Alarmton stumm schalten oder wieder hören</translation>
    </message>
    <message>
        <source>Open the group of the alarm</source>
        <translation>Gruppe des Alarms öffnen</translation>
    </message>
    <message>
        <source>Acknowledge all of a group</source>
        <translation>Alle einer Gruppe quittieren</translation>
    </message>
    <message>
        <source>In a flood: open and close a unit</source>
        <translation>In einer Flut: Anlagenteil öffnen und schließen</translation>
    </message>
    <message>
        <source>Alarm markers blink or stand still</source>
        <translation>Alarmzeichen blinken oder stehen still</translation>
    </message>
    <message>
        <source>Reset the selected latched alarms</source>
        <translation>Die gewählten haltenden Alarme zurücksetzen</translation>
    </message>
    <message>
        <source>Markers blink</source>
        <translation>Zeichen blinken</translation>
    </message>
</context>
<context>
    <name>telltale::AddTagsDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Messstellen hinzufügen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>the path of a tag; * is any within a level, ** across levels</source>
        <translation>der Pfad einer Messstelle; * steht für alles in einer Ebene, ** über Ebenen hinweg</translation>
    </message>
    <message numerus="yes">
        <source>%n of these tag(s) find(s) no room: a trend holds at most %1.</source>
        <translation>
            <numerusform>Für %n dieser Messstellen ist kein Platz: Ein Trend fasst höchstens %1.</numerusform>
            <numerusform>Für %n dieser Messstellen ist kein Platz: Ein Trend fasst höchstens %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No tag fits this.</source>
        <translation>Keine Messstelle passt dazu.</translation>
    </message>
    <message>
        <source>The trend shows all of these already.</source>
        <translation>Der Trend zeigt sie schon alle.</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmBands</name>
    <message>
        <source>Alarms are not shown. %1</source>
        <translation>Alarme werden nicht gezeigt. %1</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmBanner</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>%1 connected · %2/s</source>
        <translation>%1 verbunden · %2/s</translation>
    </message>
    <message>
        <source>%1 of %2 connected · %3/s</source>
        <translation>%1 von %2 verbunden · %3/s</translation>
    </message>
    <message>
        <source>stored data: nothing is recording</source>
        <translation>gespeicherte Daten: nichts zeichnet auf</translation>
    </message>
    <message>
        <source>recording stopped</source>
        <translation>Aufzeichnung gestoppt</translation>
    </message>
    <message>
        <source>no connection to %1 since %2</source>
        <translation>keine Verbindung zu %1 seit %2</translation>
    </message>
    <message>
        <source>%1 not encrypted</source>
        <translation>%1 unverschlüsselt</translation>
    </message>
    <message>
        <source>view · %1 records</source>
        <translation>Ansicht · %1 zeichnet auf</translation>
    </message>
    <message>
        <source>recording stopped: disk full</source>
        <translation>Aufzeichnung gestoppt: Platte voll</translation>
    </message>
    <message>
        <source>recording stopped: disk not writable</source>
        <translation>Aufzeichnung gestoppt: Platte nicht beschreibbar</translation>
    </message>
    <message>
        <source>stored data</source>
        <translation>gespeicherte Daten</translation>
    </message>
    <message>
        <source>disk nearly full</source>
        <translation>Platte fast voll</translation>
    </message>
    <message numerus="yes">
        <source>disk nearly full: about %n day(s) left</source>
        <translation>
            <numerusform>Platte fast voll: noch etwa %n Tag</numerusform>
            <numerusform>Platte fast voll: noch etwa %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disk nearly full: about %n hour(s) left</source>
        <translation>
            <numerusform>Platte fast voll: noch etwa %n Stunde</numerusform>
            <numerusform>Platte fast voll: noch etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) down</source>
        <translation>
            <numerusform>%1 von %n Verbindung getrennt</numerusform>
            <numerusform>%1 von %n Verbindungen getrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) not encrypted</source>
        <translation>
            <numerusform>%n Verbindung unverschlüsselt</numerusform>
            <numerusform>%n Verbindungen unverschlüsselt</numerusform>
        </translation>
    </message>
    <message>
        <source>♪ off</source>
        <translation>♪ aus</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>recording</comment>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>down</source>
        <comment>connections</comment>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>open</source>
        <comment>connections that are not encrypted</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>view</source>
        <comment>of the data of another program</comment>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmCounts</name>
    <message>
        <source>Alarms, %1</source>
        <translation>Alarme, %1</translation>
    </message>
    <message>
        <source>new %1</source>
        <translation>neu %1</translation>
    </message>
    <message>
        <source>shelved %1</source>
        <translation>zurückgestellt %1</translation>
    </message>
    <message>
        <source>alarm flood</source>
        <translation>Alarmflut</translation>
    </message>
    <message>
        <source>priority %1: %2 active, %3 new, %4 returned and not acknowledged</source>
        <translation>Priorität %1: %2 aktiv, %3 neu, %4 gegangen und nicht quittiert</translation>
    </message>
    <message>
        <source>returned %1</source>
        <translation>gegangen %1</translation>
    </message>
    <message>
        <source>suppressed %1</source>
        <translation>unterdrückt %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>außer Betrieb %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <comment>shelved, suppressed, out of service</comment>
        <translation>ausgeblendet %1</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmGroupModel</name>
    <message>
        <source>first out: %1</source>
        <translation>zuerst: %1</translation>
    </message>
    <message>
        <source>no first-out is marked; the earliest: %1</source>
        <translation>kein erster ist markiert; der früheste: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not normal: %1 new, %2 active, %3 returned, %4 hidden</source>
        <extracomment>%n members of the group that are not normal, %1 of them new, %2 active, %3 returned, %4 hidden</extracomment>
        <translation>
            <numerusform>%n nicht normal: %1 neu, %2 aktiv, %3 gegangen, %4 verborgen</numerusform>
            <numerusform>%n nicht normal: %1 neu, %2 aktiv, %3 gegangen, %4 verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>After</source>
        <comment>how long after the first alarm of a group</comment>
        <translation>Nach</translation>
    </message>
    <message>
        <source>FIRST OUT</source>
        <comment>mark of the first alarm of a group</comment>
        <translation>ZUERST</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmHead</name>
    <message>
        <source>Parts of the alarm page</source>
        <translation>Teile der Alarmseite</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Filter alarms</source>
        <translation>Alarme filtern</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Silence  S</source>
        <translation>Ton aus  S</translation>
    </message>
    <message>
        <source>Acknowledge visible</source>
        <translation>Sichtbare quittieren</translation>
    </message>
    <message>
        <source>Acknowledge  Space</source>
        <translation>Quittieren  Leertaste</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>Aktiv %1</translation>
    </message>
    <message>
        <source>Active %1 · returned %2</source>
        <translation>Aktiv %1 · gegangen %2</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Alle Bereiche</translation>
    </message>
    <message>
        <source>Shelved %1</source>
        <translation>Zurückgestellt %1</translation>
    </message>
    <message>
        <source>Suppressed %1</source>
        <translation>Unterdrückt %1</translation>
    </message>
    <message>
        <source>Out of service %1</source>
        <translation>Außer Betrieb %1</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmListModel</name>
    <message>
        <source>Priority %1 %2, %3, %4, %5</source>
        <translation>Priorität %1 %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Seit (%1)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>how often since the last acknowledgement</comment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>BAD %1</source>
        <comment>a bad value</comment>
        <translation>SCHLECHT %1</translation>
    </message>
    <message>
        <source>%1 STALE %2</source>
        <comment>a value that is no longer live, and its age</comment>
        <translation>%1 VERALTET %2</translation>
    </message>
    <message>
        <source>STALE</source>
        <comment>a value that is no longer live</comment>
        <translation>ALT</translation>
    </message>
    <message>
        <source>%1 HELD</source>
        <comment>a value nobody vouches for: its source is down</comment>
        <translation>%1 GEHALTEN</translation>
    </message>
    <message>
        <source>HELD</source>
        <comment>a value nobody vouches for</comment>
        <translation>GEHALTEN</translation>
    </message>
    <message>
        <source>Condition</source>
        <comment>of an alarm that is hidden</comment>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>on</source>
        <comment>the condition of an alarm</comment>
        <translation>steht an</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <comment>since the program started</comment>
        <translation>KEINE DATEN</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmListView</name>
    <message>
        <source>Add rule…</source>
        <translation>Neue Regel…</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n Alarm quittiert</numerusform>
            <numerusform>%n Alarme quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical alarm(s) stay: acknowledge each by itself</source>
        <translation>
            <numerusform>%n kritischer Alarm bleibt: bitte einzeln quittieren</numerusform>
            <numerusform>%n kritische Alarme bleiben: bitte einzeln quittieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Sound off until the next alarm</source>
        <translation>Ton aus bis zum nächsten Alarm</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>What should the next shift know of this alarm?</source>
        <translation>Was soll die nächste Schicht über diesen Alarm wissen?</translation>
    </message>
    <message>
        <source>Comment written to the journal</source>
        <translation>Kommentar ins Journal geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filter</source>
        <translation>
            <numerusform>%n durch Filter verborgen</numerusform>
            <numerusform>%n durch Filter verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by %1; the order of the list returns after 60 s without input</source>
        <translation>Sortiert nach %1; nach 60 s ohne Eingabe gilt wieder die Ordnung der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm is shelved</source>
        <translation>Kein Alarm ist zurückgestellt</translation>
    </message>
    <message>
        <source>H in the list of active alarms shelves the selected ones for a time, with a reason.</source>
        <translation>H in der Liste der aktiven Alarme stellt die gewählten für eine Zeit zurück, mit einem Grund.</translation>
    </message>
    <message>
        <source>No alarm is suppressed by design</source>
        <translation>Kein Alarm ist planmäßig unterdrückt</translation>
    </message>
    <message>
        <source>Here stand the alarms of rules with a suppression, while it holds.</source>
        <translation>Hier stehen Alarme von Regeln mit einer Unterdrückung, solange sie gilt.</translation>
    </message>
    <message>
        <source>No alarm is out of service</source>
        <translation>Kein Alarm ist außer Betrieb</translation>
    </message>
    <message>
        <source>O in the list of active alarms takes the selected ones out of service, until somebody returns them.</source>
        <translation>O in der Liste der aktiven Alarme nimmt die gewählten außer Betrieb, bis jemand sie zurückholt.</translation>
    </message>
    <message>
        <source>Shelf of %1 ends in %2</source>
        <extracomment>%1 an alarm, %2 the time until then</extracomment>
        <translation>Zurückstellung von %1 endet in %2</translation>
    </message>
    <message>
        <source>→ or Enter opens the unit: its alarms are below it</source>
        <translation>→ oder Enter öffnet den Anlagenteil: seine Alarme stehen darunter</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmPage</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Letzte 10 min</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Daueralarme</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>Flatteralarme</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis Quittierung</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>target ≤ 6</source>
        <translation>Ziel ≤ 6</translation>
    </message>
    <message>
        <source>target ≤ 9</source>
        <translation>Ziel ≤ 9</translation>
    </message>
    <message numerus="yes">
        <source>%n of priority 1</source>
        <translation>
            <numerusform>%n der Priorität 1</numerusform>
            <numerusform>%n der Priorität 1</numerusform>
        </translation>
    </message>
    <message>
        <source>flood &gt; 10</source>
        <translation>Flut &gt; 10</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>median, priority 1 %1</source>
        <translation>Median, Priorität 1 %1</translation>
    </message>
    <message>
        <source>median, last 24 h</source>
        <translation>Median, letzte 24 h</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmPanel</name>
    <message>
        <source>Active alarms</source>
        <translation>Aktive Alarme</translation>
    </message>
    <message>
        <source>No alarm is active.</source>
        <translation>Kein Alarm ist aktiv.</translation>
    </message>
    <message>
        <source>All alarms</source>
        <translation>Alle Alarme</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 gegangen</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 zurückgestellt</translation>
    </message>
    <message>
        <source>%1 per hour (target ≤ 6)</source>
        <translation>%1 je Stunde (Ziel ≤ 6)</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmTable</name>
    <message>
        <source>Active alarms</source>
        <translation>Aktive Alarme</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>Zurückgestellte Alarme</translation>
    </message>
    <message>
        <source>Alarms suppressed by design</source>
        <translation>Planmäßig unterdrückte Alarme</translation>
    </message>
    <message>
        <source>Alarms out of service</source>
        <translation>Alarme außer Betrieb</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmTrend</name>
    <message>
        <source>Last 30 min</source>
        <translation>Letzte 30 min</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Als Seite öffnen</translation>
    </message>
    <message>
        <source>Trend of the last 30 minutes: %1</source>
        <translation>Trend der letzten 30 Minuten: %1</translation>
    </message>
</context>
<context>
    <name>telltale::AreaPanel</name>
    <message>
        <source>Areas</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Areas, worst first</source>
        <translation>Bereiche, schlechteste zuerst</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>schlechteste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1, Summe</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1, Mittel</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>the worst %1 of %2</source>
        <translation>die schlechtesten %1 von %2</translation>
    </message>
    <message>
        <source>over %1 values</source>
        <translation>über %1 Werte</translation>
    </message>
</context>
<context>
    <name>telltale::AssetAlarmsPanel</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alarms of this asset</source>
        <translation>Alarme dieser Anlage</translation>
    </message>
    <message>
        <source>No alarm is active here.</source>
        <translation>Hier ist kein Alarm aktiv.</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Do</source>
        <comment>what the operator does about an alarm</comment>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>%1 to acknowledge · %2 in all</source>
        <translation>%1 zu quittieren · %2 insgesamt</translation>
    </message>
</context>
<context>
    <name>telltale::AssetDelegate</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>run</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stale · %1</source>
        <translation>veraltet · %1</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 von %2 live</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>holt auf</translation>
    </message>
</context>
<context>
    <name>telltale::AssetDock</name>
    <message>
        <source>Assets</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Filter assets and tags    Ctrl+F</source>
        <translation>Anlagen, Messstellen filtern    Strg+F</translation>
    </message>
    <message>
        <source>Filter assets and tags</source>
        <translation>Anlagen und Messstellen filtern</translation>
    </message>
    <message>
        <source>Assets and tags found</source>
        <translation>Gefundene Anlagen und Messstellen</translation>
    </message>
    <message>
        <source>Nothing has this in its path.</source>
        <translation>Nichts trägt das in seinem Pfad.</translation>
    </message>
    <message>
        <source>The first %1 of %2 tags found.</source>
        <translation>Die ersten %1 von %2 gefundenen Messstellen.</translation>
    </message>
</context>
<context>
    <name>telltale::AssetHead</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Steht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
</context>
<context>
    <name>telltale::AssetPage</name>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Wheel zoom · drag pan · X cursors</source>
        <translation>Rad: Zoom · Ziehen: Schieben · X: Cursor</translation>
    </message>
    <message>
        <source>Events of this asset</source>
        <translation>Ereignisse dieser Anlage</translation>
    </message>
    <message>
        <source>Nothing noted yet.</source>
        <translation>Noch nichts vermerkt.</translation>
    </message>
    <message>
        <source>Properties of this asset</source>
        <translation>Eigenschaften dieser Anlage</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Messstellen…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>Fadenkreuz %1</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>cursors %1 – %2, %3</source>
        <translation>Cursor %1 – %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>%n weitere im Baum</numerusform>
            <numerusform>%n weitere im Baum</numerusform>
        </translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>telltale::AssetTreeModel</name>
    <message>
        <source>Telltale itself</source>
        <translation>Telltale selbst</translation>
    </message>
    <message>
        <source>%1, %2, %3 not acknowledged, %4 in all</source>
        <extracomment>%1 name, %2 priority and state of the worst alarm, %3 not acknowledged, %4 all of them</extracomment>
        <translation>%1, %2, %3 nicht quittiert, %4 insgesamt</translation>
    </message>
</context>
<context>
    <name>telltale::BannerAlarm</name>
    <message>
        <source>Ack Space</source>
        <translation>Quitt. Leertaste</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>Alarm, priority %1, %2, not acknowledged: %3, %4</source>
        <translation>Alarm, Priorität %1, %2, nicht quittiert: %3, %4</translation>
    </message>
</context>
<context>
    <name>telltale::CommandPalette</name>
    <message>
        <source>Page, asset, tag or action</source>
        <translation>Seite, Anlage, Messstelle oder Befehl</translation>
    </message>
    <message>
        <source>Nothing has all these words in its name.</source>
        <translation>Nichts hat alle diese Wörter im Namen.</translation>
    </message>
</context>
<context>
    <name>telltale::CommandQuestion</name>
    <message>
        <source>When alarms come, the workspace would start programs on this computer:
%1
Allow it only if you know who wrote that. Recording begins anew then.</source>
        <translation>Bei Alarmen würde der Arbeitsbereich Programme auf diesem Rechner starten:
%1
Nur erlauben, wenn bekannt ist, wer das geschrieben hat. Die Aufzeichnung beginnt dann neu.</translation>
    </message>
    <message>
        <source>Allow these programs</source>
        <translation>Diese Programme erlauben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>telltale::ConnectionDialog</name>
    <message>
        <source>Add connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>one filter per line; # is everything, + any one level</source>
        <translation>ein Filter je Zeile; # ist alles, + eine beliebige Ebene</translation>
    </message>
    <message>
        <source>0 · at most once</source>
        <translation>0 · höchstens einmal</translation>
    </message>
    <message>
        <source>1 · at least once</source>
        <translation>1 · mindestens einmal</translation>
    </message>
    <message>
        <source>2 · exactly once</source>
        <translation>2 · genau einmal</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>MQTT 5, else 3.1.1</source>
        <translation>MQTT 5, sonst 3.1.1</translation>
    </message>
    <message>
        <source>MQTT 3.1.1</source>
        <translation>MQTT 3.1.1</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>the certificates of this computer</source>
        <translation>die Zertifikate dieses Rechners</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Not encrypted: everybody on the way can read and change what is sent. Use mqtts:// if the broker offers it.</source>
        <translation>Unverschlüsselt: Jeder auf dem Weg kann lesen und ändern, was gesendet wird. mqtts:// verwenden, wenn der Broker es anbietet.</translation>
    </message>
    <message>
        <source>Send the password in the clear all the same</source>
        <translation>Das Passwort trotzdem unverschlüsselt senden</translation>
    </message>
    <message>
        <source>A password would be readable on the way: use mqtts://, or tick that you want it.</source>
        <translation>Ein Passwort wäre unterwegs lesbar: mqtts:// verwenden oder ankreuzen, dass es gewollt ist.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>kept in the keychain of this computer, not in the workspace; without a keychain only until the program ends</source>
        <translation>liegt im Schlüsselbund dieses Rechners, nicht im Arbeitsbereich; ohne Schlüsselbund nur, bis das Programm endet</translation>
    </message>
</context>
<context>
    <name>telltale::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>all connections</source>
        <translation>alle Verbindungen</translation>
    </message>
    <message>
        <source>What became of the messages</source>
        <translation>Was aus den Nachrichten wurde</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection &quot;%1&quot;? What it has brought stays in the history.</source>
        <translation>Die Verbindung „%1“ entfernen? Was sie gebracht hat, bleibt in der Historie.</translation>
    </message>
    <message>
        <source>waiting for your answer</source>
        <translation>wartet auf die Antwort</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>noch nicht versucht</translation>
    </message>
</context>
<context>
    <name>telltale::CountTile</name>
    <message>
        <source>of %1</source>
        <comment>3 of 6</comment>
        <translation>von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not live</source>
        <translation>
            <numerusform>%n nicht live</numerusform>
            <numerusform>%n nicht live</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them live</source>
        <translation>Alle live</translation>
    </message>
</context>
<context>
    <name>telltale::DataTable</name>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
</context>
<context>
    <name>telltale::DesktopNotifier</name>
    <message numerus="yes">
        <source>%n more urgent alarm(s)</source>
        <translation>
            <numerusform>%n weiterer dringender Alarm</numerusform>
            <numerusform>%n weitere dringende Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::EmptyPlant</name>
    <message>
        <source>Connect to a broker…</source>
        <translation>Mit Broker verbinden…</translation>
    </message>
    <message>
        <source>Start the demo plant</source>
        <translation>Demobetrieb starten</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Verbindungen öffnen</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Wartet auf die Antwort</translation>
    </message>
    <message>
        <source>As soon as it is settled what %1 is asked for, its assets appear here.</source>
        <translation>Sobald feststeht, was bei %1 abonniert wird, erscheinen hier die Anlagen.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Verbindung mit %1 wird aufgebaut …</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>Keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>%1 grants no topic</source>
        <translation>%1 gibt kein Topic frei</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Nothing has come from %1 yet</source>
        <translation>Von %1 ist noch nichts gekommen</translation>
    </message>
    <message>
        <source>Subscribed to: %1. What is published there appears here by itself.</source>
        <translation>Abonniert: %1. Was dort gesendet wird, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation>Noch ist nichts gespeichert</translation>
    </message>
    <message>
        <source>Nothing is recording.</source>
        <translation>Nichts zeichnet auf.</translation>
    </message>
    <message>
        <source>%1 records here.</source>
        <translation>Hier zeichnet %1 auf.</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Connect to a broker, or start the demo plant.</source>
        <translation>Mit einem Broker verbinden oder den Demobetrieb starten.</translation>
    </message>
    <message>
        <source>No connection is switched on</source>
        <translation>Keine Verbindung ist eingeschaltet</translation>
    </message>
    <message>
        <source>Switch one on, or add another.</source>
        <translation>Eine einschalten oder eine neue anlegen.</translation>
    </message>
    <message>
        <source>Starting the demo plant …</source>
        <translation>Demobetrieb wird gestartet …</translation>
    </message>
    <message>
        <source>A simulated water works, and this computer.</source>
        <translation>Ein simuliertes Wasserwerk und dieser Rechner.</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>Es gibt keine Verbindung</translation>
    </message>
</context>
<context>
    <name>telltale::FloodBar</name>
    <message>
        <source>Alarm flood</source>
        <translation>Alarmflut</translation>
    </message>
    <message>
        <source>Priority 1 and 2 on top, the rest by unit: → opens, ← closes</source>
        <translation>Priorität 1 und 2 oben, die übrigen nach Anlagenteil: → öffnet, ← schließt</translation>
    </message>
</context>
<context>
    <name>telltale::FloodModel</name>
    <message>
        <source>Without a unit</source>
        <translation>Ohne Anlagenteil</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 gegangen</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <comment>the rows of a unit are shown</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>the rows of a unit are not shown</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Unit %1, %2, %3, worst %4, %5</source>
        <extracomment>%1 name, %2 open or closed, %3 how many alarms, %4 priority of the worst, %5 its state</extracomment>
        <translation>Anlagenteil %1, %2, %3, schlimmster %4, %5</translation>
    </message>
</context>
<context>
    <name>telltale::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>telltale::GroupOpener</name>
    <message>
        <source>Group of the alarm…</source>
        <translation>Gruppe des Alarms…</translation>
    </message>
    <message>
        <source>no alarm is selected</source>
        <translation>kein Alarm ist gewählt</translation>
    </message>
    <message>
        <source>its rule is in no group</source>
        <translation>seine Regel ist in keiner Gruppe</translation>
    </message>
    <message>
        <source>Alarm group %1</source>
        <translation>Alarmgruppe %1</translation>
    </message>
</context>
<context>
    <name>telltale::GroupView</name>
    <message>
        <source>Alarms of the group</source>
        <translation>Alarme der Gruppe</translation>
    </message>
    <message>
        <source>All alarms of this group are normal.</source>
        <translation>Alle Alarme dieser Gruppe sind normal.</translation>
    </message>
    <message>
        <source>Acknowledge  Space</source>
        <translation>Quittieren  Leertaste</translation>
    </message>
    <message>
        <source>Acknowledge group  A</source>
        <translation>Gruppe quittieren  A</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n Alarm quittiert</numerusform>
            <numerusform>%n Alarme quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical alarm(s) stay: acknowledge each by itself</source>
        <translation>
            <numerusform>%n kritischer Alarm bleibt: bitte einzeln quittieren</numerusform>
            <numerusform>%n kritische Alarme bleiben: bitte einzeln quittieren</numerusform>
        </translation>
    </message>
    <message>
        <source>there is nothing to acknowledge</source>
        <translation>es gibt nichts zu quittieren</translation>
    </message>
    <message>
        <source>No alarm is selected</source>
        <translation>Kein Alarm ist gewählt</translation>
    </message>
</context>
<context>
    <name>telltale::HandoverPage</name>
    <message>
        <source>Shift hand-over</source>
        <translation>Schichtübergabe</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Write note…</source>
        <translation>Notiz schreiben…</translation>
    </message>
    <message>
        <source>The shift before</source>
        <translation>Die Schicht davor</translation>
    </message>
    <message>
        <source>The next shift</source>
        <translation>Die nächste Schicht</translation>
    </message>
    <message>
        <source>Parts of the hand-over</source>
        <translation>Teile der Übergabe</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Das Journal wird gelesen …</translation>
    </message>
    <message>
        <source>The note is in the journal.</source>
        <translation>Die Notiz steht im Journal.</translation>
    </message>
    <message>
        <source>Save hand-over</source>
        <translation>Übergabe speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>The hand-over is in %1.</source>
        <translation>Die Übergabe steht in %1.</translation>
    </message>
    <message>
        <source>this shift is over; the lists are of now</source>
        <translation>diese Schicht ist vorbei; die Listen sind von jetzt</translation>
    </message>
</context>
<context>
    <name>telltale::HandoverTiles</name>
    <message>
        <source>Alarms now</source>
        <translation>Alarme jetzt</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Came in the shift</source>
        <translation>In der Schicht gekommen</translation>
    </message>
    <message>
        <source>Actions in the shift</source>
        <translation>Eingriffe in der Schicht</translation>
    </message>
    <message>
        <source>active or not acknowledged</source>
        <translation>aktiv oder nicht quittiert</translation>
    </message>
    <message>
        <source>each with reason and end</source>
        <translation>jeder mit Grund und Ende</translation>
    </message>
    <message>
        <source>none over 24 h</source>
        <translation>keiner über 24 h</translation>
    </message>
    <message numerus="yes">
        <source>%n over 24 h</source>
        <comment>out of service</comment>
        <translation>
            <numerusform>%n über 24 h</numerusform>
            <numerusform>%n über 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::HideActions</name>
    <message>
        <source>Shelve…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>Zurückstellung aufheben</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>Außer Betrieb…</translation>
    </message>
    <message>
        <source>Return to service</source>
        <translation>Wieder in Betrieb</translation>
    </message>
    <message>
        <source>no alarm is selected</source>
        <translation>kein Alarm ist gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) shelved until %1</source>
        <translation>
            <numerusform>%n Alarm zurückgestellt bis %1</numerusform>
            <numerusform>%n Alarme zurückgestellt bis %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) unshelved</source>
        <translation>
            <numerusform>Zurückstellung von %n Alarm aufgehoben</numerusform>
            <numerusform>Zurückstellung von %n Alarmen aufgehoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) taken out of service</source>
        <translation>
            <numerusform>%n Alarm außer Betrieb genommen</numerusform>
            <numerusform>%n Alarme außer Betrieb genommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) returned to service</source>
        <translation>
            <numerusform>%n Alarm wieder in Betrieb</numerusform>
            <numerusform>%n Alarme wieder in Betrieb</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) reset</source>
        <translation>
            <numerusform>%n Alarm zurückgesetzt</numerusform>
            <numerusform>%n Alarme zurückgesetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::HideDialog</name>
    <message>
        <source>Shelve</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>Außer Betrieb nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Shelve %n alarm(s)</source>
        <translation>
            <numerusform>%n Alarm zurückstellen</numerusform>
            <numerusform>%n Alarme zurückstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n alarm(s) out of service</source>
        <translation>
            <numerusform>%n Alarm außer Betrieb nehmen</numerusform>
            <numerusform>%n Alarme außer Betrieb nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>what the next shift must know of it</source>
        <translation>was die nächste Schicht davon wissen muss</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>another time</source>
        <translation>eine andere Zeit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Ends earlier when the alarm returns to normal</source>
        <translation>Endet früher, wenn der Alarm wieder normal wird</translation>
    </message>
    <message>
        <source>The minutes must be a number above 0.</source>
        <translation>Die Minuten müssen eine Zahl über 0 sein.</translation>
    </message>
    <message>
        <source>At most %1: more is not allowed for these alarms.</source>
        <translation>Höchstens %1: Mehr ist für diese Alarme nicht erlaubt.</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the list and in the journal.</source>
        <translation>Ein Grund ist nötig: Er steht in der Liste und im Journal.</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>endet um %1</translation>
    </message>
</context>
<context>
    <name>telltale::InboxPanel</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Parts of the inbox</source>
        <translation>Teile des Eingangs</translation>
    </message>
    <message>
        <source>Payloads that were not understood</source>
        <translation>Nicht verstandene Nutzdaten</translation>
    </message>
    <message>
        <source>Topics that were kept out</source>
        <translation>Ausgesperrte Topics</translation>
    </message>
    <message>
        <source>Not understood %1</source>
        <translation>Nicht verstanden %1</translation>
    </message>
    <message>
        <source>Kept out %1</source>
        <translation>Ausgesperrt %1</translation>
    </message>
    <message>
        <source>No topic is kept out</source>
        <translation>Kein Topic ist ausgesperrt</translation>
    </message>
    <message>
        <source>Everything that came was understood</source>
        <translation>Alles, was kam, wurde verstanden</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of payload that no mapping understood</source>
        <translation>
            <numerusform>%n Art von Nutzdaten, die keine Zuordnung verstand</numerusform>
            <numerusform>%n Arten von Nutzdaten, die keine Zuordnung verstand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of earlier runs were not understood. One that comes again is listed here.</source>
        <translation>
            <numerusform>%n Nachricht früherer Läufe wurde nicht verstanden. Kommt sie wieder, steht sie hier.</numerusform>
            <numerusform>%n Nachrichten früherer Läufe wurden nicht verstanden. Kommt eine wieder, steht sie hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has come yet</source>
        <translation>Noch ist nichts gekommen</translation>
    </message>
</context>
<context>
    <name>telltale::JournalModel</name>
    <message>
        <source>Written (%1)</source>
        <translation>Geschrieben (%1)</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of the occurrence</comment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
</context>
<context>
    <name>telltale::JournalView</name>
    <message>
        <source>Alarm journal</source>
        <translation>Alarmjournal</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Das Journal wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing has been written to the alarm journal yet.</source>
        <translation>Noch steht nichts im Alarmjournal.</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 8 h</source>
        <translation>Letzte 8 h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Letzte 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Searching … back to %1</source>
        <extracomment>%1 the time it has come back to</extracomment>
        <translation>Suche … zurück bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) exported; the journal says so</source>
        <translation>
            <numerusform>%n Zeile exportiert; im Journal vermerkt</numerusform>
            <numerusform>%n Zeilen exportiert; im Journal vermerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Art des Eintrags</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag, or pattern with *</source>
        <translation>Messstelle oder Muster mit *</translation>
    </message>
    <message>
        <source>There is more; narrow what is looked for.</source>
        <translation>Es gibt mehr; die Suche eingrenzen.</translation>
    </message>
    <message>
        <source>No line of the journal fits.</source>
        <translation>Keine Zeile des Journals passt.</translation>
    </message>
    <message>
        <source>Export alarm journal</source>
        <translation>Alarmjournal exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json);;PDF (*.pdf)</source>
        <translation>CSV (*.csv);;JSON (*.json);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Exportiere …</translation>
    </message>
    <message>
        <source>but the journal is not as it was written: %1</source>
        <extracomment>%1 what was found</extracomment>
        <translation>aber das Journal ist nicht so, wie es geschrieben wurde: %1</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
</context>
<context>
    <name>telltale::KeyFigureModel</name>
    <message>
        <source>Key figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Act at</source>
        <translation>Handeln bei</translation>
    </message>
    <message>
        <source>Of the period</source>
        <translation>Im Zeitraum</translation>
    </message>
</context>
<context>
    <name>telltale::KeyFiguresPage</name>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Period of the key figures</source>
        <translation>Zeitraum der Kennzahlen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>Alarms and what they ask of people</source>
        <translation>Alarme und was sie Menschen abverlangen</translation>
    </message>
    <message>
        <source>The ten most frequent alarms of the period</source>
        <translation>Die zehn häufigsten Alarme des Zeitraums</translation>
    </message>
    <message>
        <source>Cures…</source>
        <translation>Abhilfe…</translation>
    </message>
    <message>
        <source>The ten most frequent alarms</source>
        <translation>Die zehn häufigsten Alarme</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Das Journal wird gelesen …</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 to %2 · alarms that came: %3</source>
        <extracomment>%1 and %2 times, %3 how many</extracomment>
        <translation>%1 bis %2 · gekommene Alarme: %3</translation>
    </message>
    <message>
        <source>No alarm came in this period.</source>
        <translation>In diesem Zeitraum kam kein Alarm.</translation>
    </message>
    <message>
        <source>Stopped; nothing is counted of the period.</source>
        <translation>Angehalten; vom Zeitraum ist nichts gezählt.</translation>
    </message>
</context>
<context>
    <name>telltale::LayersPanel</name>
    <message>
        <source>Layers of the connection</source>
        <translation>Schichten der Verbindung</translation>
    </message>
</context>
<context>
    <name>telltale::MainWindow</name>
    <message>
        <source>Open a page (Ctrl+K)</source>
        <translation>Seite öffnen (Strg+K)</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Show the assets beside the page (Ctrl+F)</source>
        <translation>Zeigt die Anlagen neben der Seite (Strg+F)</translation>
    </message>
</context>
<context>
    <name>telltale::NoteDialog</name>
    <message>
        <source>Write note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>Notiz für die nächste Schicht</translation>
    </message>
    <message>
        <source>what the next shift must know</source>
        <translation>was die nächste Schicht wissen muss</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note needs words. It cannot be changed once it is in the journal.</source>
        <translation>Eine Notiz braucht Worte. Steht sie im Journal, lässt sie sich nicht mehr ändern.</translation>
    </message>
    <message>
        <source>At most %1 letters; these are %2.</source>
        <translation>Höchstens %1 Zeichen; dies sind %2.</translation>
    </message>
    <message>
        <source>This shift ended more than 24 h ago: write the note for the shift of now.</source>
        <translation>Diese Schicht endete vor mehr als 24 h: Die Notiz gehört zur jetzigen Schicht.</translation>
    </message>
</context>
<context>
    <name>telltale::Notice</name>
    <message>
        <source>Click to close</source>
        <translation>Klicken schließt</translation>
    </message>
</context>
<context>
    <name>telltale::OverviewPage</name>
    <message>
        <source>Period of the curves</source>
        <translation>Zeitraum der Kurven</translation>
    </message>
    <message>
        <source>Add alarm rule…</source>
        <translation>Neue Alarmregel…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>live · last hour</source>
        <translation>live · letzte Stunde</translation>
    </message>
    <message>
        <source>live · last 8 hours</source>
        <translation>live · letzte 8 Stunden</translation>
    </message>
    <message>
        <source>live · last 24 hours</source>
        <translation>live · letzte 24 Stunden</translation>
    </message>
    <message>
        <source>live · last 7 days</source>
        <translation>live · letzte 7 Tage</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message numerus="yes">
        <source>%n more tile(s)</source>
        <translation>
            <numerusform>%n weitere Kachel</numerusform>
            <numerusform>%n weitere Kacheln</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer tiles</source>
        <translation>Weniger Kacheln</translation>
    </message>
    <message>
        <source>the past is being loaded · %1 % · up to %2</source>
        <translation>die Vergangenheit wird geladen · %1 % · bis %2</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>last 8 hours</source>
        <translation>letzte 8 Stunden</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 von %2 live</translation>
    </message>
    <message>
        <source>waiting for the first values</source>
        <translation>wartet auf die ersten Werte</translation>
    </message>
</context>
<context>
    <name>telltale::PasswordQuestion</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not connected. %2.</source>
        <translation>„%1“ ist nicht verbunden. %2.</translation>
    </message>
</context>
<context>
    <name>telltale::PeriodEdit</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>telltale::ProblemPanel</name>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>ernst</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a problem: note, warning, serious</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n davon</numerusform>
            <numerusform>%n davon</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>A file is broken</source>
        <translation>Eine Datei ist fehlerhaft</translation>
    </message>
</context>
<context>
    <name>telltale::RangeBar</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Stretch of time shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Follow the clock (L), or stand still (P)</source>
        <translation>Der Uhr folgen (L) oder anhalten (P)</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
</context>
<context>
    <name>telltale::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Tags that were read</source>
        <translation>Gelesene Messstellen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The last 8 hours</source>
        <translation>Die letzten 8 Stunden</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>From and to as below</source>
        <translation>Von und bis wie unten</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Report of</source>
        <translation>Bericht über</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF-Datei</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Say which file the report should be written to.</source>
        <translation>Angeben, in welche Datei der Bericht geschrieben wird.</translation>
    </message>
    <message>
        <source>The folder of that file does not exist.</source>
        <translation>Den Ordner dieser Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Reading the history …</source>
        <translation>Die Historie wird gelesen …</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Der Bericht wird gezeichnet …</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht steht in %1.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>There is a file %1 already. Should the report replace it?</source>
        <translation>Die Datei %1 gibt es schon. Soll der Bericht sie ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged file(s) of the history could not be read in full: samples are missing in it. Its gaps name the files.</source>
        <translation>
            <numerusform>%n beschädigte Datei der Historie war nicht ganz zu lesen: Im Bericht fehlen Messwerte. Bei seinen Lücken steht, welche.</numerusform>
            <numerusform>%n beschädigte Dateien der Historie waren nicht ganz zu lesen: Im Bericht fehlen Messwerte. Bei seinen Lücken steht, welche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ResponsePanel</name>
    <message>
        <source>not stated in the rule</source>
        <translation>in der Regel nicht angegeben</translation>
    </message>
    <message>
        <source>What the selected alarm asks for</source>
        <translation>Was der gewählte Alarm verlangt</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Do</source>
        <comment>what the operator does about an alarm</comment>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Comment…  C</source>
        <translation>Kommentar…  C</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <extracomment>%1 time left, %2 time to respond that the rule states</extracomment>
        <translation>%1 (von %2)</translation>
    </message>
    <message>
        <source>Hide</source>
        <comment>keep an alarm from the list</comment>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Shelve, unshelve, out of service, return to service</source>
        <translation>Zurückstellen, aufheben, außer Betrieb, wieder in Betrieb</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Longer delays…</source>
        <translation>Längere Verzögerung…</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>Regel bearbeiten…</translation>
    </message>
    <message>
        <source>It is %1: shelve it for a time, or let its rule wait longer.</source>
        <translation>Er %1: eine Zeit lang zurückstellen oder die Regel länger warten lassen.</translation>
    </message>
    <message>
        <source>Not rationalised. The rule does not state: %1</source>
        <translation>Nicht rationalisiert. Die Regel nennt nicht: %1</translation>
    </message>
    <message>
        <source>Reset  L</source>
        <translation>Zurücksetzen  L</translation>
    </message>
</context>
<context>
    <name>telltale::RuleDialog</name>
    <message>
        <source>Add rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>plant/area/asset/tag, or a pattern with * and **</source>
        <translation>Pfad, oder Muster mit * und **</translation>
    </message>
    <message>
        <source>Alarm when</source>
        <translation>Alarm, wenn</translation>
    </message>
    <message>
        <source>Delay on</source>
        <translation>Verzögerung ein</translation>
    </message>
    <message>
        <source>Delay off</source>
        <translation>Verzögerung aus</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use the proposed deadband and delays</source>
        <translation>Die vorgeschlagene Hysterese und die Verzögerungen übernehmen</translation>
    </message>
    <message>
        <source>respond within 3 min</source>
        <translation>Reaktion binnen 3 min</translation>
    </message>
    <message>
        <source>3 to 10 min</source>
        <translation>3 bis 10 min</translation>
    </message>
    <message>
        <source>10 to 30 min</source>
        <translation>10 bis 30 min</translation>
    </message>
    <message>
        <source>more than 30 min</source>
        <translation>mehr als 30 min</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>what the operator reads first</source>
        <translation>was der Bediener zuerst liest</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>what has probably happened</source>
        <translation>was wahrscheinlich geschehen ist</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>what comes next</source>
        <translation>was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>what the operator does</source>
        <translation>was der Bediener tut</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Reagieren binnen</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>Ausrüstung</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umwelt</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Als Entwurf speichern</translation>
    </message>
    <message>
        <source>Still missing: %1. Until then the rule is a draft: it is journaled, but raises no alarm.</source>
        <translation>Es fehlt noch: %1. Bis dahin ist die Regel ein Entwurf: Sie steht im Journal, löst aber keinen Alarm aus.</translation>
    </message>
    <message>
        <source>no tag of this name so far; the rule takes it when it appears</source>
        <translation>noch keine Messstelle dieses Namens; die Regel nimmt sie, sobald sie erscheint</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Messstelle</numerusform>
            <numerusform>%n Messstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual for %1: deadband %2 % of the range, delays %3 s on, %4 s off</source>
        <translation>Üblich bei %1: Hysterese %2 %, Verzögerung %3 s / %4 s</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct</source>
        <translation>
            <numerusform>%n Feld ist zu berichtigen</numerusform>
            <numerusform>%n Felder sind zu berichtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>revised</source>
        <comment>a rule</comment>
        <translation>überarbeitet</translation>
    </message>
    <message>
        <source>Why the rule is changed: it stands in the journal</source>
        <translation>Warum die Regel geändert wird: Das steht im Journal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>neue Regel</translation>
    </message>
</context>
<context>
    <name>telltale::RuleReasonDialog</name>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch off the rule &quot;%1&quot;? Until it is switched on it raises no alarm.</source>
        <translation>Die Regel „%1“ ausschalten? Bis sie eingeschaltet wird, meldet sie keinen Alarm.</translation>
    </message>
    <message>
        <source>not needed for now</source>
        <comment>a rule</comment>
        <translation>wird zurzeit nicht gebraucht</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch on the rule &quot;%1&quot;?</source>
        <translation>Die Regel „%1“ einschalten?</translation>
    </message>
    <message>
        <source>needed again</source>
        <comment>a rule</comment>
        <translation>wird wieder gebraucht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the rule &quot;%1&quot;? Its journal stays.</source>
        <translation>Die Regel „%1“ entfernen? Ihr Journal bleibt.</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <comment>a rule</comment>
        <translation>wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the journal.</source>
        <translation>Ein Grund ist nötig: Er steht im Journal.</translation>
    </message>
</context>
<context>
    <name>telltale::RuleTrialPanel</name>
    <message>
        <source>Times the rule would have raised</source>
        <translation>Zeiten, zu denen die Regel gemeldet hätte</translation>
    </message>
    <message>
        <source>A click opens the trend at that time</source>
        <translation>Ein Klick öffnet den Trend zu dieser Zeit</translation>
    </message>
    <message>
        <source>Try on history</source>
        <translation>An der Historie erproben</translation>
    </message>
    <message>
        <source>Period to try it on</source>
        <translation>Zeitraum der Erprobung</translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>Der letzte %n Tag</numerusform>
            <numerusform>Die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>How much of the period was looked at</source>
        <translation>Wie viel vom Zeitraum angesehen ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Erproben</translation>
    </message>
</context>
<context>
    <name>telltale::RulesView</name>
    <message>
        <source>Alarm rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>Neue Regel…</translation>
    </message>
    <message>
        <source>No rules yet: add one to be told when a value leaves its range.</source>
        <translation>Noch keine Regeln: Eine neue meldet, wenn ein Wert seinen Bereich verlässt.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Rules or the worst alarms</source>
        <translation>Regeln oder die schlimmsten Alarme</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Worst alarms</source>
        <translation>Schlimmste Alarme</translation>
    </message>
    <message>
        <source>This rule is not there any more.</source>
        <translation>Diese Regel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The rules are missing, their file is broken. Mend it and start again: %1</source>
        <translation>Die Regeln fehlen, ihre Datei ist fehlerhaft. Datei berichtigen und neu starten: %1</translation>
    </message>
</context>
<context>
    <name>telltale::RunTime</name>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a machine</comment>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>%1 h in all</source>
        <translation>insgesamt %1 h</translation>
    </message>
</context>
<context>
    <name>telltale::SpeakersPanel</name>
    <message>
        <source>What speaks here</source>
        <translation>Was hier spricht</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 area(s)</source>
        <translation>
            <numerusform>%1 Bereich</numerusform>
            <numerusform>%1 Bereiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asset(s)</source>
        <translation>
            <numerusform>%1 Anlage</numerusform>
            <numerusform>%1 Anlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tag(s)</source>
        <translation>
            <numerusform>%1 Messstelle</numerusform>
            <numerusform>%1 Messstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 areas are listed</source>
        <translation>die ersten %1 Bereiche sind aufgeführt</translation>
    </message>
    <message>
        <source>Areas with their assets, payload families and rates appear here.</source>
        <translation>Hier erscheinen Bereiche mit ihren Anlagen, Nutzdatenfamilien und Raten.</translation>
    </message>
    <message>
        <source>The connection is not being tried: it may be switched off.</source>
        <translation>Die Verbindung wird nicht versucht: vielleicht ist sie ausgeschaltet.</translation>
    </message>
    <message>
        <source>First the connection must stand: its layers above say what is missing.</source>
        <translation>Zuerst muss die Verbindung stehen: ihre Schichten oben sagen, woran es fehlt.</translation>
    </message>
    <message>
        <source>Somebody has to say what to subscribe to: answer the question above, or choose topics with Edit…</source>
        <translation>Noch ist offen, was abonniert wird: die Frage oben beantworten, oder unter Bearbeiten… Topics wählen.</translation>
    </message>
    <message>
        <source>Nothing has come yet: devices show up with their first message; if none does, check the topics with Edit…</source>
        <translation>Noch ist nichts gekommen: Geräte erscheinen mit ihrer ersten Nachricht; kommt keine, die Topics unter Bearbeiten… prüfen.</translation>
    </message>
</context>
<context>
    <name>telltale::SpeakingAssetsPanel</name>
    <message>
        <source>Assets that speak here</source>
        <translation>Anlagen, die hier sprechen</translation>
    </message>
    <message>
        <source>of all areas</source>
        <translation>aller Bereiche</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
</context>
<context>
    <name>telltale::StateTile</name>
    <message>
        <source>On</source>
        <comment>a machine</comment>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a machine</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Said %1</source>
        <translation>Gemeldet %1</translation>
    </message>
    <message>
        <source>On for %1 % of the time shown</source>
        <translation>%1 % der gezeigten Zeit an</translation>
    </message>
</context>
<context>
    <name>telltale::StatusLine</name>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Strg+K Befehle</translation>
    </message>
    <message>
        <source>Engineer: %1</source>
        <translation>Ingenieur: %1</translation>
    </message>
    <message>
        <source>nothing stored yet</source>
        <translation>noch nichts gespeichert</translation>
    </message>
    <message>
        <source>stored %1 s ago</source>
        <translation>gespeichert vor %1 s</translation>
    </message>
    <message>
        <source>stored %1 ago</source>
        <translation>gespeichert vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>received %1 = stored %2 + dropped %3</source>
        <translation>empfangen %1 = gespeichert %2 + verworfen %3</translation>
    </message>
    <message>
        <source>%1 + under way %2</source>
        <translation>%1 + unterwegs %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>as it was: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>device → screen %1 (p99 %2)</source>
        <translation>Gerät → Bildschirm %1 (p99 %2)</translation>
    </message>
    <message>
        <source>From the time a sample states, or its arrival where it states none, to the frame that shows it: median and 99th percentile of the last minute</source>
        <translation>Vom Zeitpunkt, den ein Messwert nennt, oder von seiner Ankunft, wenn er keinen nennt, bis zu dem Bild, das ihn zeigt: Median und 99. Perzentil der letzten Minute</translation>
    </message>
    <message>
        <source>oldest value %1, %2</source>
        <translation>ältester Wert %1, %2</translation>
    </message>
</context>
<context>
    <name>telltale::StatusPage</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Copy path of the log</source>
        <translation>Protokollpfad kopieren</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export status…</source>
        <translation>Status exportieren…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>received = understood + dropped + waiting</source>
        <translation>empfangen = verstanden + verworfen + offen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Export status</source>
        <translation>Status exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>The path of the log file is in the clipboard</source>
        <translation>Der Pfad der Protokolldatei ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>No program here opens folders; it is %1</source>
        <translation>Hier öffnet kein Programm Ordner; er ist %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>telltale::SubscribeAllQuestion</name>
    <message>
        <source>Choose topics…</source>
        <translation>Topics wählen…</translation>
    </message>
    <message>
        <source>Subscribe to all</source>
        <translation>Alles abonnieren</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would subscribe to everything on %2. On a large broker that is much traffic, and its owner may not expect it. Nothing new is subscribed to before your answer.</source>
        <translation>„%1“ würde alles auf %2 abonnieren. Auf einem großen Broker ist das viel Verkehr, und sein Betreiber rechnet vielleicht nicht damit. Vor der Antwort wird nichts Neues abonniert.</translation>
    </message>
</context>
<context>
    <name>telltale::TagDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Describe tag</source>
        <translation>Messstelle beschreiben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Normal from</source>
        <translation>Normal von</translation>
    </message>
    <message>
        <source>Normal to</source>
        <translation>Normal bis</translation>
    </message>
    <message>
        <source>as many as the value needs</source>
        <translation>so viele, wie der Wert braucht</translation>
    </message>
    <message>
        <source>Digits after the point</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>The normal range needs two numbers, the lower one first.</source>
        <translation>Der Normalbereich braucht zwei Zahlen, die kleinere zuerst.</translation>
    </message>
</context>
<context>
    <name>telltale::TargetTile</name>
    <message>
        <source>Target %1%2 · %3</source>
        <translation>Ziel %1%2 · %3</translation>
    </message>
</context>
<context>
    <name>telltale::ThroughputPanel</name>
    <message>
        <source>Messages received</source>
        <translation>Empfangene Nachrichten</translation>
    </message>
    <message>
        <source>Messages waiting to be read</source>
        <translation>Nachrichten, die noch offen sind</translation>
    </message>
    <message>
        <source>Duration of a commit</source>
        <translation>Dauer einer Sicherung</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>all connections · last hour</source>
        <translation>alle Verbindungen · letzte Stunde</translation>
    </message>
</context>
<context>
    <name>telltale::Tile</name>
    <message>
        <source>STALE %1</source>
        <translation>VERALTET %1</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>GEHALTEN</translation>
    </message>
    <message>
        <source>RETAINED %1</source>
        <translation>AUFBEWAHRT %1</translation>
    </message>
    <message>
        <source>RETAINED</source>
        <translation>AUFBEWAHRT</translation>
    </message>
    <message>
        <source>BAD</source>
        <translation>SCHLECHT</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>KEINE DATEN</translation>
    </message>
    <message>
        <source>No such tag</source>
        <translation>Keine solche Messstelle</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>Keine Daten seit %1</translation>
    </message>
    <message>
        <source>No data since %1 · source not connected</source>
        <translation>Keine Daten seit %1 · nicht verbunden</translation>
    </message>
    <message>
        <source>Kept by the broker · measured %1</source>
        <translation>Vom Broker aufbewahrt · gemessen %1</translation>
    </message>
    <message>
        <source>Kept by the broker · age not known</source>
        <translation>Vom Broker aufbewahrt · Alter unbekannt</translation>
    </message>
    <message>
        <source>Last %1 · usually every %2</source>
        <translation>Zuletzt %1 · sonst alle %2</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Zuletzt %1</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy tag</source>
        <translation>Messstelle kopieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Grenzwert %1</translation>
    </message>
    <message>
        <source>%1 above</source>
        <translation>%1 darüber</translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation>%1 darunter</translation>
    </message>
    <message>
        <source>rising %1 %2/min</source>
        <translation>steigt %1 %2/min</translation>
    </message>
    <message>
        <source>falling %1 %2/min</source>
        <translation>fällt %1 %2/min</translation>
    </message>
    <message>
        <source>CATCHING UP</source>
        <translation>HOLT AUF</translation>
    </message>
    <message>
        <source>Its past is arriving · up to %1</source>
        <translation>Ältere Werte kommen an · bis %1</translation>
    </message>
    <message>
        <source>TIME AHEAD</source>
        <translation>ZEIT VORAUS</translation>
    </message>
    <message>
        <source>Last %1 · %2 ahead of the clock</source>
        <translation>Zuletzt %1 · %2 vor der Uhr</translation>
    </message>
    <message>
        <source>ARRIVAL TIME</source>
        <comment>a value whose own time was impossible</comment>
        <translation>EINGANGSZEIT</translation>
    </message>
    <message>
        <source>The device gave an impossible time: the time of arrival is used.</source>
        <translation>Das Gerät gab eine unmögliche Zeit an: es gilt die Zeit des Eingangs.</translation>
    </message>
</context>
<context>
    <name>telltale::TrendPage</name>
    <message>
        <source>Tag</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Wheel zoom · drag pan · Shift+drag box · Backspace undo · X cursors</source>
        <translation>Rad: Zoom · Ziehen: Schieben · Umschalt+Ziehen: Rahmen · Rücktaste: zurück · X: Cursor</translation>
    </message>
    <message>
        <source>Figures of the tags shown</source>
        <translation>Kennwerte der gezeigten Messstellen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennwerte</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Messstellen…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Messstelle</numerusform>
            <numerusform>%n Messstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>Fadenkreuz %1</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Remove from this trend</source>
        <translation>Aus diesem Trend entfernen</translation>
    </message>
    <message>
        <source>Open its asset</source>
        <translation>Anlage öffnen</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Messwerte</translation>
    </message>
    <message>
        <source>There is no tag &quot;%1&quot;.</source>
        <translation>Es gibt keine Messstelle „%1“.</translation>
    </message>
</context>
<context>
    <name>telltale::TrendView</name>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Tag	Time	Value	Unit</source>
        <translation>Messstelle	Zeit	Wert	Einheit</translation>
    </message>
    <message>
        <source>Nothing to draw yet. Drop tags here, or choose some.</source>
        <translation>Noch nichts zu zeichnen. Messstellen hierher ziehen oder auswählen.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Texts are not drawn as a line. The newest, of %1:</source>
        <translation>Texte ergeben keine Linie. Der neueste, von %1:</translation>
    </message>
    <message>
        <source>no samples between the cursors</source>
        <translation>keine Messwerte zwischen den Cursorn</translation>
    </message>
    <message>
        <source>Δ %1 · min %2 · max %3 · mean %4</source>
        <translation>Δ %1 · Min %2 · Max %3 · Mittel %4</translation>
    </message>
    <message>
        <source>Tag	Unit	First	Last	Delta	Min	Max	Mean	Integral (h)	Samples</source>
        <translation>Messstelle	Einheit	Erster	Letzter	Differenz	Min	Max	Mittel	Integral (h)	Messwerte</translation>
    </message>
    <message>
        <source>Show it (N)</source>
        <translation>Zeigen (N)</translation>
    </message>
    <message>
        <source>Show the newest data</source>
        <translation>Die neuesten Daten zeigen</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>No data in this period; latest data: %1</source>
        <translation>Keine Daten in diesem Zeitraum; die neuesten: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ValueTile</name>
    <message>
        <source>%1%2 against yesterday %3</source>
        <translation>%1%2 gegen gestern %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tag(s)</source>
        <translation>
            <numerusform>%1 von %n Messstelle</numerusform>
            <numerusform>%1 von %n Messstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Normal %1 to %2%3</source>
        <translation>Normal %1 bis %2%3</translation>
    </message>
</context>
<context>
    <name>telltale::WorstAlarmsView</name>
    <message>
        <source>Worst alarms and their cures</source>
        <translation>Schlimmste Alarme und ihre Abhilfe</translation>
    </message>
    <message>
        <source>The ten rules that came most often, and what history says would cure them.</source>
        <translation>Die zehn Regeln, die am häufigsten kamen, und was nach der Historie dagegen hülfe.</translation>
    </message>
    <message>
        <source>How much of the period was looked at</source>
        <translation>Wie viel vom Zeitraum angesehen ist</translation>
    </message>
    <message>
        <source>Period to look at</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>Der letzte %n Tag</numerusform>
            <numerusform>Die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Apply cure</source>
        <translation>Abhilfe übernehmen</translation>
    </message>
    <message>
        <source>The rule was changed meanwhile: look again.</source>
        <translation>Die Regel wurde inzwischen geändert: noch einmal suchen.</translation>
    </message>
    <message>
        <source>Applied; Undo takes it back.</source>
        <translation>Übernommen; Zurücknehmen macht es rückgängig.</translation>
    </message>
    <message>
        <source>The rule is as it was before.</source>
        <translation>Die Regel ist wieder wie zuvor.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look for cures</source>
        <translation>Abhilfe suchen</translation>
    </message>
    <message>
        <source>A double click opens the rule with its cure</source>
        <translation>Ein Doppelklick öffnet die Regel mit ihrer Abhilfe</translation>
    </message>
    <message>
        <source>Open rule…</source>
        <translation>Regel öffnen…</translation>
    </message>
    <message>
        <source>Looking for cures</source>
        <translation>Abhilfe wird gesucht</translation>
    </message>
    <message>
        <source>Each cure is tried on what is stored; Stop ends it.</source>
        <translation>Jede Abhilfe wird an dem erprobt, was gespeichert ist; Anhalten beendet es.</translation>
    </message>
    <message>
        <source>No alarm of a rule came in this time</source>
        <translation>In dieser Zeit kam kein Alarm einer Regel</translation>
    </message>
    <message>
        <source>A longer period may have some.</source>
        <translation>Ein längerer Zeitraum hat vielleicht welche.</translation>
    </message>
    <message>
        <source>Nobody has looked for cures yet</source>
        <translation>Noch hat niemand nach Abhilfe gesucht</translation>
    </message>
    <message>
        <source>&quot;Look for cures&quot; takes the ten rules that came most often in the period chosen and tries wider deadbands, longer delays and suppression on stored history. What leaves the real alarms is proposed; no rule changes before you apply it.</source>
        <translation>&quot;Abhilfe suchen&quot; nimmt die zehn Regeln, die im gewählten Zeitraum am häufigsten kamen, und erprobt an der gespeicherten Historie breitere Hysterese, längere Verzögerungen und Unterdrückung. Vorgeschlagen wird, was die echten Alarme lässt; keine Regel ändert sich, bevor es übernommen wird.</translation>
    </message>
    <message>
        <source>The rule is not among the ten worst of this time.</source>
        <translation>Die Regel ist nicht unter den zehn schlimmsten dieser Zeit.</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <extracomment>the reason why a rule was changed; %1 the cure, such as &quot;Delay on 0 → 30 s&quot;</extracomment>
        <translation>zurückgenommen: %1</translation>
    </message>
</context>
</TS>
