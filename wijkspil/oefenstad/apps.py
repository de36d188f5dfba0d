from django.apps import AppConfig


class OefenstadConfig(AppConfig):
    name = "wijkspil.oefenstad"
    verbose_name = "Oefenstad"
