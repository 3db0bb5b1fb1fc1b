<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AlarmRequest</name>
    <message>
        <source>it came again meanwhile; look at it and acknowledge once more</source>
        <translation>it came again meanwhile; look at it and acknowledge once more</translation>
    </message>
    <message>
        <source>there is nothing to acknowledge</source>
        <translation>there is nothing to acknowledge</translation>
    </message>
    <message>
        <source>it is acknowledged already</source>
        <translation>it is acknowledged already</translation>
    </message>
    <message>
        <source>it is suppressed</source>
        <translation>it is suppressed</translation>
    </message>
    <message>
        <source>its rule no longer exists</source>
        <translation>its rule no longer exists</translation>
    </message>
    <message>
        <source>you are not permitted to</source>
        <translation>you are not permitted to</translation>
    </message>
    <message>
        <source>nothing records at the moment; start Telltale first</source>
        <translation>nothing records at the moment; start Telltale first</translation>
    </message>
    <message>
        <source>this window is a view; act in the one of %1</source>
        <translation>this window is a view; act in the one of %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Refused: %1</translation>
    </message>
    <message>
        <source>nothing can be stored at the moment</source>
        <translation>nothing can be stored at the moment</translation>
    </message>
    <message>
        <source>Done, but not stored yet: the disk is full. Free some space; it is stored then. Until then the end of the program would undo it.</source>
        <translation>Done, but not stored yet: the disk is full. Free some space; it is stored then. Until then the end of the program would undo it.</translation>
    </message>
    <message>
        <source>Done, but not stored yet: the disk cannot be written. Check it; storing is tried again. Until then the end of the program would undo it.</source>
        <translation>Done, but not stored yet: the disk cannot be written. Check it; storing is tried again. Until then the end of the program would undo it.</translation>
    </message>
    <message>
        <source>its rule allows no shelving; of priority 1 that must be written in the rule</source>
        <translation>its rule allows no shelving; of priority 1 that must be written in the rule</translation>
    </message>
    <message>
        <source>a reason is needed</source>
        <translation>a reason is needed</translation>
    </message>
    <message>
        <source>that is longer than its rule allows</source>
        <translation>that is longer than its rule allows</translation>
    </message>
    <message>
        <source>it has been shelved for as long as its rule allows</source>
        <translation>it has been shelved for as long as its rule allows</translation>
    </message>
    <message>
        <source>as many alarms are shelved as may be at once</source>
        <translation>as many alarms are shelved as may be at once</translation>
    </message>
    <message>
        <source>it is not shelved</source>
        <translation>it is not shelved</translation>
    </message>
    <message>
        <source>it is out of service</source>
        <translation>it is out of service</translation>
    </message>
    <message>
        <source>it is not out of service</source>
        <translation>it is not out of service</translation>
    </message>
    <message>
        <source>it must be acknowledged first</source>
        <translation>it must be acknowledged first</translation>
    </message>
    <message>
        <source>it is still active</source>
        <translation>it is still active</translation>
    </message>
    <message>
        <source>there is nothing to reset</source>
        <translation>there is nothing to reset</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n alarm acknowledged</numerusform>
            <numerusform>%n alarms acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came again meanwhile</source>
        <translation>
            <numerusform>%n came again meanwhile</numerusform>
            <numerusform>%n came again meanwhile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmWords</name>
    <message>
        <source>CRIT</source>
        <comment>alarm priority 1</comment>
        <translation>CRIT</translation>
    </message>
    <message>
        <source>HIGH</source>
        <comment>alarm priority 2</comment>
        <translation>HIGH</translation>
    </message>
    <message>
        <source>MED</source>
        <comment>alarm priority 3</comment>
        <translation>MED</translation>
    </message>
    <message>
        <source>LOW</source>
        <comment>alarm priority 4</comment>
        <translation>LOW</translation>
    </message>
    <message>
        <source>NORMAL</source>
        <comment>alarm state</comment>
        <translation>NORMAL</translation>
    </message>
    <message>
        <source>NEW</source>
        <comment>alarm state</comment>
        <translation>NEW</translation>
    </message>
    <message>
        <source>ACKED</source>
        <comment>alarm state</comment>
        <translation>ACKED</translation>
    </message>
    <message>
        <source>RETURNED</source>
        <comment>alarm state</comment>
        <translation>RETURNED</translation>
    </message>
    <message>
        <source>LATCHED NEW</source>
        <comment>alarm state</comment>
        <translation>LATCHED NEW</translation>
    </message>
    <message>
        <source>LATCHED</source>
        <comment>alarm state</comment>
        <translation>LATCHED</translation>
    </message>
    <message>
        <source>SHELVED</source>
        <comment>alarm state</comment>
        <translation>SHELVED</translation>
    </message>
    <message>
        <source>SUPPRESSED</source>
        <comment>alarm state</comment>
        <translation>SUPPRESSED</translation>
    </message>
    <message>
        <source>OUT OF SERVICE</source>
        <comment>alarm state</comment>
        <translation>OUT OF SERVICE</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Returned to normal</source>
        <translation>Returned to normal</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Silenced</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>Rule changed</translation>
    </message>
    <message>
        <source>Program started</source>
        <translation>Program started</translation>
    </message>
    <message>
        <source>Program stopped</source>
        <translation>Program stopped</translation>
    </message>
    <message>
        <source>Flood began</source>
        <translation>Flood began</translation>
    </message>
    <message>
        <source>Flood ended</source>
        <translation>Flood ended</translation>
    </message>
    <message>
        <source>Clock stepped</source>
        <translation>Clock stepped</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>no data for %1</translation>
    </message>
    <message>
        <source>bad quality</source>
        <translation>bad quality</translation>
    </message>
    <message>
        <source>quality not good</source>
        <translation>quality not good</translation>
    </message>
    <message>
        <source>link down</source>
        <translation>link down</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Recording stopped</translation>
    </message>
    <message>
        <source>Alarm state lost</source>
        <translation>Alarm state lost</translation>
    </message>
    <message>
        <source>Source down: %1</source>
        <comment>a connection</comment>
        <translation>Source down: %1</translation>
    </message>
    <message>
        <source>The stored state of the alarms could not be read; the file was kept aside.</source>
        <translation>The stored state of the alarms could not be read; the file was kept aside.</translation>
    </message>
    <message>
        <source>The connection to the broker is lost or was refused.</source>
        <translation>The connection to the broker is lost or was refused.</translation>
    </message>
    <message>
        <source>Measurements of this time will be missing.</source>
        <translation>Measurements of this time will be missing.</translation>
    </message>
    <message>
        <source>Acknowledgements and shelves from before are gone.</source>
        <translation>Acknowledgements and shelves from before are gone.</translation>
    </message>
    <message>
        <source>Its values stand still; alarms on them are held.</source>
        <translation>Its values stand still; alarms on them are held.</translation>
    </message>
    <message>
        <source>Free disk space or repair the disk; recording resumes by itself.</source>
        <translation>Free disk space or repair the disk; recording resumes by itself.</translation>
    </message>
    <message>
        <source>Look through the plant: alarms that were active are raised anew.</source>
        <translation>Look through the plant: alarms that were active are raised anew.</translation>
    </message>
    <message>
        <source>Look at the connections page for the cause.</source>
        <translation>Look at the connections page for the cause.</translation>
    </message>
    <message>
        <source>Chattering began</source>
        <translation>Chattering began</translation>
    </message>
    <message>
        <source>Chattering ended</source>
        <translation>Chattering ended</translation>
    </message>
    <message>
        <source>Suppression ended</source>
        <translation>Suppression ended</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>Shelving ended</source>
        <translation>Shelving ended</translation>
    </message>
    <message>
        <source>Taken out of service</source>
        <translation>Taken out of service</translation>
    </message>
    <message>
        <source>Returned to service</source>
        <translation>Returned to service</translation>
    </message>
    <message>
        <source>Annunciated again</source>
        <translation>Annunciated again</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>short for: bad quality</comment>
        <translation>bad</translation>
    </message>
    <message>
        <source>not good</source>
        <comment>short for: quality not good</comment>
        <translation>not good</translation>
    </message>
    <message>
        <source>nothing can be written</source>
        <translation>nothing can be written</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>could not be read</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>short for: nothing can be written</comment>
        <translation>stopped</translation>
    </message>
    <message>
        <source>lost</source>
        <comment>short for: could not be read</comment>
        <translation>lost</translation>
    </message>
    <message>
        <source>The raw journal cannot be written: the disk is full, read-only or failing.</source>
        <translation>The raw journal cannot be written: the disk is full, read-only or failing.</translation>
    </message>
    <message>
        <source>The history cannot be written: the disk is full, read-only or failing.</source>
        <translation>The history cannot be written: the disk is full, read-only or failing.</translation>
    </message>
    <message>
        <source>The raw journal and the history cannot be written: the disk is full, read-only or failing.</source>
        <translation>The raw journal and the history cannot be written: the disk is full, read-only or failing.</translation>
    </message>
    <message>
        <source>the raw journal cannot be written</source>
        <translation>the raw journal cannot be written</translation>
    </message>
    <message>
        <source>history cannot be written</source>
        <translation>history cannot be written</translation>
    </message>
    <message>
        <source>What comes is kept in the raw journal as long as that has room, and stored later.</source>
        <translation>What comes is kept in the raw journal as long as that has room, and stored later.</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Suppressed by design</translation>
    </message>
    <message>
        <source>Came, not announced</source>
        <translation>Came, not announced</translation>
    </message>
    <message>
        <source>Returned, not announced</source>
        <translation>Returned, not announced</translation>
    </message>
    <message>
        <source>Priority %1 %2, %3</source>
        <extracomment>%2 the word of the priority, %3 that of the state</extracomment>
        <translation>Priority %1 %2, %3</translation>
    </message>
    <message>
        <source>Notification channel failing: %1</source>
        <translation>Notification channel failing: %1</translation>
    </message>
    <message>
        <source>For an hour the channel has confirmed nothing of what it was given.</source>
        <translation>For an hour the channel has confirmed nothing of what it was given.</translation>
    </message>
    <message>
        <source>Whoever relies on it does not learn of alarms; what waited is told as a number once it works again.</source>
        <translation>Whoever relies on it does not learn of alarms; what waited is told as a number once it works again.</translation>
    </message>
    <message>
        <source>Look at the status page for the cause; tell whoever relies on it.</source>
        <translation>Look at the status page for the cause; tell whoever relies on it.</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>chattering</translation>
    </message>
    <message>
        <source>chattering × %1</source>
        <translation>chattering × %1</translation>
    </message>
    <message>
        <source>Journal exported</source>
        <translation>Journal exported</translation>
    </message>
    <message>
        <source>no link</source>
        <comment>short for: link down</comment>
        <translation>no link</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <comment>time to respond has run out</comment>
        <translation>overdue %1</translation>
    </message>
    <message>
        <source>since restart: no data</source>
        <translation>since restart: no data</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>no alarm sound</source>
        <translation>no alarm sound</translation>
    </message>
    <message>
        <source>horn on</source>
        <translation>horn on</translation>
    </message>
    <message>
        <source>sound on</source>
        <translation>sound on</translation>
    </message>
    <message>
        <source>Muted: Ctrl+M lets alarms be heard again.</source>
        <translation>Muted: Ctrl+M lets alarms be heard again.</translation>
    </message>
    <message>
        <source>The sound has not been tested yet.</source>
        <translation>The sound has not been tested yet.</translation>
    </message>
    <message>
        <source>There is no sound device. Connect one; it is looked for every minute.</source>
        <translation>There is no sound device. Connect one; it is looked for every minute.</translation>
    </message>
    <message>
        <source>The sound device fails: %1. It is tried again every minute.</source>
        <translation>The sound device fails: %1. It is tried again every minute.</translation>
    </message>
    <message>
        <source>F8 silences the horn until the next alarm, and acknowledges nothing.</source>
        <translation>F8 silences the horn until the next alarm, and acknowledges nothing.</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>not tested yet</translation>
    </message>
    <message>
        <source>not available here</source>
        <translation>not available here</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>failing</translation>
    </message>
    <message>
        <source>priorities 1 and 2, while another window is used</source>
        <translation>priorities 1 and 2, while another window is used</translation>
    </message>
    <message>
        <source>Alarm sound</source>
        <translation>Alarm sound</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>Desktop notifications</translation>
    </message>
</context>
<context>
    <name>AssetFacts</name>
    <message>
        <source>the program itself</source>
        <translation>the program itself</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>Not received: %1</source>
        <translation>Not received: %1</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>every %1</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>%1, here the first %2; the tree has all</source>
        <extracomment>%1 all tags, %2 those on the page</extracomment>
        <translation>%1, here the first %2; the tree has all</translation>
    </message>
    <message>
        <source>Device clock</source>
        <translation>Device clock</translation>
    </message>
    <message>
        <source>wrong: the time of arrival is used</source>
        <translation>wrong: the time of arrival is used</translation>
    </message>
    <message>
        <source>wrong: the last stored value is %1 ahead</source>
        <translation>wrong: the last stored value is %1 ahead</translation>
    </message>
    <message>
        <source>%1 not received: %2</source>
        <extracomment>%1 a tag, %2 why</extracomment>
        <translation>%1 not received: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more gap(s) in the trends</source>
        <translation>
            <numerusform>%n more gap in the trends</numerusform>
            <numerusform>%n more gaps in the trends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BacktestWords</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of them chattering or shorter than 10 s</source>
        <translation>%1, %2 of them chattering or shorter than 10 s</translation>
    </message>
    <message>
        <source>No tag of this name is stored.</source>
        <translation>No tag of this name is stored.</translation>
    </message>
    <message>
        <source>Nothing is stored of this time.</source>
        <translation>Nothing is stored of this time.</translation>
    </message>
    <message>
        <source>In %2 it would have come %1; that is %3 a day.</source>
        <translation>In %2 it would have come %1; that is %3 a day.</translation>
    </message>
    <message>
        <source>The longest lasted %1, all together %2.</source>
        <translation>The longest lasted %1, all together %2.</translation>
    </message>
    <message>
        <source>As stored: %1.</source>
        <translation>As stored: %1.</translation>
    </message>
    <message>
        <source>Without deadband and delays: %1.</source>
        <translation>Without deadband and delays: %1.</translation>
    </message>
    <message>
        <source>With the usual deadband and delays: %1.</source>
        <translation>With the usual deadband and delays: %1.</translation>
    </message>
    <message>
        <source>None that lasted %1 or longer would be missed.</source>
        <translation>None that lasted %1 or longer would be missed.</translation>
    </message>
    <message>
        <source>History begins %1.</source>
        <translation>History begins %1.</translation>
    </message>
    <message>
        <source>Of samples from %1 to %2 only roll-ups are left; in them nothing is found.</source>
        <translation>Of samples from %1 to %2 only roll-ups are left; in them nothing is found.</translation>
    </message>
    <message>
        <source>Tried on the first %1 of %2 tags.</source>
        <translation>Tried on the first %1 of %2 tags.</translation>
    </message>
    <message>
        <source>Only until %1: it would have come too often to count.</source>
        <translation>Only until %1: it would have come too often to count.</translation>
    </message>
    <message>
        <source>The list has the newest %1.</source>
        <translation>The list has the newest %1.</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Lasted</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>still on at the end</source>
        <translation>still on at the end</translation>
    </message>
    <message>
        <source>was on before</source>
        <translation>was on before</translation>
    </message>
    <message numerus="yes">
        <source>%n that lasted %1 or longer would be missed: the first in the list.</source>
        <translation>
            <numerusform>%n that lasted %1 or longer would be missed: the first in the list.</numerusform>
            <numerusform>%n that lasted %1 or longer would be missed: the first in the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>BuiltInPages</name>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
</context>
<context>
    <name>ConnectionDraft</name>
    <message>
        <source>Type the address of a broker, such as mqtts://broker.example:8883.</source>
        <translation>Type the address of a broker, such as mqtts://broker.example:8883.</translation>
    </message>
    <message>
        <source>User and password do not belong into the address: it is stored as text. Use the fields below.</source>
        <translation>User and password do not belong into the address: it is stored as text. Use the fields below.</translation>
    </message>
    <message>
        <source>This is no address of a broker (%1). Write mqtt://host:port or mqtts://host:port.</source>
        <translation>This is no address of a broker (%1). Write mqtt://host:port or mqtts://host:port.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Give the connection a name.</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>There is a connection of this name already.</translation>
    </message>
    <message>
        <source>Say which topics to subscribe to; # means all.</source>
        <translation>Say which topics to subscribe to; # means all.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no topic filter: # stands only at the end, + for a whole level.</source>
        <translation>&quot;%1&quot; is no topic filter: # stands only at the end, + for a whole level.</translation>
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
        <translation>%1: the password is kept only until the program ends. It is asked for again at the next start.</translation>
    </message>
    <message>
        <source>The broker refuses who gives no user name</source>
        <translation>The broker refuses who gives no user name</translation>
    </message>
    <message>
        <source>The password of user &quot;%1&quot; is missing</source>
        <translation>The password of user &quot;%1&quot; is missing</translation>
    </message>
    <message>
        <source>The broker refused user &quot;%1&quot; or the password</source>
        <translation>The broker refused user &quot;%1&quot; or the password</translation>
    </message>
    <message>
        <source>Enter user and password again in Connections, Edit…; or mend TELLTALE_MQTT_PASSWORD, if the password comes from there.</source>
        <translation>Enter user and password again in Connections, Edit…; or mend TELLTALE_MQTT_PASSWORD, if the password comes from there.</translation>
    </message>
