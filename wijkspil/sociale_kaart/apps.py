from django.apps import AppConfig


class SocialeKaartConfig(AppConfig):
    name = "wijkspil.sociale_kaart"
    verbose_name = "Sociale kaart"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
