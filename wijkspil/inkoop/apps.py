from django.apps import AppConfig


class InkoopConfig(AppConfig):
    name = "wijkspil.inkoop"
    verbose_name = "Inkoop"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
