from django.apps import AppConfig


class VoorspellingenConfig(AppConfig):
    name = "wijkspil.voorspellingen"
    verbose_name = "Vastgelegde voorspellingen"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
