"""Posts read from X, by act and within a quote: what is new, and where a reading was cut short.

::

    sources    what a filter is about (aiming) is planned, priced and read; the front door
      refresh      the home timeline
      read_list    an X List: its page (list_gaps reaches further back), or a search
      search       any filter, or what the people of a book write (asking, authorship, readership)
      capture      a chat: its hashtag of the last seven days
    auto       the same by itself, within dollars a day (allowance)

    searching  one search, followed as far back as X goes (hours, hidden, alone)
    stretch    what is new in a source, read from its newer end down, in pages that fit (tens)
    saving     what X leaves out, and what that saves

    gaps       what a reading left out, with its price (missing: of what a filter shows)
    noted      where those gaps are kept
    known      which parts of a chat or a search were read whole
    arrivals   which of what came is unread

What was paid for is kept before anything else is done with it.
"""