</context>
<context>
    <name>ConnectionRows</name>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Took</translation>
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
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>Dropped: %1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Waiting to be read</source>
        <translation>Waiting to be read</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>Received here since start</source>
        <translation>Received here since start</translation>
    </message>
    <message>
        <source>Dropped by the broker (its own count)</source>
        <translation>Dropped by the broker (its own count)</translation>
    </message>
    <message>
        <source>%1, longest %2</source>
        <translation>%1, longest %2</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Disconnected</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Looks like</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not permit to subscribe to it</source>
        <translation>&quot;%1&quot; does not permit to subscribe to it</translation>
    </message>
    <message>
        <source>there are as many tags as the limit allows</source>
        <translation>there are as many tags as the limit allows</translation>
    </message>
    <message>
        <source>connected %1 · %2 messages/s</source>
        <translation>connected %1 · %2 messages/s</translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation>connecting …</translation>
    </message>
    <message>
        <source>not connected · next attempt in %1</source>
        <translation>not connected · next attempt in %1</translation>
    </message>
    <message>
        <source>not connected · trying now</source>
        <translation>not connected · trying now</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>payload too large</source>
        <translation>payload too large</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>not understood</translation>
    </message>
    <message>
        <source>no room in the journal</source>
        <translation>no room in the journal</translation>
    </message>
    <message>
        <source>sent twice by the broker</source>
        <translation>sent twice by the broker</translation>
    </message>
    <message>
        <source>topic too long</source>
        <translation>topic too long</translation>
    </message>
    <message>
        <source>topic is not valid text</source>
        <translation>topic is not valid text</translation>
    </message>
    <message>
        <source>more tags than the limit allows</source>
        <translation>more tags than the limit allows</translation>
    </message>
    <message>
        <source>disk error</source>
        <translation>disk error</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>damaged in the journal</source>
        <translation>damaged in the journal</translation>
    </message>
    <message>
        <source>%1 per s</source>
        <translation>%1 per s</translation>
    </message>
    <message>
        <source>%1 per min</source>
        <translation>%1 per min</translation>
    </message>
    <message>
        <source>%1 per h</source>
        <translation>%1 per h</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <comment>a topic filter</comment>
        <translation>%1 refused</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>not encrypted</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>a port</comment>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>without user name</source>
        <translation>without user name</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>a user</comment>
        <translation>as %1</translation>
    </message>
    <message>
        <source>bytes nobody described</source>
        <translation>bytes nobody described</translation>
    </message>
    <message>
        <source>beyond a limit</source>
        <translation>beyond a limit</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>malformed</translation>
    </message>
    <message>
        <source>birth message is not valid</source>
        <translation>birth message is not valid</translation>
    </message>
    <message>
        <source>a version that is not supported</source>
        <translation>a version that is not supported</translation>
    </message>
    <message>
        <source>a member that is not supported</source>
        <translation>a member that is not supported</translation>
    </message>
    <message>
        <source>%1 · without connection for %2</source>
        <translation>%1 · without connection for %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>the sign-in</comment>
        <translation>refused</translation>
    </message>
    <message>
        <source>without password</source>
        <translation>without password</translation>
    </message>
    <message>
        <source>Bad first samples, of which no tag is made</source>
        <translation>Bad first samples, of which no tag is made</translation>
    </message>
    <message>
        <source>fails: see below</source>
        <comment>a layer of a connection</comment>
        <translation>fails: see below</translation>
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
        <translation>Came</translation>
    </message>
    <message>
        <source>Cure</source>
        <translation>Cure</translation>
    </message>
    <message>
        <source>Back-test</source>
        <translation>Back-test</translation>
    </message>
    <message>
        <source>Chattering or short</source>
        <translation>Chattering or short</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Deadband %1</source>
        <translation>Deadband %1</translation>
    </message>
    <message>
        <source>Delay on %1</source>
        <translation>Delay on %1</translation>
    </message>
    <message>
        <source>Delay off %1</source>
        <translation>Delay off %1</translation>
    </message>
    <message>
        <source>Suppress while &quot;%1&quot; is on</source>
        <translation>Suppress while &quot;%1&quot; is on</translation>
    </message>
    <message>
        <source>Switch off: it is on %1 % of the time</source>
        <translation>Switch off: it is on %1 % of the time</translation>
    </message>
    <message>
        <source>none found: look at the limit and the process</source>
        <translation>none found: look at the limit and the process</translation>
    </message>
    <message>
        <source>nothing is stored of its tags</source>
        <translation>nothing is stored of its tags</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>proposed</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>an asset, and how many others</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>No alarm of a rule came in this time.</source>
        <translation>No alarm of a rule came in this time.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), the worst first</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules, the worst first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n the end of the period was left out</source>
        <translation>
            <numerusform>of %n the end of the period was left out</numerusform>
            <numerusform>of %n the end of the period was left out</numerusform>
        </translation>
    </message>
    <message>
        <source>compared with each other until %1 only: there were too many</source>
        <translation>compared with each other until %1 only: there were too many</translation>
    </message>
    <message>
        <source>Tried until %1 only: it would have come too often to count.</source>
        <translation>Tried until %1 only: it would have come too often to count.</translation>
    </message>
</context>
<context>
    <name>DemoConnection</name>
    <message>
        <source>demo plant</source>
        <translation>demo plant</translation>
    </message>
</context>
<context>
    <name>DemoOverview</name>
    <message>
        <source>Total inflow</source>
        <translation>Total inflow</translation>
    </message>
    <message>
        <source>Energy per m³</source>
        <translation>Energy per m³</translation>
    </message>
    <message>
        <source>Pump station 2 power</source>
        <translation>Pump station 2 power</translation>
    </message>
    <message>
        <source>P-203 bearing temperature</source>
        <translation>P-203 bearing temperature</translation>
    </message>
    <message>
        <source>Reservoir level, mean</source>
        <translation>Reservoir level, mean</translation>
    </message>
    <message>
        <source>Turbidity, outlet</source>
        <translation>Turbidity, outlet</translation>
    </message>
    <message>
        <source>Residual chlorine</source>
        <translation>Residual chlorine</translation>
    </message>
    <message>
        <source>Network pressure, lowest</source>
        <translation>Network pressure, lowest</translation>
    </message>
    <message>
        <source>Flow, zone 7</source>
        <translation>Flow, zone 7</translation>
    </message>
    <message>
        <source>Availability of pumps, 30 days</source>
        <translation>Availability of pumps, 30 days</translation>
    </message>
</context>
<context>
    <name>DemoRules</name>
    <message>
        <source>Bearing temperature high</source>
        <translation>Bearing temperature high</translation>
    </message>
    <message>
        <source>the bearing lacks oil or is worn</source>
        <translation>the bearing lacks oil or is worn</translation>
    </message>
    <message>
        <source>the bearing seizes in about 40 min</source>
        <translation>the bearing seizes in about 40 min</translation>
    </message>
    <message>
        <source>start the standby pump, stop this one, check the oil level</source>
        <translation>start the standby pump, stop this one, check the oil level</translation>
    </message>
    <message>
        <source>the intake pump fails</source>
        <translation>the intake pump fails</translation>
    </message>
    <message>
        <source>start the other intake pump, stop this one, check the oil level</source>
        <translation>start the other intake pump, stop this one, check the oil level</translation>
    </message>
    <message>
        <source>Vibration rising</source>
        <translation>Vibration rising</translation>
    </message>
    <message>
        <source>unbalance, a loose foot or a failing bearing</source>
        <translation>unbalance, a loose foot or a failing bearing</translation>
    </message>
    <message>
        <source>wear, later a failure</source>
        <translation>wear, later a failure</translation>
    </message>
    <message>
        <source>listen at the pump, plan a measurement, change over if it grows</source>
        <translation>listen at the pump, plan a measurement, change over if it grows</translation>
    </message>
    <message>
        <source>Filter clogged</source>
        <translation>Filter clogged</translation>
    </message>
    <message>
        <source>the filter bed is full</source>
        <translation>the filter bed is full</translation>
    </message>
    <message>
        <source>less water, later a break-through of turbidity</source>
        <translation>less water, later a break-through of turbidity</translation>
    </message>
    <message>
        <source>start the backwash of this filter</source>
        <translation>start the backwash of this filter</translation>
    </message>
    <message>
        <source>Valve position deviation</source>
        <translation>Valve position deviation</translation>
    </message>
    <message>
        <source>the valve sticks or its drive has no power</source>
        <translation>the valve sticks or its drive has no power</translation>
    </message>
    <message>
        <source>the tanks before and behind it run over or dry</source>
        <translation>the tanks before and behind it run over or dry</translation>
    </message>
    <message>
        <source>move the valve by hand, check the drive</source>
        <translation>move the valve by hand, check the drive</translation>
    </message>
    <message>
        <source>Dosing tank low</source>
        <translation>Dosing tank low</translation>
    </message>
    <message>
        <source>consumed or leaking</source>
        <translation>consumed or leaking</translation>
    </message>
    <message>
        <source>no disinfection when it is empty</source>
        <translation>no disinfection when it is empty</translation>
    </message>
    <message>
        <source>order a refill, look for a leak</source>
        <translation>order a refill, look for a leak</translation>
    </message>
    <message>
        <source>Residual chlorine low</source>
        <translation>Residual chlorine low</translation>
    </message>
    <message>
        <source>dosing stopped or too weak</source>
        <translation>dosing stopped or too weak</translation>
    </message>
    <message>
        <source>the water is not safely disinfected</source>
        <translation>the water is not safely disinfected</translation>
    </message>
    <message>
        <source>check the dosing pump and tank, raise the dose</source>
        <translation>check the dosing pump and tank, raise the dose</translation>
    </message>
    <message>
        <source>Outlet turbidity high</source>
        <translation>Outlet turbidity high</translation>
    </message>
    <message>
        <source>a filter breaks through</source>
        <translation>a filter breaks through</translation>
    </message>
    <message>
        <source>the water misses its quality limit</source>
        <translation>the water misses its quality limit</translation>
    </message>
    <message>
        <source>take the filter with the highest turbidity off and wash it</source>
        <translation>take the filter with the highest turbidity off and wash it</translation>
    </message>
    <message>
        <source>Raw water turbidity high</source>
        <translation>Raw water turbidity high</translation>
    </message>
    <message>
        <source>rain or works upstream</source>
        <translation>rain or works upstream</translation>
    </message>
    <message>
        <source>the filters clog sooner</source>
        <translation>the filters clog sooner</translation>
    </message>
    <message>
        <source>plan the next backwash earlier</source>
        <translation>plan the next backwash earlier</translation>
    </message>
    <message>
        <source>Flow of the zone high, leak?</source>
        <translation>Flow of the zone high, leak?</translation>
    </message>
    <message>
        <source>a main has burst</source>
        <translation>a main has burst</translation>
    </message>
    <message>
        <source>streets are undermined, pressure falls</source>
        <translation>streets are undermined, pressure falls</translation>
    </message>
    <message>
        <source>send a crew, close the zone&apos;s inlet valve</source>
        <translation>send a crew, close the zone&apos;s inlet valve</translation>
    </message>
    <message>
        <source>Network pressure low</source>
        <translation>Network pressure low</translation>
    </message>
    <message>
        <source>a leak or a pump that stands</source>
        <translation>a leak or a pump that stands</translation>
    </message>
    <message>
        <source>upper floors have no water</source>
        <translation>upper floors have no water</translation>
    </message>
    <message>
        <source>look for the cause in the zone&apos;s flow and pump station 2</source>
        <translation>look for the cause in the zone&apos;s flow and pump station 2</translation>
    </message>
    <message>
        <source>Reservoir level low</source>
        <translation>Reservoir level low</translation>
    </message>
    <message>
        <source>more is taken than pumped</source>
        <translation>more is taken than pumped</translation>
    </message>
    <message>
        <source>the network runs dry in some hours</source>
        <translation>the network runs dry in some hours</translation>
    </message>
    <message>
        <source>start another pump of pump station 2, ask zones to save</source>
        <translation>start another pump of pump station 2, ask zones to save</translation>
    </message>
    <message>
        <source>Level low</source>
        <translation>Level low</translation>
    </message>
    <message>
        <source>the treatment gives less than is pumped</source>
        <translation>the treatment gives less than is pumped</translation>
    </message>
    <message>
        <source>the pumps take in air</source>
        <translation>the pumps take in air</translation>
    </message>
    <message>
        <source>take a pump of pump station 2 off, check valve V-311</source>
        <translation>take a pump of pump station 2 off, check valve V-311</translation>
    </message>
    <message>
        <source>No data from the zone</source>
        <translation>No data from the zone</translation>
    </message>
    <message>
        <source>the transmitter has no power or no radio link</source>
        <translation>the transmitter has no power or no radio link</translation>
    </message>
    <message>
        <source>a leak in this zone is not seen</source>
        <translation>a leak in this zone is not seen</translation>
    </message>
    <message>
        <source>call the crew to the measuring point</source>
        <translation>call the crew to the measuring point</translation>
    </message>
    <message>
        <source>No data from the pump</source>
        <translation>No data from the pump</translation>
    </message>
    <message>
        <source>the pump&apos;s controller does not answer</source>
        <translation>the pump&apos;s controller does not answer</translation>
    </message>
    <message>
        <source>its faults are not seen</source>
        <translation>its faults are not seen</translation>
    </message>
    <message>
        <source>check the controller on site</source>
        <translation>check the controller on site</translation>
    </message>
    <message>
        <source>Disk nearly full</source>
        <translation>Disk nearly full</translation>
    </message>
    <message>
        <source>history and other programs fill the disk</source>
        <translation>history and other programs fill the disk</translation>
    </message>
    <message>
        <source>recording stops</source>
        <translation>recording stops</translation>
    </message>
    <message>
        <source>free some space or shorten the history</source>
        <translation>free some space or shorten the history</translation>
    </message>
    <message>
        <source>Processor busy</source>
        <translation>Processor busy</translation>
    </message>
    <message>
        <source>a program uses all of the processor</source>
        <translation>a program uses all of the processor</translation>
    </message>
    <message>
        <source>screens answer late</source>
        <translation>screens answer late</translation>
    </message>
    <message>
        <source>look for the program</source>
        <translation>look for the program</translation>
    </message>
</context>
<context>
    <name>DemoTags</name>
    <message>
        <source>Flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>Discharge pressure</source>
        <translation>Discharge pressure</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Power</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Bearing temperature</source>
        <translation>Bearing temperature</translation>
    </message>
    <message>
        <source>Vibration</source>
        <translation>Vibration</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Efficiency</translation>
    </message>
    <message>
        <source>Wear</source>
        <translation>Wear</translation>
    </message>
    <message>
        <source>Running hours</source>
        <translation>Running hours</translation>
    </message>
    <message>
        <source>Availability, 30 days</source>
        <translation>Availability, 30 days</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Inflow</source>
        <translation>Inflow</translation>
    </message>
    <message>
        <source>Outflow</source>
        <translation>Outflow</translation>
    </message>
    <message>
        <source>Head loss</source>
        <translation>Head loss</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Total inflow</source>
        <translation>Total inflow</translation>
    </message>
    <message>
        <source>Raw water turbidity</source>
        <translation>Raw water turbidity</translation>
    </message>
    <message>
        <source>Raw water temperature</source>
        <translation>Raw water temperature</translation>
    </message>
    <message>
        <source>Pressure drop</source>
        <translation>Pressure drop</translation>
    </message>
    <message>
        <source>Turbidity</source>
        <translation>Turbidity</translation>
    </message>
    <message>
        <source>Hours since wash</source>
        <translation>Hours since wash</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Position deviation</source>
        <translation>Position deviation</translation>
    </message>
    <message>
        <source>Dosing flow</source>
        <translation>Dosing flow</translation>
    </message>
    <message>
        <source>Turbidity, outlet</source>
        <translation>Turbidity, outlet</translation>
    </message>
    <message>
        <source>Residual chlorine</source>
        <translation>Residual chlorine</translation>
    </message>
    <message>
        <source>Pump station 2 power</source>
        <translation>Pump station 2 power</translation>
    </message>
    <message>
        <source>Plant power</source>
        <translation>Plant power</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energy</translation>
    </message>
    <message>
        <source>Energy per m³</source>
        <translation>Energy per m³</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Pressure</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>Processor load</translation>
    </message>
    <message>
        <source>Processor temperature</source>
        <translation>Processor temperature</translation>
    </message>
    <message>
        <source>Load average, 1 min</source>
        <translation>Load average, 1 min</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Memory used</translation>
    </message>
    <message>
        <source>Memory available</source>
        <translation>Memory available</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>Disk used</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Disk free</translation>
    </message>
    <message>
        <source>Network received</source>
        <translation>Network received</translation>
    </message>
    <message>
        <source>Network sent</source>
        <translation>Network sent</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Uptime</translation>
    </message>
    <message>
        <source>Load of core %1</source>
        <translation>Load of core %1</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Something is not written as it should be</source>
        <translation>Something is not written as it should be</translation>
    </message>
    <message>
        <source>This form is not supported</source>
        <translation>This form is not supported</translation>
    </message>
    <message>
        <source>A limit was exceeded</source>
        <translation>A limit was exceeded</translation>
    </message>
    <message>
        <source>It was not found</source>
        <translation>It was not found</translation>
    </message>
    <message>
        <source>It is not permitted</source>
        <translation>It is not permitted</translation>
    </message>
    <message>
        <source>The other side refused</source>
        <translation>The other side refused</translation>
    </message>
    <message>
        <source>Somebody else is using it</source>
        <translation>Somebody else is using it</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>The disk is full</translation>
    </message>
    <message>
        <source>The disk could not be read or written</source>
        <translation>The disk could not be read or written</translation>
    </message>
    <message>
        <source>A file is damaged</source>
        <translation>A file is damaged</translation>
    </message>
    <message>
        <source>A newer version wrote it</source>
        <translation>A newer version wrote it</translation>
    </message>
    <message>
        <source>The host name is unknown</source>
        <translation>The host name is unknown</translation>
    </message>
    <message>
        <source>The port is closed</source>
        <translation>The port is closed</translation>
    </message>
    <message>
        <source>There was no answer in time</source>
        <translation>There was no answer in time</translation>
    </message>
    <message>
        <source>The encrypted connection failed</source>
        <translation>The encrypted connection failed</translation>
    </message>
    <message>
        <source>User or password is wrong</source>
        <translation>User or password is wrong</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>The connection was lost</translation>
    </message>
    <message>
        <source>Another program took the session over</source>
        <translation>Another program took the session over</translation>
    </message>
    <message>
        <source>It was cancelled</source>
        <translation>It was cancelled</translation>
    </message>
    <message>
        <source>The settings contradict each other</source>
        <translation>The settings contradict each other</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>The program made a mistake</translation>
    </message>
    <message>
        <source>Correct it at its source.</source>
        <translation>Correct it at its source.</translation>
    </message>
    <message>
        <source>Use another form, or a newer version of this program.</source>
        <translation>Use another form, or a newer version of this program.</translation>
    </message>
    <message>
        <source>Send less at once, or raise the limit.</source>
        <translation>Send less at once, or raise the limit.</translation>
    </message>
    <message>
        <source>Check name and place.</source>
        <translation>Check name and place.</translation>
    </message>
    <message>
        <source>Ask whoever grants permissions there.</source>
        <translation>Ask whoever grants permissions there.</translation>
    </message>
    <message>
        <source>Its log tells why.</source>
        <translation>Its log tells why.</translation>
    </message>
    <message>
        <source>End the other program, or use its window.</source>
        <translation>End the other program, or use its window.</translation>
    </message>
    <message>
        <source>Free some space; what is waiting is written then.</source>
        <translation>Free some space; what is waiting is written then.</translation>
    </message>
    <message>
        <source>Check the disk and its permissions; it is tried again.</source>
        <translation>Check the disk and its permissions; it is tried again.</translation>
    </message>
    <message>
        <source>The file was kept aside; restore it from a backup if you have one.</source>
        <translation>The file was kept aside; restore it from a backup if you have one.</translation>
    </message>
    <message>
        <source>Use the newer version of this program.</source>
        <translation>Use the newer version of this program.</translation>
    </message>
    <message>
        <source>Check the address, and whether this computer is in the right network.</source>
        <translation>Check the address, and whether this computer is in the right network.</translation>
    </message>
    <message>
        <source>Check the port, and whether the broker is running.</source>
        <translation>Check the port, and whether the broker is running.</translation>
    </message>
    <message>
        <source>Check the address and the firewalls on the way.</source>
        <translation>Check the address and the firewalls on the way.</translation>
    </message>
    <message>
        <source>Check the certificate, its host name and dates, and the CA file.</source>
        <translation>Check the certificate, its host name and dates, and the CA file.</translation>
    </message>
    <message>
        <source>Edit the connection and enter user and password again.</source>
        <translation>Edit the connection and enter user and password again.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>Only one program may use a client id: end the other one.</source>
        <translation>Only one program may use a client id: end the other one.</translation>
    </message>
    <message>
        <source>Start it again if you need it.</source>
        <translation>Start it again if you need it.</translation>
    </message>
    <message>
        <source>Change one of them.</source>
        <translation>Change one of them.</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>Please report it with the log file.</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>%1 what happened, %2 detail as the program found it, %3 what to do</extracomment>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Make the folder writable, then save again.</source>
        <translation>Make the folder writable, then save again.</translation>
    </message>
    <message>
        <source>Free some space, then save again.</source>
        <translation>Free some space, then save again.</translation>
    </message>
    <message>
        <source>Not saved. %1: %2. %3</source>
        <extracomment>%1 what happened, %2 detail as the program found it, %3 what to do</extracomment>
        <translation>Not saved. %1: %2. %3</translation>
    </message>
    <message>
        <source>It does not seem to speak TLS</source>
        <translation>It does not seem to speak TLS</translation>
    </message>
    <message>
        <source>Use mqtt://, or the port the broker has for TLS (mostly 8883).</source>
        <translation>Use mqtt://, or the port the broker has for TLS (mostly 8883).</translation>
    </message>
    <message>
        <source>It hung up instead of answering</source>
        <translation>It hung up instead of answering</translation>
    </message>
    <message>
        <source>This computer has no keychain that can be used</source>
        <translation>This computer has no keychain that can be used</translation>
    </message>
    <message>
        <source>Check that it is an MQTT broker; a port for TLS needs mqtts://.</source>
        <translation>Check that it is an MQTT broker; a port for TLS needs mqtts://.</translation>
    </message>
    <message>
        <source>Edit the connection and type the password: it serves until the program ends. To keep it, unlock or install a keychain, or name a file that only you may read in TELLTALE_CREDENTIALS.</source>
        <translation>Edit the connection and type the password: it serves until the program ends. To keep it, unlock or install a keychain, or name a file that only you may read in TELLTALE_CREDENTIALS.</translation>
    </message>
    <message>
        <source>This window only shows what %1 records; nothing can be changed here. Make the change in the window of that program. If it has none, end it and start Telltale again.</source>
        <translation>This window only shows what %1 records; nothing can be changed here. Make the change in the window of that program. If it has none, end it and start Telltale again.</translation>
    </message>
    <message>
        <source>The password is missing</source>
        <translation>The password is missing</translation>
    </message>
    <message>
        <source>The clock of a device is wrong</source>
        <translation>The clock of a device is wrong</translation>
    </message>
    <message>
        <source>Set the clock of the device, best by NTP. Until then the time of arrival stands in for times that cannot be.</source>
        <translation>Set the clock of the device, best by NTP. Until then the time of arrival stands in for times that cannot be.</translation>
    </message>
    <message>
        <source>The alarm journal is not as it was written</source>
        <translation>The alarm journal is not as it was written</translation>
    </message>
    <message>
        <source>The alarm journal is not signed</source>
        <translation>The alarm journal is not signed</translation>
    </message>
    <message>
        <source>Keep a copy of the data folder, and compare it with backups and exports.</source>
        <translation>Keep a copy of the data folder, and compare it with backups and exports.</translation>
    </message>
    <message>
        <source>Unlock the keychain or mend the file that is named; it is tried again.</source>
        <translation>Unlock the keychain or mend the file that is named; it is tried again.</translation>
    </message>
