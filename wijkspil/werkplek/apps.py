from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    name = "wijkspil.werkplek"
    verbose_name = "Werkplek"

    def ready(self) -> None:
        from wijkspil import reis

        reis.verbind()
