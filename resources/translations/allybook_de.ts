<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountDetails</name>
    <message>
        <source>Choose an account to see how you stand.</source>
        <translation>Ein Konto wählen, um zu sehen, wer wem folgt.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Known from %1</source>
        <translation>Bekannt aus: %1</translation>
    </message>
    <message>
        <source>Latest post, %1</source>
        <translation>Letzter Beitrag, %1</translation>
    </message>
    <message>
        <source>Open on X, free</source>
        <translation>Auf X öffnen, gratis</translation>
    </message>
    <message>
        <source>Show in the book</source>
        <translation>Im Buch zeigen</translation>
    </message>
</context>
<context>
    <name>AddAllies</name>
    <message>
        <source>@HarborRow, https://x.com/… or #ShelterNotes</source>
        <translation>@HarborRow, https://x.com/… oder #ShelterNotes</translation>
    </message>
    <message numerus="yes">
        <source>Add %n allies</source>
        <translation>
            <numerusform>%n aufnehmen</numerusform>
            <numerusform>%n aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add 1 ally</source>
        <translation>1 aufnehmen</translation>
    </message>
    <message>
        <source>Add allies</source>
        <translation>Verbündete aufnehmen</translation>
    </message>
    <message>
        <source>Names to add</source>
        <translation>Neue Namen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Paste @names, #hashtags, links, a spreadsheet column: any text will do.</source>
        <translation>@Namen, #Hashtags, Links oder eine Tabellenspalte einfügen: Jeder Text ist recht.</translation>
    </message>
</context>
<context>
    <name>AlliesParts</name>
    <message>
        <source>Only on this computer.</source>
        <translation>Nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Places of the allies</source>
        <translation>Orte der Verbündeten</translation>
    </message>
</context>
<context>
    <name>AlliesTab</name>
    <message>
        <source>adding %1</source>
        <translation>Aufnahme von %1</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>AskName</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>%2 fewer since %1</source>
        <translation>%2 weniger seit %1</translation>
    </message>
    <message>
        <source>%2 more since %1</source>
        <translation>%2 mehr seit %1</translation>
    </message>
    <message>
        <source>Our followers</source>
        <translation>Wer uns folgt</translation>
    </message>
    <message>
        <source>as many as on %1</source>
        <translation>so viele wie am %1</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Add allies</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Filter, for example tag:housing</source>
        <translation>Filter, etwa tag:wohnen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Words of a name, handle, category or tag; or tag:, category:, is:mutual</source>
        <translation>Wörter aus Name, @Name, Kategorie oder Tag; oder tag:, category:, is:mutual</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>%1 could not be used, the first in line %2.</source>
        <translation>%1 unbrauchbar, zuerst in Zeile %2.</translation>
    </message>
    <message>
        <source>%1 records are kept.</source>
        <translation>%1 Einträge sind gesichert.</translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation>%1 Einträge gelesen</translation>
    </message>
    <message>
        <source>%1 was read.</source>
        <translation>%1 ist gelesen.</translation>
    </message>
    <message>
        <source>It names nobody to add to a book.</source>
        <translation>Darin steht niemand für ein Buch.</translation>
    </message>
    <message>
        <source>Open a file with allies</source>
        <translation>Datei mit Verbündeten öffnen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>Buying</name>
    <message>
        <source>%1 known by number only</source>
        <translation>%1 nur als Nummer bekannt</translation>
    </message>
    <message>
        <source>%1 read; there are older ones.</source>
        <translation>%1 gelesen; es gibt noch ältere.</translation>
    </message>
    <message>
        <source>Asking for names</source>
        <translation>Namen werden erfragt</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Capture %1</source>
        <translation>%1 abrufen</translation>
    </message>
    <message>
        <source>Capture, at most %1</source>
        <translation>Abrufen, höchstens %1</translation>
    </message>
    <message>
        <source>Count first</source>
        <translation>Erst zählen</translation>
    </message>
    <message>
        <source>Count new posts</source>
        <translation>Neue zählen</translation>
    </message>
    <message>
        <source>Count to see the price of the rest.</source>
        <translation>Zählen zeigt den Preis für den Rest.</translation>
    </message>
    <message>
        <source>Counting the posts</source>
        <translation>Beiträge werden gezählt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Reading would bring nothing, so it is not offered.</source>
        <translation>Lesen brächte nichts, darum steht es nicht zur Wahl.</translation>
    </message>
    <message>
        <source>Show %1 names</source>
        <translation>%1 Namen zeigen</translation>
    </message>
    <message>
        <source>Show 1 name</source>
        <translation>1 Namen zeigen</translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation>Angehalten, gelesen: %1.</translation>
    </message>
    <message>
        <source>They are kept, and paid; nothing else was.</source>
        <translation>Das ist gesichert und bezahlt, sonst nichts.</translation>
    </message>
    <message>
        <source>They may be suspended or gone; asking for them cost nothing.</source>
        <translation>Vielleicht gesperrt oder gelöscht; die Frage hat nichts gekostet.</translation>
    </message>
    <message>
        <source>X counts %1 from the last seven days</source>
        <translation>X zählt %1 aus den letzten sieben Tagen</translation>
    </message>
    <message>
        <source>X counts no new posts.</source>
        <translation>X zählt keine neuen Beiträge.</translation>
    </message>
    <message>
        <source>X does not show %1.</source>
        <translation>X zeigt nicht: %1.</translation>
    </message>
    <message>
        <source>X has no posts with this hashtag from the last seven days.</source>
        <translation>X hat aus den letzten sieben Tagen keine Beiträge mit diesem Hashtag.</translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>A chat is what people say under one hashtag: the questions, the answers, and the allies they share.</source>
        <translation>Ein Chat ist, was Menschen unter einem Hashtag schreiben: die Fragen, die Antworten und die Verbündeten, die sie nennen.</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Capture a hashtag</source>
        <translation>Hashtag abrufen</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Count first</source>
        <translation>Erst zählen</translation>
    </message>
    <message>
        <source>Count first, and the price of reading becomes exact. X gives the last seven days; what was read stays on this computer.</source>
        <translation>Erst zählen, dann steht der genaue Preis fest. X gibt die letzten sieben Tage heraus; Gelesenes bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>For older chats: twarc, TAGS or your X archive, free</source>
        <translation>Für ältere Chats: twarc, TAGS oder das X-Archiv, gratis</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Import a file instead</source>
        <translation>Stattdessen Datei einlesen</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Nothing of this chat is here yet</source>
        <translation>Von diesem Chat ist noch nichts da</translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>The last seven days from X; you see the price first</source>
        <translation>Die letzten sieben Tage von X; der Preis steht vorher da</translation>
    </message>
    <message>
        <source>Which chat shall we read?</source>
        <translation>Welchen Chat wollen wir lesen?</translation>
    </message>
    <message>
        <source>twarc, TAGS or your X archive: read on this computer, free</source>
        <translation>twarc, TAGS oder das X-Archiv: auf diesem Computer gelesen, gratis</translation>
    </message>
