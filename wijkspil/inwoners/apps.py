from django.apps import AppConfig


class InwonersConfig(AppConfig):
    name = "wijkspil.inwoners"
    verbose_name = "Inwoners"

    def ready(self) -> None:
        from wijkspil.gemeenten import ingangen

        from . import gebeurtenissen  # noqa: F401
        from .ingang import pak_inwonersdoor

        ingangen.registreer("mijn", pak_inwonersdoor)
