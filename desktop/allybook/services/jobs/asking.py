"""Ask what may never answer: each question in a thread of its own, for so long at most."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
SILENT = "no answer in time"


class Asking:
    """Asks, and waits no longer than ``patience`` seconds for each answer.

    The thread of a question that nobody waits for any more ends with its answer or with the
    program. As long as there is one, nothing else is asked: it would wait for the same.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._lock = Lock()
        self._waiting: set[Callable[[], bool]] = set()
        self._late: list[Thread] = []
        self._closed = False

    def ask(self, act: Callable[[], T]) -> T:
        """Return what ``act`` returns, or raise what it raises; ``TimeoutError`` for silence."""
        answer: Future[T] = Future()
        thread = Thread(target=_answer, args=(act, answer), name="ask", daemon=True)
        with self._lock:
            self._late = [one for one in self._late if one.is_alive()]
            if self._late or self._closed:
                raise TimeoutError(SILENT)
            self._waiting.add(answer.cancel)
        thread.start()
        try:
            return answer.result(self._patience)
        except CancelledError:
            raise TimeoutError(SILENT) from None
        finally:
            with self._lock:
                self._waiting.discard(answer.cancel)
                if not answer.done() or answer.cancelled():
                    self._late.append(thread)

    def let_go(self) -> None:
        """Let nobody wait any longer for what has not been answered yet."""
        with self._lock:
            for cancel in self._waiting:
                cancel()

    def close(self) -> None:
        """Let nobody wait any longer, now or later: what is asked from now on is silence."""
        with self._lock:
            self._closed = True
        self.let_go()


def _answer(act: Callable[[], T], answer: Future[T]) -> None:
    """Bring an answer, if somebody still waits for it."""
    with suppress(InvalidStateError):
        try:
            answer.set_result(act())
        except InvalidStateError:
            raise
        except BaseException as error:  # noqa: BLE001 (it is raised where the question was asked)
            answer.set_exception(error)
