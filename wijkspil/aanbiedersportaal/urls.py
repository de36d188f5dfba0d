"""The pages of a provider. Everything lies under the name of the municipality, but for the overview (`begin.overzicht`)."""

from django.urls import path

from . import begin, declaraties, declareren, onderzoek, opdracht, organisatie, verzoeken

app_name = "aanbieder"

urlpatterns = [
    path("", begin.begin, name="begin"),
    path("lijst/<slug:welke>/", begin.lijst, name="lijst"),
    path("opdracht/<uuid:id>/", opdracht.opdracht, name="opdracht"),
    path("opdracht/<uuid:id>/verzoek/", verzoeken.verzoek, name="verzoek"),
    path("verzoeken/", verzoeken.verzoeken, name="verzoeken"),
    path("organisatie/", organisatie.organisatie, name="organisatie"),
    path("organisatie/<uuid:id>/stop/", organisatie.collega_weg, name="collega_weg"),
    path("declaraties/", declaraties.declaraties, name="declaraties"),
    path("declaraties/nieuw/", declareren.declareren, name="declareren"),
    path("declaraties/<uuid:id>/", declaraties.declaratie, name="declaratie"),
    path("onderzoek/", onderzoek.onderzoeken, name="onderzoeken"),
    path("onderzoek/<uuid:id>/", onderzoek.onderzoek, name="onderzoek"),
]
