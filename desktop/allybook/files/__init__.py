"""Files in and out: X archives, twarc JSONL, CSV and pasted text."""
