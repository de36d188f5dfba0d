from django.apps import AppConfig


class BrievenConfig(AppConfig):
    name = "wijkspil.brieven"
    verbose_name = "Brieven"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
