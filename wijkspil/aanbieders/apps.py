from django.apps import AppConfig


class AanbiedersConfig(AppConfig):
    name = "wijkspil.aanbieders"
    verbose_name = "Aanbieders"

    def ready(self) -> None:
        from wijkspil.gemeenten import ingangen

        from . import gebeurtenissen, gebeurtenissen_eigen  # noqa: F401
        from .ingang import pak_aanbiedersdoor

        ingangen.registreer("aanbieder", pak_aanbiedersdoor)
