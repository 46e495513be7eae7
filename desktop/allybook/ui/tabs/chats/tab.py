"""The Chats tab: a hashtag's posts as a chat, its record, and whom people shared in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On, Term
from allybook.services.chats.here import known_chats, remember
from allybook.services.reading.capture import chat_source
from allybook.ui.delegates.spans import HitKind
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.keys import ALONE, plug_keys
from allybook.ui.models.chat import ChatGroup, ChatPost
from allybook.ui.models.roles import Role
from allybook.ui.no_account import BEGIN
from allybook.ui.opening import open_or_tell
from allybook.ui.tabs.chats.buying import Buying, ChatAsked
from allybook.ui.tabs.chats.filing import Filing
from allybook.ui.tabs.chats.groups import question_key, richest, with_current
from allybook.ui.tabs.chats.held import told_apart
from allybook.ui.tabs.chats.page import ChatsPage
from allybook.ui.tabs.chats.places import sections
from allybook.ui.tabs.chats.questions import AskedQuestion
from allybook.ui.tabs.chats.reading import count_chats, read_page
from allybook.ui.tabs.chats.work import to_inbox
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import count, dated, people, posts, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.chat.summary import Chat
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.delegates.spans import Hit
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.tabs.chats.reading import ChatPage
    from allybook.ui.tabs.chats.work import Proposed
    from allybook.ui.theme.look import Look

X = "https://x.com"


class ChatsTab(ChatsPage):
    """Reads chats from the cache; only its priced buttons go to X."""

    count_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        hub: Hub,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        super().__init__(desk, look, parent)
        self._jobs, self._hub = jobs, hub
        # The chat that a person chose among those of the tag; none is the newest.
        self._tag = self._key = ""
        self._page: ChatPage | None = None
        self._current = ""
        self._titles: dict[str, str] = {}
        self._counts: Mapping[str, int] | None = None
        self._reading = self._wanted = False
        # Whether the last reading saw all of a chat, and whether what is open was decided.
        self._whole = self._settled = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._prices = QTimer(self, singleShot=True, interval=0)
        any(self.build() if whole else ())

    def build(self) -> Iterator[None]:
        """Make the parts, connect them, and open the chat read last; see ``ChatsPage``."""
        yield from super().build()
        self.buying = Buying(self._desk, self._jobs, self)
        self.filing = Filing(self._desk, self._jobs, self)
        self._connect()
        yield
        chats = known_chats(self._desk)
        self._show_places(chats)
        self._go(chats[0] if chats else "")

    def count(self) -> int:
        """Return that nothing here waits to be looked at."""
        return 0

    def say_count(self) -> str:
        """Return that there is nothing to be said of it."""
        return ""

    @property
    def chat(self) -> Chat | None:
        """Return the chat that is shown, or None."""
        return self._page.chat if self._page else None

    def open_chat(self, hashtag: str) -> None:
        """Show a chat, with or without #, and keep it among the places."""
        try:
            tag = chat_source(hashtag).name
        except BadInput as error:
            self.refuse(error)
            return
        self._titles.setdefault(tag, f"#{hashtag.strip().lstrip('#')}")
        desk, chats = self._desk, known_chats(self._desk)
        if tag not in chats:
            self._jobs.keep(
                self,
                lambda: remember(desk, tag),
                done=lambda _tag: self._later.start(),
                failed=self.refuse,
            )
        self._show_places(dict.fromkeys([*chats, tag]))
        self._go(tag)
        self._hold("")

    def choose_question(self, key: str) -> None:
        """Pin a question, open it, and go there."""
        if self._page is None:
            return
        self._current, self._settled = key, True
        self._show_groups(self._page)
        self.questions.choose(key)
        row = self.model.row_of(key)
        if row is None:
            return
        index = self.model.index(row, 0)
        group = index.data(Role.ROW)
        if isinstance(group, ChatGroup) and not self.model.is_open(group):
            self.model.toggle(key)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, self.view.ScrollHint.PositionAtTop)

    def _go(self, tag: str) -> None:
        moved = tag != self._tag
        self._tag, self._key = tag, "" if moved else self._key
        self.places.choose(tag)
        if not tag:
            self._show_none()
        elif moved:
            self._settled = False
            self.say("")
            self.details.say("")
            self._later.start()

    def _hold(self, key: str) -> None:
        """Show one of the chats that the tag has had, or the newest."""
        if key != self._key:
            self._key, self._settled = key, False
            self.details.say("")
            self._later.start()

    def _read(self) -> None:
        """Read the chat in the background; wishes that come meanwhile become one more reading."""
        self._wanted = self._reading
        if self._reading:
            return
        self._reading, self._whole = True, not self.buying.busy
        desk, tag, key, zone = self._desk, self._tag, self._key, self._desk.clock.zone
        self._jobs.read(
            self,
            lambda _ticket: (count_chats(desk), read_page(desk, tag, zone, key) if tag else None),
            done=lambda answer: self._have(*answer, key=key),
            failed=self._not_read,
        )

    def _have(self, counts: Mapping[str, int], page: ChatPage | None, *, key: str) -> None:
        self._reading = False
        if self._wanted:
            self._later.start()
        if page is not None and page.chat.posts:
            self._titles[page.tag] = page.title
        self._counts = counts
        self._show_places(counts)
        if page is not None and (page.tag, key) == (self._tag, self._key):
            self._show(page)

    def _not_read(self, error: AllybookError) -> None:
        self._reading = False
        self.refuse(error)

    def _show(self, page: ChatPage) -> None:
        if page == self._page and self._settled:
            return
        self._page = page
        chat = page.chat
        title = self._titles.get(page.tag, page.title)
        self.header.show_words(title, self._subtitle(page))
        self.save_button.setVisible(bool(chat.posts))
        self.body.setCurrentWidget(self.view if chat.posts else self.nothing)
        self.questions.show_questions(
            [
                AskedQuestion(group.key, group.label, group.words, len(one.answers))
                for one in chat.questions
                for group in page.groups
                if group.key == question_key(one.number)
            ]
        )
        self.held.show_chats(page.held, page.key)
        self.details.show_page(page)
        self.buying.show_subject(ChatAsked(page.tag, bool(chat.posts), page.unnamed))
        self.fold()
        self._settle(page)

    def _settle(self, page: ChatPage) -> None:
        """Show the groups; what is open stays, once the chat is here as a whole."""
        if self._settled:
            self._show_groups(page)
            return
        self._current = richest(page.chat)
        self._settled = bool(page.chat.posts) and self._whole
        self.questions.choose(self._current)
        self._show_groups(page)
        self.view.show_top()
        self.details.show_top()

    def _show_none(self) -> None:
        """Show the ways to a first chat."""
        self._page = None
        self.header.show_words(self.tr("Chats"))
        self.save_button.hide()
        self.body.setCurrentWidget(self.start)
        self.held.show_chats((), "")
        self.questions.show_questions(())
        self.details.show_page(None)
        self.buying.show_subject(ChatAsked())
        self.fold()

    def _show_groups(self, page: ChatPage) -> None:
        self.model.show(with_current(page.groups, self._current))

    def _subtitle(self, page: ChatPage) -> str:
        chat = page.chat
        if not chat.posts:
            return ""
        known = chat.reposts or chat.reposted
        text = self.tr("%1 by %2, %3, %4") if known else self.tr("%1 by %2, %4")
        apart = self.tr("1 repost apart")
        if len(chat.reposts) != 1:
            apart = self.tr("%1 reposts apart").replace("%1", count(len(chat.reposts)))
        if not chat.reposts:
            # They were left out; X says on each post how often it was passed on.
            apart = self.tr("reposted %n times", "", chat.reposted)
        day = dated(page.day, self.now()) if page.day else ""
        text = text.replace("%4", day).replace("%3", apart)
        return text.replace("%2", people(len(chat.participants))).replace(
            "%1", posts(len(chat.posts))
        )

    def _show_places(self, tags: Iterable[str]) -> None:
        self.places.show_sections(sections(tags, self._counts, self._titles))
        self.places.choose(self._tag)

    def _ended(self, tag: str) -> None:
        """Show what a capture brought: it is of the newest chat."""
        if tag == self._tag:
            self._hold("")
        self._later.start()

    def _heard(self, changed: Changed) -> None:
        if changed.posts or changed.accounts or changed.books or changed.settings:
            self._later.start()
        if changed.ledger or changed.settings or changed.posts:
            self._prices.start()

    def _ask(self, hashtag: str = "") -> None:
        dialog = AskName(self._look, self.tr("Which hashtag shall we read?"), self)
        dialog.keep.setText(self.tr("Open"))
        dialog.field.setPlaceholderText(self.tr("#SwHelper"))
        dialog.field.setText(hashtag)
        dialog.named.connect(self.open_chat)
        dialog.open()

    def _wanted_by(self, hashtag: str) -> None:
        """Show the chat that another part of the program speaks of; ask where it is unknown."""
        known = known_chats(self._desk)
        try:
            tag = chat_source(hashtag).name if hashtag else self._tag
        except BadInput as error:
            self.refuse(error)
            return
        if tag in known:
            self._go(tag)
        else:
            self._ask(hashtag)

    def _to_inbox(self) -> None:
        chat, desk = self.chat, self._desk
        if chat is None:
            return
        self.details.set_busy(busy=True)
        self._jobs.act(
            self,
            lambda _ticket: to_inbox(desk, chat),
            done=self._proposed,
            failed=self._not_proposed,
        )

    def _proposed(self, done: Proposed) -> None:
        self.details.set_busy(busy=False)
        link = self.tr("Look")
        if not done.new and not done.waiting:
            words = self.tr("All of them are known in %1.").replace("%1", done.book)
            self.details.say(words, self.tr("Nothing was changed."), Mood.INFO, link)
            return
        if done.waiting == 1:
            words = self.tr("1 nomination is in the inbox of %2.")
        else:
            words = self.tr("%1 nominations are in the inbox of %2.")
        words = words.replace("%1", count(done.waiting)).replace("%2", done.book)
        self.details.say(words, link=link)

    def _not_proposed(self, error: AllybookError) -> None:
        self.details.set_busy(busy=False)
        self.details.say(told(error), mood=Mood.WARN)

    def _save(self) -> None:
        page = self._page
        if page is not None:
            self.filing.ask_where(page.chat, page.title + told_apart(page.held, page.key))

    def _choose_way(self, way: str) -> None:
        if way == "import":
            self.filing.ask_which()
        elif way == BEGIN:
            self._hub.start_wanted.emit()
        else:
            self._ask()

    def _show_post(self, post_id: str) -> None:
        """Go to a post, and open the group that it stands in."""
        groups = self._page.groups if self._page else ()
        mine = (one for one in groups if any(p.post.post_id == post_id for p in one.posts))
        group = next(mine, None)
        if group is None:
            return
        if self.model.row_of(int(post_id)) is None:
            self.model.toggle(group.key)
        self.view.go_to(int(post_id))

    def _open(self) -> None:
        row = self.view.currentIndex().data(Role.ROW)
        if isinstance(row, ChatPost):
            open_or_tell(f"{X}/i/status/{row.post.post_id}", self._hub)

    def _hit(self, hit: Hit) -> None:
        match hit.kind:
            case HitKind.HASHTAG:
                self._hub.filter_wanted.emit(show(Term(On.HASHTAG, hit.target)))
            case HitKind.MENTION:
                self._hub.filter_wanted.emit(show(Term(On.FROM, hit.target)))
            case HitKind.LINK:
                open_or_tell(hit.target, self._hub)

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self._prices.timeout.connect(self.buying.price)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self.buying.price)
        self._hub.chat_wanted.connect(self._wanted_by)
        self.note.budget_asked.connect(self._hub.budget_wanted)
        self.places.chosen.connect(self._go)
        self.places.add_asked.connect(lambda _section: self._ask())
        self.questions.chosen.connect(self.choose_question)
        self.held.chosen.connect(self._hold)
        self.buying.ended.connect(self._ended)
        self.filing.brought.connect(self.open_chat)
        self.filing.own_found.connect(self._hub.own_file_wanted)
        self.start.chosen.connect(self._choose_way)
        self.nothing.chosen.connect(self._choose_way)
        self.save_button.clicked.connect(self._save)
        self.nominations_button.clicked.connect(self.panes.open_details)
        self.note.closed.connect(self.fit)
        self.view.hit.connect(self._hit)
        self.details.chosen.connect(self._show_post)
        self.details.inbox_asked.connect(self._to_inbox)
        self.details.look_asked.connect(lambda: self._hub.ally_wanted.emit(""))
        plug_keys((self.view,), {"O": self._open}, context=ALONE)
