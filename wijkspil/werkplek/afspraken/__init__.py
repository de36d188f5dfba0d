"""Promised moments: a list of what is due, and the moments of one file with what the plan proposes."""
