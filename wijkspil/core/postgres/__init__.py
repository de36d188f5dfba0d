"""PostgreSQL as Django knows it, with one addition: a table of a municipality is born protected.

Whoever adds a model with a `Gemeentesleutel` gets, from a plain `makemigrations`, a composite primary key, composite foreign
keys and forced row-level security (docs/trust: T1, T4). There is nothing to remember, and tests/huis/ proves that it happened.
"""
