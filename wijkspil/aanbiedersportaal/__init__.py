"""The own pages of a provider: what was ordered, what runs, what can be claimed, and what the municipality asked to find out.

A provider acts here through the same actions as by message, so both are refused for the same reasons.
"""
