"""Aftercare and closing: the follow-up call, the honest outcome, the easy return."""
