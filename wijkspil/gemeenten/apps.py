from django.apps import AppConfig


class GemeentenConfig(AppConfig):
    name = "wijkspil.gemeenten"
    verbose_name = "Gemeenten"

    def ready(self) -> None:
        from wijkspil.core import uitbox
        from wijkspil.werkwijzen.kast import registreer_bron

        from . import gebeurtenissen, ingang  # noqa: F401
        from .werkwijzebron import EIGEN

        registreer_bron(EIGEN)
        uitbox.registreer(ingang.UITGAAND, ingang.verwerk)
