"""Whom a name stands for: accounts looked up, found, named, or refused by X.

::

    adding        names that somebody brings in: new, known, or to be left alone
      nominate        the same for whom a chat shared, or who were typed by hand
      add_one         one account in sight, such as an author
    find          by what was typed, and by the id that X gives a handle
    resolve       ids become accounts: who wrote, who was named

    unknown       whose posts nobody can tell for theirs yet, and what asking costs
    unasked       the sentences about them, where a filter looks for them
    lost_handles  handles by which X showed nobody; ask_again says when it is time to try anew
"""
