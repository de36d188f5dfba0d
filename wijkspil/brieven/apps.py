from django.apps import AppConfig


class BrievenConfig(AppConfig):
    name = "wijkspil.brieven"
    verbose_name = "Brieven"

    def ready(self) -> None:
        from wijkspil.core import uitbox

        from . import gebeurtenissen  # noqa: F401
        from .tasks import verwerk

        uitbox.registreer("brief", verwerk)