</context>
<context>
    <name>FloodWords</name>
    <message numerus="yes">
        <source>%1 alarm(s) in 10 min</source>
        <translation>
            <numerusform>%1 alarm in 10 min</numerusform>
            <numerusform>%1 alarms in 10 min</numerusform>
        </translation>
    </message>
    <message>
        <source>first out: %1</source>
        <translation>first out: %1</translation>
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
        <translation>Asset</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>What is wrong with it</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>chattering</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) shorter than 10 s</source>
        <translation>
            <numerusform>%n time shorter than 10 s</numerusform>
            <numerusform>%n times shorter than 10 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>program off %1</source>
        <translation>program off %1</translation>
    </message>
    <message>
        <source>broker down %1</source>
        <translation>broker down %1</translation>
    </message>
    <message>
        <source>device silent %1</source>
        <translation>device silent %1</translation>
    </message>
    <message>
        <source>payload rejected %1</source>
        <translation>payload rejected %1</translation>
    </message>
    <message>
        <source>disk error %1</source>
        <translation>disk error %1</translation>
    </message>
    <message>
        <source>overload %1</source>
        <translation>overload %1</translation>
    </message>
    <message>
        <source>switched off %1</source>
        <translation>switched off %1</translation>
    </message>
    <message>
        <source>name unknown %1</source>
        <translation>name unknown %1</translation>
    </message>
    <message>
        <source>TLS failed %1</source>
        <translation>TLS failed %1</translation>
    </message>
    <message>
        <source>sign-in refused %1</source>
        <translation>sign-in refused %1</translation>
    </message>
    <message>
        <source>not permitted %1</source>
        <translation>not permitted %1</translation>
    </message>
    <message>
        <source>only roll-ups are left</source>
        <translation>only roll-ups are left</translation>
    </message>
</context>
<context>
    <name>HandoverSections</name>
    <message>
        <source>Shift hand-over</source>
        <translation>Shift hand-over</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>As far as</source>
        <translation>As far as</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Alarms that came</source>
        <translation>Alarms that came</translation>
    </message>
    <message>
        <source>Active or not acknowledged</source>
        <translation>Active or not acknowledged</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Suppressed by design</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them over 24 h</source>
        <translation>
            <numerusform>%1, %n of them over 24 h</numerusform>
            <numerusform>%1, %n of them over 24 h</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>Active and hidden as of</source>
        <translation>Active and hidden as of</translation>
    </message>
</context>
<context>
    <name>HandoverTable</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Alarms now</source>
        <translation>Alarms now</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Suppressed</translation>
    </message>
    <message>
        <source>Critical and high</source>
        <translation>Critical and high</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Key figures</translation>
    </message>
    <message>
        <source>No note was written for the next shift.</source>
        <translation>No note was written for the next shift.</translation>
    </message>
    <message>
        <source>No alarm is active, and none waits for an acknowledgement.</source>
        <translation>No alarm is active, and none waits for an acknowledgement.</translation>
    </message>
    <message>
        <source>No alarm is shelved.</source>
        <translation>No alarm is shelved.</translation>
    </message>
    <message>
        <source>No alarm is out of service.</source>
        <translation>No alarm is out of service.</translation>
    </message>
    <message>
        <source>No alarm is suppressed by design.</source>
        <translation>No alarm is suppressed by design.</translation>
    </message>
    <message>
        <source>No critical or high alarm came in this shift.</source>
        <translation>No critical or high alarm came in this shift.</translation>
    </message>
    <message>
        <source>Nobody did anything with alarms in this shift.</source>
        <translation>Nobody did anything with alarms in this shift.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>By</source>
        <comment>heading: who did it</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>For</source>
        <comment>heading: how long</comment>
        <translation>For</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Key figure</source>
        <translation>Key figure</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Of the shift</source>
        <translation>Of the shift</translation>
    </message>
    <message numerus="yes">
        <source>%1 more alarm(s) found no room; the journal has them.</source>
        <translation>
            <numerusform>%1 more alarm found no room; the journal has it.</numerusform>
            <numerusform>%1 more alarms found no room; the journal has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more action(s) found no room; the journal has them.</source>
        <translation>
            <numerusform>%1 more action found no room; the journal has it.</numerusform>
            <numerusform>%1 more actions found no room; the journal has them.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>of a shift: %1 begin, %2 end</extracomment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>alarms</comment>
        <translation>none</translation>
    </message>
    <message>
        <source>no</source>
        <comment>not acknowledged</comment>
        <translation>no</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 a time, %2 who</extracomment>
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>before</source>
        <translation>before</translation>
    </message>
    <message>
        <source>not in this shift</source>
        <translation>not in this shift</translation>
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
        <translation>end of shift, %1</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Suppressed by design</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>alarm %1 is on</source>
        <comment>the id of its rule</comment>
        <translation>alarm %1 is on</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>%1 a time of day, %2 the time until then</extracomment>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>OVER 24 h</source>
        <comment>how long an alarm has been out of service</comment>
        <translation>OVER 24 h</translation>
    </message>
</context>
<context>
    <name>JournalPages</name>
    <message>
        <source>Alarm journal</source>
        <translation>Alarm journal</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the journal, oldest first. Looked for: %1.</source>
        <translation>
            <numerusform>%n line of the journal. Looked for: %1.</numerusform>
            <numerusform>%n lines of the journal, oldest first. Looked for: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest line was number %1, its checksum %2.</source>
        <translation>The newest line was number %1, its checksum %2.</translation>
    </message>
    <message>
        <source>Written (%1)</source>
        <translation>Written (%1)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>By</source>
        <comment>heading: who did it</comment>
        <translation>By</translation>
    </message>
    <message>
        <source>Made %1</source>
        <comment>a time</comment>
        <translation>Made %1</translation>
    </message>
    <message>
        <source>Made %1 by %2</source>
        <comment>a time, a person</comment>
        <translation>Made %1 by %2</translation>
    </message>
    <message>
        <source>Warning: the journal is not as it was written: %1.</source>
        <translation>Warning: the journal is not as it was written: %1.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Happened</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
</context>
<context>
    <name>JournalQuery</name>
    <message>
        <source>All kinds</source>
        <comment>of journal entries</comment>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Coming and going</source>
        <translation>Coming and going</translation>
    </message>
    <message>
        <source>What people did</source>
        <translation>What people did</translation>
    </message>
    <message>
        <source>Floods and chattering</source>
        <translation>Floods and chattering</translation>
    </message>
    <message>
        <source>with the words %1</source>
        <translation>with the words %1</translation>
    </message>
    <message>
        <source>kinds %1</source>
        <translation>kinds %1</translation>
    </message>
    <message>
        <source>of the tag %1</source>
        <translation>of the tag %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a time</comment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>until %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what was asked for, %2 why it was refused</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>its time was over</translation>
    </message>
    <message>
        <source>the alarm returned to normal</source>
        <translation>the alarm returned to normal</translation>
    </message>
    <message>
        <source>was on when it was hidden no longer</source>
        <translation>was on when it was hidden no longer</translation>
    </message>
    <message>
        <source>its rule is a draft</source>
        <translation>its rule is a draft</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <comment>something that was refused</comment>
        <translation>acknowledge</translation>
    </message>
    <message>
        <source>reset</source>
        <comment>something that was refused</comment>
        <translation>reset</translation>
    </message>
    <message>
        <source>silence</source>
        <comment>something that was refused</comment>
        <translation>silence</translation>
    </message>
    <message>
        <source>comment</source>
        <comment>something that was refused</comment>
        <translation>comment</translation>
    </message>
    <message>
        <source>shelve</source>
        <comment>something that was refused</comment>
        <translation>shelve</translation>
    </message>
    <message>
        <source>unshelve</source>
        <comment>something that was refused</comment>
        <translation>unshelve</translation>
    </message>
    <message>
        <source>take out of service</source>
        <comment>something that was refused</comment>
        <translation>take out of service</translation>
    </message>
    <message>
        <source>return to service</source>
        <comment>something that was refused</comment>
        <translation>return to service</translation>
    </message>
    <message>
        <source>change a rule</source>
        <comment>something that was refused</comment>
        <translation>change a rule</translation>
    </message>
    <message>
        <source>export the journal</source>
        <comment>something that was refused</comment>
        <translation>export the journal</translation>
    </message>
    <message>
        <source>was on when its rule came into force</source>
        <translation>was on when its rule came into force</translation>
    </message>
    <message>
        <source>the file was edited</source>
        <translation>the file was edited</translation>
    </message>
    <message>
        <source>the rule was removed</source>
        <translation>the rule was removed</translation>
    </message>
    <message>
        <source>the rule was switched on</source>
        <translation>the rule was switched on</translation>
    </message>
    <message>
        <source>the rule was switched off</source>
        <translation>the rule was switched off</translation>
    </message>
</context>
<context>
    <name>KeyFigureWords</name>
    <message>
        <source>Alarms per hour</source>
        <translation>Alarms per hour</translation>
    </message>
    <message>
        <source>Alarms per 10 min</source>
        <translation>Alarms per 10 min</translation>
    </message>
    <message>
        <source>Alarms per day</source>
        <translation>Alarms per day</translation>
    </message>
    <message>
        <source>Most within 10 min of the clock</source>
        <translation>Most within 10 min of the clock</translation>
    </message>
    <message>
        <source>10 min with more than 10 alarms</source>
        <translation>10 min with more than 10 alarms</translation>
    </message>
    <message>
        <source>Hours with more than 30 alarms</source>
        <translation>Hours with more than 30 alarms</translation>
    </message>
    <message>
        <source>Time in an alarm flood</source>
        <translation>Time in an alarm flood</translation>
    </message>
    <message>
        <source>Share of the ten most frequent alarms</source>
        <translation>Share of the ten most frequent alarms</translation>
    </message>
    <message>
        <source>Chattering: three times within a minute</source>
        <translation>Chattering: three times within a minute</translation>
    </message>
    <message>
        <source>Fleeting: shorter than 10 s</source>
        <translation>Fleeting: shorter than 10 s</translation>
    </message>
    <message>
        <source>Stale: active for more than 24 h, worst day</source>
        <translation>Stale: active for more than 24 h, worst day</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <comment>a priority</comment>
        <translation>Share of %1</translation>
    </message>
    <message>
        <source>Share of %1 among the rules</source>
        <comment>a priority</comment>
        <translation>Share of %1 among the rules</translation>
    </message>
    <message>
        <source>%1: half acknowledged within</source>
        <comment>a priority</comment>
        <translation>%1: half acknowledged within</translation>
    </message>
    <message>
        <source>%1: 95 % acknowledged within</source>
        <comment>a priority</comment>
        <translation>%1: 95 % acknowledged within</translation>
    </message>
    <message>
        <source>Standing now</source>
        <translation>Standing now</translation>
    </message>
    <message>
        <source>Shelved now</source>
        <translation>Shelved now</translation>
    </message>
    <message>
        <source>Suppressed by design now</source>
        <translation>Suppressed by design now</translation>
    </message>
    <message>
        <source>Out of service now</source>
        <translation>Out of service now</translation>
    </message>
    <message>
        <source>Shelved for more than 24 h in all</source>
        <translation>Shelved for more than 24 h in all</translation>
    </message>
    <message>
        <source>Hidden now without a reason</source>
        <translation>Hidden now without a reason</translation>
    </message>
    <message>
        <source>Changes of rules without a record</source>
        <translation>Changes of rules without a record</translation>
    </message>
    <message>
        <source>&lt; half the time to respond</source>
        <translation>&lt; half the time to respond</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>about %1</translation>
    </message>
    <message>
        <source>reviewed each shift</source>
        <translation>reviewed each shift</translation>
    </message>
    <message>
        <source>&gt; the time to respond</source>
        <translation>&gt; the time to respond</translation>
    </message>
    <message>
        <source>within target</source>
        <translation>within target</translation>
    </message>
    <message>
        <source>below target</source>
        <translation>below target</translation>
    </message>
    <message>
        <source>above target</source>
        <translation>above target</translation>
    </message>
    <message>
        <source>act</source>
        <comment>something must be done</comment>
        <translation>act</translation>
    </message>
    <message>
        <source>not meaningful</source>
        <translation>not meaningful</translation>
    </message>
    <message>
        <source>Most in the first 10 min of a flood</source>
        <translation>Most in the first 10 min of a flood</translation>
    </message>
    <message>
        <source>excessive</source>
        <comment>alarms in a flood</comment>
        <translation>excessive</translation>
    </message>
    <message>
        <source>hard to manage</source>
        <comment>alarms in a flood</comment>
        <translation>hard to manage</translation>
    </message>
    <message>
        <source>manageable</source>
        <comment>alarms in a flood</comment>
        <translation>manageable</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connections</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Alarm journal</source>
        <translation>Alarm journal</translation>
    </message>
    <message>
        <source>Alarm rules</source>
        <translation>Alarm rules</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>Shelved alarms</translation>
    </message>
    <message>
        <source>Alarms suppressed by design</source>
        <translation>Alarms suppressed by design</translation>
    </message>
    <message>
        <source>Alarms out of service</source>
        <translation>Alarms out of service</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Key figures</translation>
    </message>
    <message>
        <source>Shift hand-over</source>
        <translation>Shift hand-over</translation>
    </message>
</context>
<context>
    <name>PayloadWords</name>
    <message>
        <source>it has more than 10,000 members</source>
        <translation>it has more than 10,000 members</translation>
    </message>
    <message>
        <source>it is more than 32 levels deep</source>
        <translation>it is more than 32 levels deep</translation>
    </message>
    <message>
        <source>a text is longer than 4 KiB</source>
        <translation>a text is longer than 4 KiB</translation>
    </message>
    <message>
        <source>a string is longer than 64 KiB</source>
        <translation>a string is longer than 64 KiB</translation>
    </message>
    <message>
        <source>its text is not valid UTF-8</source>
        <translation>its text is not valid UTF-8</translation>
    </message>
    <message>
        <source>Have the device send less in one message.</source>
        <translation>Have the device send less in one message.</translation>
    </message>
    <message>
        <source>Correct the topic at the device: UTF-8 text without wildcards.</source>
        <translation>Correct the topic at the device: UTF-8 text without wildcards.</translation>
    </message>
    <message>
        <source>Have the device use a shorter topic.</source>
        <translation>Have the device use a shorter topic.</translation>
    </message>
    <message>
        <source>Have the device send a flatter document.</source>
        <translation>Have the device send a flatter document.</translation>
    </message>
    <message>
        <source>Have the device send its values in several messages.</source>
        <translation>Have the device send its values in several messages.</translation>
    </message>
    <message>
        <source>Have the device send shorter texts.</source>
        <translation>Have the device send shorter texts.</translation>
    </message>
    <message>
        <source>Have the device encode its text as UTF-8.</source>
        <translation>Have the device encode its text as UTF-8.</translation>
    </message>
    <message>
        <source>Have the device send a number, text, JSON, CBOR or MessagePack.</source>
        <translation>Have the device send a number, text, JSON, CBOR or MessagePack.</translation>
    </message>
    <message>
        <source>Restart the device, so that it sends its birth message again.</source>
        <translation>Restart the device, so that it sends its birth message again.</translation>
    </message>
    <message>
        <source>Have the device send a version and members that are supported.</source>
        <translation>Have the device send a version and members that are supported.</translation>
    </message>
    <message>
        <source>Correct what the device sends there; JSON knows no NaN and no Infinity.</source>
        <translation>Correct what the device sends there; JSON knows no NaN and no Infinity.</translation>
    </message>
    <message>
        <source>%1 (byte %2)</source>
        <translation>%1 (byte %2)</translation>
    </message>
    <message>
        <source>it is neither a map nor an array</source>
        <translation>it is neither a map nor an array</translation>
    </message>
    <message>
        <source>something follows the end</source>
        <translation>something follows the end</translation>
    </message>
    <message>
        <source>it ends before what it announces</source>
        <translation>it ends before what it announces</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>it ends too early</translation>
    </message>
    <message>
        <source>a text is not valid UTF-8</source>
        <translation>a text is not valid UTF-8</translation>
    </message>
    <message>
        <source>a length that does not exist</source>
        <translation>a length that does not exist</translation>
    </message>
    <message>
        <source>a key is neither a text nor an integer</source>
        <translation>a key is neither a text nor an integer</translation>
    </message>
    <message>
        <source>a part of a string is none</source>
        <translation>a part of a string is none</translation>
    </message>
    <message>
        <source>a simple value in two bytes that fits one</source>
        <translation>a simple value in two bytes that fits one</translation>
    </message>
    <message>
        <source>something follows the end of the document</source>
        <translation>something follows the end of the document</translation>
    </message>
    <message>
        <source>it ends where a value should be</source>
        <translation>it ends where a value should be</translation>
    </message>
    <message>
        <source>a comma or the end of the object or array should be here</source>
        <translation>a comma or the end of the object or array should be here</translation>
    </message>
    <message>
        <source>a member name should be here</source>
        <translation>a member name should be here</translation>
    </message>
    <message>
        <source>a colon should be here</source>
        <translation>a colon should be here</translation>
    </message>
    <message>
        <source>a value should be here</source>
        <translation>a value should be here</translation>
    </message>
    <message>
        <source>it ends within a text</source>
        <translation>it ends within a text</translation>
    </message>
    <message>
        <source>a control character stands in a text</source>
        <translation>a control character stands in a text</translation>
    </message>
    <message>
        <source>an escape that does not exist</source>
        <translation>an escape that does not exist</translation>
    </message>
    <message>
        <source>half a surrogate pair</source>
        <translation>half a surrogate pair</translation>
    </message>
    <message>
        <source>four hexadecimal digits should be here</source>
        <translation>four hexadecimal digits should be here</translation>
    </message>
    <message>
        <source>a code that does not exist</source>
        <translation>a code that does not exist</translation>
    </message>
    <message>
        <source>a time with more than a second of nanoseconds</source>
        <translation>a time with more than a second of nanoseconds</translation>
    </message>
    <message>
        <source>beyond a limit</source>
        <translation>beyond a limit</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binary</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>not kept</translation>
    </message>
    <message>
        <source>%1 bytes, at most %2</source>
        <translation>%1 bytes, at most %2</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1 at byte %2</translation>
    </message>
