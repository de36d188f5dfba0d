from django.apps import AppConfig


class SturingConfig(AppConfig):
    name = "wijkspil.sturing"
    verbose_name = "Sturing"
