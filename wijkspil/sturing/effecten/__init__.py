"""What works: pure functions that compare groups, each with its interval, its assumptions and the courage to say "not yet"."""
