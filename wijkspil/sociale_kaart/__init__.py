"""What there is in the neighbourhood, free help first."""
