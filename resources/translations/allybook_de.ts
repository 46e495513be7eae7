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
        <source>Follow back one by one…</source>
        <translation>Einzeln zurückfolgen…</translation>
    </message>
    <message>
        <source>Follow one by one…</source>
        <translation>Einzeln folgen…</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>Trotzdem behalten</translation>
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
        <source>Reply on X, free</source>
        <translation>Auf X antworten, gratis</translation>
    </message>
    <message>
        <source>Show in the book</source>
        <translation>Im Buch zeigen</translation>
    </message>
    <message>
        <source>Take off the keep-list</source>
        <translation>Von der Behalten-Liste nehmen</translation>
    </message>
    <message>
        <source>Take off the tick list</source>
        <translation>Von der Hakliste nehmen</translation>
    </message>
    <message>
        <source>Unfollow one by one…</source>
        <translation>Einzeln entfolgen…</translation>
    </message>
    <message>
        <source>Your book lists #%1 too: something to talk about.</source>
        <translation>Das Buch hat auch #%1: etwas, worüber sich reden lässt.</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Connect my X account…</source>
        <translation>Eigenes X-Konto verbinden…</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Sign out of %1…</source>
        <translation>%1 abmelden…</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Ohne Konto</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>%1: not taken back yet.</source>
        <translation>%1: noch nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>%1: taken back.</source>
        <translation>%1: zurückgenommen.</translation>
    </message>
    <message>
        <source>Checked on X.</source>
        <translation>Auf X geprüft.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Off the keep-list: %1.</source>
        <translation>Nicht mehr auf der Behalten-Liste: %1.</translation>
    </message>
    <message>
        <source>Off the tick list: %1.</source>
        <translation>Nicht mehr auf der Hakliste: %1.</translation>
    </message>
    <message>
        <source>On the keep-list: %1.</source>
        <translation>Auf der Behalten-Liste: %1.</translation>
    </message>
    <message>
        <source>On the tick list: %1.</source>
        <translation>Auf der Hakliste: %1.</translation>
    </message>
    <message>
        <source>They are never offered for unfollowing; press %1 to take them off again.</source>
        <translation>Dieses Konto wird nie zum Entfolgen angeboten; %1 nimmt es wieder von der Liste.</translation>
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
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message numerus="yes">
        <source>Look up %n handles</source>
        <translation>
            <numerusform>%n @Namen nachsehen</numerusform>
            <numerusform>%n @Namen nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look up 1 handle</source>
        <translation>1 @Namen nachsehen</translation>
    </message>
    <message>
        <source>Looking the handles up</source>
        <translation>Die @Namen werden nachgesehen</translation>
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
    <message>
        <source>Summed up</source>
        <translation>Zusammengefasst</translation>
    </message>
</context>
<context>
    <name>AddReport</name>
    <message>
        <source>%1 like somebody you have</source>
        <translation>%1 ähnlich wie schon Bekannte</translation>
    </message>
    <message>
        <source>@%1 looks like @%2</source>
        <translation>@%1 sieht aus wie @%2</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>Nothing is added before you have seen here what was understood.</source>
        <translation>Nichts kommt dazu, bevor hier steht, was verstanden wurde.</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>%1 has opted out and is not listed again.</source>
        <translation>%1 hat sich ausgetragen und kommt nicht mehr auf die Liste.</translation>
    </message>
    <message>
        <source>%1 is an ally already.</source>
        <translation>%1 ist schon verbündet.</translation>
    </message>
    <message>
        <source>%1 is an ally now.</source>
        <translation>%1 ist jetzt verbündet.</translation>
    </message>
    <message>
        <source>%1 waits in the inbox.</source>
        <translation>%1 wartet im Eingang.</translation>
    </message>
    <message>
        <source>A person: if they know of it, approve them there.</source>
        <translation>Eine Person: Weiß sie davon, dort annehmen.</translation>
    </message>
    <message>
        <source>It was declined before.</source>
        <translation>Der Vorschlag wurde schon einmal abgelehnt.</translation>
    </message>
    <message>
        <source>It was declined before: “%1”.</source>
        <translation>Der Vorschlag wurde schon einmal abgelehnt: „%1“.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The bio says “no lists”: ask first.</source>
        <translation>Im Profil steht „no lists“: erst fragen.</translation>
    </message>
    <message>
        <source>Who wrote this is not known here yet.</source>
        <translation>Wer das geschrieben hat, ist hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>adding @%1</source>
        <translation>@%1 hinzufügen</translation>
    </message>
    <message>
        <source>“Show names” looks it up.</source>
        <translation>„Namen zeigen“ sieht nach.</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>%1 and %2 are written almost alike.</source>
        <translation>%1 und %2 sind fast gleich geschrieben.</translation>
    </message>
    <message>
        <source>%1 and %2 bear almost the same name.</source>
        <translation>%1 und %2 heißen fast gleich.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>A name is no proof, and somebody may bear it on purpose. Look at both first.</source>
        <translation>Ein Name ist kein Beweis, und manche tragen ihn mit Absicht. Erst beide ansehen.</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Is this one ally?</source>
        <translation>Ist das ein und dasselbe?</translation>
    </message>
    <message>
        <source>Merging puts tags, notes and evidence together, and can be undone.</source>
        <translation>Zusammenführen legt Tags, Notizen und Belege zusammen und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>One of them opted out. Merging opts the other out as well, for ever.</source>
        <translation>Bei einem gibt es einen Ausstieg. Beim Zusammenführen gilt der Ausstieg auch für das andere, für immer.</translation>
    </message>
    <message>
        <source>The account that is %1 now was %2 before.</source>
        <translation>Das Konto, das jetzt %1 ist, war vorher %2.</translation>
    </message>
    <message>
        <source>The same: merge</source>
        <translation>Dasselbe: zusammenführen</translation>
    </message>
    <message>
        <source>X knows %1 and %2 as one account.</source>
        <translation>X kennt %1 und %2 als ein Konto.</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>goes on as the other</source>
        <translation>geht im anderen auf</translation>
    </message>
    <message>
        <source>id %1</source>
        <translation>Id %1</translation>
    </message>
    <message>
        <source>known by its handle only</source>
        <translation>nur mit @Namen bekannt</translation>
    </message>
    <message>
        <source>notes by %1</source>
        <translation>Notizen von %1</translation>
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
    <name>ApprovePersons</name>
    <message>
        <source>%1 of them are persons: %2. If they know of it, approve them.</source>
        <translation>%1 davon sind Personen: %2. Wenn sie davon wissen, annehmen.</translation>
    </message>
    <message>
        <source>1 of them is a person: %2. If they know of it, approve them.</source>
        <translation>1 davon ist eine Person: %2. Wenn sie davon weiß, annehmen.</translation>
    </message>
    <message>
        <source>A person. If they know of it, approve them.</source>
        <translation>Eine Person. Wenn sie davon weiß, annehmen.</translation>
    </message>
    <message>
        <source>Approve %1 allies?</source>
        <translation>%1 Verbündete annehmen?</translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <translation>%1 annehmen?</translation>
    </message>
    <message>
        <source>Yes, approve</source>
        <translation>Ja, annehmen</translation>
    </message>
</context>
<context>
    <name>AskName</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Or under another name:</source>
        <translation>Oder unter einem anderen Namen:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
</context>
<context>
    <name>AskOnce</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>AskUndo</name>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Attending</name>
    <message>
        <source>Only capitals can change: other letters are another hashtag.</source>
        <translation>Nur Groß- und Kleinschreibung kann sich ändern: andere Buchstaben sind ein anderer Hashtag.</translation>
    </message>
</context>
<context>
    <name>Automatic</name>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1, then it goes on by itself. Without the tick it stops.</source>
        <translation>%1, dann geht es von selbst weiter. Ohne Häkchen hört es auf.</translation>
    </message>
    <message>
        <source>Dollars a day at most</source>
        <translation>Höchstens so viele Dollar am Tag</translation>
    </message>
    <message>
        <source>Every 15 minutes. Spent today: %1 of %2.</source>
        <translation>Alle 15 Minuten. Heute ausgegeben: %1 von %2.</translation>
    </message>
    <message>
        <source>No source is chosen, so nothing is read.</source>
        <translation>Keine Quelle ist gewählt, also wird nichts gelesen.</translation>
    </message>
    <message>
        <source>Off. When on: every 15 minutes, at most %1 a day.</source>
        <translation>Aus. Wenn an: alle 15 Minuten, höchstens %1 am Tag.</translation>
    </message>
    <message>
        <source>Reading is over the budget of this month.</source>
        <translation>Lesen liegt über dem Budget dieses Monats.</translation>
    </message>
    <message>
        <source>Reading… Without the tick it stops.</source>
        <translation>Liest gerade… Ohne Häkchen hört es auf.</translation>
    </message>
    <message>
        <source>Reads: %1…</source>
        <translation>Liest: %1…</translation>
    </message>
    <message numerus="yes">
        <source>Reads: %n sources…</source>
        <translation>
            <numerusform>Liest: %n Quelle…</numerusform>
            <numerusform>Liest: %n Quellen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh by itself</source>
        <translation>Von selbst neu laden</translation>
    </message>
    <message>
        <source>Rests until %3. Spent today: %1 of %2.</source>
        <translation>Ruht bis %3. Heute ausgegeben: %1 von %2.</translation>
    </message>
    <message>
        <source>The cheapest reading costs %3, more than a day may cost.</source>
        <translation>Das billigste Lesen kostet %3, mehr als ein Tag kosten darf.</translation>
    </message>
    <message>
        <source>Waits until you are online.</source>
        <translation>Wartet, bis es wieder online ist.</translation>
    </message>
    <message>
        <source>midnight</source>
        <translation>Mitternacht</translation>
    </message>
    <message>
        <source>“%1” is not here any more.</source>
        <translation>„%1“ gibt es hier nicht mehr.</translation>
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
    <message>
        <source>first read on %1</source>
        <translation>zuerst gelesen am %1</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Add allies</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Add allies (+)</source>
        <translation>Verbündete aufnehmen (+)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Filter, for example tag:housing</source>
        <translation>Filter, etwa tag:wohnen</translation>
    </message>
    <message>
        <source>Forget this view</source>
        <translation>Diese Ansicht vergessen</translation>
    </message>
    <message>
        <source>Keep this filter as a view</source>
        <translation>Diesen Filter als Ansicht behalten</translation>
    </message>
    <message>
        <source>Pick what to filter by</source>
        <translation>Wählen, wonach gefiltert wird</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Which columns, in which order, and how high the rows</source>
        <translation>Welche Spalten, in welcher Reihenfolge, und wie hoch die Zeilen sind</translation>
    </message>
    <message>
        <source>Words of a name, handle, category, tag or note; or tag:, category:, is:mutual, -is:private. Key: /</source>
        <translation>Wörter aus Name, @Name, Kategorie, Tag oder Notiz; oder tag:, category:, is:mutual, -is:private. Taste: /</translation>
    </message>
</context>
<context>
    <name>BookShelf</name>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>Books in the trash…</source>
        <translation>Bücher im Papierkorb…</translation>
    </message>
    <message>
        <source>Combine books…</source>
        <translation>Bücher verbinden…</translation>
    </message>
    <message>
        <source>Compare look-alikes…</source>
        <translation>Ähnliche vergleichen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the book</source>
        <translation>Das Buch kopieren</translation>
    </message>
    <message>
        <source>Copy the book…</source>
        <translation>Das Buch kopieren…</translation>
    </message>
    <message>
        <source>It is one act, and one undo takes all of it back.</source>
        <translation>Es ist ein einziger Schritt, und einmal rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Merge a copy from a file…</source>
        <translation>Eine Kopie aus einer Datei zusammenführen…</translation>
    </message>
    <message>
        <source>Not every filter followed.</source>
        <translation>Nicht jeder Filter ging mit.</translation>
    </message>
    <message>
        <source>Put the book in the trash…</source>
        <translation>Das Buch in den Papierkorb…</translation>
    </message>
    <message>
        <source>Putting %1 allies into the book…</source>
        <translation>%1 Konten kommen ins Buch…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the book</source>
        <translation>Das Buch umbenennen</translation>
    </message>
    <message>
        <source>Rename the book…</source>
        <translation>Das Buch umbenennen…</translation>
    </message>
    <message>
        <source>Save a copy of the book…</source>
        <translation>Eine Kopie des Buchs sichern…</translation>
    </message>
    <message>
        <source>Saved views that name the book follow, and so does what is never hidden.</source>
        <translation>Gespeicherte Ansichten, die das Buch nennen, folgen dem neuen Namen; was nie versteckt wird, auch.</translation>
    </message>
    <message>
        <source>The book's menu brings it back.</source>
        <translation>Das Menü des Buchs holt es zurück.</translation>
    </message>
    <message>
        <source>The copy has the whole history, and who opted out.</source>
        <translation>Die Kopie hat den ganzen Verlauf, auch alle Ausstiege.</translation>
    </message>
    <message>
        <source>These may mean this book or another one, and stay as they are: %1.</source>
        <translation>Diese können dieses Buch oder ein anderes meinen und bleiben, wie sie sind: %1.</translation>
    </message>
    <message>
        <source>What can be done with the book</source>
        <translation>Was mit dem Buch geht</translation>
    </message>
    <message>
        <source>Words that are fine…</source>
        <translation>Wörter, die in Ordnung sind…</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>„%1“ ist im Papierkorb.</translation>
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
        <source>%1 was not read to its end, as you asked.</source>
        <translation>%1 ist nicht bis zum Ende gelesen, wie gewünscht.</translation>
    </message>
    <message>
        <source>%1 was read.</source>
        <translation>%1 ist gelesen.</translation>
    </message>
    <message>
        <source>1 record is kept.</source>
        <translation>1 Eintrag ist gesichert.</translation>
    </message>
    <message>
        <source>1 record read</source>
        <translation>1 Eintrag gelesen</translation>
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
    <name>BrowserPage</name>
    <message>
        <source>Allybook goes on by itself, and asks X once whose account it is: %1.</source>
        <translation>Allybook macht von selbst weiter und fragt X einmal, wessen Konto es ist: %1.</translation>
    </message>
    <message>
        <source>Copy the address below and open it in any browser; Allybook waits.</source>
        <translation>Die Adresse unten kopieren und in irgendeinem Browser öffnen; Allybook wartet.</translation>
    </message>
    <message>
        <source>For a browser on another computer, or one that shows an error page: copy the whole address at its top. It is good for half a minute after your yes.</source>
        <translation>Für einen Browser auf einem anderen Computer, oder einen, der eine Fehlerseite zeigt: die ganze Adresse oben kopieren. Sie gilt eine halbe Minute nach dem Ja.</translation>
    </message>
    <message>
        <source>Let Allybook in</source>
        <translation>Allybook hereinlassen</translation>
    </message>
    <message>
        <source>No browser opened on this computer.</source>
        <translation>Auf diesem Computer ging kein Browser auf.</translation>
    </message>
    <message>
        <source>Open X</source>
        <translation>X öffnen</translation>
    </message>
    <message>
        <source>Or paste the address here</source>
        <translation>Oder die Adresse hier einfügen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>X asks whether your app may read for you and change your Lists. Say yes.</source>
        <translation>X fragt, ob die App lesen und Listen ändern darf. Ja sagen.</translation>
    </message>
    <message>
        <source>“Open X” opens your browser. Sign in there with the account to connect.</source>
        <translation>„X öffnen“ öffnet den Browser. Dort mit dem Konto anmelden, das verbunden werden soll.</translation>
    </message>
</context>
<context>
    <name>BudgetRow</name>
    <message>
        <source>Budget for a month</source>
        <translation>Budget für einen Monat</translation>
    </message>
    <message>
        <source>Budget for a month, in dollars</source>
        <translation>Budget für einen Monat, in Dollar</translation>
    </message>
    <message>
        <source>Each job stops before the request that could pass it; 0 stops them all.</source>
        <translation>Jede Arbeit hält vor der Anfrage an, die es überschreiten könnte; 0 hält alle an.</translation>
    </message>
    <message>
        <source>It was said with --budget when Allybook was started.</source>
        <translation>Beim Start von Allybook mit --budget angegeben.</translation>
    </message>
    <message>
        <source>“%1” is no sum here: write for example %2. The budget is as it was.</source>
        <translation>„%1“ ist hier kein Betrag: zum Beispiel %2 schreiben. Das Budget ist wie vorher.</translation>
    </message>
</context>
<context>
    <name>Buying</name>
    <message>
        <source>#%1: %2</source>
        <comment>a chat, and what is said of it</comment>
        <translation>#%1: %2</translation>
    </message>
    <message>
        <source>%1 read; there are older ones.</source>
        <translation>%1 gelesen; es gibt noch ältere.</translation>
    </message>
    <message>
        <source>%1 without a profile here yet</source>
        <translation>%1 noch ohne Profil hier</translation>
    </message>
    <message>
        <source>Ask the price again</source>
        <translation>Noch einmal nach dem Preis fragen</translation>
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
        <source>Not all could be used.</source>
        <translation>Nicht alles war zu gebrauchen.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Nichts wurde gelesen.</translation>
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
        <source>X counts %1 from the last seven days, reposts left out</source>
        <translation>X zählt %1 aus den letzten sieben Tagen, Reposts nicht mitgezählt</translation>
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
        <source>X has no new posts with this hashtag.</source>
        <translation>X hat keine neuen Beiträge mit diesem Hashtag.</translation>
    </message>
    <message>
        <source>X has no posts with this hashtag from the last seven days.</source>
        <translation>X hat aus den letzten sieben Tagen keine Beiträge mit diesem Hashtag.</translation>
    </message>
</context>
<context>
    <name>CareHint</name>
    <message>
        <source>It is fine</source>
        <translation>Ist in Ordnung</translation>
    </message>
    <message>
        <source>They are fine</source>
        <translation>Sind in Ordnung</translation>
    </message>
    <message>
        <source>What is fine is not spoken of again in this profile</source>
        <translation>Was in Ordnung ist, wird in diesem Profil nicht mehr erwähnt</translation>
    </message>
</context>
<context>
    <name>CategoryDelegate</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
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
        <source>Plain reposts repeat what is here already, and each costs as much as a post</source>
        <translation>Reine Reposts wiederholen, was schon hier ist, und jeder kostet so viel wie ein Beitrag</translation>
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
        <source>With reposts</source>
        <translation>Mit Reposts</translation>
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
    <message numerus="yes">
        <source>reposted %n times</source>
        <translation>
            <numerusform>%n-mal repostet</numerusform>
            <numerusform>%n-mal repostet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checker</name>
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
        <translation>Es wird abgeglichen, wer zurückfolgt</translation>
    </message>
    <message>
        <source>It costs %1 now; it was %2. Nothing was read.</source>
        <translation>Es kostet jetzt %1, vorher waren es %2. Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>Reading your archive</source>
        <translation>Das Archiv wird gelesen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The price has changed.</source>
        <translation>Der Preis hat sich geändert.</translation>
    </message>
    <message>
        <source>This is no X archive, so it does not tell who follows whom. To check the names in a file, choose “Check names from elsewhere”.</source>
        <translation>Das ist kein X-Archiv, darum sagt es nicht, wer wem folgt. Um die Namen in einer Datei abzugleichen, „Namen von anderswo abgleichen“ wählen.</translation>
    </message>
    <message>
        <source>What was read is kept; who was not read is unknown, which is not a no.</source>
        <translation>Was gelesen ist, bleibt; wer nicht gelesen wurde, ist unklar, und das ist kein Nein.</translation>
    </message>
    <message>
        <source>Who is missing from a side that was not read whole is unknown, not a no.</source>
        <translation>Wer auf einer nicht ganz gelesenen Seite fehlt, ist unklar, und das ist kein Nein.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1 drops it</source>
        <translation>%1 nimmt es weg</translation>
    </message>
    <message>
        <source>%1, not understood</source>
        <translation>%1, nicht verstanden</translation>
    </message>
</context>
<context>
    <name>ChipEditor</name>
    <message>
        <source>Change this part of the filter</source>
        <translation>Diesen Teil des Filters ändern</translation>
    </message>
    <message>
        <source>Keep or leave out</source>
        <translation>Behalten oder weglassen</translation>
    </message>
    <message>
        <source>Keep posts</source>
        <translation>Beiträge behalten</translation>
    </message>
    <message>
        <source>Leave out posts</source>
        <translation>Beiträge weglassen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message numerus="yes">
        <source>%n before</source>
        <translation>
            <numerusform>%n davor</numerusform>
            <numerusform>%n davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the parts of the filter before these</source>
        <translation>Die Teile des Filters vor diesen zeigen</translation>
    </message>
    <message>
        <source>Show the parts of the filter behind these</source>
        <translation>Die Teile des Filters hinter diesen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Paste the Client ID</source>
        <translation>Die Client ID einfügen</translation>
    </message>
    <message>
        <source>Some 30 letters and figures, without blanks.</source>
        <translation>Etwa 30 Buchstaben und Ziffern, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>There is a blank in it: copy the Client ID alone.</source>
        <translation>Darin ist ein Leerzeichen: nur die Client ID kopieren.</translation>
    </message>
    <message>
        <source>This can be a Client ID.</source>
        <translation>Das kann eine Client ID sein.</translation>
    </message>
    <message>
        <source>This is a @handle. The Client ID belongs to the app, not to you.</source>
        <translation>Das ist ein @Name. Die Client ID gehört zur App, nicht zum Konto.</translation>
    </message>
    <message>
        <source>This is a Bearer Token, and secret. Copy the Client ID, under “OAuth 2.0”.</source>
        <translation>Das ist ein Bearer Token, und geheim. Die Client ID unter „OAuth 2.0“ kopieren.</translation>
    </message>
    <message>
        <source>This is an access token, and secret. Copy the Client ID, under “OAuth 2.0”.</source>
        <translation>Das ist ein Access Token, und geheim. Die Client ID unter „OAuth 2.0“ kopieren.</translation>
    </message>
    <message>
        <source>This is an address of a page. Copy the Client ID shown there.</source>
        <translation>Das ist die Adresse einer Seite. Die Client ID kopieren, die dort steht.</translation>
    </message>
    <message>
        <source>This is an e-mail address. The Client ID stands at X, by the app.</source>
        <translation>Das ist eine E-Mail-Adresse. Die Client ID steht bei X, bei der App.</translation>
    </message>
    <message>
        <source>This is no Client ID: copy it anew, from end to end.</source>
        <translation>Das ist keine Client ID: noch einmal von Anfang bis Ende kopieren.</translation>
    </message>
    <message>
        <source>This is the number of the app. The Client ID is longer, and has letters.</source>
        <translation>Das ist die Nummer der App. Die Client ID ist länger und hat Buchstaben.</translation>
    </message>
    <message>
        <source>This looks like a secret. Leave that at X, and copy the Client ID above it.</source>
        <translation>Das sieht nach einem Geheimnis aus. Es bei X lassen und die Client ID darüber kopieren.</translation>
    </message>
    <message>
        <source>This looks like the API Key. The Client ID stands under “OAuth 2.0”.</source>
        <translation>Das sieht nach dem API Key aus. Die Client ID steht unter „OAuth 2.0“.</translation>
    </message>
    <message>
        <source>X shows it once the app is saved, and later under “Keys and tokens”, in the part “OAuth 2.0”. It is no secret. The Client Secret beside it is not needed: leave it where it is.</source>
        <translation>X zeigt sie, sobald die App gesichert ist, und später unter „Keys and tokens“ im Teil „OAuth 2.0“. Sie ist kein Geheimnis. Das Client Secret daneben wird nicht gebraucht: es bleibt, wo es ist.</translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>ColumnRows</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>%1 rows read</source>
        <translation>%1 Zeilen gelesen</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>1 Zeile gelesen</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Bring in %1</source>
        <translation>%1 einlesen</translation>
    </message>
    <message>
        <source>Close, change nothing</source>
        <translation>Schließen, nichts ändern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Say which column holds handles or user ids.</source>
        <translation>Sagen, welche Spalte @Namen oder Konto-Ids hat.</translation>
    </message>
    <message>
        <source>What is in each column? Nothing is written before you press the button, and one undo takes it all back.</source>
        <translation>Was steht in jeder Spalte? Vor dem Druck auf den Knopf wird nichts geschrieben, und einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>What that does</source>
        <translation>Was das bewirkt</translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Space shows or hides; %1 with an arrow moves, or changes the width.</source>
        <translation>Leertaste zeigt oder verbirgt; %1 mit einem Pfeil verschiebt oder ändert die Breite.</translation>
    </message>
</context>
<context>
    <name>Combine</name>
    <message>
        <source>A new book</source>
        <translation>Ein neues Buch</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Books and X Lists are compared by account, not by name. Who opted out of any of them stays out. The books you take from stay as they are.</source>
        <translation>Bücher und X-Listen werden nach Konten verglichen, nicht nach Namen. Wer aus einem davon ausstieg, bleibt draußen. Die Bücher selbst bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Category and tags go with them; notes and reasons too, if you take them out of the book.</source>
        <translation>Kategorie und Tags gehen mit; Notizen und Gründe auch, wenn sie aus dem Buch genommen werden.</translation>
    </message>
    <message>
        <source>Choose two or more books or lists.</source>
        <translation>Zwei oder mehr Bücher oder Listen wählen.</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Combine books</source>
        <translation>Bücher verbinden</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>In common</source>
        <translation>Gemeinsame</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Into which book</source>
        <translation>In welches Buch</translation>
    </message>
    <message>
        <source>Name of the new book</source>
        <translation>Name des neuen Buchs</translation>
    </message>
    <message>
        <source>Nobody would come in.</source>
        <translation>Niemand käme dazu.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Only the first</source>
        <translation>Nur das erste</translation>
    </message>
    <message numerus="yes">
        <source>Put %n allies into another book</source>
        <translation>
            <numerusform>%n Konto in ein anderes Buch legen</numerusform>
            <numerusform>%n Konten in ein anderes Buch legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n allies there</source>
        <translation>
            <numerusform>%n Konto dorthin legen</numerusform>
            <numerusform>%n Konten dorthin legen</numerusform>
        </translation>
    </message>
    <message>
        <source>Put 1 ally into another book</source>
        <translation>1 Konto in ein anderes Buch legen</translation>
    </message>
    <message>
        <source>Put 1 ally there</source>
        <translation>1 Konto dorthin legen</translation>
    </message>
    <message>
        <source>Put them there</source>
        <translation>Dorthin legen</translation>
    </message>
    <message>
        <source>Take them out of the books they are in</source>
        <translation>Aus den bisherigen Büchern nehmen</translation>
    </message>
    <message>
        <source>and in no other</source>
        <translation>und in keinem anderen</translation>
    </message>
    <message>
        <source>in any of them</source>
        <translation>in irgendeinem davon</translation>
    </message>
    <message>
        <source>in every one of them</source>
        <translation>in jedem davon</translation>
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
    <name>Context</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>More came before; go to the first of these to see it.</source>
        <translation>Davor kam noch mehr; der erste dieser Beiträge führt dorthin.</translation>
    </message>
    <message>
        <source>What came before was not read; “View on X” shows it.</source>
        <translation>Was davor kam, wurde nicht gelesen; „Auf X ansehen“ zeigt es.</translation>
    </message>
    <message>
        <source>What it answers</source>
        <translation>Worauf er antwortet</translation>
    </message>
    <message>
        <source>What it passes on</source>
        <translation>Was er weitergibt</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1. It goes on by itself.</source>
        <translation>%1. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>%2: %1 left, then it goes on by itself</source>
        <translation>%2: noch %1, dann geht es von selbst weiter</translation>
    </message>
    <message>
        <source>%2: it goes on any moment now</source>
        <translation>%2: gleich geht es weiter</translation>
    </message>
    <message>
        <source>%2: the next try is in %1</source>
        <translation>%2: nächster Versuch in %1</translation>
    </message>
    <message>
        <source>The pause is over; it goes on.</source>
        <translation>Die Pause ist um; es geht weiter.</translation>
    </message>
    <message>
        <source>X asks to wait</source>
        <translation>X bittet zu warten</translation>
    </message>
    <message>
        <source>X does not answer</source>
        <translation>X antwortet nicht</translation>
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
        <source>Add tags to %1</source>
        <translation>Tags zu %1 hinzufügen</translation>
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
        <source>Tags, with commas between</source>
        <translation>Tags, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take tags from %1</source>
        <translation>Tags von %1 wegnehmen</translation>
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
    <name>Discard</name>
    <message>
        <source>A dated copy with all its history stays on this computer, and can be brought back from the same menu. The book has %1 approved allies.</source>
        <translation>Eine datierte Kopie mit dem ganzen Verlauf bleibt auf diesem Computer und lässt sich im selben Menü zurückholen. Das Buch hat %1 Verbündete.</translation>
    </message>
    <message>
        <source>A dated copy with all its history stays on this computer, and can be brought back from the same menu. The book has 1 approved ally.</source>
        <translation>Eine datierte Kopie mit dem ganzen Verlauf bleibt auf diesem Computer und lässt sich im selben Menü zurückholen. Das Buch hat 1 Verbündete(n).</translation>
    </message>
    <message>
        <source>Its X List stays on X as it is.</source>
        <translation>Die X-Liste dazu bleibt auf X, wie sie ist.</translation>
    </message>
    <message>
        <source>Put in the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Put “%1” in the trash?</source>
        <translation>„%1“ in den Papierkorb legen?</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Follow-back checks of your own account will not work.</source>
        <translation>Folge-Abgleiche des eigenen Kontos werden nicht gehen.</translation>
    </message>
    <message>
        <source>How to get a keyring</source>
        <translation>So kommt man zu einem Schlüsselbund</translation>
    </message>
    <message>
        <source>No accounts can be read.</source>
        <translation>Konten können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No posts can be read.</source>
        <translation>Beiträge können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Publishing a List will not work.</source>
        <translation>Eine Liste zu senden wird nicht gehen.</translation>
    </message>
    <message>
        <source>Signed in with your own keys.</source>
        <translation>Mit eigenen Schlüsseln angemeldet.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps the sign-in.</source>
        <translation>Der Schlüsselbund dieses Computers behält die Anmeldung.</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>Windows and macOS bring a keyring along. On Linux install “gnome-keyring” or KWallet with the program that installs software, sign out of the desktop and in again, then connect once more.</source>
        <translation>Windows und macOS bringen einen Schlüsselbund mit. Unter Linux „gnome-keyring“ oder KWallet mit dem Programm für Software einrichten, vom Desktop ab- und wieder anmelden, dann noch einmal verbinden.</translation>
    </message>
    <message>
        <source>X charged %1</source>
        <translation>X hat %1 berechnet</translation>
    </message>
    <message>
        <source>X charged nothing: it told today already who you are.</source>
        <translation>X hat nichts berechnet: es hat heute schon gesagt, wessen Konto das ist.</translation>
    </message>
    <message>
        <source>X charges at most %1 for telling who you are.</source>
        <translation>X berechnet höchstens %1 dafür, zu sagen, wessen Konto das ist.</translation>
    </message>
    <message>
        <source>X did not grant everything.</source>
        <translation>X hat nicht alles erlaubt.</translation>
    </message>
    <message>
        <source>X does not say what such keys may do; a refusal will say so.</source>
        <translation>X sagt nicht, was solche Schlüssel dürfen; eine Ablehnung wird es sagen.</translation>
    </message>
    <message>
        <source>X granted:</source>
        <translation>X hat erlaubt:</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>You will have to sign in again every two hours.</source>
        <translation>Alle zwei Stunden ist eine neue Anmeldung nötig.</translation>
    </message>
    <message>
        <source>Your Lists cannot be read.</source>
        <translation>Die eigenen Listen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>change Lists</source>
        <translation>Listen ändern</translation>
    </message>
    <message>
        <source>for telling who you are, as quoted.</source>
        <translation>dafür, zu sagen, wessen Konto das ist, wie veranschlagt.</translation>
    </message>
    <message>
        <source>for telling who you are; the quote was %1.</source>
        <translation>dafür, zu sagen, wessen Konto das ist; veranschlagt war %1.</translation>
    </message>
    <message>
        <source>read Lists</source>
        <translation>Listen lesen</translation>
    </message>
    <message>
        <source>read accounts</source>
        <translation>Konten lesen</translation>
    </message>
    <message>
        <source>read posts</source>
        <translation>Beiträge lesen</translation>
    </message>
    <message>
        <source>see follows</source>
        <translation>sehen, wer wem folgt</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>angemeldet bleiben</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Choose an archive or another file</source>
        <translation>Archiv oder andere Datei wählen</translation>
    </message>
</context>
<context>
    <name>DoubtsCard</name>
    <message>
        <source>%1 requests without an answer</source>
        <translation>%1 Anfragen ohne Antwort</translation>
    </message>
    <message>
        <source>1 request without an answer</source>
        <translation>1 Anfrage ohne Antwort</translation>
    </message>
    <message>
        <source>It may still be answered; decide in five minutes.</source>
        <translation>Sie kann noch beantwortet werden; in fünf Minuten entscheiden.</translation>
    </message>
    <message>
        <source>It was free</source>
        <translation>Es war gratis</translation>
    </message>
    <message>
        <source>Together at most %1</source>
        <translation>Zusammen höchstens %1</translation>
    </message>
    <message>
        <source>X charged it</source>
        <translation>X hat es berechnet</translation>
    </message>
    <message>
        <source>X may have charged this or not, so the highest price is kept back. Your spending at console.x.com tells which; what nobody decides is dropped at the end of the month.</source>
        <translation>X hat das vielleicht berechnet, vielleicht nicht; darum ist der höchste Preis zurückgelegt. Die Ausgaben bei console.x.com sagen, was gilt; was niemand entscheidet, verfällt am Ende des Monats.</translation>
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
    <name>Errand</name>
    <message>
        <source>The new sign-in is gone from this computer.</source>
        <translation>Die neue Anmeldung ist von diesem Computer gelöscht.</translation>
    </message>
</context>
<context>
    <name>EvidenceSheet</name>
    <message numerus="yes">
        <source>%n more posts are not kept here any more.</source>
        <translation>
            <numerusform>%n weiterer Beitrag ist hier nicht mehr da.</numerusform>
            <numerusform>%n weitere Beiträge sind hier nicht mehr da.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more post is not kept here any more.</source>
        <translation>1 weiterer Beitrag ist hier nicht mehr da.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Open the post on X</source>
        <translation>Den Beitrag auf X öffnen</translation>
    </message>
    <message>
        <source>This is a person: do they know that you list them? Approve again to say yes.</source>
        <translation>Das ist eine Person: weiß sie, dass sie auf die Liste kommt? Noch einmal annehmen heißt ja.</translation>
    </message>
    <message>
        <source>Yes, approve</source>
        <translation>Ja, annehmen</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Asked not to be listed…</source>
        <translation>Möchte nicht gelistet sein…</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change how it is written</source>
        <translation>Schreibweise ändern</translation>
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
        <source>Change the reason</source>
        <translation>Grund ändern</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Status ändern</translation>
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
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
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
        <source>Written</source>
        <translation>Schreibweise</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>%1 records so far</source>
        <translation>bisher %1 Einträge</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gesichert.</translation>
    </message>
    <message>
        <source>1 record so far</source>
        <translation>bisher 1 Eintrag</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Of private accounts, and left out: %1.</source>
        <translation>Von privaten Konten und deshalb weggelassen: %1.</translation>
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
        <source>Pick what to filter by</source>
        <translation>Wählen, wonach gefiltert wird</translation>
    </message>
    <message>
        <source>Save the filter as a view</source>
        <translation>Den Filter als Ansicht behalten</translation>
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
    <name>FineWords</name>
    <message>
        <source>Speak of it again</source>
        <translation>Wieder darauf hinweisen</translation>
    </message>
    <message>
        <source>Speak of “%1” again</source>
        <translation>Wieder auf „%1“ hinweisen</translation>
    </message>
    <message>
        <source>Spoken of again</source>
        <translation>Darauf wird wieder hingewiesen</translation>
    </message>
    <message>
        <source>Words that are fine</source>
        <translation>Wörter, die in Ordnung sind</translation>
    </message>
    <message>
        <source>You said that these are fine when they are written about a person, so nothing is said of them in this profile.</source>
        <translation>Diese Wörter gelten als in Ordnung, wenn sie bei einer Person stehen; in diesem Profil wird nichts dazu gesagt.</translation>
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
        <source>Compare two dates</source>
        <translation>Zwei Tage vergleichen</translation>
    </message>
    <message>
        <source>Many people only read. Nobody should be judged by numbers alone.</source>
        <translation>Viele lesen nur mit. Zahlen allein sagen wenig über Menschen.</translation>
    </message>
    <message>
        <source>More, as the places are folded</source>
        <translation>Mehr, solange die Orte eingeklappt sind</translation>
    </message>
    <message>
        <source>Nobody fits all of that.</source>
        <translation>Niemand passt zu all dem.</translation>
    </message>
    <message>
        <source>Other ways to check, with their prices</source>
        <translation>Andere Wege zum Abgleich, mit Preisen</translation>
    </message>
    <message>
        <source>Places of the follow-back tab</source>
        <translation>Orte des Folge-Abgleichs</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Tick list, %1</source>
        <translation>Hakliste, %1</translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation>Wer folgt zurück</translation>
    </message>
