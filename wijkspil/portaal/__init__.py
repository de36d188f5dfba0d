"""The door for residents: the own question, in plain words, at `/<gemeente>/mijn/`. It knows nothing of the staff door."""
