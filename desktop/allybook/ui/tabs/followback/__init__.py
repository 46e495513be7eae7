"""The Follow-back tab: who follows whom, where that is known from, and what to make of it."""