</context>
<context>
    <name>ChatsTab</name>
    <message>
        <source>#SwHelper</source>
        <translation>#SwHelper</translation>
    </message>
    <message>
        <source>%1 by %2, %3, %4</source>
        <translation>%1 von %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 by %2, %4</source>
        <translation>%1 von %2, %4</translation>
    </message>
    <message>
        <source>%1 nominations are in the inbox of %2.</source>
        <translation>%1 Vorschläge liegen im Eingang von %2.</translation>
    </message>
    <message>
        <source>%1 reposts apart</source>
        <translation>+%1 Reposts</translation>
    </message>
    <message>
        <source>1 nomination is in the inbox of %2.</source>
        <translation>1 Vorschlag liegt im Eingang von %2.</translation>
    </message>
    <message>
        <source>1 repost apart</source>
        <translation>+1 Repost</translation>
    </message>
    <message>
        <source>All of them are known in %1.</source>
        <translation>In %1 sind alle schon bekannt.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Which hashtag shall we read?</source>
        <translation>Welchen Hashtag wollen wir lesen?</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, not understood</source>
        <translation>%1, nicht verstanden</translation>
    </message>
    <message>
        <source>Delete drops it</source>
        <translation>Entf nimmt es weg</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>%1 and %2</source>
        <comment>two days</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 schrieb</translation>
    </message>
    <message>
        <source>%1, shown now</source>
        <translation>%1, jetzt zu sehen</translation>
    </message>
    <message>
        <source>%2 versions of %1</source>
        <translation>%2 Fassungen: %1</translation>
    </message>
    <message>
        <source>Two versions of %1</source>
        <translation>Zwei Fassungen: %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Written apart on %1. All are kept until someone chooses.</source>
        <translation>Getrennt geschrieben am %1. Alle bleiben, bis jemand wählt.</translation>
    </message>
    <message>
        <source>Written apart on %1. Both are kept until someone chooses.</source>
        <translation>Getrennt geschrieben am %1. Beide bleiben, bis jemand wählt.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect my X account</source>
        <translation>Mein X-Konto verbinden</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation>Erst einmal weiter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Reading your own followers costs a tenth then.</source>
        <translation>Die eigenen Follower zu lesen kostet dann ein Zehntel.</translation>
    </message>
    <message>
        <source>This account owns the developer app</source>
        <translation>Diesem Konto gehört die Entwickler-App</translation>
    </message>
    <message>
        <source>User access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>User access token (OAuth 2.0)</source>
        <translation>Zugangstoken (OAuth 2.0)</translation>
    </message>
    <message>
        <source>X charges the owner of a developer app for everything read. Make an app of your own at console.x.com, and copy the user token that it shows for your account. Allybook keeps it in the keyring of this computer and sends it to nobody but X.</source>
        <translation>X berechnet alles Gelesene dem Konto, dem die Entwickler-App gehört. Unter console.x.com eine eigene App anlegen und das Zugangstoken kopieren, das dort für das eigene Konto steht. Allybook verwahrt es im Schlüsselbund dieses Computers und schickt es nur an X.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n allies</source>
        <translation>
            <numerusform>%n Verbündete(r)</numerusform>
            <numerusform>%n Verbündete</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag to %1</source>
        <translation>Neues Tag: %1</translation>
    </message>
    <message>
        <source>Category of %1</source>
        <translation>Kategorie: %1</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message>
        <source>For example housing; empty clears it</source>
        <translation>Zum Beispiel Wohnen; leer löscht sie</translation>
    </message>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund, wenn gewünscht</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>approving</source>
        <translation>Annahme von</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>Änderung an</translation>
    </message>
    <message>
        <source>declining</source>
        <translation>Ablehnung von</translation>
    </message>
    <message>
        <source>removing</source>
        <translation>Entfernung von</translation>
    </message>
    <message>
        <source>tagging</source>
        <translation>Tag für</translation>
    </message>
    <message>
        <source>the choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>the undo</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>untagging</source>
        <translation>Tag weniger für</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Ask first; publishing leaves them off the X List.</source>
        <translation>Erst fragen; beim Senden bleibt der Name weg von der X-Liste.</translation>
    </message>
    <message>
        <source>It was removed and is back.</source>
        <translation>War entfernt und ist wieder da.</translation>
    </message>
    <message>
        <source>Open on X</source>
        <translation>Auf X öffnen</translation>
    </message>
    <message>
        <source>Someone who did not know of the removal went on with it.</source>
        <translation>Jemand wusste nichts davon und hat weitergemacht.</translation>
    </message>
    <message>
        <source>The bio says “no lists”.</source>
        <translation>Im Profil steht „no lists“.</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was möglich ist</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>%1: %2 records read, %3 could not be used.</source>
        <translation>%1: %2 Einträge gelesen, %3 unbrauchbar.</translation>
    </message>
    <message>
        <source>Choose an archive or another file</source>
        <translation>Archiv oder andere Datei wählen</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation>Kategorie ändern</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Art ändern</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Folge-Abgleich</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation>Genannt von</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>%1 could not be used.</source>
        <translation>%1 unbrauchbar.</translation>
    </message>
    <message>
        <source>%1 records of %2 kept.</source>
        <translation>%1 Einträge von %2 gesichert.</translation>
    </message>
    <message>
        <source>%1 records so far</source>
        <translation>bisher %1 Einträge</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gesichert.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation>Protokoll sichern</translation>
    </message>
    <message>
        <source>The record is %1.</source>
        <translation>Das Protokoll liegt hier: %1.</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.md);;Table (*.csv)</source>
        <translation>Webseite (*.html);;Text (*.md);;Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Add a filter</source>
        <translation>Filter dazu</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht sichern</translation>
    </message>
    <message>
        <source>Show the filter as chips</source>
        <translation>Filter als Bausteine zeigen</translation>
    </message>
    <message>
        <source>Show the filter as text</source>
        <translation>Filter als Text zeigen</translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
</context>
<context>
    <name>FollowBackPage</name>
    <message>
        <source>Check</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Manners</source>
        <translation>Umgang</translation>
    </message>
    <message>
        <source>Many people only read. Nobody should be judged by numbers alone.</source>
        <translation>Viele lesen nur mit. Zahlen allein sagen wenig über Menschen.</translation>
    </message>
    <message>
        <source>Nobody fits all of that.</source>
        <translation>Niemand passt zu all dem.</translation>
    </message>
    <message>
        <source>Places of the follow-back tab</source>
        <translation>Orte des Folge-Abgleichs</translation>
    </message>
    <message>
        <source>Quiet: after %1 days</source>
        <translation>Still: nach %1 Tagen</translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation>Wer folgt zurück</translation>
    </message>
