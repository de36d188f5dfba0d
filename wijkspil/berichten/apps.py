from django.apps import AppConfig


class BerichtenConfig(AppConfig):
    name = "wijkspil.berichten"
    verbose_name = "Berichten"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
