from django.apps import AppConfig


class VerkortConfig(AppConfig):
    name = "wijkspil.verkort"
    verbose_name = "Verkorte route"

    def ready(self) -> None:
        from wijkspil.gemeenten import ingangen

        from . import gebeurtenissen  # noqa: F401
        from .ingang import pak_aanbiedersdoor

        ingangen.registreer("onderzoek", pak_aanbiedersdoor)
