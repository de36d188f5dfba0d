"""A town of invented people that plays the journey through the same actions as the screens."""