</context>
<context>
    <name>FollowBackTab</name>
    <message>
        <source>%1 accounts, as they were read: %2</source>
        <translation>%1 Konten, wie gelesen: %2</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu abgleichen</translation>
    </message>
    <message>
        <source>Checking who follows back</source>
        <translation>Abgleich läuft: wer folgt zurück</translation>
    </message>
    <message>
        <source>Choose your X archive</source>
        <translation>X-Archiv wählen</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Reading your archive</source>
        <translation>Archiv wird gelesen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What was read is kept; who was not read is unknown, which is not a no.</source>
        <translation>Gelesenes bleibt; wer fehlt, bleibt unklar, und das ist kein Nein.</translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation>Wer folgt zurück</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>Annehmen (A)</translation>
    </message>
    <message>
        <source>Decline, with a reason (D)</source>
        <translation>Ablehnen, mit Grund (D)</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Keep it, at the end of this list (L)</source>
        <translation>Behalten, am Ende dieser Liste (L)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>from %n chats</source>
        <translation>
            <numerusform>aus %n Chat</numerusform>
            <numerusform>aus %n Chats</numerusform>
        </translation>
    </message>
    <message>
        <source>from the #%1 chat of %2</source>
        <translation>aus dem Chat #%1 vom %2</translation>
    </message>
    <message>
        <source>from the #%1 chats of %2 to %3</source>
        <translation>aus den Chats #%1 vom %2 bis %3</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Allybook made a mistake and stopped this job; try it again. Nothing is lost, and the log says what happened.</source>
        <translation>Allybook hat einen Fehler gemacht und diese Arbeit angehalten; bitte noch einmal versuchen. Nichts ist verloren, und das Protokoll sagt, was geschah.</translation>
    </message>
    <message>
        <source>Stopped before it began; nothing was changed.</source>
        <translation>Vor dem Start angehalten; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>NameColumn</name>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>A book holds the allies of one group. It stays on this computer.</source>
        <translation>Ein Buch enthält die Verbündeten einer Gruppe. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Name of the book</source>
        <translation>Name des Buchs</translation>
    </message>
    <message>
        <source>Name, for example County outreach</source>
        <translation>Name, zum Beispiel Kreis-Netzwerk</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Neues Buch</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>There is a book of this name already.</source>
        <translation>Ein Buch mit diesem Namen gibt es schon.</translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Show everyone</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>NominationsPane</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nobody shared an organisation, a person or a hashtag here.</source>
        <translation>Hier hat niemand eine Organisation, eine Person oder einen Hashtag genannt.</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Organisations, people and hashtags that people share in a chat.</source>
        <translation>Organisationen, Personen und Hashtags, die in einem Chat genannt werden.</translation>
    </message>
    <message>
        <source>Propose all of them for your book; nothing goes to X</source>
        <translation>Alle für das Buch vorschlagen; nichts geht an X</translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation>In den Eingang</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>post</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>repost apart</source>
        <translation>Repost extra</translation>
    </message>
    <message>
        <source>reposts apart</source>
        <translation>Reposts extra</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Close this note</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>OptOut</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und noch %n</numerusform>
            <numerusform>%1 und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Do this when they asked not to be listed. This cannot be undone, here or by anyone who shares the book: they are never listed again, and the next publishing takes them off the X List.</source>
        <translation>Nur auf Wunsch der Genannten. Das lässt sich nicht rückgängig machen, weder hier noch von anderen, die das Buch teilen: Sie kommen auf keine Liste mehr, und das nächste Senden nimmt sie von der X-Liste.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Opt %1 allies out for ever?</source>
        <translation>%1 Verbündete austragen?</translation>
    </message>
    <message>
        <source>Opt %1 out for ever?</source>
        <translation>%1 austragen?</translation>
    </message>
    <message>
        <source>Opt out for ever</source>
        <translation>Für immer austragen</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>A note for everyone who has this book</source>
        <translation>Eine Notiz für alle, die dieses Buch haben</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
</context>
<context>
    <name>PostDetails</name>
    <message>
        <source>Add the author to the book</source>
        <translation>Konto ins Buch aufnehmen</translation>
    </message>
    <message>
        <source>Choose a post to read it here.</source>
        <translation>Einen Beitrag wählen, um ihn hier zu lesen.</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>Noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>Open on X, free</source>
        <translation>Auf X öffnen, gratis</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reposts</source>
        <translation>Reposts</translation>
    </message>
    <message>
        <source>Why it is where it is</source>
        <translation>Warum er hier steht</translation>
    </message>
    <message>
        <source>ally</source>
        <translation>verbündet</translation>
    </message>
    <message>
        <source>not an ally</source>
        <translation>nicht verbündet</translation>
    </message>
</context>
<context>
    <name>PriceButton</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 over budget</source>
        <translation>%1, %2 zu viel</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1, gratis</translation>
    </message>
    <message>
        <source>%1, free until %3</source>
        <translation>%1, gratis bis %3</translation>
    </message>
    <message>
        <source>%1, when online</source>
        <translation>%1, sobald online</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>Publisher</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Auf der Liste: %1</translation>
    </message>
    <message>
        <source>Nobody is to be added or taken off.</source>
        <translation>Niemand kommt dazu oder geht weg.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Publishing to the X List</source>
        <translation>Senden an die X-Liste</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Noch %n zeigen</numerusform>
            <numerusform>Noch %n zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The X List is up to date</source>
        <translation>Die X-Liste ist aktuell</translation>
    </message>
    <message>
        <source>Took off %1</source>
        <translation>Von der Liste: %1</translation>
    </message>
    <message>
        <source>X did not take %1</source>
        <translation>X nahm %1 nicht</translation>
    </message>
</context>
<context>
    <name>QuestionsList</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>%1 spent, %2 of %3 after this</source>
        <translation>%1 ausgegeben, danach %2 von %3</translation>
    </message>
    <message>
        <source>%1 to add</source>
        <translation>%1 kommen dazu</translation>
    </message>
    <message>
        <source>%1 to remove</source>
        <translation>%1 gehen weg</translation>
    </message>
    <message>
        <source>Close, spend nothing</source>
        <translation>Schließen, nichts ausgeben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Raise the budget</source>
        <translation>Budget erhöhen</translation>
    </message>
    <message>
        <source>This would pass your budget by %1.</source>
        <translation>Das überzieht das Budget um %1.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close, change nothing</source>
        <translation>Schließen, nichts ändern</translation>
    </message>
</context>
<context>
    <name>Sifter</name>
    <message>
        <source>Find an account</source>
        <translation>Konto suchen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>%1 waiting to be sent</source>
        <translation>%1 im Postausgang</translation>
    </message>
    <message>
        <source>No X account yet</source>
        <translation>Noch kein X-Konto</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Postausgang leer</translation>
    </message>
    <message>
        <source>Spent in %1: %2 of %3</source>
        <translation>Ausgaben %1: %2 von %3</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1 kept, %2 quiet</source>
        <translation>%1 behalten, %2 still</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Days, quiet posts</source>
        <translation>Tage, stille Beiträge</translation>
    </message>
    <message>
        <source>Show quiet posts</source>
        <translation>Stille Beiträge zeigen</translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation>behalten %1</translation>
    </message>
    <message>
        <source>quiet %1</source>
        <translation>still %1</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
