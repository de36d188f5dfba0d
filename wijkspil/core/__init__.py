"""The ground under every room: who acts, within which municipality, what happened, who looked. Knows no room."""
