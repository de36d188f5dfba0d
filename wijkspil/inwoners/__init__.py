"""The people it is for: residents, their household and the people around them."""
