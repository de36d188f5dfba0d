from django.urls import path

from . import views

paden = [
    path("", views.werkvoorraad, name="werkvoorraad"),
    path("lijst/", views.lijst_bewaren, name="lijst_bewaren"),
    path("lijst/<uuid:id>/weg/", views.lijst_weg, name="lijst_weg"),
]
