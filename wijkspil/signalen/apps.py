from django.apps import AppConfig


class SignalenConfig(AppConfig):
    name = "wijkspil.signalen"
    verbose_name = "Signalen"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
