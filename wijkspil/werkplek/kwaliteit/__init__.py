"""Reading plans back by sample (C15)."""
