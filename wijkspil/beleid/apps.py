from django.apps import AppConfig


class BeleidConfig(AppConfig):
    name = "wijkspil.beleid"
    verbose_name = "Beleid"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
