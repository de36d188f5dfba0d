from django.apps import AppConfig


class PortaalConfig(AppConfig):
    name = "wijkspil.portaal"
    verbose_name = "Mijn vraag"
