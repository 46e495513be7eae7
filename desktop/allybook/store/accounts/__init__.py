"""Accounts as X showed them, and the rosters of the books."""