</context>
<context>
    <name>ReportCanvas</name>
    <message>
        <source>Page %1 / %2</source>
        <translation>Page %1 / %2</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>high %1</source>
        <translation>high %1</translation>
    </message>
    <message>
        <source>low %1</source>
        <translation>low %1</translation>
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
        <translation>page %1</translation>
    </message>
    <message>
        <source>There is no sample in this period.</source>
        <translation>There is no sample in this period.</translation>
    </message>
    <message>
        <source>There were more alarms than a report has room for: these are those that came first.</source>
        <translation>There were more alarms than a report has room for: these are those that came first.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Good data</source>
        <translation>Good data</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Not shown</translation>
    </message>
    <message numerus="yes">
        <source>%n more tag(s), for want of room</source>
        <translation>
            <numerusform>%n more tag, for want of room</numerusform>
            <numerusform>%n more tags, for want of room</numerusform>
        </translation>
    </message>
    <message>
        <source>no alarm journal</source>
        <translation>no alarm journal</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Key figures</translation>
    </message>
    <message>
        <source>There is no tag to report on.</source>
        <translation>There is no tag to report on.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>on %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>No gap is on record for this period.</source>
        <translation>No gap is on record for this period.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>not over yet</translation>
    </message>
    <message>
        <source>after the period</source>
        <translation>after the period</translation>
    </message>
    <message>
        <source>No alarm came in this period.</source>
        <translation>No alarm came in this period.</translation>
    </message>
    <message>
        <source>There is no alarm journal.</source>
        <translation>There is no alarm journal.</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Came</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>before</source>
        <translation>before</translation>
    </message>
    <message>
        <source>still on</source>
        <translation>still on</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>not acknowledged</translation>
    </message>
    <message>
        <source>acknowledged %1</source>
        <translation>acknowledged %1</translation>
    </message>
    <message>
        <source>acknowledged %1 by %2</source>
        <translation>acknowledged %1 by %2</translation>
    </message>
    <message>
        <source>Load by alarms</source>
        <translation>Load by alarms</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Alarms per hour</source>
        <translation>Alarms per hour</translation>
    </message>
    <message>
        <source>Most alarms within ten minutes</source>
        <translation>Most alarms within ten minutes</translation>
    </message>
    <message>
        <source>Time in an alarm flood</source>
        <translation>Time in an alarm flood</translation>
    </message>
    <message>
        <source>Share of the ten most frequent alarms</source>
        <translation>Share of the ten most frequent alarms</translation>
    </message>
    <message>
        <source>Chattering alarms: three times within a minute</source>
        <translation>Chattering alarms: three times within a minute</translation>
    </message>
    <message>
        <source>Fleeting alarms: shorter than 10 s</source>
        <translation>Fleeting alarms: shorter than 10 s</translation>
    </message>
    <message>
        <source>Half of the acknowledgements came within</source>
        <translation>Half of the acknowledgements came within</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Damaged</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the history; what is missing is among the gaps</source>
        <translation>
            <numerusform>%n file of the history; what is missing is among the gaps</numerusform>
            <numerusform>%n files of the history; what is missing is among the gaps</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged file %1</source>
        <translation>damaged file %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>not meaningful with few alarms</source>
        <translation>not meaningful with few alarms</translation>
    </message>
    <message>
        <source>Most alarms in the first ten minutes of a flood</source>
        <translation>Most alarms in the first ten minutes of a flood</translation>
    </message>
</context>
<context>
    <name>RuleDraft</name>
    <message>
        <source>flow</source>
        <translation>flow</translation>
    </message>
    <message>
        <source>level</source>
        <translation>level</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>pressure</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>temperature</translation>
    </message>
    <message>
        <source>other signals</source>
        <translation>other signals</translation>
    </message>
    <message>
        <source>Choose the tag to watch.</source>
        <translation>Choose the tag to watch.</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>cause</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>consequence</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>what to do</translation>
    </message>
    <message>
        <source>time to respond</source>
        <translation>time to respond</translation>
    </message>
    <message>
        <source>class</source>
        <translation>class</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>no data for %1</translation>
    </message>
    <message>
        <source>away from its set-point</source>
        <translation>away from its set-point</translation>
    </message>
    <message>
        <source>changes too fast</source>
        <translation>changes too fast</translation>
    </message>
    <message>
        <source>in a stated state</source>
        <translation>in a stated state</translation>
    </message>
    <message>
        <source>too often in a stated state</source>
        <translation>too often in a stated state</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Give it a title: what an operator reads first.</source>
        <translation>Give it a title: what an operator reads first.</translation>
    </message>
    <message>
        <source>A number of 0 or more.</source>
        <translation>A number of 0 or more.</translation>
    </message>
    <message>
        <source>A number above 0.</source>
        <translation>A number above 0.</translation>
    </message>
</context>
<context>
    <name>RuleParameters</name>
    <message>
        <source>A number above 0.</source>
        <translation>A number above 0.</translation>
    </message>
    <message>
        <source>A number of 0 or more.</source>
        <translation>A number of 0 or more.</translation>
    </message>
    <message>
        <source>Less than above and below.</source>
        <translation>Less than above and below.</translation>
    </message>
    <message>
        <source>The set-point must be a number.</source>
        <translation>The set-point must be a number.</translation>
    </message>
    <message>
        <source>A number, or else its tag.</source>
        <translation>A number, or else its tag.</translation>
    </message>
    <message>
        <source>Set-point</source>
        <translation>Set-point</translation>
    </message>
    <message>
        <source>Above by</source>
        <translation>Above by</translation>
    </message>
    <message>
        <source>Below by</source>
        <translation>Below by</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>The limit must be a number.</source>
        <translation>The limit must be a number.</translation>
    </message>
    <message>
        <source>Deadband</source>
        <translation>Deadband</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>A whole number from 1 to 10 000.</source>
        <translation>A whole number from 1 to 10 000.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>or its tag</source>
        <translation>or its tag</translation>
    </message>
    <message>
        <source>path of the tag that has the set-point</source>
        <translation>path of the tag that has the set-point</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>such as 1, true, fault</source>
        <translation>such as 1, true, fault</translation>
    </message>
    <message>
        <source>At least one value.</source>
        <translation>At least one value.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>rising</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>falling</translation>
    </message>
    <message>
        <source>rising or falling</source>
        <translation>rising or falling</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>bad</translation>
    </message>
    <message>
        <source>bad or uncertain</source>
        <translation>bad or uncertain</translation>
    </message>
    <message>
        <source>value is too high</source>
        <translation>value is too high</translation>
    </message>
    <message>
        <source>value is too low</source>
        <translation>value is too low</translation>
    </message>
    <message>
        <source>no data come</source>
        <translation>no data come</translation>
    </message>
    <message>
        <source>value is away from its set-point</source>
        <translation>value is away from its set-point</translation>
    </message>
    <message>
        <source>value changes too fast</source>
        <translation>value changes too fast</translation>
    </message>
    <message>
        <source>value is one of</source>
        <translation>value is one of</translation>
    </message>
    <message>
        <source>value becomes one of them too often</source>
        <translation>value becomes one of them too often</translation>
    </message>
    <message>
        <source>quality is bad</source>
        <translation>quality is bad</translation>
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
        <translation>Priority</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Delay on / off</source>
        <translation>Delay on / off</translation>
    </message>
    <message>
        <source>Tags</source>
        <comment>number of tags a rule watches</comment>
        <translation>Tags</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a rule that is switched off</comment>
        <translation>off</translation>
    </message>
    <message>
        <source>on</source>
        <comment>a rule that is switched on</comment>
        <translation>on</translation>
    </message>
    <message>
        <source>draft</source>
        <comment>a rule that raises no alarm yet</comment>
        <translation>draft</translation>
    </message>
    <message>
        <source>A draft raises no alarm. Missing: %1</source>
        <translation>A draft raises no alarm. Missing: %1</translation>
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
        <translation>No alarms</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>No rules yet</translation>
    </message>
    <message>
        <source>No rule in force</source>
        <translation>No rule in force</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) watch this plant</source>
        <translation>
            <numerusform>%n rule watches this plant</numerusform>
            <numerusform>%n rules watch this plant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are drafts or switched off and raise no alarm.</source>
        <translation>
            <numerusform>%n rule is a draft or switched off and raises no alarm.</numerusform>
            <numerusform>%n rules are drafts or switched off and raise no alarm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are drafts and raise no alarm yet.</source>
        <translation>
            <numerusform>%n rule is a draft and raises no alarm yet.</numerusform>
            <numerusform>%n rules are drafts and raise no alarm yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) are switched off and raise no alarm.</source>
        <translation>
            <numerusform>%n rule is switched off and raises no alarm.</numerusform>
            <numerusform>%n rules are switched off and raise no alarm.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only a lost connection and stopped recording raise an alarm so far.</source>
        <translation>Only a lost connection and stopped recording raise an alarm so far.</translation>
    </message>
</context>
<context>
    <name>SpeakerCensus</name>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Family</source>
        <comment>of payloads</comment>
        <translation>Family</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Which</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>(no area)</source>
        <translation>(no area)</translation>
    </message>
    <message>
        <source>Plain values</source>
        <translation>Plain values</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n asset</numerusform>
            <numerusform>%n assets</numerusform>
        </translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Last heard</translation>
    </message>
</context>
<context>
    <name>StatusRows</name>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, since %2</translation>
    </message>
    <message>
        <source>nothing stored yet</source>
        <translation>nothing stored yet</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>%1 ago, took %2 ms</source>
        <translation>%1 ago, took %2 ms</translation>
    </message>
    <message>
        <source>%1, on the disk up to %2 ago, took %3 ms</source>
        <translation>%1, on the disk up to %2 ago, took %3 ms</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>stopped: history cannot be written</source>
        <translation>stopped: history cannot be written</translation>
    </message>
    <message>
        <source>Last durable commit</source>
        <translation>Last durable commit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Samples stored</source>
        <translation>Samples stored</translation>
    </message>
    <message>
        <source>Samples refused</source>
        <translation>Samples refused</translation>
    </message>
    <message>
        <source>Times replaced</source>
        <translation>Times replaced</translation>
    </message>
    <message>
        <source>Members named twice</source>
        <translation>Members named twice</translation>
    </message>
    <message>
        <source>Bad first samples</source>
        <translation>Bad first samples</translation>
    </message>
    <message>
        <source>Raw journal</source>
        <translation>Raw journal</translation>
    </message>
    <message>
        <source>Data owned by</source>
        <translation>Data owned by</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>this window</translation>
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
        <translation>Memory</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Log file</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Memory of this view</source>
        <translation>Memory of this view</translation>
    </message>
    <message>
        <source>no: nothing is running</source>
        <translation>no: nothing is running</translation>
    </message>
    <message>
        <source>Samples corrected</source>
        <translation>Samples corrected</translation>
    </message>
    <message>
        <source>stopped: the raw journal cannot be written</source>
        <translation>stopped: the raw journal cannot be written</translation>
    </message>
    <message>
        <source>Questions given up</source>
        <translation>Questions given up</translation>
    </message>
    <message>
        <source>%1 (NaN, unavailable): no tag is made of them</source>
        <translation>%1 (NaN, unavailable): no tag is made of them</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Channels</translation>
    </message>
    <message>
        <source>none: no notification leaves this computer</source>
        <translation>none: no notification leaves this computer</translation>
    </message>
    <message>
        <source>failing since %1</source>
        <translation>failing since %1</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 sent</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 told as a number only</source>
        <translation>%1 told as a number only</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 dropped</translation>
    </message>
    <message>
        <source>held until somebody allows its program</source>
        <translation>held until somebody allows its program</translation>
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
        <translation>Copy value</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Copy row</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copy table</translation>
    </message>
