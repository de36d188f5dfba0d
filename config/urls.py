"""All addresses. Everything of a municipality lies under its name; tests/huis/ walks this list and wants a decision per page."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    path("taal/", include("django.conf.urls.i18n")),
]
