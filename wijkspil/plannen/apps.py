from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "wijkspil.plannen"
    verbose_name = "Plannen"

    def ready(self) -> None:
        from . import gebeurtenissen, gebeurtenissen_uitvoering  # noqa: F401
