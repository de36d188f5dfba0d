"""What residents and the municipality write to each other: messages both ways, and a question that is still being written."""
