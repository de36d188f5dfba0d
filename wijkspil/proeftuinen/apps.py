from django.apps import AppConfig


class ProeftuinenConfig(AppConfig):
    name = "wijkspil.proeftuinen"
    verbose_name = "Proeftuinen"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
