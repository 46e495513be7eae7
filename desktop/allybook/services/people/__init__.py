"""Whom a name stands for: accounts looked up, found, named, or refused by X."""
