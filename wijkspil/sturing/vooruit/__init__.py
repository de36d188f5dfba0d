"""What comes: simulation of the access, forecasts of demand, scenarios. Pure calculation on plain values; nothing here writes.

Nothing in these modules knows the database. What they need from the events is read in `ijking.py` by the same expressions as the
indicators, and handed over as numbers.
"""
