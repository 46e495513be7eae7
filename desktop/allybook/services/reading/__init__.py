"""Posts read from X, by act and within a quote: what is new, and where a reading was cut short."""
