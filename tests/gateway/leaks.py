"""All that an error could show to anybody: its words, its chain, and what hangs on it."""

from __future__ import annotations

import traceback


def shown(error):
    """Return the full text of an error and of all that led to it, hidden causes included."""
    texts, waiting, known = [], [error], set()
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in known:
            continue
        known.add(id(one))
        texts += [str(one), repr(one), *traceback.format_exception(one), *_hanging_on(one)]
        waiting += [one.__cause__, one.__context__]
        waiting += [part for part in one.args if isinstance(part, BaseException)]
    return "\n".join(texts)


def _hanging_on(error):
    request, response = getattr(error, "request", None), getattr(error, "response", None)
    requests = [request, getattr(response, "request", None)]
    for one in filter(None, requests):
        yield f"{getattr(one, 'url', '')} {getattr(one, 'headers', '')} {getattr(one, 'body', '')}"
    if response is not None:
        yield f"{response.headers} {response.content}"
