from django.apps import AppConfig


class AanbiedersportaalConfig(AppConfig):
    name = "wijkspil.aanbiedersportaal"
    verbose_name = "Aanbiedersportaal"
