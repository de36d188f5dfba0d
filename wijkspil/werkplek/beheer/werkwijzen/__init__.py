"""Functional administration of the way of working: see, compare, draft, preview, publish, take out and bring in."""
