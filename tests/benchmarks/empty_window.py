"""An empty PySide6 window, as small as a program with a window can be; loads nothing else."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtWidgets import QApplication, QMainWindow

SIZE = (1280, 800)


def main() -> None:
    """Show the window, and print when it was painted (monotonic)."""
    application = QApplication(["empty"])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    window.repaint()
    painted = time.monotonic()
    window.close()
    application.processEvents()
    sys.stdout.write(json.dumps({"painted": painted}))


if __name__ == "__main__":
    main()
