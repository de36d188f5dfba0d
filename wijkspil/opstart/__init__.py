"""Starting up: the database server, its roles, the commands. Knows no room and is imported by none."""
