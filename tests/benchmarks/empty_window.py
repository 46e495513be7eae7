"""An empty PySide6 window, as small as a program with a window can be; loads nothing else."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

SIZE = (1280, 800)


def main() -> None:
    """Show the window; print when it was painted (monotonic), and the processor's seconds then."""
    application = QApplication(["empty"])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    window.repaint()
    painted, busy = time.monotonic(), time.process_time()
    window.close()
    application.processEvents()
    sys.stdout.write(json.dumps({"painted": painted, "busy": busy}))


if __name__ == "__main__":
    main()
