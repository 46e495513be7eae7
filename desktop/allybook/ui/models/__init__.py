"""Rows for views: lazy, checked by Qt's own tester, one sentence each for screen readers."""
