"""Pilots (proeftuinen): a question about what works, written down before the first look, with its cases and what was learned."""
