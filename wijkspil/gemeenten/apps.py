from django.apps import AppConfig


class GemeentenConfig(AppConfig):
    name = "wijkspil.gemeenten"
    verbose_name = "Gemeenten"