</context>
<context>
    <name>ToldWords</name>
    <message>
        <source>%1, process %2</source>
        <translation>%1, process %2</translation>
    </message>
    <message>
        <source>device clocks</source>
        <translation>device clocks</translation>
    </message>
    <message>
        <source>two values at one time</source>
        <translation>two values at one time</translation>
    </message>
    <message>
        <source>%1 (password)</source>
        <translation>%1 (password)</translation>
    </message>
    <message>
        <source>%1 (session at %2)</source>
        <translation>%1 (session at %2)</translation>
    </message>
    <message>
        <source>%1 (zone)</source>
        <translation>%1 (zone)</translation>
    </message>
    <message>
        <source>%1 (taken away)</source>
        <translation>%1 (taken away)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>is %1</translation>
    </message>
    <message>
        <source>%1 times %2 within %3 s</source>
        <translation>%1 times %2 within %3 s</translation>
    </message>
    <message>
        <source>%1 or more off set-point %2</source>
        <translation>%1 or more off set-point %2</translation>
    </message>
    <message>
        <source>%1 or more below set-point %2</source>
        <translation>%1 or more below set-point %2</translation>
    </message>
    <message>
        <source>%1 or more off %2</source>
        <translation>%1 or more off %2</translation>
    </message>
    <message>
        <source>%1 or more above %2</source>
        <translation>%1 or more above %2</translation>
    </message>
    <message>
        <source>%1 or more below %2</source>
        <translation>%1 or more below %2</translation>
    </message>
    <message>
        <source>rises ≥ %1/s</source>
        <translation>rises ≥ %1/s</translation>
    </message>
    <message>
        <source>falls ≥ %1/s</source>
        <translation>falls ≥ %1/s</translation>
    </message>
    <message>
        <source>changes ≥ %1/s</source>
        <translation>changes ≥ %1/s</translation>
    </message>
    <message>
        <source>the clock of a device cannot be right: %1; for values and alarms the time of arrival is used, in the history only before 2000 or more than a day ahead</source>
        <translation>the clock of a device cannot be right: %1; for values and alarms the time of arrival is used, in the history only before 2000 or more than a day ahead</translation>
    </message>
    <message>
        <source>%1 says %2 and %3 more</source>
        <translation>%1 says %2 and %3 more</translation>
    </message>
    <message>
        <source>%1 is %2 s ahead and %3 more</source>
        <translation>%1 is %2 s ahead and %3 more</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <translation>%1 says %2</translation>
    </message>
    <message>
        <source>%1 is %2 s ahead</source>
        <translation>%1 is %2 s ahead</translation>
    </message>
    <message>
        <source>%1 came with two values at one time: the newest arrival counts</source>
        <translation>%1 came with two values at one time: the newest arrival counts</translation>
    </message>
    <message>
        <source>two paths give one tag</source>
        <translation>two paths give one tag</translation>
    </message>
    <message>
        <source>nothing is recorded: %1</source>
        <translation>nothing is recorded: %1</translation>
    </message>
    <message>
        <source>not saved: %1</source>
        <translation>not saved: %1</translation>
    </message>
    <message>
        <source>this view cannot read what is stored: %1</source>
        <translation>this view cannot read what is stored: %1</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free, full in about %3 h</source>
        <translation>the disk is nearly full: %1 of %2 are free, full in about %3 h</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free, full in about %3 days</source>
        <translation>the disk is nearly full: %1 of %2 are free, full in about %3 days</translation>
    </message>
    <message>
        <source>the disk is nearly full: %1 of %2 are free</source>
        <translation>the disk is nearly full: %1 of %2 are free</translation>
    </message>
    <message>
        <source>the zone %1 is not known here; times are shown in %2</source>
        <translation>the zone %1 is not known here; times are shown in %2</translation>
    </message>
    <message>
        <source>the password is kept only until the program ends: %1</source>
        <translation>the password is kept only until the program ends: %1</translation>
    </message>
    <message>
        <source>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: they are for the only one, and there are several</source>
        <translation>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: they are for the only one, and there are several</translation>
    </message>
    <message>
        <source>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: the only one names another user</source>
        <translation>TELLTALE_MQTT_USER and TELLTALE_MQTT_PASSWORD go to no connection: the only one names another user</translation>
    </message>
    <message>
        <source>a password is needed for %1: %2</source>
        <translation>a password is needed for %1: %2</translation>
    </message>
    <message>
        <source>this computer has no usable keychain: install one, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>this computer has no usable keychain: install one, or name an owner-only file in TELLTALE_CREDENTIALS</translation>
    </message>
    <message>
        <source>this computer has no usable keychain (%1): install one, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>this computer has no usable keychain (%1): install one, or name an owner-only file in TELLTALE_CREDENTIALS</translation>
    </message>
    <message>
        <source>the keychain did not give the password: %1</source>
        <translation>the keychain did not give the password: %1</translation>
    </message>
    <message>
        <source>the keychain did not answer within 5 s: unlock it, or name an owner-only file in TELLTALE_CREDENTIALS</source>
        <translation>the keychain did not answer within 5 s: unlock it, or name an owner-only file in TELLTALE_CREDENTIALS</translation>
    </message>
    <message>
        <source>the broker refuses who gives no user name: give user and password for this connection</source>
        <translation>the broker refuses who gives no user name: give user and password for this connection</translation>
    </message>
    <message>
        <source>the broker refuses user &quot;%1&quot; without a password, and none was found: neither in the environment nor in the keychain</source>
        <translation>the broker refuses user &quot;%1&quot; without a password, and none was found: neither in the environment nor in the keychain</translation>
    </message>
    <message>
        <source>the broker refused user &quot;%1&quot; or the password: check both, and enter the password again</source>
        <translation>the broker refused user &quot;%1&quot; or the password: check both, and enter the password again</translation>
    </message>
    <message>
        <source>the password would cross the network unencrypted: use mqtts://, or allow it for this connection</source>
        <translation>the password would cross the network unencrypted: use mqtts://, or allow it for this connection</translation>
    </message>
    <message>
        <source>the credentials file %1 is not used: %2</source>
        <translation>the credentials file %1 is not used: %2</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>it is no ordinary file</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>it belongs to another user</translation>
    </message>
    <message>
        <source>other users may read or change it; run chmod 600 on it</source>
        <translation>other users may read or change it; run chmod 600 on it</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB</source>
        <translation>it is larger than 1 MiB</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is not known (%2): check its spelling and this computer&apos;s network</source>
        <translation>the name &quot;%1&quot; is not known (%2): check its spelling and this computer&apos;s network</translation>
    </message>
    <message>
        <source>the name service did not answer for &quot;%1&quot;: check this computer&apos;s network</source>
        <translation>the name service did not answer for &quot;%1&quot;: check this computer&apos;s network</translation>
    </message>
    <message>
        <source>%1 port %2 refuses connections: the broker does not run there, or listens on another port</source>
        <translation>%1 port %2 refuses connections: the broker does not run there, or listens on another port</translation>
    </message>
    <message>
        <source>%1 port %2 does not answer</source>
        <translation>%1 port %2 does not answer</translation>
    </message>
    <message>
        <source>%1 port %2 cannot be reached: no route to it</source>
        <translation>%1 port %2 cannot be reached: no route to it</translation>
    </message>
    <message>
        <source>the connection was accepted, then nothing was said: is it an MQTT broker that listens there?</source>
        <translation>the connection was accepted, then nothing was said: is it an MQTT broker that listens there?</translation>
    </message>
    <message>
        <source>the connection was found closed</source>
        <translation>the connection was found closed</translation>
    </message>
    <message>
        <source>the connection ended before the broker answered (%1)</source>
        <translation>the connection ended before the broker answered (%1)</translation>
    </message>
    <message>
        <source>the connection ended before the broker answered</source>
        <translation>the connection ended before the broker answered</translation>
    </message>
    <message>
        <source>the broker closed the connection, or did not answer in time any more</source>
        <translation>the broker closed the connection, or did not answer in time any more</translation>
    </message>
    <message>
        <source>the broker ended the connection</source>
        <translation>the broker ended the connection</translation>
    </message>
    <message>
        <source>the broker permits none of the topics: ask for read permission there, or choose other topics</source>
        <translation>the broker permits none of the topics: ask for read permission there, or choose other topics</translation>
    </message>
    <message>
        <source>the session at %1 could not be ended (%2): that broker gathers messages for it until it expires there, or until somebody removes the client %3 there</source>
        <translation>the session at %1 could not be ended (%2): that broker gathers messages for it until it expires there, or until somebody removes the client %3 there</translation>
    </message>
    <message>
        <source>the broker goes on listening, but closed the connection %1 times in a row right after sign-in: another program probably uses the same client id; end it, or give one of them a data folder of its own</source>
        <translation>the broker goes on listening, but closed the connection %1 times in a row right after sign-in: another program probably uses the same client id; end it, or give one of them a data folder of its own</translation>
    </message>
    <message>
        <source>another program signed in with the same client id and took the session over: end it, or give one of them a data folder of its own</source>
        <translation>another program signed in with the same client id and took the session over: end it, or give one of them a data folder of its own</translation>
    </message>
    <message>
        <source>what arrives cannot be kept because the raw journal cannot be written: make room on the disk; the broker keeps the messages meanwhile</source>
        <translation>what arrives cannot be kept because the raw journal cannot be written: make room on the disk; the broker keeps the messages meanwhile</translation>
    </message>
    <message>
        <source>not connected because the raw journal cannot be written: %1</source>
        <translation>not connected because the raw journal cannot be written: %1</translation>
    </message>
    <message>
        <source>the raw journal cannot be written: %1</source>
        <translation>the raw journal cannot be written: %1</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate expired on %1: renew it at the broker, or set this computer&apos;s clock</source>
        <translation>the broker&apos;s certificate expired on %1: renew it at the broker, or set this computer&apos;s clock</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is valid only from %1: check this computer&apos;s clock</source>
        <translation>the broker&apos;s certificate is valid only from %1: check this computer&apos;s clock</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is for another host name (%1) and not for %2: use the name in it as the address</source>
        <translation>the broker&apos;s certificate is for another host name (%1) and not for %2: use the name in it as the address</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is signed by itself: give it to this connection as its CA file if you trust it</source>
        <translation>the broker&apos;s certificate is signed by itself: give it to this connection as its CA file if you trust it</translation>
    </message>
    <message>
        <source>the issuer of the broker&apos;s certificate is not known here (%1): give this connection the issuer&apos;s CA file</source>
        <translation>the issuer of the broker&apos;s certificate is not known here (%1): give this connection the issuer&apos;s CA file</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate was revoked</source>
        <translation>the broker&apos;s certificate was revoked</translation>
    </message>
    <message>
        <source>the broker&apos;s certificate is refused: %1</source>
        <translation>the broker&apos;s certificate is refused: %1</translation>
    </message>
    <message>
        <source>%1 closed the connection during the TLS handshake: if it does not speak TLS, use mqtt:// or the port for TLS (8883)</source>
        <translation>%1 closed the connection during the TLS handshake: if it does not speak TLS, use mqtt:// or the port for TLS (8883)</translation>
    </message>
    <message>
        <source>what listens there does not speak TLS: use mqtt:// or the port for TLS (8883)</source>
        <translation>what listens there does not speak TLS: use mqtt:// or the port for TLS (8883)</translation>
    </message>
    <message>
        <source>the broker offers no TLS newer than 1.1, which is not safe: update it</source>
        <translation>the broker offers no TLS newer than 1.1, which is not safe: update it</translation>
    </message>
    <message>
        <source>the broker refuses the handshake: it may ask for a client certificate</source>
        <translation>the broker refuses the handshake: it may ask for a client certificate</translation>
    </message>
    <message>
        <source>the TLS handshake failed: %1</source>
        <translation>the TLS handshake failed: %1</translation>
    </message>
    <message>
        <source>the CA file %1 cannot be read, or has no certificate (PEM)</source>
        <translation>the CA file %1 cannot be read, or has no certificate (PEM)</translation>
    </message>
    <message>
        <source>%1 does not answer the TLS handshake: is the port right?</source>
        <translation>%1 does not answer the TLS handshake: is the port right?</translation>
    </message>
    <message>
        <source>the broker refused without giving a reason</source>
        <translation>the broker refused without giving a reason</translation>
    </message>
    <message>
        <source>the broker refuses for a reason of its own</source>
        <translation>the broker refuses for a reason of its own</translation>
    </message>
    <message>
        <source>the broker does not speak this version of MQTT</source>
        <translation>the broker does not speak this version of MQTT</translation>
    </message>
    <message>
        <source>the broker refuses the client id</source>
        <translation>the broker refuses the client id</translation>
    </message>
    <message>
        <source>the broker is not available now</source>
        <translation>the broker is not available now</translation>
    </message>
    <message>
        <source>the broker is busy</source>
        <translation>the broker is busy</translation>
    </message>
    <message>
        <source>the broker has banned this client</source>
        <translation>the broker has banned this client</translation>
    </message>
    <message>
        <source>the broker was shut down</source>
        <translation>the broker was shut down</translation>
    </message>
    <message>
        <source>the broker wants another way to sign in</source>
        <translation>the broker wants another way to sign in</translation>
    </message>
    <message>
        <source>the broker heard nothing from here in time</source>
        <translation>the broker heard nothing from here in time</translation>
    </message>
    <message>
        <source>the broker does not allow this client to connect: check user, password and permissions</source>
        <translation>the broker does not allow this client to connect: check user, password and permissions</translation>
    </message>
    <message>
        <source>an administrator of the broker ended the connection</source>
        <translation>an administrator of the broker ended the connection</translation>
    </message>
    <message>
        <source>the broker asks to use another server for now</source>
        <translation>the broker asks to use another server for now</translation>
    </message>
    <message>
        <source>the broker has moved to another address</source>
        <translation>the broker has moved to another address</translation>
    </message>
    <message>
        <source>a quota of the broker is used up</source>
        <translation>a quota of the broker is used up</translation>
    </message>
    <message>
        <source>the longest connect time the broker allows is over</source>
        <translation>the longest connect time the broker allows is over</translation>
    </message>
    <message>
        <source>too many connections in a short time for the broker</source>
        <translation>too many connections in a short time for the broker</translation>
    </message>
    <message>
        <source>It is tried again by itself. Connections shows which layer failed and what to do.</source>
        <translation>It is tried again by itself. Connections shows which layer failed and what to do.</translation>
    </message>
    <message>
        <source>Remove that client at the broker.</source>
        <translation>Remove that client at the broker.</translation>
    </message>
    <message>
        <source>Correct the connection and try again.</source>
        <translation>Correct the connection and try again.</translation>
    </message>
    <message>
        <source>Type it again after the next start, or name an owner-only file in TELLTALE_CREDENTIALS.</source>
        <translation>Type it again after the next start, or name an owner-only file in TELLTALE_CREDENTIALS.</translation>
    </message>
    <message>
        <source>Name users and passwords in an owner-only file in TELLTALE_CREDENTIALS.</source>
        <translation>Name users and passwords in an owner-only file in TELLTALE_CREDENTIALS.</translation>
    </message>
    <message>
        <source>Set the clock of the device, best by NTP; times_replaced of &quot;telltale status --json&quot; counts what was replaced in the history.</source>
        <translation>Set the clock of the device, best by NTP; times_replaced of &quot;telltale status --json&quot; counts what was replaced in the history.</translation>
    </message>
    <message>
        <source>Where both are meant, give them names or times of their own; samples_corrected of &quot;telltale status --json&quot; counts them.</source>
        <translation>Where both are meant, give them names or times of their own; samples_corrected of &quot;telltale status --json&quot; counts them.</translation>
    </message>
    <message>
        <source>Both are stored; give one of them another name at its device.</source>
        <translation>Both are stored; give one of them another name at its device.</translation>
    </message>
    <message>
        <source>Make room on the disk.</source>
        <translation>Make room on the disk.</translation>
    </message>
    <message>
        <source>Make room on the disk: until then messages wait in memory, then with their brokers.</source>
        <translation>Make room on the disk: until then messages wait in memory, then with their brokers.</translation>
    </message>
    <message>
        <source>What came last may not outlive a power cut: check the disk. Telltale goes on in a new file.</source>
        <translation>What came last may not outlive a power cut: check the disk. Telltale goes on in a new file.</translation>
    </message>
    <message>
        <source>What follows the damage is read. Messages that are lost by it are counted as journal_damaged.</source>
        <translation>What follows the damage is read. Messages that are lost by it are counted as journal_damaged.</translation>
    </message>
    <message>
        <source>Make room on the disk, or keep history for less long (retention.json).</source>
        <translation>Make room on the disk, or keep history for less long (retention.json).</translation>
    </message>
    <message>
        <source>Recording goes on by itself once the disk can be written; until then the journal keeps what it has room for.</source>
        <translation>Recording goes on by itself once the disk can be written; until then the journal keeps what it has room for.</translation>
    </message>
    <message>
        <source>Alarm entries wait in memory until the file can be written: make room on the disk, or make it writable, if it is not.</source>
        <translation>Alarm entries wait in memory until the file can be written: make room on the disk, or make it writable, if it is not.</translation>
    </message>
    <message>
        <source>The damaged file is kept; what is in the journal is stored again.</source>
        <translation>The damaged file is kept; what is in the journal is stored again.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: connections count as new ones, and what they bring joins what is stored.</source>
        <translation>Nothing needs to be done: connections count as new ones, and what they bring joins what is stored.</translation>
    </message>
    <message>
        <source>What is shown may be old. It is tried again by itself; telltale verify says what is damaged.</source>
        <translation>What is shown may be old. It is tried again by itself; telltale verify says what is damaged.</translation>
    </message>
    <message>
        <source>the rules of the last session stay in force</source>
        <translation>the rules of the last session stay in force</translation>
    </message>
    <message>
        <source>Mend the file, or delete it to start with an empty one.</source>
        <translation>Mend the file, or delete it to start with an empty one.</translation>
    </message>
    <message>
        <source>Install the newer version of Telltale, or start this one with --workspace and another folder.</source>
        <translation>Install the newer version of Telltale, or start this one with --workspace and another folder.</translation>
    </message>
    <message>
        <source>Free some space or make the folder writable, then change it again to save it.</source>
        <translation>Free some space or make the folder writable, then change it again to save it.</translation>
    </message>
    <message>
        <source>Install the package mosquitto and start again.</source>
        <translation>Install the package mosquitto and start again.</translation>
    </message>
    <message>
        <source>Make room on the disk, or make the folder writable; recording begins by itself then.</source>
        <translation>Make room on the disk, or make the folder writable; recording begins by itself then.</translation>
    </message>
    <message>
        <source>Start Telltale with --data and a folder, or move that file away; recording begins by itself then.</source>
        <translation>Start Telltale with --data and a folder, or move that file away; recording begins by itself then.</translation>
    </message>
    <message>
        <source>Write a name such as Europe/Berlin in %1.</source>
        <translation>Write a name such as Europe/Berlin in %1.</translation>
    </message>
    <message>
        <source>%1: if the port is one for TLS, use mqtts://</source>
        <translation>%1: if the port is one for TLS, use mqtts://</translation>
    </message>
    <message>
        <source>nothing is subscribed to yet</source>
        <translation>nothing is subscribed to yet</translation>
    </message>
    <message>
        <source>nothing new is subscribed to yet; what an earlier run asked for goes on</source>
        <translation>nothing new is subscribed to yet; what an earlier run asked for goes on</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 cannot be started: %2</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2: %3</source>
        <translation>%1 ended with exit code %2: %3</translation>
    </message>
    <message>
        <source>%1 ended with exit code %2</source>
        <translation>%1 ended with exit code %2</translation>
    </message>
    <message>
        <source>%1 did not end within %2 s</source>
        <translation>%1 did not end within %2 s</translation>
    </message>
    <message>
        <source>there is no host %1</source>
        <translation>there is no host %1</translation>
    </message>
    <message>
        <source>%1 is an address of this computer or its networks that &quot;allow_local&quot; does not name</source>
        <translation>%1 is an address of this computer or its networks that &quot;allow_local&quot; does not name</translation>
    </message>
    <message>
        <source>nobody knows the secret of &quot;%1&quot;</source>
        <translation>nobody knows the secret of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s</source>
        <translation>%1 did not answer within %2 s</translation>
    </message>
    <message>
        <source>%1 answers %2: the secret is not accepted</source>
        <translation>%1 answers %2: the secret is not accepted</translation>
    </message>
    <message>
        <source>%1 answers %2: nobody takes notifications there</source>
        <translation>%1 answers %2: nobody takes notifications there</translation>
    </message>
    <message>
        <source>%1 answers %2: it is busy</source>
        <translation>%1 answers %2: it is busy</translation>
    </message>
    <message>
        <source>%1 answers %2: it does not want this notification</source>
        <translation>%1 answers %2: it does not want this notification</translation>
    </message>
    <message>
        <source>%1 answers %2: it has a fault</source>
        <translation>%1 answers %2: it has a fault</translation>
    </message>
    <message>
        <source>%1 answers %2 and points to %3, which is not followed</source>
        <translation>%1 answers %2 and points to %3, which is not followed</translation>
    </message>
    <message>
        <source>Correct the channel in notifications.json and start again.</source>
        <translation>Correct the channel in notifications.json and start again.</translation>
    </message>
    <message>
        <source>Check the network and the receiver; it is tried again by itself.</source>
        <translation>Check the network and the receiver; it is tried again by itself.</translation>
    </message>
    <message>
        <source>Renew the certificate of the receiver, or name its CA in notifications.json.</source>
        <translation>Renew the certificate of the receiver, or name its CA in notifications.json.</translation>
    </message>
    <message>
        <source>Put the right secret into the keychain or the file of TELLTALE_CREDENTIALS.</source>
        <translation>Put the right secret into the keychain or the file of TELLTALE_CREDENTIALS.</translation>
    </message>
    <message>
        <source>Look at the receiver; it is tried again by itself.</source>
        <translation>Look at the receiver; it is tried again by itself.</translation>
    </message>
    <message>
        <source>the device cannot be opened</source>
        <translation>the device cannot be opened</translation>
    </message>
    <message>
        <source>the device takes no sound</source>
        <translation>the device takes no sound</translation>
    </message>
    <message>
        <source>the device cannot be used</source>
        <translation>the device cannot be used</translation>
    </message>
    <message>
        <source>the device takes no form of sound that is known here</source>
        <translation>the device takes no form of sound that is known here</translation>
    </message>
    <message>
        <source>more than %1 lines are too many for paper: narrow what is looked for</source>
        <translation>more than %1 lines are too many for paper: narrow what is looked for</translation>
    </message>
    <message>
        <source>DBUS_SESSION_BUS_ADDRESS is not set</source>
        <translation>DBUS_SESSION_BUS_ADDRESS is not set</translation>
    </message>
    <message>
        <source>its notifications wait: it would run %1, and nobody has allowed that on this computer</source>
        <translation>its notifications wait: it would run %1, and nobody has allowed that on this computer</translation>
    </message>
    <message>
        <source>If you know who wrote it, allow it on the overview, or once with telltale collect --allow-commands.</source>
        <translation>If you know who wrote it, allow it on the overview, or once with telltale collect --allow-commands.</translation>
    </message>
    <message>
        <source>%1 notifications of an earlier run were discarded: no channel that is on takes them</source>
        <translation>%1 notifications of an earlier run were discarded: no channel that is on takes them</translation>
    </message>
    <message>
        <source>What waits for a channel that is switched off, or taken out of notifications.json goes with it, unless another one takes it.</source>
        <translation>What waits for a channel that is switched off, or taken out of notifications.json goes with it, unless another one takes it.</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is missing</source>
        <translation>alarm journal: entry %1 is missing</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is not as written</source>
        <translation>alarm journal: entry %1 is not as written</translation>
    </message>
    <message>
        <source>alarm journal: entry %1 is not the one whose head was signed on %2: entry %3 is the first that may have been written anew</source>
        <translation>alarm journal: entry %1 is not the one whose head was signed on %2: entry %3 is the first that may have been written anew</translation>
    </message>
    <message>
        <source>alarm journal: it ends with entry %1, and a head was signed at entry %2 on %3: entry %4 is the first that is missing, its tail was cut off or an older file put in its place</source>
        <translation>alarm journal: it ends with entry %1, and a head was signed at entry %2 on %3: entry %4 is the first that is missing, its tail was cut off or an older file put in its place</translation>
    </message>
    <message>
        <source>alarm journal: it ends with entry %1, and by its own word a head was signed at entry %2: entry %3 is the first that is missing</source>
        <translation>alarm journal: it ends with entry %1, and by its own word a head was signed at entry %2: entry %3 is the first that is missing</translation>
    </message>
    <message>
        <source>the head that was signed at entry %1 is not in it: the file was removed, cut or replaced by an older one</source>
        <translation>the head that was signed at entry %1 is not in it: the file was removed, cut or replaced by an older one</translation>
    </message>
    <message>
        <source>line %1 is no signed head</source>
        <translation>line %1 is no signed head</translation>
    </message>
    <message>
        <source>the signature of line %1 does not hold: the line was changed</source>
        <translation>the signature of line %1 does not hold: the line was changed</translation>
    </message>
    <message>
        <source>from line %1 on, signed at entry %2 on %3, heads have another key (%4) than those before: it is another computer or keychain that signs, or somebody who had no right to</source>
        <translation>from line %1 on, signed at entry %2 on %3, heads have another key (%4) than those before: it is another computer or keychain that signs, or somebody who had no right to</translation>
    </message>
    <message>
        <source>alarms.db is not the file whose head was signed at entry %1 on %2: it was replaced, or begun anew</source>
        <translation>alarms.db is not the file whose head was signed at entry %1 on %2: it was replaced, or begun anew</translation>
    </message>
    <message>
        <source>alarms.db is not there, and a head of it was signed at entry %1 on %2</source>
        <translation>alarms.db is not there, and a head of it was signed at entry %1 on %2</translation>
    </message>
    <message>
        <source>telltale verify names all that does not hold. Recording goes on; the manual says under Journal how heads begin anew once it is known what happened.</source>
        <translation>telltale verify names all that does not hold. Recording goes on; the manual says under Journal how heads begin anew once it is known what happened.</translation>
    </message>
    <message>
        <source>the key file %1 is not used: %2</source>
        <translation>the key file %1 is not used: %2</translation>
    </message>
    <message>
        <source>it is no signing key</source>
        <translation>it is no signing key</translation>
    </message>
    <message>
        <source>Entries are chained all the same, but a tail that is cut off would not show. The manual says under Journal how a key in a file takes over for good.</source>
        <translation>Entries are chained all the same, but a tail that is cut off would not show. The manual says under Journal how a key in a file takes over for good.</translation>
    </message>
