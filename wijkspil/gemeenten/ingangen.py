"""Who somebody is differs per door: at `/werk/` a member of staff, at `/mijn/` a resident or a representative.

Each set of addresses (its `app_name`) has one way to make a `Door` of an account. Staff is the default, so that an address that
nobody thought of asks for a job here. Rooms above this one register theirs when they start.
"""

from collections.abc import Callable

from wijkspil.core.door import Door

from .access import pak_door

Ingang = Callable[..., Door | None]

_ingangen: dict[str, Ingang] = {}


def registreer(app_name: str, ingang: Ingang) -> None:
    """Say how the `Door` is made for the addresses of one app; called with the arguments of `access.pak_door`."""
    _ingangen[app_name] = ingang


def ingang_van(app_name: str) -> Ingang:
    return _ingangen.get(app_name, pak_door)
