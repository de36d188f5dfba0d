from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "wijkspil.post"
    verbose_name = "Post van en aan inwoners"

    def ready(self) -> None:
        from . import gebeurtenissen  # noqa: F401
