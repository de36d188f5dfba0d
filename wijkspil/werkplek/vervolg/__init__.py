"""Ways on beside ordinary help: nothing on purpose, rest with a right of return, and transitions."""
