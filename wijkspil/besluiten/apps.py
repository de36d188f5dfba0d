from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    name = "wijkspil.besluiten"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
