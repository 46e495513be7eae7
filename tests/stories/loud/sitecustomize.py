"""What Python reads at its start where this folder is on its path: it makes the program talkative.

All loggers write everything into the file that ``ALLYBOOK_TEST_LOG`` names. Where
``ALLYBOOK_TEST_FAULT`` is set, carrying a request ends in an error that nobody foresaw.
"""

import logging
import os


def burst(_adapter, request, *_words, **_more):
    raise ZeroDivisionError(f"carrying {request!r}")


logging.basicConfig(level=logging.DEBUG, filename=os.environ["ALLYBOOK_TEST_LOG"])
if os.environ.get("ALLYBOOK_TEST_FAULT"):
    import requests.adapters

    requests.adapters.HTTPAdapter.send = burst
