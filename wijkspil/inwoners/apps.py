from django.apps import AppConfig


class InwonersConfig(AppConfig):
    name = "wijkspil.inwoners"
    verbose_name = "Inwoners"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
