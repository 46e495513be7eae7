"""What can be made of several books and lists."""

from __future__ import annotations

from enum import StrEnum


class Operation(StrEnum):
    """What is made of several sources: all, those in each of them, those in the first only."""

    UNION = "union"
    INTERSECTION = "intersection"
    DIFFERENCE = "difference"
