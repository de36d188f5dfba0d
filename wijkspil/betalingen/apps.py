from django.apps import AppConfig


class BetalingenConfig(AppConfig):
    name = "wijkspil.betalingen"
    verbose_name = "Betalingen"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
