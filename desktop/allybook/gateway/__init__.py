"""X through tweepy: requests, decoding, errors and metering."""