</context>
<context>
    <name>FollowBackTab</name>
    <message>
        <source>Check names from elsewhere…</source>
        <translation>Namen von anderswo abgleichen…</translation>
    </message>
    <message>
        <source>Compare two dates…</source>
        <translation>Zwei Tage vergleichen…</translation>
    </message>
    <message>
        <source>Import your X archive…</source>
        <translation>X-Archiv einlesen…</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Er ist %1.</translation>
    </message>
    <message>
        <source>Manners…</source>
        <translation>Umgangsformen…</translation>
    </message>
    <message>
        <source>Pasted names</source>
        <translation>Eingefügte Namen</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Der Bericht ist gesichert.</translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation>Wer folgt zurück</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>%1 names them in your own words about others; those stay.</source>
        <translation>In %1 kommt das Konto in eigenen Worten über andere vor; die bleiben.</translation>
    </message>
    <message>
        <source>%1 tells that they named %2 allies, by the numbers of their posts and of their account, and so does each copy of it; that stays.</source>
        <translation>%1 sagt, dass von dort %2 Verbündete genannt wurden, mit den Nummern der Beiträge und des Kontos, und jede Kopie davon sagt es auch; das bleibt.</translation>
    </message>
    <message>
        <source>%1 tells that they named one ally, by the numbers of their post and of their account, and so does each copy of it; that stays.</source>
        <translation>%1 sagt, dass von dort ein Eintrag genannt wurde, mit den Nummern des Beitrags und des Kontos, und jede Kopie davon sagt es auch; das bleibt.</translation>
    </message>
    <message>
        <source>All posts and accounts that X showed, of every account of yours. Your books, the ledger and the outbox stay.</source>
        <translation>Alle Beiträge und Konten, die X gezeigt hat, von jedem eigenen Konto. Bücher, Ausgaben und Postausgang bleiben.</translation>
    </message>
    <message>
        <source>All that X said is gone. Books, ledger and outbox are as before.</source>
        <translation>Alles, was X gesagt hat, ist fort. Bücher, Ausgaben und Postausgang sind wie zuvor.</translation>
    </message>
    <message>
        <source>Also erase what my books say about them, for good</source>
        <translation>Auch löschen, was meine Bücher sagen, für immer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget this account</source>
        <translation>Dieses Konto vergessen</translation>
    </message>
    <message>
        <source>Forget what X said</source>
        <translation>Vergessen, was X gesagt hat</translation>
    </message>
    <message>
        <source>Forgetting.</source>
        <translation>Wird vergessen.</translation>
    </message>
    <message>
        <source>Handle of the account to forget</source>
        <translation>@Name des Kontos, das vergessen werden soll</translation>
    </message>
    <message>
        <source>I know that reading it again costs money</source>
        <translation>Ich weiß: es noch einmal zu lesen kostet Geld</translation>
    </message>
    <message>
        <source>Kept: what X said about them; no book has them.</source>
        <translation>Da ist: was X darüber gesagt hat; kein Buch hat es.</translation>
    </message>
    <message>
        <source>Kept: what X said, and your own words about %2 in %1.</source>
        <translation>Da ist: was X gesagt hat, und eigene Worte über %2 in %1.</translation>
    </message>
    <message>
        <source>Nothing is kept about @%1.</source>
        <translation>Über @%1 ist nichts da.</translation>
    </message>
    <message>
        <source>One account</source>
        <translation>Ein Konto</translation>
    </message>
    <message>
        <source>The handle of one account.</source>
        <translation>Der @Name eines Kontos.</translation>
    </message>
    <message>
        <source>They are on the X List of %1, which stays known by their number; the next publishing leaves them there.</source>
        <translation>Das Konto steht auf der X-Liste von %1, was unter seiner Nummer bekannt bleibt; das nächste Senden lässt es dort.</translation>
    </message>
    <message>
        <source>They are on the X List of %1, which stays known by their number; the next publishing takes them off.</source>
        <translation>Das Konto steht auf der X-Liste von %1, was unter seiner Nummer bekannt bleibt; das nächste Senden nimmt es von der Liste.</translation>
    </message>
    <message>
        <source>What X said about @%1 is gone, with %2 posts.</source>
        <translation>Was X über @%1 gesagt hat, ist fort, mit %2 Beiträgen.</translation>
    </message>
    <message>
        <source>What X said about @%1 is gone, with one post.</source>
        <translation>Was X über @%1 gesagt hat, ist fort, mit einem Beitrag.</translation>
    </message>
    <message>
        <source>What is being written goes first; this can take a moment.</source>
        <translation>Was gerade geschrieben wird, geht vor; das kann einen Moment dauern.</translation>
    </message>
    <message>
        <source>When somebody asks to be forgotten: their profile, their posts and reposts of them go from this computer. What others wrote stays, also where it names them.</source>
        <translation>Wenn jemand vergessen werden möchte: Profil, Beiträge und Reposts davon verschwinden von diesem Computer. Was andere geschrieben haben, bleibt, auch wo sie das Konto nennen.</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>FrozenStrip</name>
    <message numerus="yes">
        <source>The last %n things that you did were not written.</source>
        <translation>
            <numerusform>Von den letzten Handlungen ist %n nicht geschrieben.</numerusform>
            <numerusform>Die letzten %n Handlungen sind nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is room again.</source>
        <translation>Es ist wieder Platz.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>What you did last was not written.</source>
        <translation>Die letzte Handlung ist nicht geschrieben.</translation>
    </message>
</context>
<context>
    <name>Handing</name>
    <message>
        <source>A copy of “%1” is in %2.</source>
        <translation>Eine Kopie von „%1“ liegt in %2.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Comparing it with the book here</source>
        <translation>Wird mit dem Buch hier verglichen</translation>
    </message>
    <message>
        <source>Copies of books (*.allybook)</source>
        <translation>Kopien von Büchern (*.allybook)</translation>
    </message>
    <message>
        <source>Hand it to your colleague, who merges it from the menu of the book. It holds handles, tags, notes and who opted out, so keep it in your group.</source>
        <translation>Wer sie bekommt, führt sie im Menü des Buchs zusammen. Sie enthält @Namen, Tags, Notizen und alle Ausstiege, gehört also nur in die Gruppe.</translation>
    </message>
    <message>
        <source>Merge a copy of a book</source>
        <translation>Kopie eines Buchs zusammenführen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Save a copy of the book</source>
        <translation>Kopie des Buchs sichern</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>merging a copy of %1</source>
        <translation>eine Kopie von %1 zusammenführen</translation>
    </message>
    <message>
        <source>“%1” has all of this copy already.</source>
        <translation>„%1“ hat schon alles aus dieser Kopie.</translation>
    </message>
</context>
<context>
    <name>HeldOn</name>
    <message>
        <source>Held on</source>
        <translation>Termin</translation>
    </message>
</context>
<context>
    <name>InOut</name>
    <message>
        <source>%1 allies are on it; open it to look before you pass it on.</source>
        <translation>%1 Verbündete stehen darauf; vor dem Weitergeben öffnen und ansehen.</translation>
    </message>
    <message>
        <source>%1 allies written to %2.</source>
        <translation>%1 Verbündete in %2 gesichert.</translation>
    </message>
    <message>
        <source>%1 is no table.</source>
        <translation>%1 ist keine Tabelle.</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist gesichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n declined: not in the file, which cannot say so.</source>
        <translation>
            <numerusform>%n abgelehnt: nicht in der Datei, die das nicht sagen kann.</numerusform>
            <numerusform>%n abgelehnt: nicht in der Datei, die das nicht sagen kann.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opted out: not in the file.</source>
        <translation>
            <numerusform>%n Ausstieg: nicht in der Datei.</numerusform>
            <numerusform>%n Ausstiege: nicht in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ally is on it; open it to look before you pass it on.</source>
        <translation>1 Verbündete(r) steht darauf; vor dem Weitergeben öffnen und ansehen.</translation>
    </message>
    <message>
        <source>1 ally written to %2.</source>
        <translation>1 Verbündete(r) in %2 gesichert.</translation>
    </message>
    <message>
        <source>1 declined: not in the file, which cannot say so.</source>
        <translation>1 abgelehnt: nicht in der Datei, die das nicht sagen kann.</translation>
    </message>
    <message>
        <source>1 opted out: not in the file.</source>
        <translation>1 Ausstieg: nicht in der Datei.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Bring in a table</source>
        <translation>Tabelle einlesen</translation>
    </message>
    <message>
        <source>Bring in a table…</source>
        <translation>Tabelle einlesen…</translation>
    </message>
    <message>
        <source>Bringing allies in</source>
        <translation>Verbündete werden eingelesen</translation>
    </message>
    <message>
        <source>Export the book</source>
        <translation>Das Buch ausgeben</translation>
    </message>
    <message>
        <source>Export the book…</source>
        <translation>Das Buch ausgeben…</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Hinein und hinaus</translation>
    </message>
    <message>
        <source>Not to be listed any more, and left out: %1.</source>
        <translation>Nicht mehr dabei und deshalb weggelassen: %1.</translation>
    </message>
    <message>
        <source>Share as a web page…</source>
        <translation>Als Webseite weitergeben…</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.xlsx *.json)</source>
        <translation>Tabellen (*.csv *.tsv *.xlsx *.json)</translation>
    </message>
    <message>
        <source>Tables are CSV, Excel (.xlsx) or JSON.</source>
        <translation>Tabellen sind CSV, Excel (.xlsx) oder JSON.</translation>
    </message>
    <message>
        <source>The other %1 can follow tomorrow, as part %2.</source>
        <translation>Die übrigen %1 können morgen folgen, als Teil %2.</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Write the web page</source>
        <translation>Die Webseite sichern</translation>
    </message>
    <message>
        <source>X lets a person pass on %1 accounts a day: keep this table in your group.</source>
        <translation>X erlaubt, %1 Konten am Tag weiterzugeben: diese Tabelle in der Gruppe behalten.</translation>
    </message>
    <message>
        <source>bringing in %1</source>
        <translation>das Einlesen von %1</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>%1 are persons. If they know of it, approve again.</source>
        <translation>%1 sind Personen. Wenn sie davon wissen, noch einmal annehmen.</translation>
    </message>
    <message>
        <source>A person. If they know of it, approve again.</source>
        <translation>Eine Person. Wenn sie davon weiß, noch einmal annehmen.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>Annehmen (A)</translation>
    </message>
    <message>
        <source>Decide tomorrow: until then it waits at the end (L)</source>
        <translation>Morgen entscheiden: bis dahin wartet es am Ende (L)</translation>
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
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>What speaks for and against (E)</source>
        <translation>Was dafür und dagegen spricht (E)</translation>
    </message>
    <message>
        <source>Yes, approve</source>
        <translation>Ja, annehmen</translation>
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
        <source>Allybook made a mistake and stopped this job; try it again. Nothing is lost, and the file allybook.log says where it happened.</source>
        <translation>Allybook hat einen Fehler gemacht und diese Arbeit abgebrochen; bitte noch einmal versuchen. Nichts ging verloren, und die Datei allybook.log sagt, wo es geschah.</translation>
    </message>
    <message>
        <source>Stopped before it began; nothing was changed.</source>
        <translation>Vor dem Start angehalten; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>A view keeps a filter: write one first.</source>
        <translation>Eine Ansicht behält einen Filter: erst einen schreiben.</translation>
    </message>
    <message>
        <source>Changed: the view “%1”.</source>
        <translation>Geändert: die Ansicht „%1“.</translation>
    </message>
    <message>
        <source>Forgotten: the view “%1”.</source>
        <translation>Vergessen: die Ansicht „%1“.</translation>
    </message>
    <message>
        <source>It keeps %1.</source>
        <translation>Sie behält %1.</translation>
    </message>
    <message>
        <source>It shows them all, not only those in the quiet folder.</source>
        <translation>Sie zeigt alle, nicht nur die im Stillen Ordner.</translation>
    </message>
    <message>
        <source>Its posts stay.</source>
        <translation>Die Beiträge bleiben.</translation>
    </message>
    <message>
        <source>Keep the change in “%1”</source>
        <translation>Die Änderung in „%1“ behalten</translation>
    </message>
    <message>
        <source>Name this view</source>
        <translation>Diese Ansicht benennen</translation>
    </message>
    <message>
        <source>Rename this view</source>
        <translation>Diese Ansicht umbenennen</translation>
    </message>
    <message>
        <source>The days chosen above are not kept.</source>
        <translation>Die oben gewählten Tage behält sie nicht.</translation>
    </message>
    <message>
        <source>The quiet folder has its place already.</source>
        <translation>Der Stille Ordner hat seinen Platz schon.</translation>
    </message>
    <message>
        <source>forgetting “%1”</source>
        <translation>vergessen: „%1“</translation>
    </message>
    <message>
        <source>renaming “%1”</source>
        <translation>umbenennen: „%1“</translation>
    </message>
    <message>
        <source>saving “%1”</source>
        <translation>sichern: „%1“</translation>
    </message>
    <message>
        <source>the change of “%1”</source>
        <translation>ändern: „%1“</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>API Key</source>
        <translation>API Key</translation>
    </message>
    <message>
        <source>API Key Secret</source>
        <translation>API Key Secret</translation>
    </message>
    <message>
        <source>Access Token</source>
        <translation>Access Token</translation>
    </message>
    <message>
        <source>Access Token Secret</source>
        <translation>Access Token Secret</translation>
    </message>
    <message>
        <source>At console.x.com, in your app, under “Keys and tokens”. Set the app to “Read and write” first and make the Access Token after that, else Allybook can read but not publish a List.</source>
        <translation>Bei console.x.com, in der eigenen App, unter „Keys and tokens“. Die App zuerst auf „Read and write“ stellen und danach den Access Token machen, sonst kann Allybook lesen, aber keine Liste senden.</translation>
    </message>
    <message>
        <source>Connect with the four keys</source>
        <translation>Mit den vier Schlüsseln verbinden</translation>
    </message>
    <message>
        <source>The account is that of the app's owner, so its own followers cost a tenth. Shown as dots, kept in the keyring, sent to nobody but X.</source>
        <translation>Das Konto ist das, dem die App gehört; die eigenen Follower kosten also ein Zehntel. Als Punkte gezeigt, im Schlüsselbund behalten, nur an X geschickt.</translation>
    </message>
</context>
<context>
    <name>KindDelegate</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Add a language</source>
        <translation>Sprache hinzufügen</translation>
    </message>
    <message>
        <source>Every language is yours: none makes noise.</source>
        <translation>Alle Sprachen sind eigene: keine ist Rauschen.</translation>
    </message>
    <message>
        <source>Posts that X knows no language of are never in another one.</source>
        <translation>Beiträge, deren Sprache X nicht kennt, sind nie in einer fremden.</translation>
    </message>
    <message>
        <source>Your languages</source>
        <translation>Eigene Sprachen</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Can be read when online</source>
        <translation>Kann online gelesen werden</translation>
    </message>
    <message>
        <source>Fill the gap, %1</source>
        <translation>Lücke füllen, %1</translation>
    </message>
    <message>
        <source>Nothing more came.</source>
        <translation>Mehr kam nicht.</translation>
    </message>
    <message>
        <source>Over the budget of this month</source>
        <translation>Über dem Budget dieses Monats</translation>
    </message>
    <message numerus="yes">
        <source>Read %n of them, %1</source>
        <translation>
            <numerusform>%n davon lesen, %1</numerusform>
            <numerusform>%n davon lesen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them, %1</source>
        <translation>Lesen, %1</translation>
    </message>
    <message numerus="yes">
        <source>Read up to %n, %1</source>
        <translation>
            <numerusform>Bis zu %n lesen, %1</numerusform>
            <numerusform>Bis zu %n lesen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading them is over the budget of this month.</source>
        <translation>Das zu lesen liegt über dem Budget dieses Monats.</translation>
    </message>
    <message>
        <source>Reading what was left out</source>
        <translation>Ausgelassenes wird gelesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>They can be read when online.</source>
        <translation>Sie können online gelesen werden.</translation>
    </message>
    <message>
        <source>X gives them no more</source>
        <translation>X gibt sie nicht mehr</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MakeAppPage</name>
    <message>
        <source>As *Callback URI* paste this address, to the letter:</source>
        <translation>Als *Callback URI* diese Adresse einfügen, Buchstabe für Buchstabe:</translation>
    </message>
    <message>
        <source>As *Website URL* give your group's address, and *save*.</source>
        <translation>Als *Website URL* die Adresse der Gruppe angeben, und *save*.</translation>
    </message>
    <message>
        <source>Callback URI</source>
        <translation>Callback URI</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Make your app at X</source>
        <translation>Die App bei X machen</translation>
    </message>
    <message>
        <source>Only if Allybook says that it is taken: then change it here and at X.</source>
        <translation>Nur wenn Allybook sagt, dass er belegt ist: dann hier und bei X ändern.</translation>
    </message>
    <message>
        <source>Open console.x.com</source>
        <translation>console.x.com öffnen</translation>
    </message>
    <message>
        <source>Open the developer console and sign in, best with the account that you want to connect. Buy a little credit there: *5 dollars* go a long way.</source>
        <translation>Die Konsole für Entwickler öffnen und anmelden, am besten mit dem Konto, das verbunden werden soll. Dort etwas Guthaben kaufen: *5 Dollar* reichen weit.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Press *Create App* and give it a name, for example your group's.</source>
        <translation>*Create App* drücken und einen Namen geben, etwa den der Gruppe.</translation>
    </message>
    <message>
        <source>Under *User authentication settings* choose *Read and write* as the permission and *Native App* as the type.</source>
        <translation>Unter *User authentication settings* als Erlaubnis *Read and write* und als Art *Native App* wählen.</translation>
    </message>
    <message>
        <source>What X says about apps</source>
        <translation>Was X über Apps sagt</translation>
    </message>
</context>
<context>
    <name>MannersBox</name>
    <message>
        <source>Change the manners</source>
        <translation>Die Umgangsformen ändern</translation>
    </message>
    <message>
        <source>Influential: from %1</source>
        <translation>Einflussreich: ab %1</translation>
    </message>
    <message>
        <source>Keep-list: %1 accounts</source>
        <translation>Behalten-Liste: %1 Konten</translation>
    </message>
    <message>
        <source>Keep-list: 1 account</source>
        <translation>Behalten-Liste: 1 Konto</translation>
    </message>
    <message>
        <source>Keep-list: nobody yet</source>
        <translation>Behalten-Liste: noch niemand</translation>
    </message>
    <message>
        <source>Manners</source>
        <translation>Umgangsformen</translation>
    </message>
    <message>
        <source>New follows: %1 days of grace</source>
        <translation>Neu gefolgt: %1 Tage Schonfrist</translation>
    </message>
    <message>
        <source>New follows: 1 day of grace</source>
        <translation>Neu gefolgt: 1 Tag Schonfrist</translation>
    </message>
    <message>
        <source>Quiet: after %1 days</source>
        <translation>Still: nach %1 Tagen</translation>
    </message>
</context>
<context>
    <name>MannersSheet</name>
    <message>
        <source>Days of grace for a new follow</source>
        <translation>Tage Schonfrist, wenn neu gefolgt</translation>
    </message>
    <message>
        <source>Influential from so many followers on</source>
        <translation>Einflussreich ab so vielen Followern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Keep everyone in</source>
        <translation>Alle behalten aus</translation>
    </message>
    <message>
        <source>Keep everyone with the tag</source>
        <translation>Alle behalten mit dem Tag</translation>
    </message>
    <message>
        <source>Manners</source>
        <translation>Umgangsformen</translation>
    </message>
    <message>
        <source>Many people only read, and new follows need time. Whoever is on the keep-list is never offered for unfollowing.</source>
        <translation>Viele lesen nur, und neues Folgen braucht Zeit. Wer auf der Behalten-Liste steht, wird nie zum Entfolgen angeboten.</translation>
    </message>
    <message>
        <source>Quiet after days without a post</source>
        <translation>Still nach Tagen ohne Beitrag</translation>
    </message>
</context>
<context>
    <name>MergeCopy</name>
    <message>
        <source>%1 back, whom one of you had removed</source>
        <translation>%1 wieder da, obwohl in einer der beiden Kopien entfernt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 erased there, and taken away here too</source>
        <translation>%1 dort gelöscht und hier auch entfernt</translation>
    </message>
    <message>
        <source>%1 in conflict: both versions are kept</source>
        <translation>%1 im Widerspruch: beide Fassungen bleiben</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 opted out of another book here, and left out of this one</source>
        <translation>%1 hier aus einem anderen Buch ausgestiegen und aus diesem weggelassen</translation>
    </message>
    <message>
        <source>%1 opted out there, and left out here too</source>
        <translation>%1 dort ausgestiegen und hier auch weggelassen</translation>
    </message>
    <message>
        <source>A copy was merged into “%1”.</source>
        <translation>Eine Kopie wurde in „%1“ zusammengeführt.</translation>
    </message>
    <message>
        <source>Add the book</source>
        <translation>Buch hinzufügen</translation>
    </message>
    <message>
        <source>It goes into “%1”, which is another book than the open one.</source>
        <translation>Sie geht in „%1“, ein anderes Buch als das offene.</translation>
    </message>
    <message>
        <source>Later copies of your colleague are merged into it; in the trash it is out of the way.</source>
        <translation>Spätere Kopien aus der Gruppe werden darin zusammengeführt; im Papierkorb ist es aus dem Weg.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge a copy of “%1”</source>
        <translation>Kopie von „%1“ zusammenführen</translation>
    </message>
    <message>
        <source>Merging the copy again goes on with the rest.</source>
        <translation>Die Kopie noch einmal zusammenführen macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Nobody is in it yet.</source>
        <translation>Es steht noch niemand darin.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing that either of you wrote is lost, and one undo takes all of it back. Who opted out in one copy stays out of both.</source>
        <translation>Nichts geht verloren, was auf einer der beiden Seiten geschrieben wurde, und ein Rückgängig nimmt alles zurück. Ein Ausstieg in einer Kopie gilt für beide.</translation>
    </message>
    <message>
        <source>Only history is new; nobody changes by it.</source>
        <translation>Nur der Verlauf ist neu; bei niemandem ändert sich etwas.</translation>
    </message>
    <message>
        <source>Stopped: of the changes in the copy, %1 of %2 came into “%3”.</source>
        <translation>Angehalten: von den Änderungen der Kopie sind %1 von %2 in „%3“.</translation>
    </message>
    <message>
        <source>This computer does not have that book yet. It becomes a book of its own, “%1”, with its whole history.</source>
        <translation>Dieses Buch gibt es auf diesem Computer noch nicht. Es wird ein eigenes Buch, „%1“, mit seinem ganzen Verlauf.</translation>
    </message>
    <message>
        <source>“%1” is on this computer now.</source>
        <translation>„%1“ ist jetzt auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>MuteCard</name>
    <message>
        <source>A word, a phrase, #hashtag or @handle</source>
        <translation>Wort, Wendung, #Hashtag oder @Name</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Mute words</source>
        <translation>Wörter stummschalten</translation>
    </message>
</context>
<context>
    <name>MuteList</name>
    <message>
        <source>A word, a phrase, #hashtag or @handle</source>
        <translation>Wort, Wendung, #Hashtag oder @Name</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Nothing is muted. M at a post mutes its author, a word or a hashtag.</source>
        <translation>Nichts ist stumm. M bei einem Beitrag schaltet das Konto, ein Wort oder einen Hashtag stumm.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Wieder hören</translation>
    </message>
    <message>
        <source>Unmute %1</source>
        <translation>%1 wieder hören</translation>
    </message>
    <message>
        <source>What to mute: a word, a phrase, #hashtag or @handle</source>
        <translation>Wort, Wendung, #Hashtag oder @Name</translation>
    </message>
    <message>
        <source>for a day</source>
        <translation>für einen Tag</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>für eine Woche</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
</context>
<context>
    <name>Muting</name>
    <message>
        <source>How noise is judged was changed.</source>
        <translation>Wie Rauschen beurteilt wird, ist geändert.</translation>
    </message>
    <message>
        <source>How noise is judged…</source>
        <translation>Rauschen beurteilen…</translation>
    </message>
    <message>
        <source>Its posts wait in the quiet folder, reposts of them too.</source>
        <translation>Die Beiträge warten im Stillen Ordner, auch als Reposts.</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>Mute words…</source>
        <translation>Wörter stummschalten…</translation>
    </message>
    <message>
        <source>Muted: %1, %2.</source>
        <translation>Stumm: %1, %2.</translation>
    </message>
    <message>
        <source>Unmuted: %1.</source>
        <translation>Nicht mehr stumm: %1.</translation>
    </message>
    <message>
        <source>changing how noise is judged</source>
        <translation>Änderung, wie Rauschen beurteilt wird</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>muting %1</source>
        <translation>stummschalten: %1</translation>
    </message>
    <message>
        <source>unmuting %1</source>
        <translation>wieder hören: %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>NameBook</name>
    <message>
        <source>Name of the book</source>
        <translation>Name des Buchs</translation>
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
    <name>NameColumn</name>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
</context>
<context>
    <name>NamesSheet</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 pieces not understood</source>
        <translation>, %1 Stücke nicht verstanden</translation>
    </message>
    <message>
        <source>, 1 piece not understood</source>
        <translation>, 1 Stück nicht verstanden</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>@HarborRow, https://x.com/…</source>
        <translation>@HarborRow, https://x.com/…</translation>
    </message>
    <message>
        <source>Check names from elsewhere</source>
        <translation>Namen von anderswo abgleichen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a table or a text with names</source>
        <translation>Eine Tabelle oder einen Text mit Namen wählen</translation>
    </message>
    <message>
        <source>Drop them here one by one.</source>
        <translation>Bitte einzeln hier ablegen.</translation>
    </message>
    <message>
        <source>Names to check</source>
        <translation>Namen zum Abgleichen</translation>
    </message>
    <message>
        <source>No file was read, since one is read at a time.</source>
        <translation>Keine Datei wurde gelesen, denn es wird immer nur eine gelesen.</translation>
    </message>
    <message>
        <source>No names yet</source>
        <translation>Noch keine Namen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Who of these follows you? Paste @names, links or a column of a table. They go into no book, and are forgotten when Allybook closes.</source>
        <translation>Wer von diesen folgt uns? @Namen, Links oder eine Tabellenspalte einfügen. Sie kommen in kein Buch und sind vergessen, wenn Allybook schließt.</translation>
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
        <source>Name, for example County outreach</source>
        <translation>Name, zum Beispiel Kreis-Netzwerk</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Neues Buch</translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Change a part of the filter above, or take one away.</source>
        <translation>Oben einen Teil des Filters ändern oder wegnehmen.</translation>
    </message>
    <message>
        <source>Nobody fits all of this</source>
        <translation>Niemand passt auf alles davon</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>NoiseDialog</name>
    <message>
        <source>%1 of %2 posts would be quiet</source>
        <translation>%1 von %2 Beiträgen wären still</translation>
    </message>
    <message>
        <source>%1 of 1 post would be quiet</source>
        <translation>%1 von 1 Beitrag wäre still</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Each reason that holds for a post adds its points. Above %1 the post waits in the quiet folder, and says why; nothing is thrown away. How many followers an account has is never a reason.</source>
        <translation>Jeder Grund, der auf einen Beitrag zutrifft, gibt seine Punkte. Über %1 wartet der Beitrag im Stillen Ordner und sagt, warum; nichts wird weggeworfen. Wie viele einem Konto folgen, ist nie ein Grund.</translation>
    </message>
    <message>
        <source>How noise is judged</source>
        <translation>Wie Rauschen beurteilt wird</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Vorgaben zurücksetzen</translation>
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
    <message>
        <source>times reposted</source>
        <translation>-mal repostet</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Close this note</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>No browser opened.</source>
        <translation>Kein Browser ging auf.</translation>
    </message>
    <message>
        <source>Open this address yourself: %1</source>
        <translation>Diese Adresse selbst öffnen: %1</translation>
    </message>
    <message>
        <source>Raise the budget…</source>
        <translation>Budget erhöhen…</translation>
    </message>
    <message>
        <source>The address is copied:</source>
        <translation>Die Adresse ist kopiert:</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>A note for everyone who has this book</source>
        <translation>Eine Notiz für alle, die dieses Buch haben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>%1 adds it</source>
        <translation>%1 fügt sie hinzu</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1, am %2</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes, %1</source>
        <translation>Notizen, %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier</source>
        <translation>
            <numerusform>%n frühere zeigen</numerusform>
            <numerusform>%n frühere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>All there is of it waits in the quiet folder.</source>
        <translation>Alles davon wartet im Stillen Ordner.</translation>
    </message>
    <message>
        <source>No account is connected: connect one first.</source>
        <translation>Es ist kein Konto verbunden: zuerst eines verbinden.</translation>
    </message>
    <message>
        <source>No action alert</source>
        <translation>Kein Aufruf</translation>
    </message>
    <message>
        <source>No conversation</source>
        <translation>Kein Gespräch</translation>
    </message>
    <message>
        <source>No post by an ally</source>
        <translation>Kein Beitrag von Verbündeten</translation>
    </message>
    <message>
        <source>No post by an approved ally of this book was read yet. Approve people in Allies, then refresh to read what they post.</source>
        <translation>Noch ist kein Beitrag von angenommenen Verbündeten dieses Buchs gelesen. Bei „Verbündete“ jemanden annehmen, dann liest „Neu laden“ die Beiträge.</translation>
    </message>
    <message>
        <source>No post of this X List was read yet. Refresh to read it.</source>
        <translation>Noch ist kein Beitrag dieser X-Liste gelesen. „Neu laden“ liest sie.</translation>
    </message>
    <message>
        <source>No post of this chat was read yet. Capture it in Chats, or refresh.</source>
        <translation>Noch ist kein Beitrag dieses Chats gelesen. Bei „Chats“ abrufen oder neu laden.</translation>
    </message>
    <message>
        <source>No post of your home timeline was read yet. Refresh to read it.</source>
        <translation>Noch ist kein Beitrag der Startseite gelesen. „Neu laden“ liest sie.</translation>
    </message>
    <message>
        <source>No post that was read answers another one. Refresh to read newer posts.</source>
        <translation>Kein gelesener Beitrag antwortet auf einen anderen. „Neu laden“ liest neuere Beiträge.</translation>
    </message>
    <message>
        <source>No post that was read asks something. Refresh to read newer posts.</source>
        <translation>Kein gelesener Beitrag fragt etwas. „Neu laden“ liest neuere Beiträge.</translation>
    </message>
    <message>
        <source>No post that was read calls to act. Refresh to read newer posts, or search X.</source>
        <translation>Kein gelesener Beitrag ruft zum Handeln auf. „Neu laden“ liest neuere Beiträge; auch X lässt sich durchsuchen.</translation>
    </message>
    <message>
        <source>No post that was read is by an approved ally. Approve people in Allies, or refresh your book.</source>
        <translation>Kein gelesener Beitrag ist von angenommenen Verbündeten. Bei „Verbündete“ jemanden annehmen oder das Buch neu laden.</translation>
    </message>
    <message>
        <source>No post that was read is muted. Press M on a post to mute its author, a hashtag or words.</source>
        <translation>Kein gelesener Beitrag ist stumm. M bei einem Beitrag schaltet das Konto, einen Hashtag oder Wörter stumm.</translation>
    </message>
    <message>
        <source>No post that was read so far has all of this.</source>
        <translation>Kein bisher gelesener Beitrag hat das alles.</translation>
    </message>
    <message>
        <source>No post was read yet. Refresh to read your home timeline.</source>
        <translation>Noch ist kein Beitrag gelesen. „Neu laden“ liest die Startseite.</translation>
    </message>
    <message>
        <source>No posts here yet</source>
        <translation>Noch keine Beiträge hier</translation>
    </message>
    <message>
        <source>No question</source>
        <translation>Keine Frage</translation>
    </message>
    <message>
        <source>Nothing is muted here</source>
        <translation>Hier ist nichts stumm</translation>
    </message>
    <message>
        <source>Nothing is quiet here</source>
        <translation>Hier ist nichts still</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt darauf</translation>
    </message>
    <message>
        <source>Posts that match may be among those not read</source>
        <translation>Passende Beiträge können unter denen sein, die nicht gelesen sind</translation>
    </message>
    <message>
        <source>The filter stays as it is</source>
        <translation>Der Filter bleibt, wie er ist</translation>
    </message>
    <message>
        <source>The rest of the filter stays</source>
        <translation>Der Rest des Filters bleibt</translation>
    </message>
    <message>
        <source>There is no post in what was imported. Import another file.</source>
        <translation>Im Eingelesenen steht kein Beitrag. Eine andere Datei einlesen.</translation>
    </message>
    <message>
        <source>They match; each has a reason to wait there</source>
        <translation>Sie passen; jeder hat einen Grund, dort zu warten</translation>
    </message>
    <message>
        <source>This search found no post so far. Search X to ask once more.</source>
        <translation>Diese Suche fand bisher keinen Beitrag. „X durchsuchen“ fragt noch einmal.</translation>
    </message>
    <message>
        <source>What is probably noise waits here, each post with its reason.</source>
        <translation>Hier wartet, was wohl Rauschen ist, jeder Beitrag mit seinem Grund.</translation>
    </message>
    <message>
        <source>What is read stays on this computer</source>
        <translation>Was gelesen wird, bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>You are offline: go online first.</source>
        <translation>Gerade wird offline gearbeitet: dafür online gehen.</translation>
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
        <source>Opt %1 allies out for ever?</source>
        <translation>%1 Verbündete für immer austragen?</translation>
    </message>
    <message>
        <source>Opt %1 out for ever?</source>
        <translation>%1 für immer austragen?</translation>
    </message>
    <message>
        <source>Opt out for ever</source>
        <translation>Für immer austragen</translation>
    </message>
    <message>
        <source>Opt out there too</source>
        <translation>Auch dort austragen</translation>
    </message>
    <message>
        <source>Other books have them as well: %1.</source>
        <translation>Auch in anderen Büchern: %1.</translation>
    </message>
</context>
<context>
    <name>OwnsApp</name>
    <message>
        <source>This account owns the developer app</source>
        <translation>Diesem Konto gehört die App</translation>
    </message>
    <message>
        <source>Tick it if you make the app with the account that you connect. X then charges %1 instead of %2 for each of your own followers, and of those you follow.</source>
        <translation>Anhaken, wenn die App mit dem Konto gemacht wird, das verbunden wird. X berechnet dann %1 statt %2 für alle, die dem Konto folgen, und denen es folgt.</translation>
    </message>
</context>
<context>
    <name>PaceSheet</name>
    <message>
        <source>Back to the usual pace</source>
        <translation>Zurück zum üblichen Tempo</translation>
    </message>
    <message>
        <source>Changes in 24 hours, at most</source>
        <translation>Änderungen in 24 Stunden, höchstens</translation>
    </message>
    <message>
        <source>Here changes go out one after the other without a pause, because nobody can be locked on the practice network. X itself wants lists changed slowly: there, Allybook waits between two changes. At most %2 go out in 24 hours.</source>
        <translation>Hier gehen Änderungen ohne Pause nacheinander hinaus, denn im Übungsnetz kann niemand gesperrt werden. X selbst will, dass Listen langsam geändert werden: dort wartet Allybook zwischen zwei Änderungen. Höchstens %2 gehen in 24 Stunden hinaus.</translation>
    </message>
    <message>
        <source>How slowly?</source>
        <translation>Wie langsam?</translation>
    </message>
    <message>
        <source>I take the risk for this account</source>
        <translation>Ich trage das Risiko für dieses Konto</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Seconds between two changes</source>
        <translation>Sekunden zwischen zwei Änderungen</translation>
    </message>
    <message>
        <source>This is faster than is safe.</source>
        <translation>Das ist schneller, als sicher ist.</translation>
    </message>
    <message>
        <source>X has locked accounts for a day, in its own app too, after lists grew fast. Allybook stops at the first refusal, but it cannot undo a lock.</source>
        <translation>X hat Konten für einen Tag gesperrt, auch in der eigenen App, wenn Listen schnell wuchsen. Allybook hält bei der ersten Ablehnung an, kann eine Sperre aber nicht aufheben.</translation>
    </message>
    <message>
        <source>X wants lists changed slowly. A change every %1 seconds, and %2 in 24 hours, is what Allybook thinks safe; slower is always fine.</source>
        <translation>X möchte, dass Listen langsam geändert werden. Eine Änderung alle %1 Sekunden und %2 in 24 Stunden hält Allybook für sicher; langsamer geht immer.</translation>
    </message>
    <message>
        <source>no pause</source>
        <translation>keine Pause</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>PairSheet</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare two dates</source>
        <translation>Zwei Tage vergleichen</translation>
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
        <source>What changed shows only between complete readings: a half-read one cannot tell who is missing.</source>
        <translation>Was sich änderte, zeigt sich nur zwischen vollständigen Ständen: ein halb gelesener kann nicht sagen, wer fehlt.</translation>
    </message>
</context>
<context>
    <name>PartingDialog</name>
    <message>
        <source>Close and lose what you did last?</source>
        <translation>Schließen und das zuletzt Getane verlieren?</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The disk took nothing new: what you chose or did since then is lost when Allybook closes. Stay, and make room or plug the disk in again; then it is kept.</source>
        <translation>Die Platte nahm nichts Neues an: Was seither gewählt oder getan wurde, geht verloren, wenn Allybook schließt. Bleiben und Platz schaffen oder die Platte wieder anschließen; dann wird es gesichert.</translation>
    </message>
    <message>
        <source>The note that you began about %1 is in no book yet, and is lost when Allybook closes. Stay, and press “Add the note”; then it is kept.</source>
        <translation>Die angefangene Notiz zu %1 steht noch in keinem Buch und geht verloren, wenn Allybook schließt. Bleiben und „Notiz hinzufügen“ drücken; dann wird sie gesichert.</translation>
    </message>
    <message>
        <source>There is room again, but what you did last was not written, and is lost when Allybook closes. Stay, and press “Try again” above; then it is kept.</source>
        <translation>Platz ist wieder da, aber das zuletzt Getane wurde nicht geschrieben und geht verloren, wenn Allybook schließt. Bleiben und oben „Noch einmal“ drücken; dann wird es gesichert.</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
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
    <name>PlacesPane</name>
    <message>
        <source>Fold the places again</source>
        <translation>Die Orte wieder einklappen</translation>
    </message>
</context>
<context>
    <name>PlacesStrip</name>
    <message>
        <source>Show the places with their words</source>
        <translation>Die Orte mit ihren Wörtern zeigen</translation>
    </message>
</context>
<context>
    <name>Popup</name>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>PostActs</name>
    <message>
        <source>Add the author to the book</source>
        <translation>Dieses Konto ins Buch</translation>
    </message>
    <message>
        <source>Keep posts like this</source>
        <translation>Solche Beiträge behalten</translation>
    </message>
    <message>
        <source>Let noise decide again</source>
        <translation>Wieder das Rauschen entscheiden lassen</translation>
    </message>
    <message>
        <source>Like on X, free</source>
        <translation>Gefällt-mir auf X, gratis</translation>
    </message>
    <message>
        <source>Mute a word or the author…</source>
        <translation>Wort oder Konto stummschalten…</translation>
    </message>
    <message>
        <source>Never hide this author</source>
        <translation>Dieses Konto nie verstecken</translation>
    </message>
    <message>
        <source>Reply on X, free</source>
        <translation>Auf X antworten, gratis</translation>
    </message>
    <message>
        <source>Unmute %1</source>
        <translation>%1 wieder hören</translation>
    </message>
    <message>
        <source>View on X, free</source>
        <translation>Auf X ansehen, gratis</translation>
    </message>
