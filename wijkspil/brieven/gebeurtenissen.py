"""What can happen in this room."""