</context>
<context>
    <name>TagPill</name>
    <message>
        <source>Delete drops it</source>
        <translation>Entf nimmt es weg</translation>
    </message>
    <message>
        <source>Show everyone tagged %1</source>
        <translation>Alle mit Tag %1 zeigen</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Add a tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Forget this view</source>
        <translation>Ansicht vergessen</translation>
    </message>
    <message>
        <source>Places of the timeline</source>
        <translation>Orte der Timeline</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>%1 posts kept, %2 waiting in the quiet folder</source>
        <translation>%1 Beiträge behalten, %2 warten im Stillen Ordner</translation>
    </message>
    <message>
        <source>Looking up names</source>
        <translation>Namen werden nachgesehen</translation>
    </message>
    <message>
        <source>Name this view</source>
        <translation>Ansicht benennen</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message>
        <source>Reading the home timeline</source>
        <translation>Die Startseite wird gelesen</translation>
    </message>
    <message>
        <source>X charged nothing for that.</source>
        <translation>X hat dafür nichts berechnet.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A colleague sent a list?</source>
        <translation>Eine Liste bekommen?</translation>
    </message>
    <message>
        <source>A make-believe X with %1 accounts and a %2 chat. Press every button; nobody will see it.</source>
        <translation>Ein erfundenes X mit %1 Konten und einem Chat %2. Jeder Knopf darf gedrückt werden; niemand sieht es.</translation>
    </message>
    <message>
        <source>About 10 minutes, once</source>
        <translation>Etwa 10 Minuten, einmalig</translation>
    </message>
    <message>
        <source>Allybook gathers your allies, quiets the noise and tells who follows back. Pick a door; the others stay open.</source>
        <translation>Allybook sammelt Verbündete, dämpft das Rauschen und sagt, wer zurückfolgt. Eine Tür wählen; die anderen bleiben offen.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Connect my X account</source>
        <translation>Mein X-Konto verbinden</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Free, X charges nothing</source>
        <translation>Gratis, X berechnet nichts</translation>
    </message>
    <message>
        <source>Free, nothing is ever charged</source>
        <translation>Gratis, es kostet nie etwas</translation>
    </message>
    <message>
        <source>Fresh posts, follow-back checks and a published list, straight from X.</source>
        <translation>Frische Beiträge, Folge-Abgleich und eine Liste auf X, direkt von X.</translation>
    </message>
    <message>
        <source>Good first step</source>
        <translation>Guter Anfang</translation>
    </message>
    <message>
        <source>How to ask for it</source>
        <translation>So wird es angefordert</translation>
    </message>
    <message>
        <source>My X archive</source>
        <translation>Mein X-Archiv</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Ready at once</source>
        <translation>Sofort bereit</translation>
    </message>
    <message>
        <source>Start practising</source>
        <translation>Jetzt üben</translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation>Bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>The file that X makes for you: whom you follow, who follows you, your posts and lists.</source>
        <translation>Die Datei, die X für jedes Konto erstellt: wem es folgt, wer ihm folgt, seine Beiträge und Listen.</translation>
    </message>
    <message>
        <source>Where would you like to start?</source>
        <translation>Womit wollen wir beginnen?</translation>
    </message>
    <message>
        <source>Works with no internet</source>
        <translation>Geht ohne Internet</translation>
    </message>
    <message>
        <source>X charges</source>
        <translation>Kostenpflichtig</translation>
    </message>
    <message>
        <source>X charges, about %1 a post read</source>
        <translation>X berechnet etwa %1 je Beitrag</translation>
    </message>
    <message>
        <source>X takes about a day to make it</source>
        <translation>X braucht dafür etwa einen Tag</translation>
    </message>
    <message>
        <source>You see each price first, and set a limit</source>
        <translation>Jeder Preis vorher, mit Obergrenze</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Allies</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Folge-Abgleich</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Other ways to start…</source>
        <translation>Anders beginnen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Add allies</source>
        <translation>Aufnehmen</translation>
    </message>
</context>
<context>
    <name>_Report</name>
    <message>
        <source>%1 already there</source>
        <translation>%1 schon da</translation>
    </message>
    <message>
        <source>%1 declined before</source>
        <translation>%1 früher abgelehnt</translation>
    </message>
    <message>
        <source>%1 known, now approved</source>
        <translation>%1 bekannt, jetzt dabei</translation>
    </message>
    <message>
        <source>%1 never listed again</source>
        <translation>%1 ausgestiegen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation>%1 nicht verstanden</translation>
    </message>
    <message>
        <source>Nothing is added before you have seen here what was understood.</source>
        <translation>Nichts kommt dazu, bevor hier steht, was verstanden wurde.</translation>
    </message>