</context>
<context>
    <name>PostDetails</name>
    <message>
        <source>Change weights</source>
        <translation>Gewichte ändern</translation>
    </message>
    <message>
        <source>Choose a post to read it here.</source>
        <translation>Einen Beitrag wählen, um ihn hier zu lesen.</translation>
    </message>
    <message>
        <source>How noisy it is</source>
        <translation>Wie viel Rauschen er macht</translation>
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
        <source>Opens the post on X</source>
        <translation>Öffnet den Beitrag auf X</translation>
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
        <source>This post is not in the list beside it.</source>
        <translation>Dieser Beitrag steht nicht in der Liste daneben.</translation>
    </message>
    <message>
        <source>Why it is quiet</source>
        <translation>Warum er still ist</translation>
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
        <source>%1 (%2), over budget</source>
        <translation>%1 (%2), über dem Budget</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <source>%1, from %2</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1, when online</source>
        <translation>%1, sobald online</translation>
    </message>
    <message>
        <source>%1, with an account</source>
        <translation>%1, mit einem Konto</translation>
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
        <source>Copy this report</source>
        <translation>Diesen Bericht kopieren</translation>
    </message>
    <message>
        <source>Nobody is to be added or taken off.</source>
        <translation>Niemand kommt dazu oder geht weg.</translation>
    </message>
    <message>
        <source>Paused: nothing goes out until you go on</source>
        <translation>Pause: nichts geht hinaus, bis es weitergeht</translation>
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
        <source>The next one in %1</source>
        <translation>Nächste Änderung in %1</translation>
    </message>
    <message>
        <source>Took off %1</source>
        <translation>Von der Liste: %1</translation>
    </message>
    <message>
        <source>X did not take %1</source>
        <translation>X hat %1 nicht angenommen</translation>
    </message>
    <message>
        <source>X said no about them less than a month ago. You see the price first.</source>
        <translation>X hat vor weniger als einem Monat Nein gesagt. Der Preis steht vorher da.</translation>
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
        <source>%1 to add</source>
        <translation>%1 kommen dazu</translation>
    </message>
    <message>
        <source>%1 to remove</source>
        <translation>%1 gehen weg</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <translation>%1: etwa %2</translation>
    </message>
    <message>
        <source>%1: from %2</source>
        <translation>%1: ab %2</translation>
    </message>
    <message>
        <source>1 to add</source>
        <translation>1 kommt dazu</translation>
    </message>
    <message>
        <source>1 to remove</source>
        <translation>1 geht weg</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
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
        <source>Ways to do it</source>
        <translation>Wege dorthin</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>%1 read.</source>
        <translation>%1 gelesen.</translation>
    </message>
    <message>
        <source>Looking up names</source>
        <translation>Namen werden nachgesehen</translation>
    </message>
    <message>
        <source>None of it is new here.</source>
        <translation>Nichts davon ist hier neu.</translation>
    </message>
    <message>
        <source>Not all could be used.</source>
        <translation>Nicht alles war zu gebrauchen.</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>Reading #%1</source>
        <translation>#%1 wird gelesen</translation>
    </message>
    <message>
        <source>Reading the home timeline</source>
        <translation>Die Startseite wird gelesen</translation>
    </message>
    <message>
        <source>Reading “%1”</source>
        <translation>„%1“ wird gelesen</translation>
    </message>
    <message>
        <source>Searching X</source>
        <translation>X wird durchsucht</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What was read is kept.</source>
        <translation>Was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>X charged %1 for that.</source>
        <translation>X hat dafür %1 berechnet.</translation>
    </message>
    <message>
        <source>X charged nothing for that.</source>
        <translation>X hat dafür nichts berechnet.</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>PDF to print…</source>
        <translation>PDF zum Drucken…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht sichern</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>This PDF is made to be printed. For a screen reader, save the same report as a web page.</source>
        <translation>Dieses PDF ist zum Drucken. Für einen Screenreader denselben Bericht als Webseite sichern.</translation>
    </message>
    <message>
        <source>Web page…</source>
        <translation>Webseite…</translation>
    </message>
    <message>
        <source>follow-back</source>
        <translation>Folge-Abgleich</translation>
    </message>
</context>
<context>
    <name>Resembling</name>
    <message numerus="yes">
        <source>%n pairs of allies may be one each.</source>
        <translation>
            <numerusform>%n Paar von Verbündeten ist vielleicht dasselbe.</numerusform>
            <numerusform>%n Paare von Verbündeten sind vielleicht je dasselbe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>No two allies here look alike.</source>
        <translation>Hier sehen keine zwei gleich aus.</translation>
    </message>
    <message>
        <source>Two allies may be one.</source>
        <translation>Zwei Verbündete sind vielleicht dasselbe.</translation>
    </message>
    <message>
        <source>merging @%1</source>
        <translation>das Zusammenführen von @%1</translation>
    </message>
</context>
<context>
    <name>Resolving</name>
    <message>
        <source>%1 of %2 handles were found.</source>
        <translation>%1 von %2 @Namen wurden gefunden.</translation>
    </message>
    <message>
        <source>%1 of 1 handle was found.</source>
        <translation>%1 von 1 @Namen wurde gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n allies are known by their handles only.</source>
        <translation>
            <numerusform>%n Verbündete(r) ist nur mit @Namen bekannt.</numerusform>
            <numerusform>%n Verbündete sind nur mit @Namen bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ally is known by its handle only.</source>
        <translation>1 Verbündete(r) ist nur mit @Namen bekannt.</translation>
    </message>
    <message>
        <source>Another account may have the handle of 1 ally now (@%1): remove it, and add whom you mean.</source>
        <translation>Vielleicht hat jetzt ein anderes Konto @%1: den Eintrag entfernen und hinzufügen, wer gemeint ist.</translation>
    </message>
    <message numerus="yes">
        <source>Look up %n handles</source>
        <translation>
            <numerusform>%n @Namen nachsehen</numerusform>
            <numerusform>%n @Namen nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look up 1 handle</source>
        <translation>1 @Namen nachsehen</translation>
    </message>
    <message>
        <source>Looking the handles up</source>
        <translation>Die @Namen werden nachgesehen</translation>
    </message>
    <message>
        <source>Nobody on X has the others now: look at how they are written.</source>
        <translation>Die übrigen @Namen hat jetzt niemand auf X: ansehen, wie sie geschrieben sind.</translation>
    </message>
    <message numerus="yes">
        <source>Other accounts may have the handles of %n allies now (@%1 among them): remove these, and add whom you mean.</source>
        <translation>
            <numerusform>Vielleicht hat jetzt ein anderes Konto den @Namen von %n Verbündeten (@%1): entfernen und hinzufügen, wer gemeint ist.</numerusform>
            <numerusform>Vielleicht haben jetzt andere Konten die @Namen von %n Verbündeten (darunter @%1): diese entfernen und hinzufügen, wer gemeint ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharePageDialog</name>
    <message>
        <source>%1 left out: everyone can read this page.</source>
        <translation>%1 weggelassen: diese Seite können alle lesen.</translation>
    </message>
    <message>
        <source>Also %1, who know of it</source>
        <translation>Auch %1, die davon wissen</translation>
    </message>
    <message>
        <source>Also %1, who knows of it</source>
        <translation>Auch %1, die davon weiß</translation>
    </message>
    <message numerus="yes">
        <source>Also %n tags that your group gave</source>
        <translation>
            <numerusform>Auch %n Tag, das die Gruppe vergeben hat</numerusform>
            <numerusform>Auch %n Tags, die die Gruppe vergeben hat</numerusform>
        </translation>
    </message>
    <message>
        <source>Also 1 tag that your group gave</source>
        <translation>Auch 1 Tag, das die Gruppe vergeben hat</translation>
    </message>
    <message>
        <source>Close, change nothing</source>
        <translation>Schließen, nichts ändern</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Heading of the page</source>
        <translation>Überschrift der Seite</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the page</source>
        <translation>Sprache der Seite</translation>
    </message>
    <message>
        <source>Left out because their bio asks for no lists: %1.</source>
        <translation>Weggelassen, weil das Profil um keine Listen bittet: %1.</translation>
    </message>
    <message>
        <source>Left out without a known handle: %1.</source>
        <translation>Weggelassen ohne bekannten @Namen: %1.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>On the page: %1.</source>
        <translation>Auf der Seite: %1.</translation>
    </message>
    <message>
        <source>One file for everyone: approved allies by category, with links to follow them. Notes, reasons and who wrote them stay with you, and tags too unless you choose them.</source>
        <translation>Eine Datei für alle: Verbündete nach Kategorien, mit Links zum Folgen. Notizen, Gründe und wer sie schrieb, bleiben hier, Tags ebenso, wenn niemand sie wählt.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Share as a web page</source>
        <translation>Als Webseite weitergeben</translation>
    </message>
    <message>
        <source>Tags on it: %1.</source>
        <translation>Tags darauf: %1.</translation>
    </message>
    <message>
        <source>Tags that stay with you: %1.</source>
        <translation>Tags, die hier bleiben: %1.</translation>
    </message>
    <message>
        <source>The other %1 can follow tomorrow, as part %2.</source>
        <translation>Die übrigen %1 können morgen folgen, als Teil %2.</translation>
    </message>
    <message>
        <source>Write the page…</source>
        <translation>Die Seite sichern…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close, change nothing</source>
        <translation>Schließen, nichts ändern</translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
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
    <name>SignInDialog</name>
    <message>
        <source>Change the port</source>
        <translation>Den Port ändern</translation>
    </message>
    <message>
        <source>Check the Client ID</source>
        <translation>Die Client ID prüfen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Sign out again</source>
        <translation>Wieder abmelden</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>This address is not the answer that Allybook waits for: copy the one that the browser shows now. Allybook still waits.</source>
        <translation>Diese Adresse ist nicht die Antwort, auf die Allybook wartet: die kopieren, die der Browser jetzt zeigt. Allybook wartet noch.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 act</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>Also forget what X told this account</source>
        <translation>Auch vergessen, was X diesem Konto gesagt hat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ends:</source>
        <translation>Endet:</translation>
    </message>
    <message>
        <source>Its posts, accounts and checks. To read them again costs money.</source>
        <translation>Beiträge, Konten und Abgleiche davon. Sie noch einmal zu lesen kostet Geld.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>%1 abmelden?</translation>
    </message>
    <message>
        <source>Signing out.</source>
        <translation>Wird abgemeldet.</translation>
    </message>
    <message>
        <source>Stays:</source>
        <translation>Bleibt:</translation>
    </message>
    <message>
        <source>What is being written goes first. “Not now” leaves you signed in.</source>
        <translation>Was gerade geschrieben wird, geht vor. Mit „Jetzt nicht“ bleibt das Konto angemeldet.</translation>
    </message>
    <message>
        <source>X is asked to revoke the sign-in, and the keyring here forgets it.</source>
        <translation>X wird gebeten, die Anmeldung zu widerrufen, und der Schlüsselbund hier vergisst sie.</translation>
    </message>
    <message>
        <source>X is asked; this takes a moment.</source>
        <translation>X wird gefragt; das dauert einen Moment.</translation>
    </message>
    <message>
        <source>You are signed out here.</source>
        <translation>Hier abgemeldet.</translation>
    </message>
    <message>
        <source>Your books, the outbox and what you spent. To go on, sign in again.</source>
        <translation>Bücher, Postausgang und Ausgaben. Um weiterzumachen, wieder anmelden.</translation>
    </message>
    <message>
        <source>Your books, what you spent, and %1 in the outbox, until you sign in again.</source>
        <translation>Bücher, Ausgaben und %1 im Postausgang, bis zur nächsten Anmeldung.</translation>
    </message>
</context>
<context>
    <name>SparedList</name>
    <message>
        <source>Let noise decide</source>
        <translation>Wieder das Rauschen entscheiden lassen</translation>
    </message>
    <message>
        <source>Let noise decide about %1</source>
        <translation>Über %1 wieder das Rauschen entscheiden lassen</translation>
    </message>
    <message>
        <source>Never hidden</source>
        <translation>Nie versteckt</translation>
    </message>
    <message>
        <source>Nothing is kept for good. At a quiet post, S keeps posts like it and H its author.</source>
        <translation>Nichts wird auf Dauer behalten. Bei einem stillen Beitrag behält S ähnliche Beiträge und H alles von diesem Konto.</translation>
    </message>
    <message>
        <source>an author whose handle was %1, and is not known now</source>
        <translation>ein Konto, dessen @Name %1 war und das jetzt nicht bekannt ist</translation>
    </message>
    <message>
        <source>“%1”, which this Allybook cannot read: it spares nothing</source>
        <translation>„%1“, was dieses Allybook nicht lesen kann: Es verschont nichts</translation>
    </message>
</context>
<context>
    <name>Sparing</name>
    <message>
        <source>Any of them can be hidden again from its details.</source>
        <translation>Jeder davon lässt sich in den Einzelheiten wieder verstecken.</translation>
    </message>
    <message>
        <source>Never hidden from now on: %1.</source>
        <translation>Ab jetzt nie versteckt: %1.</translation>
    </message>
    <message>
        <source>Noise decides again about %1.</source>
        <translation>Über %1 entscheidet wieder das Rauschen.</translation>
    </message>
    <message>
        <source>This is muted, so it waits whatever else is kept.</source>
        <translation>Das ist stumm und wartet, was sonst auch behalten wird.</translation>
    </message>
    <message>
        <source>Unmute it in its details.</source>
        <translation>In den Einzelheiten lässt es sich wieder hören.</translation>
    </message>
    <message>
        <source>Who wrote this is not known here yet.</source>
        <translation>Wer das schrieb, ist hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>hiding %1 again</source>
        <translation>wieder verstecken: %1</translation>
    </message>
    <message>
        <source>never hiding %1</source>
        <translation>nie verstecken: %1</translation>
    </message>
    <message>
        <source>“Show names” looks it up.</source>
        <translation>„Namen zeigen“ sieht nach.</translation>
    </message>
</context>
<context>
    <name>SpendingDialog</name>
    <message>
        <source>%1 spent, %2 left of %3</source>
        <translation>%1 ausgegeben, %2 von %3 übrig</translation>
    </message>
    <message>
        <source>%1 spent, %4 in doubt, %2 left of %3</source>
        <translation>%1 ausgegeben, %4 unklar, %2 von %3 übrig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was spent this month.</source>
        <translation>Diesen Monat wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Prices of %1. X may change them: look at</source>
        <translation>Preise vom %1. X kann sie ändern: nachsehen bei</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Spent in %1</source>
        <translation>Ausgegeben im %1</translation>
    </message>
    <message>
        <source>The budget is used up.</source>
        <translation>Das Budget ist aufgebraucht.</translation>
    </message>
    <message>
        <source>What was read stays: reading, filtering and editing go on. Raise the budget below, or wait until %1.</source>
        <translation>Was gelesen wurde, bleibt: lesen, filtern und bearbeiten gehen weiter. Das Budget unten erhöhen, oder bis %1 warten.</translation>
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
        <source>Signed in</source>
        <translation>Angemeldet</translation>
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
        <source>All days</source>
        <translation>Alle Tage</translation>
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
    <name>Summary</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message>
        <source>%1 spent, %2 of %3 after this</source>
        <translation>%1 ausgegeben, danach %2 von %3</translation>
    </message>
    <message>
        <source>%1 spent, %4 in doubt, %2 of %3 after this</source>
        <translation>%1 ausgegeben, %4 unklar, danach %2 von %3</translation>
    </message>
    <message>
        <source>Change how slowly it goes</source>
        <translation>Das Tempo ändern</translation>
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
        <translation>Das ginge um %1 über das Budget.</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
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
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Reiter</translation>
    </message>
</context>
<context>
    <name>TagPill</name>
    <message>
        <source>%1 drops it</source>
        <translation>%1 nimmt es weg</translation>
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
    <name>TagsDelegate</name>
    <message>
        <source>Tags, with commas between</source>
        <translation>Tags, mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Taste: %1</translation>
    </message>
    <message>
        <source>Nothing happens on X by itself: open each one there, decide, tick it off.</source>
        <translation>Auf X geschieht nichts von selbst: jedes dort öffnen, entscheiden, abhaken.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open on X, free</source>
        <translation>Auf X öffnen, gratis</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Then %1 and %2 more.</source>
        <translation>Dann %1 und %2 weitere.</translation>
    </message>
    <message>
        <source>Then %1.</source>
        <translation>Dann %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Your tick list</source>
        <translation>Die Hakliste</translation>
    </message>
</context>
<context>
    <name>Ticking</name>
    <message>
        <source>No browser opened.</source>
        <translation>Kein Browser ging auf.</translation>
    </message>
    <message>
        <source>Open this address yourself:</source>
        <translation>Diese Adresse selbst öffnen:</translation>
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
        <source>Rename this view…</source>
        <translation>Diese Ansicht umbenennen…</translation>
    </message>
    <message>
        <source>Search X</source>
        <translation>X durchsuchen</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen zeigen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>%1 kept</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>%1 kept, %2 waiting in the quiet folder</source>
        <translation>%1 behalten, %2 im Stillen Ordner</translation>
    </message>
    <message>
        <source>%1, each with its reason</source>
        <translation>%1, jeder mit seinem Grund</translation>
    </message>
    <message>
        <source>Quiet folder: %1</source>
        <translation>Stiller Ordner: %1</translation>
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message>
        <source>Connect with a user token</source>
        <translation>Mit einem Nutzer-Token verbinden</translation>
    </message>
    <message>
        <source>Shown as dots, kept in the keyring, sent to nobody but X.</source>
        <translation>Als Punkte gezeigt, im Schlüsselbund behalten, nur an X geschickt.</translation>
    </message>
    <message>
        <source>This is no token. To connect with a Client ID, go back and on.</source>
        <translation>Das ist kein Token. Um mit einer Client ID zu verbinden, zurück und weiter gehen.</translation>
    </message>
    <message>
        <source>This is the app's own Bearer Token, which speaks for nobody.</source>
        <translation>Das ist der Bearer Token der App selbst, der für niemanden spricht.</translation>
    </message>
    <message>
        <source>User access token (OAuth 2.0)</source>
        <translation>Access Token des Kontos (OAuth 2.0)</translation>
    </message>
    <message>
        <source>X ends such a token after about two hours, and Allybook cannot renew it. To stay signed in, go back and follow the pages.</source>
        <translation>X beendet so einen Token nach etwa zwei Stunden, und Allybook kann ihn nicht erneuern. Um angemeldet zu bleiben, zurückgehen und den Seiten folgen.</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>Books in the trash</source>
        <translation>Bücher im Papierkorb</translation>
    </message>
    <message>
        <source>Each is a dated copy with all its history.</source>
        <translation>Jedes ist eine datierte Kopie mit dem ganzen Verlauf.</translation>
    </message>
</context>
<context>
    <name>TrashSheet</name>
    <message>
        <source>Bring %1 back</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Somebody was forgotten since, so this was not taken back.</source>
        <translation>Seither wurde jemand vergessen, darum wurde das nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this filter as a view</source>
        <translation>Diesen Filter als Ansicht behalten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>%1 left</source>
        <comment>minutes and seconds</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Allybook asks X whose account it is. This takes a moment.</source>
        <translation>Allybook fragt X, wessen Konto es ist. Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>Copied; paste it into a browser</source>
        <translation>Kopiert; in einen Browser einfügen</translation>
    </message>
    <message>
        <source>Copy the address of X</source>
        <translation>Die Adresse von X kopieren</translation>
    </message>
    <message>
        <source>Nothing opened, or the wrong browser? Open the address yourself, anywhere.</source>
        <translation>Nichts ging auf, oder der falsche Browser? Die Adresse selbst öffnen, irgendwo.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Waiting for your yes on X</source>
        <translation>Wartet auf das Ja auf X</translation>
    </message>
    <message>
        <source>X said yes</source>
        <translation>X hat ja gesagt</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>It was not read yet; the Chats tab says what reading it costs</source>
        <translation>Noch nicht gelesen; was das kostet, steht im Reiter Chats</translation>
    </message>
    <message>
        <source>Its posts</source>
        <translation>Die Beiträge dazu</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>Read the chat…</source>
        <translation>Chat lesen…</translation>
    </message>
    <message>
        <source>Show its posts in the timeline</source>
        <translation>Die Beiträge dazu in der Timeline zeigen</translation>
    </message>
    <message>
        <source>The chat as it was read last</source>
        <translation>Der Chat, wie er zuletzt gelesen wurde</translation>
    </message>
</context>
<context>
    <name>WeightGrid</name>
    <message>
        <source>Points for: %1</source>
        <translation>Punkte für: %1</translation>
    </message>
    <message>
        <source>Weight of: %1</source>
        <translation>Gewicht von: %1</translation>
    </message>
    <message>
        <source>What lowers it</source>
        <translation>Was es senkt</translation>
    </message>
    <message>
        <source>What makes noise</source>
        <translation>Was Rauschen macht</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A colleague sent a list?</source>
        <translation>Eine Liste bekommen?</translation>
    </message>
    <message>
        <source>A make-believe X with about %1 accounts and a %2 chat. Press every button; nobody will see it.</source>
        <translation>Ein erfundenes X mit etwa %1 Konten und einem Chat %2. Jeder Knopf darf gedrückt werden; niemand sieht es.</translation>
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
        <translation>X-Konto verbinden</translation>
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
    <name>WhyPage</name>
    <message>
        <source>About 10 minutes, once.</source>
        <translation>Etwa 10 Minuten, einmal.</translation>
    </message>
    <message>
        <source>Connect my X account</source>
        <translation>Eigenes X-Konto verbinden</translation>
    </message>
    <message>
        <source>Every price stands on its button before you press it, and Allybook stops before your budget of %1 a month is passed.</source>
        <translation>Jeder Preis steht auf dem Knopf, bevor er gedrückt wird, und Allybook hält an, bevor das Budget von %1 im Monat überschritten ist.</translation>
    </message>
    <message>
        <source>I have a user token</source>
        <translation>Ich habe einen Nutzer-Token</translation>
    </message>
    <message>
        <source>I have the four keys of my app</source>
        <translation>Ich habe die vier Schlüssel meiner App</translation>
    </message>
    <message>
        <source>Made an app already?</source>
        <translation>Schon eine App gemacht?</translation>
    </message>
    <message>
        <source>Never more than you allow.</source>
        <translation>Nie mehr als erlaubt.</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps it; it is sent to nobody but X.</source>
        <translation>Der Schlüsselbund dieses Computers behält sie; sie geht nur an X.</translation>
    </message>
    <message>
        <source>The sign-in stays with you.</source>
        <translation>Die Anmeldung bleibt hier.</translation>
    </message>
    <message>
        <source>What was read once is free for the rest of the day.</source>
        <translation>Was einmal gelesen wurde, ist den Rest des Tages gratis.</translation>
    </message>
    <message>
        <source>X charges %1 for a post and %2 for an account that is read.</source>
        <translation>X berechnet %1 für einen Beitrag und %2 für ein Konto, das gelesen wird.</translation>
    </message>
    <message>
        <source>X lets programs in through a developer app, and charges whoever owns the app. So you make one of your own, once: the app and the bill are yours, and nobody stands between you and X. These pages go with you step by step.</source>
        <translation>X lässt Programme durch eine Entwickler-App herein und berechnet alles dem, dem die App gehört. Darum macht man sich einmal eine eigene: App und Rechnung gehören der Gruppe, und niemand steht zwischen ihr und X. Diese Seiten gehen Schritt für Schritt mit.</translation>
    </message>
    <message>
        <source>X's own price list</source>
        <translation>Die Preisliste von X</translation>
    </message>
    <message>
        <source>You need your X password, and a card to buy credit.</source>
        <translation>Nötig sind das Passwort für X und eine Karte, um Guthaben zu kaufen.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Aktivität…</translation>
    </message>
    <message>
        <source>Allies</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>Allybook follows when you open it again.</source>
        <translation>Allybook folgt beim nächsten Öffnen.</translation>
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
        <source>Compact posts, 1 line</source>
        <translation>Niedrige Beiträge, 1 Zeile</translation>
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
        <source>Forget what X said…</source>
        <translation>Vergessen, was X gesagt hat…</translation>
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
        <source>Roomy posts, 3 lines</source>
        <translation>Hohe Beiträge, 3 Zeilen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Usual posts, 2 lines</source>
        <translation>Übliche Beiträge, 2 Zeilen</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>You chose another size of letters.</source>
        <translation>Die Schriftgröße hat sich geändert.</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
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
    <name>activity</name>
    <message>
        <source>%1 added, at %2</source>
        <translation>%1 hinzugefügt, je %2</translation>
    </message>
    <message>
        <source>%1 by hand, as you said</source>
        <translation>%1 von Hand, wie gesagt</translation>
    </message>
    <message>
        <source>%1 taken off, at %2</source>
        <translation>%1 heruntergenommen, je %2</translation>
    </message>
    <message>
        <source>%1 waiting, %2 in all</source>
        <translation>%1 warten, %2 insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%n other changes wait for this list and go out with it.</source>
        <translation>
            <numerusform>%n weitere Änderung wartet auf diese Liste und geht mit hinaus.</numerusform>
            <numerusform>%n weitere Änderungen warten auf diese Liste und gehen mit hinaus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things</source>
        <translation>
            <numerusform>%n Sache</numerusform>
            <numerusform>%n Sachen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 other change waits for this list and goes out with it.</source>
        <translation>1 weitere Änderung wartet auf diese Liste und geht mit hinaus.</translation>
    </message>
    <message>
        <source>1 thing</source>
        <translation>1 Sache</translation>
    </message>
    <message>
        <source>1 waiting, %2 in all</source>
        <translation>1 wartet, %2 insgesamt</translation>
    </message>
    <message>
        <source>A deleted list cannot come back; publish the book to make a new one.</source>
        <translation>Eine gelöschte Liste kommt nicht wieder; das Buch noch einmal senden, um eine neue zu machen.</translation>
    </message>
    <message>
        <source>A like is taken off at the post itself.</source>
        <translation>Ein Gefällt-mir wird beim Beitrag selbst zurückgenommen.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Added to %1</source>
        <translation>Zu %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Allybook cannot take back a post: delete it on X; others may have read it.</source>
        <translation>Einen Beitrag kann Allybook nicht zurücknehmen: auf X löschen; andere haben ihn vielleicht gelesen.</translation>
    </message>
    <message>
        <source>Approve some, then put them on an X List</source>
        <translation>Einige annehmen und sie dann auf eine X-Liste setzen</translation>
    </message>
    <message>
        <source>Check afterwards, %1 read at %2</source>
        <translation>Danach prüfen, %1 gelesen, je %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Delete the X List again</source>
        <translation>Die X-Liste wieder löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Dropped before it was sent</source>
        <translation>Verworfen, bevor es gesendet wurde</translation>
    </message>
    <message>
        <source>Everything that Allybook sends to X for you stands here, with its price, and most of it can be taken back.</source>
        <translation>Alles, was Allybook an X schickt, steht hier mit seinem Preis, und das meiste lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Follow on X</source>
        <translation>Auf X folgen</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>It goes out like every change: one at a time, and the list is read afterwards to see that it is so. You can keep working or close Allybook.</source>
        <translation>Es geht hinaus wie jede Änderung: eine nach der anderen, und danach wird die Liste gelesen, um zu sehen, dass es so ist. Weiterarbeiten oder Allybook schließen geht.</translation>
    </message>
    <message>
        <source>It is taken back, or about to be.</source>
        <translation>Es ist zurückgenommen oder wird es gleich.</translation>
    </message>
    <message>
        <source>It waits for its turn; nothing is on X yet.</source>
        <translation>Es wartet, bis es an der Reihe ist; auf X ist noch nichts.</translation>
    </message>
    <message>
        <source>List deleted on X</source>
        <translation>Liste auf X gelöscht</translation>
    </message>
    <message>
        <source>New list on X</source>
        <translation>Neue Liste auf X</translation>
    </message>
    <message>
        <source>Not added to %1: %2</source>
        <translation>Nicht zu %1 hinzugefügt: %2</translation>
    </message>
    <message>
        <source>Not taken off %1: %2</source>
        <translation>Nicht von %1 genommen: %2</translation>
    </message>
    <message>
        <source>Nothing came of it on X, so there is nothing to take back.</source>
        <translation>Auf X wurde nichts daraus, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Nothing happens on X until you do it there.</source>
        <translation>Auf X geschieht nichts, bis es dort getan wird.</translation>
    </message>
    <message>
        <source>Nothing was done on X.</source>
        <translation>Auf X wurde nichts getan.</translation>
    </message>
    <message>
        <source>On the tick list, skipped: %1</source>
        <translation>Auf der Hakliste, ausgelassen: %1</translation>
    </message>
    <message>
        <source>On your tick list: %1</source>
        <translation>Auf der Hakliste: %1</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open on X</source>
        <translation>Auf X öffnen</translation>
    </message>
    <message>
        <source>Opened on X, not ticked off yet: %1</source>
        <translation>Auf X geöffnet, noch nicht abgehakt: %1</translation>
    </message>
    <message>
        <source>Post answered</source>
        <translation>Beitrag beantwortet</translation>
    </message>
    <message>
        <source>Post liked</source>
        <translation>Gefällt-mir gegeben</translation>
    </message>
    <message>
        <source>Post sent</source>
        <translation>Beitrag geschickt</translation>
    </message>
    <message>
        <source>Publish your allies</source>
        <translation>Die Verbündeten senden</translation>
    </message>
    <message>
        <source>Put one account back on the X List</source>
        <translation>Ein Konto wieder auf die X-Liste setzen</translation>
    </message>
    <message>
        <source>See who follows back</source>
        <translation>Sehen, wer zurückfolgt</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Sent to X, which did not answer: it is looked up first</source>
        <translation>An X geschickt, keine Antwort: es wird zuerst nachgesehen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Something newer was done about this account; take that back instead.</source>
        <translation>Danach geschah noch etwas mit diesem Konto; besser das zurücknehmen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take one ally off the X List again</source>
        <translation>Ein Konto wieder von der X-Liste nehmen</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>Den Haken zurücknehmen</translation>
    </message>
    <message>
        <source>Taken off %1</source>
        <translation>Von %1 genommen</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>Das Zurücknehmen</translation>
    </message>
    <message>
        <source>Taking it back adds them to the list on X again.</source>
        <translation>Zurückgenommen kommt das Konto auf X wieder auf die Liste.</translation>
    </message>
    <message>
        <source>Taking it back deletes the list on X, for good and for everybody.</source>
        <translation>Zurückgenommen wird die Liste auf X gelöscht, für immer und für alle.</translation>
    </message>
    <message>
        <source>Taking it back is done on X, too; they may have been told.</source>
        <translation>Zurückgenommen wird es auch auf X; vielleicht kam dort schon eine Nachricht an.</translation>
    </message>
    <message>
        <source>Taking it back needs the X account.</source>
        <translation>Zum Zurücknehmen ist das X-Konto nötig.</translation>
    </message>
    <message>
        <source>Taking it back takes them off the list on X.</source>
        <translation>Zurückgenommen verlässt das Konto auf X die Liste.</translation>
    </message>
    <message>
        <source>The book does not have them any more, so nobody puts them back.</source>
        <translation>Das Buch hat dieses Konto nicht mehr, also setzt es niemand wieder auf die Liste.</translation>
    </message>
    <message>
        <source>The book has them as removed: publishing would take them off again.</source>
        <translation>Im Buch ist es entfernt: beim nächsten Senden käme es wieder herunter.</translation>
    </message>
    <message>
        <source>The book still has them as an ally: publishing would add them again.</source>
        <translation>Im Buch ist es noch verbündet: beim nächsten Senden käme es wieder dazu.</translation>
    </message>
    <message>
        <source>The list goes from X for everybody, with everyone on it (%1). That cannot be taken back: a new list is another list. The book keeps all its allies.</source>
        <translation>Die Liste verschwindet von X für alle, mit allen darauf (%1). Das lässt sich nicht zurücknehmen: eine neue Liste ist eine andere. Das Buch behält alle Verbündeten.</translation>
    </message>
    <message>
        <source>The list is deleted</source>
        <translation>Die Liste ist gelöscht</translation>
    </message>
    <message>
        <source>The list is gone, so this cannot be taken back.</source>
        <translation>Die Liste ist weg, also lässt sich das nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Then follow on X by hand, one at a time, free</source>
        <translation>Dann auf X von Hand folgen, eins nach dem anderen, gratis</translation>
    </message>
    <message>
        <source>They come back on the list, which is private.</source>
        <translation>Das Konto kommt wieder auf die Liste; sie ist privat.</translation>
    </message>
    <message>
        <source>They come back on the list. If it is public, X may tell them: that cannot be taken back.</source>
        <translation>Das Konto kommt wieder auf die Liste. Ist sie öffentlich, sagt X es vielleicht weiter: das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>They come back on the list. It is public, so X may tell them: that cannot be taken back.</source>
        <translation>Das Konto kommt wieder auf die Liste. Sie ist öffentlich, X sagt es vielleicht weiter: das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>They come off the list, which is private.</source>
        <translation>Das Konto verlässt die Liste; sie ist privat.</translation>
    </message>
    <message>
        <source>They come off the list. If X told them when they were added, that cannot be taken back.</source>
        <translation>Das Konto verlässt die Liste. Hat X das Hinzufügen weitergesagt, lässt sich das nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>They come off the list. It is public, so X may have told them when they were added: that cannot be taken back.</source>
        <translation>Das Konto verlässt die Liste. Sie ist öffentlich, X hat das Hinzufügen vielleicht weitergesagt: das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>They want to be on no list, so nobody puts them back.</source>
        <translation>Dieses Konto will auf keiner Liste stehen, also setzt es niemand wieder darauf.</translation>
    </message>
    <message>
        <source>This takes %1, slowly on purpose</source>
        <translation>Das dauert %1, mit Absicht langsam</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Unfollow on X</source>
        <translation>Auf X entfolgen</translation>
    </message>
    <message>
        <source>Unfollowed</source>
        <translation>Entfolgt</translation>
    </message>
    <message>
        <source>View on X</source>
        <translation>Auf X ansehen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waits to be added to %1</source>
        <translation>Wartet darauf, zu %1 zu kommen</translation>
    </message>
    <message>
        <source>Waits to be taken off %1</source>
        <translation>Wartet darauf, %1 zu verlassen</translation>
    </message>
    <message>
        <source>Was not on %1 any more</source>
        <translation>War nicht mehr auf %1</translation>
    </message>
    <message>
        <source>Was on %1 already</source>
        <translation>War schon auf %1</translation>
    </message>
    <message>
        <source>What was sent to X from here, and what you did by hand</source>
        <translation>Was von hier an X ging und was von Hand getan wurde</translation>
    </message>
    <message>
        <source>What will you do first?</source>
        <translation>Womit anfangen?</translation>
    </message>
    <message>
        <source>X did not show the profile</source>
        <translation>X hat das Profil nicht gezeigt</translation>
    </message>
    <message>
        <source>X refused</source>
        <translation>X hat abgelehnt</translation>
    </message>
    <message>
        <source>X was asked and did not answer. The next publishing looks it up before it sends anything.</source>
        <translation>X wurde gefragt und hat nicht geantwortet. Das nächste Senden sieht zuerst nach, bevor etwas hinausgeht.</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>answer a post</source>
        <translation>auf einen Beitrag antworten</translation>
    </message>
    <message>
        <source>asks for no lists</source>
        <translation>möchte auf keine Liste</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>blocks you</source>
        <translation>blockiert uns</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>folgen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>has left X</source>
        <translation>hat X verlassen</translation>
    </message>
    <message>
        <source>like a post</source>
        <translation>Gefällt-mir geben</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>send a post</source>
        <translation>einen Beitrag schicken</translation>
    </message>
    <message>
        <source>suspended by X</source>
        <translation>von X gesperrt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>takes back</source>
        <translation>nimmt zurück</translation>
    </message>
    <message>
        <source>the list is full</source>
        <translation>die Liste ist voll</translation>
    </message>
    <message>
        <source>unfollow</source>
        <translation>entfolgen</translation>
    </message>