</context>
<context>
    <name>TrendLimits</name>
    <message>
        <source>high %1</source>
        <translation>high %1</translation>
    </message>
    <message>
        <source>low %1</source>
        <translation>low %1</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>(no name)</source>
        <comment>level of a topic</comment>
        <translation>(no name)</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Report of this page</source>
        <translation>Report of this page</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Search and commands</translation>
    </message>
    <message>
        <source>Filter assets and tags</source>
        <translation>Filter assets and tags</translation>
    </message>
    <message>
        <source>Acknowledge the alarm in the banner</source>
        <translation>Acknowledge the alarm in the banner</translation>
    </message>
    <message>
        <source>Up one display level</source>
        <translation>Up one display level</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>Close this tab</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>List of keys</translation>
    </message>
    <message>
        <source>Tab 1 to 9</source>
        <translation>Tab 1 to 9</translation>
    </message>
    <message>
        <source>Copy the value or the rows</source>
        <translation>Copy the value or the rows</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Add connection…</translation>
    </message>
    <message>
        <source>Add alarm rule…</source>
        <translation>Add alarm rule…</translation>
    </message>
    <message>
        <source>Open what is selected, press the button</source>
        <translation>Open what is selected, press the button</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Earlier, later</translation>
    </message>
    <message>
        <source>Nearly a page earlier, later</source>
        <translation>Nearly a page earlier, later</translation>
    </message>
    <message>
        <source>Zoom in, out</source>
        <translation>Zoom in, out</translation>
    </message>
    <message>
        <source>To the beginning of the history</source>
        <translation>To the beginning of the history</translation>
    </message>
    <message>
        <source>Live: follow the clock</source>
        <translation>Live: follow the clock</translation>
    </message>
    <message>
        <source>Pause: stand still</source>
        <translation>Pause: stand still</translation>
    </message>
    <message>
        <source>Two cursors on or off</source>
        <translation>Two cursors on or off</translation>
    </message>
    <message>
        <source>Undo the last zoom</source>
        <translation>Undo the last zoom</translation>
    </message>
    <message>
        <source>Copy figures between the cursors, or values</source>
        <translation>Copy figures between the cursors, or values</translation>
    </message>
    <message>
        <source>Acknowledge the selected alarms</source>
        <translation>Acknowledge the selected alarms</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>Open the asset</source>
        <translation>Open the asset</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>In a trend</source>
        <translation>In a trend</translation>
    </message>
    <message>
        <source>In a list of alarms</source>
        <translation>In a list of alarms</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>To the newest data</source>
        <translation>To the newest data</translation>
    </message>
    <message>
        <source>Shelve the selected alarms, unshelve them</source>
        <translation>Shelve the selected alarms, unshelve them</translation>
    </message>
    <message>
        <source>Take the selected alarms out of service, return them</source>
        <translation>Take the selected alarms out of service, return them</translation>
    </message>
    <message>
        <source>Silence the horn</source>
        <translation>Silence the horn</translation>
    </message>
    <message>
        <source>Mute the alarm sound or let it be heard</source>
        <translation>Mute the alarm sound or let it be heard</translation>
    </message>
    <message>
        <source>Open the group of the alarm</source>
        <translation>Open the group of the alarm</translation>
    </message>
    <message>
        <source>Acknowledge all of a group</source>
        <translation>Acknowledge all of a group</translation>
    </message>
    <message>
        <source>In a flood: open and close a unit</source>
        <translation>In a flood: open and close a unit</translation>
    </message>
    <message>
        <source>Alarm markers blink or stand still</source>
        <translation>Alarm markers blink or stand still</translation>
    </message>
    <message>
        <source>Reset the selected latched alarms</source>
        <translation>Reset the selected latched alarms</translation>
    </message>
    <message>
        <source>Markers blink</source>
        <translation>Markers blink</translation>
    </message>
</context>
<context>
    <name>telltale::AddTagsDialog</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Add tags</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>the path of a tag; * is any within a level, ** across levels</source>
        <translation>the path of a tag; * is any within a level, ** across levels</translation>
    </message>
    <message numerus="yes">
        <source>%n of these tag(s) find(s) no room: a trend holds at most %1.</source>
        <translation>
            <numerusform>%n of these tags finds no room: a trend holds at most %1.</numerusform>
            <numerusform>%n of these tags find no room: a trend holds at most %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No tag fits this.</source>
        <translation>No tag fits this.</translation>
    </message>
    <message>
        <source>The trend shows all of these already.</source>
        <translation>The trend shows all of these already.</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmBands</name>
    <message>
        <source>Alarms are not shown. %1</source>
        <translation>Alarms are not shown. %1</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmBanner</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>no connection</translation>
    </message>
    <message>
        <source>%1 connected · %2/s</source>
        <translation>%1 connected · %2/s</translation>
    </message>
    <message>
        <source>%1 of %2 connected · %3/s</source>
        <translation>%1 of %2 connected · %3/s</translation>
    </message>
    <message>
        <source>stored data: nothing is recording</source>
        <translation>stored data: nothing is recording</translation>
    </message>
    <message>
        <source>recording stopped</source>
        <translation>recording stopped</translation>
    </message>
    <message>
        <source>no connection to %1 since %2</source>
        <translation>no connection to %1 since %2</translation>
    </message>
    <message>
        <source>%1 not encrypted</source>
        <translation>%1 not encrypted</translation>
    </message>
    <message>
        <source>view · %1 records</source>
        <translation>view · %1 records</translation>
    </message>
    <message>
        <source>recording stopped: disk full</source>
        <translation>recording stopped: disk full</translation>
    </message>
    <message>
        <source>recording stopped: disk not writable</source>
        <translation>recording stopped: disk not writable</translation>
    </message>
    <message>
        <source>stored data</source>
        <translation>stored data</translation>
    </message>
    <message>
        <source>disk nearly full</source>
        <translation>disk nearly full</translation>
    </message>
    <message numerus="yes">
        <source>disk nearly full: about %n day(s) left</source>
        <translation>
            <numerusform>disk nearly full: about %n day left</numerusform>
            <numerusform>disk nearly full: about %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>disk nearly full: about %n hour(s) left</source>
        <translation>
            <numerusform>disk nearly full: about %n hour left</numerusform>
            <numerusform>disk nearly full: about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n connection(s) down</source>
        <translation>
            <numerusform>%1 of %n connection down</numerusform>
            <numerusform>%1 of %n connections down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) not encrypted</source>
        <translation>
            <numerusform>%n connection not encrypted</numerusform>
            <numerusform>%n connections not encrypted</numerusform>
        </translation>
    </message>
    <message>
        <source>♪ off</source>
        <translation>♪ off</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>recording</comment>
        <translation>stopped</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>disk</translation>
    </message>
    <message>
        <source>down</source>
        <comment>connections</comment>
        <translation>down</translation>
    </message>
    <message>
        <source>open</source>
        <comment>connections that are not encrypted</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>view</source>
        <comment>of the data of another program</comment>
        <translation>view</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmCounts</name>
    <message>
        <source>Alarms, %1</source>
        <translation>Alarms, %1</translation>
    </message>
    <message>
        <source>new %1</source>
        <translation>new %1</translation>
    </message>
    <message>
        <source>shelved %1</source>
        <translation>shelved %1</translation>
    </message>
    <message>
        <source>alarm flood</source>
        <translation>alarm flood</translation>
    </message>
    <message>
        <source>priority %1: %2 active, %3 new, %4 returned and not acknowledged</source>
        <translation>priority %1: %2 active, %3 new, %4 returned and not acknowledged</translation>
    </message>
    <message>
        <source>returned %1</source>
        <translation>returned %1</translation>
    </message>
    <message>
        <source>suppressed %1</source>
        <translation>suppressed %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>out of service %1</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <comment>shelved, suppressed, out of service</comment>
        <translation>hidden %1</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmGroupModel</name>
    <message>
        <source>first out: %1</source>
        <translation>first out: %1</translation>
    </message>
    <message>
        <source>no first-out is marked; the earliest: %1</source>
        <translation>no first-out is marked; the earliest: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not normal: %1 new, %2 active, %3 returned, %4 hidden</source>
        <extracomment>%n members of the group that are not normal, %1 of them new, %2 active, %3 returned, %4 hidden</extracomment>
        <translation>
            <numerusform>%n not normal: %1 new, %2 active, %3 returned, %4 hidden</numerusform>
            <numerusform>%n not normal: %1 new, %2 active, %3 returned, %4 hidden</numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>After</source>
        <comment>how long after the first alarm of a group</comment>
        <translation>After</translation>
    </message>
    <message>
        <source>FIRST OUT</source>
        <comment>mark of the first alarm of a group</comment>
        <translation>FIRST OUT</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmHead</name>
    <message>
        <source>Parts of the alarm page</source>
        <translation>Parts of the alarm page</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Filter alarms</source>
        <translation>Filter alarms</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Silence  S</source>
        <translation>Silence  S</translation>
    </message>
    <message>
        <source>Acknowledge visible</source>
        <translation>Acknowledge visible</translation>
    </message>
    <message>
        <source>Acknowledge  Space</source>
        <translation>Acknowledge  Space</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>Active %1</translation>
    </message>
    <message>
        <source>Active %1 · returned %2</source>
        <translation>Active %1 · returned %2</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>All areas</translation>
    </message>
    <message>
        <source>Shelved %1</source>
        <translation>Shelved %1</translation>
    </message>
    <message>
        <source>Suppressed %1</source>
        <translation>Suppressed %1</translation>
    </message>
    <message>
        <source>Out of service %1</source>
        <translation>Out of service %1</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Search the journal</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmListModel</name>
    <message>
        <source>Priority %1 %2, %3, %4, %5</source>
        <translation>Priority %1 %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Since (%1)</source>
        <translation>Since (%1)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Times</source>
        <comment>how often since the last acknowledgement</comment>
        <translation>Times</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>BAD %1</source>
        <comment>a bad value</comment>
        <translation>BAD %1</translation>
    </message>
    <message>
        <source>%1 STALE %2</source>
        <comment>a value that is no longer live, and its age</comment>
        <translation>%1 STALE %2</translation>
    </message>
    <message>
        <source>STALE</source>
        <comment>a value that is no longer live</comment>
        <translation>STALE</translation>
    </message>
    <message>
        <source>%1 HELD</source>
        <comment>a value nobody vouches for: its source is down</comment>
        <translation>%1 HELD</translation>
    </message>
    <message>
        <source>HELD</source>
        <comment>a value nobody vouches for</comment>
        <translation>HELD</translation>
    </message>
    <message>
        <source>Condition</source>
        <comment>of an alarm that is hidden</comment>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>on</source>
        <comment>the condition of an alarm</comment>
        <translation>on</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <comment>since the program started</comment>
        <translation>NO DATA</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmListView</name>
    <message>
        <source>Add rule…</source>
        <translation>Add rule…</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n alarm acknowledged</numerusform>
            <numerusform>%n alarms acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical alarm(s) stay: acknowledge each by itself</source>
        <translation>
            <numerusform>%n critical alarm stays: acknowledge it by itself</numerusform>
            <numerusform>%n critical alarms stay: acknowledge each by itself</numerusform>
        </translation>
    </message>
    <message>
        <source>Sound off until the next alarm</source>
        <translation>Sound off until the next alarm</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>What should the next shift know of this alarm?</source>
        <translation>What should the next shift know of this alarm?</translation>
    </message>
    <message>
        <source>Comment written to the journal</source>
        <translation>Comment written to the journal</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by filter</source>
        <translation>
            <numerusform>%n hidden by filter</numerusform>
            <numerusform>%n hidden by filter</numerusform>
        </translation>
    </message>
    <message>
        <source>Sorted by %1; the order of the list returns after 60 s without input</source>
        <translation>Sorted by %1; the order of the list returns after 60 s without input</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm is shelved</source>
        <translation>No alarm is shelved</translation>
    </message>
    <message>
        <source>H in the list of active alarms shelves the selected ones for a time, with a reason.</source>
        <translation>H in the list of active alarms shelves the selected ones for a time, with a reason.</translation>
    </message>
    <message>
        <source>No alarm is suppressed by design</source>
        <translation>No alarm is suppressed by design</translation>
    </message>
    <message>
        <source>Here stand the alarms of rules with a suppression, while it holds.</source>
        <translation>Here stand the alarms of rules with a suppression, while it holds.</translation>
    </message>
    <message>
        <source>No alarm is out of service</source>
        <translation>No alarm is out of service</translation>
    </message>
    <message>
        <source>O in the list of active alarms takes the selected ones out of service, until somebody returns them.</source>
        <translation>O in the list of active alarms takes the selected ones out of service, until somebody returns them.</translation>
    </message>
    <message>
        <source>Shelf of %1 ends in %2</source>
        <extracomment>%1 an alarm, %2 the time until then</extracomment>
        <translation>Shelf of %1 ends in %2</translation>
    </message>
    <message>
        <source>→ or Enter opens the unit: its alarms are below it</source>
        <translation>→ or Enter opens the unit: its alarms are below it</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmPage</name>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Per hour</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>Last 10 min</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>Chattering</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Time to acknowledge</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Not acknowledged</translation>
    </message>
    <message>
        <source>target ≤ 6</source>
        <translation>target ≤ 6</translation>
    </message>
    <message>
        <source>target ≤ 9</source>
        <translation>target ≤ 9</translation>
    </message>
    <message numerus="yes">
        <source>%n of priority 1</source>
        <translation>
            <numerusform>%n of priority 1</numerusform>
            <numerusform>%n of priority 1</numerusform>
        </translation>
    </message>
    <message>
        <source>flood &gt; 10</source>
        <translation>flood &gt; 10</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>last hour</translation>
    </message>
    <message>
        <source>median, priority 1 %1</source>
        <translation>median, priority 1 %1</translation>
    </message>
    <message>
        <source>median, last 24 h</source>
        <translation>median, last 24 h</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmPanel</name>
    <message>
        <source>Active alarms</source>
        <translation>Active alarms</translation>
    </message>
    <message>
        <source>No alarm is active.</source>
        <translation>No alarm is active.</translation>
    </message>
    <message>
        <source>All alarms</source>
        <translation>All alarms</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 returned</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 active</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 shelved</translation>
    </message>
    <message>
        <source>%1 per hour (target ≤ 6)</source>
        <translation>%1 per hour (target ≤ 6)</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmTable</name>
    <message>
        <source>Active alarms</source>
        <translation>Active alarms</translation>
    </message>
    <message>
        <source>Shelved alarms</source>
        <translation>Shelved alarms</translation>
    </message>
    <message>
        <source>Alarms suppressed by design</source>
        <translation>Alarms suppressed by design</translation>
    </message>
    <message>
        <source>Alarms out of service</source>
        <translation>Alarms out of service</translation>
    </message>
</context>
<context>
    <name>telltale::AlarmTrend</name>
    <message>
        <source>Last 30 min</source>
        <translation>Last 30 min</translation>
    </message>
    <message>
        <source>Open as a page</source>
        <translation>Open as a page</translation>
    </message>
    <message>
        <source>Trend of the last 30 minutes: %1</source>
        <translation>Trend of the last 30 minutes: %1</translation>
    </message>
</context>
<context>
    <name>telltale::AreaPanel</name>
    <message>
        <source>Areas</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>Areas, worst first</source>
        <translation>Areas, worst first</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>worst first</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1, sum</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1, mean</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>the worst %1 of %2</source>
        <translation>the worst %1 of %2</translation>
    </message>
    <message>
        <source>over %1 values</source>
        <translation>over %1 values</translation>
    </message>
</context>
<context>
    <name>telltale::AssetAlarmsPanel</name>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Alarms of this asset</source>
        <translation>Alarms of this asset</translation>
    </message>
    <message>
        <source>No alarm is active here.</source>
        <translation>No alarm is active here.</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>If nothing is done</translation>
    </message>
    <message>
        <source>Do</source>
        <comment>what the operator does about an alarm</comment>
        <translation>Do</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>%1 to acknowledge · %2 in all</source>
        <translation>%1 to acknowledge · %2 in all</translation>
    </message>
</context>
<context>
    <name>telltale::AssetDelegate</name>
    <message>
        <source>no data</source>
        <translation>no data</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>stale</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>run</source>
        <translation>run</translation>
    </message>
    <message>
        <source>stale · %1</source>
        <translation>stale · %1</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 of %2 live</translation>
    </message>
    <message>
        <source>catching up</source>
        <translation>catching up</translation>
    </message>
</context>
<context>
    <name>telltale::AssetDock</name>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Filter assets and tags    Ctrl+F</source>
        <translation>Filter assets and tags    Ctrl+F</translation>
    </message>
    <message>
        <source>Filter assets and tags</source>
        <translation>Filter assets and tags</translation>
    </message>
    <message>
        <source>Assets and tags found</source>
        <translation>Assets and tags found</translation>
    </message>
    <message>
        <source>Nothing has this in its path.</source>
        <translation>Nothing has this in its path.</translation>
    </message>
    <message>
        <source>The first %1 of %2 tags found.</source>
        <translation>The first %1 of %2 tags found.</translation>
    </message>
</context>
<context>
    <name>telltale::AssetHead</name>
    <message>
        <source>No data</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Catching up</translation>
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
        <translation>Wheel zoom · drag pan · X cursors</translation>
    </message>
    <message>
        <source>Events of this asset</source>
        <translation>Events of this asset</translation>
    </message>
    <message>
        <source>Nothing noted yet.</source>
        <translation>Nothing noted yet.</translation>
    </message>
    <message>
        <source>Properties of this asset</source>
        <translation>Properties of this asset</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Report…</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Properties</translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>crosshair %1</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>standing still</translation>
    </message>
    <message>
        <source>cursors %1 – %2, %3</source>
        <translation>cursors %1 – %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>%n more in the tree</numerusform>
            <numerusform>%n more in the tree</numerusform>
        </translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
</context>
<context>
    <name>telltale::AssetTreeModel</name>
    <message>
        <source>Telltale itself</source>
        <translation>Telltale itself</translation>
    </message>
    <message>
        <source>%1, %2, %3 not acknowledged, %4 in all</source>
        <extracomment>%1 name, %2 priority and state of the worst alarm, %3 not acknowledged, %4 all of them</extracomment>
        <translation>%1, %2, %3 not acknowledged, %4 in all</translation>
    </message>
</context>
<context>
    <name>telltale::BannerAlarm</name>
    <message>
        <source>Ack Space</source>
        <translation>Ack Space</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>Alarm, priority %1, %2, not acknowledged: %3, %4</source>
        <translation>Alarm, priority %1, %2, not acknowledged: %3, %4</translation>
    </message>
</context>
<context>
    <name>telltale::CommandPalette</name>
    <message>
        <source>Page, asset, tag or action</source>
        <translation>Page, asset, tag or action</translation>
    </message>
    <message>
        <source>Nothing has all these words in its name.</source>
        <translation>Nothing has all these words in its name.</translation>
    </message>
</context>
<context>
    <name>telltale::CommandQuestion</name>
    <message>
        <source>When alarms come, the workspace would start programs on this computer:
%1
Allow it only if you know who wrote that. Recording begins anew then.</source>
        <translation>When alarms come, the workspace would start programs on this computer:
%1
Allow it only if you know who wrote that. Recording begins anew then.</translation>
    </message>
    <message>
        <source>Allow these programs</source>
        <translation>Allow these programs</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>telltale::ConnectionDialog</name>
    <message>
        <source>Add connection</source>
        <translation>Add connection</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Edit connection</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
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
        <translation>one filter per line; # is everything, + any one level</translation>
    </message>
    <message>
        <source>0 · at most once</source>
        <translation>0 · at most once</translation>
    </message>
    <message>
        <source>1 · at least once</source>
        <translation>1 · at least once</translation>
    </message>
    <message>
        <source>2 · exactly once</source>
        <translation>2 · exactly once</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>MQTT 5, else 3.1.1</source>
        <translation>MQTT 5, else 3.1.1</translation>
    </message>
    <message>
        <source>MQTT 3.1.1</source>
        <translation>MQTT 3.1.1</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocol</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>the certificates of this computer</source>
        <translation>the certificates of this computer</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA file</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Not encrypted: everybody on the way can read and change what is sent. Use mqtts:// if the broker offers it.</source>
        <translation>Not encrypted: everybody on the way can read and change what is sent. Use mqtts:// if the broker offers it.</translation>
    </message>
    <message>
        <source>Send the password in the clear all the same</source>
        <translation>Send the password in the clear all the same</translation>
    </message>
    <message>
        <source>A password would be readable on the way: use mqtts://, or tick that you want it.</source>
        <translation>A password would be readable on the way: use mqtts://, or tick that you want it.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Certificates (*.pem *.crt);;All files (*)</translation>
    </message>
    <message>
        <source>kept in the keychain of this computer, not in the workspace; without a keychain only until the program ends</source>
        <translation>kept in the keychain of this computer, not in the workspace; without a keychain only until the program ends</translation>
    </message>
