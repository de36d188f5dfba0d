"""Assignment, delivery, claim, payment: what was promised becomes help."""