</context>
<context>
    <name>allies</name>
    <message>
        <source>#%1 on %2: people named %3 organisations and hashtags</source>
        <translation>#%1 am %2: %3 Organisationen und Hashtags genannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name and why it is left off</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 accounts to find at %2</source>
        <translation>%1 Konten zu suchen, je %2</translation>
    </message>
    <message>
        <source>%1 adds at %2</source>
        <translation>%1 dazu, je %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a list of answers</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 as quoted</source>
        <translation>%1 wie veranschlagt</translation>
    </message>
    <message>
        <source>%1 asks for no lists and was left off.</source>
        <translation>%1 möchte auf keine Liste und blieb weg.</translation>
    </message>
    <message>
        <source>%1 blocks you and was not added.</source>
        <translation>%1 blockiert uns und kam nicht dazu.</translation>
    </message>
    <message>
        <source>%1 did not fit: a list holds 5,000.</source>
        <translation>%1 passte nicht: Eine Liste fasst 5.000.</translation>
    </message>
    <message>
        <source>%1 has left X.</source>
        <translation>%1 ist nicht mehr bei X.</translation>
    </message>
    <message>
        <source>%1 in #%2</source>
        <comment>who nominated, in which chat</comment>
        <translation>%1 in #%2</translation>
    </message>
    <message>
        <source>%1 is private and was not added.</source>
        <translation>%1 ist privat und kam nicht dazu.</translation>
    </message>
    <message>
        <source>%1 is suspended by X.</source>
        <translation>%1 ist von X gesperrt.</translation>
    </message>
    <message>
        <source>%1 of %2 are on the list</source>
        <translation>%1 von %2 sind auf der Liste</translation>
    </message>
    <message>
        <source>%1 of %2 were taken off</source>
        <translation>%1 von %2 sind von der Liste</translation>
    </message>
    <message>
        <source>%1 of the %2 quoted</source>
        <translation>%1 von veranschlagten %2</translation>
    </message>
    <message>
        <source>%1 opted out and was left off.</source>
        <translation>%1 ist ausgestiegen und blieb weg.</translation>
    </message>
    <message>
        <source>%1 removes at %2</source>
        <translation>%1 weg, je %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, one change every %n seconds</source>
        <translation>
            <numerusform>%1, jede Sekunde eine Änderung (%n s)</numerusform>
            <numerusform>%1, alle %n Sekunden eine Änderung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, seen %2</source>
        <comment>follow-back answer and day</comment>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait in the outbox.</source>
        <translation>
            <numerusform>%n Änderung wartet im Postausgang.</numerusform>
            <numerusform>%n Änderungen warten im Postausgang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n Fassung</numerusform>
            <numerusform>%n Fassungen</numerusform>
        </translation>
    </message>
    <message>
        <source>, an undo</source>
        <translation>, rückgängig gemacht</translation>
    </message>
    <message>
        <source>, named by %1</source>
        <translation>, genannt von %1</translation>
    </message>
    <message>
        <source>1 change waits in the outbox.</source>
        <translation>1 Änderung wartet im Postausgang.</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 Mitglied</translation>
    </message>
    <message>
        <source>@names, links, a spreadsheet column: any text will do</source>
        <translation>@Namen, Links, eine Tabellenspalte: Jeder Text ist recht</translation>
    </message>
    <message>
        <source>A new private list</source>
        <translation>Eine neue private Liste</translation>
    </message>
    <message>
        <source>A new private list “%1” is made on X with %2 from this book.</source>
        <translation>Auf X entsteht die neue private Liste „%1“: %2 aus diesem Buch.</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Neues Tag…</translation>
    </message>
    <message>
        <source>Ally</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>Allybook put it on the X List</source>
        <translation>Von Allybook auf die X-Liste gesetzt</translation>
    </message>
    <message>
        <source>Allybook took it off the X List</source>
        <translation>Von Allybook von der X-Liste genommen</translation>
    </message>
    <message>
        <source>An ally is an organisation, a person or a hashtag. Bring the first ones in; every change can be undone.</source>
        <translation>Verbündete sind Organisationen, Personen oder Hashtags. Die ersten können herein; jede Änderung lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve nominations, or add allies by hand.</source>
        <translation>Vorschläge annehmen oder Verbündete von Hand hinzufügen.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Dabei</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>CSV, text with handles, or your X archive</source>
        <translation>CSV, Text mit @Namen oder das X-Archiv</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>In this book</source>
        <translation>In diesem Buch</translation>
    </message>
    <message>
        <source>It was not on the X List any more</source>
        <translation>War nicht mehr auf der X-Liste</translation>
    </message>
    <message>
        <source>It was on the X List already</source>
        <translation>War schon auf der X-Liste</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Left off the X List: it asks for no lists</source>
        <translation>Bleibt weg von der X-Liste: möchte auf keine Liste</translation>
    </message>
    <message>
        <source>Left off the X List: it opted out</source>
        <translation>Bleibt weg von der X-Liste: Ausstieg</translation>
    </message>
    <message>
        <source>Left off: %1.</source>
        <translation>Bleiben weg: %1.</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Neues Buch</translation>
    </message>
    <message>
        <source>Nobody fits “%1”</source>
        <translation>Niemand passt zu „%1“</translation>
    </message>
    <message>
        <source>Nobody is approved yet</source>
        <translation>Noch niemand ist dabei</translation>
    </message>
    <message>
        <source>Nobody is on the X List yet</source>
        <translation>Noch niemand auf der X-Liste</translation>
    </message>
    <message>
        <source>Nobody opted out</source>
        <translation>Niemand ist ausgestiegen</translation>
    </message>
    <message>
        <source>Nobody waits for a decision</source>
        <translation>Niemand wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>Nobody was declined</source>
        <translation>Niemand wurde abgelehnt</translation>
    </message>
    <message>
        <source>Nobody was removed</source>
        <translation>Niemand wurde entfernt</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Not put on the X List: it blocks you</source>
        <translation>Nicht auf der X-Liste: Das Konto blockiert uns</translation>
    </message>
    <message>
        <source>Not put on the X List: suspended by X</source>
        <translation>Nicht auf der X-Liste: von X gesperrt</translation>
    </message>
    <message>
        <source>Not put on the X List: the account is gone</source>
        <translation>Nicht auf der X-Liste: Das Konto ist weg</translation>
    </message>
    <message>
        <source>Not put on the X List: the account is private</source>
        <translation>Nicht auf der X-Liste: Das Konto ist privat</translation>
    </message>
    <message>
        <source>Not put on the X List: the list is full</source>
        <translation>Nicht auf der X-Liste: Die Liste ist voll</translation>
    </message>
    <message>
        <source>Nothing was written twice</source>
        <translation>Nichts steht doppelt da</translation>
    </message>
    <message>
        <source>On the X List</source>
        <translation>Auf der X-Liste</translation>
    </message>
    <message>
        <source>On the X List since %1</source>
        <translation>Auf der X-Liste seit %1</translation>
    </message>
    <message>
        <source>On the X List, seen %1</source>
        <translation>Auf der X-Liste, Stand %1</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open on X</source>
        <translation>Auf X öffnen</translation>
    </message>
    <message>
        <source>Opt out for ever…</source>
        <translation>Für immer austragen…</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>Opted out, for ever</source>
        <translation>Ausstieg, für immer</translation>
    </message>
    <message>
        <source>Or drop a file anywhere on this page</source>
        <translation>Oder eine Datei auf diese Seite ziehen</translation>
    </message>
    <message>
        <source>Paste handles</source>
        <translation>@Namen einfügen</translation>
    </message>
    <message>
        <source>People name organisations and hashtags in a hashtag chat</source>
        <translation>In einem Hashtag-Chat nennen Menschen Organisationen und Hashtags</translation>
    </message>
    <message>
        <source>People named in a chat come here first; you approve or decline.</source>
        <translation>Wer in einem Chat genannt wird, kommt zuerst hierher: annehmen oder ablehnen.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Publish %1 allies to the X List</source>
        <translation>%1 Verbündete an die X-Liste senden</translation>
    </message>
    <message>
        <source>Publish %1 to the X List</source>
        <translation>%1 an die X-Liste senden</translation>
    </message>
    <message>
        <source>Publish 1 ally to the X List</source>
        <translation>1 Verbündete(n) an die X-Liste senden</translation>
    </message>
    <message>
        <source>Publishing puts approved allies on a private list on X.</source>
        <translation>Beim Senden kommen angenommene Verbündete auf eine private X-Liste.</translation>
    </message>
    <message>
        <source>Remove from the book</source>
        <translation>Aus dem Buch entfernen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Set the category…</source>
        <translation>Kategorie setzen…</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Take %1 off the X List</source>
        <translation>%1 von der X-Liste nehmen</translation>
    </message>
    <message>
        <source>Take them from a chat</source>
        <translation>Aus einem Chat nehmen</translation>
    </message>
    <message>
        <source>The %4 list “%1” on X will match this book. It has %3 now and %2 afterwards.</source>
        <translation>Die X-Liste „%1“ (%4) wird wie dieses Buch. Sie hat jetzt %3 und danach %2.</translation>
    </message>
    <message>
        <source>The list was up to date</source>
        <translation>Die Liste war aktuell</translation>
    </message>
    <message>
        <source>This needs an X account.</source>
        <translation>Das braucht ein X-Konto.</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Zwei Fassungen</translation>
    </message>
    <message>
        <source>Waits for the X List</source>
        <translation>Wartet auf die X-Liste</translation>
    </message>
    <message>
        <source>Where two people wrote different things, both are kept here.</source>
        <translation>Haben zwei Verschiedenes geschrieben, bleibt hier beides.</translation>
    </message>
    <message>
        <source>Who asks not to be listed is kept here, and never listed again.</source>
        <translation>Wer nicht gelistet werden möchte, bleibt hier und kommt auf keine Liste mehr.</translation>
    </message>
    <message>
        <source>Who can your group count on?</source>
        <translation>Auf wen kann die Gruppe zählen?</translation>
    </message>
    <message>
        <source>Who is declined stays here with the reason, and can come back.</source>
        <translation>Abgelehnte bleiben hier mit dem Grund und können zurückkommen.</translation>
    </message>
    <message>
        <source>Who is removed stays here with the history, and can come back.</source>
        <translation>Entfernte bleiben hier mit dem Verlauf und können zurückkommen.</translation>
    </message>
    <message>
        <source>Words are looked for in names, handles, categories and tags.</source>
        <translation>Gesucht wird in Namen, @Namen, Kategorien und Tags.</translation>
    </message>
    <message>
        <source>X did not do this change to the X List</source>
        <translation>X hat diese Änderung der X-Liste nicht gemacht</translation>
    </message>
    <message>
        <source>X has no account %1.</source>
        <translation>X kennt kein Konto %1.</translation>
    </message>
    <message>
        <source>X locks accounts for a day when a list grows fast. You can keep working or close Allybook: what is left goes on next time. It stops at the first refusal and says for each ally what happened.</source>
        <translation>X sperrt Konten für einen Tag, wenn eine Liste schnell wächst. Weiterarbeiten oder Allybook schließen geht trotzdem: Der Rest folgt beim nächsten Mal. Bei der ersten Ablehnung ist Schluss, und zu jedem Namen steht da, was geschah.</translation>
    </message>
    <message>
        <source>X refused %1.</source>
        <translation>X hat %1 abgelehnt.</translation>
    </message>
    <message>
        <source>X takes no more changes today.</source>
        <translation>X nimmt heute nichts mehr an.</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>added the hashtag %new</source>
        <translation>ergänzte den Hashtag %new</translation>
    </message>
    <message>
        <source>added the tag %new</source>
        <translation>ergänzte das Tag %new</translation>
    </message>
    <message>
        <source>added the tags %new</source>
        <translation>ergänzte die Tags %new</translation>
    </message>
    <message>
        <source>approved it</source>
        <translation>nahm an</translation>
    </message>
    <message>
        <source>asks for no lists</source>
        <translation>möchte auf keine Liste</translation>
    </message>
    <message>
        <source>because: %new</source>
        <translation>Grund: %new</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>changed the %field from %old to %new</source>
        <translation>änderte %field von %old auf %new</translation>
    </message>
    <message>
        <source>cleared the %field, which was %old</source>
        <translation>leerte %field, vorher %old</translation>
    </message>
    <message>
        <source>declined it</source>
        <translation>lehnte ab</translation>
    </message>
    <message>
        <source>dropped the hashtag %old</source>
        <translation>strich den Hashtag %old</translation>
    </message>
    <message>
        <source>dropped the tag %old</source>
        <translation>strich das Tag %old</translation>
    </message>
    <message>
        <source>dropped the tags %old</source>
        <translation>strich die Tags %old</translation>
    </message>
    <message>
        <source>erased what the book had about it</source>
        <translation>löschte alles, was im Buch stand</translation>
    </message>
    <message>
        <source>found its account on X</source>
        <translation>fand das Konto auf X</translation>
    </message>
    <message>
        <source>handle</source>
        <translation>@Name</translation>
    </message>
    <message>
        <source>has left X</source>
        <translation>nicht mehr bei X</translation>
    </message>
    <message>
        <source>kept that %1 named it</source>
        <translation>hielt fest: genannt von %1</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>last post %1</source>
        <translation>letzter Beitrag: %1</translation>
    </message>
    <message>
        <source>nominated it</source>
        <translation>schlug vor</translation>
    </message>
    <message>
        <source>noted: “%new”</source>
        <translation>notierte: „%new“</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>refused by X before</source>
        <translation>von X schon abgelehnt</translation>
    </message>
    <message>
        <source>removed it</source>
        <translation>entfernte</translation>
    </message>
    <message>
        <source>set the %field to %new</source>
        <translation>setzte %field auf %new</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>suspended by X</source>
        <translation>von X gesperrt</translation>
    </message>
    <message>
        <source>the list is full</source>
        <translation>die Liste ist voll</translation>
    </message>
    <message>
        <source>to be found first</source>
        <translation>wird erst gesucht</translation>
    </message>
    <message>
        <source>took back the note “%old”</source>
        <translation>nahm die Notiz „%old“ zurück</translation>
    </message>
    <message>
        <source>took back who named it</source>
        <translation>nahm zurück, wer es genannt hat</translation>
    </message>
    <message>
        <source>without the reason %old</source>
        <translation>ohne den Grund %old</translation>
    </message>
    <message>
        <source>wrote down that it opted out</source>
        <translation>hielt den Ausstieg fest</translation>
    </message>
