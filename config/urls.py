"""All addresses. Everything of a municipality lies under its name; tests/huis/ walks this list and wants a decision per page."""

from django.urls import URLPattern, URLResolver, include, path

from wijkspil.aanbiedersportaal import begin as aanbiedersbegin
from wijkspil.werkplek import thema, voordeur
from wijkspil.werkplek.regio import samen
from wijkspil.werkplek.wachtlijst import openbaar

urlpatterns: list[URLPattern | URLResolver] = [
    path("", voordeur.begin, name="begin"),
    path("aanmelden/", voordeur.aanmelden, name="aanmelden"),
    path("afmelden/", voordeur.afmelden, name="afmelden"),
    path("gezond/", voordeur.gezond, name="gezond"),
    path("mijn-opdrachten/", aanbiedersbegin.overzicht, name="aanbiederswerk"),
    path("mijn-gemeenten/", samen.regiowerk, name="regiowerk"),
    path("thema/<slug:slug>.css", thema.css, name="thema"),
    path("thema/<slug:slug>/logo", thema.logo, name="thema_logo"),
    path("account/", include("allauth.urls")),
    path("taal/", include("django.conf.urls.i18n")),
    path("<slug:plaats>/wachttijd/", openbaar.wachttijd, name="wachttijd"),
    path("<slug:gemeente>/werk/", include("wijkspil.werkplek.urls")),
    path("<slug:gemeente>/mijn/", include("wijkspil.portaal.urls")),
    path("<slug:gemeente>/aanbieder/", include("wijkspil.aanbiedersportaal.urls")),
]
handler403 = "wijkspil.werkplek.voordeur.fout_403"
handler404 = "wijkspil.werkplek.voordeur.fout_404"
handler500 = "wijkspil.werkplek.voordeur.fout_500"
