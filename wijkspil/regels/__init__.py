"""The bedrock: law and arithmetic of social support as pure functions.

Nothing here knows Django, a database or the clock: the day is always passed in. Numbers from law and practice
live in ``data/*.yaml`` with their source, certainty and validity dates; the code says how they work together.
"""