</context>
<context>
    <name>bridge</name>
    <message>
        <source>Follow us %1</source>
        <translation>Uns folgen %1</translation>
    </message>
    <message>
        <source>We follow %1</source>
        <translation>Wir folgen %1</translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation>Wer folgt zurück</translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>%1, asked %2</source>
        <translation>%1, gefragt um %2</translation>
    </message>
    <message numerus="yes">
        <source>%n named</source>
        <translation>
            <numerusform>%n genannt</numerusform>
            <numerusform>%n genannt</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>chats</name>
    <message>
        <source>%1 repost apart</source>
        <translation>+%1 Repost</translation>
    </message>
    <message>
        <source>%1 reposts apart</source>
        <translation>+%1 Reposts</translation>
    </message>
    <message>
        <source>A%1, also in %2</source>
        <translation>A%1, auch in %2</translation>
    </message>
    <message>
        <source>Account that is gone</source>
        <translation>Gelöschtes Konto</translation>
    </message>
    <message>
        <source>After the chat</source>
        <translation>Nach dem Chat</translation>
    </message>
    <message>
        <source>All posts</source>
        <translation>Alle Beiträge</translation>
    </message>
    <message>
        <source>Before the chat</source>
        <translation>Vor dem Chat</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Introductions</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>Noch ohne Namen</translation>
    </message>
    <message>
        <source>Read another hashtag</source>
        <translation>Anderen Hashtag lesen</translation>
    </message>
    <message>
        <source>Suspended account</source>
        <translation>Gesperrtes Konto</translation>
    </message>
    <message>
        <source>already in the inbox</source>
        <translation>schon im Eingang</translation>
    </message>
    <message>
        <source>already in your book</source>
        <translation>schon im Buch</translation>
    </message>
    <message>
        <source>answers Q%1 by quoting</source>
        <translation>zitiert Q%1</translation>
    </message>
    <message>
        <source>answers Q%1 by reply</source>
        <translation>antwortet auf Q%1</translation>
    </message>
    <message>
        <source>asked not to be listed</source>
        <translation>möchte nicht gelistet werden</translation>
    </message>
    <message>
        <source>declined in your book</source>
        <translation>im Buch abgelehnt</translation>
    </message>
    <message>
        <source>no longer on X</source>
        <translation>nicht mehr bei X</translation>
    </message>
    <message>
        <source>outside the questions</source>
        <translation>neben den Fragen</translation>
    </message>
    <message>
        <source>says “no lists”: ask first</source>
        <translation>schreibt „no lists“: erst fragen</translation>
    </message>
    <message>
        <source>suspended by X</source>
        <translation>von X gesperrt</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Bekannt aus</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>known from %1</source>
        <translation>bekannt aus: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>followback</name>
    <message>
        <source>%1 accounts that we follow</source>
        <translation>Wir folgen %1 Konten</translation>
    </message>
    <message>
        <source>%1 allies with accounts</source>
        <translation>%1 Verbündete mit Konto</translation>
    </message>
    <message>
        <source>%1 answers not complete</source>
        <translation>%1 Antworten unvollständig</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 Follower</translation>
    </message>
    <message>
        <source>%1, archive</source>
        <translation>%1, Archiv</translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation>%1, vollständig</translation>
    </message>
    <message>
        <source>%1, half read</source>
        <translation>%1, halb gelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, cut short</source>
        <translation>%1: %2, abgebrochen</translation>
    </message>
    <message>
        <source>1 account that we follow</source>
        <translation>Wir folgen 1 Konto</translation>
    </message>
    <message>
        <source>1 ally with an account</source>
        <translation>1 Verbündete(r) mit Konto</translation>
    </message>
    <message>
        <source>1 answer not complete</source>
        <translation>1 Antwort unvollständig</translation>
    </message>
    <message>
        <source>1 follower</source>
        <translation>1 Follower</translation>
    </message>
    <message>
        <source>A check reads whom you follow and who follows you. It changes nothing on X, and nobody is told.</source>
        <translation>Ein Abgleich liest, wem wir folgen und wer uns folgt. Er ändert nichts auf X, und niemand erfährt davon.</translation>
    </message>
    <message>
        <source>Everyone we follow</source>
        <translation>Wem wir folgen</translation>
    </message>
    <message>
        <source>Gone: this account is no longer on X.</source>
        <translation>Weg: Dieses Konto ist nicht mehr bei X.</translation>
    </message>
    <message>
        <source>Import your X archive, free</source>
        <translation>X-Archiv einlesen, gratis</translation>
    </message>
    <message>
        <source>It holds both sides; nothing leaves this computer</source>
        <translation>Es enthält beide Seiten; nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Neither of you follows the other.</source>
        <translation>Keine Seite folgt der anderen.</translation>
    </message>
    <message>
        <source>Nobody in this book is approved and has an account that Allybook knows by its number.</source>
        <translation>In diesem Buch ist niemand angenommen, dessen Kontonummer Allybook kennt.</translation>
    </message>
    <message>
        <source>On the practice network a check costs nothing</source>
        <translation>Im Übungsnetz kostet ein Abgleich nichts</translation>
    </message>
    <message>
        <source>Our followers</source>
        <translation>Wer uns folgt</translation>
    </message>
    <message>
        <source>Practise, or connect an account</source>
        <translation>Üben oder ein Konto verbinden</translation>
    </message>
    <message>
        <source>Private: only followers whom they let in see their posts.</source>
        <translation>Privat: Nur zugelassene Follower sehen die Beiträge.</translation>
    </message>
    <message>
        <source>Quiet: no post for %1 days.</source>
        <translation>Still: seit %1 Tagen kein Beitrag.</translation>
    </message>
    <message>
        <source>Quiet: no post for half a year or more.</source>
        <translation>Still: seit mindestens einem halben Jahr kein Beitrag.</translation>
    </message>
    <message>
        <source>Renamed: the book knows them as @%1.</source>
        <translation>Umbenannt: Im Buch steht @%1.</translation>
    </message>
    <message>
        <source>See everyone we follow</source>
        <translation>Alle zeigen, denen wir folgen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Suspended: X hides this account for now.</source>
        <translation>Gesperrt: X verbirgt dieses Konto zurzeit.</translation>
    </message>
    <message>
        <source>They follow you, you do not follow them.</source>
        <translation>Das Konto folgt uns, wir folgen ihm nicht.</translation>
    </message>
    <message>
        <source>Unknown: X does not show whom this account follows, so this is not a no.</source>
        <translation>Unklar: X zeigt nicht, wem dieses Konto folgt. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: nobody has looked yet, so this is not a no.</source>
        <translation>Unklar: Noch niemand hat nachgesehen. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: the reading was cut short, so this is not a no.</source>
        <translation>Unklar: Das Lesen brach ab. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Who follows back?</source>
        <translation>Wer folgt zurück?</translation>
    </message>
    <message>
        <source>Whom could we check?</source>
        <translation>Wen könnten wir abgleichen?</translation>
    </message>
    <message>
        <source>Whom to check</source>
        <translation>Wen abgleichen</translation>
    </message>
    <message>
        <source>Whom you follow, and who of them follows you</source>
        <translation>Wem wir folgen, und wer davon zurückfolgt</translation>
    </message>
    <message>
        <source>You follow each other.</source>
        <translation>Wir folgen einander.</translation>
    </message>
    <message>
        <source>You follow them, they do not follow you.</source>
        <translation>Wir folgen, das Konto folgt uns nicht.</translation>
    </message>
    <message>
        <source>all answers complete on %1</source>
        <translation>alle Antworten vollständig am %1</translation>
    </message>
    <message>
        <source>all answers complete, the oldest from %1</source>
        <translation>alle Antworten vollständig, die älteste vom %1</translation>
    </message>
    <message>
        <source>follower pages</source>
        <translation>Follower-Seiten</translation>
    </message>
    <message>
        <source>look-up</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>your archive</source>
        <translation>X-Archiv</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Add the author of a post to the book</source>
        <translation>Wer den Beitrag schrieb, ins Buch aufnehmen</translation>
    </message>
    <message>
        <source>Approve a nomination</source>
        <translation>Einen Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Capture a chat under Chats, send its nominations to the inbox, approve allies under Allies, and read only them in the Timeline. Every button that spends says its price.</source>
        <translation>Unter Chats einen Chat festhalten, seine Vorschläge in den Eingang legen, unter Verbündete annehmen und in der Timeline nur noch diese lesen. Jede Schaltfläche, die Geld ausgibt, nennt ihren Preis.</translation>
    </message>
    <message>
        <source>Decline a nomination</source>
        <translation>Einen Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Go to a tab</source>
        <translation>Zu einem Reiter gehen</translation>
    </message>
    <message>
        <source>How Allybook works</source>
        <translation>So geht Allybook</translation>
    </message>
    <message>
        <source>Next and previous post</source>
        <translation>Nächster und voriger Beitrag</translation>
    </message>
    <message>
        <source>Open a post on X</source>
        <translation>Einen Beitrag auf X öffnen</translation>
    </message>
    <message>
        <source>Paste handles as allies</source>
        <translation>Namen als Verbündete einfügen</translation>
    </message>
    <message>
        <source>Show new posts</source>
        <translation>Neue Beiträge zeigen</translation>
    </message>
    <message>
        <source>Take back the last change of a book</source>
        <translation>Die letzte Änderung im Buch zurücknehmen</translation>
    </message>
    <message>
        <source>Type a filter</source>
        <translation>Einen Filter schreiben</translation>
    </message>
