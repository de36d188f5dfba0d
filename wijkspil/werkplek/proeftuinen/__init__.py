"""Pilots: the register, one pilot as a story, its outcome, and the mark on a file."""
