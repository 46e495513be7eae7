"""Open the program on the practice network, offscreen, as the command line does."""

from __future__ import annotations

import gc
import json
import sys
import time

from allybook.__main__ import GROWTH
from allybook.app.haste import load_msgspec

gc.set_threshold(GROWTH)
load_msgspec()

from allybook.app.start import read_words  # noqa: E402 (as the program itself begins)
from allybook.app.window import begin, show_desks  # noqa: E402

LOOK_MS = 1


def open_program(folder: str) -> dict[str, float]:
    """Show the window; return when each step towards its posts was done (monotonic).

    ``busy`` are the seconds that the processor spent until they were shown.
    """
    options, _ = read_words(["--practice", "--profile", folder])
    session = begin()
    moments = {"loaded": time.monotonic()}
    from PySide6.QtCore import Qt, QTimer  # noqa: PLC0415 (the program loads Qt)

    mapped = Qt.WidgetAttribute.WA_Mapped

    def look() -> None:
        window = next(each for each in session.application.topLevelWidgets() if each.isVisible())
        timeline = window.timeline()
        # Before it is mapped a window paints nothing, whatever posts it has by then.
        if timeline.model.rowCount() and window.testAttribute(mapped):
            window.repaint()
            moments["shown"], moments["busy"] = time.monotonic(), time.process_time()
            session.application.quit()

    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    show_desks(session, options)
    return moments


if __name__ == "__main__":
    sys.stdout.write(json.dumps(open_program(sys.argv[1])))
