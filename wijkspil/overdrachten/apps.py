from django.apps import AppConfig


class OverdrachtenConfig(AppConfig):
    name = "wijkspil.overdrachten"
    verbose_name = "Overdrachten"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
