from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "wijkspil.ondersteuning"
    verbose_name = "Ondersteuning"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
