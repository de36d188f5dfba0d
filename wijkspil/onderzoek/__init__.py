"""The own pages of a provider that investigates for the municipality: only its own investigations, and nothing else of a file."""
