"""The frame of the window: tabs, status bar and the three panes."""
