from django.apps import AppConfig


class VerkortConfig(AppConfig):
    name = "wijkspil.verkort"
    verbose_name = "Verkorte route"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
