from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "wijkspil.berichten"
    verbose_name = "Berichten"

    def ready(self) -> None:
        from wijkspil.core import uitbox

        from . import gebeurtenissen  # noqa: F401
        from .uitgaand.klaarzetten import verwerk_rij
        from .uitgaand.verzenden import meld_transportfout

        uitbox.registreer("bericht", verwerk_rij)
        uitbox.registreer("transportfout", meld_transportfout)
