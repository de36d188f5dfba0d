"""Steering: events become figures. Reads only, never writes back."""