</context>
<context>
    <name>allies</name>
    <message>
        <source>#%1 on %2: people named %3 organisations, persons and hashtags</source>
        <translation>#%1 am %2: %3 Organisationen, Personen und Hashtags genannt</translation>
    </message>
    <message>
        <source>#%1 on %2: people named 1 organisation, person or hashtag</source>
        <translation>#%1 am %2: 1 Organisation, Person oder Hashtag genannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name and why it is left off</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1 (gerade kein Platz)</translation>
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
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%1 in %n chats</source>
        <comment>who nominated, in how many</comment>
        <translation>
            <numerusform>%1 in %n Chat</numerusform>
            <numerusform>%1 in %n Chats</numerusform>
        </translation>
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
    <message>
        <source>%1 today, %2 tomorrow</source>
        <translation>%1 heute, %2 morgen</translation>
    </message>
    <message>
        <source>%1 today, then %2 a day, %3 in all</source>
        <translation>%1 heute, dann %2 am Tag, %3 insgesamt</translation>
    </message>
    <message>
        <source>%1 was @%2 and is now @%3; the book has it so, too.</source>
        <translation>%1 war @%2 und ist jetzt @%3; das Buch hat es nun auch so.</translation>
    </message>
    <message>
        <source>%1 was not on the list any more.</source>
        <translation>%1 war nicht mehr auf der Liste.</translation>
    </message>
    <message>
        <source>%1 was on the list already.</source>
        <translation>%1 war schon auf der Liste.</translation>
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
        <source>%n of the changes take earlier ones back, as was asked in Activity; they can be dropped there.</source>
        <translation>
            <numerusform>%n der Änderungen nehmen frühere zurück, wie in der Aktivität verlangt; dort lassen sie sich verwerfen.</numerusform>
            <numerusform>%n der Änderungen nehmen frühere zurück, wie in der Aktivität verlangt; dort lassen sie sich verwerfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are persons, not organisations.</source>
        <translation>
            <numerusform>%n davon ist eine Person, keine Organisation.</numerusform>
            <numerusform>%n davon sind Personen, keine Organisationen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on it are not approved: decide in the inbox.</source>
        <translation>
            <numerusform>%n darauf ist nicht angenommen: im Eingang entscheiden.</numerusform>
            <numerusform>%n darauf sind nicht angenommen: im Eingang entscheiden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts in a chat</source>
        <translation>
            <numerusform>%n Beitrag in einem Chat</numerusform>
            <numerusform>%n Beiträge in einem Chat</numerusform>
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
        <source>, since it is no longer on the X List</source>
        <translation>, da nicht mehr auf der X-Liste</translation>
    </message>
    <message>
        <source>, since it is on the X List and was not added from here</source>
        <translation>, da auf der X-Liste und nicht von hier hinzugefügt</translation>
    </message>
    <message>
        <source>1 account to find at %2</source>
        <translation>1 Konto zu suchen, %2</translation>
    </message>
    <message>
        <source>1 add at %2</source>
        <translation>1 dazu, %2</translation>
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
        <source>1 of %2 is on the list</source>
        <translation>1 von %2 ist auf der Liste</translation>
    </message>
    <message>
        <source>1 of %2 was taken off</source>
        <translation>1 von %2 ist von der Liste</translation>
    </message>
    <message>
        <source>1 of the changes takes an earlier one back, as was asked in Activity; it can be dropped there.</source>
        <translation>1 der Änderungen nimmt eine frühere zurück, wie in der Aktivität verlangt; dort lässt sie sich verwerfen.</translation>
    </message>
    <message>
        <source>1 of them is a person, not an organisation.</source>
        <translation>1 davon ist eine Person, keine Organisation.</translation>
    </message>
    <message>
        <source>1 on it is not approved: decide in the inbox.</source>
        <translation>1 darauf ist nicht angenommen: im Eingang entscheiden.</translation>
    </message>
    <message>
        <source>1 post in a chat</source>
        <translation>1 Beitrag in einem Chat</translation>
    </message>
    <message>
        <source>1 remove at %2</source>
        <translation>1 weg, %2</translation>
    </message>
    <message>
        <source>@names, links, a spreadsheet column: any text will do</source>
        <translation>@Namen, Links, eine Tabellenspalte: Jeder Text ist recht</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Eine neue Liste</translation>
    </message>
    <message>
        <source>A new list “%1” is made on X with %2 from this book.</source>
        <translation>Auf X entsteht eine neue Liste „%1“: %2 aus diesem Buch.</translation>
    </message>
    <message>
        <source>A private list</source>
        <translation>Eine private Liste</translation>
    </message>
    <message>
        <source>A public list</source>
        <translation>Eine öffentliche Liste</translation>
    </message>
    <message>
        <source>Activity can take back each change, but not that X told somebody of it.</source>
        <translation>Die Aktivität kann jede Änderung zurücknehmen, aber nicht, dass X jemandem davon gesagt hat.</translation>
    </message>
    <message>
        <source>Activity can take back each change.</source>
        <translation>Die Aktivität kann jede Änderung zurücknehmen.</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>Tags hinzufügen…</translation>
    </message>
    <message>
        <source>Ally</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>Allybook deleted the X List</source>
        <translation>Allybook hat die X-Liste gelöscht</translation>
    </message>
    <message>
        <source>Allybook made the X List</source>
        <translation>Allybook hat die X-Liste angelegt</translation>
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
        <translation>Verbündete sind Organisationen, Personen oder Hashtags. Jetzt die ersten aufnehmen; jede Änderung lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Another account may have @%1 now: left off.</source>
        <translation>Vielleicht hat jetzt ein anderes Konto @%1: ausgelassen.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Approve nominations, or add allies by hand.</source>
        <translation>Vorschläge annehmen oder Verbündete von Hand aufnehmen.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Dabei</translation>
    </message>
    <message>
        <source>Arrange columns…</source>
        <translation>Spalten ordnen…</translation>
    </message>
    <message>
        <source>Ask X again about %1</source>
        <translation>X noch einmal nach %1 fragen</translation>
    </message>
    <message>
        <source>Ask X again about those it refused</source>
        <translation>X noch einmal nach den Abgewiesenen fragen</translation>
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
        <source>Compact rows</source>
        <translation>Niedrige Zeilen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
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
        <source>Everyone on X sees who is on it, and X may tell each of them.</source>
        <translation>Alle auf X sehen, wer darauf steht, und X sagt es vielleicht jedem davon.</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>@Name</translation>
    </message>
    <message>
        <source>In this book</source>
        <translation>In diesem Buch</translation>
    </message>
    <message>
        <source>It is known by its handle only again.</source>
        <translation>Wieder nur mit dem @Namen bekannt.</translation>
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
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Last post</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Kommt weg</translation>
    </message>
    <message>
        <source>Left off the X List: X did not show it</source>
        <translation>Nicht auf der X-Liste: X hat es nicht gezeigt</translation>
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
        <source>Look at the newest members only</source>
        <translation>Nur die neuesten Mitglieder ansehen</translation>
    </message>
    <message>
        <source>Look whether the X List is as it should be</source>
        <translation>Nachsehen, ob die X-Liste so ist, wie sie sein soll</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>Neues Buch</translation>
    </message>
    <message>
        <source>No longer on the X List: put it back, or leave it off?</source>
        <translation>Nicht mehr auf der X-Liste: wieder daraufsetzen oder weglassen?</translation>
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
        <source>Nominated by</source>
        <translation>Vorgeschlagen von</translation>
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
    <message numerus="yes">
        <source>Of %n changes X did not say whether they are done.</source>
        <translation>
            <numerusform>Bei %n Änderung sagte X nicht, ob sie getan ist.</numerusform>
            <numerusform>Bei %n Änderungen sagte X nicht, ob sie getan sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of 1 change X did not say whether it is done.</source>
        <translation>Bei 1 Änderung sagte X nicht, ob sie getan ist.</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>Darauf</translation>
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
        <source>On the X List, not added from here: keep it, or take it off?</source>
        <translation>Auf der X-Liste, nicht von hier hinzugefügt: behalten oder herunternehmen?</translation>
    </message>
    <message>
        <source>On the X List, seen %1</source>
        <translation>Auf der X-Liste, Stand %1</translation>
    </message>
    <message>
        <source>On the list and not approved: %1. They stay until you decide.</source>
        <translation>Auf der Liste und nicht angenommen: %1. Sie bleiben, bis darüber entschieden ist.</translation>
    </message>
    <message>
        <source>Only your account sees who is on it.</source>
        <translation>Nur das eigene Konto sieht, wer darauf steht.</translation>
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
        <source>Organisation or person…</source>
        <translation>Organisation oder Person…</translation>
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
        <source>Put into another book…</source>
        <translation>In ein anderes Buch legen…</translation>
    </message>
    <message>
        <source>Read the whole list</source>
        <translation>Die ganze Liste lesen</translation>
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
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Roomy rows</source>
        <translation>Hohe Zeilen</translation>
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
        <source>Shows also whom others put on the list or took off it.</source>
        <translation>Zeigt auch, wen andere auf die Liste gesetzt oder heruntergenommen haben.</translation>
    </message>
    <message>
        <source>Shows that everyone who was added is on the list.</source>
        <translation>Zeigt, dass alle Hinzugefügten auf der Liste sind.</translation>
    </message>
    <message>
        <source>Somebody else approved allies of this book on another computer. Where they have published it with this X account, publish on that computer: else X has two lists of one name.</source>
        <translation>Verbündete dieses Buchs wurden auf einem anderen Computer angenommen. Wurde es von dort mit diesem X-Konto schon gesendet, dann weiter von dort senden: sonst hat X zwei Listen mit einem Namen.</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>Aufsteigend sortieren</translation>
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
        <source>Take tags away…</source>
        <translation>Tags wegnehmen…</translation>
    </message>
    <message>
        <source>Take them from a chat</source>
        <translation>Aus einem Chat nehmen</translation>
    </message>
    <message>
        <source>That is looked up on the list before anything is sent.</source>
        <translation>Das wird auf der Liste nachgesehen, bevor etwas hinausgeht.</translation>
    </message>
    <message>
        <source>The %field goes back to %1.</source>
        <translation>%field: wieder %1.</translation>
    </message>
    <message>
        <source>The %field is empty again.</source>
        <translation>%field: wieder leer.</translation>
    </message>
    <message>
        <source>The list was up to date</source>
        <translation>Die Liste war aktuell</translation>
    </message>
    <message>
        <source>The list “%1” on X will match this book. It has %3 now and %2 afterwards.</source>
        <translation>Die Liste „%1“ auf X wird diesem Buch gleichen. Sie hat jetzt %3 und danach %2.</translation>
    </message>
    <message>
        <source>The note comes back: “%1”</source>
        <translation>Die Notiz kommt zurück: „%1“</translation>
    </message>
    <message>
        <source>The note is taken back: “%1”</source>
        <translation>Die Notiz wird zurückgenommen: „%1“</translation>
    </message>
    <message>
        <source>The private list “%1” on X will match this book. It has %3 now and %2 afterwards.</source>
        <translation>Die private Liste „%1“ auf X wird diesem Buch gleichen. Sie hat jetzt %3 und danach %2.</translation>
    </message>
    <message>
        <source>The public list “%1” on X will match this book, for everyone to see. It has %3 now and %2 afterwards.</source>
        <translation>Die öffentliche Liste „%1“ auf X wird diesem Buch gleichen, sichtbar für alle. Sie hat jetzt %3 und danach %2.</translation>
    </message>
    <message>
        <source>The tag %1 comes back.</source>
        <translation>Das Tag %1 kommt zurück.</translation>
    </message>
    <message>
        <source>The tag %1 goes.</source>
        <translation>Das Tag %1 geht weg.</translation>
    </message>
    <message>
        <source>The tags %1 come back.</source>
        <translation>Die Tags %1 kommen zurück.</translation>
    </message>
    <message>
        <source>The tags %1 go.</source>
        <translation>Die Tags %1 gehen weg.</translation>
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
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
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
        <source>Who named it is known again.</source>
        <translation>Wer es genannt hat, ist wieder bekannt.</translation>
    </message>
    <message>
        <source>Who named it is not known any more.</source>
        <translation>Wer es genannt hat, ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Words are looked for in names, handles, categories and tags.</source>
        <translation>Gesucht wird in Namen, @Namen, Kategorien und Tags.</translation>
    </message>
    <message>
        <source>X List</source>
        <translation>X-Liste</translation>
    </message>
    <message>
        <source>X did not do this change to the X List</source>
        <translation>X hat diese Änderung der X-Liste nicht gemacht</translation>
    </message>
    <message>
        <source>X did not take %1 off the list.</source>
        <translation>X hat %1 nicht von der Liste genommen.</translation>
    </message>
    <message>
        <source>X does not show the profile of %1, who may ask for no lists: left off.</source>
        <translation>X zeigt das Profil von %1 nicht, darin könnte „no lists“ stehen: weggelassen.</translation>
    </message>
    <message>
        <source>X has no account %1.</source>
        <translation>X kennt kein Konto %1.</translation>
    </message>
    <message>
        <source>X locks accounts for a day when a list grows fast, so at most %1 changes go out in 24 hours. You can keep working or close Allybook: what is left goes on next time. It stops at the first refusal and says for each ally what happened.</source>
        <translation>X sperrt Konten für einen Tag, wenn eine Liste schnell wächst; darum gehen in 24 Stunden höchstens %1 Änderungen hinaus. Weiterarbeiten oder Allybook schließen geht: der Rest geht beim nächsten Mal. Bei der ersten Ablehnung hält es an und sagt für jedes Konto, was geschah.</translation>
    </message>
    <message>
        <source>X refused %1 and does not say why.</source>
        <translation>X hat %1 abgelehnt und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>X said that %1 is done, and the list does not show it.</source>
        <translation>X sagte, %1 sei getan, und die Liste zeigt es nicht.</translation>
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
        <source>another account may have this handle now</source>
        <translation>vielleicht hat jetzt ein anderes Konto diesen @Namen</translation>
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
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message numerus="yes">
        <source>at least %n members</source>
        <translation>
            <numerusform>mindestens %n Mitglied</numerusform>
            <numerusform>mindestens %n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>at least 1 member</source>
        <translation>mindestens 1 Mitglied</translation>
    </message>
    <message>
        <source>because: %new</source>
        <translation>Grund: %new</translation>
    </message>
    <message>
        <source>blocks you</source>
        <translation>blockiert uns</translation>
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
        <source>erased from the book</source>
        <translation>aus dem Buch gelöscht</translation>
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
        <source>kept what the X List showed</source>
        <translation>behielt, was die X-Liste zeigte</translation>
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
        <source>may still be on the list</source>
        <translation>vielleicht noch auf der Liste</translation>
    </message>
    <message>
        <source>merged %old into it</source>
        <translation>%old darin zusammengeführt</translation>
    </message>
    <message>
        <source>nominated it</source>
        <translation>schlug vor</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>not shown by X</source>
        <translation>von X nicht gezeigt</translation>
    </message>
    <message>
        <source>noted: “%new”</source>
        <translation>notierte: „%new“</translation>
    </message>
    <message>
        <source>opted out by handle</source>
        <translation>über den @Namen ausgetragen</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>private, and not followed by you</source>
        <translation>privat, und wir folgen nicht</translation>
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
        <source>takes an earlier change back</source>
        <translation>nimmt eine frühere Änderung zurück</translation>
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
    <name>browser</name>
    <message>
        <source>Allybook could not read this</source>
        <translation>Das konnte Allybook nicht lesen</translation>
    </message>
    <message>
        <source>Allybook does not take this</source>
        <translation>Das nimmt Allybook nicht an</translation>
    </message>
    <message>
        <source>Allybook only waits for X's answer at this place. You can close this tab.</source>
        <translation>Allybook wartet hier nur auf die Antwort von X. Dieser Tab kann zu.</translation>
    </message>
    <message>
        <source>Allybook was not let in, and nothing was changed. You can close this tab and go back to Allybook.</source>
        <translation>Allybook wurde nicht eingelassen, und nichts wurde geändert. Dieser Tab kann zu, weiter geht es in Allybook.</translation>
    </message>
    <message>
        <source>It belongs to another sign-in, or a part of it is missing. Nothing was changed. You can close this tab, go back to Allybook and begin again there.</source>
        <translation>Es gehört zu einer anderen Anmeldung, oder ein Teil fehlt. Nichts wurde geändert. Dieser Tab kann zu; in Allybook noch einmal beginnen.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Nothing is here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>Nothing was changed. You can close this tab and go back to Allybook.</source>
        <translation>Nichts wurde geändert. Dieser Tab kann zu, weiter geht es in Allybook.</translation>
    </message>
    <message>
        <source>Only X's own answer is taken here. You can close this tab.</source>
        <translation>Hier wird nur die Antwort von X angenommen. Dieser Tab kann zu.</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Danke</translation>
    </message>
    <message>
        <source>This is not the answer that Allybook waits for</source>
        <translation>Das ist nicht die Antwort, auf die Allybook wartet</translation>
    </message>
    <message>
        <source>X has answered. You can close this tab and go back to Allybook, which finishes signing in.</source>
        <translation>X hat geantwortet. Dieser Tab kann zu; Allybook schließt die Anmeldung ab.</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of these pages, such as de</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>“%1”</source>
        <comment>a word in quotation marks</comment>
        <translation>„%1“</translation>
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
        <source>removed from your book</source>
        <translation>aus dem Buch entfernt</translation>
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
    <name>chips</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change it as text</source>
        <translation>Als Text ändern</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Folge-Abgleich</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>Was vorhanden ist</translation>
    </message>
    <message>
        <source>ally</source>
        <translation>verbündet</translation>
    </message>
    <message>
        <source>answering the account</source>
        <translation>als Antwort an das Konto</translation>
    </message>
    <message>
        <source>asks for no lists</source>
        <translation>möchte auf keine Liste</translation>
    </message>
    <message>
        <source>before the day</source>
        <translation>vor dem Tag</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>by allies in the book</source>
        <translation>von Verbündeten im Buch</translation>
    </message>
    <message>
        <source>by allies of the category</source>
        <translation>von Verbündeten der Kategorie</translation>
    </message>
    <message>
        <source>by allies tagged</source>
        <translation>von Verbündeten mit dem Tag</translation>
    </message>
    <message>
        <source>by the account</source>
        <translation>von dem Konto</translation>
    </message>
    <message>
        <source>by the account with the id</source>
        <translation>von dem Konto mit der Id</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>from the chat</source>
        <translation>aus dem Chat</translation>
    </message>
    <message>
        <source>from the last</source>
        <translation>aus den letzten</translation>
    </message>
    <message>
        <source>from the list</source>
        <translation>aus der Liste</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>hashtags</source>
        <translation>Hashtags</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>im Widerspruch</translation>
    </message>
    <message>
        <source>in the language</source>
        <translation>in der Sprache</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>ist %1</translation>
    </message>
    <message>
        <source>is not %1</source>
        <translation>ist nicht %1</translation>
    </message>
    <message>
        <source>linking to</source>
        <translation>mit Link auf</translation>
    </message>
    <message>
        <source>naming the account</source>
        <translation>mit Nennung des Kontos</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>of the kind</source>
        <translation>von der Art</translation>
    </message>
    <message>
        <source>older than</source>
        <translation>älter als</translation>
    </message>
    <message>
        <source>posts that name it</source>
        <translation>Beiträge, die es nennen</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>still</translation>
    </message>
    <message>
        <source>read from</source>
        <translation>gelesen aus</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>says nothing against lists</source>
        <translation>sagt nichts gegen Listen</translation>
    </message>
    <message>
        <source>since the day</source>
        <translation>seit dem Tag</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>that carry</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>user id</source>
        <translation>Konto-Id</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <source>with at least this many likes</source>
        <translation>mit mindestens so vielen Likes</translation>
    </message>
    <message>
        <source>with at least this many replies</source>
        <translation>mit mindestens so vielen Antworten</translation>
    </message>
    <message>
        <source>with at least this many reposts</source>
        <translation>mit mindestens so vielen Reposts</translation>
    </message>
    <message>
        <source>with at most this many likes</source>
        <translation>mit höchstens so vielen Likes</translation>
    </message>
    <message>
        <source>with at most this many replies</source>
        <translation>mit höchstens so vielen Antworten</translation>
    </message>
    <message>
        <source>with at most this many reposts</source>
        <translation>mit höchstens so vielen Reposts</translation>
    </message>
    <message>
        <source>with noise above</source>
        <translation>mit Rauschen über</translation>
    </message>
    <message>
        <source>with noise up to</source>
        <translation>mit Rauschen bis</translation>
    </message>
    <message>
        <source>with the hashtag</source>
        <translation>mit dem Hashtag</translation>
    </message>
    <message>
        <source>with the words</source>
        <translation>mit den Wörtern</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>%1 already so</source>
        <translation>%1 schon so</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 left as they are</source>
        <translation>%1 bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>%1 never listed again</source>
        <translation>%1 kommen nie wieder auf die Liste</translation>
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
        <source>%1 persons with private words</source>
        <translation>%1 Personen mit privaten Wörtern</translation>
    </message>
    <message>
        <source>1 left as it is</source>
        <translation>1 bleibt, wie es ist</translation>
    </message>
    <message>
        <source>1 never listed again</source>
        <translation>1 kommt nie wieder auf die Liste</translation>
    </message>
    <message>
        <source>1 person with private words</source>
        <translation>1 Person mit privaten Wörtern</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Handle or hashtag</source>
        <translation>@Name oder Hashtag</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Name of an organisation</source>
        <translation>Name einer Organisation</translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Organisation or person</source>
        <translation>Organisation oder Person</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
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
        <source>User id of X</source>
        <translation>Konto-Id von X</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>combine</name>
    <message>
        <source>%1 already there</source>
        <translation>%1 schon da</translation>
    </message>
    <message>
        <source>%1 came more than once, and count once</source>
        <translation>%1 kamen mehrmals vor und zählen einmal</translation>
    </message>
    <message>
        <source>%1 declined there before, and left out</source>
        <translation>%1 dort früher abgelehnt und weggelassen</translation>
    </message>
    <message>
        <source>%1 known, then approved or with more tags</source>
        <translation>%1 bekannt, dann angenommen oder mit mehr Tags</translation>
    </message>
    <message>
        <source>%1 leave the books they are in</source>
        <translation>%1 verlassen die bisherigen Bücher</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 nominations are not taken</source>
        <translation>%1 Vorschläge werden nicht mitgenommen</translation>
    </message>
    <message>
        <source>%1 notes go with them</source>
        <translation>%1 Notizen gehen mit</translation>
    </message>
    <message>
        <source>%1 of %2 left the book they were in.</source>
        <translation>%1 von %2 haben ihr bisheriges Buch verlassen.</translation>
    </message>
    <message>
        <source>%1 of them are in this book until then</source>
        <translation>%1 davon stehen bis dahin in diesem Buch</translation>
    </message>
    <message>
        <source>%1 opted out and stay out</source>
        <translation>%1 Ausstiege bleiben draußen</translation>
    </message>
    <message>
        <source>%1 opted out: they stay out here too, for ever</source>
        <translation>%1 Ausstiege: gelten für immer auch hier</translation>
    </message>
    <message>
        <source>%1 removed there before, and left out</source>
        <translation>%1 dort früher entfernt und weggelassen</translation>
    </message>
    <message>
        <source>%1, list read %2</source>
        <translation>%1, Liste gelesen %2</translation>
    </message>
    <message>
        <source>%1, list read in part %2</source>
        <translation>%1, Liste zum Teil gelesen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n allies were put into “%1”.</source>
        <translation>
            <numerusform>%n Konto kam in „%1“.</numerusform>
            <numerusform>%n Konten kamen in „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nominations are not taken.</source>
        <translation>
            <numerusform>%n Vorschlag wird nicht mitgenommen.</numerusform>
            <numerusform>%n Vorschläge werden nicht mitgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opted out: they stay out here too.</source>
        <translation>
            <numerusform>%n Ausstieg: gilt auch hier.</numerusform>
            <numerusform>%n Ausstiege: gelten auch hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stayed out, because they opted out.</source>
        <translation>
            <numerusform>%n blieb draußen, wegen Ausstieg.</numerusform>
            <numerusform>%n blieben draußen, wegen Ausstieg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were declined there before.</source>
        <translation>
            <numerusform>%n wurde dort früher abgelehnt.</numerusform>
            <numerusform>%n wurden dort früher abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were removed there before.</source>
        <translation>
            <numerusform>%n wurde dort früher entfernt.</numerusform>
            <numerusform>%n wurden dort früher entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 ally was put into “%1”.</source>
        <translation>1 Konto kam in „%1“.</translation>
    </message>
    <message>
        <source>1 came more than once, and counts once</source>
        <translation>1 kam mehrmals vor und zählt einmal</translation>
    </message>
    <message>
        <source>1 leaves the book it is in</source>
        <translation>1 verlässt das Buch, in dem es steht</translation>
    </message>
    <message>
        <source>1 nomination is not taken</source>
        <translation>1 Vorschlag wird nicht mitgenommen</translation>
    </message>
    <message>
        <source>1 nomination is not taken.</source>
        <translation>1 Vorschlag wird nicht mitgenommen.</translation>
    </message>
    <message>
        <source>1 note goes with them</source>
        <translation>1 Notiz geht mit</translation>
    </message>
    <message>
        <source>1 opted out and stays out</source>
        <translation>1 Ausstieg bleibt draußen</translation>
    </message>
    <message>
        <source>1 opted out, and stays out here too, for ever</source>
        <translation>1 Ausstieg: gilt für immer auch hier</translation>
    </message>
    <message>
        <source>1 opted out: they stay out here too.</source>
        <translation>1 Ausstieg: gilt auch hier.</translation>
    </message>
    <message>
        <source>1 stayed out, because they opted out.</source>
        <translation>1 blieb draußen, wegen Ausstieg.</translation>
    </message>
    <message>
        <source>1 was declined there before.</source>
        <translation>1 wurde dort früher abgelehnt.</translation>
    </message>
    <message>
        <source>1 was removed there before.</source>
        <translation>1 wurde dort früher entfernt.</translation>
    </message>
    <message>
        <source>Doing the same again goes on with the rest.</source>
        <translation>Dasselbe noch einmal macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Perhaps not every note went with them.</source>
        <translation>Vielleicht ist nicht jede Notiz mitgekommen.</translation>
    </message>
    <message>
        <source>Stopped: of the allies, %1 of %2 came into “%3”.</source>
        <translation>Angehalten: von den Verbündeten sind %1 von %2 in „%3“.</translation>
    </message>
    <message>
        <source>combining %1</source>
        <translation>das Verbinden von %1</translation>
    </message>
    <message>
        <source>copying %1</source>
        <translation>das Kopieren von %1</translation>
    </message>
    <message>
        <source>moving %1</source>
        <translation>das Umlegen von %1</translation>
    </message>
    <message>
        <source>what %1 have in common</source>
        <translation>was %1 gemeinsam haben</translation>
    </message>
    <message>
        <source>what only the first of %1 has</source>
        <translation>was nur das erste von %1 hat</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source> (X says: “{words}”)</source>
        <translation> (X sagt: „{words}“)</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> and {held} held for unanswered requests</source>
        <translation> und {held} für unbeantwortete Anfragen zurückgelegt</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>#{hashtag}</source>
        <translation>#{hashtag}</translation>
    </message>
    <message>
        <source>#{value}</source>
        <translation>#{value}</translation>
    </message>
    <message>
        <source>${dollars}</source>
        <translation>{dollars}</translation>
    </message>
    <message>
        <source>({condition})</source>
        <translation>({condition})</translation>
    </message>
    <message>
        <source>--map {words} lacks its =; write it as “Heading=handle”.</source>
        <translation>In --map {words} fehlt das =; richtig ist „Überschrift=handle“.</translation>
    </message>
    <message>
        <source>--token-stdin was said, and standard input holds no token.</source>
        <translation>--token-stdin ist gesagt, doch die Standardeingabe hat keinen Token.</translation>
    </message>
    <message>
        <source>@{handle}</source>
        <translation>@{handle}</translation>
    </message>
    <message>
        <source>@{handle} is {here} in this book and {there} in the table</source>
        <translation>@{handle} ist {here} in diesem Buch und {there} in der Tabelle</translation>
    </message>
    <message>
        <source>@{handle}'s post</source>
        <translation>ein Beitrag von @{handle}</translation>
    </message>
    <message>
        <source>@{handle}'s post of {day}</source>
        <translation>der Beitrag von @{handle} vom {day}</translation>
    </message>
    <message>
        <source>@{value}</source>
        <translation>@{value}</translation>
    </message>
    <message>
        <source>A book needs a name; nothing was changed.</source>
        <translation>Ein Buch braucht einen Namen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A book needs a name; nothing was created.</source>
        <translation>Ein Buch braucht einen Namen; es wurde keines angelegt.</translation>
    </message>
    <message>
        <source>A cell of a table holds at most {longest:,} letters, and one here is longer; choose .json. Nothing was written.</source>
        <translation>Eine Zelle einer Tabelle fasst höchstens {longest:,} Zeichen, und eine hier ist länger; bitte .json wählen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>A character is broken here: write the filter anew.</source>
        <translation>Hier ist ein Zeichen kaputt: den Filter neu schreiben.</translation>
    </message>
    <message>
        <source>A list on X has a name of 1 to {name_limit} characters and at most {description_limit} of description; make “{name}” fit. Nothing was sent.</source>
        <translation>Eine X-Liste hat einen Namen von 1 bis {name_limit} Zeichen und höchstens {description_limit} Zeichen Beschreibung; „{name}“ passend machen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>A minus leaves out what follows it without a space: write -word.</source>
        <translation>Ein Minus lässt weg, was ohne Leerzeichen folgt: -wort schreiben.</translation>
    </message>
    <message>
        <source>A minus stands for {typed}: write “{meant}”; to look for the word, write it in quotation marks.</source>
        <translation>Statt {typed} steht ein Minus: „{meant}“ schreiben; wer das Wort sucht, setzt es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A name is missing here: write it after the colon.</source>
        <translation>Hier fehlt ein Name: ihn nach dem Doppelpunkt schreiben.</translation>
    </message>
    <message>
        <source>A new day has begun for X's prices (midnight UTC), so what was free when the price was told costs again, and nobody looked yet whether the list shows what was sent. Publish again to look; its price is told first.</source>
        <translation>Für die Preise von X hat ein neuer Tag begonnen (Mitternacht UTC): Was gratis war, als der Preis genannt wurde, kostet nun wieder, und noch ist nicht nachgesehen, ob die Liste zeigt, was hinausging. Noch einmal senden, um nachzusehen; der Preis wird vorher genannt.</translation>
    </message>
    <message>
        <source>A new list</source>
        <translation>Eine neue Liste</translation>
    </message>
    <message>
        <source>A newer Allybook saved “{name}”: install that version here and merge it then; nothing was changed.</source>
        <translation>Ein neueres Allybook hat „{name}“ gesichert: diese Fassung hier installieren und dann zusammenführen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A newer Allybook wrote {name} in {folder}: open it with that one; it was left as it is.</source>
        <translation>Ein neueres Allybook hat {name} in {folder} geschrieben: damit öffnen; die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>A page speaks {spoken}, and not “{language}”; nothing was written.</source>
        <translation>Eine Seite spricht {spoken} und nicht „{language}“; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>A quotation mark is open here: close it with another one.</source>
        <translation>Hier ist ein Anführungszeichen offen: mit einem zweiten schließen.</translation>
    </message>
    <message>
        <source>A request to another address than X was stopped. Nothing was lost.</source>
        <translation>Eine Anfrage an eine andere Adresse als X wurde angehalten. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>A search asks for them.</source>
        <translation>Eine Suche fragt danach.</translation>
    </message>
    <message>
        <source>A search brings only what is newer than the last post read, and nothing that private members wrote.</source>
        <translation>Eine Suche bringt nur, was neuer ist als der zuletzt gelesene Beitrag, und nichts von privaten Mitgliedern.</translation>
    </message>
    <message>
        <source>A search brings only what is newer than the last post read.</source>
        <translation>Eine Suche bringt nur, was neuer ist als der zuletzt gelesene Beitrag.</translation>
    </message>
    <message>
        <source>A search leaves out what the filter hides.</source>
        <translation>Eine Suche lässt weg, was der Filter ausblendet.</translation>
    </message>
    <message>
        <source>A search on X has 1 to {query_limit} characters, this one {n}; shorten it. Nothing was sent.</source>
        <translation>Eine Suche auf X hat 1 bis {query_limit} Zeichen, diese hat {n}; bitte kürzen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>A spreadsheet has rounded the ids in “{name}” (as in 1.62E+18), so no post can be told from another: open the file as it came from X by Data, From Text/CSV, choose Text for the columns of ids, and save it anew. Nothing was read.</source>
        <translation>Eine Tabellenkalkulation hat die Ids in „{name}“ gerundet (wie 1.62E+18), darum ist kein Beitrag vom anderen zu unterscheiden: die Datei, wie sie von X kam, über Daten, Aus Text/CSV öffnen, für die Spalten mit Ids Text wählen und neu sichern. Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>A spreadsheet has rounded the user ids in “{name}” (as in 1.62E+18), so they say nobody and were left out; only names were taken.</source>
        <translation>Eine Tabellenkalkulation hat die Konto-Ids in „{name}“ gerundet (wie 1.62E+18); sie nennen also niemanden und blieben weg, nur Namen wurden übernommen.</translation>
    </message>
    <message>
        <source>A view needs a name: write one; nothing was changed.</source>
        <translation>Eine Ansicht braucht einen Namen: bitte einen schreiben; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>AND stands between two parts: write something on both sides.</source>
        <translation>AND steht zwischen zwei Teilen: auf beiden Seiten etwas schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>About {n} posts were not read when the last reading was cut short.</source>
        <translation>
            <numerusform>Etwa {n} Beitrag wurde nicht gelesen, als das letzte Lesen abbrach.</numerusform>
            <numerusform>Etwa {n} Beiträge wurden nicht gelesen, als das letzte Lesen abbrach.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it was read before.</source>
        <translation>All das wurde schon gelesen.</translation>
    </message>
    <message>
        <source>All of this was changed again since, so nothing of it is left to undo.</source>
        <translation>All das wurde seither wieder geändert; davon ist nichts mehr rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Allybook is changing lists for this account already, in another window or on the command line; wait until that has ended. Nothing was sent.</source>
        <translation>Allybook ändert für dieses Konto schon Listen, in einem anderen Fenster oder auf der Befehlszeile; bitte das Ende abwarten. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Allybook is closing: this was not sent to X any more. Nothing was lost.</source>
        <translation>Allybook schließt gerade: Das ging nicht mehr an X. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Allybook keeps secrets nowhere else, so you are signed in until you close it.</source>
        <translation>Allybook bewahrt Geheimnisse nirgends sonst; die Anmeldung gilt also, bis es geschlossen wird.</translation>
    </message>
    <message>
        <source>Allybook made a mistake ({kind}) and stopped; what was done before is kept. Where it happened stands in {path}: please send that to whoever looks after Allybook.</source>
        <translation>Allybook hat einen Fehler gemacht ({kind}) und aufgehört; was davor getan war, bleibt. Wo es geschah, steht in {path}: bitte an die Stelle schicken, die sich um Allybook kümmert.</translation>
    </message>
    <message>
        <source>Allybook may not write in {folder}: allow it or choose another folder; nothing is lost.</source>
        <translation>Allybook darf in {folder} nicht schreiben: erlauben oder einen anderen Ordner wählen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Allybook reads X archives, JSON of twarc, Tweepy, snscrape and twitter-cli, CSV, Excel (.xlsx) and texts with handles</source>
        <translation>Allybook liest X-Archive, JSON von twarc, Tweepy, snscrape und twitter-cli, CSV, Excel (.xlsx) und Texte mit @Namen</translation>
    </message>
    <message>
        <source>Allybook stopped reading before the end; nothing was changed.</source>
        <translation>Allybook hat vor dem Ende zu lesen aufgehört; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Allybook writes .csv, .xlsx, .json, .txt and .html, and “{ending}” is none of them; choose one of these endings.</source>
        <translation>Allybook schreibt .csv, .xlsx, .json, .txt und .html, und „{ending}“ gehört nicht dazu; bitte eine dieser Endungen wählen.</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>An erasure cannot be undone, because nothing of what it erased is kept.</source>
        <translation>Ein Löschen lässt sich nicht rückgängig machen, weil vom Gelöschten nichts aufgehoben ist.</translation>
    </message>
    <message>
        <source>Another Allybook is at work on {name}: try again when it is done; nothing is lost.</source>
        <translation>Ein anderes Allybook arbeitet an {name}: danach noch einmal versuchen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Another window makes or renames a book just now: try again; nothing was changed.</source>
        <translation>Ein anderes Fenster legt gerade ein Buch an oder benennt eines um: noch einmal versuchen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another window moved {name} out of {folder}, as signing in does: close Allybook and open it again.</source>
        <translation>Ein anderes Fenster hat {name} aus {folder} verschoben, wie es das Anmelden tut: Allybook schließen und wieder öffnen.</translation>
    </message>
    <message>
        <source>Another window moved {name} out of {folder}, as signing in does: close Allybook and open it again; nothing was changed.</source>
        <translation>Ein anderes Fenster hat {name} aus {folder} verschoben, wie es das Anmelden tut: Allybook schließen und wieder öffnen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Another window of Allybook is renewing this sign-in and does not come to an end: close it, or try again in a minute. Nothing was lost.</source>
        <translation>Ein anderes Fenster von Allybook erneuert diese Anmeldung und wird nicht fertig: es schließen oder in einer Minute noch einmal versuchen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Asking X who they are costs at most {dollars}.</source>
        <translation>X zu fragen, wer das ist, kostet höchstens {dollars}.</translation>
    </message>
    <message>
        <source>Asks a question</source>
        <translation>Stellt eine Frage</translation>
    </message>
    <message>
        <source>At most {wanted} is more than the {rest} that is left of this month's budget, so fewer posts are asked for, for at most {dollars}.</source>
        <translation>Höchstens {wanted} sind mehr als die {rest}, die vom Budget dieses Monats übrig sind; darum werden weniger Beiträge abgefragt, für höchstens {dollars}.</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>Baskisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>Bosnisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgarisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>By an ally</source>
        <translation>Von Verbündeten</translation>
    </message>
    <message>
        <source>CAPITALS</source>
        <translation>GROSSBUCHSTABEN</translation>
    </message>
    <message>
        <source>Carries your chat hashtag</source>
        <translation>Trägt den eigenen Chat-Hashtag</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Katalanisch</translation>
    </message>
    <message>
        <source>Check afterwards: {members}</source>
        <translation>Danach prüfen: {members}</translation>
    </message>
    <message>
        <source>Check on each of {n} days: {members}</source>
        <translation>Prüfen an jedem von {n} Tagen: {members}</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Choose a book to put them in, or name a new one; nothing was changed.</source>
        <translation>Ein Buch dafür wählen oder ein neues benennen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Choose at least one book or list to take allies from; nothing was changed.</source>
        <translation>Mindestens ein Buch oder eine Liste wählen, woher die Verbündeten kommen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Counting first makes the price of reading exact.</source>
        <translation>Erst zählen, dann steht der genaue Preis fest.</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tschechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Each change is one request: X forbids adding in bulk, so they go out slowly.</source>
        <translation>Jede Änderung ist eine Anfrage: X verbietet das Hinzufügen in Mengen, darum gehen sie langsam hinaus.</translation>
    </message>
    <message>
        <source>Eight hashtags</source>
        <translation>Acht Hashtags</translation>
    </message>
    <message>
        <source>Eleven hashtags</source>
        <translation>Elf Hashtags</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estnisch</translation>
    </message>
    <message>
        <source>Every post fits {first} or {second}.</source>
        <translation>Auf {first} oder {second} passt jeder Beitrag.</translation>
    </message>
    <message>
        <source>Excel keeps {longest:,} letters in a cell, and some {column} are longer; choose .csv or .json. Nothing was written.</source>
        <translation>Excel fasst {longest:,} Zeichen in einer Zelle, und unter {column} ist einiges länger; bitte .csv oder .json wählen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finnisch</translation>
    </message>
    <message>
        <source>Five hashtags</source>
        <translation>Fünf Hashtags</translation>
    </message>
    <message>
        <source>Four hashtags</source>
        <translation>Vier Hashtags</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Giveaway wording</source>
        <translation>Wie ein Gewinnspiel formuliert</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Haitianisch</translation>
    </message>
    <message>
        <source>Half a character cannot be looked for: write it anew.</source>
        <translation>Nach einem halben Zeichen lässt sich nicht suchen: neu schreiben.</translation>
    </message>
    <message>
        <source>Hashtags that are written differently are different; nothing was merged.</source>
        <translation>Hashtags, die anders geschrieben sind, sind verschiedene; nichts wurde zusammengeführt.</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Hindi in Latin letters</source>
        <translation>Hindi in lateinischer Schrift</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Ungarisch</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>Isländisch</translation>
    </message>
    <message>
        <source>In the copy of “{name}” something is dated {day.day} {day:%B %Y}. If the clock of this computer is wrong, set it and merge again; else ask your colleague for a table (CSV) of the book, and bring that in. Nothing was changed.</source>
        <translation>In der Kopie von „{name}“ trägt etwas das Datum {day}. Wenn die Uhr dieses Computers falsch geht: stellen und noch einmal zusammenführen; sonst im Team um eine Tabelle (CSV) des Buchs bitten und die einlesen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>It is a copy of another book, “{name}”, and has nothing in common with “{other_name}”: merge it by itself and combine the two; nothing was changed.</source>
        <translation>Es ist die Kopie eines anderen Buchs, „{name}“, und hat mit „{other_name}“ nichts gemeinsam: für sich zusammenführen und dann beide verbinden; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It is a copy of “{name}”, which is in the trash: bring that back and merge it then; nothing was changed.</source>
        <translation>Es ist eine Kopie von „{name}“, und das liegt im Papierkorb: zurückholen und dann zusammenführen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It is erased, but another program is reading {name}: close that program and Allybook, and the last of it leaves the disk.</source>
        <translation>Es ist gelöscht, aber ein anderes Programm liest gerade {name}: jenes Programm und Allybook schließen, dann verschwindet auch der Rest von der Platte.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Its posts wait in the quiet folder, but not all: “muted” weighs {points}, and what speaks for a post, as that an ally wrote it, takes up to {relief} away.</source>
        <translation>Die Beiträge warten im Stillen Ordner, aber nicht alle: „stumm“ wiegt {points}, und was für einen Beitrag spricht, etwa dass er von Verbündeten ist, nimmt bis zu {relief} weg.</translation>
    </message>
    <message>
        <source>Its rows are no posts here, since the id of the author is missing; only names were taken.</source>
        <translation>Die Zeilen sind hier keine Beiträge, weil die Konto-Id fehlt; nur Namen wurden übernommen.</translation>
    </message>
    <message>
        <source>JSON of another kind than twarc writes</source>
        <translation>anderes JSON, als twarc es schreibt</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lettisch</translation>
    </message>
    <message>
        <source>Link only, few words of its own</source>
        <translation>Nur ein Link, kaum eigene Wörter</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litauisch</translation>
    </message>
    <message>
        <source>Look whether X made the list already</source>
        <translation>Nachsehen, ob X die Liste schon angelegt hat</translation>
    </message>
    <message numerus="yes">
        <source>Looking up {n} accounts tells how each of them stands to you.</source>
        <translation>
            <numerusform>{n} Konto nachzusehen sagt, wie es zu uns steht.</numerusform>
            <numerusform>{n} Konten nachzusehen sagt, wie jedes zu uns steht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Maldivian</source>
        <translation>Dhivehi</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Muted: {what}</source>
        <translation>Stumm: {what}</translation>
    </message>
    <message>
        <source>Names its own account</source>
        <translation>Nennt das eigene Konto</translation>
    </message>
    <message>
        <source>Names that are known here are not asked for again.</source>
        <translation>Nach hier bekannten Namen wird nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Nearly the same as {what}</source>
        <translation>Fast gleich: {what}</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepali</translation>
    </message>
    <message>
        <source>Nine hashtags</source>
        <translation>Neun Hashtags</translation>
    </message>
    <message>
        <source>No X List is called “{name}” here; known are: {there}. Nothing was asked.</source>
        <translation>Keine X-Liste heißt hier „{name}“; bekannt sind: {there}. Es wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>No ally in your books has the category “{name}”.</source>
        <translation>Niemand in den Büchern hat die Kategorie „{name}“.</translation>
    </message>
    <message>
        <source>No ally in your books has the tag “{name}”.</source>
        <translation>Niemand in den Büchern hat das Tag „{name}“.</translation>
    </message>
    <message>
        <source>No column of “{name}” is said to hold handles or user ids, so nobody is named in it; say which column does. Nothing was written.</source>
        <translation>Von keiner Spalte in „{name}“ ist gesagt, dass sie @Namen oder Konto-Ids hat, also ist darin niemand genannt; bitte sagen, welche das ist. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>No filter could name a book “{name}”: choose a name with a letter or a digit; nothing was changed.</source>
        <translation>Kein Filter könnte ein Buch „{name}“ nennen: einen Namen mit einem Buchstaben oder einer Ziffer wählen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No post fits both {first} and {second}.</source>
        <translation>Auf keinen Beitrag trifft beides zu: {first} und {second}.</translation>
    </message>
    <message>
        <source>No post has more noise than {most}.</source>
        <translation>Kein Beitrag hat mehr Rauschen als {most}.</translation>
    </message>
    <message>
        <source>No post is from both since {first} and until {last}: the first day must come before the last.</source>
        <translation>Kein Beitrag ist zugleich seit {first} und bis {last}: der erste Tag muss vor dem letzten liegen.</translation>
    </message>
    <message>
        <source>No post lies between these times: nothing was asked.</source>
        <translation>Zwischen diesen Zeiten liegt kein Beitrag: nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>No post lies in the time that this filter names: nothing was asked.</source>
        <translation>In der Zeit, die dieser Filter nennt, liegt kein Beitrag: nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>No post of an X List “{name}” was read here yet.</source>
        <translation>Hier wurde noch kein Beitrag einer X-Liste „{name}“ gelesen.</translation>
    </message>
    <message>
        <source>No row of “{name}” holds a post or a handle.</source>
        <translation>Keine Zeile von „{name}“ hat einen Beitrag oder @Namen.</translation>
    </message>
    <message>
        <source>Nobody in “{name}” can be searched for yet: approve someone first.</source>
        <translation>In „{name}“ ist noch niemand, nach dem sich suchen lässt: zuerst jemanden annehmen.</translation>
    </message>
    <message>
        <source>Nobody in “{name}” can be searched for: X could take a handle of digits alone for the id of somebody else. Nothing was asked.</source>
        <translation>Aus „{name}“ kann niemand gesucht werden: X könnte einen @Namen nur aus Ziffern für die Id von jemand anderem halten. Gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>Nobody is added before {moment:%d %B %H:%M} UTC, because asking sooner makes the lock longer. What waits stays in the outbox.</source>
        <translation>Vor {moment} UTC kommt niemand dazu, weil zu frühes Fragen die Sperre verlängert. Was wartet, bleibt im Postausgang.</translation>
    </message>
    <message>
        <source>Nobody is approved for a page yet; approve allies first. Nothing was written.</source>
        <translation>Für eine Seite ist noch niemand angenommen; zuerst Verbündete annehmen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nobody of these can be added: their profiles ask for no lists, or X does not show them. No list was made; plan again to see who is left out.</source>
        <translation>Niemand davon kann dazu: Die Profile bitten, auf keine Liste zu kommen, oder X zeigt sie nicht. Es entstand keine Liste; noch einmal planen zeigt, wer draußen bleibt.</translation>
    </message>
    <message>
        <source>Nobody told Allybook which app this token belongs to, so X was not asked to end it; on x.com you can do it yourself, in “Settings”, “Security and account access”, “Apps and sessions”, “Connected apps”.</source>
        <translation>Allybook weiß nicht, zu welcher App dieser Token gehört; darum wurde X nicht gebeten, ihn zu beenden. Auf x.com geht das unter „Einstellungen“, „Sicherheit und Account-Zugriff“, „Apps und Sitzungen“, „Verbundene Apps“.</translation>
    </message>
    <message>
        <source>Noise goes from 0 to 100, and “{value}” is not in it.</source>
        <translation>Rauschen geht von 0 bis 100, und „{value}“ liegt nicht darin.</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Norwegisch</translation>
    </message>
    <message>
        <source>Not all of it was read, and X gives no more of that time.</source>
        <translation>Nicht alles davon wurde gelesen, und X gibt aus dieser Zeit nichts mehr her.</translation>
    </message>
    <message numerus="yes">
        <source>Not counted yet: at most {n} posts are read.</source>
        <translation>
            <numerusform>Noch nicht gezählt: höchstens {n} Beitrag wird gelesen.</numerusform>
            <numerusform>Noch nicht gezählt: höchstens {n} Beiträge werden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in your languages</source>
        <translation>Nicht in den eigenen Sprachen</translation>
    </message>
    <message>
        <source>Nothing here was lost.</source>
        <translation>Hier ging nichts verloren.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again later.</source>
        <translation>Nichts wurde geändert; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Nichts ging verloren.</translation>
    </message>
    <message>
        <source>OR stands between two parts: write something on both sides.</source>
        <translation>OR steht zwischen zwei Teilen: auf beiden Seiten etwas schreiben.</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>Odia</translation>
    </message>
    <message>
        <source>One count</source>
        <translation>Einmal zählen</translation>
    </message>
    <message>
        <source>One of the four keys cannot be one of X (it is empty or has spaces or line breaks in it); copy all four again from console.x.com. Nothing was sent.</source>
        <translation>Einer der vier Schlüssel kann keiner von X sein (er ist leer oder hat Leerzeichen oder Umbrüche); alle vier noch einmal von console.x.com kopieren. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>One of the two is not in the book any more; nothing was merged.</source>
        <translation>Eines der beiden ist nicht mehr im Buch; nichts wurde zusammengeführt.</translation>
    </message>
    <message>
        <source>Only all or those in each can be moved; nothing was changed.</source>
        <translation>Verschieben lassen sich nur alle oder die, die in jedem sind; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only posts newer than the last one read are asked for.</source>
        <translation>Gefragt wird nur nach Beiträgen, die neuer sind als der zuletzt gelesene.</translation>
    </message>
    <message>
        <source>Opting out is for ever, so nothing about this ally can be brought back.</source>
        <translation>Ein Ausstieg gilt für immer; hier lässt sich also nichts zurückholen.</translation>
    </message>
    <message>
        <source>Other changes wait for this list by now, and they would go out as well. Look at the price again. Nothing was sent.</source>
        <translation>Inzwischen warten weitere Änderungen auf diese Liste und gingen mit hinaus. Bitte den Preis noch einmal ansehen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Others have put more on this list than were known, and no more of it was read than the price was for. What was read is kept; whoever was not read is unknown, which is not a no. Check again to read further; its price is told first.</source>
        <translation>Andere haben mehr auf diese Liste gesetzt, als bekannt waren, und gelesen wurden nur so viele, wie im Preis waren. Was gelesen wurde, bleibt; wer nicht gelesen wurde, ist unklar, und das ist kein Nein. Noch einmal abgleichen, um weiterzulesen; der Preis wird vorher genannt.</translation>
    </message>
    <message>
        <source>Panjabi</source>
        <translation>Panjabi</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message numerus="yes">
        <source>Passed over above the headings: {words} and {n} lines more.</source>
        <translation>
            <numerusform>Über den Spaltennamen übergangen: {words} und noch {n} Zeile.</numerusform>
            <numerusform>Über den Spaltennamen übergangen: {words} und noch {n} Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed over above the headings: {words}.</source>
        <translation>Über den Spaltennamen übergangen: {words}.</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Port {port} is in use on this computer, perhaps by another window of Allybook: close that, or choose another port and register the address that goes with it at console.x.com. Nothing was sent.</source>
        <translation>Port {port} ist auf diesem Computer belegt, vielleicht von einem anderen Fenster von Allybook: es schließen oder einen anderen Port wählen und dessen Adresse bei console.x.com eintragen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Press “Open X” once more; nothing was changed.</source>
        <translation>Noch einmal „X öffnen“ drücken; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Reading the {sides} once answers for everyone</source>
        <translation>{sides} einmal zu lesen gibt die Antwort für alle</translation>
    </message>
    <message>
        <source>Renewing your sign-in needs the folder {folder}, where nothing can be locked: see that you may write there, and try again. Nothing was lost.</source>
        <translation>Um die Anmeldung zu erneuern, wird der Ordner {folder} gebraucht, und darin lässt sich nichts sperren: dort das Schreiben erlauben und noch einmal versuchen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Repost of another post</source>
        <translation>Repost eines anderen Beitrags</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rumänisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Serbisch</translation>
    </message>
    <message>
        <source>Seven hashtags</source>
        <translation>Sieben Hashtags</translation>
    </message>
    <message>
        <source>Several X Lists are called “{name}”; write the id of the one you mean instead of the name: {ids}. Nothing was asked, and nothing was changed.</source>
        <translation>Mehrere X-Listen heißen „{name}“; statt des Namens die Id der gemeinten Liste angeben: {ids}. Es wurde nichts gefragt und nichts geändert.</translation>
    </message>
    <message>
        <source>Several accounts go by @{name} here ({ids}): give the id of the one that is meant; nothing was changed.</source>
        <translation>Mehrere Konten heißen hier @{name} ({ids}): die Konto-Id des gemeinten angeben; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Shouting</source>
        <translation>Schreit</translation>
    </message>
    <message>
        <source>Signing in was stopped. {again}</source>
        <translation>Die Anmeldung wurde angehalten. {again}</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Six hashtags</source>
        <translation>Sechs Hashtags</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowakisch</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Slowenisch</translation>
    </message>
    <message>
        <source>Some counts are no numbers and were left out: {counts}.</source>
        <translation>Manche Anzahlen sind keine Zahlen und wurden weggelassen: {counts}.</translation>
    </message>
    <message>
        <source>Somebody was forgotten since, so this was not taken back. Nothing was changed.</source>
        <translation>Seither wurde jemand vergessen, darum wurde das nicht zurückgenommen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Someone has settled this in the meantime; look again, nothing was changed.</source>
        <translation>Das hat inzwischen jemand entschieden; noch einmal ansehen, nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Something answered in X's place, perhaps the sign-in page of this network; open a browser, sign in there, and try again. {safe}</source>
        <translation>An Stelle von X hat etwas anderes geantwortet, vielleicht die Anmeldeseite dieses Netzes; im Browser dort anmelden und noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>Something between this computer and X said no in X's place (status {status}), perhaps a filter of this network; try another network, or ask whoever runs this one. {safe}</source>
        <translation>Etwas zwischen diesem Computer und X hat an Stelle von X nein gesagt (Status {status}), vielleicht ein Filter dieses Netzes; ein anderes Netz versuchen oder fragen, wer dieses betreibt. {safe}</translation>
    </message>
    <message>
        <source>Something is missing after this parenthesis.</source>
        <translation>Nach dieser Klammer fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing at the end: close the parenthesis after “{last}”, or write on.</source>
        <translation>Am Ende fehlt etwas: die Klammer nach „{last}“ schließen oder weiterschreiben.</translation>
    </message>
    <message>
        <source>Something is missing before this parenthesis.</source>
        <translation>Vor dieser Klammer fehlt etwas.</translation>
    </message>
    <message>
        <source>Sorani Kurdish</source>
        <translation>Sorani-Kurdisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Stopped as you asked, before anybody looked whether the list shows what was sent. Publish again to look; what waits stays in the outbox.</source>
        <translation>Wie gewünscht angehalten, bevor jemand nachsah, ob die Liste zeigt, was gesendet wurde. Noch einmal senden, um nachzusehen; was wartet, bleibt im Postausgang.</translation>
    </message>
    <message>
        <source>Stopped as you asked; nothing was written.</source>
        <translation>Wie gewünscht angehalten; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopped as you asked; the rest waits in the outbox.</source>
        <translation>Wie gewünscht angehalten; der Rest wartet im Postausgang.</translation>
    </message>
    <message>
        <source>Stopped as you asked; what waits stays in the outbox.</source>
        <translation>Wie gewünscht angehalten; was wartet, bleibt im Postausgang.</translation>
    </message>
    <message>
        <source>Stopped as you asked; what was read until then is kept.</source>
        <translation>Wie gewünscht angehalten; was bis dahin gelesen war, ist gesichert.</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>Tagalog</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Ten hashtags</source>
        <translation>Zehn Hashtags</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>That time is still to come: nothing was asked.</source>
        <translation>Diese Zeit kommt erst noch: nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>The account and everything in Allybook are kept.</source>
        <translation>Das Konto und alles in Allybook bleiben.</translation>
    </message>
    <message>
        <source>The archive does not say when it was made: its followers and following count as of {day}, the day of its newest post.</source>
        <translation>Das Archiv sagt nicht, von wann es ist: Seine Follower und gefolgten Konten gelten vom {day}, dem Tag seines neuesten Beitrags.</translation>
    </message>
    <message>
        <source>The archive does not say when it was made: whatever X tells of your followers and following counts as newer.</source>
        <translation>Das Archiv sagt nicht, von wann es ist: Was immer X von den Followern und gefolgten Konten sagt, gilt als neuer.</translation>
    </message>
    <message>
        <source>The book “{name}” is here already; nothing was changed.</source>
        <translation>Das Buch „{name}“ ist schon da; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The book “{name}” was put in the trash in another window; nothing was changed.</source>
        <translation>Das Buch „{name}“ wurde in einem anderen Fenster in den Papierkorb gelegt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The budget of {budget} is passed already: {spent} is spent this month{doubt}. Raise it or wait for the next month. What was done until then is kept.</source>
        <translation>Das Budget von {budget} ist schon überschritten: {spent} sind diesen Monat ausgegeben{doubt}. Es kann erhöht werden, sonst bis zum nächsten Monat warten. Was bis dahin getan wurde, bleibt.</translation>
    </message>
    <message>
        <source>The chat “#{name}” was never read here.</source>
        <translation>Der Chat „#{name}“ wurde hier nie gelesen.</translation>
    </message>
    <message>
        <source>The chat “#{name}” was not read from X; its posts that are here are found by {meant}.</source>
        <translation>Der Chat „#{name}“ wurde nicht von X gelesen; was von ihm hier ist, findet {meant}.</translation>
    </message>
    <message>
        <source>The connection to X is not safe (its certificate or encryption was not accepted), so nothing was sent; ask whoever runs this network.</source>
        <translation>Die Verbindung zu X ist nicht sicher (Zertifikat oder Verschlüsselung wurde nicht angenommen), darum wurde nichts gesendet; bitte dort fragen, wo dieses Netz betreut wird.</translation>
    </message>
    <message>
        <source>The credits of your developer account are used up; buy more at console.x.com, then ask again (a refused request costs nothing). {safe}</source>
        <translation>Das Guthaben des Entwicklerkontos ist aufgebraucht; bei console.x.com neues kaufen und dann noch einmal fragen (eine abgelehnte Anfrage kostet nichts). {safe}</translation>
    </message>
    <message>
        <source>The disk did not take {name} in {folder}: check it and try again; nothing is lost.</source>
        <translation>Die Platte hat {name} in {folder} nicht angenommen: sie prüfen und noch einmal versuchen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>The disk is full: Allybook shows what it has and keeps nothing new.</source>
        <translation>Die Platte ist voll: Allybook zeigt, was da ist, und sichert nichts Neues.</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again.</source>
        <translation>Die Platte ist voll: Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again; nothing was changed.</source>
        <translation>Die Platte ist voll: Platz schaffen und noch einmal versuchen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The disk is full: free some space and try again; {name} is as it was before.</source>
        <translation>Die Platte ist voll: Platz schaffen und noch einmal versuchen; {name} ist wie zuvor.</translation>
    </message>
    <message>
        <source>The disk takes nothing any more: Allybook shows what it has and keeps nothing new.</source>
        <translation>Die Platte nimmt nichts mehr an: Allybook zeigt, was da ist, und sichert nichts Neues.</translation>
    </message>
    <message>
        <source>The disk takes nothing any more: check it, or plug it in again.</source>
        <translation>Die Platte nimmt nichts mehr an: nachsehen oder wieder anschließen.</translation>
    </message>
    <message>
        <source>The disk takes nothing any more: check it, or plug it in again; nothing was changed.</source>
        <translation>Die Platte nimmt nichts mehr an: nachsehen oder wieder anschließen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The first time, the newest posts are read.</source>
        <translation>Beim ersten Mal werden die neuesten Beiträge gelesen.</translation>
    </message>
    <message>
        <source>The folder is write-protected: Allybook shows what it has and keeps nothing new.</source>
        <translation>Der Ordner ist schreibgeschützt: Allybook zeigt, was da ist, und sichert nichts Neues.</translation>
    </message>
    <message>
        <source>The folder is write-protected: allow writing there or choose another folder.</source>
        <translation>Der Ordner ist schreibgeschützt: Schreiben dort erlauben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder is write-protected: allow writing there or choose another folder; nothing was changed.</source>
        <translation>Der Ordner ist schreibgeschützt: Schreiben dort erlauben oder einen anderen Ordner wählen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The folder “{name}” holds no X archive (there is no data/manifest.js or the like in it); give the folder that X's zip unpacked to.</source>
        <translation>Der Ordner „{name}“ ist kein X-Archiv (darin ist kein data/manifest.js oder Ähnliches); bitte den Ordner angeben, in den das Zip von X entpackt wurde.</translation>
    </message>
    <message>
        <source>The followers are known {since}</source>
        <translation>Die Follower sind bekannt {since}</translation>
    </message>
    <message>
        <source>The following are known {since}</source>
        <translation>Die gefolgten Konten sind bekannt {since}</translation>
    </message>
    <message>
        <source>The keyring of this computer does not open, or has no sign-in for this account: see that it runs, or sign in again. Nothing else is lost.</source>
        <translation>Der Schlüsselbund dieses Computers geht nicht auf oder hat für dieses Konto keine Anmeldung: nachsehen, ob er läuft, oder neu anmelden. Sonst ist nichts verloren.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked or does not answer: unlock it and try again; {consequence}</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt oder antwortet nicht: ihn entsperren und noch einmal versuchen; {consequence}</translation>
    </message>
    <message>
        <source>The keyring of this computer removed nothing: {still_there}</source>
        <translation>Der Schlüsselbund dieses Computers hat nichts entfernt: {still_there}</translation>
    </message>
    <message>
        <source>The last reading was cut short before it could tell how many posts are left. This reads the newest {n} of them at most.</source>
        <translation>Das letzte Lesen brach ab, bevor es sagen konnte, wie viele Beiträge übrig sind. Gelesen werden hier höchstens die neuesten {n}.</translation>
    </message>
    <message>
        <source>The list does not show yet all that was sent, and it was read no further than the price told was for. Publish again to read on; its price is told first.</source>
        <translation>Die Liste zeigt noch nicht alles, was gesendet wurde, und weiter als zum genannten Preis wurde sie nicht gelesen. Noch einmal senden, um weiterzulesen; der Preis wird vorher genannt.</translation>
    </message>
    <message>
        <source>The list has an account on it that X does not name, so nobody knows whether it shows all that was sent. What waits stays in the outbox; publish again later to look once more.</source>
        <translation>Auf der Liste steht ein Konto, das X nicht nennt, also weiß niemand, ob sie alles zeigt, was gesendet wurde. Was wartet, bleibt im Postausgang; später noch einmal senden, um wieder nachzusehen.</translation>
    </message>
    <message>
        <source>The list is deleted</source>
        <translation>Die Liste wird gelöscht</translation>
    </message>
    <message>
        <source>The list is full: X lets {most:,} on a list. The rest waits in the outbox.</source>
        <translation>Die Liste ist voll: X lässt {most:,} auf eine Liste. Der Rest wartet im Postausgang.</translation>
    </message>
    <message>
        <source>The list is read whole, unless it has more members than that.</source>
        <translation>Die Liste wird ganz gelesen, außer sie hat mehr Mitglieder.</translation>
    </message>
    <message>
        <source>The list of this book is no longer on X; publishing again makes a new one. The book is as it was.</source>
        <translation>Die Liste zu diesem Buch ist nicht mehr auf X; erneutes Senden legt eine neue an. Das Buch ist wie zuvor.</translation>
    </message>
    <message>
        <source>The list “{name}” has them all, and its members tell who follows you.</source>
        <translation>Auf der Liste „{name}“ sind alle, und ihre Mitglieder sagen, wer zurückfolgt.</translation>
    </message>
    <message>
        <source>The list “{name}” was not read yet: read it first.</source>
        <translation>Die Liste „{name}“ wurde noch nicht gelesen: zuerst lesen.</translation>
    </message>
    <message>
        <source>The list's page gives its newest posts.</source>
        <translation>Die Seite der Liste gibt die neuesten Beiträge.</translation>
    </message>
    <message>
        <source>The name of a book has at most {most} letters: choose a shorter one; nothing was changed.</source>
        <translation>Der Name eines Buchs hat höchstens {most} Buchstaben: einen kürzeren wählen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The next request could cost {dollars}, and {spent} of this month's {budget} is spent{doubt}; raise the budget or wait for the next month. What was done until then is kept.</source>
        <translation>Die nächste Anfrage könnte {dollars} kosten, und von {budget} in diesem Monat sind {spent} ausgegeben{doubt}; das Budget erhöhen oder den nächsten Monat abwarten. Was bis dahin getan war, bleibt.</translation>
    </message>
    <message>
        <source>The pace is at most a day between two changes, and at least one change a day; nothing was changed.</source>
        <translation>Zwischen zwei Änderungen liegt höchstens ein Tag, und mindestens eine gibt es am Tag; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The part of Allybook that reads “{name}” has stopped; what was read before is kept. Try the file again.</source>
        <translation>Der Teil von Allybook, der „{name}“ liest, ist stehen geblieben; was bis dahin gelesen war, bleibt. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The posts in “{name}” do not say who wrote them, so nothing was read: give a table with the user ids of their authors.</source>
        <translation>Die Beiträge in „{name}“ sagen nicht, von wem sie sind; nichts wurde gelesen. Es braucht eine Tabelle mit den Konto-Ids derer, die sie geschrieben haben.</translation>
    </message>
    <message>
        <source>The price has changed. It costs {dollars} now; it was {others}. Nothing was read.</source>
        <translation>Der Preis hat sich geändert. Es kostet jetzt {dollars}; es waren {others}. Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>The price has changed. It costs {dollars} now; it was {others}. Nothing was sent.</source>
        <translation>Der Preis hat sich geändert. Es kostet jetzt {dollars}; es waren {others}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The price table cannot be used: {what}. Correct it; nothing was sent to X.</source>
        <translation>Die Preistabelle ist nicht zu gebrauchen: {what}. Bitte berichtigen; an X wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The same waits on the tick list already; go on there.</source>
        <translation>Dasselbe wartet schon auf der Hakliste; dort weitermachen.</translation>
    </message>
    <message>
        <source>The spending limit set for your developer account is reached, so X answers nothing {until}; raise it at console.x.com or wait, then ask again (a refused request costs nothing). {safe}</source>
        <translation>Die Ausgabengrenze des Entwicklerkontos ist erreicht, darum antwortet X nicht {until}; sie bei console.x.com erhöhen oder warten und dann noch einmal fragen (eine abgelehnte Anfrage kostet nichts). {safe}</translation>
    </message>
    <message>
        <source>The time that this filter names is still to come.</source>
        <translation>Die Zeit, die dieser Filter nennt, kommt erst noch.</translation>
    </message>
    <message>
        <source>The token given cannot be one of X (it is empty or has spaces or line breaks in it); sign in again. Nothing was sent.</source>
        <translation>Dieser Token kann keiner von X sein (er ist leer oder hat Leerzeichen oder Umbrüche); noch einmal anmelden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The words of care for {language} are not valid TOML: {reason}.</source>
        <translation>Die Sorgfaltswörter für {language} sind kein gültiges TOML: {reason}.</translation>
    </message>
    <message>
        <source>The words of care for {language} do not know “{word}”.</source>
        <translation>Die Sorgfaltswörter für {language} kennen „{word}“ nicht.</translation>
    </message>
    <message>
        <source>There are too many parentheses inside each other.</source>
        <translation>Hier stecken zu viele Klammern ineinander.</translation>
    </message>
    <message>
        <source>There is a book {book_id!r} already; nothing was created.</source>
        <translation>Ein Buch „{book_id}“ gibt es schon; nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>There is a book “{wanted}” already: choose another name.</source>
        <translation>Ein Buch „{wanted}“ gibt es schon: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is a view “{name}” already, for everybody: choose another name. Nothing was changed.</source>
        <translation>Eine Ansicht „{name}“ gibt es schon, und zwar für alle: einen anderen Namen wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is a view “{name}” already: choose another name, or forget that view first. Nothing was changed.</source>
        <translation>Eine Ansicht „{name}“ gibt es schon: einen anderen Namen wählen oder sie erst vergessen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is another book “{name}” here by now: rename that one, then bring this one back; nothing was changed.</source>
        <translation>Inzwischen gibt es hier ein anderes Buch „{name}“: jenes umbenennen, dann dieses zurückholen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no X List “{named}” here; its number, from its address, works too.</source>
        <translation>Eine X-Liste „{named}“ gibt es hier nicht; die Nummer aus der Adresse geht auch.</translation>
    </message>
    <message>
        <source>There is no book {book_id!r} in this profile; nothing was changed.</source>
        <translation>Ein Buch „{book_id}“ gibt es in diesem Profil nicht; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no book “{called}” here; nothing was changed.</source>
        <translation>Ein Buch „{called}“ gibt es hier nicht; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no book “{name}” here, so none of its allies were found.</source>
        <translation>Ein Buch „{name}“ gibt es hier nicht, also wurde niemand daraus gefunden.</translation>
    </message>
    <message>
        <source>There is no column “{name}”; there is {there}.</source>
        <translation>Eine Spalte „{name}“ gibt es nicht; vorhanden: {there}.</translation>
    </message>
    <message>
        <source>There is no entry {entry_id} in this book; nothing was changed.</source>
        <translation>Einen Eintrag {entry_id} gibt es in diesem Buch nicht; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no handle or hashtag in “{name}”.</source>
        <translation>In „{name}“ ist kein @Name oder Hashtag.</translation>
    </message>
    <message>
        <source>There is no part {part} of this page; nothing was written.</source>
        <translation>Einen Teil {part} hat diese Seite nicht; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>There is no reason “{key}”; did you mean {meant}={points}?</source>
        <translation>Den Grund „{key}“ gibt es nicht; ist {meant}={points} gemeint?</translation>
    </message>
    <message>
        <source>There is no such ally in this book; nominate it first.</source>
        <translation>Das steht nicht in diesem Buch; zuerst vorschlagen.</translation>
    </message>
    <message>
        <source>There is no such ally in this book; nothing was erased.</source>
        <translation>Das steht nicht in diesem Buch; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>There is no view “{name}” any more; nothing was changed.</source>
        <translation>Die Ansicht „{name}“ gibt es nicht mehr; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no way “{name}” here: say {known}. Nothing was sent.</source>
        <translation>Einen Weg „{name}“ gibt es hier nicht; möglich: {known}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>There is no {copy!r} in the trash; nothing was changed.</source>
        <translation>Im Papierkorb ist kein „{copy}“; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no “{name}:”; did you mean “{meant}:”?</source>
        <translation>„{name}:“ gibt es nicht; gemeint „{meant}:“?</translation>
    </message>
    <message>
        <source>There is no “{name}:”; for words with a colon use quotation marks.</source>
        <translation>„{name}:“ gibt es nicht; für Wörter mit Doppelpunkt Anführungszeichen nehmen.</translation>
    </message>
    <message>
        <source>There is nothing to look for in “{value}”: write a word.</source>
        <translation>In „{value}“ ist nichts zu suchen: ein Wort schreiben.</translation>
    </message>
    <message>
        <source>There is nothing to post yet: write some words first.</source>
        <translation>Noch gibt es nichts zu senden: zuerst etwas schreiben.</translation>
    </message>
    <message>
        <source>They asked to be erased from this book; nothing is written about them.</source>
        <translation>Dieses Konto wurde auf eigenen Wunsch aus diesem Buch gelöscht; darüber wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>They were erased from this book and cannot be listed; nothing to do.</source>
        <translation>Dieses Konto wurde aus diesem Buch gelöscht und kommt auf keine Liste; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Third post in a day that promotes the same page</source>
        <translation>Dritter Beitrag an einem Tag, der für dieselbe Seite wirbt</translation>
    </message>
    <message>
        <source>This address does not belong to the sign-in that is open now. {again}</source>
        <translation>Diese Adresse gehört nicht zur Anmeldung, die gerade offen ist. {again}</translation>
    </message>
    <message>
        <source>This address holds no answer of X. {again}</source>
        <translation>In dieser Adresse steckt keine Antwort von X. {again}</translation>
    </message>
    <message>
        <source>This ally is known as {key}, which is not {user_id}; nothing was changed.</source>
        <translation>Bekannt ist das als {key}, und das ist nicht {user_id}; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This came from a file; import a newer one to have what is new.</source>
        <translation>Das kam aus einer Datei; für Neues eine neuere einlesen.</translation>
    </message>
    <message>
        <source>This cannot be taken back from here; open it on X and look there.</source>
        <translation>Das lässt sich von hier aus nicht zurücknehmen; auf X öffnen und dort nachsehen.</translation>
    </message>
    <message>
        <source>This cannot be taken back: {why}. Nothing was changed.</source>
        <translation>Das lässt sich nicht zurücknehmen: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This change is not in the book, so there is nothing to undo.</source>
        <translation>Diese Änderung steht nicht im Buch; es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This check cannot be done by “{name}”; its ways are: {there}. Nothing was asked.</source>
        <translation>Mit „{name}“ geht dieser Abgleich nicht; möglich sind: {there}. Es wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>This computer does not say where your folder is, in which accounts take turns: set HOME. Nothing was done.</source>
        <translation>Dieser Computer sagt nicht, wo der eigene Ordner liegt, in dem sich Konten abwechseln: HOME setzen. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>This computer does not say where your folder is: give --profile a folder, or set HOME. Nothing was done.</source>
        <translation>Dieser Computer sagt nicht, wo der eigene Ordner liegt: --profile einen Ordner nennen oder HOME setzen. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets, and {consequence}</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der Geheimnisse behält. {consequence}</translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} days fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Tag vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Tage vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} days slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Tag nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Tage nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} hours fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Stunde vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Stunden vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} hours slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Stunde nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Stunden nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} minutes fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Minuten vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer's clock is {n} minutes slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Minuten nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>This does not wait any more: it was sent, or dropped already.</source>
        <translation>Das wartet nicht mehr: Es wurde schon gesendet oder verworfen.</translation>
    </message>
    <message>
        <source>This is being read already, in another window or on the command line, or by the refresh by itself. Wait until that has ended: what it reads is here then, and paid for once.</source>
        <translation>Ein anderes Fenster, die Befehlszeile oder das Neuladen von selbst liest das gerade. Bitte das Ende abwarten: Danach ist es auch hier, und nur einmal bezahlt.</translation>
    </message>
    <message>
        <source>This is not on the tick list any more; look at what is next.</source>
        <translation>Das steht nicht mehr auf der Hakliste; das Nächste ansehen.</translation>
    </message>
    <message>
        <source>This is not the Client ID of an app: copy it from “Keys and tokens”, “OAuth 2.0 Client ID” of your app at console.x.com (about 34 signs without a space). Nothing was sent.</source>
        <translation>Das ist nicht die Client ID einer App: bei console.x.com in der App unter „Keys and tokens“, „OAuth 2.0 Client ID“ kopieren (etwa 34 Zeichen ohne Leerzeichen). Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This is one ally already; there is nothing to merge.</source>
        <translation>Das ist schon ein und dasselbe; es gibt nichts zusammenzuführen.</translation>
    </message>
    <message>
        <source>This needs an X account: connect one, or practise with --practice.</source>
        <translation>Dafür braucht es ein X-Konto: eines verbinden oder mit --practice üben.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed: add one.</source>
        <translation>Diese Klammer ist nicht geschlossen: eine ergänzen.</translation>
    </message>
    <message>
        <source>This request was sent less than five minutes ago and may still be answered; decide about it then. Nothing was changed.</source>
        <translation>Diese Anfrage ging vor weniger als fünf Minuten hinaus und kann noch beantwortet werden; danach darüber entscheiden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This sign-in is over; begin another one. Nothing was changed.</source>
        <translation>Diese Anmeldung ist vorbei; eine neue beginnen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This token is @{handle}'s, and another account is signed in here: give --profile another folder. Nothing was changed.</source>
        <translation>Dieser Token gehört @{handle}, und hier ist ein anderes Konto angemeldet: mit --profile einen anderen Ordner angeben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This was changed again since, so it was not taken back.</source>
        <translation>Das wurde seither noch einmal geändert und darum nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>This was changed again since, so nothing of it is left to undo.</source>
        <translation>Das wurde seither wieder geändert; davon ist nichts mehr rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Twelve hashtags</source>
        <translation>Zwölf Hashtags</translation>
    </message>
    <message>
        <source>Two columns are said to be the {column}; choose one of them.</source>
        <translation>Zwei Spalten sollen {column} sein; eine davon wählen.</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>Uigurisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Walisisch</translation>
    </message>
    <message>
        <source>What changed shows only between two complete readings of the same side, and for these dates there are not two: complete readings are kept of {days}; nothing was changed.</source>
        <translation>Was sich geändert hat, zeigt sich nur zwischen zwei vollständigen Ständen derselben Seite, und für diese Tage gibt es nicht zwei: vollständige Stände sind gesichert von {days}; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What the keyring keeps for this account is not what Allybook wrote; sign in again. Nothing else is lost.</source>
        <translation>Was der Schlüsselbund für dieses Konto hat, stammt nicht von Allybook; neu anmelden. Sonst ist nichts verloren.</translation>
    </message>
    <message>
        <source>What was kept so far stays; the rest was not kept. {why}</source>
        <translation>Was bis dahin gesichert war, bleibt; der Rest wurde nicht gesichert. {why}</translation>
    </message>
    <message>
        <source>Who is verified is told with the names of the authors only, which come on top: {dollars} each.</source>
        <translation>Wer verifiziert ist, sagt X nur zusammen mit den Namen der Konten, und die kosten extra: je {dollars}.</translation>
    </message>
    <message>
        <source>Whose data? Give a handle or an id, for example: allybook purge @handle.</source>
        <translation>Wessen Daten? Einen @Namen oder eine Id angeben, zum Beispiel: allybook purge @name.</translation>
    </message>
    <message>
        <source>Write whole cents, such as 2.50, and at most {most}: “{text}” is not taken.</source>
        <translation>Ganze Cent angeben, etwa 2.50, und höchstens {most}: „{text}“ geht nicht.</translation>
    </message>
    <message>
        <source>X asks for a pause until {moment:%d %B %H:%M} UTC; go on then. {safe}</source>
        <translation>X bittet um eine Pause bis {moment} UTC; danach weitermachen. {safe}</translation>
    </message>
    <message>
        <source>X can search only for something that is there: a word, a #hashtag, from:, to: or url:. Add one of these; nothing was asked.</source>
        <translation>X kann nur nach etwas suchen, das da ist: ein Wort, ein #Hashtag, from:, to: oder url:. Eines davon ergänzen; es wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>X cannot be reached; check the internet connection and try again.</source>
        <translation>X ist nicht zu erreichen; die Internetverbindung prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>X charges it all the same.</source>
        <translation>X berechnet es trotzdem.</translation>
    </message>
    <message>
        <source>X could take “{part}” for something else than one hashtag. Add a word, from: or a #hashtag of letters alone; nothing was asked.</source>
        <translation>X könnte „{part}“ für etwas anderes als einen Hashtag halten. Ein Wort, from: oder ein #Hashtag nur aus Buchstaben dazu hilft; gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>X could take “{part}” for something else, for it has digits alone. Add a word, a #hashtag or from: with letters; nothing was asked.</source>
        <translation>X könnte „{part}“ für etwas anderes halten, denn es besteht nur aus Ziffern. Ein Wort, ein #Hashtag oder from: mit Buchstaben dazu hilft; gefragt wurde nichts.</translation>
    </message>
    <message numerus="yes">
        <source>X counts {n} more posts with #{hashtag}.</source>
        <translation>
            <numerusform>X zählt {n} weiteren Beitrag mit #{hashtag}.</numerusform>
            <numerusform>X zählt {n} weitere Beiträge mit #{hashtag}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>X counts {n} posts with #{hashtag}.</source>
        <translation>
            <numerusform>X zählt {n} Beitrag mit #{hashtag}.</numerusform>
            <numerusform>X zählt {n} Beiträge mit #{hashtag}.</numerusform>
        </translation>
    </message>
    <message>
        <source>X did not answer about some of them; none of these is on the list, and they wait in the outbox for another try.</source>
        <translation>Zu einigen hat X nicht geantwortet; keines davon ist auf der Liste, und sie warten im Postausgang auf einen neuen Versuch.</translation>
    </message>
    <message>
        <source>X did not answer in time; try again in a few minutes.</source>
        <translation>X hat nicht rechtzeitig geantwortet; in ein paar Minuten noch einmal versuchen.</translation>
    </message>
    <message>
        <source>X did not confirm that the sign-in has ended; on x.com you can end it yourself, in “Settings”, “Security and account access”, “Apps and sessions”, “Connected apps”.</source>
        <translation>X hat das Ende der Anmeldung nicht bestätigt; auf x.com lässt sie sich beenden, unter „Einstellungen“, „Sicherheit und Account-Zugriff“, „Apps und Sitzungen“, „Verbundene Apps“.</translation>
    </message>
    <message>
        <source>X did not delete this list: look at it on X; it is as it was.</source>
        <translation>X hat diese Liste nicht gelöscht: auf X nachsehen; sie ist wie zuvor.</translation>
    </message>
    <message>
        <source>X did not let the app in ({reason}). Check its settings at console.x.com. {again}</source>
        <translation>X hat die App nicht eingelassen ({reason}). Die Einstellungen der App bei console.x.com prüfen. {again}</translation>
    </message>
    <message>
        <source>X did not send all of it ({what}); read it again later.</source>
        <translation>X hat nicht alles geschickt ({what}); später noch einmal lesen.</translation>
    </message>
    <message>
        <source>X did not send all of it; read it again later.</source>
        <translation>X hat nicht alles geschickt; später noch einmal lesen.</translation>
    </message>
    <message>
        <source>X did not show all your lists (it kept back {lists}), so nobody knows whether it made this one. Nothing was changed; try again later, or look at x.com/i/lists/{first}: where you do not need that list, delete it there.</source>
        <translation>X hat nicht alle eigenen Listen gezeigt (es fehlt {lists}), also weiß niemand, ob X diese angelegt hat. Nichts wurde geändert; später noch einmal versuchen, oder x.com/i/lists/{first} ansehen: wird jene Liste nicht gebraucht, sie dort löschen.</translation>
    </message>
    <message>
        <source>X did not show all your lists, so nobody knows whether it made this one. Nothing was changed; try again later.</source>
        <translation>X hat nicht alle eigenen Listen gezeigt, also weiß niemand, ob X diese angelegt hat. Nichts wurde geändert; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>X did not show this profile, so nobody knows whether it asks for no lists.</source>
        <translation>X hat dieses Profil nicht gezeigt; also ist unklar, ob es auf keine Liste möchte.</translation>
    </message>
    <message>
        <source>X did not take the answer of the browser: it lives for 30 seconds, works once, and its address must be registered with the app to the letter. {again}</source>
        <translation>X hat die Antwort des Browsers nicht angenommen: Sie gilt 30 Sekunden und nur einmal, und ihre Adresse muss bei der App Zeichen für Zeichen eingetragen sein. {again}</translation>
    </message>
    <message>
        <source>X did not understand the request{quoted}. {safe}</source>
        <translation>X hat die Anfrage nicht verstanden{quoted}. {safe}</translation>
    </message>
    <message>
        <source>X does not accept the sign-in of this account just now, which can be an outage at X; the account is kept: try again later, and if it goes on, sign in again. Nothing was lost.</source>
        <translation>X nimmt die Anmeldung dieses Kontos gerade nicht an, was eine Störung bei X sein kann; das Konto bleibt: später noch einmal versuchen und, wenn es so bleibt, neu anmelden. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>X does not answer this for the kind of sign-in in use; sign in as a person (OAuth 2.0) and try again. {safe}</source>
        <translation>Bei dieser Art der Anmeldung beantwortet X das nicht; als Person anmelden (OAuth 2.0) und noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>X does not have what was asked for{quoted}. {safe}</source>
        <translation>X hat nicht, wonach gefragt wurde{quoted}. {safe}</translation>
    </message>
    <message>
        <source>X does not know the developer app of this account any more; sign in again with the Client ID of an app that is there. {kept}</source>
        <translation>X kennt die Entwickler-App dieses Kontos nicht mehr; mit der Client ID einer vorhandenen App neu anmelden. {kept}</translation>
    </message>
    <message>
        <source>X does not know this Client ID; copy it again from your app at console.x.com. Nothing was changed.</source>
        <translation>X kennt diese Client ID nicht; sie bei console.x.com noch einmal aus der App kopieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>X does not let this account add to the list now: the list may not be yours or be full, the account may not allow it, or X paused adding for about a day; trying again soon makes it longer.</source>
        <translation>X lässt dieses Konto gerade nichts auf die Liste setzen: Sie kann einem anderen Konto gehören oder voll sein, das Konto erlaubt es vielleicht nicht, oder X hat das Hinzufügen für etwa einen Tag angehalten; baldige neue Versuche machen es länger.</translation>
    </message>
    <message>
        <source>X does not look for a “_” that stands alone, so “{part}” would find too little. Add a #hashtag, from: or another word; nothing was asked.</source>
        <translation>X sucht kein „_“, das allein steht; „{part}“ fände also zu wenig. Ein #Hashtag, from: oder ein weiteres Wort dazu hilft; gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>X does not show this to your account{quoted}. {safe}</source>
        <translation>X zeigt das diesem Konto nicht{quoted}. {safe}</translation>
    </message>
    <message>
        <source>X does not take a sign in this text; write it anew.</source>
        <translation>X nimmt ein Zeichen in diesem Text nicht an; neu schreiben.</translation>
    </message>
    <message>
        <source>X finds emoji and words of scripts without spaces only where they stand alone, so “{part}” would find too little. Add a #hashtag, from: or another word; nothing was asked.</source>
        <translation>X findet Emojis und Wörter aus Schriften ohne Leerzeichen nur dort, wo sie allein stehen; „{part}“ fände also zu wenig. Ein #Hashtag, from: oder ein weiteres Wort dazu hilft; gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>X had made {kind} already when an earlier try was cut off, and nobody was added to it. Publish again to use that list as it is, or take it back in Activity to have another made.</source>
        <translation>X hatte schon {kind} angelegt, als ein früherer Versuch abbrach, und niemand kam dazu. Noch einmal senden, um sie so zu nehmen, oder sie unter Aktivität zurücknehmen, damit eine andere entsteht.</translation>
    </message>
    <message>
        <source>X has this very post already; change its words to send it again. {safe}</source>
        <translation>Genau diesen Beitrag hat X schon; mit anderen Worten lässt er sich noch einmal senden. {safe}</translation>
    </message>
    <message>
        <source>X has trouble of its own just now (status {status}); try again in a few minutes. {safe}</source>
        <translation>X hat gerade selbst eine Störung (Status {status}); in ein paar Minuten noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>X has trouble of its own just now{quoted}; try again in a few minutes. {safe}</source>
        <translation>X hat gerade selbst eine Störung{quoted}; in ein paar Minuten noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>X is asked for 1 to {batch} accounts at once, not {n}.</source>
        <translation>X wird nach 1 bis {batch} Konten auf einmal gefragt, nicht nach {n}.</translation>
    </message>
    <message>
        <source>X knows no language “{value}”: write a code, as in lang:en.</source>
        <translation>X kennt keine Sprache „{value}“: ein Kürzel schreiben, wie in lang:de.</translation>
    </message>
    <message>
        <source>X leaves out about {percent} %: {dollars} instead of {others}</source>
        <translation>X lässt etwa {percent} % weg: {dollars} statt {others}</translation>
    </message>
    <message>
        <source>X lets a person give {most} accounts a day to others, and pages of today show {n} already; this one can be written from {moment:%Y-%m-%d %H:%M} UTC. Nothing was written.</source>
        <translation>X erlaubt, am Tag {most} Konten weiterzugeben, und Seiten von heute zeigen schon {n}; diese geht ab {moment} UTC. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>X looks for whole words of an address only, and “{part}” may be part of longer ones: write more of it, as in {meant}. Nothing was asked.</source>
        <translation>X sucht in Adressen nur nach ganzen Wörtern, und „{part}“ kann Teil eines längeren sein: Bitte mehr davon schreiben, wie in {meant}. Gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>X may have charged up to {dollars} for it, and that much is held until it is known (Spending, or “allybook ledger”).</source>
        <translation>X hat dafür vielleicht bis zu {dollars} berechnet; so viel bleibt zurückgehalten, bis das bekannt ist (Ausgaben oder „allybook ledger“).</translation>
    </message>
    <message>
        <source>X no longer takes the stored sign-in of this account; sign in again. {kept}</source>
        <translation>X nimmt die gespeicherte Anmeldung dieses Kontos nicht mehr an; neu anmelden. {kept}</translation>
    </message>
    <message>
        <source>X refused an add. {locked}</source>
        <translation>X hat ein Hinzufügen abgelehnt. {locked}</translation>
    </message>
    <message>
        <source>X refused the request{quoted}. {safe}</source>
        <translation>X hat die Anfrage abgelehnt{quoted}. {safe}</translation>
    </message>
    <message>
        <source>X refused the sign-in ({code}); look at the settings of your app at console.x.com and try again. Nothing was lost.</source>
        <translation>X hat die Anmeldung abgelehnt ({code}); die Einstellungen der App bei console.x.com ansehen und noch einmal versuchen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>X refused twice, on different days, and does not say why.</source>
        <translation>X hat zweimal abgelehnt, an verschiedenen Tagen, und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>X refused {n} in a row. {locked}</source>
        <translation>X hat {n} nacheinander abgelehnt. {locked}</translation>
    </message>
    <message>
        <source>X said added, and the list does not show it.</source>
        <translation>X sagte hinzugefügt, und die Liste zeigt es nicht.</translation>
    </message>
    <message>
        <source>X said removed, and the list still shows it.</source>
        <translation>X sagte entfernt, und die Liste zeigt es noch.</translation>
    </message>
    <message>
        <source>X said that it is not done, and does not say why.</source>
        <translation>X sagte, dass es nicht getan ist, und sagt nicht, warum.</translation>
    </message>
    <message>
        <source>X searches for alternatives only where it can look for each of them, and not for “{part}”. Take that out, or add a word, a #hashtag or from: beside it; nothing was asked.</source>
        <translation>X sucht nur dann nach mehreren Möglichkeiten, wenn es nach jeder suchen kann, und nach „{part}“ kann es das nicht. Das weglassen oder ein Wort, einen #Hashtag oder from: daneben setzen; gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>X searches no further back than seven days, and another time is set on this computer; set its clock, then ask again. {safe}</source>
        <translation>X sucht höchstens sieben Tage zurück, und dieser Computer hat eine andere Zeit; die Uhr stellen, dann noch einmal fragen. {safe}</translation>
    </message>
    <message>
        <source>X searches the last seven days only, and all of that time is longer ago: nothing was asked.</source>
        <translation>X sucht nur in den letzten sieben Tagen, und diese Zeit liegt ganz davor: nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>X searches the last seven days only, and this filter keeps only posts that are older: nothing was asked.</source>
        <translation>X sucht nur in den letzten sieben Tagen, und dieser Filter behält nur ältere Beiträge: nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>X sent nobody back within five minutes. {again}</source>
        <translation>Von X kam binnen fünf Minuten niemand zurück. {again}</translation>
    </message>
    <message>
        <source>X showed nobody called @{handle} when it was asked.</source>
        <translation>X zeigte niemanden namens @{handle}, als es gefragt wurde.</translation>
    </message>
    <message>
        <source>X takes this app for one that runs on a web server: at console.x.com open the app's “User authentication settings”, choose the type “Native App” and save, then try again. Nothing was lost.</source>
        <translation>X hält diese App für eine, die auf einem Webserver läuft: bei console.x.com in der App „User authentication settings“ öffnen, den Typ „Native App“ wählen und sichern, dann noch einmal versuchen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>X tells of more followers or following than were known. Reading them costs {dollars} now; it was {others}. None of them was read.</source>
        <translation>X nennt mehr Follower oder gefolgte Konten, als bekannt waren. Sie zu lesen kostet jetzt {dollars}; es waren {others}. Niemand davon wurde gelesen.</translation>
    </message>
    <message>
        <source>X tells the user ids of handles, and charges nothing for those that it lacks.</source>
        <translation>X sagt die Konto-Ids zu @Namen und berechnet nichts für die, die es nicht hat.</translation>
    </message>
    <message>
        <source>X tells whose token this is.</source>
        <translation>X sagt, wessen Token das ist.</translation>
    </message>
    <message>
        <source>X tells whose token this is. It is free where that is @{handle}, who was read today.</source>
        <translation>X sagt, wessen Token das ist. Gehört es @{handle}, ist das gratis, denn das wurde heute gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>X told today about all {n} accounts, so nothing is asked of it.</source>
        <translation>
            <numerusform>Zu dem einen Konto hat X heute schon alles gesagt; es wird nichts gefragt.</numerusform>
            <numerusform>Zu allen {n:,} Konten hat X heute schon alles gesagt; es wird nichts gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>X was not asked yet who @{handle} is, so what others repost or quote of them is muted, and their own posts are not. Asking costs at most {dollars}.</source>
        <translation>X wurde noch nicht gefragt, wer @{handle} ist: Was andere von diesem Konto reposten oder zitieren, ist stumm, seine eigenen Beiträge sind es nicht. Danach zu fragen kostet höchstens {dollars}.</translation>
    </message>
    <message numerus="yes">
        <source>X was not asked yet who {n} of the authors are, so nobody knows here which of them are verified or private.</source>
        <translation>
            <numerusform>Zu einem der Konten wurde X noch nicht gefragt; ob es verifiziert oder privat ist, weiß hier also niemand.</numerusform>
            <numerusform>Zu {n:,} der Konten wurde X noch nicht gefragt; welche davon verifiziert oder privat sind, weiß hier also niemand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>X was not asked yet who {n} of these people are (@{handle} and others), so their posts are not known as theirs.</source>
        <translation>
            <numerusform>X wurde noch nicht gefragt, wer @{handle} ist; Beiträge dieses Kontos werden also nicht als seine erkannt.</numerusform>
            <numerusform>X wurde noch nicht gefragt, wer {n:,} dieser Personen sind (@{handle} und andere); ihre Beiträge werden also nicht als ihre erkannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>X writes “{typed}”; here it is “{meant}”.</source>
        <translation>X schreibt „{typed}“; hier heißt es „{meant}“.</translation>
    </message>
    <message>
        <source>X writes “{value}” as {meant}.</source>
        <translation>X schreibt {meant} statt „{value}“.</translation>
    </message>
    <message>
        <source>X's answer about {name} cannot be used: {field} {why}. {nothing_read}</source>
        <translation>Die Antwort von X zu {name} ist nicht zu gebrauchen: {field} {why}. {nothing_read}</translation>
    </message>
    <message>
        <source>X's answer broke off; try again.</source>
        <translation>Die Antwort von X brach ab; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>X's answer holds no token that can be used; try again.</source>
        <translation>Die Antwort von X hat keinen brauchbaren Token; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>X's answer holds nothing; try again later. {safe}</source>
        <translation>Die Antwort von X ist leer; später noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>X's answer is JSON of an unexpected kind. {nothing_read}</source>
        <translation>Die Antwort von X ist JSON von unerwarteter Art. {nothing_read}</translation>
    </message>
    <message>
        <source>X's answer is not complete JSON. {nothing_read}</source>
        <translation>Die Antwort von X ist kein vollständiges JSON. {nothing_read}</translation>
    </message>
    <message>
        <source>X's answer to the sign-in cannot be understood; try again, and if that fails, sign in again. The books and what was read are kept.</source>
        <translation>Die Antwort von X auf die Anmeldung ist nicht zu verstehen; noch einmal versuchen und, wenn das nicht hilft, neu anmelden. Die Bücher und alles Gelesene bleiben.</translation>
    </message>
    <message>
        <source>X's pages of this list have no end, so nobody knows who is on it. What waits stays in the outbox; publish again later.</source>
        <translation>Die Seiten dieser Liste nehmen bei X kein Ende, also weiß niemand, wer auf ihr steht. Was wartet, bleibt im Postausgang; später noch einmal senden.</translation>
    </message>
    <message>
        <source>X's pages of your lists have no end, so nobody knows whether it made this one. Nothing was changed; try again later.</source>
        <translation>Die Seiten der eigenen Listen nehmen bei X kein Ende, also weiß niemand, ob X diese angelegt hat. Nichts wurde geändert; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You are working offline; go online to do this. Nothing was lost.</source>
        <translation>Gerade wird offline gearbeitet; dafür online gehen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>You have more followers or following than X told, and no more of them were read than the price was for. What was read is kept; whoever else there is, is unknown, which is not a no. Check again: the price is a new one, and who was read today is free.</source>
        <translation>Es sind mehr Follower oder gefolgte Konten, als X genannt hat, und gelesen wurden nur so viele, wie im Preis waren. Was gelesen wurde, bleibt; wer sonst noch da ist, ist unklar, und das ist kein Nein. Noch einmal abgleichen: dann gilt ein neuer Preis, und wer heute gelesen wurde, ist gratis.</translation>
    </message>
    <message>
        <source>You said no on X, so Allybook is not connected. {again}</source>
        <translation>Auf X wurde abgelehnt, darum ist Allybook nicht verbunden. {again}</translation>
    </message>
    <message>
        <source>Your developer app may not use the X API yet; enrol it in a project at console.x.com and try again. {safe}</source>
        <translation>Die Entwickler-App darf die API von X noch nicht nutzen; sie bei console.x.com in ein Projekt aufnehmen und noch einmal versuchen. {safe}</translation>
    </message>
    <message>
        <source>Your developer app may only read; allow it to read and write at console.x.com, then sign in again. {safe}</source>
        <translation>Die Entwickler-App darf nur lesen; ihr bei console.x.com Lesen und Schreiben erlauben, dann neu anmelden. {safe}</translation>
    </message>
    <message>
        <source>Your own account</source>
        <translation>Das eigene Konto</translation>
    </message>
    <message>
        <source>a LibreOffice file; save it as CSV or text, and give that</source>
        <translation>eine LibreOffice-Datei; als CSV oder Text sichern und das angeben</translation>
    </message>
    <message>
        <source>a PDF; copy the names out of it into a text, and give that</source>
        <translation>ein PDF; die Namen daraus in einen Text kopieren und den angeben</translation>
    </message>
    <message>
        <source>a PowerPoint file, which holds no allies</source>
        <translation>eine PowerPoint-Datei, die keine Verbündeten enthält</translation>
    </message>
    <message>
        <source>a Word document; save it as text, and give that</source>
        <translation>ein Word-Dokument; als Text sichern und das angeben</translation>
    </message>
    <message>
        <source>a cell is longer than {most:,} letters</source>
        <translation>eine Zelle ist länger als {most:,} Zeichen</translation>
    </message>
    <message>
        <source>a copy of a book; open it under Allies, or merge it with “allybook books merge FILE”</source>
        <translation>die Kopie eines Buchs; sie unter Verbündete öffnen oder mit „allybook books merge FILE“ zusammenführen</translation>
    </message>
    <message>
        <source>a database of some program</source>
        <translation>eine Datenbank irgendeines Programms</translation>
    </message>
    <message>
        <source>a device and no file</source>
        <translation>ein Gerät und keine Datei</translation>
    </message>
    <message>
        <source>a file of calendar entries or business cards</source>
        <translation>eine Datei mit Terminen oder Visitenkarten</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>ein Film</translation>
    </message>
    <message>
        <source>a packed file; unpack it first</source>
        <translation>eine gepackte Datei; sie zuerst entpacken</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a private list</source>
        <translation>eine private Liste</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a program, a picture or another file that is no text</source>
        <translation>ein Programm, ein Bild oder eine andere Datei, die kein Text ist</translation>
    </message>
    <message>
        <source>a public list</source>
        <translation>eine öffentliche Liste</translation>
    </message>
    <message>
        <source>a quotation mark is opened here and not closed; the lines below were read for themselves</source>
        <translation>hier geht ein Anführungszeichen auf und nicht mehr zu; die Zeilen darunter wurden für sich gelesen</translation>
    </message>
    <message>
        <source>a rich text; save it as plain text, and give that</source>
        <translation>ein formatierter Text; als reinen Text sichern und das angeben</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>eine Tonaufnahme</translation>
    </message>
    <message>
        <source>a table without any handle or post</source>
        <translation>eine Tabelle ganz ohne @Namen oder Beiträge</translation>
    </message>
    <message>
        <source>a text or table without any handle or hashtag</source>
        <translation>ein Text oder eine Tabelle ganz ohne @Namen oder Hashtags</translation>
    </message>
    <message>
        <source>a web page; copy the names out of it into a text</source>
        <translation>eine Webseite; die Namen daraus in einen Text kopieren</translation>
    </message>
    <message>
        <source>account {user_id}</source>
        <translation>Konto {user_id}</translation>
    </message>
    <message>
        <source>all posts</source>
        <translation>alle Beiträge</translation>
    </message>
    <message>
        <source>ally</source>
        <translation>verbündet</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>eine XML-Datei</translation>
    </message>
    <message>
        <source>an older or locked Word or Excel file; save it as CSV, .xlsx or text, and give that</source>
        <translation>eine ältere oder gesperrte Word- oder Excel-Datei; als CSV, .xlsx oder Text sichern und das angeben</translation>
    </message>
    <message>
        <source>an older post</source>
        <translation>ein älterer Beitrag</translation>
    </message>
    <message>
        <source>an older post of {day}</source>
        <translation>ein älterer Beitrag vom {day}</translation>
    </message>
    <message>
        <source>an unknown language</source>
        <translation>unbekannte Sprache</translation>
    </message>
    <message>
        <source>answering @{handle}</source>
        <translation>als Antwort an @{handle}</translation>
    </message>
    <message>
        <source>answers @{handle}</source>
        <translation>antwortet @{handle}</translation>
    </message>
    <message>
        <source>asking for all {n} again</source>
        <translation>noch einmal nach allen {n:,} fragen</translation>
    </message>
    <message>
        <source>asking for nothing</source>
        <translation>nichts fragen</translation>
    </message>
    <message>
        <source>asking for these {n}</source>
        <translation>nach diesen {n:,} fragen</translation>
    </message>
    <message numerus="yes">
        <source>asking for {n} handles</source>
        <translation>
            <numerusform>nach {n} @Namen fragen</numerusform>
            <numerusform>nach {n} @Namen fragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asking for {n} handles and {others}</source>
        <translation>
            <numerusform>nach {n} @Namen und {others} fragen</numerusform>
            <numerusform>nach {n} @Namen und {others} fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>at least {count}</source>
        <translation>mindestens {count}</translation>
    </message>
    <message>
        <source>at most {count}</source>
        <translation>höchstens {count}</translation>
    </message>
    <message>
        <source>before {moment}</source>
        <translation>vor dem {moment}</translation>
    </message>
    <message>
        <source>by @{handle}</source>
        <translation>von @{handle}</translation>
    </message>
    <message>
        <source>by account {id}</source>
        <translation>von Konto {id}</translation>
    </message>
    <message>
        <source>by allies</source>
        <translation>von Verbündeten</translation>
    </message>
    <message>
        <source>by allies in “{book}”</source>
        <translation>von Verbündeten in „{book}“</translation>
    </message>
    <message>
        <source>by allies of the category “{category}”</source>
        <translation>von Verbündeten der Kategorie „{category}“</translation>
    </message>
    <message>
        <source>by allies tagged “{tag}”</source>
        <translation>von Verbündeten mit dem Tag „{tag}“</translation>
    </message>
    <message>
        <source>by private accounts</source>
        <translation>von privaten Konten</translation>
    </message>
    <message>
        <source>by verified accounts</source>
        <translation>von verifizierten Konten</translation>
    </message>
    <message>
        <source>cashtags alone</source>
        <translation>nur Cashtags</translation>
    </message>
    <message>
        <source>category {category}</source>
        <translation>Kategorie {category}</translation>
    </message>
    <message>
        <source>chat #{chat}</source>
        <translation>Chat #{chat}</translation>
    </message>
    <message>
        <source>chat hashtag</source>
        <translation>Chat-Hashtag</translation>
    </message>
    <message>
        <source>did you mean {field}:{meant}?</source>
        <translation>gemeint {field}:{meant}?</translation>
    </message>
    <message>
        <source>does not answer @{handle}</source>
        <translation>antwortet nicht @{handle}</translation>
    </message>
    <message>
        <source>does not name @{handle}</source>
        <translation>nennt @{handle} nicht</translation>
    </message>
    <message>
        <source>eight hashtags</source>
        <translation>acht Hashtags</translation>
    </message>
    <message>
        <source>eleven hashtags</source>
        <translation>elf Hashtags</translation>
    </message>
    <message>
        <source>fewer than {count}</source>
        <translation>weniger als {count}</translation>
    </message>
    <message>
        <source>five hashtags</source>
        <translation>fünf Hashtags</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>Follower</translation>
    </message>
    <message>
        <source>following</source>
        <translation>gefolgte Konten</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>four hashtags</source>
        <translation>vier Hashtags</translation>
    </message>
    <message>
        <source>from @{handle}</source>
        <translation>von @{handle}</translation>
    </message>
    <message>
        <source>from account {id}</source>
        <translation>von Konto {id}</translation>
    </message>
    <message>
        <source>from the archive of {day.day} {day:%B %Y}</source>
        <translation>aus dem Archiv vom {day}</translation>
    </message>
    <message>
        <source>from the chat #{chat}</source>
        <translation>aus dem Chat #{chat}</translation>
    </message>
    <message numerus="yes">
        <source>from the last {n} days</source>
        <translation>
            <numerusform>höchstens {n:,} Tag alt</numerusform>
            <numerusform>höchstens {n:,} Tage alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last {n} hours</source>
        <translation>
            <numerusform>höchstens {n:,} Stunde alt</numerusform>
            <numerusform>höchstens {n:,} Stunden alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last {n} minutes</source>
        <translation>
            <numerusform>höchstens {n:,} Minute alt</numerusform>
            <numerusform>höchstens {n:,} Minuten alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from the last {n} weeks</source>
        <translation>
            <numerusform>höchstens {n:,} Woche alt</numerusform>
            <numerusform>höchstens {n:,} Wochen alt</numerusform>
        </translation>
    </message>
    <message>
        <source>from the list “{list}” or by its members</source>
        <translation>von der Liste „{list}“ oder ihren Mitgliedern</translation>
    </message>
    <message>
        <source>from today, {moment:%H:%M} UTC</source>
        <translation>von heute, {moment} UTC</translation>
    </message>
    <message>
        <source>from your own archive</source>
        <translation>aus dem eigenen X-Archiv</translation>
    </message>
    <message>
        <source>giveaway wording</source>
        <translation>wie ein Gewinnspiel</translation>
    </message>
    <message>
        <source>going on with the list's page</source>
        <translation>auf der Seite der Liste weiterlesen</translation>
    </message>
    <message>
        <source>has hashtags</source>
        <translation>mit Hashtags</translation>
    </message>
    <message>
        <source>has images</source>
        <translation>mit Bildern</translation>
    </message>
    <message>
        <source>has links</source>
        <translation>mit Links</translation>
    </message>
    <message>
        <source>has media</source>
        <translation>mit Medien</translation>
    </message>
    <message>
        <source>has mentions</source>
        <translation>mit Nennungen</translation>
    </message>
    <message>
        <source>has video</source>
        <translation>mit Video</translation>
    </message>
    <message>
        <source>hashtags alone</source>
        <translation>nur Hashtags</translation>
    </message>
    <message>
        <source>home timeline</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>how many there are is not known until X has told it</source>
        <translation>wie viele es sind, ist erst bekannt, wenn X es gesagt hat</translation>
    </message>
    <message>
        <source>in an unknown language</source>
        <translation>in unbekannter Sprache</translation>
    </message>
    <message>
        <source>in the chat #{chat}</source>
        <translation>im Chat #{chat}</translation>
    </message>
    <message>
        <source>in the list {list}</source>
        <translation>auf der Liste {list}</translation>
    </message>
    <message>
        <source>in {book}</source>
        <translation>in {book}</translation>
    </message>
    <message>
        <source>in {language}</source>
        <translation>auf {language}</translation>
    </message>
    <message numerus="yes">
        <source>last {n} days</source>
        <translation>
            <numerusform>bis {n:,} Tag alt</numerusform>
            <numerusform>bis {n:,} Tage alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last {n} hours</source>
        <translation>
            <numerusform>bis {n:,} Stunde alt</numerusform>
            <numerusform>bis {n:,} Stunden alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last {n} minutes</source>
        <translation>
            <numerusform>bis {n:,} Minute alt</numerusform>
            <numerusform>bis {n:,} Minuten alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last {n} weeks</source>
        <translation>
            <numerusform>bis {n:,} Woche alt</numerusform>
            <numerusform>bis {n:,} Wochen alt</numerusform>
        </translation>
    </message>
    <message>
        <source>link only</source>
        <translation>nur ein Link</translation>
    </message>
    <message>
        <source>link to {link}</source>
        <translation>Link zu {link}</translation>
    </message>
    <message>
        <source>linking to “{link}”</source>
        <translation>mit Link zu „{link}“</translation>
    </message>
    <message>
        <source>list {list}</source>
        <translation>Liste {list}</translation>
    </message>
    <message>
        <source>looking at the newest members only</source>
        <translation>nur die neuesten Mitglieder ansehen</translation>
    </message>
    <message numerus="yes">
        <source>looking up {n} accounts</source>
        <translation>
            <numerusform>{n} Konto nachsehen</numerusform>
            <numerusform>{n} Konten nachsehen</numerusform>
        </translation>
    </message>
    <message>
        <source>media alone</source>
        <translation>nur Medien</translation>
    </message>
    <message>
        <source>mentions alone</source>
        <translation>nur Nennungen</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>mehr als {count}</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>names @{handle}</source>
        <translation>nennt @{handle}</translation>
    </message>
    <message>
        <source>names itself</source>
        <translation>nennt sich selbst</translation>
    </message>
    <message>
        <source>naming @{handle}</source>
        <translation>mit Nennung von @{handle}</translation>
    </message>
    <message>
        <source>near copies only</source>
        <translation>nur Beinahe-Kopien</translation>
    </message>
    <message>
        <source>near copy of an older post</source>
        <translation>fast gleich mit einem älteren Beitrag</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>fast gleich</translation>
    </message>
    <message>
        <source>neither from the list “{list}” nor by its members</source>
        <translation>weder von der Liste „{list}“ noch von ihren Mitgliedern</translation>
    </message>
    <message>
        <source>nine hashtags</source>
        <translation>neun Hashtags</translation>
    </message>
    <message>
        <source>no #{hashtag}</source>
        <translation>ohne #{hashtag}</translation>
    </message>
    <message>
        <source>no @{handle}</source>
        <translation>ohne @{handle}</translation>
    </message>
    <message>
        <source>no allies</source>
        <translation>keine Verbündeten</translation>
    </message>
    <message>
        <source>no hashtags</source>
        <translation>ohne Hashtags</translation>
    </message>
    <message>
        <source>no images</source>
        <translation>ohne Bilder</translation>
    </message>
    <message>
        <source>no known date</source>
        <translation>unbekanntem Tag</translation>
    </message>
    <message>
        <source>no link to {link}</source>
        <translation>kein Link zu {link}</translation>
    </message>
    <message>
        <source>no links</source>
        <translation>ohne Links</translation>
    </message>
    <message>
        <source>no media</source>
        <translation>ohne Medien</translation>
    </message>
    <message>
        <source>no mentions</source>
        <translation>ohne Nennungen</translation>
    </message>
    <message>
        <source>no near copies</source>
        <translation>ohne Beinahe-Kopien</translation>
    </message>
    <message>
        <source>no posts</source>
        <translation>keine Beiträge</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>keine Frage</translation>
    </message>
    <message>
        <source>no questions</source>
        <translation>ohne Fragen</translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation>ohne Zitate</translation>
    </message>
    <message>
        <source>no replies</source>
        <translation>ohne Antworten</translation>
    </message>
    <message>
        <source>no reposts</source>
        <translation>ohne Reposts</translation>
    </message>
    <message>
        <source>no tag {tag}</source>
        <translation>ohne Tag {tag}</translation>
    </message>
    <message>
        <source>no video</source>
        <translation>ohne Video</translation>
    </message>
    <message>
        <source>no “{word}”</source>
        <translation>ohne „{word}“</translation>
    </message>
    <message>
        <source>noise above {noise}</source>
        <translation>Rauschen über {noise}</translation>
    </message>
    <message>
        <source>noise up to {noise}</source>
        <translation>Rauschen bis {noise}</translation>
    </message>
    <message>
        <source>noise {noise}</source>
        <translation>Rauschen {noise}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not a near copy of an older post</source>
        <translation>nicht fast gleich mit einem älteren Beitrag</translation>
    </message>
    <message>
        <source>not a private account</source>
        <translation>kein privates Konto</translation>
    </message>
    <message>
        <source>not a quote</source>
        <translation>kein Zitat</translation>
    </message>
    <message>
        <source>not a reply</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not a repost</source>
        <translation>kein Repost</translation>
    </message>
    <message>
        <source>not an ally</source>
        <translation>nicht verbündet</translation>
    </message>
    <message>
        <source>not an unknown language</source>
        <translation>keine unbekannte Sprache</translation>
    </message>
    <message>
        <source>not answering @{handle}</source>
        <translation>nicht als Antwort an @{handle}</translation>
    </message>
    <message>
        <source>not by @{handle}</source>
        <translation>nicht von @{handle}</translation>
    </message>
    <message>
        <source>not by account {id}</source>
        <translation>nicht von Konto {id}</translation>
    </message>
    <message>
        <source>not by allies</source>
        <translation>nicht von Verbündeten</translation>
    </message>
    <message>
        <source>not by allies in “{book}”</source>
        <translation>nicht von Verbündeten in „{book}“</translation>
    </message>
    <message>
        <source>not by allies of the category “{category}”</source>
        <translation>nicht von Verbündeten der Kategorie „{category}“</translation>
    </message>
    <message>
        <source>not by allies tagged “{tag}”</source>
        <translation>nicht von Verbündeten mit dem Tag „{tag}“</translation>
    </message>
    <message>
        <source>not by private accounts</source>
        <translation>nicht von privaten Konten</translation>
    </message>
    <message>
        <source>not by verified accounts</source>
        <translation>nicht von verifizierten Konten</translation>
    </message>
    <message>
        <source>not category {category}</source>
        <translation>nicht Kategorie {category}</translation>
    </message>
    <message>
        <source>not chat #{chat}</source>
        <translation>nicht Chat #{chat}</translation>
    </message>
    <message>
        <source>not from @{handle}</source>
        <translation>nicht von @{handle}</translation>
    </message>
    <message>
        <source>not from account {id}</source>
        <translation>nicht von Konto {id}</translation>
    </message>
    <message>
        <source>not from the chat #{chat}</source>
        <translation>nicht aus dem Chat #{chat}</translation>
    </message>
    <message>
        <source>not from your own archive</source>
        <translation>nicht aus dem eigenen X-Archiv</translation>
    </message>
    <message>
        <source>not home timeline</source>
        <translation>nicht Startseite</translation>
    </message>
    <message>
        <source>not in an unknown language</source>
        <translation>nicht in unbekannter Sprache</translation>
    </message>
    <message>
        <source>not in the chat #{chat}</source>
        <translation>nicht im Chat #{chat}</translation>
    </message>
    <message>
        <source>not in the list {list}</source>
        <translation>nicht auf der Liste {list}</translation>
    </message>
    <message>
        <source>not in {book}</source>
        <translation>nicht in {book}</translation>
    </message>
    <message>
        <source>not in {language}</source>
        <translation>nicht auf {language}</translation>
    </message>
    <message>
        <source>not linking to “{link}”</source>
        <translation>ohne Link zu „{link}“</translation>
    </message>
    <message>
        <source>not list {list}</source>
        <translation>nicht Liste {list}</translation>
    </message>
    <message>
        <source>not muted</source>
        <translation>nicht stumm</translation>
    </message>
    <message>
        <source>not naming @{handle}</source>
        <translation>ohne Nennung von @{handle}</translation>
    </message>
    <message>
        <source>not of the home timeline</source>
        <translation>nicht von der Startseite</translation>
    </message>
    <message>
        <source>not private</source>
        <translation>nicht privat</translation>
    </message>
    <message>
        <source>not read from {source}</source>
        <translation>nicht gelesen aus {source}</translation>
    </message>
    <message>
        <source>not read from “{source}”</source>
        <translation>nicht gelesen aus „{source}“</translation>
    </message>
    <message>
        <source>not source {source}</source>
        <translation>nicht Quelle {source}</translation>
    </message>
    <message>
        <source>not to @{handle}</source>
        <translation>nicht an @{handle}</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht verifiziert</translation>
    </message>
    <message>
        <source>not with {language}</source>
        <translation>nicht mit {language}</translation>
    </message>
    <message>
        <source>not your own archive</source>
        <translation>nicht das eigene X-Archiv</translation>
    </message>
    <message>
        <source>not {language}</source>
        <translation>nicht {language}</translation>
    </message>
    <message>
        <source>not {value}</source>
        <translation>nicht {value}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing is kept</source>
        <translation>nichts wird behalten</translation>
    </message>
    <message>
        <source>of the home timeline</source>
        <translation>von der Startseite</translation>
    </message>
    <message>
        <source>older than {span}</source>
        <translation>älter als {span}</translation>
    </message>
    <message>
        <source>one file out of an X archive; give the whole archive, as a zip or as a folder</source>
        <translation>eine einzelne Datei aus einem X-Archiv; das ganze Archiv angeben, als Zip oder als Ordner</translation>
    </message>
    <message>
        <source>one of {n} conditions</source>
        <translation>eine von {n} Bedingungen</translation>
    </message>
    <message>
        <source>only the sheet “{sheet}” is read</source>
        <translation>nur das Blatt „{sheet}“ wird gelesen</translation>
    </message>
    <message>
        <source>opted out of “{book}”</source>
        <translation>aus „{book}“ ausgetragen</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>andere Sprache</translation>
    </message>
    <message>
        <source>over {count}</source>
        <translation>über {count}</translation>
    </message>
    <message>
        <source>over {span} old</source>
        <translation>über {span} alt</translation>
    </message>
    <message>
        <source>posts with {conditions}</source>
        <translation>Beiträge mit {conditions}</translation>
    </message>
    <message>
        <source>posts {conditions}</source>
        <translation>Beiträge {conditions}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>private account</source>
        <translation>privates Konto</translation>
    </message>
    <message>
        <source>promotes itself</source>
        <translation>wirbt für sich</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>questions only</source>
        <translation>nur Fragen</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>quotes only</source>
        <translation>nur Zitate</translation>
    </message>
    <message>
        <source>read from {source}</source>
        <translation>gelesen aus {source}</translation>
    </message>
    <message>
        <source>read from “{source}”</source>
        <translation>gelesen aus „{source}“</translation>
    </message>
    <message>
        <source>reading all {sides}</source>
        <translation>{sides} ganz lesen</translation>
    </message>
    <message>
        <source>reading the members of the list “{name}”</source>
        <translation>die Mitglieder der Liste „{name}“ lesen</translation>
    </message>
    <message>
        <source>reading the whole list afterwards</source>
        <translation>danach die ganze Liste lesen</translation>
    </message>
    <message>
        <source>reading what X would leave out as well</source>
        <translation>auch lesen, was X weglassen würde</translation>
    </message>
    <message numerus="yes">
        <source>reading {n} posts of the list's page</source>
        <translation>
            <numerusform>{n} Beitrag von der Seite der Liste lesen</numerusform>
            <numerusform>{n} Beiträge von der Seite der Liste lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>removed from this book</source>
        <translation>aus diesem Buch entfernt</translation>
    </message>
    <message>
        <source>replies only</source>
        <translation>nur Antworten</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>repost</source>
        <translation>Repost</translation>
    </message>
    <message numerus="yes">
        <source>reposted {n} times</source>
        <translation>
            <numerusform>{n}-mal repostet</numerusform>
            <numerusform>{n}-mal repostet</numerusform>
        </translation>
    </message>
    <message>
        <source>reposts only</source>
        <translation>nur Reposts</translation>
    </message>
    <message>
        <source>searching for them</source>
        <translation>danach suchen</translation>
    </message>
    <message numerus="yes">
        <source>searching for {n} new posts</source>
        <translation>
            <numerusform>nach {n} neuen Beitrag suchen</numerusform>
            <numerusform>nach {n} neuen Beiträgen suchen</numerusform>
        </translation>
    </message>
    <message>
        <source>seven hashtags</source>
        <translation>sieben Hashtags</translation>
    </message>
    <message>
        <source>shouting</source>
        <translation>schreit</translation>
    </message>
    <message>
        <source>signs without words</source>
        <translation>Zeichen ohne Wörter</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>ab {moment}</translation>
    </message>
    <message>
        <source>six hashtags</source>
        <translation>sechs Hashtags</translation>
    </message>
    <message>
        <source>source {source}</source>
        <translation>Quelle {source}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>Tag {tag}</translation>
    </message>
    <message>
        <source>ten hashtags</source>
        <translation>zehn Hashtags</translation>
    </message>
    <message>
        <source>that are muted</source>
        <translation>mit Stummem</translation>
    </message>
    <message>
        <source>that are nearly the same as older ones</source>
        <translation>fast gleich mit älteren</translation>
    </message>
    <message>
        <source>that are not muted</source>
        <translation>ohne Stummes</translation>
    </message>
    <message>
        <source>that are quotes</source>
        <translation>als Zitat</translation>
    </message>
    <message>
        <source>that are replies</source>
        <translation>als Antwort</translation>
    </message>
    <message>
        <source>that are reposts</source>
        <translation>als Repost</translation>
    </message>
    <message>
        <source>that ask nothing</source>
        <translation>ohne Frage darin</translation>
    </message>
    <message>
        <source>that ask something</source>
        <translation>mit einer Frage</translation>
    </message>
    <message>
        <source>the account stays signed out until then, and nothing is lost.</source>
        <translation>bis dahin bleibt das Konto abgemeldet, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>the disk can only be read; choose another folder</source>
        <translation>die Platte nur zum Lesen da ist; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>the disk is full; make room</source>
        <translation>die Platte voll ist; Platz schaffen</translation>
    </message>
    <message>
        <source>the disk refused ({answer})</source>
        <translation>die Platte ablehnt ({answer}); sie prüfen</translation>
    </message>
    <message numerus="yes">
        <source>the first {n} followers</source>
        <translation>
            <numerusform>der erste Follower</numerusform>
            <numerusform>die ersten {n} Follower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first {n} following</source>
        <translation>
            <numerusform>das erste gefolgte Konto</numerusform>
            <numerusform>die ersten {n} gefolgten Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>the folder is not there; choose another</source>
        <translation>der Ordner nicht da ist; einen anderen wählen</translation>
    </message>
    <message>
        <source>the followers are known {since}</source>
        <translation>die Follower sind bekannt {since}</translation>
    </message>
    <message>
        <source>the following are known {since}</source>
        <translation>die gefolgten Konten sind bekannt {since}</translation>
    </message>
    <message>
        <source>the line is longer than {most:,} letters</source>
        <translation>die Zeile ist länger als {most:,} Zeichen</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>der Name zu lang ist; einen kürzeren wählen</translation>
    </message>
    <message>
        <source>the row is a sum, and names nobody</source>
        <translation>die Zeile ist eine Summe und nennt niemanden</translation>
    </message>
    <message>
        <source>the row names nobody</source>
        <translation>die Zeile nennt niemanden</translation>
    </message>
    <message>
        <source>the table says opted out; say so in the book to make it hold for ever</source>
        <translation>laut Tabelle ausgetragen; im Buch eintragen, damit es für immer gilt</translation>
    </message>
    <message>
        <source>the table says removed</source>
        <translation>laut Tabelle entfernt</translation>
    </message>
    <message>
        <source>there is a folder of that name; choose another name</source>
        <translation>ein Ordner schon so heißt; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>this folder or file may not be written to; choose another</source>
        <translation>Ordner oder Datei schreibgeschützt ist; etwas anderes wählen</translation>
    </message>
    <message>
        <source>this folder or file may not be written to; choose another, or close the program that has it open</source>
        <translation>Ordner oder Datei schreibgeschützt ist; etwas anderes wählen oder das Programm schließen, das sie offen hat</translation>
    </message>
    <message>
        <source>to @{handle}</source>
        <translation>an @{handle}</translation>
    </message>
    <message>
        <source>too few words to tell</source>
        <translation>zu wenigen Wörtern</translation>
    </message>
    <message>
        <source>twelve hashtags</source>
        <translation>zwölf Hashtags</translation>
    </message>
    <message>
        <source>under {count}</source>
        <translation>unter {count}</translation>
    </message>
    <message>
        <source>until the next billing cycle</source>
        <translation>bis zum nächsten Abrechnungszeitraum</translation>
    </message>
    <message>
        <source>until {day:%d %B %Y}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>until {moment.day} {moment:%b}, {moment:%H:%M}</source>
        <translation>bis {moment}</translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation>bis {count}</translation>
    </message>
    <message>
        <source>use {known}.</source>
        <translation>möglich: {known}.</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <source>what it keeps for this account is still in it.</source>
        <translation>was er für dieses Konto hat, ist noch darin.</translation>
    </message>
    <message>
        <source>with #{hashtag}</source>
        <translation>mit #{hashtag}</translation>
    </message>
    <message>
        <source>with hashtags</source>
        <translation>mit Hashtags</translation>
    </message>
    <message>
        <source>with images</source>
        <translation>mit Bildern</translation>
    </message>
    <message>
        <source>with links</source>
        <translation>mit Links</translation>
    </message>
    <message>
        <source>with media</source>
        <translation>mit Medien</translation>
    </message>
    <message>
        <source>with mentions</source>
        <translation>mit Nennungen</translation>
    </message>
    <message>
        <source>with video</source>
        <translation>mit Video</translation>
    </message>
    <message>
        <source>with {conditions}</source>
        <translation>mit {conditions}</translation>
    </message>
    <message>
        <source>with {language}</source>
        <translation>mit {language}</translation>
    </message>
    <message>
        <source>with “{word}”</source>
        <translation>mit „{word}“</translation>
    </message>
    <message>
        <source>without #{hashtag}</source>
        <translation>ohne #{hashtag}</translation>
    </message>
    <message>
        <source>without hashtags</source>
        <translation>ohne Hashtags</translation>
    </message>
    <message>
        <source>without images</source>
        <translation>ohne Bilder</translation>
    </message>
    <message>
        <source>without links</source>
        <translation>ohne Links</translation>
    </message>
    <message>
        <source>without media</source>
        <translation>ohne Medien</translation>
    </message>
    <message>
        <source>without mentions</source>
        <translation>ohne Nennungen</translation>
    </message>
    <message>
        <source>without near copies of older ones</source>
        <translation>ohne Beinahe-Kopien von älteren</translation>
    </message>
    <message>
        <source>without quotes</source>
        <translation>ohne Zitate</translation>
    </message>
    <message>
        <source>without replies</source>
        <translation>ohne Antworten</translation>
    </message>
    <message>
        <source>without reposts</source>
        <translation>ohne Reposts</translation>
    </message>
    <message>
        <source>without video</source>
        <translation>ohne Video</translation>
    </message>
    <message>
        <source>without “{word}”</source>
        <translation>ohne „{word}“</translation>
    </message>
    <message>
        <source>your own archive</source>
        <translation>das eigene X-Archiv</translation>
    </message>
    <message>
        <source>your share of the disk is full; make room</source>
        <translation>der eigene Anteil an der Platte voll ist; Platz schaffen</translation>
    </message>
    <message>
        <source>{account_id!r} is not the id of an account; nothing was opened.</source>
        <translation>„{account_id}“ ist keine Konto-Id; nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>{act_id!r} does not wait to be sent any more; nothing was sent.</source>
        <translation>„{act_id}“ wartet nicht mehr aufs Senden; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{author} is never hidden, so this mute waits until noise decides about them again.</source>
        <translation>{author} wird nie versteckt: Stumm wird es erst, wenn wieder das Rauschen entscheidet.</translation>
    </message>
    <message>
        <source>{because:open}; {other} would cost {dollars}.</source>
        <translation>{because:open}; {other} würde {dollars} kosten.</translation>
    </message>
    <message>
        <source>{because} Before that, X tells whose token this is.</source>
        <translation>{because} Davor sagt X, wessen Token das ist.</translation>
    </message>
    <message numerus="yes">
        <source>{because} Of those known, {n} were read today and are free.</source>
        <translation>
            <numerusform>{because} Von den bekannten wurde {n} heute gelesen und ist gratis.</numerusform>
            <numerusform>{because} Von den bekannten wurden {n} heute gelesen und sind gratis.</numerusform>
        </translation>
    </message>
    <message>
        <source>{day.day} {day:%B} {day.year}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>{dollars} to begin with</source>
        <translation>{dollars} für den Anfang</translation>
    </message>
    <message>
        <source>{done:,} of {all:,} are done and stay so. {why}</source>
        <translation>{done:,} von {all:,} sind erledigt und bleiben es. {why}</translation>
    </message>
    <message>
        <source>{done:,} of {all:,} are done. {why}</source>
        <translation>{done:,} von {all:,} sind erledigt. {why}</translation>
    </message>
    <message>
        <source>{error} Before that, X was asked whose token this is.</source>
        <translation>{error} Davor wurde X gefragt, wessen Token das ist.</translation>
    </message>
    <message>
        <source>{field}: does not know “{value}”; {advice}</source>
        <translation>{field}: kennt „{value}“ nicht; {advice}</translation>
    </message>
    <message numerus="yes">
        <source>{first} or {n} others</source>
        <translation>
            <numerusform>{first} oder {n} anderes</numerusform>
            <numerusform>{first} oder {n} andere</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} and {n} more</source>
        <translation>{found} und {n} weitere</translation>
    </message>
    <message>
        <source>{handle!r} is not a handle: those have up to 15 letters A to Z, digits and _.</source>
        <translation>„{handle}“ ist kein @Name: Die haben bis zu 15 Buchstaben A bis Z, Ziffern und _.</translation>
    </message>
    <message>
        <source>{key} can weigh {span}; nothing was changed.</source>
        <translation>{key} kann {span} wiegen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{key} is not in this book; nothing was merged.</source>
        <translation>{key} ist nicht in diesem Buch; nichts wurde zusammengeführt.</translation>
    </message>
    <message>
        <source>{known}, which costs nothing.</source>
        <translation>{known}, und das kostet nichts.</translation>
    </message>
    <message>
        <source>{language}</source>
        <translation>{language}</translation>
    </message>
    <message>
        <source>{moment.day} {moment:%B} {moment.year} {exact}</source>
        <translation>{moment.day}. {moment:%B} {moment.year} {exact}</translation>
    </message>
    <message>
        <source>{moment.day} {moment:%B} {moment.year} {exact} UTC</source>
        <translation>{moment.day}. {moment:%B} {moment.year} {exact} UTC</translation>
    </message>
    <message>
        <source>{month} {day.day}</source>
        <translation>{day.day}. {day:%B}</translation>
    </message>
    <message>
        <source>{month} {day.day}, {day.year}</source>
        <translation>{day.day}. {day:%B} {day.year}</translation>
    </message>
    <message>
        <source>{name!r} cannot be set; use one of {known}.</source>
        <translation>„{name}“ lässt sich nicht setzen; möglich: {known}.</translation>
    </message>
    <message>
        <source>{name} (in the trash)</source>
        <translation>{name} (im Papierkorb)</translation>
    </message>
    <message>
        <source>{name} in {folder} could not be brought to this version of Allybook: keep using the one before and tell its authors; the file is as it was.</source>
        <translation>{name} in {folder} ließ sich nicht auf diese Fassung von Allybook bringen: die vorige weiter nutzen und es melden; die Datei ist wie zuvor.</translation>
    </message>
    <message>
        <source>{name} in {folder} is damaged: put a dated copy in its place; nothing more was written.</source>
        <translation>{name} in {folder} ist beschädigt: eine datierte Kopie an die Stelle setzen; mehr wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>{name} in {folder} is no database of Allybook: move it away; it was left as it is.</source>
        <translation>{name} in {folder} ist keine Datenbank von Allybook: sie wegbewegen; sie blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>{name} in {folder} is of an older Allybook, and may not be brought to this version: allow writing there or copy the folder elsewhere; nothing was changed.</source>
        <translation>{name} in {folder} stammt von einem älteren Allybook und darf nicht auf diesen Stand gebracht werden: Schreiben dort erlauben oder den Ordner anderswohin kopieren; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{name} is closed already; nothing is lost.</source>
        <translation>{name} ist schon geschlossen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>{name} is of an older Allybook, and the disk is too full to bring it to this version: free {megabytes} MB and start again; nothing was changed.</source>
        <translation>{name} stammt von einem älteren Allybook, und auf der Platte ist zu wenig Platz, um es auf diesen Stand zu bringen: {megabytes} MB freimachen und neu starten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{name} names no accounts: write one handle on each line, such as @ana_k; nothing was changed.</source>
        <translation>{name} nennt keine Konten: auf jede Zeile einen @Namen schreiben, etwa @ana_k; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{name}: and its value stand together: write “{meant}”.</source>
        <translation>{name}: und der Wert gehören zusammen: „{meant}“ schreiben.</translation>
    </message>
    <message>
        <source>{name}: needs a value right after the colon.</source>
        <translation>{name}: braucht gleich nach dem Doppelpunkt einen Wert.</translation>
    </message>
    <message>
        <source>{name}: {field} {why}</source>
        <translation>{name}: {field} {why}</translation>
    </message>
    <message numerus="yes">
        <source>{n} accounts to find</source>
        <translation>
            <numerusform>{n:,} Konto zu finden</numerusform>
            <numerusform>{n:,} Konten zu finden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} adds</source>
        <translation>
            <numerusform>{n:,} hinzufügen</numerusform>
            <numerusform>{n:,} hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} allies that came by it stay: somebody decided about them since.</source>
        <translation>
            <numerusform>1 Eintrag, der dadurch kam, bleibt: jemand hat inzwischen darüber entschieden.</numerusform>
            <numerusform>{n} Einträge, die dadurch kamen, bleiben: jemand hat inzwischen darüber entschieden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes in 24 hours are enough for X; the rest waits in the outbox and may go out from {moment:%d %B %H:%M} UTC on.</source>
        <translation>
            <numerusform>{n} Änderung in 24 Stunden ist genug für X; der Rest wartet im Postausgang und kann ab {moment} UTC hinaus.</numerusform>
            <numerusform>{n} Änderungen in 24 Stunden sind genug für X; der Rest wartet im Postausgang und kann ab {moment} UTC hinaus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} followers</source>
        <translation>
            <numerusform>{n} Follower</numerusform>
            <numerusform>{n} Follower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} following</source>
        <translation>
            <numerusform>{n} gefolgtes Konto</numerusform>
            <numerusform>{n} gefolgte Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} hashtags</source>
        <translation>{n} Hashtags</translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} known ones again</source>
        <translation>
            <numerusform>{n} schon bekannten</numerusform>
            <numerusform>{n} schon bekannte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} likes</source>
        <translation>
            <numerusform>{n} Like</numerusform>
            <numerusform>{n} Likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} look-ups</source>
        <translation>
            <numerusform>{n} Abfrage</numerusform>
            <numerusform>{n} Abfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} look-ups, read today and free</source>
        <translation>
            <numerusform>{n} Abfrage, heute gelesen und gratis</numerusform>
            <numerusform>{n} Abfragen, heute gelesen und gratis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} members</source>
        <translation>
            <numerusform>{n} Mitglied</numerusform>
            <numerusform>{n} Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} members are private, and no search shows what they write; the list's page does.</source>
        <translation>
            <numerusform>Ein Mitglied ist privat, und was es schreibt, zeigt keine Suche; die Seite der Liste zeigt es.</numerusform>
            <numerusform>{n:,} Mitglieder sind privat, und was sie schreiben, zeigt keine Suche; die Seite der Liste zeigt es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} members read</source>
        <translation>
            <numerusform>{n:,} Mitglied gelesen</numerusform>
            <numerusform>{n:,} Mitglieder gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation>
            <numerusform>{n} Minute</numerusform>
            <numerusform>{n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more remarks like these are left out.</source>
        <translation>
            <numerusform>1 weiterer Hinweis dieser Art steht hier nicht.</numerusform>
            <numerusform>{n} weitere Hinweise dieser Art stehen hier nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names</source>
        <translation>
            <numerusform>{n} Name</numerusform>
            <numerusform>{n} Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them are left out: X could take a handle of digits alone for the id of somebody else.</source>
        <translation>
            <numerusform>Eines davon bleibt weg: X könnte einen @Namen nur aus Ziffern für die Id von jemand anderem halten.</numerusform>
            <numerusform>{n:,} davon bleiben weg: X könnte einen @Namen nur aus Ziffern für die Id von jemand anderem halten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of them are private, and no search shows what they write: the home timeline does, where you follow them.</source>
        <translation>
            <numerusform>Eines davon ist privat, und was es schreibt, zeigt keine Suche: Nur wer ihm folgt, sieht es auf der Startseite.</numerusform>
            <numerusform>{n:,} davon sind privat, und was sie schreiben, zeigt keine Suche: Nur wer ihnen folgt, sieht es auf der Startseite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parts of what X sent could not be used and were left out, and X charges them all the same (the first: {what}).</source>
        <translation>
            <numerusform>{n} Teil dessen, was X schickte, war nicht zu gebrauchen und wurde ausgelassen; X berechnet ihn trotzdem ({what}).</numerusform>
            <numerusform>{n} Teile dessen, was X schickte, waren nicht zu gebrauchen und wurden ausgelassen; X berechnet sie trotzdem (der erste: {what}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation>
            <numerusform>{n} Person</numerusform>
            <numerusform>{n} Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people have no user id here yet: X is asked first, so that their posts are known as theirs.</source>
        <translation>
            <numerusform>Von einer Person fehlt hier noch die Konto-Id: Erst wird X gefragt, damit ihre Beiträge als ihre erkannt werden.</numerusform>
            <numerusform>Von {n:,} Personen fehlt hier noch die Konto-Id: Erst wird X gefragt, damit ihre Beiträge als ihre erkannt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people in “{name}” have no user id here yet, so their posts are not known as theirs.</source>
        <translation>
            <numerusform>Von einer Person in „{name}“ fehlt hier noch die Konto-Id; ihre Beiträge werden also nicht als ihre erkannt.</numerusform>
            <numerusform>Von {n:,} Personen in „{name}“ fehlt hier noch die Konto-Id; ihre Beiträge werden also nicht als ihre erkannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} posts</source>
        <translation>
            <numerusform>{n} Beitrag</numerusform>
            <numerusform>{n} Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} posts by private accounts are left out.</source>
        <translation>
            <numerusform>{n} Beitrag eines privaten Kontos ist weggelassen.</numerusform>
            <numerusform>{n} Beiträge privater Konten sind weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} posts of that time are here already and cost nothing.</source>
        <translation>
            <numerusform>{n} Beitrag aus dieser Zeit ist schon hier und kostet nichts.</numerusform>
            <numerusform>{n} Beiträge aus dieser Zeit sind schon hier und kosten nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} profiles to read first</source>
        <translation>
            <numerusform>{n:,} Profil zuerst zu lesen</numerusform>
            <numerusform>{n:,} Profile zuerst zu lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} removes</source>
        <translation>
            <numerusform>{n:,} entfernen</numerusform>
            <numerusform>{n:,} entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} replies</source>
        <translation>
            <numerusform>{n} Antwort</numerusform>
            <numerusform>{n} Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reposts</source>
        <translation>
            <numerusform>{n} Repost</numerusform>
            <numerusform>{n} Reposts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reposts apart</source>
        <translation>
            <numerusform>+{n} Repost</numerusform>
            <numerusform>+{n} Reposts</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} searches ask for all of them.</source>
        <translation>{n:,} Suchen fragen nach allen.</translation>
    </message>
    <message>
        <source>{n} to find</source>
        <translation>{n:,} zu finden</translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks</source>
        <translation>
            <numerusform>{n} Woche</numerusform>
            <numerusform>{n} Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were read today and are free</source>
        <translation>
            <numerusform>{n:,} heute gelesen und gratis</numerusform>
            <numerusform>{n:,} heute gelesen und gratis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n}+ likes</source>
        <translation>
            <numerusform>ab {n} Like</numerusform>
            <numerusform>ab {n} Likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n}+ replies</source>
        <translation>
            <numerusform>ab {n} Antwort</numerusform>
            <numerusform>ab {n} Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n}+ reposts</source>
        <translation>
            <numerusform>ab {n} Repost</numerusform>
            <numerusform>ab {n} Reposts</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} cannot be read as text (UTF-8): save it as such, or move it away. Nothing was sent to X.</source>
        <translation>{path} ist nicht als Text (UTF-8) zu lesen: so sichern oder wegbewegen. An X wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{people}, {n} of them free</source>
        <translation>{people}, davon {n:,} gratis</translation>
    </message>
    <message>
        <source>{port} is no port that a program may use: choose one from 1024 to 65535.</source>
        <translation>{port} ist kein Port, den ein Programm nutzen darf: einen von 1024 bis 65535 wählen.</translation>
    </message>
    <message>
        <source>{reading}, at the owner's price</source>
        <translation>{reading}, zum Preis für das eigene Konto</translation>
    </message>
    <message>
        <source>{reason} {points}</source>
        <translation>{reason} {points}</translation>
    </message>
    <message>
        <source>{reason}: {found}</source>
        <translation>{reason}: {found}</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{tag!r} is not a hashtag: those are letters, digits and _, with no space.</source>
        <translation>„{tag}“ ist kein Hashtag: Die haben Buchstaben, Ziffern und _, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>{text!r} is not an id of X: those are numbers up to {highest}; nothing saved.</source>
        <translation>„{text}“ ist keine Id von X: Das sind Zahlen bis {highest}; nichts gesichert.</translation>
    </message>
    <message>
        <source>{tick_id!r} is not on the tick list; nothing was changed.</source>
        <translation>„{tick_id}“ steht nicht auf der Hakliste; nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>{told:open}, of which {n} were read today and are free.</source>
        <translation>
            <numerusform>{told:open}, davon {n} heute schon gelesen und gratis.</numerusform>
            <numerusform>{told:open}, davon {n} heute schon gelesen und gratis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{told} Only the newest {n} of them are read.</source>
        <translation>
            <numerusform>{told} Nur der neueste davon wird gelesen.</numerusform>
            <numerusform>{told} Nur die neuesten {n} davon werden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} Plain reposts are left out: each would cost as much as a post.</source>
        <translation>{told} Reine Reposts bleiben weg: Jeder würde so viel kosten wie ein Beitrag.</translation>
    </message>
    <message numerus="yes">
        <source>{told} The list's page begins at its newest post, so {n} known ones come first.</source>
        <translation>
            <numerusform>{told} Die Seite der Liste beginnt beim neuesten Beitrag, darum kommt erst {n} schon bekannter.</numerusform>
            <numerusform>{told} Die Seite der Liste beginnt beim neuesten Beitrag, darum kommen erst {n} schon bekannte.</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} The list's page goes on where it was left.</source>
        <translation>{told} Die Seite der Liste geht weiter, wo sie verlassen wurde.</translation>
    </message>
    <message>
        <source>{told} The same or alike is true of {n:,} more.</source>
        <translation>{told} Dasselbe oder Ähnliches gilt für {n:,} weitere.</translation>
    </message>
    <message>
        <source>{told} This reads the newest {n} of them.</source>
        <translation>{told} Gelesen werden die neuesten {n} davon.</translation>
    </message>
    <message>
        <source>{told} What X gives and charges goes by X's clock all the same; set this one right, so that other programs do too.</source>
        <translation>{told} Was X gibt und berechnet, richtet sich trotzdem nach der Uhr von X; diese hier richtig stellen, damit auch andere Programme richtig gehen.</translation>
    </message>
    <message>
        <source>{told} X finds no fewer than {least} at once.</source>
        <translation>{told} X findet nie weniger als {least} auf einmal.</translation>
    </message>
    <message>
        <source>{told} X is asked only for the time that the filter names.</source>
        <translation>{told} X wird nur nach der Zeit gefragt, die der Filter nennt.</translation>
    </message>
    <message>
        <source>{told} {more}</source>
        <translation>{told} {more}</translation>
    </message>
    <message>
        <source>{typed} is a minus here: write it in quotation marks to look for the word.</source>
        <translation>{typed} ist hier ein Minus: Wer das Wort sucht, setzt es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{typed} is not in this book; allybook allies add {typed} puts it there.</source>
        <translation>{typed} ist nicht in diesem Buch; allybook allies add {typed} fügt es hinzu.</translation>
    </message>
    <message>
        <source>{typed} keeps every post.</source>
        <translation>{typed} behält jeden Beitrag.</translation>
    </message>
    <message>
        <source>{typed} keeps no post.</source>
        <translation>{typed} behält keinen Beitrag.</translation>
    </message>
    <message>
        <source>{typed} was erased from this book for good, so nothing is written about them.</source>
        <translation>{typed} wurde endgültig aus diesem Buch gelöscht; darüber wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>{user_id!r} cannot be linked to this ally; nothing was changed.</source>
        <translation>„{user_id}“ lässt sich damit nicht verbinden; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{user_id!r} is not a user id of X: those are up to 19 digits.</source>
        <translation>„{user_id}“ ist keine Konto-Id von X: Das sind bis zu 19 Ziffern.</translation>
    </message>
    <message>
        <source>{value!r} is another hashtag than #{handle}; nothing was changed.</source>
        <translation>„{value}“ ist ein anderer Hashtag als #{handle}; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{value!r} is not a handle; nothing was changed.</source>
        <translation>„{value}“ ist kein @Name; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{value!r} is not a kind that {who} can be; nothing was changed.</source>
        <translation>Von der Art „{value}“ kann {who} nicht sein; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>{what} No book was chosen, and this may be the one that you mean: choose one.</source>
        <translation>{what} Gewählt war kein Buch, und dieses kann das gemeinte sein: bitte eines wählen.</translation>
    </message>
    <message>
        <source>{what} Who opted out of it is not known: nobody was added.</source>
        <translation>{what} Wer dort ausstieg, ist nicht bekannt: Niemand wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{what}: what comes along</source>
        <translation>{what}: was mitkommt</translation>
    </message>
    <message>
        <source>{who} has opted out of this book and is not listed again.</source>
        <translation>{who} ist aus diesem Buch ausgestiegen und kommt nicht wieder hinein.</translation>
    </message>
    <message>
        <source>{who} has opted out of “{book}” and is not listed again.</source>
        <translation>{who} hat sich aus „{book}“ ausgetragen und kommt nicht mehr auf die Liste.</translation>
    </message>
    <message>
        <source>{why} Nobody was added.</source>
        <translation>{why} Niemand wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{words} {safe}</source>
        <translation>{words} {safe}</translation>
    </message>
    <message>
        <source>{word}</source>
        <translation>{word}</translation>
    </message>
    <message>
        <source>“#{tag}” is no hashtag: it holds letters, digits and _ only.</source>
        <translation>„#{tag}“ ist kein Hashtag: Er hat nur Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>“@{handle}” is no handle of X; nothing was changed.</source>
        <translation>„@{handle}“ ist kein @Name auf X; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“Muted” weighs {points}, and posts wait above {limit}: what has no other noise stays in sight.</source>
        <translation>„Stumm“ wiegt {points}, und Beiträge warten ab mehr als {limit}: Was sonst kein Rauschen hat, bleibt in Sicht.</translation>
    </message>
    <message>
        <source>“{cell}” is a user id that a spreadsheet has rounded, so it says nobody</source>
        <translation>„{cell}“ ist eine Konto-Id, die eine Tabelle gerundet hat; sie nennt also niemanden</translation>
    </message>
    <message>
        <source>“{cell}” is no kind of ally</source>
        <translation>„{cell}“ ist keine Art von Verbündeten</translation>
    </message>
    <message>
        <source>“{cell}” is no status</source>
        <translation>„{cell}“ ist kein Status</translation>
    </message>
    <message>
        <source>“{cell}” is no user id of X</source>
        <translation>„{cell}“ ist keine Konto-Id von X</translation>
    </message>
    <message>
        <source>“{cell}” is not a handle</source>
        <translation>„{cell}“ ist kein @Name</translation>
    </message>
    <message>
        <source>“{cell}” stands under no heading and is left out; a cell with a comma in it needs quotation marks around it</source>
        <translation>„{cell}“ steht unter keiner Überschrift und bleibt weg; eine Zelle, in der ein Komma steht, braucht Anführungszeichen um sich</translation>
    </message>
    <message>
        <source>“{cell}” under “{heading}”</source>
        <translation>„{cell}“ unter „{heading}“</translation>
    </message>
    <message>
        <source>“{job}” has spent what it may today: it goes on tomorrow; what it read is kept.</source>
        <translation>„{job}“ hat ausgegeben, was es heute darf: morgen geht es weiter; was gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>“{meaning}” is no column of a book; use one of {known}.</source>
        <translation>„{meaning}“ ist keine Spalte eines Buchs; möglich: {known}.</translation>
    </message>
    <message>
        <source>“{name}:” is for the search of X itself; there is none of it here.</source>
        <translation>„{name}:“ gehört zur Suche von X selbst; hier gibt es das nicht.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened ({reason}); look where it is and whether you may read it.</source>
        <translation>„{name}“ lässt sich nicht öffnen ({reason}); nachsehen, wo die Datei ist und ob sie lesbar ist.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <translation>„{name}“ lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}; unpack it, and give the folder.</source>
        <translation>„{name}“ ist nicht zu lesen: {why}; entpacken und den Ordner angeben.</translation>
    </message>
    <message>
        <source>“{name}” could not be written, because {reason}, and try again; what was there before is unchanged.</source>
        <translation>„{name}“ ließ sich nicht schreiben, weil {reason}, dann noch einmal versuchen; was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <source>“{name}” has more than {most:,} rows; cut it into several files and bring in one after the other. Nothing was written.</source>
        <translation>„{name}“ hat mehr als {most:,} Zeilen; in mehrere Dateien teilen und eine nach der anderen einlesen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>“{name}” holds names and no posts that can be filtered: each needs its id (or address), its text and the id of its author. “allybook import” takes the names.</source>
        <translation>„{name}“ enthält Namen und keine Beiträge, die sich filtern lassen: jeder braucht seine Id (oder Adresse), seinen Text und die Id seines Kontos. „allybook import“ nimmt die Namen.</translation>
    </message>
    <message>
        <source>“{name}” holds no post or account that can be read.</source>
        <translation>„{name}“ hat keinen lesbaren Beitrag und kein lesbares Konto.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged or locked Excel workbook ({reason}); save it anew without a password, or as CSV. Nothing of it was kept.</source>
        <translation>„{name}“ ist eine beschädigte oder gesperrte Excel-Mappe ({reason}); neu ohne Passwort sichern oder als CSV. Nichts davon wurde übernommen.</translation>
    </message>
    <message>
        <source>“{name}” is a damaged or unfinished zip; download it again, nothing was lost.</source>
        <translation>„{name}“ ist ein beschädigtes oder unfertiges Zip; noch einmal herunterladen, nichts ging verloren.</translation>
    </message>
    <message>
        <source>“{name}” is a zip but no X archive (there is no data/manifest.js in it); to import what it holds, unpack it and give the files.</source>
        <translation>„{name}“ ist ein Zip, aber kein X-Archiv (darin ist kein data/manifest.js); um den Inhalt einzulesen, entpacken und die Dateien angeben.</translation>
    </message>
    <message>
        <source>“{name}” is a zip with another zip in it; unpack it once, and give the inner one.</source>
        <translation>„{name}“ ist ein Zip mit einem weiteren Zip darin; einmal entpacken und das innere angeben.</translation>
    </message>
    <message>
        <source>“{name}” is an X archive, but nothing in it can be read; ask X for a new one.</source>
        <translation>„{name}“ ist ein X-Archiv, aber nichts darin ist lesbar; bei X ein neues anfordern.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or did not arrive whole: copy it here again, or ask for it anew; nothing was changed.</source>
        <translation>„{name}“ ist beschädigt oder kam nicht ganz an: noch einmal hierher kopieren oder neu erbitten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{name}” is empty; nothing was imported.</source>
        <translation>„{name}“ ist leer; nichts wurde eingelesen.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {largest} MB, more than a book of allies takes; nothing was read.</source>
        <translation>„{name}“ ist größer als {largest} MB, mehr als ein Buch mit Verbündeten braucht; nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>“{name}” is no copy of a book: ask your colleague for “Save a copy of the book”, in the menu beside its name; nothing was changed.</source>
        <translation>„{name}“ ist keine Kopie eines Buchs: im Team um „Kopie des Buchs sichern“ bitten, im Menü neben dem Namen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{name}” is no whole JSON array: line {line} cannot be read; nothing was read.</source>
        <translation>„{name}“ ist kein vollständiges JSON-Array: Zeile {line} lässt sich nicht lesen; nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>“{name}” is packed and damaged; download it again, nothing was lost.</source>
        <translation>„{name}“ ist gepackt und beschädigt; noch einmal herunterladen, nichts ging verloren.</translation>
    </message>
    <message>
        <source>“{name}” is what “{here}” is called in English: choose another name. Nothing was changed.</source>
        <translation>„{here}“ heißt auf Englisch „{name}“: einen anderen Namen wählen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{name}” is written, but perhaps not yet safe, because {reason}; look at it before you rely on it.</source>
        <translation>„{name}“ ist geschrieben, aber vielleicht noch nicht sicher, weil {reason}; vor dem Gebrauch nachsehen.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}.</source>
        <translation>„{name}“ ist {kind}.</translation>
    </message>
    <message>
        <source>“{name}” lists more files than any archive of X, so Allybook left it alone.</source>
        <translation>„{name}“ führt mehr Dateien auf als jedes Archiv von X; Allybook hat es darum gelassen.</translation>
    </message>
    <message>
        <source>“{name}” looks like {kind}; {reads}.</source>
        <translation>„{name}“ sieht so aus: {kind}; {reads}.</translation>
    </message>
    <message>
        <source>“{name}” unpacks to far more than an honest file holds, so Allybook stopped reading it; what was read before is kept.</source>
        <translation>„{name}“ wird beim Entpacken viel größer als eine ehrliche Datei, darum hat Allybook aufgehört zu lesen; was vorher gelesen war, ist gesichert.</translation>
    </message>
    <message>
        <source>“{part}” is too long for a search of X. Shorten it; nothing was asked.</source>
        <translation>„{part}“ ist zu lang für eine Suche bei X. Bitte kürzen; gefragt wurde nichts.</translation>
    </message>
    <message>
        <source>“{points}” is no number of points; nothing was changed.</source>
        <translation>„{points}“ ist keine Punktzahl; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{said}” asks about posts, and here are allies: use words, tag:, category:, from:, is: or has:.</source>
        <translation>„{said}“ fragt nach Beiträgen, und hier sind Verbündete: Wörter, tag:, category:, from:, is: oder has: nehmen.</translation>
    </message>
    <message>
        <source>“{text}” cannot be written as a filter, so it was not kept; nothing was changed.</source>
        <translation>„{text}“ lässt sich nicht als Filter schreiben und wurde darum nicht behalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{text}” cannot stand in for X: give https://server, or http://127.0.0.1:port for this machine. Nothing was sent.</source>
        <translation>„{text}“ kann X nicht vertreten: https://server angeben, oder http://127.0.0.1:port für diesen Rechner. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>“{text}” is no sum of dollars: write for example 2.50.</source>
        <translation>„{text}“ ist kein Betrag in Dollar: zum Beispiel 2.50 schreiben.</translation>
    </message>
    <message>
        <source>“{text}” is no weight: say reason=points with one of {known}.</source>
        <translation>„{text}“ ist kein Gewicht: grund=punkte angeben, mit einem von {known}.</translation>
    </message>
    <message>
        <source>“{text}” keeps no post, so nothing was changed.</source>
        <translation>„{text}“ behält keinen Beitrag, also wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“{typed}” could be up to this or above it: write “{meant}” for up to, “{other}” for above.</source>
        <translation>„{typed}“ kann bis dahin oder darüber heißen: „{meant}“ für bis schreiben, „{other}“ für über.</translation>
    </message>
    <message>
        <source>“{typed}” is in no post as it is written; posts that link there are found by {meant}.</source>
        <translation>„{typed}“ steht so in keinem Beitrag; Beiträge mit einem Link dorthin findet {meant}.</translation>
    </message>
    <message>
        <source>“{typed}” is no id of X; nothing was changed.</source>
        <translation>„{typed}“ ist keine Id von X; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{typed}” is written “{meant}” here.</source>
        <translation>Statt „{typed}“ steht hier „{meant}“.</translation>
    </message>
    <message>
        <source>“{typed}” is written “{meant}” here; to look for the word, write it in quotation marks.</source>
        <translation>Statt „{typed}“ steht hier „{meant}“; wer das Wort sucht, setzt es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“{unknown}” is no language that X knows: did you mean {name} ({code})? Nothing was changed.</source>
        <translation>„{unknown}“ ist keine Sprache, die X kennt: ist {name} ({code}) gemeint? Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{unknown}” is no language that X knows; nothing was changed.</source>
        <translation>„{unknown}“ ist keine Sprache, die X kennt; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>„{value}“</translation>
    </message>
    <message>
        <source>“{value}” could be months or minutes: write “{days}” for months, “{span}” for minutes.</source>
        <translation>„{value}“ kann Monate oder Minuten heißen: „{days}“ für Monate schreiben, „{span}“ für Minuten.</translation>
    </message>
    <message>
        <source>“{value}” has no letters or digits to mute; nothing was changed.</source>
        <translation>„{value}“ hat keine Buchstaben oder Ziffern, die stumm sein könnten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{value}” is a filter, and no post says it: leave such posts out by -is:repost and the like in a filter, or mute a word, #hashtag or @author; nothing was changed.</source>
        <translation>„{value}“ ist ein Filter, und das steht in keinem Beitrag: solche Beiträge mit -is:repost und Ähnlichem in einem Filter weglassen, oder ein Wort, einen #Hashtag oder ein @Konto stummschalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“{value}” is larger than any count: write at most {most} digits.</source>
        <translation>„{value}“ ist größer als jede Anzahl: höchstens {most} Ziffern schreiben.</translation>
    </message>
    <message>
        <source>“{value}” is no date: write it as 2026-03-01.</source>
        <translation>„{value}“ ist kein Datum: als 2026-03-01 schreiben.</translation>
    </message>
    <message>
        <source>“{value}” is no handle: it holds at most 15 letters, digits and _.</source>
        <translation>„{value}“ ist kein @Name: Er hat höchstens 15 Buchstaben, Ziffern und _.</translation>
    </message>
    <message>
        <source>“{value}” is no id of X: those are numbers, as in from:id:12345.</source>
        <translation>„{value}“ ist keine Id von X: Das sind Zahlen, wie in from:id:12345.</translation>
    </message>
    <message>
        <source>“{value}” is no length of time: write a number and m, h, d or w, as in 3d.</source>
        <translation>„{value}“ ist keine Zeitspanne: eine Zahl und m, h, d oder w schreiben, wie in 3d.</translation>
    </message>
    <message>
        <source>“{value}” is no time at all: write 1 or more, as in 3d.</source>
        <translation>„{value}“ ist gar keine Zeit: 1 oder mehr schreiben, wie in 3d.</translation>
    </message>
    <message>
        <source>“{value}” is no whole number: write digits only, as in 5.</source>
        <translation>„{value}“ ist keine ganze Zahl: nur Ziffern schreiben, wie in 5.</translation>
    </message>
    <message>
        <source>“{value}” is several at once: write “{meant}”.</source>
        <translation>„{value}“ ist mehreres auf einmal: bitte „{meant}“ schreiben.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>„{word}“</translation>
    </message>
    <message>
        <source>“{word}” is looked for as a word here; for either of two, write: {meant}.</source>
        <translation>„{word}“ wird hier als Wort gesucht; für das eine oder das andere: {meant}.</translation>
    </message>
    <message>
        <source>“{word}” is no id or handle of X; correct it. Nothing was opened.</source>
        <translation>„{word}“ ist keine Id und kein @Name auf X; bitte berichtigen. Nichts wurde geöffnet.</translation>
    </message>
    <message>
        <source>“{word}” is no id or handle of X; correct it. Nothing was sent.</source>
        <translation>„{word}“ ist keine Id und kein @Name auf X; bitte berichtigen. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Brought in by hand: no post names it.</source>
        <translation>Von Hand gebracht: kein Beitrag nennt es.</translation>
    </message>
    <message>
        <source>Named by %1 in %2.</source>
        <translation>Genannt von %1 in %2.</translation>
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
        <source>Tags</source>
        <translation>Tags</translation>
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
        <source> or </source>
        <comment>between two flags</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 accounts changed, %2</source>
        <translation>%1 Konten haben sich geändert, %2</translation>
    </message>
    <message>
        <source>%1 accounts that we follow</source>
        <translation>Wir folgen %1 Konten</translation>
    </message>
    <message>
        <source>%1 accounts, as they were read: %2</source>
        <translation>%1 Konten, wie sie gelesen wurden: %2</translation>
    </message>
    <message>
        <source>%1 allies with accounts</source>
        <translation>%1 Verbündete mit Konto</translation>
    </message>
    <message>
        <source>%1 answers come from %2 of %3.</source>
        <translation>%1 Antworten kommen aus %2 vom %3.</translation>
    </message>
    <message>
        <source>%1 answers not complete</source>
        <translation>%1 Antworten unvollständig</translation>
    </message>
    <message>
        <source>%1 answers rest on a reading that was cut short.</source>
        <translation>%1 Antworten beruhen auf einem Stand, der abgebrochen wurde.</translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation>%1 Follower</translation>
    </message>
    <message>
        <source>%1 followers, so worth more than a tick: say something useful before you drop.</source>
        <translation>%1 Follower, also mehr wert als ein Haken: vor dem Entfolgen etwas Nützliches sagen.</translation>
    </message>
    <message>
        <source>%1 members of the X List</source>
        <translation>%1 auf der X-Liste</translation>
    </message>
    <message>
        <source>%1 names from elsewhere</source>
        <translation>%1 Namen von anderswo</translation>
    </message>
    <message>
        <source>%1 new follows are in their time of grace. Look again on %2.</source>
        <translation>%1 neue Konten haben noch Schonfrist. Wieder ansehen am %2.</translation>
    </message>
    <message>
        <source>%1 of %2 accounts: %3</source>
        <comment>shown, all, and chosen by what</comment>
        <translation>%1 von %2 Konten: %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
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
        <source>%1. All ways answer the same; the cheapest is chosen. Nothing changes on X, and nobody is told.</source>
        <translation>%1. Alle Wege geben dieselbe Antwort; der billigste ist gewählt. Auf X ändert sich nichts, und niemand erfährt davon.</translation>
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
        <source>%1; %2 of them are shown</source>
        <translation>%1; davon sind %2 zu sehen</translation>
    </message>
    <message>
        <source>1 account changed, %2</source>
        <translation>1 Konto hat sich geändert, %2</translation>
    </message>
    <message>
        <source>1 account that we follow</source>
        <translation>Wir folgen 1 Konto</translation>
    </message>
    <message>
        <source>1 account, as it was read: %2</source>
        <translation>1 Konto, wie es gelesen wurde: %2</translation>
    </message>
    <message>
        <source>1 ally with an account</source>
        <translation>1 Verbündete(r) mit Konto</translation>
    </message>
    <message>
        <source>1 answer comes from %2 of %3.</source>
        <translation>1 Antwort kommt aus %2 vom %3.</translation>
    </message>
    <message>
        <source>1 answer not complete</source>
        <translation>1 Antwort unvollständig</translation>
    </message>
    <message>
        <source>1 answer rests on a reading that was cut short.</source>
        <translation>1 Antwort beruht auf einem Stand, der abgebrochen wurde.</translation>
    </message>
    <message>
        <source>1 follower</source>
        <translation>1 Follower</translation>
    </message>
    <message>
        <source>1 member of the X List</source>
        <translation>1 auf der X-Liste</translation>
    </message>
    <message>
        <source>1 name from elsewhere</source>
        <translation>1 Name von anderswo</translation>
    </message>
    <message>
        <source>1 new follow is in its time of grace. Look again on %2.</source>
        <translation>1 neues Konto hat noch Schonfrist. Wieder ansehen am %2.</translation>
    </message>
    <message>
        <source>A check reads whom you follow and who follows you. It changes nothing on X, and nobody is told.</source>
        <translation>Ein Abgleich liest, wem wir folgen und wer uns folgt. Er ändert nichts auf X, und niemand erfährt davon.</translation>
    </message>
    <message>
        <source>A new follow: give them until %1 to follow back.</source>
        <translation>Neu gefolgt: bis %1 Zeit lassen, um zurückzufolgen.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Book tags</source>
        <translation>Tags im Buch</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Check names from elsewhere</source>
        <translation>Namen von anderswo abgleichen</translation>
    </message>
    <message>
        <source>Check who follows back</source>
        <translation>Abgleichen, wer zurückfolgt</translation>
    </message>
    <message>
        <source>Choose your X archive</source>
        <translation>Das eigene X-Archiv wählen</translation>
    </message>
    <message>
        <source>Everyone we follow</source>
        <translation>Wem wir folgen</translation>
    </message>
    <message>
        <source>Follow-back check of %1</source>
        <translation>Folge-Abgleich vom %1</translation>
    </message>
    <message>
        <source>Gone: this account is no longer on X.</source>
        <translation>Weg: Dieses Konto ist nicht mehr bei X.</translation>
    </message>
    <message>
        <source>How this was found out</source>
        <translation>Wie das ermittelt wurde</translation>
    </message>
    <message>
        <source>Import your X archive</source>
        <translation>X-Archiv einlesen</translation>
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
        <source>Nobody can tell yet, which is not a no.</source>
        <translation>Das kann noch niemand sagen, und das ist kein Nein.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Of %1 accounts we follow %2, and %3 follow us; %4 do both.</source>
        <translation>Von %1 Konten folgen wir %2, und %3 folgen uns; bei %4 gilt beides.</translation>
    </message>
    <message>
        <source>Of 1 account we follow %2, and %3 follow us; %4 do both.</source>
        <translation>Von 1 Konto folgen wir %2, und %3 folgen uns; bei %4 gilt beides.</translation>
    </message>
    <message>
        <source>On the practice network a check costs nothing</source>
        <translation>Im Übungsnetz kostet ein Abgleich nichts</translation>
    </message>
    <message>
        <source>On your keep-list, by “%1”.</source>
        <translation>Auf der Behalten-Liste, durch „%1“.</translation>
    </message>
    <message>
        <source>On your keep-list.</source>
        <translation>Auf der Behalten-Liste.</translation>
    </message>
    <message>
        <source>Our followers</source>
        <translation>Wer uns folgt</translation>
    </message>
    <message>
        <source>Paste handles or choose a file: who of these follows you</source>
        <translation>@Namen einfügen oder eine Datei wählen: wer von ihnen uns folgt</translation>
    </message>
    <message>
        <source>Practise, or connect an account</source>
        <translation>Üben oder ein Konto verbinden</translation>
    </message>
    <message>
        <source>Private: only followers whom they let in see their posts, so we cannot tell more.</source>
        <translation>Privat: nur wer hereingelassen ist, sieht die Beiträge; mehr lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Quiet means that no post of the last %1 days is known; many people only read. New follows have %2 days before they are looked at.</source>
        <translation>Still heißt, dass aus den letzten %1 Tagen kein Beitrag bekannt ist; viele lesen nur. Neu gefolgte Konten haben %2 Tage Zeit, bevor sie angesehen werden.</translation>
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
        <source>Renamed: their handle was @%1 before.</source>
        <translation>Umbenannt: Der @Name war vorher @%1.</translation>
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
        <source>They asked to follow you; you have not answered yet.</source>
        <translation>Folgeanfrage an uns, noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>They follow you, you do not follow them.</source>
        <translation>Das Konto folgt uns, wir folgen ihm nicht.</translation>
    </message>
    <message>
        <source>This book has no accounts, neither approved nor nominated.</source>
        <translation>In diesem Buch ist kein Konto, weder angenommen noch vorgeschlagen.</translation>
    </message>
    <message>
        <source>Unknown: X did not say how this account stands to you, so this is not a no.</source>
        <translation>Unklar: X hat nicht gesagt, wie dieses Konto zu uns steht. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: X does not show whom this account follows, so this is not a no.</source>
        <translation>Unklar: X zeigt nicht, wem dieses Konto folgt. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: another account may have this handle by now than the one that the book means, so this is not a no.</source>
        <translation>Unklar: Diesen @Namen kann inzwischen ein anderes Konto haben als das, welches das Buch meint. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: nobody has looked yet, so this is not a no.</source>
        <translation>Unklar: Noch niemand hat nachgesehen. Das ist kein Nein.</translation>
    </message>
    <message>
        <source>Unknown: nobody on X has this handle now. They may have another one, so this is not a no.</source>
        <translation>Unklar: Auf X hat jetzt niemand diesen @Namen. Das Konto kann einen anderen haben. Das ist kein Nein.</translation>
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
        <source>Who is missing from an incomplete reading is unknown, never a no. X shows nothing of accounts that are suspended or gone, and little of private ones.</source>
        <translation>Wer in einem unvollständigen Stand fehlt, ist unklar, nie ein Nein. Von Konten, die gesperrt oder weg sind, zeigt X nichts, von privaten wenig.</translation>
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
        <source>X told so first on %1.</source>
        <translation>X sagte es zuerst am %1.</translation>
    </message>
    <message>
        <source>You asked to follow them; they have not answered yet.</source>
        <translation>Folgeanfrage von uns, noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>You block them, so they cannot follow you.</source>
        <translation>Von uns blockiert, kann uns also nicht folgen.</translation>
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
        <source>all answers complete, the oldest of no known date</source>
        <translation>alle Antworten vollständig, die älteste ohne bekanntes Datum</translation>
    </message>
    <message>
        <source>archive of no known date</source>
        <translation>Archiv ohne bekanntes Datum</translation>
    </message>
    <message>
        <source>follower pages</source>
        <translation>Follower-Seiten</translation>
    </message>
    <message>
        <source>in grace</source>
        <translation>in der Schonfrist</translation>
    </message>
    <message>
        <source>look-up</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>no known date</source>
        <translation>unbekannten Tag</translation>
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
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add allies, or paste handles</source>
        <translation>Verbündete aufnehmen oder @Namen einfügen</translation>
    </message>
    <message>
        <source>Add tags, or take tags away</source>
        <translation>Tags hinzufügen oder wegnehmen</translation>
    </message>
    <message>
        <source>Add the author of a post to the book</source>
        <translation>Wer den Beitrag schrieb, ins Buch aufnehmen</translation>
    </message>
    <message>
        <source>Allies</source>
        <translation>Verbündete</translation>
    </message>
    <message>
        <source>Approve or decline a nomination, or decide later</source>
        <translation>Vorschlag annehmen, ablehnen oder vertagen</translation>
    </message>
    <message>
        <source>Capture a chat under Chats, send its nominations to the inbox, approve allies under Allies, and read only them in the Timeline. Every button that spends says its price.</source>
        <translation>Unter Chats einen Chat abrufen, seine Vorschläge in den Eingang legen, unter Verbündete annehmen und in der Timeline nur noch diese lesen. Jeder Knopf, der Geld ausgibt, nennt seinen Preis.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Choose all allies, show one in full</source>
        <translation>Alle Verbündeten wählen, einen Eintrag ganz zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation>Folge-Abgleich</translation>
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
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Keep posts like this; never hide its author</source>
        <translation>Solche Beiträge behalten; dieses Konto nie verstecken</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Like or answer a post on X</source>
        <translation>Gefällt-mir oder Antwort auf X</translation>
    </message>
    <message>
        <source>Look for an account</source>
        <translation>Ein Konto suchen</translation>
    </message>
    <message>
        <source>Mute the author or the words of a post</source>
        <translation>Konto oder Wörter eines Beitrags stummschalten</translation>
    </message>
    <message>
        <source>Next and previous ally; open it on X</source>
        <translation>Nächste und vorige; auf X öffnen</translation>
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
        <source>Open an account on X; show it in its book</source>
        <translation>Ein Konto auf X öffnen; im Buch zeigen</translation>
    </message>
    <message>
        <source>Open on X, tick off, skip</source>
        <translation>Auf X öffnen, abhaken, auslassen</translation>
    </message>
    <message>
        <source>Put an account on the keep-list, or take it off</source>
        <translation>Auf die Behalten-Liste setzen oder davon nehmen</translation>
    </message>
    <message>
        <source>Put an account on the tick list</source>
        <translation>Ein Konto auf die Hakliste setzen</translation>
    </message>
    <message>
        <source>Remove the chosen allies</source>
        <translation>Die gewählten Verbündeten entfernen</translation>
    </message>
    <message>
        <source>Rename a view of your own</source>
        <translation>Eine eigene Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Set the category, or write in the cell</source>
        <translation>Die Kategorie setzen, oder in die Zelle schreiben</translation>
    </message>
    <message>
        <source>Show new posts</source>
        <translation>Neue Beiträge zeigen</translation>
    </message>
    <message>
        <source>Take back your last step in Timeline or Allies</source>
        <translation>Letzten Schritt zurücknehmen (Timeline, Verbündete)</translation>
    </message>
    <message>
        <source>Take back your last tick</source>
        <translation>Den letzten Haken zurücknehmen</translation>
    </message>
    <message>
        <source>Tick list</source>
        <translation>Hakliste</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Type a filter</source>
        <translation>Einen Filter schreiben</translation>
    </message>
    <message>
        <source>What speaks for and against it; show it in full</source>
        <translation>Was dafür und dagegen spricht; ganz zeigen</translation>
    </message>
