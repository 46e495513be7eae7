"""The Activity panel: what was sent to X from here, what waits, what was done by hand."""
