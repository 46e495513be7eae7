"""Make what comes next while somebody still works on what came before."""

from __future__ import annotations

from contextlib import closing
from queue import SimpleQueue
from threading import Event, Semaphore, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

T = TypeVar("T")
_Made = tuple[T] | BaseException | None
"""What a source yielded, or what it raised, or None at its end."""


def make_ahead(source: Generator[T, None, None]) -> Generator[T, None, None]:
    """Yield what a source yields, which goes on meanwhile in a thread of its own.

    It is two steps ahead at most. What it raises is raised in the place of its next step. Closed
    early, this closes the source after the step that it is at.
    """
    made: SimpleQueue[_Made[T]] = SimpleQueue()
    room, unwanted = Semaphore(1), Event()
    maker = Thread(target=_make, args=(source, made, room, unwanted), name="ahead")
    maker.start()
    try:
        while isinstance(one := made.get(), tuple):
            room.release()
            yield one[0]
        if one is not None:
            raise one
    finally:
        unwanted.set()
        room.release()
        maker.join()


def _make(
    source: Generator[T, None, None],
    made: SimpleQueue[_Made[T]],
    room: Semaphore,
    unwanted: Event,
) -> None:
    """Put what a source yields into a queue that has room for it, and how it ended."""
    end: BaseException | None = None
    try:
        with closing(source):
            for one in source:
                made.put((one,))
                room.acquire()
                if unwanted.is_set():
                    break
    except BaseException as error:  # noqa: BLE001 (it is raised where the source is read)
        end = error
    made.put(end)
