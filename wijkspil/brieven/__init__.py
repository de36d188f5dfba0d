"""Letters to residents: one accessible PDF per recipient."""
