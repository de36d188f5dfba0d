from django.apps import AppConfig


class AanbiedersConfig(AppConfig):
    name = "wijkspil.aanbieders"
    verbose_name = "Aanbieders"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