</context>
<context>
    <name>histogram</name>
    <message>
        <source>%1 kept</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>%1 quiet</source>
        <translation>%1 still</translation>
    </message>
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
    <name>importing</name>
    <message>
        <source>%1 more files were not read.</source>
        <translation>%1 weitere Dateien wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 was not brought in: %2.</source>
        <translation>%1 kam nicht ins Buch: %2.</translation>
    </message>
    <message>
        <source>%1: %2 records read, %3 could not be used.</source>
        <translation>%1: %2 Einträge gelesen, %3 unbrauchbar.</translation>
    </message>
    <message>
        <source>%1: %2 records read.</source>
        <translation>%1: %2 Einträge gelesen.</translation>
    </message>
    <message>
        <source>%1: 1 record read, %3 could not be used.</source>
        <translation>%1: 1 Eintrag gelesen, %3 unbrauchbar.</translation>
    </message>
    <message>
        <source>%1: 1 record read.</source>
        <translation>%1: 1 Eintrag gelesen.</translation>
    </message>
    <message>
        <source>%1: stopped after %2 records, which are kept.</source>
        <translation>%1: nach %2 Einträgen angehalten; sie bleiben.</translation>
    </message>
    <message>
        <source>%1: stopped after 1 record, which is kept.</source>
        <translation>%1: nach 1 Eintrag angehalten; er bleibt.</translation>
    </message>
    <message>
        <source>%1: stopped; nothing of it is kept.</source>
        <translation>%1: angehalten; nichts davon bleibt.</translation>
    </message>
    <message>
        <source>%3 cells were not understood, the first in line %1: %2.</source>
        <translation>%3 Zellen sind nicht verstanden, die erste in Zeile %1: %2.</translation>
    </message>
    <message>
        <source>%3 were not brought in, the first %1: %2.</source>
        <translation>%3 kamen nicht ins Buch, das erste ist %1: %2.</translation>
    </message>
    <message>
        <source>1 more file was not read.</source>
        <translation>1 weitere Datei wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>In line %1, a cell was not understood: %2.</source>
        <translation>In Zeile %1 ist eine Zelle nicht verstanden: %2.</translation>
    </message>
    <message>
        <source>It is in line %1.</source>
        <translation>Er steht in Zeile %1.</translation>
    </message>
    <message>
        <source>Now you can bring the rest.</source>
        <translation>Jetzt lassen sich die übrigen bringen.</translation>
    </message>
    <message>
        <source>One is read at a time: bring the rest when this one is done.</source>
        <translation>Es wird immer nur eine gelesen: die übrigen bringen, wenn diese fertig ist.</translation>
    </message>
    <message>
        <source>The first of these is in line %1.</source>
        <translation>Der erste davon steht in Zeile %1.</translation>
    </message>
    <message>
        <source>never listed again</source>
        <translation>nie wieder auf die Liste</translation>
    </message>
