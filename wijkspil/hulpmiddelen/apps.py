from django.apps import AppConfig


class HulpmiddelenConfig(AppConfig):
    name = "wijkspil.hulpmiddelen"
    verbose_name = "Hulpmiddelen"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
