from django.apps import AppConfig


class NazorgConfig(AppConfig):
    name = "wijkspil.nazorg"
    verbose_name = "Nazorg"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
