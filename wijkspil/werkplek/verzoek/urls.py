from django.urls import path

from .views import verzoek, verzoeken

paden = [
    path("verzoeken/", verzoeken, name="verzoeken"),
    path("verzoeken/<uuid:id>/", verzoek, name="verzoek"),
]
