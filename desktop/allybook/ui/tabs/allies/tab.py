"""The allies tab: books and what is in them, whom to decide about, and one ally in full."""

from __future__ import annotations

COLUMNS = "allies.columns"