</context>
<context>
    <name>in_out</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV for Excel</source>
        <translation>CSV für Excel</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>Handles, one a line</source>
        <translation>@Namen, einer pro Zeile</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language that these words belong to</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
</context>
<context>
    <name>media</name>
    <message>
        <source>%1 GIFs</source>
        <translation>%1 GIFs</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>%1 videos</source>
        <translation>%1 Videos</translation>
    </message>
    <message>
        <source>a GIF</source>
        <translation>1 GIF</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>1 Video</translation>
    </message>
</context>
<context>
    <name>mutes</name>
    <message>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>noise</name>
    <message>
        <source>Ally</source>
        <translation>Verbündet</translation>
    </message>
    <message>
        <source>Asks something, and no giveaway does.</source>
        <translation>Fragt etwas, und ist kein Gewinnspiel.</translation>
    </message>
    <message>
        <source>Carries four hashtags; three more double it.</source>
        <translation>Trägt vier Hashtags; drei mehr verdoppeln es.</translation>
    </message>
    <message>
        <source>Carries the hashtag of a chat that you read.</source>
        <translation>Trägt den Hashtag eines gelesenen Chats.</translation>
    </message>
    <message>
        <source>Chat hashtag</source>
        <translation>Chat-Hashtag</translation>
    </message>
    <message>
        <source>Giveaway wording</source>
        <translation>Gewinnspiel-Wörter</translation>
    </message>
    <message>
        <source>Link only</source>
        <translation>Nur ein Link</translation>
    </message>
    <message>
        <source>Links somewhere with fewer than six words.</source>
        <translation>Verlinkt etwas mit weniger als sechs Wörtern.</translation>
    </message>
    <message>
        <source>Many hashtags</source>
        <translation>Viele Hashtags</translation>
    </message>
    <message>
        <source>Mostly capitals, or many exclamation marks.</source>
        <translation>Meist Großbuchstaben, oder viele Ausrufezeichen.</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Names itself</source>
        <translation>Nennt sich selbst</translation>
    </message>
    <message>
        <source>Names the account that wrote it.</source>
        <translation>Nennt das Konto, das es geschrieben hat.</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>Fast gleich</translation>
    </message>
    <message>
        <source>Offers prizes or begs for likes and follows.</source>
        <translation>Verspricht Preise oder bettelt um Likes und Follower.</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>Andere Sprache</translation>
    </message>
    <message>
        <source>Passes on another post without words of its own.</source>
        <translation>Gibt einen anderen Beitrag ohne eigene Worte weiter.</translation>
    </message>
    <message>
        <source>Promotes itself</source>
        <translation>Wirbt für sich</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Repost</translation>
    </message>
    <message>
        <source>Says what an older post said, with hardly a change.</source>
        <translation>Sagt, was ein älterer Beitrag sagte, kaum verändert.</translation>
    </message>
    <message>
        <source>Shouting</source>
        <translation>Schreien</translation>
    </message>
    <message>
        <source>The third post in a day to promote one page.</source>
        <translation>Der dritte an einem Tag für dieselbe Seite.</translation>
    </message>
    <message>
        <source>Under one of your mutes, also when passed on.</source>
        <translation>Stummgeschaltet, auch als Repost.</translation>
    </message>
    <message>
        <source>Written by an ally of any of your books.</source>
        <translation>Geschrieben von Verbündeten aus einem der Bücher.</translation>
    </message>
    <message>
        <source>Written in none of your languages.</source>
        <translation>In keiner der eigenen Sprachen geschrieben.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>until %1, %2</source>
        <translation>bis %1, %2</translation>
    </message>
