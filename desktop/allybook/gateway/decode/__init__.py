"""What X answers, turned into the domain's values: tolerant of what is missing, strict on ids."""
