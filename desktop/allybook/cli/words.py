"""The words of the command line, and what they mean.

Only a command that is asked for is told its words: nobody waits for those of the others.
"""

from __future__ import annotations

import argparse
from datetime import date
from importlib import import_module
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from allybook import __version__
from allybook.cli.heeded import check_heeded, check_world
from allybook.cli.parser import OrNothing, Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

POSTS = "posts"
REFRESH = "refresh"
QUOTE = "quote"
JOBS = (
    *("sign-in", "home", "refresh", "search", "book", "gaps", "count", "chat", "names"),
    *("check", "list", "pull", "list-posts"),
)
TIME = "ISO time, as 2026-03-05T21:00; without Z or an offset it is told by your clocks"
MOST = (
    "at most so many posts; X finds no fewer than 10 at once, so say 10 or more (of home, and of a "
    "list whose page is read, also fewer)"
)
DIGITS = 9
"""No number that is asked for has more; Python reads no more than a few thousand."""
FILTERED = frozenset({"spared", POSTS, REFRESH, QUOTE})
"""The commands that a filter may follow."""


class Options(Struct, frozen=True):
    """The global words. ``budget`` is in dollars a month, empty for the one that is set."""

    profile: Path | None = None
    practice: bool = False
    api_base: str = ""
    token_stdin: bool = False
    offline: bool = False
    budget: str = ""
    yes: bool = False
    book: str = ""
    owns_app: bool = False
    vocabulary: str = ""


def read_words(arguments: list[str]) -> tuple[Options, argparse.Namespace]:
    """Return the global options and the words of the command; ``BadInput`` if not understood."""
    shared = _global_words()
    alone, others = shared.parse_known_args(arguments)
    if not others:
        # The window opens: nobody waits for the words of all the commands.
        check_world(alone)
        return _options(alone), argparse.Namespace(command="")
    parser = _parser(shared, arguments)
    words, beyond = parser.parse_known_args(_with_filter_words(arguments))
    takes_filter = words.command in FILTERED
    if beyond and (not takes_filter or any(word.startswith("-") for word in beyond)):
        words.told.refuse(beyond)
    if beyond:
        # What argparse takes no more of once an option stood between the words of a filter.
        words.filter += words.told.read_more("filter", beyond)
    check_heeded(words)
    return _options(words), words


def _options(words: argparse.Namespace) -> Options:
    names = [name for name in Options.__struct_fields__ if hasattr(words, name)]
    return Options(**{name: getattr(words, name) for name in names})


def _with_filter_words(arguments: list[str]) -> list[str]:
    """Keep ``-is:repost`` from being read as an option, by a space that no filter minds.

    Two dashes stay an option: a misspelt ``--count`` would else look for posts with that word.
    """
    starts = (at for at, word in enumerate(arguments, 1) if word in FILTERED)
    start = next(starts, len(arguments))
    return arguments[:start] + [_kept_from_options(word) for word in arguments[start:]]


def _kept_from_options(word: str) -> str:
    return f" {word}" if word.startswith("-") and word[:2] != "--" and word != "-h" else word


def goes_to_x(words: argparse.Namespace) -> bool:
    """Return whether a command asks X for something, and not only the cache."""
    if words.command == "check":
        return not (words.compare or words.count)
    at_once = {"chat", "take-back", REFRESH}
    return words.command in at_once or (words.command == "list" and words.act != "plan")


