"""Providers, their contracts, products and tariffs."""