</context>
<context>
    <name>telltale::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Connections</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Add connection…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>all connections</source>
        <translation>all connections</translation>
    </message>
    <message>
        <source>What became of the messages</source>
        <translation>What became of the messages</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Remove connection</translation>
    </message>
    <message>
        <source>Remove the connection &quot;%1&quot;? What it has brought stays in the history.</source>
        <translation>Remove the connection &quot;%1&quot;? What it has brought stays in the history.</translation>
    </message>
    <message>
        <source>waiting for your answer</source>
        <translation>waiting for your answer</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>not tried yet</translation>
    </message>
</context>
<context>
    <name>telltale::CountTile</name>
    <message>
        <source>of %1</source>
        <comment>3 of 6</comment>
        <translation>of %1</translation>
    </message>
    <message numerus="yes">
        <source>%n not live</source>
        <translation>
            <numerusform>%n not live</numerusform>
            <numerusform>%n not live</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them live</source>
        <translation>All of them live</translation>
    </message>
</context>
<context>
    <name>telltale::DataTable</name>
    <message>
        <source>Standard columns</source>
        <translation>Standard columns</translation>
    </message>
</context>
<context>
    <name>telltale::DesktopNotifier</name>
    <message numerus="yes">
        <source>%n more urgent alarm(s)</source>
        <translation>
            <numerusform>%n more urgent alarm</numerusform>
            <numerusform>%n more urgent alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::EmptyPlant</name>
    <message>
        <source>Connect to a broker…</source>
        <translation>Connect to a broker…</translation>
    </message>
    <message>
        <source>Start the demo plant</source>
        <translation>Start the demo plant</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Open connections</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Waiting for your answer</translation>
    </message>
    <message>
        <source>As soon as it is settled what %1 is asked for, its assets appear here.</source>
        <translation>As soon as it is settled what %1 is asked for, its assets appear here.</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Connecting to %1 …</translation>
    </message>
    <message>
        <source>No connection to %1</source>
        <translation>No connection to %1</translation>
    </message>
    <message>
        <source>%1 grants no topic</source>
        <translation>%1 grants no topic</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Refused: %1</translation>
    </message>
    <message>
        <source>Nothing has come from %1 yet</source>
        <translation>Nothing has come from %1 yet</translation>
    </message>
    <message>
        <source>Subscribed to: %1. What is published there appears here by itself.</source>
        <translation>Subscribed to: %1. What is published there appears here by itself.</translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation>Nothing is stored yet</translation>
    </message>
    <message>
        <source>Nothing is recording.</source>
        <translation>Nothing is recording.</translation>
    </message>
    <message>
        <source>%1 records here.</source>
        <translation>%1 records here.</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>No source yet</translation>
    </message>
    <message>
        <source>Connect to a broker, or start the demo plant.</source>
        <translation>Connect to a broker, or start the demo plant.</translation>
    </message>
    <message>
        <source>No connection is switched on</source>
        <translation>No connection is switched on</translation>
    </message>
    <message>
        <source>Switch one on, or add another.</source>
        <translation>Switch one on, or add another.</translation>
    </message>
    <message>
        <source>Starting the demo plant …</source>
        <translation>Starting the demo plant …</translation>
    </message>
    <message>
        <source>A simulated water works, and this computer.</source>
        <translation>A simulated water works, and this computer.</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>There is no connection</translation>
    </message>
</context>
<context>
    <name>telltale::FloodBar</name>
    <message>
        <source>Alarm flood</source>
        <translation>Alarm flood</translation>
    </message>
    <message>
        <source>Priority 1 and 2 on top, the rest by unit: → opens, ← closes</source>
        <translation>Priority 1 and 2 on top, the rest by unit: → opens, ← closes</translation>
    </message>
</context>
<context>
    <name>telltale::FloodModel</name>
    <message>
        <source>Without a unit</source>
        <translation>Without a unit</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 active</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 returned</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <comment>the rows of a unit are shown</comment>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>the rows of a unit are not shown</comment>
        <translation>closed</translation>
    </message>
    <message>
        <source>Unit %1, %2, %3, worst %4, %5</source>
        <extracomment>%1 name, %2 open or closed, %3 how many alarms, %4 priority of the worst, %5 its state</extracomment>
        <translation>Unit %1, %2, %3, worst %4, %5</translation>
    </message>
</context>
<context>
    <name>telltale::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>telltale::GroupOpener</name>
    <message>
        <source>Group of the alarm…</source>
        <translation>Group of the alarm…</translation>
    </message>
    <message>
        <source>no alarm is selected</source>
        <translation>no alarm is selected</translation>
    </message>
    <message>
        <source>its rule is in no group</source>
        <translation>its rule is in no group</translation>
    </message>
    <message>
        <source>Alarm group %1</source>
        <translation>Alarm group %1</translation>
    </message>
</context>
<context>
    <name>telltale::GroupView</name>
    <message>
        <source>Alarms of the group</source>
        <translation>Alarms of the group</translation>
    </message>
    <message>
        <source>All alarms of this group are normal.</source>
        <translation>All alarms of this group are normal.</translation>
    </message>
    <message>
        <source>Acknowledge  Space</source>
        <translation>Acknowledge  Space</translation>
    </message>
    <message>
        <source>Acknowledge group  A</source>
        <translation>Acknowledge group  A</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) acknowledged</source>
        <translation>
            <numerusform>%n alarm acknowledged</numerusform>
            <numerusform>%n alarms acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical alarm(s) stay: acknowledge each by itself</source>
        <translation>
            <numerusform>%n critical alarm stays: acknowledge it by itself</numerusform>
            <numerusform>%n critical alarms stay: acknowledge each by itself</numerusform>
        </translation>
    </message>
    <message>
        <source>there is nothing to acknowledge</source>
        <translation>there is nothing to acknowledge</translation>
    </message>
    <message>
        <source>No alarm is selected</source>
        <translation>No alarm is selected</translation>
    </message>
</context>
<context>
    <name>telltale::HandoverPage</name>
    <message>
        <source>Shift hand-over</source>
        <translation>Shift hand-over</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Write note…</source>
        <translation>Write note…</translation>
    </message>
    <message>
        <source>The shift before</source>
        <translation>The shift before</translation>
    </message>
    <message>
        <source>The next shift</source>
        <translation>The next shift</translation>
    </message>
    <message>
        <source>Parts of the hand-over</source>
        <translation>Parts of the hand-over</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Reading the journal …</translation>
    </message>
    <message>
        <source>The note is in the journal.</source>
        <translation>The note is in the journal.</translation>
    </message>
    <message>
        <source>Save hand-over</source>
        <translation>Save hand-over</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>The hand-over is in %1.</source>
        <translation>The hand-over is in %1.</translation>
    </message>
    <message>
        <source>this shift is over; the lists are of now</source>
        <translation>this shift is over; the lists are of now</translation>
    </message>
</context>
<context>
    <name>telltale::HandoverTiles</name>
    <message>
        <source>Alarms now</source>
        <translation>Alarms now</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>Came in the shift</source>
        <translation>Came in the shift</translation>
    </message>
    <message>
        <source>Actions in the shift</source>
        <translation>Actions in the shift</translation>
    </message>
    <message>
        <source>active or not acknowledged</source>
        <translation>active or not acknowledged</translation>
    </message>
    <message>
        <source>each with reason and end</source>
        <translation>each with reason and end</translation>
    </message>
    <message>
        <source>none over 24 h</source>
        <translation>none over 24 h</translation>
    </message>
    <message numerus="yes">
        <source>%n over 24 h</source>
        <comment>out of service</comment>
        <translation>
            <numerusform>%n over 24 h</numerusform>
            <numerusform>%n over 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::HideActions</name>
    <message>
        <source>Shelve…</source>
        <translation>Shelve…</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>Unshelve</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>Out of service…</translation>
    </message>
    <message>
        <source>Return to service</source>
        <translation>Return to service</translation>
    </message>
    <message>
        <source>no alarm is selected</source>
        <translation>no alarm is selected</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) shelved until %1</source>
        <translation>
            <numerusform>%n alarm shelved until %1</numerusform>
            <numerusform>%n alarms shelved until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) unshelved</source>
        <translation>
            <numerusform>%n alarm unshelved</numerusform>
            <numerusform>%n alarms unshelved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) taken out of service</source>
        <translation>
            <numerusform>%n alarm taken out of service</numerusform>
            <numerusform>%n alarms taken out of service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) returned to service</source>
        <translation>
            <numerusform>%n alarm returned to service</numerusform>
            <numerusform>%n alarms returned to service</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) reset</source>
        <translation>
            <numerusform>%n alarm reset</numerusform>
            <numerusform>%n alarms reset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::HideDialog</name>
    <message>
        <source>Shelve</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>Take out of service</translation>
    </message>
    <message numerus="yes">
        <source>Shelve %n alarm(s)</source>
        <translation>
            <numerusform>Shelve %n alarm</numerusform>
            <numerusform>Shelve %n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n alarm(s) out of service</source>
        <translation>
            <numerusform>Take %n alarm out of service</numerusform>
            <numerusform>Take %n alarms out of service</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>what the next shift must know of it</source>
        <translation>what the next shift must know of it</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>another time</source>
        <translation>another time</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Ends earlier when the alarm returns to normal</source>
        <translation>Ends earlier when the alarm returns to normal</translation>
    </message>
    <message>
        <source>The minutes must be a number above 0.</source>
        <translation>The minutes must be a number above 0.</translation>
    </message>
    <message>
        <source>At most %1: more is not allowed for these alarms.</source>
        <translation>At most %1: more is not allowed for these alarms.</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the list and in the journal.</source>
        <translation>A reason is needed: it stands in the list and in the journal.</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>ends at %1</translation>
    </message>
</context>
<context>
    <name>telltale::InboxPanel</name>
    <message>
        <source>Inbox</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Parts of the inbox</source>
        <translation>Parts of the inbox</translation>
    </message>
    <message>
        <source>Payloads that were not understood</source>
        <translation>Payloads that were not understood</translation>
    </message>
    <message>
        <source>Topics that were kept out</source>
        <translation>Topics that were kept out</translation>
    </message>
    <message>
        <source>Not understood %1</source>
        <translation>Not understood %1</translation>
    </message>
    <message>
        <source>Kept out %1</source>
        <translation>Kept out %1</translation>
    </message>
    <message>
        <source>No topic is kept out</source>
        <translation>No topic is kept out</translation>
    </message>
    <message>
        <source>Everything that came was understood</source>
        <translation>Everything that came was understood</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of payload that no mapping understood</source>
        <translation>
            <numerusform>%n kind of payload that no mapping understood</numerusform>
            <numerusform>%n kinds of payload that no mapping understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of earlier runs were not understood. One that comes again is listed here.</source>
        <translation>
            <numerusform>%n message of earlier runs was not understood. One that comes again is listed here.</numerusform>
            <numerusform>%n messages of earlier runs were not understood. One that comes again is listed here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has come yet</source>
        <translation>Nothing has come yet</translation>
    </message>
</context>
<context>
    <name>telltale::JournalModel</name>
    <message>
        <source>Written (%1)</source>
        <translation>Written (%1)</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Happened</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of the occurrence</comment>
        <translation>No.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
</context>
<context>
    <name>telltale::JournalView</name>
    <message>
        <source>Alarm journal</source>
        <translation>Alarm journal</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Reading the journal …</translation>
    </message>
    <message>
        <source>Nothing has been written to the alarm journal yet.</source>
        <translation>Nothing has been written to the alarm journal yet.</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Last hour</translation>
    </message>
    <message>
        <source>Last 8 h</source>
        <translation>Last 8 h</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>Last 24 h</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Searching … back to %1</source>
        <extracomment>%1 the time it has come back to</extracomment>
        <translation>Searching … back to %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) exported; the journal says so</source>
        <translation>
            <numerusform>%n line exported; the journal says so</numerusform>
            <numerusform>%n lines exported; the journal says so</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Kind of entry</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tag, or pattern with *</source>
        <translation>Tag, or pattern with *</translation>
    </message>
    <message>
        <source>There is more; narrow what is looked for.</source>
        <translation>There is more; narrow what is looked for.</translation>
    </message>
    <message>
        <source>No line of the journal fits.</source>
        <translation>No line of the journal fits.</translation>
    </message>
    <message>
        <source>Export alarm journal</source>
        <translation>Export alarm journal</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json);;PDF (*.pdf)</source>
        <translation>CSV (*.csv);;JSON (*.json);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Exporting …</translation>
    </message>
    <message>
        <source>but the journal is not as it was written: %1</source>
        <extracomment>%1 what was found</extracomment>
        <translation>but the journal is not as it was written: %1</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>From … to</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>The period ends before it begins.</translation>
    </message>
</context>
<context>
    <name>telltale::KeyFigureModel</name>
    <message>
        <source>Key figure</source>
        <translation>Key figure</translation>
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
        <translation>Target</translation>
    </message>
    <message>
        <source>Act at</source>
        <translation>Act at</translation>
    </message>
    <message>
        <source>Of the period</source>
        <translation>Of the period</translation>
    </message>
</context>
<context>
    <name>telltale::KeyFiguresPage</name>
    <message>
        <source>Key figures</source>
        <translation>Key figures</translation>
    </message>
    <message>
        <source>Period of the key figures</source>
        <translation>Period of the key figures</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>From … to</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>Alarms and what they ask of people</source>
        <translation>Alarms and what they ask of people</translation>
    </message>
    <message>
        <source>The ten most frequent alarms of the period</source>
        <translation>The ten most frequent alarms of the period</translation>
    </message>
    <message>
        <source>Cures…</source>
        <translation>Cures…</translation>
    </message>
    <message>
        <source>The ten most frequent alarms</source>
        <translation>The ten most frequent alarms</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Reading the journal …</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>%1 to %2 · alarms that came: %3</source>
        <extracomment>%1 and %2 times, %3 how many</extracomment>
        <translation>%1 to %2 · alarms that came: %3</translation>
    </message>
    <message>
        <source>No alarm came in this period.</source>
        <translation>No alarm came in this period.</translation>
    </message>
    <message>
        <source>Stopped; nothing is counted of the period.</source>
        <translation>Stopped; nothing is counted of the period.</translation>
    </message>
</context>
<context>
    <name>telltale::LayersPanel</name>
    <message>
        <source>Layers of the connection</source>
        <translation>Layers of the connection</translation>
    </message>
