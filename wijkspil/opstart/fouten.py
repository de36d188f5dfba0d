"""The one error that start-up shows to a person: what is wrong, why it matters, what to do next."""


class OpstartFout(Exception):
    """Starting up can't go on; the message is meant for the person at the keyboard, in Dutch."""
