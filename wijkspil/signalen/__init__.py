"""Light signals without a file, convertible to a question with consent (O5)."""