</context>
<context>
    <name>nominations</name>
    <message>
        <source>%1 in %2:</source>
        <translation>%1 in %2:</translation>
    </message>
    <message numerus="yes">
        <source>%n reasons</source>
        <translation>
            <numerusform>%n Grund</numerusform>
            <numerusform>%n Gründe</numerusform>
        </translation>
    </message>
    <message>
        <source>Brought in by hand: no post names it.</source>
        <translation>Von Hand gebracht: kein Beitrag nennt es.</translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation>Vorschläge</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pasted</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Line %1: %2, %3.</source>
        <translation>Zeile %1: %2, %3.</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>came before</source>
        <translation>kam schon vor</translation>
    </message>
    <message>
        <source>declined before</source>
        <translation>früher abgelehnt</translation>
    </message>
    <message>
        <source>known, now approved</source>
        <translation>bekannt, jetzt angenommen</translation>
    </message>
    <message>
        <source>never listed again</source>
        <translation>nie wieder auf die Liste</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>nobody on X</source>
        <translation>niemand auf X</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>opted out of “%1”</source>
        <translation>aus „%1“ ausgetragen</translation>
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
        <source>With %1.</source>
        <translation>Mit %1.</translation>
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
        <source>link to %1</source>
        <translation>Link zu %1</translation>
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
    <name>remarks</name>
    <message>
        <source> and </source>
        <comment>between two halves of a sentence</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>Another book cannot be read: nobody knows who asked there not to be listed.</source>
        <translation>Ein anderes Buch ist nicht zu lesen: Wer dort ausstieg, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Asked not to be listed in “%1”. Decline, unless they have asked you to.</source>
        <translation>Bat darum, nicht in „%1“ zu stehen. Ablehnen, außer auf eigenen Wunsch.</translation>
    </message>
    <message>
        <source>Follows you already.</source>
        <translation>Folgt uns schon.</translation>
    </message>
    <message>
        <source>Is an approved ally in “%1”.</source>
        <translation>Ist in „%1“ angenommen.</translation>
    </message>
    <message>
        <source>Is the account that this book knows as @%1. Merge the two instead of adding.</source>
        <translation>Ist das Konto, das dieses Buch als @%1 kennt. Besser zusammenführen als hinzufügen.</translation>
    </message>
    <message>
        <source>Only the handle is known yet. Handles change hands; looking it up tells more.</source>
        <translation>Nur der @Name ist bekannt. @Namen gehören später oft anderen; Nachsehen sagt mehr.</translation>
    </message>
    <message>
        <source>Posts are for followers only: nothing of theirs can be passed on.</source>
        <translation>Beiträge sind nur für Follower: nichts davon lässt sich weitergeben.</translation>
    </message>
    <message>
        <source>The account %1. Honest beginners do, too: look before you decide.</source>
        <translation>Das Konto %1. Ehrliche Anfänge sehen auch so aus: erst ansehen, dann entscheiden.</translation>
    </message>
    <message>
        <source>The bio asks to be left off lists. Ask them before you approve.</source>
        <translation>Das Profil bittet darum, auf keiner Liste zu stehen. Vor dem Annehmen fragen.</translation>
    </message>
    <message>
        <source>Was declined in “%1”.</source>
        <translation>Wurde in „%1“ abgelehnt.</translation>
    </message>
    <message>
        <source>X does not show this account any more, so nobody can follow it now.</source>
        <translation>X zeigt dieses Konto nicht mehr; folgen kann ihm jetzt niemand.</translation>
    </message>
    <message>
        <source>declined in %1</source>
        <translation>abgelehnt in %1</translation>
    </message>
    <message>
        <source>follows you</source>
        <translation>folgt uns</translation>
    </message>
    <message>
        <source>has not posted yet</source>
        <translation>hat noch nichts geschrieben</translation>
    </message>
    <message>
        <source>here as @%1</source>
        <translation>hier als @%1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>is less than a month old</source>
        <translation>ist jünger als einen Monat</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>look twice</source>
        <translation>zweimal hinsehen</translation>
    </message>
    <message>
        <source>may have opted out</source>
        <translation>Ausstieg unklar</translation>
    </message>
    <message>
        <source>not looked up yet</source>
        <translation>noch nicht nachgesehen</translation>
    </message>
    <message>
        <source>opted out of %1</source>
        <translation>Ausstieg aus %1</translation>
    </message>
    <message>
        <source>says nothing but links about itself</source>
        <translation>nennt nichts als Links über sich</translation>
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
        <source>an unknown number</source>
        <translation>0 oder mehr</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>blocked by us</source>
        <translation>von uns blockiert</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>follows us no more</source>
        <translation>folgt uns nicht mehr</translation>
    </message>
    <message>
        <source>follows us now</source>
        <translation>folgt uns jetzt</translation>
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
        <source>influential</source>
        <translation>einflussreich</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>missing, not told why</source>
        <translation>fehlt, ohne Angabe warum</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>ausgetragen</translation>
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
        <source>there again</source>
        <translation>wieder da</translation>
    </message>
    <message>
        <source>two versions</source>
        <translation>zwei Fassungen</translation>
    </message>
    <message>
        <source>was @%1</source>
        <translation>einst @%1</translation>
    </message>
    <message>
        <source>we follow no more</source>
        <translation>wir folgen nicht mehr</translation>
    </message>
    <message>
        <source>we follow now</source>
        <translation>wir folgen jetzt</translation>
    </message>
