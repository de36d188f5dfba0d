"""The life of a process that plays along. Nothing here may import Django's models before `django.setup()`."""

import gc
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

    laat_staan_wat_blijft()

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
    from django.db.backends.signals import connection_created

    connections.settings["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 2}
    connection_created.connect(_onthoud_alle_statements, weak=False)


def _onthoud_alle_statements(connection: Any, **_: Any) -> None:
    connection.connection.prepared_max = (
        2000  # a game asks some nine hundred kinds of question; 100 is the default
    )


def laat_staan_wat_blijft() -> None:
    """Leave what is loaded out of the collector's rounds, and let it come by less often: a game makes little that circles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