</context>
<context>
    <name>histogram</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n behalten</numerusform>
            <numerusform>%n behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation>
            <numerusform>%n still</numerusform>
            <numerusform>%n still</numerusform>
        </translation>
    </message>
    <message>
        <source>Posts per day</source>
        <translation>Beiträge pro Tag</translation>
    </message>
</context>
<context>
    <name>nominations</name>
    <message>
        <source>%1 in %2:</source>
        <translation>%1 in %2:</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>posts</name>
    <message>
        <source>Ally</source>
        <translation>Verbündet</translation>
    </message>
    <message>
        <source>This post is no longer kept here.</source>
        <translation>Dieser Beitrag wird hier nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>ally</source>
        <translation>verbündet</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden:</source>
        <translation>versteckt:</translation>
    </message>
    <message>
        <source>kept:</source>
        <translation>behalten:</translation>
    </message>
    <message>
        <source>not an ally</source>
        <translation>nicht verbündet</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Noise %1, %2</source>
        <translation>Rauschen %1, %2</translation>
    </message>
    <message>
        <source>quiet above %1</source>
        <translation>still über %1</translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>Approved</source>
        <translation>Dabei</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Fan</source>
        <translation>Folgt uns</translation>
    </message>
    <message>
        <source>Idol</source>
        <translation>Wir folgen</translation>
    </message>
    <message>
        <source>Mutual</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Nominated</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>On the list</source>
        <translation>Auf Liste</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Stranger</source>
        <translation>Fremd</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>weg seit %1</translation>
    </message>
    <message numerus="yes">
        <source>grace, %n days</source>
        <translation>
            <numerusform>Schonfrist, %n Tag</numerusform>
            <numerusform>Schonfrist, %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>grace, 1 day</source>
        <translation>Schonfrist, 1 Tag</translation>
    </message>
    <message>
        <source>hashtag</source>
        <translation>Hashtag</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>still</translation>
    </message>
    <message numerus="yes">
        <source>quiet %n days</source>
        <translation>
            <numerusform>still seit %n Tag</numerusform>
            <numerusform>still seit %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>says “no lists”: ask first</source>
        <translation>schreibt „no lists“: erst fragen</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>was @%1</source>
        <translation>einst @%1</translation>
    </message>