</context>
<context>
    <name>spending</name>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Chat #%1</source>
        <translation>Chat #%1</translation>
    </message>
    <message>
        <source>Dollars per day</source>
        <translation>Dollar pro Tag</translation>
    </message>
    <message>
        <source>Follow-back checks</source>
        <translation>Folge-Abgleiche</translation>
    </message>
    <message>
        <source>Gaps that were filled</source>
        <translation>Gefüllte Lücken</translation>
    </message>
    <message>
        <source>Home timeline</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Lists, counts and changes</source>
        <translation>Listen, Zählungen und Änderungen</translation>
    </message>
    <message>
        <source>Names of accounts</source>
        <translation>Namen von Konten</translation>
    </message>
    <message>
        <source>Nothing was spent yet.</source>
        <translation>Noch wurde nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Posts of books</source>
        <translation>Beiträge von Büchern</translation>
    </message>
    <message>
        <source>Posts of lists</source>
        <translation>Beiträge von Listen</translation>
    </message>
    <message>
        <source>Refreshing by itself</source>
        <translation>Neuladen von selbst</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>The X List and its members</source>
        <translation>Die X-Liste und wer darauf steht</translation>
    </message>
</context>
<context>
    <name>ticks</name>
    <message>
        <source>%1: %2</source>
        <comment>a name and what was done</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Answer this post.</source>
        <translation>Auf diesen Beitrag antworten.</translation>
    </message>
    <message>
        <source>Follow.</source>
        <translation>Folgen.</translation>
    </message>
    <message>
        <source>Like this post.</source>
        <translation>Gefällt-mir geben.</translation>
    </message>
    <message>
        <source>Send this post.</source>
        <translation>Diesen Beitrag schicken.</translation>
    </message>
    <message>
        <source>Unfollow, on their profile.</source>
        <translation>Entfolgen, auf dem Profil.</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>gefolgt</translation>
    </message>
    <message>
        <source>liked</source>
        <translation>gefällt</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>geschickt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>unfollowed</source>
        <translation>entfolgt</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>%1 (X List)</source>
        <translation>%1 (X-Liste)</translation>
    </message>
    <message>
        <source>%1 around %2, not read.</source>
        <translation>%1 um %2, nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 between %2 and %3 was not read.</source>
        <translation>%1 zwischen %2 und %3 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 between %2 and %3 were not read.</source>
        <translation>%1 zwischen %2 und %3 wurden nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 nor %n others</source>
        <translation>
            <numerusform>%1 und ohne %n anderes</numerusform>
            <numerusform>%1 und ohne %n andere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %4 around %2, not read.</source>
        <translation>%1 von %4 um %2, nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 of %4 between %2 and %3 was not read.</source>
        <translation>%1 von %4 zwischen %2 und %3 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 of %4 between %2 and %3 were not read.</source>
        <translation>%1 von %4 zwischen %2 und %3 wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 was not read.</source>
        <translation>%1 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 were not read.</source>
        <translation>%1 wurden nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n conditions</source>
        <translation>
            <numerusform>%n Bedingung</numerusform>
            <numerusform>%n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>Action alerts</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Allies only</source>
        <translation>Nur Verbündete</translation>
    </message>
    <message>
        <source>Capture a hashtag chat</source>
        <translation>Hashtag-Chat abrufen</translation>
    </message>
    <message>
        <source>Change it as text</source>
        <translation>Als Text ändern</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change one of these</source>
        <translation>Davon eines ändern</translation>
    </message>
    <message>
        <source>Change “%1”…</source>
        <translation>„%1“ ändern…</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything that was said under one hashtag this week</source>
        <translation>Alles, was diese Woche unter einem Hashtag stand</translation>
    </message>
    <message>
        <source>Home timeline</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>On the practice network reading costs nothing</source>
        <translation>Im Übungsnetz kostet Lesen nichts</translation>
    </message>
    <message>
        <source>Or something else…</source>
        <translation>Oder etwas anderes…</translation>
    </message>
    <message numerus="yes">
        <source>Posts with %n conditions</source>
        <translation>
            <numerusform>Beiträge mit %n Bedingung</numerusform>
            <numerusform>Beiträge mit %n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Press %2 for “%1”.</source>
        <translation>%2 drücken für „%1“.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Quiet folder</source>
        <translation>Stiller Ordner</translation>
    </message>
    <message>
        <source>Read your home timeline, %1</source>
        <translation>Startseite lesen, %1</translation>
    </message>
    <message>
        <source>Save the filter as a view</source>
        <translation>Filter als Ansicht behalten</translation>
    </message>
    <message>
        <source>Show %1 of the quiet folder</source>
        <translation>%1 aus dem Stillen Ordner zeigen</translation>
    </message>
    <message>
        <source>Show all days</source>
        <translation>Alle Tage zeigen</translation>
    </message>
    <message>
        <source>Some posts</source>
        <translation>Einige Beiträge</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Etwas anderes…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Take away “%1”</source>
        <translation>„%1“ wegnehmen</translation>
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
        <source>With media, not loaded here: %1. “View on X” shows it.</source>
        <translation>Mit Medien, hier nicht geladen: %1. „Auf X ansehen“ zeigt sie.</translation>
    </message>
    <message>
        <source>X List</source>
        <translation>X-Liste</translation>
    </message>
    <message>
        <source>X leaves out about %1: %2 instead of %3.</source>
        <translation>X lässt etwa %1 weg: %2 statt %3.</translation>
    </message>
    <message>
        <source>Your X archive, twarc or a table: free, and offline</source>
        <translation>X-Archiv, twarc oder eine Tabelle: gratis und offline</translation>
    </message>
    <message>
        <source>a book that is not here any more</source>
        <translation>einem Buch, das es hier nicht mehr gibt,</translation>
    </message>
    <message numerus="yes">
        <source>none of these %n</source>
        <translation>
            <numerusform>keins von diesen %n</numerusform>
            <numerusform>keins von diesen %n</numerusform>
        </translation>
    </message>
    <message>
        <source>the X List %1</source>
        <translation>der X-Liste %1</translation>
    </message>
    <message>
        <source>you keep %1</source>
        <translation>%1 bleibt</translation>
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
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1k</translation>
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
        <source>%n new posts</source>
        <translation>
            <numerusform>%n neuer Beitrag</numerusform>
            <numerusform>%n neue Beiträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nominations</source>
        <translation>
            <numerusform>%n Vorschlag</numerusform>
            <numerusform>%n Vorschläge</numerusform>
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
        <source>1 new post</source>
        <translation>1 neuer Beitrag</translation>
    </message>
    <message>
        <source>1 nomination</source>
        <translation>1 Vorschlag</translation>
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
        <source>Account %1</source>
        <translation>Konto %1</translation>
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
    <message>
        <source>That price held until midnight (UTC). The new one stands on the button.</source>
        <translation>Der Preis galt bis Mitternacht (UTC). Der neue steht auf dem Knopf.</translation>
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
        <source>d MMMM yyyy</source>
        <comment>pattern: day in full</comment>
        <translation>d. MMMM yyyy</translation>
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
    <message>
        <source>“%1”</source>
        <comment>quotation marks</comment>
        <translation>„%1“</translation>
    </message>
</context>
</TS>
