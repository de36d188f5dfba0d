from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "wijkspil.toegang"
    verbose_name = "Toegang"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
