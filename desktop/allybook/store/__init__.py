"""SQLite through APSW: the cache, the books, the outbox and the ledger."""
