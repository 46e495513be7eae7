<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccountDetails</name>
    <message>
        <source>Choose an account to see how you stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest post, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on X, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddAllies</name>
    <message>
        <source>@HarborRow, https://x.com/… or #ShelterNotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n allies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add 1 ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add allies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste @names, #hashtags, links, a spreadsheet column: any text will do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlliesParts</name>
    <message>
        <source>Only on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places of the allies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlliesTab</name>
    <message>
        <source>adding %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskName</name>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>%2 fewer since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 more since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Add allies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example tag:housing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a name, handle, category or tag; or tag:, category:, is:mutual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>%1 could not be used, the first in line %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names nobody to add to a book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file with allies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Buying</name>
    <message>
        <source>%1 known by number only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 read; there are older ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count new posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count to see the price of the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading would bring nothing, so it is not offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1 names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept, and paid; nothing else was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may be suspended or gone; asking for them cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X counts %1 from the last seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X counts no new posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X does not show %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X has no posts with this hashtag from the last seven days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>A chat is what people say under one hashtag: the questions, the answers, and the allies they share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture a hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count first, and the price of reading becomes exact. X gives the last seven days; what was read stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For older chats: twarc, TAGS or your X archive, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this chat is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last seven days from X; you see the price first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which chat shall we read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twarc, TAGS or your X archive: read on this computer, free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatsTab</name>
    <message>
        <source>#SwHelper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nominations are in the inbox of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reposts apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 nomination is in the inbox of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 repost apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are known in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which hashtag shall we read?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete drops it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>%1 and %2</source>
        <comment>two days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, shown now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written apart on %1. All are kept until someone chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written apart on %1. Both are kept until someone chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect my X account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your own followers costs a tenth then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account owns the developer app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User access token (OAuth 2.0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X charges the owner of a developer app for everything read. Make an app of your own at console.x.com, and copy the user token that it shows for your account. Allybook keeps it in the keyring of this computer and sends it to nobody but X.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n allies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example housing; empty clears it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tagging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untagging</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Ask first; publishing leaves them off the X List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed and is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone who did not know of the removal went on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bio says “no lists”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>%1: %2 records read, %3 could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an archive or another file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>%1 could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records of %2 kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Add a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the filter as chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the filter as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldHead</name>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowBackPage</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many people only read. Nobody should be judged by numbers alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits all of that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places of the follow-back tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet: after %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowBackTab</name>
    <message>
        <source>%1 accounts, as they were read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking who follows back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your X archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read is kept; who was not read is unknown, which is not a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline, with a reason (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, at the end of this list (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>from %n chats</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>from the #%1 chat of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the #%1 chats of %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Allybook made a mistake and stopped this job; try it again. Nothing is lost, and the log says what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before it began; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameColumn</name>
    <message>
        <source>Show all %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>A book holds the allies of one group. It stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, for example County outreach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a book of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Show everyone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NominationsPane</name>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody shared an organisation, a person or a hashtag here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations, people and hashtags that people share in a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose all of them for your book; nothing goes to X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repost apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reposts apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Close this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptOut</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Do this when they asked not to be listed. This cannot be undone, here or by anyone who shares the book: they are never listed again, and the next publishing takes them off the X List.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt %1 allies out for ever?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt %1 out for ever?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out for ever</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>A note for everyone who has this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostDetails</name>
    <message>
        <source>Add the author to the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a post to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on X, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reposts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an ally</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceButton</name>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, free until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, when online</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Publisher</name>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is to be added or taken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing to the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The X List is up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X did not take %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsList</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>%1 spent, %2 of %3 after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, spend nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would pass your budget by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close, change nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sifter</name>
    <message>
        <source>Find an account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>%1 waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No X account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent in %1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show quiet posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Tabs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPill</name>
    <message>
        <source>Delete drops it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everyone tagged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Add a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Places of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the home timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>%1 posts kept, %2 waiting in the quiet folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X charged nothing for that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A colleague sent a list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A make-believe X with %1 accounts and a %2 chat. Press every button; nobody will see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 10 minutes, with a guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allybook gathers your allies, quiets the noise and tells who follows back. Pick a door; the others stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect my X account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free, X charges nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free, nothing is ever charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh posts, follow-back checks and a published list, straight from X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My X archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start practising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that X makes for you: whom you follow, who follows you, your posts and lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where would you like to start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with no internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X charges, about %1 a post read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X takes about a day to make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see each price first, and set a limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Allies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ways to start…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Add allies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Report</name>
    <message>
        <source>%1 already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 declined before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known, now approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never listed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is added before you have seen here what was understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>allies</name>
    <message>
        <source>#%1 on %2: people named %3 organisations and hashtags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a name and why it is left off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accounts to find at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 adds at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a list of answers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for no lists and was left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks you and was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not fit: a list holds 5,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has left X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in #%2</source>
        <comment>who nominated, in which chat</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is private and was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is suspended by X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 are on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the %2 quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opted out and was left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removes at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, one change every %n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, seen %2</source>
        <comment>follow-back answer and day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>status and reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait in the outbox.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, an undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, named by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change waits in the outbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@names, links, a spreadsheet column: any text will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new private list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new private list “%1” is made on X, with %2 members from this book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allybook put it on the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allybook took it off the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ally is an organisation, a person or a hashtag. Bring the first ones in; every change can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve nominations, or add allies by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, text with handles, or your X archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not on the X List any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was on the X List already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left off the X List: it asks for no lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left off the X List: it opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left off: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is approved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on the X List yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put on the X List: it blocks you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put on the X List: suspended by X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put on the X List: the account is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put on the X List: the account is private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not put on the X List: the list is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the X List since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the X List, seen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt out for ever…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out, for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop a file anywhere on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste handles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People name organisations and hashtags in a hashtag chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People named in a chat come here first; you approve or decline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1 allies to the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish %1 to the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish 1 ally to the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishing puts approved allies on a private list on X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the category…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them from a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %4 list “%1” on X will match this book. It has %3 members now and %2 afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs an X account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where two people wrote different things, both are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks not to be listed is kept here, and never listed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can your group count on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is declined stays here with the reason, and can come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is removed stays here with the history, and can come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are looked for in names, handles, categories and tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X did not do this change to the X List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X has no account %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X locks accounts for a day when a list grows fast. You can keep working or close Allybook: what is left goes on next time. It stops at the first refusal and says for each ally what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X refused %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X takes no more changes today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the hashtag %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the tag %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the tags %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for no lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>because: %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the %field from %old to %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared the %field, which was %old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped the hashtag %old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped the tag %old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped the tags %old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased what the book had about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found its account on X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has left X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept that %1 named it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last post %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nominated it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noted: “%new”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by X before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the %field to %new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended by X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be found first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back the note “%old”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back who named it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the reason %old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote down that it opted out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bridge</name>
    <message>
        <source>Follow us %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We follow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who follows back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>%1, asked %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n named</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chats</name>
    <message>
        <source>%1 repost apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reposts apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A%1, also in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introductions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read another hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in your book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers Q%1 by quoting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers Q%1 by reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked not to be listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined in your book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer on X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says “no lists”: ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended by X</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>followback</name>
    <message>
        <source>%1 accounts that we follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 allies with accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, half read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 account that we follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ally with an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 answer not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 follower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check reads whom you follow and who follows you. It changes nothing on X, and nobody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone we follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone: this account is no longer on X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import your X archive, free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds both sides; nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of you follows the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in this book is approved and has an account that Allybook knows by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the practice network a check costs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise, or connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private: only followers whom they let in see their posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet: no post for %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet: no post for half a year or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed: the book knows them as @%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See everyone we follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended: X hides this account for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow you, you do not follow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: X does not show whom this account follows, so this is not a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: nobody has looked yet, so this is not a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: the reading was cut short, so this is not a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who follows back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom could we check?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom you follow, and who of them follows you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow them, they do not follow you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all answers complete on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all answers complete, the oldest from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follower pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>histogram</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quiet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Posts per day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>nominations</name>
    <message>
        <source>%1 in %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>posts</name>
    <message>
        <source>Ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is no longer kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>hidden:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an ally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Noise %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet above %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mutual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>grace, %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>grace, 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>quiet %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says “no lists”: ask first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was @%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>Quiet folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the filter as a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trend</name>
    <message numerus="yes">
        <source>from %1 to %2, in %n readings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Allies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nominations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>$%1</source>
        <comment>a sum in US dollars</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>pattern: month and day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <comment>pattern: day, month and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>pattern: month and year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd</source>
        <comment>pattern: weekday</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd, MMM d</source>
        <comment>pattern: weekday, month and day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd, MMM d, yyyy</source>
        <comment>pattern: weekday and date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en_US</source>
        <comment>the locale that these words belong to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <comment>pattern: time in a chat, AP is left out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <comment>pattern: time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h:mm:ss AP</source>
        <comment>pattern: time with seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under $0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
