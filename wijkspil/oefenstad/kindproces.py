"""The life of a process that plays along. Nothing here may import Django's models before `django.setup()`."""

import logging
import sys
from multiprocessing.synchronize import Barrier
from threading import BrokenBarrierError
from typing import Any

from .opdracht import Opdracht


def leef(opdracht: Opdracht, barriere: Barrier, post: Any) -> None:
    """Play one share and tell the parent: every day that is over, and in the end the result. An error ends up on stderr."""
    import django

    django.setup()
    logging.disable(logging.INFO)
    bereid_statements_voor()
    from .samenspel import speel_deel

    eerste = opdracht.deel == 0
    uitslag = None
    try:
        uitslag = speel_deel(opdracht, barriere, lambda dag: post.put(("dag", dag)) if eerste else None)
    except BrokenBarrierError:  # another process failed and says why
        sys.exit(1)
    finally:
        if uitslag is None:
            barriere.abort()
    post.put(("uitslag", uitslag))


def bereid_statements_voor() -> None:
    """Let PostgreSQL plan each kind of query once per process instead of every time: a game asks the same things all year."""
    from django.db import connections

    connections.settings["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 2}
