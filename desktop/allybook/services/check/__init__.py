"""Follow-back checks: planned, run, answered from what is known, compared, reported."""