def _parser(shared: Parser, named: Collection[str]) -> Parser:
    """Return what reads a command line that holds the words ``named``."""
    parser = Parser(
        prog="allybook",
        description="An address book of allies for people who organise on Twitter/X.",
        epilog="Without a command, the window opens.",
        parents=[shared],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Allybook {__version__}")
    parser.set_defaults(command="")
    # Without a word for the program, argparse would look how wide the terminal is to find one.
    commands = parser.add_subparsers(title="commands", prog="allybook", parser_class=Parser)
    for name, (about, add_words) in COMMANDS.items():
        if name not in named:
            # It is there for the help, and for who misspells one; nobody asks for its own words.
            commands.add_parser(name, help=about, add_help=False)
            continue
        command = commands.add_parser(
            name, help=about, description=about, parents=[shared], allow_abbrev=False
        )
        command.set_defaults(command=name)
        add_words(command, shared)
    return parser


def _global_words() -> Parser:
    words = Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    group = words.add_argument_group("for every command")
    about = "keep everything in one folder"
    group.add_argument("--profile", type=Path, metavar="DIR", help=about)
    group.add_argument("--practice", action="store_true", help="use the built-in make-believe X")
    about = "a server that speaks the X API v2"
    group.add_argument("--api-base", metavar="URL", help=about)
    group.add_argument("--token-stdin", action="store_true", help="read a user token from stdin")
    group.add_argument("--offline", action="store_true", help="ask nothing of X")
    about = "this month's limit, for this command"
    group.add_argument("--budget", metavar="DOLLARS", help=about)
    about = (
        "do without asking what writes to X, what forgets, a merge that opts people out, and a web "
        "page that names persons"
    )
    group.add_argument("--yes", action="store_true", help=about)
    group.add_argument("--book", metavar="NAME", help="the book to work on")
    group.add_argument("--owns-app", action="store_true", help="the account owns the developer app")
    about = "ask X in its old words (tweet) or its new ones (post)"
    group.add_argument("--vocabulary", choices=("tweet", "post"), help=about)
    return words


def _add_form(command: argparse.ArgumentParser, *forms: str) -> Any:  # noqa: ANN401
    command.set_defaults(form="")
    group = command.add_mutually_exclusive_group()
    for form in forms:
        group.add_argument(f"--{form}", dest="form", action="store_const", const=form)
    return group


def read_count(text: str) -> int:
    """Return how many somebody said, as ``argparse`` asks for it."""
    told = text.strip()
    if told.isdecimal() and len(told) > DIGITS:
        raise argparse.ArgumentTypeError(
            f"a number of {len(told)} digits is too large: write at most {DIGITS}"
        )
    if not told.isdecimal() or not int(told):
        raise argparse.ArgumentTypeError(f"“{told}” is no whole number from 1 on, such as 100")
    return int(told)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < inf:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of seconds such as 20")
    return seconds


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-03-02") from None


def _add_tour(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("--out", type=Path, default=Path("build/tour"), metavar="DIR")
    command.add_argument("--every-state", action="store_true", help="every view in every state")


def _add_take_back(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("act", metavar="ACT", help="its id, as activity --json says it")


def _add_ticks(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("act", choices=("list", "next", "done", "skip", "post"))
    about = "the next one by itself; with post, what is to be posted"
    command.add_argument("tick", nargs="?", default="", metavar="ID|TEXT", help=about)
    _add_form(command, "json")


def _add_purge(command: argparse.ArgumentParser, _shared: Parser) -> None:
    about = "one account"
    command.add_argument("whom", nargs="?", default="", metavar="HANDLE", help=about)
    about = "erase that account from the books too"
    command.add_argument("--books", action="store_true", help=about)
    about = "all that X said; books, ledger and outbox stay"
    command.add_argument("--everything", action="store_true", help=about)


def _add_import(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument(
        "--no-nominate", action="store_true", help="leave handles in the files out of the book"
    )
    _add_form(command, "json")


def _add_posts(command: argparse.ArgumentParser, _shared: Parser) -> None:
    about = "what X search taught you; since: and until: are days of your own time zone"
    command.add_argument("filter", nargs="*", action=OrNothing, metavar="FILTER", help=about)
    command.add_argument("--limit", type=read_count, default=0, metavar="N")
    about = "filter the posts of a file instead, and keep nothing of it"
    command.add_argument("--input", type=Path, default=None, metavar="FILE", help=about)
    _add_form(command, "json", "csv", "count", "why")


def _add_refresh(command: argparse.ArgumentParser, _shared: Parser) -> None:
    sources = ("home", "list", "list-posts", "book", "search", "gaps", "names")
    about = (
        "what is read; gaps: what earlier readings left out; names: who wrote the posts that a "
        "filter keeps, and whom it asks for"
    )
    command.add_argument("source", nargs="?", default="home", choices=sources, help=about)
    about = (
        "the name of a list or book, and what is kept of it (-is:repost); X leaves out the rest. "
        "Of gaps: which are filled, by what they are of (source:home, list:NAME, in:BOOK, "
        "chat:HASHTAG, or what was searched for); all without any"
    )
    command.add_argument("filter", nargs="*", metavar="NAME|FILTER", help=about)
    command.add_argument("--most", type=read_count, default=0, metavar="POSTS", help=MOST)
    _add_form(command, "json")


def _add_check(command: argparse.ArgumentParser, _shared: Parser) -> None:
    metavar = "followers|following|BOOK|list:NAME"
    command.add_argument("--of", default="", metavar=metavar)
    command.add_argument(
        "--count", action="store_true", help="only how many, by what was read before; free"
    )
    command.add_argument(
        "--names", type=Path, metavar="FILE", help="who of the accounts in this table or text"
    )
    command.add_argument("--anew", action="store_true", help="ask X, whatever is at hand")
    command.add_argument(
        "--way",
        default="",
        metavar="at-hand|pages|look-ups|list",
        help="how it is found out, the cheapest way unless you say; quote check tells the prices",
    )
    command.add_argument(
        "--compare",
        nargs=2,
        type=_day,
        metavar="DATE",
        help="say what changed between the readings of two days, such as 2026-03-02; free",
    )
    _add_form(command, "json", "csv")


def _add_list(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("act", choices=("pull", "plan", "publish"))
    command.add_argument(
        "--pace", type=_seconds, default=None, metavar="SECONDS", help="between two changes"
    )
    command.add_argument(
        "--daily", type=read_count, default=None, metavar="N", help="at most so many in 24 hours"
    )
    about = "pull: read at most so many members, where there are more than are known"
    command.add_argument("--most", type=read_count, default=0, metavar="MEMBERS", help=about)
    command.add_argument("--public", action="store_true", help="create the list for all to see")
    about = "try those as well of whom X said no less than a month ago"
    command.add_argument("--ask-again", action="store_true", help=about)
    about = "how to look afterwards: at the newest members (cheaper), or at the whole list"
    command.add_argument("--way", default="", choices=("", "newest", "whole"), help=about)
    _add_form(command, "json")


def _add_chat(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("hashtag")
    _add_window(command)
    command.add_argument("--most", type=read_count, default=0, metavar="POSTS", help=MOST)
    command.add_argument("--no-nominate", action="store_true", help="leave the book as it is")
    _add_reposts(command)
    _add_form(command, "json", "html", "csv", "md")


def _add_reposts(command: argparse.ArgumentParser) -> None:
    about = "read the plain reposts of a chat too; each costs as much as a post"
    command.add_argument("--with-reposts", action="store_true", help=about)


def _add_window(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="start", default="", metavar="T", help=TIME)
    command.add_argument("--to", dest="end", default="", metavar="T", help=TIME)


def _add_quote(command: argparse.ArgumentParser, _shared: Parser) -> None:
    about = "home and list-posts are what refresh reads; list is what list publish writes"
    command.add_argument("job", choices=JOBS, help=about)
    about = "what the job is about: a book by its name, a hashtag, or a filter (search, names)"
    metavar = "#HASHTAG|BOOK|FILTER|followers|following"
    command.add_argument("filter", nargs="*", metavar=metavar, help=about)
    metavar = "followers|following|BOOK"
    command.add_argument("--of", dest="whom", default="", metavar=metavar)
    command.add_argument("--most", type=read_count, default=0, metavar="POSTS", help=MOST)
    _add_window(command)
    _add_reposts(command)
    _add_form(command, "json")


def _add_ledger(command: argparse.ArgumentParser, _shared: Parser) -> None:
    about = "end all doubts: X charged those requests, or it did not (console.x.com tells)"
    command.add_argument("--doubts", choices=("charged", "free"), help=about)
    _add_form(command, "json")


def _add_budget(command: argparse.ArgumentParser, _shared: Parser) -> None:
    command.add_argument("dollars", nargs="?", default="", metavar="DOLLARS", help="a month")
    _add_form(command, "json")


def _add_activity(command: argparse.ArgumentParser, _shared: Parser) -> None:
    _add_form(command, "json")


def _later(module: str, name: str) -> Callable[[argparse.ArgumentParser, Parser], None]:
    """Return what adds the words of a command, and is loaded with the first of them."""

    def add(command: argparse.ArgumentParser, shared: Parser) -> None:
        """Load it, and add them."""
        getattr(import_module(f"allybook.cli.{module}"), name)(command, shared)

    return add


COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser, Parser], None]]] = {
    "tour": ("play the main job on the practice network; pictures and a summary", _add_tour),
    "import": ("read an X archive, twarc JSONL, CSV or text with handles", _add_import),
    POSTS: ("list the posts that a filter keeps", _add_posts),
    REFRESH: ("read what is new at home, in a list, by a book's people, or on X", _add_refresh),
    "allies": ("list and change the allies of a book", _later("words_allies", "add_allies")),
    "books": ("keep several books, and combine them", _later("words_books", "add_books")),
    "check": ("say who follows back", _add_check),
    "list": ("read, plan or publish the X List of a book", _add_list),
    "chat": ("capture a hashtag chat, and nominate whom people shared in it", _add_chat),
    QUOTE: ("say what a job would cost", _add_quote),
    "ledger": ("say what was spent, per day, class and job", _add_ledger),
    "budget": ("say or set what may be spent in a month", _add_budget),
    "activity": ("list what was sent to X or waits, and what is done by hand", _add_activity),
    "take-back": ("take one act back, by the id that activity says", _add_take_back),
    "ticks": ("do by hand what X allows only in its own app, one at a time", _add_ticks),
    "mutes": (
        "keep words, hashtags and authors quiet, or list what is",
        _later("words_noise", "add_mutes"),
    ),
    "spared": (
        "list what is never hidden, add to it, or take it back",
        _later("words_noise", "add_spared"),
    ),
    "noise": ("say or set how noise is judged", _later("words_noise", "add_noise")),
    "purge": ("forget what X said, about one account or altogether", _add_purge),
}
"""What each command is for, and what adds the words that it understands."""
