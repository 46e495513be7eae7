"""One SQLite file: connections, migrations, and how values become rows."""