</context>
<context>
    <name>telltale::MainWindow</name>
    <message>
        <source>Open a page (Ctrl+K)</source>
        <translation>Open a page (Ctrl+K)</translation>
    </message>
    <message>
        <source>Open a page</source>
        <translation>Open a page</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Show the assets beside the page (Ctrl+F)</source>
        <translation>Show the assets beside the page (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>telltale::NoteDialog</name>
    <message>
        <source>Write note</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>Note for the next shift</source>
        <translation>Note for the next shift</translation>
    </message>
    <message>
        <source>what the next shift must know</source>
        <translation>what the next shift must know</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>A note needs words. It cannot be changed once it is in the journal.</source>
        <translation>A note needs words. It cannot be changed once it is in the journal.</translation>
    </message>
    <message>
        <source>At most %1 letters; these are %2.</source>
        <translation>At most %1 letters; these are %2.</translation>
    </message>
    <message>
        <source>This shift ended more than 24 h ago: write the note for the shift of now.</source>
        <translation>This shift ended more than 24 h ago: write the note for the shift of now.</translation>
    </message>
</context>
<context>
    <name>telltale::Notice</name>
    <message>
        <source>Click to close</source>
        <translation>Click to close</translation>
    </message>
</context>
<context>
    <name>telltale::OverviewPage</name>
    <message>
        <source>Period of the curves</source>
        <translation>Period of the curves</translation>
    </message>
    <message>
        <source>Add alarm rule…</source>
        <translation>Add alarm rule…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
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
        <translation>live · last hour</translation>
    </message>
    <message>
        <source>live · last 8 hours</source>
        <translation>live · last 8 hours</translation>
    </message>
    <message>
        <source>live · last 24 hours</source>
        <translation>live · last 24 hours</translation>
    </message>
    <message>
        <source>live · last 7 days</source>
        <translation>live · last 7 days</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Report…</translation>
    </message>
    <message numerus="yes">
        <source>%n more tile(s)</source>
        <translation>
            <numerusform>%n more tile</numerusform>
            <numerusform>%n more tiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer tiles</source>
        <translation>Fewer tiles</translation>
    </message>
    <message>
        <source>the past is being loaded · %1 % · up to %2</source>
        <translation>the past is being loaded · %1 % · up to %2</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>last hour</translation>
    </message>
    <message>
        <source>last 8 hours</source>
        <translation>last 8 hours</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>last 24 hours</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>last 7 days</translation>
    </message>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 of %2 live</translation>
    </message>
    <message>
        <source>waiting for the first values</source>
        <translation>waiting for the first values</translation>
    </message>
</context>
<context>
    <name>telltale::PasswordQuestion</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not connected. %2.</source>
        <translation>&quot;%1&quot; is not connected. %2.</translation>
    </message>
</context>
<context>
    <name>telltale::PeriodEdit</name>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>telltale::ProblemPanel</name>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>serious</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disk</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Payloads</source>
        <translation>Payloads</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of a problem: note, warning, serious</comment>
        <translation>Kind</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>No problems</translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n of them</numerusform>
            <numerusform>%n of them</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Notification</translation>
    </message>
    <message>
        <source>A file is broken</source>
        <translation>A file is broken</translation>
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
        <translation>Stretch of time shown</translation>
    </message>
    <message>
        <source>Follow the clock (L), or stand still (P)</source>
        <translation>Follow the clock (L), or stand still (P)</translation>
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
        <translation>Report</translation>
    </message>
    <message>
        <source>Tags that were read</source>
        <translation>Tags that were read</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>The last 8 hours</source>
        <translation>The last 8 hours</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>The last 24 hours</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>The last 7 days</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>The last 30 days</translation>
    </message>
    <message>
        <source>From and to as below</source>
        <translation>From and to as below</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Report of</source>
        <translation>Report of</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Write report</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Say which file the report should be written to.</source>
        <translation>Say which file the report should be written to.</translation>
    </message>
    <message>
        <source>The folder of that file does not exist.</source>
        <translation>The folder of that file does not exist.</translation>
    </message>
    <message>
        <source>Reading the history …</source>
        <translation>Reading the history …</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Drawing …</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>The report is in %1.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelled; nothing was written.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Replace file</translation>
    </message>
    <message>
        <source>There is a file %1 already. Should the report replace it?</source>
        <translation>There is a file %1 already. Should the report replace it?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Stopping …</translation>
    </message>
    <message numerus="yes">
        <source>%n damaged file(s) of the history could not be read in full: samples are missing in it. Its gaps name the files.</source>
        <translation>
            <numerusform>%n damaged file of the history could not be read in full: samples are missing in it. Its gaps name the file.</numerusform>
            <numerusform>%n damaged files of the history could not be read in full: samples are missing in it. Its gaps name the files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ResponsePanel</name>
    <message>
        <source>not stated in the rule</source>
        <translation>not stated in the rule</translation>
    </message>
    <message>
        <source>What the selected alarm asks for</source>
        <translation>What the selected alarm asks for</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>If nothing is done</translation>
    </message>
    <message>
        <source>Do</source>
        <comment>what the operator does about an alarm</comment>
        <translation>Do</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Comment…  C</source>
        <translation>Comment…  C</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>%1 (of %2)</source>
        <extracomment>%1 time left, %2 time to respond that the rule states</extracomment>
        <translation>%1 (of %2)</translation>
    </message>
    <message>
        <source>Hide</source>
        <comment>keep an alarm from the list</comment>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Shelve, unshelve, out of service, return to service</source>
        <translation>Shelve, unshelve, out of service, return to service</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>Shelve…</translation>
    </message>
    <message>
        <source>Longer delays…</source>
        <translation>Longer delays…</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>Edit rule…</translation>
    </message>
    <message>
        <source>It is %1: shelve it for a time, or let its rule wait longer.</source>
        <translation>It is %1: shelve it for a time, or let its rule wait longer.</translation>
    </message>
    <message>
        <source>Not rationalised. The rule does not state: %1</source>
        <translation>Not rationalised. The rule does not state: %1</translation>
    </message>
    <message>
        <source>Reset  L</source>
        <translation>Reset  L</translation>
    </message>
</context>
<context>
    <name>telltale::RuleDialog</name>
    <message>
        <source>Add rule</source>
        <translation>Add rule</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Edit rule</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>Save rule</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>plant/area/asset/tag, or a pattern with * and **</source>
        <translation>plant/area/asset/tag, or a pattern with * and **</translation>
    </message>
    <message>
        <source>Alarm when</source>
        <translation>Alarm when</translation>
    </message>
    <message>
        <source>Delay on</source>
        <translation>Delay on</translation>
    </message>
    <message>
        <source>Delay off</source>
        <translation>Delay off</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Use the proposed deadband and delays</source>
        <translation>Use the proposed deadband and delays</translation>
    </message>
    <message>
        <source>respond within 3 min</source>
        <translation>respond within 3 min</translation>
    </message>
    <message>
        <source>3 to 10 min</source>
        <translation>3 to 10 min</translation>
    </message>
    <message>
        <source>10 to 30 min</source>
        <translation>10 to 30 min</translation>
    </message>
    <message>
        <source>more than 30 min</source>
        <translation>more than 30 min</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>what the operator reads first</source>
        <translation>what the operator reads first</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>what has probably happened</source>
        <translation>what has probably happened</translation>
    </message>
    <message>
        <source>If nothing is done</source>
        <translation>If nothing is done</translation>
    </message>
    <message>
        <source>what comes next</source>
        <translation>what comes next</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>what the operator does</source>
        <translation>what the operator does</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Respond within</translation>
    </message>
    <message>
        <source>process</source>
        <translation>process</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>equipment</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>safety</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>environment</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>quality</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>diagnostics</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Save as draft</translation>
    </message>
    <message>
        <source>Still missing: %1. Until then the rule is a draft: it is journaled, but raises no alarm.</source>
        <translation>Still missing: %1. Until then the rule is a draft: it is journaled, but raises no alarm.</translation>
    </message>
    <message>
        <source>no tag of this name so far; the rule takes it when it appears</source>
        <translation>no tag of this name so far; the rule takes it when it appears</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message>
        <source>Usual for %1: deadband %2 % of the range, delays %3 s on, %4 s off</source>
        <translation>Usual for %1: deadband %2 % of the range, delays %3 s on, %4 s off</translation>
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
            <numerusform>%n field to correct</numerusform>
            <numerusform>%n fields to correct</numerusform>
        </translation>
    </message>
    <message>
        <source>revised</source>
        <comment>a rule</comment>
        <translation>revised</translation>
    </message>
    <message>
        <source>Why the rule is changed: it stands in the journal</source>
        <translation>Why the rule is changed: it stands in the journal</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>new rule</translation>
    </message>
</context>
<context>
    <name>telltale::RuleReasonDialog</name>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Switch off the rule &quot;%1&quot;? Until it is switched on it raises no alarm.</source>
        <translation>Switch off the rule &quot;%1&quot;? Until it is switched on it raises no alarm.</translation>
    </message>
    <message>
        <source>not needed for now</source>
        <comment>a rule</comment>
        <translation>not needed for now</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Switch on the rule &quot;%1&quot;?</source>
        <translation>Switch on the rule &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>needed again</source>
        <comment>a rule</comment>
        <translation>needed again</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove the rule &quot;%1&quot;? Its journal stays.</source>
        <translation>Remove the rule &quot;%1&quot;? Its journal stays.</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <comment>a rule</comment>
        <translation>no longer needed</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>A reason is needed: it stands in the journal.</source>
        <translation>A reason is needed: it stands in the journal.</translation>
    </message>
</context>
<context>
    <name>telltale::RuleTrialPanel</name>
    <message>
        <source>Times the rule would have raised</source>
        <translation>Times the rule would have raised</translation>
    </message>
    <message>
        <source>A click opens the trend at that time</source>
        <translation>A click opens the trend at that time</translation>
    </message>
    <message>
        <source>Try on history</source>
        <translation>Try on history</translation>
    </message>
    <message>
        <source>Period to try it on</source>
        <translation>Period to try it on</translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>The last %n day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>How much of the period was looked at</source>
        <translation>How much of the period was looked at</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Try</translation>
    </message>
</context>
<context>
    <name>telltale::RulesView</name>
    <message>
        <source>Alarm rules</source>
        <translation>Alarm rules</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Add rule…</source>
        <translation>Add rule…</translation>
    </message>
    <message>
        <source>No rules yet: add one to be told when a value leaves its range.</source>
        <translation>No rules yet: add one to be told when a value leaves its range.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Rules or the worst alarms</source>
        <translation>Rules or the worst alarms</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>Worst alarms</source>
        <translation>Worst alarms</translation>
    </message>
    <message>
        <source>This rule is not there any more.</source>
        <translation>This rule is not there any more.</translation>
    </message>
    <message>
        <source>The rules are missing, their file is broken. Mend it and start again: %1</source>
        <translation>The rules are missing, their file is broken. Mend it and start again: %1</translation>
    </message>
</context>
<context>
    <name>telltale::RunTime</name>
    <message>
        <source>more than %1</source>
        <translation>more than %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a machine</comment>
        <translation>stopped</translation>
    </message>
    <message>
        <source>%1 h in all</source>
        <translation>%1 h in all</translation>
    </message>
</context>
<context>
    <name>telltale::SpeakersPanel</name>
    <message>
        <source>What speaks here</source>
        <translation>What speaks here</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message numerus="yes">
        <source>%1 area(s)</source>
        <translation>
            <numerusform>%1 area</numerusform>
            <numerusform>%1 areas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asset(s)</source>
        <translation>
            <numerusform>%1 asset</numerusform>
            <numerusform>%1 assets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tag(s)</source>
        <translation>
            <numerusform>%1 tag</numerusform>
            <numerusform>%1 tags</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 areas are listed</source>
        <translation>the first %1 areas are listed</translation>
    </message>
    <message>
        <source>Areas with their assets, payload families and rates appear here.</source>
        <translation>Areas with their assets, payload families and rates appear here.</translation>
    </message>
    <message>
        <source>The connection is not being tried: it may be switched off.</source>
        <translation>The connection is not being tried: it may be switched off.</translation>
    </message>
    <message>
        <source>First the connection must stand: its layers above say what is missing.</source>
        <translation>First the connection must stand: its layers above say what is missing.</translation>
    </message>
    <message>
        <source>Somebody has to say what to subscribe to: answer the question above, or choose topics with Edit…</source>
        <translation>Somebody has to say what to subscribe to: answer the question above, or choose topics with Edit…</translation>
    </message>
    <message>
        <source>Nothing has come yet: devices show up with their first message; if none does, check the topics with Edit…</source>
        <translation>Nothing has come yet: devices show up with their first message; if none does, check the topics with Edit…</translation>
    </message>
</context>
<context>
    <name>telltale::SpeakingAssetsPanel</name>
    <message>
        <source>Assets that speak here</source>
        <translation>Assets that speak here</translation>
    </message>
    <message>
        <source>of all areas</source>
        <translation>of all areas</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>the first %1 of %2</translation>
    </message>
</context>
<context>
    <name>telltale::StateTile</name>
    <message>
        <source>On</source>
        <comment>a machine</comment>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a machine</comment>
        <translation>Off</translation>
    </message>
    <message>
        <source>Said %1</source>
        <translation>Said %1</translation>
    </message>
    <message>
        <source>On for %1 % of the time shown</source>
        <translation>On for %1 % of the time shown</translation>
    </message>
</context>
<context>
    <name>telltale::StatusLine</name>
    <message>
        <source>why</source>
        <translation>why</translation>
    </message>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Ctrl+K commands</translation>
    </message>
    <message>
        <source>Engineer: %1</source>
        <translation>Engineer: %1</translation>
    </message>
    <message>
        <source>nothing stored yet</source>
        <translation>nothing stored yet</translation>
    </message>
    <message>
        <source>stored %1 s ago</source>
        <translation>stored %1 s ago</translation>
    </message>
    <message>
        <source>stored %1 ago</source>
        <translation>stored %1 ago</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>received %1 = stored %2 + dropped %3</source>
        <translation>received %1 = stored %2 + dropped %3</translation>
    </message>
    <message>
        <source>%1 + under way %2</source>
        <translation>%1 + under way %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>as it was: %1</source>
        <translation>as it was: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>device → screen %1 (p99 %2)</source>
        <translation>device → screen %1 (p99 %2)</translation>
    </message>
    <message>
        <source>From the time a sample states, or its arrival where it states none, to the frame that shows it: median and 99th percentile of the last minute</source>
        <translation>From the time a sample states, or its arrival where it states none, to the frame that shows it: median and 99th percentile of the last minute</translation>
    </message>
    <message>
        <source>oldest value %1, %2</source>
        <translation>oldest value %1, %2</translation>
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
        <translation>Copy path of the log</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>Export status…</source>
        <translation>Export status…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>received = understood + dropped + waiting</source>
        <translation>received = understood + dropped + waiting</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Export status</source>
        <translation>Export status</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Written to %1</translation>
    </message>
    <message>
        <source>The path of the log file is in the clipboard</source>
        <translation>The path of the log file is in the clipboard</translation>
    </message>
    <message>
        <source>No program here opens folders; it is %1</source>
        <translation>No program here opens folders; it is %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>telltale::SubscribeAllQuestion</name>
    <message>
        <source>Choose topics…</source>
        <translation>Choose topics…</translation>
    </message>
    <message>
        <source>Subscribe to all</source>
        <translation>Subscribe to all</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would subscribe to everything on %2. On a large broker that is much traffic, and its owner may not expect it. Nothing new is subscribed to before your answer.</source>
        <translation>&quot;%1&quot; would subscribe to everything on %2. On a large broker that is much traffic, and its owner may not expect it. Nothing new is subscribed to before your answer.</translation>
    </message>
</context>
<context>
    <name>telltale::TagDialog</name>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Describe tag</source>
        <translation>Describe tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Normal from</source>
        <translation>Normal from</translation>
    </message>
    <message>
        <source>Normal to</source>
        <translation>Normal to</translation>
    </message>
    <message>
        <source>as many as the value needs</source>
        <translation>as many as the value needs</translation>
    </message>
    <message>
        <source>Digits after the point</source>
        <translation>Digits after the point</translation>
    </message>
    <message>
        <source>The normal range needs two numbers, the lower one first.</source>
        <translation>The normal range needs two numbers, the lower one first.</translation>
    </message>
</context>
<context>
    <name>telltale::TargetTile</name>
    <message>
        <source>Target %1%2 · %3</source>
        <translation>Target %1%2 · %3</translation>
    </message>
</context>
<context>
    <name>telltale::ThroughputPanel</name>
    <message>
        <source>Messages received</source>
        <translation>Messages received</translation>
    </message>
    <message>
        <source>Messages waiting to be read</source>
        <translation>Messages waiting to be read</translation>
    </message>
    <message>
        <source>Duration of a commit</source>
        <translation>Duration of a commit</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Throughput</translation>
    </message>
    <message>
        <source>all connections · last hour</source>
        <translation>all connections · last hour</translation>
    </message>
</context>
<context>
    <name>telltale::Tile</name>
    <message>
        <source>STALE %1</source>
        <translation>STALE %1</translation>
    </message>
    <message>
        <source>HELD</source>
        <translation>HELD</translation>
    </message>
    <message>
        <source>RETAINED %1</source>
        <translation>RETAINED %1</translation>
    </message>
    <message>
        <source>RETAINED</source>
        <translation>RETAINED</translation>
    </message>
    <message>
        <source>BAD</source>
        <translation>BAD</translation>
    </message>
    <message>
        <source>NO DATA</source>
        <translation>NO DATA</translation>
    </message>
    <message>
        <source>No such tag</source>
        <translation>No such tag</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>No data yet</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>No data since %1</translation>
    </message>
    <message>
        <source>No data since %1 · source not connected</source>
        <translation>No data since %1 · source not connected</translation>
    </message>
    <message>
        <source>Kept by the broker · measured %1</source>
        <translation>Kept by the broker · measured %1</translation>
    </message>
    <message>
        <source>Kept by the broker · age not known</source>
        <translation>Kept by the broker · age not known</translation>
    </message>
    <message>
        <source>Last %1 · usually every %2</source>
        <translation>Last %1 · usually every %2</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copy value</translation>
    </message>
    <message>
        <source>Copy tag</source>
        <translation>Copy tag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>%1 above</source>
        <translation>%1 above</translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation>%1 below</translation>
    </message>
    <message>
        <source>rising %1 %2/min</source>
        <translation>rising %1 %2/min</translation>
    </message>
    <message>
        <source>falling %1 %2/min</source>
        <translation>falling %1 %2/min</translation>
    </message>
    <message>
        <source>CATCHING UP</source>
        <translation>CATCHING UP</translation>
    </message>
    <message>
        <source>Its past is arriving · up to %1</source>
        <translation>Its past is arriving · up to %1</translation>
    </message>
    <message>
        <source>TIME AHEAD</source>
        <translation>TIME AHEAD</translation>
    </message>
    <message>
        <source>Last %1 · %2 ahead of the clock</source>
        <translation>Last %1 · %2 ahead of the clock</translation>
    </message>
    <message>
        <source>ARRIVAL TIME</source>
        <comment>a value whose own time was impossible</comment>
        <translation>ARRIVAL TIME</translation>
    </message>
    <message>
        <source>The device gave an impossible time: the time of arrival is used.</source>
        <translation>The device gave an impossible time: the time of arrival is used.</translation>
    </message>
</context>
<context>
    <name>telltale::TrendPage</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>First</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Last</translation>
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
        <translation>Mean</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Wheel zoom · drag pan · Shift+drag box · Backspace undo · X cursors</source>
        <translation>Wheel zoom · drag pan · Shift+drag box · Backspace undo · X cursors</translation>
    </message>
    <message>
        <source>Figures of the tags shown</source>
        <translation>Figures of the tags shown</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Add tags…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Report…</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>crosshair %1</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>standing still</translation>
    </message>
    <message>
        <source>Remove from this trend</source>
        <translation>Remove from this trend</translation>
    </message>
    <message>
        <source>Open its asset</source>
        <translation>Open its asset</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 samples</translation>
    </message>
    <message>
        <source>There is no tag &quot;%1&quot;.</source>
        <translation>There is no tag &quot;%1&quot;.</translation>
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
        <translation>Tag	Time	Value	Unit</translation>
    </message>
    <message>
        <source>Nothing to draw yet. Drop tags here, or choose some.</source>
        <translation>Nothing to draw yet. Drop tags here, or choose some.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Texts are not drawn as a line. The newest, of %1:</source>
        <translation>Texts are not drawn as a line. The newest, of %1:</translation>
    </message>
    <message>
        <source>no samples between the cursors</source>
        <translation>no samples between the cursors</translation>
    </message>
    <message>
        <source>Δ %1 · min %2 · max %3 · mean %4</source>
        <translation>Δ %1 · min %2 · max %3 · mean %4</translation>
    </message>
    <message>
        <source>Tag	Unit	First	Last	Delta	Min	Max	Mean	Integral (h)	Samples</source>
        <translation>Tag	Unit	First	Last	Delta	Min	Max	Mean	Integral (h)	Samples</translation>
    </message>
    <message>
        <source>Show it (N)</source>
        <translation>Show it (N)</translation>
    </message>
    <message>
        <source>Show the newest data</source>
        <translation>Show the newest data</translation>
    </message>
    <message>
        <source>No data in this period</source>
        <translation>No data in this period</translation>
    </message>
    <message>
        <source>No data in this period; latest data: %1</source>
        <translation>No data in this period; latest data: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ValueTile</name>
    <message>
        <source>%1%2 against yesterday %3</source>
        <translation>%1%2 against yesterday %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n tag(s)</source>
        <translation>
            <numerusform>%1 of %n tag</numerusform>
            <numerusform>%1 of %n tags</numerusform>
        </translation>
    </message>
    <message>
        <source>Normal %1 to %2%3</source>
        <translation>Normal %1 to %2%3</translation>
    </message>
</context>
<context>
    <name>telltale::WorstAlarmsView</name>
    <message>
        <source>Worst alarms and their cures</source>
        <translation>Worst alarms and their cures</translation>
    </message>
    <message>
        <source>The ten rules that came most often, and what history says would cure them.</source>
        <translation>The ten rules that came most often, and what history says would cure them.</translation>
    </message>
    <message>
        <source>How much of the period was looked at</source>
        <translation>How much of the period was looked at</translation>
    </message>
    <message>
        <source>Period to look at</source>
        <translation>Period to look at</translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>The last %n day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Apply cure</source>
        <translation>Apply cure</translation>
    </message>
    <message>
        <source>The rule was changed meanwhile: look again.</source>
        <translation>The rule was changed meanwhile: look again.</translation>
    </message>
    <message>
        <source>Applied; Undo takes it back.</source>
        <translation>Applied; Undo takes it back.</translation>
    </message>
    <message>
        <source>The rule is as it was before.</source>
        <translation>The rule is as it was before.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Look for cures</source>
        <translation>Look for cures</translation>
    </message>
    <message>
        <source>A double click opens the rule with its cure</source>
        <translation>A double click opens the rule with its cure</translation>
    </message>
    <message>
        <source>Open rule…</source>
        <translation>Open rule…</translation>
    </message>
    <message>
        <source>Looking for cures</source>
        <translation>Looking for cures</translation>
    </message>
    <message>
        <source>Each cure is tried on what is stored; Stop ends it.</source>
        <translation>Each cure is tried on what is stored; Stop ends it.</translation>
    </message>
    <message>
        <source>No alarm of a rule came in this time</source>
        <translation>No alarm of a rule came in this time</translation>
    </message>
    <message>
        <source>A longer period may have some.</source>
        <translation>A longer period may have some.</translation>
    </message>
    <message>
        <source>Nobody has looked for cures yet</source>
        <translation>Nobody has looked for cures yet</translation>
    </message>
    <message>
        <source>&quot;Look for cures&quot; takes the ten rules that came most often in the period chosen and tries wider deadbands, longer delays and suppression on stored history. What leaves the real alarms is proposed; no rule changes before you apply it.</source>
        <translation>&quot;Look for cures&quot; takes the ten rules that came most often in the period chosen and tries wider deadbands, longer delays and suppression on stored history. What leaves the real alarms is proposed; no rule changes before you apply it.</translation>
    </message>
    <message>
        <source>The rule is not among the ten worst of this time.</source>
        <translation>The rule is not among the ten worst of this time.</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <extracomment>the reason why a rule was changed; %1 the cure, such as &quot;Delay on 0 → 30 s&quot;</extracomment>
        <translation>taken back: %1</translation>
    </message>
</context>
</TS>
