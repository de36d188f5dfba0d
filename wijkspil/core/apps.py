from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "wijkspil.core"
    verbose_name = "Fundament"
