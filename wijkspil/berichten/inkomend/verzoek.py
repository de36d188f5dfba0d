"""WMO315 and WMO317: a provider asks for something. A person decides; the return message only says that it came across well."""

from . import Ontvangen, effect


@effect("WMO315")
@effect("WMO317")
def leg_voor(o: Ontvangen) -> None:
    o.klaar = False