</context>
<context>
    <name>spending</name>
    <message>
        <source>Spent this month</source>
        <translation>In diesem Monat ausgegeben</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>X charges for each post and account read, once per day (UTC). A job stops before the request that could pass your budget of %1 a month.</source>
        <translation>X berechnet jeden gelesenen Beitrag und jedes Konto, einmal am Tag (UTC). Eine Aufgabe hält vor der Anfrage an, die das Budget von %1 im Monat überschreiten könnte.</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Capture a hashtag chat</source>
        <translation>Hashtag-Chat abrufen</translation>
    </message>
    <message>
        <source>Everything that was said under one hashtag this week</source>
        <translation>Alles, was diese Woche unter einem Hashtag stand</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Quiet folder</source>
        <translation>Stiller Ordner</translation>
    </message>
    <message>
        <source>Read your home timeline, %1</source>
        <translation>Eigene Timeline lesen, %1</translation>
    </message>
    <message>
        <source>Save the filter as a view</source>
        <translation>Filter als Ansicht sichern</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>The newest posts from X, at most for this price</source>
        <translation>Die neuesten Beiträge von X, höchstens zu diesem Preis</translation>
    </message>
    <message>
        <source>The noise stays out, and each post says why it is here.</source>
        <translation>Das Rauschen bleibt draußen, und jeder Beitrag sagt, warum er hier ist.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>What are your allies saying?</source>
        <translation>Was sagen die Verbündeten?</translation>
    </message>
    <message>
        <source>Your X archive, twarc or a table: free, and offline</source>
        <translation>X-Archiv, twarc oder eine Tabelle: gratis und offline</translation>
    </message>
</context>
<context>
    <name>trend</name>
    <message numerus="yes">
        <source>from %1 to %2, in %n readings</source>
        <translation>
            <numerusform>von %1 bis %2, %n Mal gelesen</numerusform>
            <numerusform>von %1 bis %2, %n Mal gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Allies</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>$%1</source>
        <comment>a sum in US dollars</comment>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 Beitrag</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>pattern: month and day</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>pattern: day, month and year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>pattern: month and year</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>about %n days</source>
        <translation>
            <numerusform>etwa %n Tag</numerusform>
            <numerusform>etwa %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <translation>
            <numerusform>etwa %n Stunde</numerusform>
            <numerusform>etwa %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa eine Minute</translation>
    </message>
    <message>
        <source>about an hour</source>
        <translation>etwa eine Stunde</translation>
    </message>
    <message>
        <source>ddd</source>
        <comment>pattern: weekday</comment>
        <translation>ddd</translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <comment>pattern: weekday, month and day</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd, MMM d, yyyy</source>
        <comment>pattern: weekday and date</comment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>en_US</source>
        <comment>the locale that these words belong to</comment>
        <translation>de_DE</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <comment>pattern: time in a chat, AP is left out</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <comment>pattern: time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>h:mm:ss AP</source>
        <comment>pattern: time with seconds</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>under $0.001</source>
        <translation>unter 0,001 $</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
</TS>
